//! What a Belgian policyholder can ask because we were late, with its arithmetic; one person proposes it, another agrees
//! (LAW-BE-INS-09, OFFICE-15).

use app::access::{Action, Resource};
use app::claims::{self as cases, ClaimPage as File, LateSum};
use kernel::Money;

use crate::desk::common;
use crate::form::Filled;
use crate::part::{Field, Fields, Kind};
use crate::{Failure, Page, Visit};

/// What being late comes to.
#[derive(Debug)]
pub struct Late {
    /// The arithmetic: what for, and how much.
    pub lines: Vec<(String, Money)>,
    /// All of it.
    pub total: Money,
    /// It is owed already.
    pub is_owed: bool,
    /// `reminded_on`: the day on which a registered reminder came in; for who may propose.
    pub reminded: Option<Field>,
}

/// Reads what being late comes to on a claim; none where we were not, or the law gives nothing for it.
pub(super) async fn read(
    visit: &Visit,
    page: &Page,
    claim: &File,
    filled: &Filled,
) -> Result<Option<Late>, Failure> {
    let mut filled = filled.clone();
    if filled.given("reminded_on").is_none() {
        filled.set("reminded_on", visit.query().get("reminded_on"));
    }
    let (now, id, reminded) = (visit.now(), claim.id, crate::form::day(filled.get("reminded_on")));
    let found = common::read(visit, move |tx| cases::late(tx, now, id, reminded)).await?;
    let on = Resource::of(claim.holder).in_file(claim.contract);
    let may = common::may(visit, Action::DecideClaim, &on);
    Ok(found.map(|sum| {
        let field = Fields { words: page.words(), area: "late", filled: &filled };
        Late {
            lines: lines(page, &sum),
            total: sum.lateness.total(),
            is_owed: sum.is_owed,
            reminded: (may && !sum.is_owed)
                .then(|| field.field("reminded_on", Kind::Date).optional(page.words())),
        }
    }))
}

fn lines(page: &Page, sum: &LateSum) -> Vec<(String, Money)> {
    let words = page.words();
    let mut lines = Vec::new();
    if let Some((until, answered)) = sum.answer {
        let at = answered.map_or_else(|| words.t("late-not-yet"), |at| words.moment(&at));
        let text = words.with2("late-answer", "until", words.until(&until), "at", at);
        lines.push((text, sum.lateness.fixed));
    }
    if let Some((on, days)) = sum.reminded {
        let text = words.with2("late-reminded", "on", words.day(&on), "days", days.to_string());
        lines.push((text, sum.lateness.daily));
    }
    if let Some((principal, from, to, rate)) = sum.interest {
        let text = page.say(
            "late-interest",
            &[
                ("amount", words.money(&principal).into()),
                ("from", words.day(&from).into()),
                ("to", words.day(&to).into()),
                ("rate", rate.to_string().into()),
            ],
        );
        lines.push((text, sum.lateness.interest));
    }
    lines
}

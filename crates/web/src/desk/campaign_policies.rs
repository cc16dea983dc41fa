//! The policies of a campaign, as a list and as a file.

use app::access::Action;
use app::campaigns::{self, Rows};
use app::views::desk::PAGE;
use askama::Template;
use policy::{LeftOut, Standing};

use super::campaigns::id_of;
use super::common;
use crate::part::{Cell, Crumb, Empty, List};
use crate::{Answer, Failure, Page, Visit, Words};

/// Policies of a campaign.
#[derive(Debug, Template)]
#[template(path = "desk/campaign-policies.html")]
pub struct CampaignPoliciesPage {
    /// The frame.
    pub page: Page,
    /// Back to the campaign.
    pub crumb: Crumb,
    /// Which policies.
    pub title: String,
    /// The policies.
    pub list: List,
    /// Where the list goes on.
    pub on: Option<String>,
    /// The same as a file.
    pub csv: String,
}

/// A policy by its number; who may not open it does not get a link.
pub(super) fn policy_cell(may_see: bool, number: String, below: String) -> Cell {
    if may_see {
        Cell::Link { href: format!("/desk/policies/{number}"), text: number, below }
    } else {
        Cell::Pair { text: number, below }
    }
}

fn which(visit: &Visit) -> Rows {
    let query = visit.query();
    let known = |code: &str, mut all: Vec<&str>| {
        all.push("left-out");
        if all.contains(&code) { code.to_owned() } else { String::new() }
    };
    Rows {
        state: known(query.get("state"), Standing::ALL.map(Standing::code).to_vec()),
        reason: known(query.get("reason"), LeftOut::ALL.iter().map(|why| why.code()).collect()),
        after: query.get("after").parse().ok(),
    }
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (id, rows) = (id_of(&visit)?, which(&visit));
    let asked = rows.clone();
    let (campaign, found) = common::read(&visit, move |tx| {
        Ok((campaigns::campaign(tx, id)?, campaigns::rows(tx, id, &asked, PAGE + 1)?))
    })
    .await?;
    let page = visit.page();
    let words = page.words();
    let may_see = common::may_ever(&visit, Action::ViewPolicy);
    let here = format!("/desk/campaigns/{id}/policies");
    let part = format!("state={}&reason={}", rows.state, rows.reason);
    let shown = &found[..found.len().min(PAGE as usize)];
    let on = (found.len() > shown.len()).then(|| shown.last().map(|row| row.contract)).flatten();
    let lines = shown.iter().map(|row| {
        let figure = |amount: Option<kernel::Money>| {
            Cell::Figure(amount.map_or_else(|| "–".to_owned(), |amount| words.money(&amount)))
        };
        vec![
            policy_cell(may_see, row.number.clone(), standing(words, row)),
            figure(row.premium.map(|(before, _)| before)),
            figure(row.premium.map(|(_, after)| after)),
            Cell::text(row.from.map_or_else(|| "–".to_owned(), |day| words.day(&day))),
            row.leave_by.map_or(Cell::text("–"), |day| Cell::text(words.day(&day))),
            Cell::text(words.moment(&row.told)),
        ]
    });
    let heads = [
        "list-file",
        "campaign-before",
        "campaign-after",
        "campaign-counts",
        "campaign-leave-by",
        "campaign-told-on",
    ];
    let title = match (rows.state.as_str(), rows.reason.as_str()) {
        ("", "") => words.t("campaign-policies"),
        ("" | "left-out", reason) if !reason.is_empty() => words.t(&format!("campaign-out-{reason}")),
        ("left-out", _) => words.t("campaign-left-out"),
        (state, _) => words.t(&format!("campaign-standing-{state}")),
    };
    let none = Empty::new(words.t("campaign-policies-none"), "");
    Answer::page(&CampaignPoliciesPage {
        crumb: Crumb { href: format!("/desk/campaigns/{id}"), text: campaign.plan.name },
        list: List::new(title.clone(), &heads.map(|key| words.t(key)), lines.collect(), none),
        title,
        on: on.map(|last| format!("{here}?{part}&after={last}")),
        csv: format!("{here}.csv?{part}"),
        page,
    })
}

/// Where a policy stands in the campaign, or why it is not in it.
fn standing(words: Words, row: &campaigns::Row) -> String {
    match &row.reason {
        Some(reason) => words.t(&format!("campaign-out-{reason}")),
        None => words.t(&format!("campaign-standing-{}", row.state)),
    }
}

/// The policies as a table for a spreadsheet: codes, ISO dates and amounts with a point, the same in every language.
pub(super) async fn csv(visit: Visit) -> Result<Answer, Failure> {
    const AT_ONCE: u32 = 1_000;
    let (id, mut rows) = (id_of(&visit)?, which(&visit));
    let mut text =
        String::from("policy;standing;left_out;premium_before;premium_after;from;leave_by;told_at\r\n");
    loop {
        let asked = rows.clone();
        let found = common::read(&visit, move |tx| {
            campaigns::campaign(tx, id)?;
            campaigns::rows(tx, id, &asked, AT_ONCE)
        })
        .await?;
        for row in &found {
            let day = |day: Option<kernel::Date>| day.map(|day| day.to_string()).unwrap_or_default();
            let money = |amount: Option<kernel::Money>| amount.map(|a| a.to_string()).unwrap_or_default();
            let fields = [
                row.number.clone(),
                row.state.clone(),
                row.reason.clone().unwrap_or_default(),
                money(row.premium.map(|(before, _)| before)),
                money(row.premium.map(|(_, after)| after)),
                day(row.from),
                day(row.leave_by),
                row.told.to_string(),
            ];
            text.push_str(&fields.join(";"));
            text.push_str("\r\n");
        }
        match found.last() {
            Some(last) if found.len() == AT_ONCE as usize => rows.after = Some(last.contract),
            _ => {
                return Ok(Answer::download(
                    "text/csv; charset=utf-8",
                    format!("campaign-{id}.csv"),
                    text.into_bytes(),
                ));
            }
        }
    }
}

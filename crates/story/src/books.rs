//! The books in a story: a month closes, and what an insurer or a partner is told of it.

use app::{
    AppError,
    accounts::{bordereau, close, partners},
    approvals::{self, Verdict},
    testing::staff,
};
use kernel::{Money, Role};
use store::Priority;

use crate::{
    Line,
    expect::{Otherwise, differs},
    player::{Acted, Answer, Player, command_id, finance},
};

impl Player<'_> {
    /// One person proposes, another approves, here and now.
    pub(crate) fn close_month(&mut self, line: &Line) -> Acted {
        let (app, now, id) = (self.app.clone(), self.now, command_id(line));
        let month = line.read("month", "a month such as 2026-03")?;
        let done = self.app.db.write(Priority::Click, move |tx| {
            let outcome = close::propose(&app, tx, now, (&id, &finance()), month)?;
            if let Some(proposed) = approvals::waiting_for(tx, close::stream_of(month))? {
                let (approve, by) = (format!("{id}:approve"), staff(42, Role::Finance));
                approvals::decide(&app, tx, now, (&approve, &by), proposed.approval, Verdict::Approve)?;
            }
            Ok::<_, AppError>(outcome)
        });
        match done {
            Ok(outcome) => Ok(outcome.into()),
            Err(AppError::Refused(refused)) => Ok(Answer::Refused(refused)),
            Err(error) => Err(error.into()),
        }
    }
}

/// What the bordereau of a month comes to, under the agreement of a policy.
pub(crate) fn told(player: &mut Player<'_>, line: &Line) -> Otherwise {
    let agreement = player.agreement_of(player.person(line)?.contract)?;
    let month = line.read("month", "a month such as 2026-03")?;
    let code = agreement.clone();
    let totals = player.app.db.read(move |tx| bordereau::totals(tx, &code, month))?;
    let euro = "an amount such as 9.95";
    let sum = totals.sum();
    let mut otherwise = None;
    for (name, found) in [("gross", sum.gross), ("tax", sum.tax), ("insurer", sum.insurer)] {
        let wanted: Option<Money> = line.maybe(name, euro)?;
        let wrong = wanted.and_then(|wanted| {
            differs(&format!("{name} of the bordereau"), &wanted.to_string(), &found.to_string())
        });
        otherwise = otherwise.or(wrong);
    }
    if let Some(wanted) = line.maybe::<u64>("late", "a number")? {
        let late = totals.late.to_string();
        otherwise = otherwise.or(differs("lines of closed months", &wanted.to_string(), &late));
    }
    if let Some(wanted) = line.maybe::<Money>("commission", euro)? {
        let app = player.app.clone();
        let statements = player.app.db.read(move |tx| partners::statements(&app, tx, &agreement, month))?;
        let found: Money = statements.iter().map(|statement| statement.total).sum();
        otherwise = otherwise.or(differs("commission of partners", &wanted.to_string(), &found.to_string()));
    }
    Ok(otherwise)
}

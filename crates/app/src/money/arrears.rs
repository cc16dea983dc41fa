//! What a person decides about premium that is late: reminders are held or go on, it is paid in parts, costs and
//! interest are waived. Each with a note
//! of who said what.

use billing::HoldReason;
use kernel::{Actor, Country, Date, Id, Instant, Rule};
use policy::{Command, Contract};
use store::Tx;

use crate::{
    App, AppError, Refused,
    acceptance::unchanged,
    attachments::Upload,
    basis,
    contracts::{self, Order, Outcome},
    streams,
};

/// The countries whose rate of statutory interest nobody has looked up for a day, and since when: the last known one is used.
pub fn rates_to_look_up(on: Date) -> Vec<(Country, Date)> {
    let known = [Country::Nl, Country::Be].map(|country| (country, billing::rates_known_until(country)));
    known.into_iter().filter(|(_, until)| *until <= on).collect()
}

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Nobody is reminded through a day; a term that runs counts no more.
    Hold {
        /// Why.
        reason: HoldReason,
        /// Last day of it.
        until: Date,
    },
    /// The hold ends now.
    Resume,
    /// All that is open is paid in monthly parts.
    Plan {
        /// How many parts.
        parts: u32,
        /// Day of the first part.
        first: Date,
    },
    /// All collection costs and interest are waived.
    Waive,
}

/// A decision as it was entered.
#[derive(Debug, Clone)]
pub struct Entered {
    /// Id of the command: the same one again answers *already done*.
    pub id: String,
    /// Which contract.
    pub contract: Id,
    /// The version that was read.
    pub version: Option<i64>,
    /// What.
    pub decision: Decision,
    /// Who decides; the channel is the one on whose word.
    pub actor: Actor,
}

/// Carries a decision out.
///
/// # Errors
/// [`AppError::Refused`]: `hold-out-of-range`, `hold-nothing`, `plan-out-of-range`, `plan-nothing-open`, `plan-runs`, `charge-unknown` when there is nothing to waive, `form-required` without
/// a note; [`StoreError::Conflict`](store::StoreError) when the contract has changed since.
pub fn decide(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    entered: &Entered,
    (note, paper): (&str, Option<&Upload>),
) -> Result<Outcome, AppError> {
    if !unchanged::<Contract>(tx, &entered.id, entered.contract, entered.version)? {
        return Ok(Outcome::AlreadyDone);
    }
    let loaded = streams::look::<Contract>(tx, &[entered.contract])?;
    let contract = loaded[&entered.contract].state()?;
    let nothing = || AppError::Refused(Refused::new("charge-unknown", Some(Rule("NL-DUN-05"))));
    let note = basis::seal(app, tx, now, contract.holder(), note, paper)?.ok_or_else(nothing)?;
    let commands: Vec<Command> = match entered.decision {
        Decision::Hold { reason, until } => vec![Command::HoldReminders { reason, until, note }],
        Decision::Resume => vec![Command::ResumeReminders],
        Decision::Plan { parts, first } => vec![Command::AgreePlan { parts, first, note }],
        Decision::Waive => {
            let charges = contract.billing.charges.iter().filter(|charge| charge.waived < charge.amount);
            charges.map(|charge| Command::WaiveCharge { no: charge.no, reason: note.clone() }).collect()
        }
    };
    if commands.is_empty() {
        return Err(nothing());
    }
    let orders: Vec<Order> = commands
        .into_iter()
        .enumerate()
        .map(|(index, command)| Order {
            id: format!("{}:{index}", entered.id),
            contract: entered.contract,
            command,
            actor: entered.actor.clone(),
        })
        .collect();
    let mut outcome = Outcome::AlreadyDone;
    for answer in contracts::execute(app, tx, now, &orders)? {
        if answer? == Outcome::Done {
            outcome = Outcome::Done;
        }
    }
    store::command::record(tx, now, &[(entered.id.as_str(), "\"done\"".to_owned())])?;
    Ok(outcome)
}

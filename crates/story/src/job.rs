//! Repair and replacement in a story: ordered, quoted, done, accepted.

use app::{
    AppError,
    claims::{self as claim_cases, Delivered, Stated},
    contracts::Outcome,
    testing::staff,
};
use claims::{AcceptedBy, Work};
use kernel::{Actor, Channel, Id, Money, Role};
use store::{params, sql};

use crate::{
    Line,
    change::another_device,
    player::{Acted, LineError, Player, command_id},
};

impl Player<'_> {
    /// What is done with the repair or replacement of a claim's first device.
    pub(crate) fn job(&self, line: &Line, who: &str, does: &str) -> Acted {
        let claim = self.claim_of(line)?;
        let command = command_id(line);
        let actor = match who {
            "customer" => self.customer_of(claim)?,
            "repairer" => Actor::new(store::testing::id(90), Role::Repairer, Channel::Desk),
            _ => staff(21, Role::Claims),
        };
        match does {
            "orders" => {
                let (work, from): (Work, String) =
                    (line.read("work", "repair or replacement")?, line.need("from")?.to_owned());
                self.write(move |app, tx, now| {
                    claim_cases::order_job(app, tx, now, (&command, &actor), claim, (1, work, &from))
                })
            }
            "finds" => {
                let facts = line.others(&["claim", "refused", "rule", "already"]);
                let facts: Vec<Stated> =
                    facts.map(|(name, text)| Stated::new(name, &text.replacen(' ', "T", 1))).collect();
                self.write(move |app, tx, now| {
                    claim_cases::state_facts(app, tx, now, (&command, &actor), claim, &facts)
                })
            }
            "delivers" => {
                let job = self.job_of(claim)?;
                let invoice: Money = line.read("invoice", "an amount such as 180.00")?;
                let device = line.is("new").then(|| another_device(line));
                let delivered = Delivered { invoice, device };
                self.write(move |app, tx, now| {
                    claim_cases::deliver_job(app, tx, now, (&command, &actor), (claim, job), &delivered)
                })
            }
            "accepts" => {
                let job = self.job_of(claim)?;
                self.write(move |app, tx, now| {
                    let by = AcceptedBy::Customer;
                    claim_cases::accept_job(app, tx, now, (&command, &actor), (claim, job), by)
                })
            }
            "hands over" => {
                let job = self.job_of(claim)?;
                self.write(move |app, tx, now| {
                    claim_cases::hand_over_job(app, tx, now, (&command, &actor), (claim, job))
                })
            }
            "did not get it" => {
                let job = self.job_of(claim)?;
                self.write(move |app, tx, now| {
                    claim_cases::deny_hand_over(app, tx, now, (&command, &actor), (claim, job))
                })
            }
            "does not accept" => {
                let (job, reason) = (self.job_of(claim)?, line.need("reason")?.to_owned());
                self.write(move |app, tx, now| {
                    claim_cases::send_back_job(app, tx, now, (&command, &actor), (claim, job), &reason)
                })
            }
            _ => {
                let job = self.job_of(claim)?;
                self.write(move |app, tx, now| -> Result<Outcome, AppError> {
                    claim_cases::old_device_came(app, tx, now, (&command, &actor), (claim, job))
                })
            }
        }
    }

    fn job_of(&self, claim: Id) -> Result<Id, LineError> {
        let found = self.app.db.read(move |tx| {
            let sql = sql!("select id from repair_order where claim = ?1 and state <> 'stopped'");
            tx.query_one(sql, &params![claim])?.id("id")
        });
        Ok(found?)
    }

    fn customer_of(&self, claim: Id) -> Result<Actor, LineError> {
        let holder = self.app.db.read(move |tx| {
            tx.query_one(sql!("select holder from claim where id = ?1"), &params![claim])?.id("holder")
        })?;
        Ok(Actor::new(holder, Role::Policyholder, Channel::Portal))
    }

    /// The number of the claim that a transfer names, where the line says that it pays an own share.
    pub(crate) fn own_share_reference(&self, line: &Line) -> Result<Option<String>, LineError> {
        if line.get("claim").is_none() {
            return Ok(None);
        }
        let claim = self.claim_of(line)?;
        let number = self.app.db.read(move |tx| {
            tx.query_one(sql!("select number from claim where id = ?1"), &params![claim])?.text("number")
        })?;
        Ok(Some(number))
    }
}

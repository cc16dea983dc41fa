//! What the post says of the last reminder of a story: it came back, it was handed in, it arrived; and what the desk decides
//! about premium that is late.

use app::{
    contracts,
    delivery::{
        self,
        fate::{self, Fate, Report},
    },
    letters::LetterChannel,
    money::arrears::{self, Decision, Entered},
};
use billing::HoldReason;
use policy::Fact;

use crate::{
    Line,
    player::{Acted, LineError, Player, command_id, finance},
};

impl Player<'_> {
    pub(crate) fn post(&self, line: &Line, does: &str) -> Acted {
        let date = "a date such as 2026-04-09";
        let fate = match does {
            "returns" => Fate::CameBack { why: line.get("reason").unwrap_or("moved").to_owned() },
            "takes in" => Fate::Deposited { on: line.read("on", date)?, item: "RR123456785BE".to_owned() },
            _ => Fate::Received { on: line.read("on", date)? },
        };
        let report = Report {
            id: command_id(line),
            reference: self.last_reminder(line)?,
            fate,
            note: String::new(),
            paper: None,
            actor: finance(),
        };
        self.write(move |app, tx, now| fate::record(app, tx, now, &report))
    }

    /// The reference of the letter in which the last reminder was sent.
    fn last_reminder(&self, line: &Line) -> Result<String, LineError> {
        let contract = self.person(line)?.contract;
        let facts = self.app.db.read(move |tx| contracts::facts(tx, &[contract]))?;
        let facts: &[Fact] = facts.get(&contract).map(Vec::as_slice).unwrap_or_default();
        let sent = facts.iter().rev().find(|fact| fact.event.kind() == "reminder-sent");
        let sent = sent.ok_or_else(|| line.error("no reminder was sent"))?;
        Ok(fate::reference(contract, sent.seq))
    }

    /// Somebody found the right address: what came back goes again.
    pub(crate) fn remind_again(&self, line: &Line) -> Acted {
        let contract = self.person(line)?.contract;
        let stranded = self.app.db.read(move |tx| delivery::stranded(tx, contract))?;
        let letter = stranded.first().ok_or_else(|| line.error("no letter came back"))?.line.id;
        let command = command_id(line);
        self.write(move |app, tx, now| {
            let again = (letter, LetterChannel::Print);
            delivery::send_again(app, tx, now, (&command, &finance()), contract, again)
        })
    }

    /// A person decides about premium that is late.
    pub(crate) fn decide_arrears(&self, line: &Line, does: &str) -> Acted {
        let date = "a date such as 2026-05-01";
        let decision = match does {
            "holds" => {
                let code = line.get("reason").unwrap_or("dispute");
                let reason = HoldReason::from_code(code).ok_or_else(|| line.error("no such reason"))?;
                Decision::Hold { reason, until: line.read("until", date)? }
            }
            "resumes" => Decision::Resume,
            "plans" => {
                Decision::Plan { parts: line.read("parts", "a number")?, first: line.read("first", date)? }
            }
            _ => Decision::Waive,
        };
        let contract = self.person(line)?.contract;
        let entered = Entered { id: command_id(line), contract, version: None, decision, actor: finance() };
        self.write(move |app, tx, now| arrears::decide(app, tx, now, &entered, ("Agreed by phone.", None)))
    }
}

//! How a policy of a story ends: notices by whoever may give them, four eyes, a cancellation taken back.

use app::{
    approvals,
    endings::{self, Entered},
    sealed::Purpose,
    testing::staff,
};
use kernel::{Actor, Channel, Country, Date, Instant, Role, VaultRef};
use policy::{Command, EndWay, Notice, Sender};
use store::Priority;

use crate::{
    Line,
    player::{Acted, Answer, LineError, Player, acceptance, command_id, manager, policyholder},
};

impl Player<'_> {
    /// The notice of a line; `who` gives it: customer, representative, heirs, trustee or insurer.
    pub(crate) fn notice(&self, line: &Line, who: &str, way: Option<&str>) -> Result<Notice, LineError> {
        let code = way.map_or_else(|| line.need("way"), Ok)?;
        let way =
            EndWay::from_code(code).ok_or_else(|| line.error(format!("way={code} is no way to end")))?;
        let from = match who {
            "customer" => Sender::Holder,
            "representative" => Sender::Representative { proof: self.proof(line)? },
            "heirs" => Sender::Heirs,
            "trustee" => Sender::Trustee,
            "insurer" => Sender::Insurer,
            _ => {
                return Err(line
                    .error(format!("{who} is not customer, representative, heirs, trustee or insurer"))
                    .into());
            }
        };
        Ok(Notice {
            from,
            channel: line.maybe("by", "portal, phone, email, post, desk or partner")?,
            arrived: day(line, "arrived")?,
            happened: day(line, "happened")?,
            last_day: day(line, "last_day")?,
            ..Notice::new(way, received(line)?)
        })
    }

    /// Proof that somebody may act for the policyholder, if it was shown.
    fn proof(&self, line: &Line) -> Result<Option<VaultRef>, LineError> {
        let Some(text) = line.get("proof").map(str::to_owned) else { return Ok(None) };
        let (app, now, holder) = (self.app.clone(), self.now, self.person(line)?.holder);
        let sealed = self.app.db.write(Priority::Click, move |tx| {
            app.seal(tx, now, (holder, Purpose::Desk, "authority"), None, &text)
        })?;
        Ok(Some(sealed))
    }

    pub(crate) fn end(&self, line: &Line, who: &str, way: Option<&str>) -> Acted {
        let made = self.person(line)?;
        let notice = self.notice(line, who, way)?;
        let by_themselves = who == "customer" && matches!(notice.channel, None | Some(Channel::Portal));
        let actor = if by_themselves {
            policyholder(made.holder, Channel::Portal)
        } else {
            Actor { channel: notice.channel.unwrap_or(Channel::Desk), ..acceptance() }
        };
        let entered = Entered { id: command_id(line), contract: made.contract, version: None, notice, actor };
        self.write(move |app, tx, now| {
            if endings::needs_two(entered.notice.way) {
                endings::propose(app, tx, now, &entered, None)
            } else {
                endings::end(app, tx, now, &entered)
            }
        })
    }

    /// A second person decides on what waits for a policy, a claim or a campaign.
    pub(crate) fn decide_as_second(&self, line: &Line, approves: bool) -> Acted {
        let stream = if let Some(name) = line.get("campaign") {
            let campaign = self.campaigns.get(name).copied();
            campaign.ok_or_else(|| line.error(format!("campaign={name}: nobody proposed it")))?
        } else if line.get("claim").is_some() {
            self.claim_of(line)?
        } else {
            self.person(line)?.contract
        };
        let verdict = if approves { approvals::Verdict::Approve } else { approvals::Verdict::Decline };
        let actor = if line.is("same_person") { staff(11, Role::Manager) } else { manager() };
        let command = command_id(line);
        let waiting = self.app.db.read(move |tx| approvals::waiting_for(tx, stream))?;
        let waiting = waiting.ok_or_else(|| line.error("nothing waits for a second person"))?;
        let answer = self.write(move |app, tx, now| {
            approvals::decide(app, tx, now, (&command, &actor), waiting.approval, verdict)
        });
        match answer {
            // Who proposed it is told so by the access rules, not by the rulebook.
            Err(LineError::App(app::AppError::Denied(_))) if line.is("same_person") => {
                Ok(Answer::Refused(app::Refused::new("denied", Some(kernel::Rule("OFFICE-15")))))
            }
            answer => answer,
        }
    }

    pub(crate) fn take_back(&self, line: &Line) -> Acted {
        let way = line.get("way").unwrap_or("ordinary");
        let way = EndWay::from_code(way).ok_or_else(|| line.error(format!("way={way} is no way to end")))?;
        let actor = policyholder(self.person(line)?.holder, Channel::Portal);
        self.command(line, actor, Command::WithdrawCancellation { way })
    }
}

/// When a notice was received or the event happened: the line's own time, or `on` a day.
fn received(line: &Line) -> Result<Instant, LineError> {
    Ok(match day(line, "on")? {
        Some(day) => kernel::start_of_day(day, Country::Nl),
        None => line.at,
    })
}

pub(crate) fn day(line: &Line, name: &str) -> Result<Option<Date>, LineError> {
    Ok(line.maybe(name, "a date such as 2026-03-01")?)
}

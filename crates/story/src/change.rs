//! What changes in a policy of a story while it runs, and what is corrected.

use app::{
    apply::{DeviceIdentity, ProposedDevice},
    changes::{self, Asked, What},
    contact::{self, Contact, Said},
    contracts,
    corrections::{self, Wrong},
    mandates::{self, Given},
};
use kernel::{Actor, Channel, Country, Id, Instant, Shard};
use party::Payee;
use policy::{Command, Gone, Right, Swap};

use crate::{
    Line,
    apply::imei,
    ending::day,
    player::{Acted, LineError, Player, acceptance, command_id, finance, policyholder},
};

impl Player<'_> {
    /// What is given says what changes: `plan`, `adds` a device, `swapped`, `gone`, `insures` somebody, `to` another country,
    /// `street`, `mail`, `iban`, `debit` (no: the mandate is taken back).
    pub(crate) fn change(&self, line: &Line) -> Acted {
        let made = self.person(line)?;
        let actor = policyholder(made.holder, Channel::Portal);
        if line.get("iban").is_some() {
            return self.give_account(line, &made, actor);
        }
        if line.get("debit") == Some("no") {
            let (contract, id) = (made.contract, command_id(line));
            return self.write(move |app, tx, now| mandates::revoke(app, tx, now, (&id, &actor), contract));
        }
        if line.get("street").is_some() || line.get("mail").is_some() {
            return self.change_contact(line, made.holder, actor);
        }
        let item = line.maybe("item", "the number of a device")?.unwrap_or(1);
        let what = if let Some(plan) = line.get("plan") {
            What::Plan { plan: plan.to_owned() }
        } else if let Some(kind) = line.maybe("adds", "phone, tablet or laptop")? {
            What::Added {
                device: ProposedDevice {
                    kind,
                    identity: another_device(line),
                    bought: kernel::add_days(kernel::local_date(line.at, Country::Nl), -7),
                    purchase_value: line.read("value", "an amount such as 849.00")?,
                },
            }
        } else if let Some(name) = line.get("insures") {
            What::PersonAdded { name: name.to_owned(), born: None }
        } else if let Some(why) = line.get("swapped") {
            let why = swap(why).ok_or_else(|| line.error(format!("swapped={why} is no reason")))?;
            let imei = Some(imei(1_000 + line.number));
            What::Swapped {
                item,
                identity: DeviceIdentity { model: "Another".into(), imei, serial: None },
                why,
            }
        } else if let Some(why) = line.get("gone") {
            let why = gone(why).ok_or_else(|| line.error(format!("gone={why} is no reason")))?;
            What::Left { item, why, on: day(line, "on")? }
        } else {
            let to = match line.need("to")? {
                "NL" => Some(Country::Nl),
                "BE" => Some(Country::Be),
                _ => None,
            };
            What::Moved { to, on: line.read("on", "a date")? }
        };
        let asked = Asked { id: command_id(line), contract: made.contract, version: None, what, actor };
        self.write(move |app, tx, now| changes::change(app, tx, now, &asked))
    }

    fn give_account(&self, line: &Line, made: &app::apply::Made, actor: Actor) -> Acted {
        let payee = Payee { name: "S. de Vries".into(), iban: line.read("iban", "an IBAN")? };
        let signed = kernel::local_date(line.at, Country::Nl);
        let given =
            Given { id: command_id(line), contract: made.contract, version: None, payee, signed, actor };
        self.write(move |app, tx, now| mandates::give(app, tx, now, &given))
    }

    fn change_contact(&self, line: &Line, party: Id, actor: Actor) -> Acted {
        let (street, mail) = (line.get("street").map(str::to_owned), line.get("mail").map(str::to_owned));
        let command = command_id(line);
        self.write(move |app, tx, now| {
            let known = contact::known(app, tx, now, party)?;
            let mut address = known.profile.address;
            address.street = street.clone().unwrap_or(address.street);
            let by_email = mail.as_deref().map_or(known.party.by_email, |mail| mail != "no");
            let (phone, language) = (known.profile.phone, known.party.language);
            let contact = Contact { name: None, address, phone, language, by_email };
            let (command, actor, note) = (command.clone(), actor.clone(), String::new());
            let said = Said { command, actor, party, version: None, note, paper: None };
            contact::change(app, tx, now, &said, &contact)
        })
    }

    /// The insurer changes premium or conditions.
    pub(crate) fn announce(&self, line: &Line) -> Acted {
        let announced = Command::AnnounceChange {
            campaign: Id::new(Shard::of(7), Instant::UNIX_EPOCH, 7),
            product: None,
            flags: None,
            parts: [].into(),
            premium: line.maybe("premium", "an amount such as 9.95")?,
            adverse: line.is("adverse"),
            from: line.read("from", "a date such as 2027-03-01")?,
        };
        self.command(line, acceptance(), announced)
    }

    /// A correction of the last fact of a kind.
    pub(crate) fn correct(&self, line: &Line) -> Acted {
        let wrong = self.wrong(line)?;
        self.write(move |app, tx, now| corrections::correct(app, tx, now, &wrong))
    }

    /// What a line says is wrong: the last fact of this kind, and what is right.
    pub(crate) fn wrong(&self, line: &Line) -> Result<Wrong, LineError> {
        let contract = self.person(line)?.contract;
        let kind = line.need("fact")?;
        let facts = self.app.db.read(move |tx| contracts::facts(tx, &[contract]))?;
        let facts = facts.get(&contract).map(Vec::as_slice).unwrap_or_default();
        let fact = facts.iter().rev().find(|fact| fact.event.kind() == kind);
        let fact = fact.ok_or_else(|| line.error(format!("fact={kind}: nothing of the kind happened")))?;
        let right = if line.get("at").is_some() {
            Right::At { at: line.instant("at")? }
        } else if line.is("never") {
            Right::Never
        } else {
            Right::Premium { premium: line.read("premium", "an amount such as 9.95")? }
        };
        Ok(Wrong { id: command_id(line), contract, version: None, seq: fact.seq, right, actor: finance() })
    }
}

/// A device that nobody else in the story has.
pub(crate) fn another_device(line: &Line) -> DeviceIdentity {
    DeviceIdentity { model: "Another".into(), imei: Some(imei(1_000 + line.number)), serial: None }
}

fn swap(why: &str) -> Option<Swap> {
    Some(match why {
        "replaced" => Swap::Replaced,
        "repaired" => Swap::Repaired,
        "warranty" => Swap::Warranty,
        "wrong-number" => Swap::WrongNumber,
        _ => return None,
    })
}

fn gone(why: &str) -> Option<Gone> {
    Some(match why {
        "benefit-paid" => Gone::BenefitPaid,
        "stolen" => Gone::Stolen,
        "sold" => Gone::Sold,
        "broken" => Gone::Broken,
        "not-wanted" => Gone::NotWanted,
        _ => return None,
    })
}

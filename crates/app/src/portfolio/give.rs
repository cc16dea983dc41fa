//! Giving a portfolio away in the format in which one is taken over: policies that run, as they stand now.

use std::collections::{BTreeMap, BTreeSet};

use billing::{CollectionState, Receivable};
use kernel::{Country, Date, Id, Instant, Money};
use party::{Party, PartyKind, Payee, Profile};
use policy::{Contract, EndWay, HolderKind, Phase, Relation};
use store::{Tx, params, sql};

use super::{
    format::SHEETS,
    rows::row,
    table::{Book, Table},
};
use crate::{
    App, AppError,
    apply::DeviceIdentity,
    streams::{self, Loaded},
};

/// Contracts read at once.
const CHUNK: u32 = 500;

/// What was given, and what the format has no place for.
#[derive(Debug)]
pub struct Given {
    /// The sheets.
    pub book: Book,
    /// Policies in it.
    pub policies: u64,
    /// What is left out: policy number, and what of it.
    pub left_out: Vec<(String, &'static str)>,
}

/// A book with headings only, to be filled in.
pub fn empty() -> Book {
    SHEETS.into_iter().map(|format| (format.name, Table::of(format))).collect()
}

/// All policies that run at `now`.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn give(app: &App, tx: &mut Tx<'_>, now: Instant) -> Result<Given, AppError> {
    let mut given = Given { book: empty(), policies: 0, left_out: Vec::new() };
    let mut people = BTreeSet::new();
    let mut after = 0_i64;
    loop {
        let rows = tx.query(
            sql!("select id from contract where id > ?1 and phase = 'running' order by id limit ?2"),
            &params![after, CHUNK],
        )?;
        let ids = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?;
        let Some(last) = ids.last() else { break };
        after = last.as_i64();
        let contracts = streams::look::<Contract>(tx, &ids)?;
        let mut references = Vec::new();
        for contract in contracts.values().filter_map(|loaded| loaded.state.as_ref()) {
            references.extend(contract.schedule_at(now).devices.into_iter().map(|device| device.identity));
            references.extend(contract.billing.mandate.as_ref().map(|mandate| mandate.debtor.clone()));
        }
        let sealed = app.unseal_all(tx, &references)?;
        for loaded in contracts.values() {
            let contract = loaded.state()?;
            if contract.is_over_at(now) {
                continue;
            }
            let mut devices = Vec::new();
            for device in contract.schedule_at(now).devices {
                let identity: Option<DeviceIdentity> = sealed.get(&device.identity)?;
                devices.push((device, identity));
            }
            let debtor: Option<Payee> = match &contract.billing.mandate {
                Some(mandate) if !mandate.stopped => sealed.get(&mandate.debtor)?,
                _ => None,
            };
            people.insert(contract.holder());
            people.extend(contract.schedule_at(now).insured.iter().map(|insured| insured.person));
            given.add(contract, now, devices, debtor);
        }
    }
    let people: Vec<Id> = people.into_iter().collect();
    for chunk in people.chunks(CHUNK as usize) {
        let parties = streams::look::<Party>(tx, chunk)?;
        let profiles: Vec<_> =
            parties.values().filter_map(|p| Some(p.state.as_ref()?.profile.clone())).collect();
        let sealed = app.unseal_all(tx, &profiles)?;
        for party in parties.values() {
            let state = party.state()?;
            if let Some(profile) = sealed.get(&state.profile)? {
                given.add_person(party, state, &profile);
            }
        }
    }
    Ok(given)
}

fn text(value: impl std::fmt::Display) -> String {
    value.to_string()
}

fn maybe(value: Option<impl std::fmt::Display>) -> String {
    value.map(text).unwrap_or_default()
}

fn euros(amount: Money) -> String {
    format!("{:.2}", amount.as_decimal())
}

fn local(at: Instant, country: Country) -> String {
    at.to_zoned(country.time_zone()).strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

impl Given {
    fn sheet(&mut self, name: &'static str) -> &mut Table {
        self.book.entry(name).or_default()
    }

    fn add_person(&mut self, party: &Loaded<Party>, state: &Party, profile: &Profile) {
        let kind = match state.kind {
            PartyKind::Person => "person",
            PartyKind::Company => "company",
        };
        let cells = [
            text(party.id),
            text(kind),
            profile.name.clone(),
            maybe(profile.born),
            profile.address.street.clone(),
            text(&profile.address.postcode),
            profile.address.town.clone(),
            text(profile.address.country),
            maybe(profile.email.as_ref()),
            maybe(profile.phone.as_ref()),
            text(state.language),
            text(if state.by_email { "yes" } else { "no" }),
        ];
        row(self.sheet("persons"), cells);
    }

    fn add(
        &mut self,
        contract: &Contract,
        now: Instant,
        devices: Vec<(policy::Device, Option<DeviceIdentity>)>,
        debtor: Option<Payee>,
    ) {
        let application = &contract.application;
        let number = application.number.to_string();
        let mut leave_out = |what| self.left_out.push((number.clone(), what));
        if devices.iter().any(|(_, identity)| identity.is_none()) {
            leave_out("the policy: its devices were forgotten");
            return;
        }
        let coming = |version: &policy::Schedule| version.from > now;
        if contract.schedules().iter().any(coming) {
            leave_out("changes that are still to come");
        }
        if contract.blocked {
            leave_out("that its money is blocked (LAW-SANC-03)");
        }
        if contract.billing.charges.iter().any(|charge| charge.open().is_positive()) {
            leave_out("collection costs and interest that are owed");
        }
        let money = Standing::of(contract, kernel::local_date(now, contract.country()));
        let country = contract.country();
        let schedule = contract.schedule_at(now);
        let ending = contract.ends().filter(|ending| ending.way != EndWay::EndDate);
        let accepted = match &contract.phase {
            Phase::Running { accepted, .. } => Some(*accepted),
            _ => None,
        };
        let by = |way: EndWay| match way {
            EndWay::InsurerAfterClaim
            | EndWay::InsurerOrdinary
            | EndWay::InsurerBankruptcy
            | EndWay::Fraud
            | EndWay::RepeatedNonPayment
            | EndWay::Sanctions => "insurer",
            _ => "customer",
        };
        let holder_kind = match application.holder_kind {
            HolderKind::Consumer => "consumer",
            HolderKind::Business => "business",
        };
        let cells = [
            number.clone(),
            text(application.holder),
            text(holder_kind),
            schedule.product.code.clone(),
            schedule.product.version.clone(),
            schedule.plan.clone(),
            text(application.frequency),
            local(contract.starts(), country),
            maybe(accepted.map(|accepted| local(accepted.max(contract.starts()), country))),
            euros(schedule.premium),
            maybe(money.charged_until),
            if money.credit > Money::ZERO { euros(money.credit) } else { String::new() },
            maybe(money.reminder.map(|(sent, _)| kernel::local_date(sent, country))),
            maybe(money.reminder.map(|(_, last_day)| last_day)),
            application.partner.clone().unwrap_or_default(),
            maybe(ending.map(|ending| kernel::add_days(kernel::local_date(ending.ends, country), -1))),
            maybe(ending.map(|ending| by(ending.way))),
        ];
        row(self.sheet("policies"), cells);
        let alone = devices.len() == 1;
        for (device, identity) in devices {
            let Some(identity) = identity else { continue };
            let cells = [
                number.clone(),
                text(device.item),
                text(device.kind),
                identity.model,
                maybe(identity.imei.as_ref()),
                maybe(identity.serial.as_ref()),
                text(device.bought),
                euros(device.purchase_value),
                euros(device.excess),
                maybe(device.premium.filter(|_| !alone).map(euros)),
            ];
            row(self.sheet("devices"), cells);
        }
        for insured in &schedule.insured {
            let relation = match insured.relation {
                Relation::Household => "household",
                Relation::Staff => "staff",
            };
            row(self.sheet("insured"), [number.clone(), text(insured.person), text(relation)]);
        }
        if let (Some(mandate), Some(debtor)) = (&contract.billing.mandate, debtor) {
            let cells = [
                number.clone(),
                text(&mandate.reference),
                debtor.name,
                text(&debtor.iban),
                text(mandate.signed),
                maybe(money.collected),
            ];
            row(self.sheet("mandates"), cells);
        }
        for (due, stands) in money.instalments {
            let cells = [
                number.clone(),
                text(due),
                euros(stands.open),
                maybe((stands.gross != schedule.premium).then(|| euros(stands.gross))),
                maybe(stands.reversed.is_positive().then(|| euros(stands.reversed))),
            ];
            if stands.open.is_positive() || cells[3..].iter().any(|cell| !cell.is_empty()) {
                row(self.sheet("balances"), cells);
            }
        }
        self.policies += 1;
    }
}

/// The money side in the words of the format.
struct Standing {
    charged_until: Option<Date>,
    credit: Money,
    reminder: Option<(Instant, Date)>,
    collected: Option<Date>,
    /// The instalments that still matter, by premium due date.
    instalments: BTreeMap<Date, Stands>,
}

/// An instalment, with what was charged and taken back for its period beside it.
struct Stands {
    gross: Money,
    reversed: Money,
    open: Money,
}

impl Standing {
    fn of(contract: &Contract, today: Date) -> Self {
        let billing = &contract.billing;
        let mut instalments: BTreeMap<Date, Stands> = BTreeMap::new();
        // What was paid too much pays the oldest debt, as the one who takes over would book it.
        let mut spare = billing.overpaid().max(Money::ZERO);
        for instalment in billing.receivables.iter().filter(|receivable| receivable.extra_of.is_none()) {
            let group = |r: &&Receivable| r.no == instalment.no || r.extra_of == Some(instalment.no);
            let sum =
                |of: &dyn Fn(&Receivable) -> Money| billing.receivables.iter().filter(group).map(of).sum();
            let left: Money = sum(&|r| r.open().max(Money::ZERO));
            let used = spare.min(left);
            spare -= used;
            let stands = Stands {
                gross: sum(&|r| r.split.gross),
                reversed: sum(&|r| r.reversed.gross),
                open: left - used,
            };
            if stands.open.is_positive() || instalment.period.to().is_none_or(|to| to > today) {
                instalments.insert(instalment.period.from(), stands);
            }
        }
        let last = billing.receivables.iter().filter(|r| r.extra_of.is_none()).max_by_key(|r| r.no);
        let reminder = billing.reminders.iter().rev().find(|reminder| {
            !reminder.cancelled
                && reminder.satisfied.is_none()
                && reminder.arrears.iter().any(|arrear| {
                    billing
                        .receivables
                        .iter()
                        .any(|receivable| receivable.no == arrear.no && receivable.is_open())
                })
        });
        let collected = billing
            .collections
            .iter()
            .filter(|c| matches!(c.state, CollectionState::Released { .. } | CollectionState::Credited))
            .map(|c| c.collect_on)
            .max()
            .max(billing.mandate.as_ref().and_then(|mandate| mandate.collected_before));
        Self {
            charged_until: last.and_then(|last| last.period.to()),
            credit: spare,
            reminder: reminder
                .filter(|_| instalments.values().any(|stands| stands.open.is_positive()))
                .map(|reminder| (reminder.sent, reminder.last_day)),
            collected,
            instalments,
        }
    }
}

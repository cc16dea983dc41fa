//! Taking a checked portfolio over, in the caller's transaction: all of it or, when something fails, nothing.

use std::collections::BTreeMap;

use billing::OpeningMandate;
use kernel::{Actor, Id, Instant, PolicyNumber, VaultRef};
use party::{Party, PartyEvent};
use policy::{Command, Verdict};
use store::{Tx, unique};

use super::check::{Plan, Planned};
use crate::{
    App, AppError, apply,
    contracts::{self, Order},
    devices,
    find::{self, Key},
    payer_name,
    screening::Subject,
    sealed::Purpose,
    streams::{self, Loaded},
};

/// Policies and persons written at once.
const CHUNK: usize = 500;

/// Writes everything. `said` is the id of the command.
pub(super) fn take(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (said, actor): (&str, &Actor),
    plan: &Plan,
    mut progress: impl FnMut(u64),
) -> Result<(), AppError> {
    let people = register(app, tx, now, (said, actor), plan)?;
    let mut done = 0;
    for chunk in plan.policies.chunks(CHUNK) {
        policies(app, tx, now, (said, actor), (plan, &people), chunk)?;
        done += chunk.len() as u64;
        progress(done);
    }
    Ok(())
}

/// Registers all persons; answers their ids by key.
fn register(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (said, actor): (&str, &Actor),
    plan: &Plan,
) -> Result<BTreeMap<String, Id>, AppError> {
    let mut ids = BTreeMap::new();
    let persons: Vec<_> =
        plan.persons.iter().map(|person| (app.new_id(app.new_shard(), now), person)).collect();
    for chunk in persons.chunks(CHUNK) {
        let profiles: Vec<_> =
            chunk.iter().map(|(id, (_, person))| (*id, "profile", &person.profile)).collect();
        let sealed = app.seal_all(tx, now, Purpose::Contract, &profiles)?;
        let forms: Vec<_> =
            chunk.iter().map(|(_, (_, person))| payer_name::forms(&person.profile.name)).collect();
        let mut keys = Vec::new();
        let mut parties = Vec::with_capacity(chunk.len());
        for (((id, (key, person)), profile), forms) in chunk.iter().zip(sealed).zip(&forms) {
            keys.extend(person.profile.email.as_ref().map(|email| (Key::Email(email), *id)));
            keys.push((Key::Address(&person.profile.address), *id));
            keys.extend(person.profile.born.map(|born| (Key::Person(&person.profile.name, born), *id)));
            keys.extend(forms.iter().map(|form| (Key::PayerName(form), *id)));
            let mut party = Loaded::<Party>::empty(*id);
            let registered = PartyEvent::Registered {
                kind: person.kind,
                country: person.profile.address.country,
                language: person.language,
                by_email: person.by_email,
                profile,
            };
            party.add(registered, now, actor, said);
            parties.push(party);
            ids.insert((*key).clone(), *id);
        }
        find::remember(app, tx, &keys)?;
        streams::save(tx, now, &parties)?;
    }
    Ok(ids)
}

fn policies(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (said, actor): (&str, &Actor),
    (plan, people): (&Plan, &BTreeMap<String, Id>),
    chunk: &[Planned],
) -> Result<(), AppError> {
    let person = |key: &String| {
        people.get(key).copied().ok_or_else(|| AppError::missing("a person of the file", "person"))
    };
    let mut contracts = Vec::with_capacity(chunk.len());
    for planned in chunk {
        let holder = person(&planned.policy.person)?;
        contracts.push((app.new_id(holder.shard(), now), holder));
    }
    let numbers = claim_numbers(app, tx, chunk, &contracts)?;
    let of = || chunk.iter().zip(&contracts);
    let mut devices_sealed = seal_devices(app, tx, now, of())?.into_iter();
    let accounts: Vec<_> = of()
        .filter_map(|(planned, (_, holder))| Some((*holder, "account", &planned.mandate.as_ref()?.payee)))
        .collect();
    let mut accounts = app.seal_all(tx, now, Purpose::Contract, &accounts)?.into_iter();
    let (mut orders, mut keys) = (Vec::new(), Vec::new());
    for ((planned, (contract, holder)), number) in of().zip(numbers) {
        let identities: Vec<VaultRef> = devices_sealed.by_ref().take(planned.devices.len()).collect();
        let insured = planned.insured.iter().map(|row| person(&row.person)).collect::<Result<Vec<_>, _>>()?;
        let who = plan.persons.get(&planned.policy.person);
        let who = who.ok_or_else(|| AppError::missing("a person of the file", "person"))?;
        if planned.number.is_none() {
            keys.push((Key::FormerNumber(&planned.policy.policy), *contract));
        }
        let mut opening = planned.opening.clone();
        if let Some((mandate, debtor)) = planned.mandate.as_ref().and_then(|m| Some((m, accounts.next()?))) {
            let reference = mandate.reference.clone();
            let (signed, collected) = (mandate.signed, mandate.collected);
            opening.mandate = Some(OpeningMandate { reference, debtor, signed, collected });
            keys.push((Key::Account(&mandate.payee.iban), *contract));
        }
        let application = planned.application(number, *holder, &identities, &insured, who.language);
        orders.push(Order {
            id: format!("{said}:{contract}"),
            contract: *contract,
            command: planned.command(application, opening),
            actor: actor.clone(),
        });
        // Who is on a list is insured already; no money leaves for them (LAW-SANC-03), and a person decides.
        let verdict = app.screener.screen(&Subject { name: &who.profile.name, born: who.profile.born });
        if verdict != Verdict::Clear {
            orders.push(Order {
                id: format!("{said}:{contract}:screen"),
                contract: *contract,
                command: Command::Screen { verdict },
                actor: App::machine(),
            });
        }
    }
    for answer in contracts::execute(app, tx, now, &orders)? {
        answer?;
    }
    find::remember(app, tx, &keys)?;
    for (planned, (contract, _)) in of() {
        for device in &planned.devices {
            devices::take(app, tx, now, *contract, &device.identity)?;
        }
    }
    Ok(())
}

/// Seals what the devices are, in the order of the policies and their devices.
fn seal_devices<'a>(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    of: impl Iterator<Item = (&'a Planned, &'a (Id, Id))>,
) -> Result<Vec<VaultRef>, AppError> {
    let mut contents = Vec::new();
    for (planned, (_, holder)) in of {
        contents.extend(planned.devices.iter().map(|device| (*holder, "device", &device.identity)));
    }
    app.seal_all(tx, now, Purpose::Contract, &contents)
}

/// Takes a number for each policy: its own, if it is one of ours and free, else a new one.
fn claim_numbers(
    app: &App,
    tx: &mut Tx<'_>,
    chunk: &[Planned],
    contracts: &[(Id, Id)],
) -> Result<Vec<PolicyNumber>, AppError> {
    let mut numbers = Vec::with_capacity(chunk.len());
    for (planned, (contract, _)) in chunk.iter().zip(contracts) {
        let number = match &planned.number {
            None => apply::free_number(app, tx, *contract)?,
            Some(number) => {
                let value = number.as_str().to_owned();
                let claim = unique::Claim { kind: "policy-number", value, owner: *contract };
                match unique::claim(tx, &[claim])?[0] {
                    unique::Claimed::Yours => number.clone(),
                    unique::Claimed::Taken { .. } => {
                        return Err(AppError::missing("a free policy number", number));
                    }
                }
            }
        };
        numbers.push(number);
    }
    Ok(numbers)
}

//! What rows say of each other, and what the products and the database say of them: everything is looked at before anything is
//! taken over.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use billing::{Opening, OpeningDebt, OpeningReminder};
use jiff::civil::DateTime;
use kernel::{Date, Id, Instant, Money, PolicyNumber, Roll, VaultRef};
use policy::{Application, Back, Command, Device, Ending, ProductRef};
use store::{Tx, unique};
use terms::Product;

use super::{
    rows::{BalanceRow, DeviceRow, InsuredRow, MandateRow, PersonRow, PolicyRow, Rows},
    table::Problems,
};
use crate::{App, AppError, apply, contracts, devices};

/// A policy that can be taken over, with all that belongs to it.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) row: u32,
    pub(super) policy: PolicyRow,
    pub(super) product: Arc<Product>,
    pub(super) agreement: String,
    /// Its number, if it is one of ours.
    pub(super) number: Option<PolicyNumber>,
    pub(super) applied: Instant,
    pub(super) accepted: Instant,
    pub(super) devices: Vec<DeviceRow>,
    pub(super) insured: Vec<InsuredRow>,
    pub(super) mandate: Option<MandateRow>,
    pub(super) opening: Opening,
}

/// What is to be taken over.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) persons: BTreeMap<String, PersonRow>,
    pub(super) policies: Vec<Planned>,
}

/// Rows of a policy in the other sheets.
#[derive(Default)]
struct Belongings {
    devices: Vec<(u32, DeviceRow)>,
    insured: Vec<(u32, InsuredRow)>,
    mandate: Option<(u32, MandateRow)>,
    balances: Vec<(u32, BalanceRow)>,
}

/// Checks all rows as of the day of the takeover. Only without problems is the plan whole.
pub(super) fn check(
    app: &App,
    tx: &mut Tx<'_>,
    (now, on): (Instant, Date),
    rows: Rows,
    problems: &mut Problems,
) -> Result<Plan, AppError> {
    let mut persons: BTreeMap<String, (u32, PersonRow)> = BTreeMap::new();
    for (row, person) in rows.persons {
        if let Some((first, _)) = persons.get(&person.person) {
            problems.add("persons", row, "person", format!("is row {first}'s already"));
        } else {
            persons.insert(person.person.clone(), (row, person));
        }
    }
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    for (row, policy) in &rows.policies {
        if let Some(first) = known.insert(policy.policy.clone(), *row) {
            problems.add("policies", *row, "policy", format!("is row {first}'s already"));
        }
    }
    let mut belongings = gather((rows.devices, rows.insured, rows.mandates, rows.balances), &known, problems);
    let mut named: BTreeSet<String> = BTreeSet::new();
    let mut plan = Plan::default();
    for (row, policy) in rows.policies {
        let own = belongings.remove(&policy.policy).unwrap_or_default();
        let others = own.insured.iter().map(|(row, insured)| ("insured", *row, insured.person.clone()));
        let people = std::iter::once(("policies", row, policy.person.clone())).chain(others);
        for (sheet, row, person) in people {
            if !persons.contains_key(&person) {
                problems.add(sheet, row, "person", "is not in persons");
            }
            named.insert(person);
        }
        let holder = persons.get(&policy.person).map(|(_, person)| person);
        plan.policies.extend(one(app, tx, (now, on), (row, policy), own, holder, problems)?);
    }
    for (key, (row, person)) in persons {
        if named.contains(&key) {
            plan.persons.insert(key, person);
        } else {
            problems.add("persons", row, "person", "no policy names this person: leave the row out");
        }
    }
    numbers_are_free(app, tx, now, &plan, problems)?;
    Ok(plan)
}

type OtherSheets =
    (Vec<(u32, DeviceRow)>, Vec<(u32, InsuredRow)>, Vec<(u32, MandateRow)>, Vec<(u32, BalanceRow)>);

/// Puts the rows of the other sheets to their policies.
fn gather(
    (devices, insured, mandates, balances): OtherSheets,
    known: &BTreeMap<String, u32>,
    problems: &mut Problems,
) -> BTreeMap<String, Belongings> {
    let mut all: BTreeMap<String, Belongings> =
        known.keys().map(|policy| (policy.clone(), Belongings::default())).collect();
    const NOBODY: &str = "is not in policies";
    for (row, device) in devices {
        match all.get_mut(&device.policy) {
            None => problems.add("devices", row, "policy", NOBODY),
            Some(own) if own.devices.iter().any(|(_, other)| other.item == device.item) => {
                problems.add("devices", row, "item", "this policy has another device with this number");
            }
            Some(own) => own.devices.push((row, device)),
        }
    }
    for (row, insured) in insured {
        match all.get_mut(&insured.policy) {
            None => problems.add("insured", row, "policy", NOBODY),
            Some(own) if own.insured.iter().any(|(_, other)| other.person == insured.person) => {
                problems.add("insured", row, "person", "is there twice for this policy");
            }
            Some(own) => own.insured.push((row, insured)),
        }
    }
    let mut references: BTreeMap<String, u32> = BTreeMap::new();
    for (row, mandate) in mandates {
        if let Some(first) = references.insert(mandate.reference.to_string(), row) {
            problems.add("mandates", row, "reference", format!("is row {first}'s already (LAW-SEPA-03)"));
        }
        match all.get_mut(&mandate.policy) {
            None => problems.add("mandates", row, "policy", NOBODY),
            Some(Belongings { mandate: Some(_), .. }) => {
                problems.add("mandates", row, "policy", "has a mandate already: keep the one that is used");
            }
            Some(own) => own.mandate = Some((row, mandate)),
        }
    }
    for (row, balance) in balances {
        match all.get_mut(&balance.policy) {
            None => problems.add("balances", row, "policy", NOBODY),
            Some(own) if own.balances.iter().any(|(_, other)| other.due == balance.due) => {
                problems.add("balances", row, "due", "is there twice for this policy");
            }
            Some(own) => own.balances.push((row, balance)),
        }
    }
    all
}

/// One policy with its belongings; none when something is wrong with it.
fn one(
    app: &App,
    tx: &mut Tx<'_>,
    (now, on): (Instant, Date),
    (row, policy): (u32, PolicyRow),
    own: Belongings,
    holder: Option<&PersonRow>,
    problems: &mut Problems,
) -> Result<Option<Planned>, AppError> {
    let before = problems.count;
    let mut wrong = |column: &str, what: String| problems.add("policies", row, column, what);
    if app.products.current(&policy.product).is_none() {
        wrong("product", format!("no product: must be one of {}", app.products.codes().join(", ")));
        return Ok(None);
    }
    let Some(product) = app.products.latest(tx, &policy.product, Some(&policy.version))? else {
        wrong("version", "no published version of this product".to_owned());
        return Ok(None);
    };
    let country = product.country();
    if product.plan(&policy.plan).is_none() {
        wrong("plan", format!("no plan of {} {}", policy.product, policy.version));
    }
    if holder.is_some_and(|holder| holder.profile.address.country != country) {
        wrong("product", format!("is for {country}: the policyholder lives elsewhere (LAW-TAX-05)"));
    }
    let Some(agreement) =
        app.products.agreement_for(product.code(), on).map(|agreement| agreement.code.clone())
    else {
        wrong("product", format!("no power of attorney is in force for it on {on} (ACT-04)"));
        return Ok(None);
    };
    let brings = |code: &String| {
        app.products.agreement(&agreement).is_ok_and(|agreement| agreement.partner(code).is_some())
    };
    if policy.partner.as_ref().is_some_and(|code| !brings(code)) {
        wrong("partner", format!("no partner under {agreement} (ACT-08)"));
    }
    let instant = |at: DateTime| at.to_zoned(country.time_zone()).ok().map(|zoned| zoned.timestamp());
    let (Some(applied), Some(accepted)) =
        (instant(policy.applied), instant(policy.accepted.unwrap_or(policy.applied)))
    else {
        wrong("applied", "lies outside what a calendar holds".to_owned());
        return Ok(None);
    };
    if accepted < applied {
        wrong("accepted", "lies before the application".to_owned());
    }
    if kernel::local_date(accepted, country) > on {
        wrong("accepted", format!("lies after the takeover of {on}"));
    }
    if policy.premium <= Money::ZERO {
        wrong("premium", "must be above zero".to_owned());
    }
    let parts: Vec<Option<Money>> = own.devices.iter().map(|(_, device)| device.premium).collect();
    let sum: Money = parts.iter().flatten().copied().sum();
    match parts.iter().filter(|part| part.is_none()).count() {
        _ if parts.is_empty() => wrong("policy", "has no row in devices (NL-PROV-09)".to_owned()),
        0 if sum != policy.premium => {
            wrong("premium", format!("{}: its devices' parts are {sum} together", policy.premium));
        }
        1 if sum >= policy.premium && parts.len() > 1 => {
            wrong(
                "premium",
                format!("{}: its devices' parts leave nothing for the last one", policy.premium),
            );
        }
        0 | 1 => {}
        _ => wrong("premium", "fill in the premium of each of its devices but one in devices".to_owned()),
    }
    if let Some((row, mandate)) = &own.mandate {
        if mandate.signed > on {
            problems.add("mandates", *row, "signed", format!("lies after the takeover of {on}"));
        }
        if mandate.collected.is_some_and(|collected| collected < mandate.signed || collected > on) {
            problems.add("mandates", *row, "collected", "lies before the signature or after the takeover");
        }
    }
    for (row, device) in &own.devices {
        if device.bought > on {
            problems.add("devices", *row, "bought", format!("lies after the takeover of {on}"));
        }
        if device.purchase_value <= Money::ZERO {
            problems.add("devices", *row, "purchase_value", "must be above zero");
        }
    }
    let opening = opening(app, &product, &agreement, (on, (row, &policy), applied), &own.balances, problems);
    let Some(opening) = opening.filter(|_| problems.count == before) else { return Ok(None) };
    let planned = Planned {
        row,
        number: PolicyNumber::parse(&policy.policy).ok(),
        product,
        agreement,
        applied,
        accepted,
        devices: own.devices.into_iter().map(|(_, device)| device).collect(),
        insured: own.insured.into_iter().map(|(_, insured)| insured).collect(),
        mandate: own.mandate.map(|(_, mandate)| mandate),
        opening,
        policy,
    };
    Ok(domain_agrees(app, now, &planned, problems).then_some(planned))
}

/// The money side as it stands on the day.
fn opening(
    app: &App,
    product: &Product,
    agreement: &str,
    (on, (row, policy), applied): (Date, (u32, &PolicyRow), Instant),
    balances: &[(u32, BalanceRow)],
    problems: &mut Problems,
) -> Option<Opening> {
    let country = product.country();
    let start = kernel::local_date(applied, country);
    let end = apply::policy_terms(product, policy.frequency)
        .duration
        .map(|duration| kernel::local_date(duration.from_date(start, country, Roll::Never).end, country));
    let charged = charged(policy, (start, end), on).map_err(|what| {
        problems.add("policies", row, "charged_until", what);
    });
    let mut charged = charged.ok()?;
    let mut open: BTreeMap<Date, (u32, &BalanceRow)> =
        balances.iter().map(|(row, balance)| (balance.due, (*row, balance))).collect();
    let count = charged.len();
    let mut debts = Vec::new();
    for instalment in charged.drain(..) {
        let balance = open.remove(&instalment.due);
        if balance.is_none() && instalment.period.to().is_none_or(|to| to <= on) {
            continue;
        }
        let gross = balance.and_then(|(_, balance)| balance.premium).unwrap_or(policy.premium);
        let (left, reversed) =
            balance.map_or((Money::ZERO, Money::ZERO), |(_, balance)| (balance.open, balance.taken_back));
        if let Some((row, _)) = balance.filter(|_| left + reversed > gross) {
            problems.add(
                "balances",
                row,
                "open",
                format!("with what was taken back more than the premium of {gross}"),
            );
            continue;
        }
        debts.push(OpeningDebt {
            no: instalment.no,
            period: instalment.period,
            due: instalment.due,
            split: contracts::split(app, (agreement, country), gross, instalment.due),
            reversed,
            paid: gross - reversed - left,
        });
    }
    for (row, _) in open.into_values() {
        problems.add(
            "balances",
            row,
            "due",
            "no premium fell due on this day and before charged_until (GEN-TIME-04)",
        );
    }
    if policy.credit > Money::ZERO && debts.iter().any(|debt| debt.open().is_positive()) {
        problems.add("policies", row, "credit", "something is open in balances: take the credit off it");
    }
    let is_open = debts.iter().any(|debt| debt.open().is_positive());
    let reminder = match (policy.reminder_sent, policy.reminder_last_day) {
        (Some(_), Some(_)) if !is_open => {
            problems.add("policies", row, "reminder_sent", "nothing is open in balances: leave it out");
            None
        }
        (Some(sent), Some(_)) if sent > on => {
            problems.add("policies", row, "reminder_sent", format!("lies after the takeover of {on}"));
            None
        }
        (Some(sent), Some(last_day)) => Some(OpeningReminder {
            sent: kernel::start_of_day(sent, country),
            received: sent,
            last_day,
            cover_stops: kernel::end_of_day(last_day, country),
        }),
        _ => None,
    };
    let kept = u32::try_from(debts.len()).unwrap_or(u32::MAX);
    let before = u32::try_from(count).unwrap_or(u32::MAX).saturating_sub(kept);
    Some(Opening { on, before, debts, credit: policy.credit, mandate: None, reminder })
}

/// The instalments that had fallen due: up to the day from which on nothing was charged.
fn charged(
    policy: &PolicyRow,
    (start, end): (Date, Option<Date>),
    on: Date,
) -> Result<Vec<billing::Instalment>, String> {
    let mut charged = Vec::new();
    let Some(until) = policy.charged_until else { return Ok(charged) };
    for no in 1.. {
        let Some(next) = billing::instalment(start, policy.frequency, end, no) else { break };
        if next.period.from() >= until {
            break;
        }
        charged.push(next);
    }
    let last = charged.last();
    let ends = last.map_or(Some(start), |last| last.period.to());
    if ends != Some(until) {
        let or = last.map(|last| format!("{} or ", last.period.from())).unwrap_or_default();
        let ends = ends.map_or_else(String::new, |ends| ends.to_string());
        return Err(format!("is no premium due date of this policy: must be {or}{ends} (GEN-TIME-04)"));
    }
    match last {
        Some(last) if last.due > on => Err(format!("premium fell due after the takeover of {on}")),
        _ => Ok(charged),
    }
}

/// Asks the domain itself, with references to nothing in place of what is sealed later.
fn domain_agrees(app: &App, now: Instant, planned: &Planned, problems: &mut Problems) -> bool {
    let nowhere = VaultRef { id: Id::from_i64(1).expect("one is an id"), commitment: String::new() };
    let number = planned.number.clone().unwrap_or_else(|| PolicyNumber::from_entropy(0));
    let identities = vec![nowhere.clone(); planned.devices.len()];
    let insured = vec![nowhere.id; planned.insured.len()];
    let application = planned.application(number, nowhere.id, &identities, &insured, kernel::Language::Nl);
    let command = planned.command(application, planned.opening.clone());
    let split = |gross: Money, due: Date| {
        contracts::split(app, (&planned.agreement, planned.product.country()), gross, due)
    };
    let new_id = || nowhere.id;
    let arrears = billing::ArrearsTerms::NONE;
    let day =
        policy::Day { now, booked_through: None, split: &split, arrears, new_id: &new_id, by_email: false };
    match policy::decide(None, &command, &day) {
        Ok(_) => true,
        Err(refusal) => {
            let refused = crate::Refused::from(&refusal);
            let rule = refused.rule.map(|rule| format!(" ({})", rule.id())).unwrap_or_default();
            problems.add(
                "policies",
                planned.row,
                "",
                format!("cannot be taken over: {}{rule}", refused.code),
            );
            false
        }
    }
}

impl Planned {
    /// What was agreed, as it stands.
    pub(super) fn application(
        &self,
        number: PolicyNumber,
        holder: Id,
        identities: &[VaultRef],
        insured: &[Id],
        language: kernel::Language,
    ) -> Application {
        let (policy, product) = (&self.policy, &self.product);
        let devices = self.devices.iter().zip(identities).map(|(device, identity)| Device {
            item: device.item,
            kind: device.kind,
            identity: identity.clone(),
            bought: device.bought,
            purchase_value: device.purchase_value,
            excess: device.excess,
            premium: device.premium.filter(|_| self.devices.len() > 1),
        });
        let insured = self.insured.iter().zip(insured);
        Application {
            number,
            holder,
            holder_kind: policy.holder,
            country: product.country(),
            language,
            product: ProductRef {
                code: product.code().to_owned(),
                version: product.wording().version.clone(),
                hash: product.content_hash().to_owned(),
            },
            agreement: self.agreement.clone(),
            plan: policy.plan.clone(),
            flags: product.plan(&policy.plan).map(|plan| plan.flags.clone()).unwrap_or_default(),
            devices: devices.collect(),
            premium: policy.premium,
            frequency: policy.frequency,
            terms: apply::policy_terms(product, policy.frequency),
            proof: None,
            missing: BTreeSet::new(),
            partner: policy.partner.clone(),
            minor: None,
            insured: insured
                .map(|(row, person)| policy::Insured { person: *person, relation: row.relation })
                .collect(),
        }
    }

    /// The command that takes it over.
    pub(super) fn command(&self, application: Application, opening: Opening) -> Command {
        let country = self.product.country();
        let ending = self.policy.last_insured_day.zip(self.policy.ended_by).map(|(last_day, way)| Ending {
            way,
            received: kernel::start_of_day(self.opening.on, country),
            ends: kernel::end_of_day(last_day, country),
            back: Back::ByDays,
        });
        Command::TakeOver {
            application: Box::new(application),
            applied: self.applied,
            accepted: self.accepted,
            ending,
            opening: Box::new(opening),
        }
    }
}

/// Policy and device numbers must be free: in the file, and here (PRIV-02).
fn numbers_are_free(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    plan: &Plan,
    problems: &mut Problems,
) -> Result<(), AppError> {
    let own = plan.policies.iter().filter_map(|planned| Some((planned.row, planned.number.as_ref()?)));
    let own: Vec<(u32, &PolicyNumber)> = own.collect();
    let keys: Vec<(&str, &str)> = own.iter().map(|(_, number)| ("policy-number", number.as_str())).collect();
    for ((row, _), owner) in own.iter().zip(unique::owners(tx, &keys)?) {
        if owner.is_some() {
            problems.add("policies", *row, "policy", "a policy with this number is here already");
        }
    }
    let mut first: BTreeMap<(&'static str, String), u32> = BTreeMap::new();
    let mut asked = Vec::new();
    for planned in &plan.policies {
        for device in &planned.devices {
            for number in devices::numbers(app, &device.identity) {
                if let Some(row) = first.get(&number) {
                    let what =
                        format!("policy of row {row} has this device too: it is insured once (PRIV-02)");
                    problems.add("policies", planned.row, "", what);
                } else {
                    first.insert(number.clone(), planned.row);
                    asked.push((planned.row, number, &device.identity));
                }
            }
        }
    }
    let keys: Vec<(&str, &str)> = asked.iter().map(|(_, (kind, value), _)| (*kind, value.as_str())).collect();
    let nobody = Id::from_i64(1).expect("one is an id");
    for ((row, _, identity), owner) in asked.iter().zip(unique::owners(tx, &keys)?) {
        if owner.is_some() && devices::is_free(app, tx, now, nobody, identity).is_err() {
            problems.add("policies", *row, "", "a device of it is insured here already (PRIV-02)");
        }
    }
    Ok(())
}

//! Cases from a seed: most facts plausible, some missing, some odd.

use kernel::{DeviceKind, Frequency, Instant, Money, add_days};
use terms::{Answerer, Case, CaseItem, FactSpec, Facts, Kind, Product, Schedule, Scope, Value};

/// Numbers from a seed (xorshift).
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        // Zero would stay zero; neighbours must differ at once.
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// From 0 to below `sides`.
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }

    pub(crate) fn one_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }
}

/// What is so in most claims, of the facts that a product speaks of.
const EVERYDAY: &str = "cover_at_event=on; cover_at_discovery=on; reported_after_end=no; reported_at=2026-06-03T09:00:00Z; \
    what_happened=dropped; damage_arose_at=2026-06-01T10:00:00Z; discovered_at=2026-06-01T10:00:00Z; affects_function=yes; \
    holder=insured_person; circumstances=; damaged_before=no; recovered_elsewhere=0; warranty_refused_for_repair=no; \
    repairable=yes; repair_cost=180.00; equivalent_price=600.00; theft_how=robbery; offender_described=yes; \
    moment_known=yes; traces_of_forcing=yes; left_where=home; kept_locked=yes; left_alone_from=2026-06-01; \
    police_told=yes; police_report_seen=yes; police_reported_at=2026-06-02T08:00:00Z; remote_block=blocked; \
    sim_block=sim_blocked; tracking=tracked; case_and_shield_in_use=yes; case_and_shield_shown=yes";

/// A case that fits the product: one to three items; three of four an everyday claim with a few facts otherwise or
/// missing, the fourth of facts at random.
pub(crate) fn case(product: &Product, dice: &mut Dice) -> Case {
    let plans = product.plans();
    let plan = &plans[dice.roll(plans.len() as u64) as usize];
    let mut schedule = Schedule::of_plan(&plan.code);
    for flag in plan.flags.keys() {
        if dice.one_in(8) {
            schedule.flags.insert(flag.clone(), dice.one_in(2));
        }
    }
    if !dice.one_in(8) {
        schedule.started_on = Some(add_days(FIRST, 30 - dice.roll(1_000) as i64));
        schedule.frequency =
            Some([Frequency::Monthly, Frequency::Yearly, Frequency::OneOff][dice.roll(3) as usize]);
    }
    let items = (1..=[1, 1, 1, 2, 3][dice.roll(5) as usize]).map(|number| item(dice, number)).collect();
    let mut case = Case { schedule, event: Facts::new(), items };
    let free: Vec<&FactSpec> =
        product.facts().iter().filter(|spec| !spec.who.contains(&Answerer::Schedule)).collect();
    if dice.one_in(4) {
        for spec in &free {
            if !dice.one_in(5) && (!spec.is_presumed() || dice.one_in(12)) {
                state(&mut case, spec, || value(spec, dice));
            }
        }
        return case;
    }
    for (name, text) in EVERYDAY.split(';').filter_map(|fact| fact.trim().split_once('=')) {
        if let Some(spec) = product.fact(name) {
            let known = product.parse_value(name, text).expect("everyday facts fit");
            state(&mut case, spec, || known.clone());
        }
    }
    if let Some(what) = product.fact("what_happened").filter(|_| dice.one_in(2)) {
        state(&mut case, what, || value(what, dice));
    }
    for _ in 0..dice.roll(7) {
        let spec = free[dice.roll(free.len() as u64) as usize];
        if dice.one_in(4) {
            case.event.0.remove(&spec.name);
            for item in &mut case.items {
                item.facts.0.remove(&spec.name);
            }
        } else {
            state(&mut case, spec, || value(spec, dice));
        }
    }
    case
}

/// Of the event once, of the items for each.
fn state(case: &mut Case, spec: &FactSpec, mut value: impl FnMut() -> Value) {
    match spec.scope {
        Scope::Event => case.event.set(&spec.name, value()),
        Scope::Item => case.items.iter_mut().for_each(|item| item.facts.set(&spec.name, value())),
    }
}

const FIRST: kernel::Date = kernel::date(2026, 1, 5);

fn item(dice: &mut Dice, item: u32) -> CaseItem {
    let kinds = [DeviceKind::Phone, DeviceKind::Tablet, DeviceKind::Laptop];
    CaseItem {
        item,
        device: kinds[dice.roll(3) as usize],
        purchase_value: Money::from_cents(20_000 + dice.roll(100_000) as i64),
        excess: Money::from_cents([0, 2_500, 5_000, 5_000, 90_000][dice.roll(5) as usize]),
        purchased_on: add_days(FIRST, -(dice.roll(1_500) as i64)),
        manufacturer_warranty_ends_on: dice.one_in(3).then(|| add_days(FIRST, dice.roll(700) as i64 - 400)),
        facts: Facts::new(),
    }
}

fn value(spec: &FactSpec, dice: &mut Dice) -> Value {
    let name = |dice: &mut Dice| spec.values[dice.roll(spec.values.len() as u64) as usize].name.clone();
    match spec.kind {
        Kind::Bool => Value::Bool(dice.one_in(2)),
        // The first values of a choice are the everyday ones.
        Kind::Choice if dice.one_in(2) => Value::Choice(spec.values[0].name.clone()),
        Kind::Choice => Value::Choice(name(dice)),
        Kind::Set => Value::Set((0..dice.roll(8).saturating_sub(5)).map(|_| name(dice)).collect()),
        Kind::Number => Value::Number((dice.roll(200) as i64).into()),
        Kind::Money => Value::Money(Money::from_cents([0, dice.roll(120_000) as i64][dice.roll(2) as usize])),
        Kind::Date => Value::Date(add_days(FIRST, dice.roll(120) as i64)),
        // Around the first days of June.
        Kind::Instant => {
            let second = 1_780_300_000 + dice.roll(10) as i64 * 43_200 + dice.roll(60) as i64 * 1_440;
            Value::Instant(Instant::from_second(second).expect("a second of 2026"))
        }
        Kind::Term => Value::Term(kernel::Term::Days(1 + dice.roll(60) as u32)),
    }
}

//! The facts of a case in their typed places: what is decided on, once it is known to fit the product.

use crate::bits::Bits;
use crate::expr::FactIx;
use crate::facts::{Case, CaseItem, FactFault, Schedule, Source, datum};
use crate::limits;
use crate::product::{FactSpec, Product, Scope};
use crate::value::{Datum, Kind, Value};

/// A case whose facts are known to fit its product, each in its place. Made once by [`Product::bind`]; deciding it again
/// then costs no look-ups.
#[derive(Debug, Clone)]
pub struct Bound<'a> {
    pub(crate) product: &'a Product,
    pub(crate) items: Vec<BoundItem>,
}

#[derive(Debug, Clone)]
pub(crate) struct BoundItem {
    pub(crate) item: u32,
    /// Stated or presumed, by position of the fact.
    pub(crate) values: Vec<Option<Datum>>,
    pub(crate) stated: Bits,
}

impl Product {
    /// Puts the facts of a case in their places.
    ///
    /// # Errors
    /// Everything that is wrong with the facts, but for what only shows when they are weighed together.
    pub fn bind(&self, case: &Case) -> Result<Bound<'_>, Vec<FactFault>> {
        if case.items.is_empty() || case.items.len() > limits::ITEMS {
            return Err(vec![FactFault::Items { count: case.items.len() }]);
        }
        let mut faults = Vec::new();
        let mut event = Binding::new(self, &mut faults);
        for (name, value) in &case.event.0 {
            event.state_named(name, value, Source::Event);
        }
        self.flags(case, &mut event);
        event.policy(&case.schedule);
        let (values, stated, flags) = (event.values, event.stated, event.scheduled);
        let mut items: Vec<BoundItem> = Vec::with_capacity(case.items.len());
        for item in &case.items {
            let mut binding = Binding {
                product: self,
                item: item.item,
                values: values.clone(),
                stated,
                scheduled: flags,
                own: Bits::default(),
                faults: &mut faults,
            };
            binding.item(item, &items);
            items.push(BoundItem { item: item.item, values: binding.values, stated: binding.stated });
        }
        if faults.is_empty() { Ok(Bound { product: self, items }) } else { Err(sorted(faults)) }
    }

    /// What plan and schedule say, by name of the flag.
    fn flags(&self, case: &Case, binding: &mut Binding<'_, '_>) {
        for flag in case.schedule.flags.keys() {
            if !self.plans.iter().any(|plan| plan.flags.contains_key(flag)) {
                binding.faults.push(FactFault::UnknownFact { fact: flag.clone() });
            }
        }
        let Some(plan) = self.plan(&case.schedule.plan) else {
            binding.faults.push(FactFault::UnknownPlan { plan: case.schedule.plan.clone() });
            return;
        };
        for (flag, otherwise) in &plan.flags {
            if let Some(fact) = self.fact_by_name.get(flag) {
                let on = case.schedule.flags.get(flag).unwrap_or(otherwise);
                binding.put(*fact, Datum::Bool(*on), Source::Schedule);
            }
        }
    }
}

/// In a stable order, each once.
pub(crate) fn sorted(mut faults: Vec<FactFault>) -> Vec<FactFault> {
    faults.sort_by_cached_key(ToString::to_string);
    faults.dedup();
    faults
}

struct Binding<'a, 'f> {
    product: &'a Product,
    values: Vec<Option<Datum>>,
    stated: Bits,
    /// Number of the item; 0 for what all have in common.
    item: u32,
    /// Those of them that the schedule stated, and those of the item.
    scheduled: Bits,
    own: Bits,
    faults: &'f mut Vec<FactFault>,
}

impl<'a, 'f> Binding<'a, 'f> {
    fn new(product: &'a Product, faults: &'f mut Vec<FactFault>) -> Self {
        let (values, none) = (product.program.presumptions.clone(), Bits::default());
        Self { product, item: 0, values, stated: none, scheduled: none, own: none, faults }
    }

    /// An item's own facts, then what the schedule says of it: a product need not speak of all of that.
    fn item(&mut self, item: &CaseItem, before: &[BoundItem]) {
        for (name, value) in &item.facts.0 {
            let Some(fact) = self.state_named(name, value, Source::Item { item: item.item }) else {
                continue;
            };
            // There is one event: what one item says of it another cannot deny.
            let differs =
                |other: &&BoundItem| other.stated.has(fact) && other.values[fact] != self.values[fact];
            if self.product.facts[fact].scope == Scope::Event
                && let Some(other) = before.iter().find(differs)
            {
                let by = vec![Source::Item { item: other.item }, Source::Item { item: item.item }];
                self.faults.push(FactFault::StatedTwice { fact: name.clone(), by });
            }
        }
        let schedule = &self.product.program.schedule;
        self.state(schedule.device_kind, |spec| {
            let bit = spec.bit(item.device.code()).filter(|_| spec.kind == Kind::Choice);
            bit.map(Datum::Choice)
                .ok_or_else(|| FactFault::WrongValue { fact: spec.name.clone(), wanted: spec.kind })
        });
        self.state(schedule.purchase_value, |spec| datum(spec, &Value::Money(item.purchase_value)));
        self.state(schedule.excess, |spec| datum(spec, &Value::Money(item.excess)));
        self.state(schedule.purchased_on, |spec| datum(spec, &Value::Date(item.purchased_on)));
        if let Some(date) = item.manufacturer_warranty_ends_on {
            self.state(schedule.manufacturer_warranty_ends_on, |spec| datum(spec, &Value::Date(date)));
        }
    }

    /// What the schedule says of the policy as a whole: a product need not speak of it.
    fn policy(&mut self, of: &Schedule) {
        let schedule = &self.product.program.schedule;
        if let Some(frequency) = of.frequency {
            // Names of values have no dashes.
            let name = frequency.code().replace('-', "_");
            self.state(schedule.premium_frequency, |spec| datum(spec, &Value::Choice(name)));
        }
        if let Some(date) = of.started_on {
            self.state(schedule.policy_started_on, |spec| datum(spec, &Value::Date(date)));
        }
    }

    fn state_named(&mut self, name: &str, value: &Value, source: Source) -> Option<FactIx> {
        let Some(fact) = self.product.fact_by_name.get(name).copied() else {
            self.faults.push(FactFault::UnknownFact { fact: name.to_owned() });
            return None;
        };
        match datum(&self.product.facts[fact], value) {
            Ok(value) => self.put(fact, value, source),
            Err(fault) => self.faults.push(fault),
        }
        Some(fact)
    }

    fn state(&mut self, fact: Option<FactIx>, value: impl FnOnce(&FactSpec) -> Result<Datum, FactFault>) {
        let Some(fact) = fact else { return };
        match value(&self.product.facts[fact]) {
            Ok(value) => self.put(fact, value, Source::Schedule),
            Err(fault) => self.faults.push(fault),
        }
    }

    fn put(&mut self, fact: FactIx, value: Datum, source: Source) {
        if self.stated.insert(fact) {
            self.values[fact] = Some(value);
            match source {
                Source::Event => false,
                Source::Item { .. } => self.own.insert(fact),
                Source::Schedule => self.scheduled.insert(fact),
            };
        } else if self.values[fact] != Some(value) {
            let before = match (self.own.has(fact), self.scheduled.has(fact)) {
                (true, _) => Source::Item { item: self.item },
                (_, true) => Source::Schedule,
                _ => Source::Event,
            };
            let fact = self.product.facts[fact].name.clone();
            self.faults.push(FactFault::StatedTwice { fact, by: vec![before, source] });
        }
    }
}

//! From a situation to a case that is really decided: no example is shown that was not.

use kernel::{DeviceKind, Money};

use super::verdict::Ending;
use crate::decide::decide;
use crate::decision::{Decision, Verdict};
use crate::facts::{Case, CaseItem, FactFault, Facts, Schedule};
use crate::product::{Plan, Product, Scope};
use crate::value::Value;

/// The case of these facts for one product. What it does not know is left out, and so is what the plan settles, unless
/// flags may be `agreed` otherwise.
pub(super) fn case(product: &Product, plan: &Plan, agreed: bool, facts: &Facts) -> Case {
    let mut case = Case {
        schedule: Schedule::of_plan(&plan.code),
        event: Facts::new(),
        items: vec![CaseItem {
            item: 1,
            device: DeviceKind::Phone,
            purchase_value: Money::from_cents(80_000),
            excess: Money::from_cents(5_000),
            purchased_on: kernel::Date::constant(2024, 2, 10),
            manufacturer_warranty_ends_on: None,
            facts: Facts::new(),
        }],
    };
    let [item] = case.items.as_mut_slice() else { return case };
    for (name, value) in &facts.0 {
        match (name.as_str(), value) {
            ("device_kind", Value::Choice(kind)) => item.device = kind.parse().unwrap_or(DeviceKind::Phone),
            ("purchase_value", Value::Money(money)) => item.purchase_value = *money,
            ("excess", Value::Money(money)) => item.excess = *money,
            ("purchased_on", Value::Date(date)) => item.purchased_on = *date,
            _ => {
                let Some(spec) = product.fact(name) else { continue };
                if let (Some(on), Value::Bool(otherwise)) = (plan.flags.get(name), value) {
                    if agreed && on != otherwise {
                        case.schedule.flags.insert(name.clone(), *otherwise);
                    }
                    continue;
                }
                if spec.kind != value.kind() {
                    continue;
                }
                let understood = match value {
                    Value::Choice(name) if spec.bit(name).is_none() => continue,
                    Value::Set(names) => {
                        Value::Set(names.iter().filter(|name| spec.bit(name).is_some()).cloned().collect())
                    }
                    other => other.clone(),
                };
                let place = if spec.scope == Scope::Item { &mut item.facts } else { &mut case.event };
                place.set(name, understood);
            }
        }
    }
    case
}

/// How the case really ends, with the amount of a covered one; `None` where it cannot be decided at all.
pub(super) fn ending(product: &Product, plan: &Plan, facts: &Facts) -> Option<(Ending, Option<Decision>)> {
    match decide(product, &case(product, plan, false, facts)) {
        Ok(decision) => {
            let ending = match decision.items.first()?.verdict {
                Verdict::Covered { remedy, .. } => Ending::Covered(remedy),
                Verdict::NotCovered => Ending::NotCovered,
                Verdict::Routed { to } => Ending::Routed(to),
                Verdict::NeedsPerson | Verdict::NeedsFacts => Ending::Open,
            };
            Some((ending, Some(decision)))
        }
        Err(faults) => {
            let contradicts = faults.iter().all(|fault| matches!(fault, FactFault::Contradiction { .. }));
            contradicts.then_some((Ending::Contradiction, None))
        }
    }
}

/// The same facts without those that do not matter: `holds` must stay true.
pub(super) fn without_idle_facts(facts: &Facts, mut holds: impl FnMut(&Facts) -> bool) -> Facts {
    let mut kept = facts.clone();
    for name in facts.0.keys() {
        let Some(value) = kept.0.remove(name) else { continue };
        if !holds(&kept) {
            kept.0.insert(name.clone(), value);
        }
    }
    kept
}

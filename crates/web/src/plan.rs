//! The parts of a payment plan, the same at the desk and in the portal.

use billing::PlanPart;
use kernel::Money;

use crate::Words;
use crate::part::{Badge, Cell, Empty, List, Tone};

/// The parts with what is still to be paid of each; none without a plan.
pub(crate) fn list(words: Words, parts: &[(PlanPart, Money)]) -> Option<List> {
    let row = |(part, left): &(PlanPart, Money)| {
        let badge = if left.is_positive() {
            Badge::new(Tone::Plain, words.with("plan-left", "amount", words.money(left)))
        } else {
            Badge::new(Tone::Good, words.t("plan-paid"))
        };
        vec![Cell::text(words.day(&part.on)), Cell::Figure(words.money(&part.amount)), Cell::Badge(badge)]
    };
    let heads = ["plan-on", "plan-amount", "plan-state"].map(|key| words.t(key));
    let none = Empty::new("", "");
    let list = || List::new(words.t("plan-title"), &heads, parts.iter().map(row).collect(), none);
    (!parts.is_empty()).then(list)
}

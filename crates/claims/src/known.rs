//! What the house itself knows of a claim, beside what people state.

use kernel::Instant;
use serde::{Deserialize, Serialize};
use terms::{Facts, Product, Value};

/// What Harmony itself knows for a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Cover at the moment the damage arose: `on`, `provisional`, `suspended`, `off` or `void`.
    pub cover_at_event: String,
    /// The insurance had ended when the damage was reported (AMB-29).
    pub reported_after_end: bool,
    /// Cover at the moment the damage was discovered, for a wording that asks for it (BE-TERM-02, AMB-64).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover_at_discovery: Option<String>,
    /// The damage arose after everything was paid and before cover was back, for a wording that asks for it (AMB-16).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_before_it_arose: Option<bool>,
}

impl Known {
    /// The facts of an event with what Harmony knows itself, as far as the wording speaks of it.
    #[must_use]
    pub fn state(&self, product: &Product, event: Facts, reported_at: Instant, evidence_late: bool) -> Facts {
        let values = [
            ("cover_at_event", Some(Value::choice(&self.cover_at_event))),
            ("reported_after_end", Some(self.reported_after_end.into())),
            ("cover_at_discovery", self.cover_at_discovery.as_deref().map(Value::choice)),
            ("paid_before_it_arose", self.paid_before_it_arose.map(Value::from)),
            ("reported_at", Some(reported_at.into())),
            ("evidence_late", Some(evidence_late.into())),
        ];
        let asked = values.into_iter().filter(|(name, _)| product.fact(name).is_some());
        asked.fold(event, |event, (name, value)| match value {
            Some(value) => event.with(name, value),
            None => event,
        })
    }
}

//! What a decision says. Free of language: texts are looked up in the product by the names it carries.

use kernel::Money;
use serde::{Deserialize, Serialize};

use crate::product::{Answerer, ClauseKind, StepKind};
use crate::shared::Shared;
use crate::value::Truth;

/// The exact wording a decision was made on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Product code.
    pub product: String,
    /// Version of the conditions, such as `2021-1`.
    pub version: String,
    /// Revision of their encoding.
    pub revision: u32,
    /// SHA-256 of the folder, hexadecimal.
    pub content_hash: String,
    /// Version of the law data it was written against.
    pub law_data: String,
}

kernel::text_enum! {
    /// What an exclusion does when it applies.
    pub enum Effect {
        /// Nothing is paid.
        Exclude = "exclude",
        /// The customer is sent to the manufacturer (`NL-EXCL-03`).
        ToManufacturer = "to-manufacturer",
        /// The customer is sent to whoever sold the device (`NL-EXCL-03`).
        ToSeller = "to-seller",
    }
}

kernel::text_enum! {
    /// Where a customer is sent.
    pub enum Route {
        /// The manufacturer's warranty.
        Manufacturer = "manufacturer",
        /// The seller, who must deliver what was promised.
        Seller = "seller",
    }
}

kernel::text_enum! {
    /// How a covered loss is made good.
    pub enum Remedy {
        /// The authorised repairer repairs; the amount is the insurer's share.
        Repair = "repair",
        /// An equivalent device; the amount is the insurer's share.
        Replacement = "replacement",
        /// Money to the customer.
        Payment = "payment",
    }
}

/// The answer for one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Verdict {
    /// Covered: what is done and what the insurer bears.
    Covered {
        /// How it is made good.
        remedy: Remedy,
        /// What the insurer bears, excess taken off.
        amount: Money,
    },
    /// Proposed: nothing is paid. Only a person may refuse.
    NotCovered,
    /// Somebody else answers first.
    Routed {
        /// Who.
        to: Route,
    },
    /// Only a judgement by an authorised person is missing.
    NeedsPerson,
    /// Facts are missing.
    NeedsFacts,
}

kernel::text_enum! {
    /// What came of a clause.
    pub enum Outcome {
        /// The grant, exclusion, cost or breach of an obligation applies.
        Applies = "applies",
        /// It would apply, but its own exception saves.
        Excepted = "excepted",
        /// It has no bearing.
        DoesNotApply = "does-not-apply",
        /// A condition that matters is met.
        Met = "met",
        /// A condition that matters is not met.
        NotMet = "not-met",
        /// The facts do not settle it yet.
        Unknown = "unknown",
    }
}

/// A clause and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseTrace {
    /// Name of the clause in its product.
    pub clause: Shared,
    /// What it does.
    pub kind: ClauseKind,
    /// Rule of the rulebook.
    pub rule: Shared,
    /// Where it stands in the conditions, as the folder writes it ([`Article::written`](crate::Article::written)).
    pub article: Shared,
    /// What came of it.
    pub outcome: Outcome,
}

kernel::text_enum! {
    /// Which half of the decision a fact is missing for.
    pub enum Stage {
        /// Whether there is cover.
        Cover = "cover",
        /// How much, and how.
        Amount = "amount",
    }
}

/// A fact that is still needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingFact {
    /// Its name; question and help are in the product.
    pub fact: Shared,
    /// What it is needed for.
    pub stage: Stage,
    /// Who can state it.
    pub who: Vec<Answerer>,
    /// Only a person with that right may.
    pub finding: bool,
    /// Evidence that would settle it.
    pub evidence: Vec<Shared>,
}

/// One step of the arithmetic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Name of the step in its product.
    pub step: Shared,
    /// What it does.
    pub kind: StepKind,
    /// Rule of the rulebook.
    pub rule: Shared,
    /// The amount that is added, taken off or compared with.
    pub amount: Money,
    /// The amount after this step.
    pub result: Money,
}

/// The decision on one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemDecision {
    /// The item's number in the case.
    pub item: u32,
    /// The answer.
    pub verdict: Verdict,
    /// Whether there is cover, also while remedy or amount are still open.
    pub cover: Truth,
    /// The clauses that decided it.
    pub decided_by: Vec<ClauseTrace>,
    /// Every clause that was considered, in the order of the wording.
    pub considered: Vec<ClauseTrace>,
    /// Facts still needed: the cheapest to ask first, then as the product lists them.
    pub missing: Vec<MissingFact>,
    /// The item that has to be decided before this one, because a sum is taken off once per claim (AMB-60).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<u32>,
    /// Facts nobody stated that were taken as the product presumes.
    pub presumed: Vec<Shared>,
    /// Evidence of the standard list for such a loss (`NL-CLAIM-04`).
    pub evidence: Vec<Shared>,
    /// The rule that chose the remedy of a covered item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy_rule: Option<Shared>,
    /// The arithmetic; empty while something is open.
    pub steps: Vec<Step>,
}

/// A decision on a case. The same product and case give the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The wording it was made on.
    pub wording: Wording,
    /// Plan of the policy.
    pub plan: String,
    /// SHA-256 of the case as JSON, hexadecimal.
    pub inputs_hash: String,
    /// One answer an item, in the order of the case.
    pub items: Vec<ItemDecision>,
    /// What the insurer bears for all covered items together; `None` while an item is open.
    pub total: Option<Money>,
    /// A computer may approve it. A refusal never is; it is a proposal to a person.
    pub approvable_by_machine: bool,
}

/// The verdicts of a decision without its reasons: what is needed to count and to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdicts {
    /// One answer an item, in the order of the case.
    pub items: Vec<Verdict>,
    /// What the insurer bears for all covered items together; `None` while an item is open.
    pub total: Option<Money>,
    /// A computer may approve it.
    pub approvable_by_machine: bool,
}

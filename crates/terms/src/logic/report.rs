//! What checking and comparing products gives.

use kernel::Money;
use serde::Serialize;

use crate::decision::Verdict;
use crate::facts::{Case, Facts};
use crate::fault::Fault;

kernel::text_enum! {
    /// In what two products decide differently.
    pub enum DifferenceKind {
        /// Covered or not.
        Verdict = "verdict",
        /// Sent to the maker or the seller, or not.
        Route = "route",
        /// Made good in another way.
        Remedy = "remedy",
        /// Another amount.
        Amount = "amount",
        /// A computer may approve it, or not.
        Machine = "machine",
        /// Facts that one takes and the other refuses as contradictory.
        Contradiction = "contradiction",
        /// One decides where the other still needs facts.
        Asking = "asking",
    }
}

/// One way in which situations are decided differently.
#[derive(Debug, Clone, Serialize)]
pub struct Difference {
    /// In what.
    pub kind: DifferenceKind,
    /// How the first one ends, where that is the difference.
    pub from: Option<String>,
    /// How the second one ends.
    pub to: Option<String>,
    /// What they see differently: clauses, remedies, checks, steps, as `exclusion.lent`. All of them together bring the
    /// difference about, and none of them can be left out.
    pub by: Vec<String>,
    /// A case that was decided by both. `None` where the arithmetic is beyond what can be searched: there may be such a
    /// case then.
    pub example: Option<Example>,
}

/// Facts that two sides decide differently.
#[derive(Debug, Clone, Serialize)]
pub struct Example {
    /// The facts that matter, by name.
    pub facts: Facts,
    /// The first side.
    pub a: Side,
    /// The second side.
    pub b: Side,
}

/// What one side makes of an example.
#[derive(Debug, Clone, Serialize)]
pub struct Side {
    /// As it was decided.
    pub case: Case,
    /// `None` where the facts contradict each other.
    pub verdict: Option<Verdict>,
    /// Of a covered item.
    pub amount: Option<Money>,
    /// A computer may approve it.
    pub machine: bool,
    /// Names of the clauses that decided.
    pub decided_by: Vec<String>,
}

/// Something that stands differently in two products, whether or not it makes a decision different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What: `parameter.claim_report`, `exclusion.lent`.
    pub what: String,
    /// As it was; empty where it is new.
    pub from: String,
    /// As it is; empty where it is gone.
    pub to: String,
}

/// What [`diff`](super::diff) found.
#[derive(Debug, Clone, Serialize)]
pub struct Diff {
    /// Plans that were compared: the first side's and the second's.
    pub plans: Vec<PlanDiff>,
    /// What stands differently.
    pub changes: Vec<Change>,
}

impl Diff {
    /// Neither a decision nor anything written is different, and everything could be looked at.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.changes.is_empty() && self.decides_the_same()
    }

    /// No situation is decided differently: every situation was looked at.
    #[must_use]
    pub fn decides_the_same(&self) -> bool {
        self.plans.iter().all(|plan| plan.whole && plan.differences.is_empty())
    }
}

/// Two plans side by side.
#[derive(Debug, Clone, Serialize)]
pub struct PlanDiff {
    /// Plan of the first product.
    pub a: String,
    /// Plan of the second.
    pub b: String,
    /// Every kind of difference.
    pub differences: Vec<Difference>,
    /// False where the limits on the search were reached: there may be more then.
    pub whole: bool,
}

/// Something in a folder that loads but cannot be meant.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// Where, what, and what to write instead.
    #[serde(flatten)]
    pub fault: Fault,
    /// A case that shows it, where there is one.
    pub example: Option<Case>,
}

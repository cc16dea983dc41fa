//! Rule IDs and refusals: every "no" names the rule behind it.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

/// A rule of the rulebook or a fact of law by its ID, such as `Rule("NL-DUN-04")`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule(pub &'static str);

crate::text::coded_error! {
    /// Why a text is no rule ID.
    RuleError {
        Shape = "rule-shape": "a rule ID is upper-case letters, digits and dashes, at most 32",
        TooMany = "rule-too-many": "more different rule IDs were read than there can be rules",
    }
}

impl Rule {
    /// The ID.
    pub const fn id(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl FromStr for Rule {
    type Err = RuleError;

    /// Reads a stored rule ID back. Each different ID is kept once for the life of the program, which is why their
    /// number and shape are limited.
    fn from_str(text: &str) -> Result<Self, RuleError> {
        const LONGEST_ID: usize = 32;
        const MOST_IDS: usize = 4_096;
        static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

        let fits = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-';
        if text.is_empty() || text.len() > LONGEST_ID || !text.bytes().all(fits) {
            return Err(RuleError::Shape);
        }
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&id) = known.get(text) {
            return Ok(Self(id));
        }
        if known.len() >= MOST_IDS {
            return Err(RuleError::TooMany);
        }
        let id: &'static str = Box::leak(text.to_owned().into_boxed_str());
        known.insert(id);
        Ok(Self(id))
    }
}

crate::__serde_as_text!(Rule, |it: &Rule| it.id());

/// A named "no". What the person reads derives from [`Refusal::code`] and [`Refusal::args`].
pub trait Refusal: fmt::Debug {
    /// Kebab-case key of the text shown.
    fn code(&self) -> &'static str;

    /// The rule behind it; `None` where only the way of asking was wrong.
    fn rule(&self) -> Option<Rule>;

    /// What the text needs to know, by name. Nothing personal.
    fn args(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

//! A product version as it is read from its folder: what it asks, grants, excludes and costs.

use std::collections::BTreeMap;

use kernel::{Country, Decimal, DeviceKind, Language, Money, Role, Term};
use serde::{Deserialize, Serialize};

use crate::decision::{Effect, Remedy, Wording};
use crate::expr::{Expr, FactIx, Type};
use crate::program::Program;
use crate::tariff::Tariff;
use crate::value::{Datum, Kind};

/// One text in the three languages Harmony speaks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trilingual {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Trilingual {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
            Language::Fr => &self.fr,
        }
    }
}

/// A product version: conditions, parameters and tariff, checked as a whole. Made by [`Product::load`] only.
#[derive(Debug, Clone)]
pub struct Product {
    pub(crate) wording: Wording,
    pub(crate) country: Country,
    pub(crate) insurer: String,
    pub(crate) name: Trilingual,
    pub(crate) plans: Vec<Plan>,
    pub(crate) parameters: BTreeMap<String, Parameter>,
    pub(crate) devices: Vec<SoldDevice>,
    pub(crate) facts: Vec<FactSpec>,
    pub(crate) fact_by_name: BTreeMap<String, FactIx>,
    pub(crate) definitions: Vec<Definition>,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) checks: Vec<Check>,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) remedies: Vec<RemedyRule>,
    pub(crate) amounts: Vec<AmountRule>,
    pub(crate) machine_if: Expr,
    pub(crate) tariff: Tariff,
    /// All expressions, as they are run.
    pub(crate) program: Program,
}

impl Product {
    /// Code, version, revision and content hash: what a decision and a policy cite (`GEN-RANK-05`).
    #[must_use]
    pub fn wording(&self) -> &Wording {
        &self.wording
    }

    /// Product code, such as `xandocare`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.wording.product
    }

    /// SHA-256 over names and bytes of all files, in hexadecimal.
    #[must_use]
    pub fn content_hash(&self) -> &str {
        &self.wording.content_hash
    }

    /// Whose law and clock apply (`GEN-LAW-01`, `GEN-TIME-01`).
    #[must_use]
    pub fn country(&self) -> Country {
        self.country
    }

    /// Code of the insurer that carries the risk.
    #[must_use]
    pub fn insurer(&self) -> &str {
        &self.insurer
    }

    /// Name of the product.
    #[must_use]
    pub fn name(&self) -> &Trilingual {
        &self.name
    }

    /// The plans, in the order they are offered.
    #[must_use]
    pub fn plans(&self) -> &[Plan] {
        &self.plans
    }

    /// One plan by its code.
    #[must_use]
    pub fn plan(&self, code: &str) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.code == code)
    }

    /// The kinds of device that may be insured, with what a new one may be.
    #[must_use]
    pub fn devices(&self) -> &[SoldDevice] {
        &self.devices
    }

    /// All facts the wording speaks of, in their stated order.
    #[must_use]
    pub fn facts(&self) -> &[FactSpec] {
        &self.facts
    }

    /// One fact by its name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&FactSpec> {
        self.fact_by_name.get(name).map(|ix| &self.facts[*ix])
    }

    /// All clauses, in the order of the wording.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// One clause by its name.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// The steps of the arithmetic, in their order.
    #[must_use]
    pub fn amounts(&self) -> &[AmountRule] {
        &self.amounts
    }

    /// One step of the arithmetic by its name.
    #[must_use]
    pub fn amount(&self, id: &str) -> Option<&AmountRule> {
        self.amounts.iter().find(|rule| rule.id == id)
    }

    /// What is wrong when facts contradict each other, by the name a
    /// [`FactFault::Contradiction`](crate::FactFault::Contradiction) carries.
    #[must_use]
    pub fn check_text(&self, id: &str) -> Option<&Trilingual> {
        self.checks.iter().find(|check| check.id == id).map(|check| &check.text)
    }

    /// Kinds of evidence by name and text.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// All parameters by name.
    #[must_use]
    pub fn parameters(&self) -> &BTreeMap<String, Parameter> {
        &self.parameters
    }

    /// Premium and excess.
    #[must_use]
    pub fn tariff(&self) -> &Tariff {
        &self.tariff
    }

    /// A length of time from the parameters.
    ///
    /// # Panics
    /// When there is no such parameter of that kind. The names code may ask for are in
    /// [`REQUIRED_PARAMETERS`](crate::REQUIRED_PARAMETERS), and a folder without them does not load.
    #[must_use]
    pub fn param_term(&self, name: &str) -> Term {
        match self.parameters.get(name).map(|parameter| parameter.value) {
            Some(Datum::Term(term, _)) => term,
            _ => panic!("no term parameter `{name}`: not in REQUIRED_PARAMETERS"),
        }
    }

    /// A length of time from the parameters, where the product states it.
    #[must_use]
    pub fn stated_term(&self, name: &str) -> Option<Term> {
        match self.parameters.get(name).map(|parameter| parameter.value) {
            Some(Datum::Term(term, _)) => Some(term),
            _ => None,
        }
    }

    /// Whether that term rolls to the next working day when it ends on a day off (`GEN-TIME-08`, AMB-71).
    ///
    /// # Panics
    /// As [`Product::param_term`].
    #[must_use]
    pub fn param_rolls(&self, name: &str) -> bool {
        match self.parameters.get(name).map(|parameter| parameter.value) {
            Some(Datum::Term(_, rolls)) => rolls,
            _ => panic!("no term parameter `{name}`: not in REQUIRED_PARAMETERS"),
        }
    }

    /// An amount from the parameters.
    ///
    /// # Panics
    /// As [`Product::param_term`].
    #[must_use]
    pub fn param_money(&self, name: &str) -> Money {
        match self.parameters.get(name).map(|parameter| parameter.value) {
            Some(Datum::Money(cents)) => Money::from_cents(cents),
            _ => panic!("no money parameter `{name}`: not in REQUIRED_PARAMETERS"),
        }
    }

    /// A percentage (21 for 21 %) or plain number from the parameters.
    ///
    /// # Panics
    /// As [`Product::param_term`].
    #[must_use]
    pub fn param_percent(&self, name: &str) -> Decimal {
        match self.parameters.get(name).map(|parameter| parameter.value) {
            Some(Datum::Number(number)) => number,
            _ => panic!("no number parameter `{name}`: not in REQUIRED_PARAMETERS"),
        }
    }
}

/// A plan of the product, with what its schedule shows unless agreed otherwise.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Code, such as `plus-protect`.
    pub code: String,
    /// Name shown to people.
    pub name: Trilingual,
    /// What it covers, in a sentence or two.
    pub text: Trilingual,
    /// Rule that grants it.
    pub rule: String,
    /// Schedule flags by fact name, such as `theft_covered` (AMB-01).
    pub flags: BTreeMap<String, bool>,
}

/// A kind of device that may be insured (AMB-46, AMB-49).
#[derive(Debug, Clone)]
pub struct SoldDevice {
    /// The kind.
    pub kind: DeviceKind,
    /// Name shown to people.
    pub name: Trilingual,
    /// Longest time between purchase and application.
    pub bought_within: Term,
    /// Least purchase value.
    pub value_from: Money,
    /// Purchase value must be below this.
    pub value_below: Money,
}

/// A number, amount or term the product sets.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// What it is for.
    pub text: Trilingual,
    /// Rule it comes from.
    pub rule: String,
    /// It is a part of a whole: 21 % is the number 0.21.
    pub is_percent: bool,
    /// It stands in the conditions for people to read; no expression uses it.
    pub stated_only: bool,
    pub(crate) value: Datum,
    pub(crate) kind: Type,
}

impl Parameter {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind.kind()
    }

    /// Its value as text: `14 days`, `250.00`, `21`, `yes`.
    #[must_use]
    pub fn shown(&self) -> String {
        match self.value {
            Datum::Bool(true) => "yes".to_owned(),
            Datum::Bool(false) => "no".to_owned(),
            Datum::Number(number) => number.to_string(),
            Datum::Money(cents) => Money::from_cents(cents).to_string(),
            Datum::Date(date) => date.to_string(),
            Datum::Instant(instant) => instant.to_string(),
            Datum::Term(term, _) => term.to_string(),
            Datum::Choice(_) | Datum::Set(_) => String::new(),
        }
    }
}

kernel::text_enum! {
    /// Who can state a fact.
    pub enum Answerer {
        /// The policyholder, or the desk on their behalf.
        Customer = "customer",
        /// The claims desk.
        Desk = "desk",
        /// The authorised repairer.
        Repairer = "repairer",
        /// The police, by their report.
        Police = "police",
        /// Harmony itself, from what it keeps.
        Engine = "engine",
        /// The policy schedule.
        Schedule = "schedule",
    }
}

kernel::text_enum! {
    /// Whether a fact belongs to the event or to each item of the claim (AMB-60).
    pub enum Scope {
        /// Once per claim.
        Event = "event",
        /// Once per item.
        Item = "item",
    }
}

/// One named value of a choice or set.
#[derive(Debug, Clone)]
pub struct NamedValue {
    /// Name in files and events.
    pub name: String,
    /// What people read.
    pub text: Trilingual,
}

/// A fact the wording speaks of.
#[derive(Debug, Clone)]
pub struct FactSpec {
    /// Name in files, events and the API.
    pub name: String,
    /// Its type.
    pub kind: Kind,
    /// Values of a choice or set, in the order they are shown.
    pub values: Vec<NamedValue>,
    /// Per event or per item.
    pub scope: Scope,
    /// The question asked for it.
    pub question: Trilingual,
    /// Help under the question, where given.
    pub help: Option<Trilingual>,
    /// Who may state it.
    pub who: Vec<Answerer>,
    /// Names of the evidence that settles it.
    pub evidence: Vec<String>,
    /// It says something about a person: its value is kept in the vault only.
    pub personal: bool,
    /// A judgement: only a person with that right states it, with a reason.
    pub finding: bool,
    /// What asking costs (0 nothing, 10 a tap, 50 a look by the desk, 80 the repairer …): the order of questions.
    pub cost: u16,
    /// What holds while nobody has stated it: the burden lies with the insurer.
    pub(crate) presumed: Option<Datum>,
}

impl FactSpec {
    /// Whether somebody in this role may state the fact. Findings need a person of the claims desk or a manager;
    /// the machine states only what the engine or the schedule knows; a partner says what the customer told it (PRIV-24).
    #[must_use]
    pub fn may_be_stated_by(&self, role: Role) -> bool {
        if self.finding {
            return matches!(role, Role::Claims | Role::Manager);
        }
        self.who.iter().any(|who| match who {
            Answerer::Customer => {
                matches!(
                    role,
                    Role::Policyholder
                        | Role::Partner
                        | Role::Anonymous
                        | Role::Claims
                        | Role::Manager
                        | Role::Acceptance
                        | Role::Finance
                )
            }
            Answerer::Desk | Answerer::Police => matches!(role, Role::Claims | Role::Manager),
            Answerer::Repairer => matches!(role, Role::Repairer | Role::Claims | Role::Manager),
            Answerer::Engine | Answerer::Schedule => role == Role::Machine,
        })
    }

    /// Whether the customer is asked for it.
    #[must_use]
    pub fn asked_of_customer(&self) -> bool {
        self.who.contains(&Answerer::Customer) && !self.finding
    }

    /// Whether something is presumed while nobody has stated it.
    #[must_use]
    pub fn is_presumed(&self) -> bool {
        self.presumed.is_some()
    }

    pub(crate) fn bit(&self, value: &str) -> Option<u8> {
        self.values.iter().position(|known| known.name == value).and_then(|ix| u8::try_from(ix).ok())
    }

    pub(crate) fn type_at(&self, ix: FactIx) -> Type {
        match self.kind {
            Kind::Bool => Type::Bool,
            Kind::Choice => Type::Choice(ix),
            Kind::Set => Type::Set(ix),
            Kind::Number => Type::Number,
            Kind::Money => Type::Money,
            Kind::Date => Type::Date,
            Kind::Instant => Type::Instant,
            Kind::Term => Type::Term,
        }
    }
}

/// A kind of evidence.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Name in files and events.
    pub name: String,
    /// What people read.
    pub text: Trilingual,
    /// When it belongs to the standard list of a claim (AMB-25).
    pub(crate) when: Option<Expr>,
}

/// A named expression.
#[derive(Debug, Clone)]
pub(crate) struct Definition {
    pub(crate) value: Expr,
}

/// Facts that cannot hold together.
#[derive(Debug, Clone)]
pub(crate) struct Check {
    pub(crate) id: String,
    pub(crate) must: Expr,
    pub(crate) text: Trilingual,
}

kernel::text_enum! {
    /// What a clause does in a decision.
    pub enum ClauseKind {
        /// Promises cover for a peril.
        Grant = "grant",
        /// Must be met where it is relevant.
        Condition = "condition",
        /// Takes cover away, unless its own exception applies.
        Exclusion = "exclusion",
        /// Names costs that are not paid; with a `when`, the whole damage is not paid.
        NotPaid = "not-paid",
        /// Something the customer must do; a breach is weighed by the harm test (`GEN-HARM-01`).
        Obligation = "obligation",
    }
}

/// Where a clause stands in the conditions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// As the folder writes it, with the name of the heading: `exclusions 9`. Decisions carry this, for they have no language.
    pub written: String,
    /// As people read it: `Uitsluitingen 9`.
    pub shown: Trilingual,
}

impl Article {
    /// As people read it in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        self.shown.get(language)
    }

    /// Its place under the heading: `9`; may be empty.
    #[must_use]
    pub fn place(&self) -> &str {
        self.written.split_once(' ').map_or("", |(_, place)| place.trim())
    }

    /// The heading alone, as people read it: `Uitsluitingen`.
    #[must_use]
    pub fn heading(&self, language: Language) -> &str {
        let shown = self.shown.get(language);
        shown.strip_suffix(self.place()).unwrap_or(shown).trim_end()
    }
}

/// A clause of the wording.
#[derive(Debug, Clone)]
pub struct Clause {
    /// Name in files and decisions.
    pub id: String,
    /// What it does.
    pub kind: ClauseKind,
    /// Rule of the rulebook.
    pub rule: String,
    /// Where it stands in the conditions.
    pub article: Article,
    /// Our own short text, also the reason given to the customer.
    pub text: Trilingual,
    /// What happens when an exclusion applies.
    pub effect: Effect,
    /// When it is in question; `None` for costs that are simply left out of every calculation.
    pub(crate) when: Option<Expr>,
    /// Exception of a grant or exclusion; requirement of a condition.
    pub(crate) unless: Option<Expr>,
}

/// Which remedy follows.
#[derive(Debug, Clone)]
pub(crate) struct RemedyRule {
    pub(crate) id: String,
    pub(crate) remedy: Remedy,
    pub(crate) rule: String,
    pub(crate) when: Expr,
}

kernel::text_enum! {
    /// What a step does with the amount so far.
    pub enum StepKind {
        /// Begins with this amount.
        Start = "start",
        /// Adds it.
        Plus = "plus",
        /// Takes it off, never below zero.
        Less = "less",
        /// Limits the amount to it.
        AtMost = "at-most",
    }
}

kernel::text_enum! {
    /// How often a sum is taken off (AMB-60).
    pub enum Per {
        /// For each item of the claim.
        Item = "item",
        /// Once for the whole claim: from the first covered item, and what that is too small for from the next.
        Claim = "claim",
    }
}

/// One step of the arithmetic (`NL-CLAIM-10`).
#[derive(Debug, Clone)]
pub struct AmountRule {
    /// Name in files and decisions.
    pub id: String,
    /// What it does.
    pub kind: StepKind,
    /// How often.
    pub per: Per,
    /// Rule of the rulebook.
    pub rule: String,
    /// What people read beside the amount.
    pub text: Trilingual,
    pub(crate) when: Option<Expr>,
    pub(crate) value: Expr,
}

//! What a call answers. Names are the language's own: of facts, values, clauses and steps.

use kernel::Language;
use serde::Serialize;
use terms::{Answerer, ClauseTrace, Decision, FactSpec, ItemDecision, MissingFact, Product, Scope, Verdict};
use utoipa::ToSchema;

/// A product that is sold.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProductAnswer {
    /// Product code.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Its wording.
    pub wording: WordingAnswer,
    /// Codes and names of the plans.
    pub plans: Vec<Named>,
}

/// The wording a decision is made on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WordingAnswer {
    /// Version of the conditions.
    pub version: String,
    /// Revision of their encoding.
    pub revision: u32,
    /// SHA-256 of the folder, hexadecimal.
    pub content_hash: String,
    /// Version of the law data it was written against.
    pub law_data: String,
}

/// A name, and what people read.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Named {
    /// Name in calls and answers.
    pub name: String,
    /// What people read.
    pub text: String,
}

/// A fact a product asks for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FactAnswer {
    /// Its name.
    pub name: String,
    /// `bool`, `choice`, `set`, `number`, `money`, `date`, `instant` or `term`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// `event` or `item`: stated once, or for each device.
    pub scope: &'static str,
    /// The values of a choice or set.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Named>,
    /// The question.
    pub question: String,
    /// Help under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Who can state it: `customer`, `desk`, `repairer`, `police`, `engine`, `schedule`.
    pub who: Vec<&'static str>,
    /// Evidence that would settle it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Named>,
    /// A judgement: only an authorised person states it, with a reason.
    pub finding: bool,
    /// Something is presumed while nobody states it.
    pub presumed: bool,
}

/// A decision. The same case and wording give the same one.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DecisionAnswer {
    /// Product code.
    pub product: String,
    /// The wording it was made on.
    pub wording: WordingAnswer,
    /// Language of the texts.
    pub language: &'static str,
    /// Code of the plan.
    pub plan: String,
    /// SHA-256 of the case, hexadecimal.
    pub inputs_hash: String,
    /// One answer for each device, in the order of the case.
    pub items: Vec<ItemAnswer>,
    /// What the insurer bears together, in euros; left out while a device is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<String>,
    /// A computer may approve it.
    pub approvable_by_machine: bool,
}

/// The answer for one device.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ItemAnswer {
    /// Its number, from 1.
    pub item: u32,
    /// `covered`, `not-covered`, `routed`, `needs-person` or `needs-facts`. `not-covered` is a proposal to a person.
    pub verdict: &'static str,
    /// `repair`, `replacement` or `payment`, where covered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<&'static str>,
    /// What the insurer bears, in euros, where covered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// `manufacturer` or `seller`, where routed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub routed_to: Option<&'static str>,
    /// The clauses that decided.
    pub reasons: Vec<Reason>,
    /// The other clauses that were considered.
    pub considered: Vec<Reason>,
    /// What is still to be asked, in the order of asking.
    pub questions: Vec<QuestionAnswer>,
    /// The arithmetic; empty while something is open.
    pub steps: Vec<StepAnswer>,
    /// Facts nobody stated that were taken as the product presumes.
    pub presumed: Vec<String>,
    /// Evidence of the standard list for such a loss.
    pub evidence: Vec<Named>,
}

/// A clause and what came of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Reason {
    /// Name of the clause.
    pub clause: String,
    /// Rule of the rulebook.
    pub rule: String,
    /// Article of the conditions.
    pub article: String,
    /// What it says.
    pub text: String,
    /// `applies`, `excepted`, `does-not-apply`, `met`, `not-met` or `unknown`.
    pub outcome: &'static str,
}

/// A fact that is still needed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct QuestionAnswer {
    /// What it is needed for: `cover` or `amount`.
    pub stage: &'static str,
    /// The fact with its question.
    #[serde(flatten)]
    pub fact: FactAnswer,
}

/// A step of the arithmetic.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StepAnswer {
    /// Name of the step.
    pub step: String,
    /// What people read.
    pub text: String,
    /// Rule of the rulebook.
    pub rule: String,
    /// `start`, `plus`, `less` or `at-most`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The amount added, taken off or compared with, in euros.
    pub amount: String,
    /// The amount after it, in euros.
    pub result: String,
}

impl ProductAnswer {
    pub(super) fn of(product: &Product, language: Language) -> Self {
        let plan =
            |plan: &terms::Plan| Named { name: plan.code.clone(), text: plan.name.get(language).to_owned() };
        Self {
            code: product.code().to_owned(),
            name: product.name().get(language).to_owned(),
            wording: WordingAnswer::of(product.wording()),
            plans: product.plans().iter().map(plan).collect(),
        }
    }
}

impl WordingAnswer {
    fn of(wording: &terms::Wording) -> Self {
        Self {
            version: wording.version.clone(),
            revision: wording.revision,
            content_hash: wording.content_hash.clone(),
            law_data: wording.law_data.clone(),
        }
    }
}

impl FactAnswer {
    pub(super) fn of(product: &Product, fact: &FactSpec, language: Language) -> Self {
        let value = |value: &terms::NamedValue| Named {
            name: value.name.clone(),
            text: value.text.get(language).to_owned(),
        };
        Self {
            name: fact.name.clone(),
            kind: fact.kind.code(),
            scope: if fact.scope == Scope::Item { "item" } else { "event" },
            values: fact.values.iter().map(value).collect(),
            question: fact.question.get(language).to_owned(),
            help: fact.help.as_ref().map(|help| help.get(language).to_owned()),
            who: fact.who.iter().map(|who: &Answerer| who.code()).collect(),
            evidence: evidence(product, fact.evidence.iter().map(String::as_str), language),
            finding: fact.finding,
            presumed: fact.is_presumed(),
        }
    }
}

impl DecisionAnswer {
    pub(super) fn of(product: &Product, decision: &Decision, language: Language) -> Self {
        Self {
            product: decision.wording.product.clone(),
            wording: WordingAnswer::of(&decision.wording),
            language: language.code(),
            plan: decision.plan.clone(),
            inputs_hash: decision.inputs_hash.clone(),
            items: decision.items.iter().map(|item| ItemAnswer::of(product, item, language)).collect(),
            total: decision.total.map(|total| total.to_string()),
            approvable_by_machine: decision.approvable_by_machine,
        }
    }
}

impl ItemAnswer {
    fn of(product: &Product, item: &ItemDecision, language: Language) -> Self {
        let (verdict, remedy, amount, routed_to) = match item.verdict {
            Verdict::Covered { remedy, amount } => {
                ("covered", Some(remedy.code()), Some(amount.to_string()), None)
            }
            Verdict::NotCovered => ("not-covered", None, None, None),
            Verdict::Routed { to } => ("routed", None, None, Some(to.code())),
            Verdict::NeedsPerson => ("needs-person", None, None, None),
            Verdict::NeedsFacts => ("needs-facts", None, None, None),
        };
        let decided = |trace: &&ClauseTrace| item.decided_by.iter().any(|d| d.clause == trace.clause);
        let question = |missing: &MissingFact| {
            let fact = product.fact(&missing.fact)?;
            Some(QuestionAnswer {
                stage: missing.stage.code(),
                fact: FactAnswer::of(product, fact, language),
            })
        };
        let step = |step: &terms::Step| StepAnswer {
            step: step.step.to_string(),
            text: product
                .amount(&step.step)
                .map_or_else(String::new, |rule| rule.text.get(language).to_owned()),
            rule: step.rule.to_string(),
            kind: step.kind.code(),
            amount: step.amount.to_string(),
            result: step.result.to_string(),
        };
        let reason = |trace: &ClauseTrace| Reason::of(product, trace, language);
        Self {
            item: item.item,
            verdict,
            remedy,
            amount,
            routed_to,
            reasons: item.decided_by.iter().map(reason).collect(),
            considered: item.considered.iter().filter(|trace| !decided(trace)).map(reason).collect(),
            questions: item.missing.iter().filter_map(question).collect(),
            steps: item.steps.iter().map(step).collect(),
            presumed: item.presumed.iter().map(ToString::to_string).collect(),
            evidence: evidence(product, item.evidence.iter().map(terms::Shared::as_str), language),
        }
    }
}

impl Reason {
    fn of(product: &Product, trace: &ClauseTrace, language: Language) -> Self {
        let clause = product.clause(&trace.clause);
        let text = |pick: &dyn Fn(&terms::Clause) -> String| clause.map_or_else(String::new, pick);
        Self {
            clause: trace.clause.to_string(),
            rule: trace.rule.to_string(),
            article: text(&|clause| clause.article.get(language).to_owned()),
            text: text(&|clause| clause.text.get(language).to_owned()),
            outcome: trace.outcome.code(),
        }
    }
}

fn evidence<'a>(product: &Product, names: impl Iterator<Item = &'a str>, language: Language) -> Vec<Named> {
    let named = |name: &str| {
        let kind = product.evidence().iter().find(|kind| kind.name == name)?;
        Some(Named { name: name.to_owned(), text: kind.text.get(language).to_owned() })
    };
    names.filter_map(named).collect()
}

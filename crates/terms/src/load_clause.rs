//! What is covered, how it is made good and where it stands in the conditions: headings, clauses, remedies, arithmetic.

use std::collections::BTreeMap;

use crate::expr::Type;
use crate::fault::{Fault, did_you_mean};
use crate::limits;
use crate::load::{Loader, Scope, rule};
use crate::product::*;
use crate::reader::{Section, shortened};

/// Headings of the conditions by the name under which `article` refers to them.
pub(crate) type Headings = BTreeMap<String, Trilingual>;

impl Loader<'_> {
    /// The headings of the conditions.
    pub(crate) fn headings(&self, head: &Section<'_>) -> Headings {
        let mut out = Headings::new();
        for section in head.named("heading") {
            out.insert(section.name.clone(), section.trilingual("text"));
            section.close();
        }
        self.at_most(head, "headings", out.len(), limits::HEADINGS);
        out
    }

    /// The clauses of all kinds, in the order of the wording.
    pub(crate) fn clauses(&self, headings: &Headings, scope: &Scope) -> Vec<Clause> {
        const WHERE: [(&str, &str, ClauseKind); 5] = [
            ("cover.toml", "grant", ClauseKind::Grant),
            ("cover.toml", "condition", ClauseKind::Condition),
            ("exclusions.toml", "exclusion", ClauseKind::Exclusion),
            ("exclusions.toml", "not_paid", ClauseKind::NotPaid),
            ("obligations.toml", "obligation", ClauseKind::Obligation),
        ];
        let mut out: Vec<Clause> = Vec::new();
        for (file, key, kind) in WHERE {
            let Some(file) = self.file(file) else { continue };
            for section in file.named(key) {
                if out.iter().any(|clause| clause.id == section.name) {
                    section.fault(format!("`{}` stands twice", section.name), "each clause has its own name");
                }
                out.push(clause(&section, kind, headings, scope));
                section.close();
            }
        }
        if !out.iter().any(|clause| clause.kind == ClauseKind::Grant) {
            self.faults.push(Fault::of_file("cover.toml", "nothing is granted", "add [grant.NAME]"));
        }
        if out.len() > limits::CLAUSES {
            self.faults.push(Fault::of_file("", "too many clauses", format!("at most {}", limits::CLAUSES)));
        }
        out
    }

    pub(crate) fn remedies(&self, file: &Section<'_>, scope: &Scope) -> Vec<RemedyRule> {
        let mut out = Vec::new();
        for section in file.named("remedy") {
            let remedy = section.read("remedy", "repair, replacement or payment");
            let when = scope.bool_or_no(section.expression("when"));
            let rule = rule(&section);
            section.close();
            if let Some(remedy) = remedy {
                out.push(RemedyRule { id: section.name.clone(), remedy, rule, when });
            }
        }
        if out.is_empty() {
            file.fault("there is no remedy", "add [remedy.NAME]");
        }
        out
    }

    pub(crate) fn amounts(&self, file: &Section<'_>, scope: &Scope) -> Vec<AmountRule> {
        let mut out: Vec<AmountRule> = Vec::new();
        for section in file.named("amount") {
            let kind = section.read("is", "start, plus, less or at-most");
            let per = section.optional_read("per", "item or claim").unwrap_or(Per::Item);
            let when = scope.check(section.optional_expression("when"), Type::Bool);
            let value = scope.check(section.expression("value"), Type::Money);
            let (rule, text) = (rule(&section), section.trilingual("text"));
            section.close();
            if let (Some(kind), Some(value)) = (kind, value) {
                if (kind == StepKind::Start) != out.is_empty() {
                    section.fault("the arithmetic has one start, as its first step", "is = \"start\"");
                }
                if per == Per::Claim && kind != StepKind::Less {
                    section.fault("only what is taken off can be `per = \"claim\"`", "is = \"less\"");
                }
                out.push(AmountRule { id: section.name.clone(), kind, per, rule, text, when, value });
            }
        }
        if out.is_empty() {
            file.fault("there is no arithmetic", "add [amount.NAME] with is = \"start\"");
        }
        out
    }
}

/// Where the clause stands: the name of a heading and what follows it, `exclusions 9`. A wording without headings gives the
/// reference itself, the same in every language: `§7 b`.
fn article(section: &Section<'_>, headings: &Headings) -> Article {
    let Some(text) = section.text("article", "the heading of the conditions, and the number under it") else {
        return Article::default();
    };
    let written = text.value.trim();
    let (name, rest) = written.split_once(' ').unwrap_or((written, ""));
    let shown = match headings.get(name) {
        Some(heading) => {
            let one = |heading: &str| format!("{heading} {}", rest.trim()).trim_end().to_owned();
            Trilingual { nl: one(&heading.nl), en: one(&heading.en), fr: one(&heading.fr) }
        }
        None => {
            if !headings.is_empty() {
                let mut hint = did_you_mean(name, headings.keys().map(String::as_str));
                if hint.is_empty() {
                    hint = "begin with the name of a [heading.NAME] of product.toml".to_owned();
                }
                section.source.fault(text.at, format!("unknown heading `{}`", shortened(name)), hint);
            }
            Trilingual { nl: written.to_owned(), en: written.to_owned(), fr: written.to_owned() }
        }
    };
    Article { written: written.to_owned(), shown }
}

fn clause(section: &Section<'_>, kind: ClauseKind, headings: &Headings, scope: &Scope) -> Clause {
    let when = match kind {
        ClauseKind::NotPaid => scope.check(section.optional_expression("when"), Type::Bool),
        _ => Some(scope.bool_or_no(section.expression("when"))),
    };
    let unless = match kind {
        ClauseKind::Condition => Some(scope.bool_or_no(section.expression("must"))),
        _ => scope.check(section.optional_expression("unless"), Type::Bool),
    };
    let effect = match kind {
        ClauseKind::Exclusion => section.optional_read("effect", "exclude, to-manufacturer or to-seller"),
        _ => None,
    };
    Clause {
        id: section.name.clone(),
        kind,
        rule: rule(section),
        article: article(section, headings),
        text: section.trilingual("text"),
        effect: effect.unwrap_or(crate::Effect::Exclude),
        when,
        unless,
    }
}

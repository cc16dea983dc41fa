//! `harmony product show` and `facts`: the conditions, and what they ask, as readable pages.

use kernel::Language;
use terms::{ClauseKind, Kind, Parameter, Product, StepKind};
use texts::format;
use web::Words;

/// Heads of a page that the public pages do not have.
struct Heads {
    amount: &'static str,
    evidence: &'static str,
    numbers: &'static str,
}

fn heads(language: Language) -> Heads {
    match language {
        Language::Nl => Heads {
            amount: "Hoe wij het bedrag berekenen",
            evidence: "Bewijs",
            numbers: "Termijnen en bedragen",
        },
        Language::En => {
            Heads { amount: "How we work out the amount", evidence: "Evidence", numbers: "Terms and amounts" }
        }
        Language::Fr => Heads {
            amount: "Comment nous calculons le montant",
            evidence: "Justificatifs",
            numbers: "Délais et montants",
        },
    }
}

/// The conditions: plans, clauses by what they do, the arithmetic, evidence, terms and amounts.
pub(super) fn show(product: &Product, language: Language) {
    let (words, heads) = (Words::new(language), heads(language));
    let wording = product.wording();
    println!(
        "# {} ({} {} r{})\n",
        product.name().get(language),
        product.code(),
        wording.version,
        wording.revision
    );
    for plan in product.plans() {
        println!("**{}** {} [{}]\n", plan.name.get(language), plan.text.get(language), plan.rule);
    }
    for kind in ClauseKind::ALL {
        let clauses: Vec<_> = product.clauses().iter().filter(|clause| clause.kind == *kind).collect();
        if clauses.is_empty() {
            continue;
        }
        println!("## {}\n", words.t(&format!("wording-{}", kind.code())));
        for clause in clauses {
            let (article, text) = (clause.article.get(language), clause.text.get(language));
            println!("- {article}. {text} [{}]", clause.rule);
        }
        println!();
    }
    println!("## {}\n", heads.amount);
    for step in product.amounts() {
        let sign = match step.kind {
            StepKind::Start | StepKind::AtMost => "",
            StepKind::Plus => "+ ",
            StepKind::Less => "− ",
        };
        println!("- {sign}{} [{}]", step.text.get(language), step.rule);
    }
    println!("\n## {}\n", heads.evidence);
    for kind in product.evidence() {
        println!("- {}", kind.text.get(language));
    }
    println!("\n## {}\n", heads.numbers);
    let colon = if language == Language::Fr { "\u{202f}:" } else { ":" };
    for (name, parameter) in product.parameters() {
        let value = value(product, name, parameter, language);
        println!("- {}{colon} {value} [{}]", parameter.text.get(language), parameter.rule);
    }
}

/// A parameter as its language writes it.
fn value(product: &Product, name: &str, parameter: &Parameter, language: Language) -> String {
    match parameter.kind() {
        Kind::Term => format::term(language, product.param_term(name)),
        Kind::Money => format::money(language, product.param_money(name)),
        Kind::Number if parameter.is_percent => format::percent(language, product.param_percent(name)),
        _ => parameter.shown(),
    }
}

/// What the product asks: each fact with its kind, who states it, its question, help and values.
pub(super) fn facts(product: &Product, language: Language) {
    for fact in product.facts() {
        let who: Vec<&str> = fact.who.iter().map(|who| who.code()).collect();
        let mut marks = vec![fact.kind.code().to_owned(), fact.scope.code().to_owned(), who.join(", ")];
        for (mark, holds) in
            [("finding", fact.finding), ("presumed", fact.is_presumed()), ("personal", fact.personal)]
        {
            if holds {
                marks.push(mark.to_owned());
            }
        }
        if !fact.evidence.is_empty() {
            marks.push(format!("evidence: {}", fact.evidence.join(", ")));
        }
        println!("{} ({})", fact.name, marks.join("; "));
        println!("  {}", fact.question.get(language));
        if let Some(help) = &fact.help {
            println!("  {}", help.get(language));
        }
        for value in &fact.values {
            println!("  - {}: {}", value.name, value.text.get(language));
        }
        println!();
    }
}

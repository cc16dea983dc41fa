//! `harmony decide`: one claim against a product version, from a file.

use std::{fs, io::Read, path::Path};

use app::products::Products;
use kernel::Language;
use terms::{CaseFile, Decision, Fault, Product, Verdict, limits};

use crate::{End, Wrong, cli::Place};

pub(crate) fn decide(place: &Place, file: &Path) -> Result<End, Wrong> {
    let shown = file.display();
    let bytes = read(file).map_err(|e| format!("{shown}: {e}"))?;
    let of = CaseFile::read(&shown.to_string(), &bytes).map_err(in_one_line)?;
    let products = Products::shipped()?;
    let code = of.product().unwrap_or("xandocare");
    let product = products.current(code).ok_or_else(|| {
        let hint = format!("there are: {}", products.codes().join(", "));
        of.fault("product", &format!("there is no product `{code}`"), &hint).to_string()
    })?;
    let version = &product.wording().version;
    if of.version().is_some_and(|wanted| wanted != version) {
        let what = format!("`{code}` is not shipped in this version");
        return Err(of.fault("version", &what, &format!("version = \"{version}\"")).to_string().into());
    }
    let decision = of.decide(&product).map_err(in_one_line)?;
    if place.json {
        println!("{}", serde_json::to_string_pretty(&decision)?);
    } else {
        print(&product, &decision);
    }
    let covered = decision.items.iter().all(|item| matches!(item.verdict, Verdict::Covered { .. }));
    Ok(if covered { End::Done } else { End::No })
}

/// Reads a file of facts, or standard input; a byte more than can be a case shows that it is too long.
fn read(file: &Path) -> Result<Vec<u8>, std::io::Error> {
    let mut bytes = Vec::new();
    let opened: Box<dyn Read> =
        if file.as_os_str() == "-" { Box::new(std::io::stdin()) } else { Box::new(fs::File::open(file)?) };
    opened.take(limits::CASE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The first faults; there is one line to say it in.
fn in_one_line(faults: Vec<Fault>) -> String {
    const SHOWN: usize = 3;
    let mut lines: Vec<String> = faults.iter().take(SHOWN).map(ToString::to_string).collect();
    if faults.len() > SHOWN {
        lines.push(format!("and {} more", faults.len() - SHOWN));
    }
    lines.join("; ")
}

fn print(product: &Product, decision: &Decision) {
    let wording = &decision.wording;
    println!("{} {} r{}, plan {}", wording.product, wording.version, wording.revision, decision.plan);
    for item in &decision.items {
        let verdict = match &item.verdict {
            Verdict::Covered { remedy, amount } => format!("covered: {remedy}, {amount} euro"),
            Verdict::NotCovered => "not covered".to_owned(),
            Verdict::Routed { to } => format!("to be answered by the {to}"),
            Verdict::NeedsPerson => "needs a person".to_owned(),
            Verdict::NeedsFacts => "needs facts".to_owned(),
        };
        println!("item {}: {verdict}", item.item);
        for clause in &item.decided_by {
            let of = product.clause(&clause.clause);
            let text = of.map_or("", |c| c.text.get(Language::En));
            let article = of.map_or("", |c| c.article.get(Language::En));
            println!("  {:<12} {} ({article}) {text}", clause.rule, clause.outcome);
        }
        for step in &item.steps {
            println!("  {:<24} {:>10} → {:>10}   {}", step.step, step.amount, step.result, step.rule);
        }
        for missing in &item.missing {
            let question = product.fact(&missing.fact).map_or("", |fact| fact.question.get(Language::En));
            let who: Vec<String> = missing.who.iter().map(ToString::to_string).collect();
            println!("  ask {} ({}): {question}", missing.fact, who.join(", "));
        }
    }
    println!("a computer may approve it: {}", if decision.approvable_by_machine { "yes" } else { "no" });
}

//! `harmony product diff`: which situations are decided differently.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use app::products::Products;
use kernel::Language;
use terms::logic::{Change, Diff, Difference, Side, changes, diff_plans};
use terms::{Product, Value, Verdict};

use super::check;
use crate::{End, Wrong, cli::Place};

/// What is compared.
#[derive(Debug, clap::Args)]
pub(crate) struct DiffArgs {
    /// A folder, the code of a product, or the content hash of a published version.
    a: String,
    /// The same; the first one again when left out, to compare two of its plans.
    b: Option<String>,
    /// Plan of the first one; every plan both have when left out.
    #[arg(long)]
    plan: Option<String>,
    /// Plan of the second one; the same plan when left out.
    #[arg(long, requires = "plan")]
    plan_b: Option<String>,
    /// Language of the questions and answers.
    #[arg(long, default_value = "en")]
    language: Language,
}

pub(super) fn diff(place: &Place, args: &DiffArgs) -> Result<End, Wrong> {
    let a = find(place, &args.a)?;
    let b = match &args.b {
        Some(what) => find(place, what)?,
        None => Arc::clone(&a),
    };
    let found = compare(&a, &b, args)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if place.json {
        writeln!(out, "{}", serde_json::json!(found))?;
    } else {
        print(&mut out, (&a, &b), &found, args.language)?;
    }
    out.flush()?;
    Ok(if found.is_none() { End::Done } else { End::No })
}

fn compare(a: &Product, b: &Product, args: &DiffArgs) -> Result<Diff, Wrong> {
    let Some(plan) = &args.plan else {
        let found = terms::logic::diff(a, b);
        if found.plans.is_empty() {
            return Err("the two have no plan in common: say which with --plan and --plan-b".into());
        }
        return Ok(found);
    };
    let plan_b = args.plan_b.as_ref().unwrap_or(plan);
    for (product, code) in [(a, plan), (b, plan_b)] {
        if product.plan(code).is_none() {
            let known: Vec<&str> = product.plans().iter().map(|plan| plan.code.as_str()).collect();
            return Err(
                format!("{} has no plan `{code}`; it has {}", product.code(), known.join(", ")).into()
            );
        }
    }
    let plans = diff_plans(a, plan, b, plan_b).into_iter().collect();
    Ok(Diff { plans, changes: changes(a, b) })
}

/// The version in a folder, the one in use of a code, or a published one by its content hash or the beginning of it.
fn find(place: &Place, what: &str) -> Result<Arc<Product>, Wrong> {
    if Path::new(what).is_dir() {
        return Product::load(&check::read(Path::new(what))?).map(Arc::new).map_err(|faults| {
            let first = faults.first().map(ToString::to_string).unwrap_or_default();
            format!("{what} does not load: {first} ({} faults; see `harmony product check`)", faults.len())
                .into()
        });
    }
    if let Some(product) = Products::shipped()?.current(what) {
        return Ok(product);
    }
    let app = place.open()?;
    super::backtest::find(place, &app, what)?.ok_or_else(|| format!("{what} does not load").into())
}

type Sides<'a> = (&'a Product, &'a Product);

fn print(out: &mut impl io::Write, sides: Sides<'_>, found: &Diff, language: Language) -> io::Result<()> {
    for plan in &found.plans {
        let both = if plan.a == plan.b { plan.a.clone() } else { format!("{} against {}", plan.a, plan.b) };
        match (plan.differences.is_empty(), plan.whole) {
            (true, true) => writeln!(out, "plan {both}: no situation is decided differently")?,
            (true, false) => {
                writeln!(out, "plan {both}: no difference found, but not everything could be looked at")?;
            }
            (false, _) => writeln!(out, "plan {both}:")?,
        }
        for difference in &plan.differences {
            print_difference(out, sides, difference, language)?;
        }
        if !plan.whole && !plan.differences.is_empty() {
            writeln!(out, "  not everything could be looked at: there may be more")?;
        }
    }
    if !found.changes.is_empty() {
        writeln!(out, "written differently:")?;
    }
    for Change { what, from, to } in &found.changes {
        match (from.as_str(), to.as_str()) {
            ("", to) => writeln!(out, "  + {what}: {to}")?,
            (from, "") => writeln!(out, "  - {what}: {from}")?,
            (from, to) => writeln!(out, "  {what}: {from} → {to}")?,
        }
    }
    Ok(())
}

fn print_difference(
    out: &mut impl io::Write,
    sides: Sides<'_>,
    difference: &Difference,
    language: Language,
) -> io::Result<()> {
    let ends = match (&difference.from, &difference.to) {
        (Some(from), Some(to)) if from != to => format!("{from} → {to}"),
        (Some(same), _) => same.clone(),
        _ => "covered".to_owned(),
    };
    writeln!(out, "\n  {}: {ends}, by {}", difference.kind, difference.by.join(" and "))?;
    let Some(example) = &difference.example else {
        return writeln!(out, "    no example was found; there may be none");
    };
    for (name, value) in &example.facts.0 {
        let spec = sides.0.fact(name).or_else(|| sides.1.fact(name));
        let Some(spec) = spec else { continue };
        let text = |name: &str| {
            let known = [sides.0, sides.1].into_iter().filter_map(|product| product.fact(&spec.name));
            let mut values = known.flat_map(|spec| &spec.values);
            values.find(|value| value.name == name).map_or(name, |value| value.text.get(language)).to_owned()
        };
        let said = match value {
            Value::Bool(said) => yes_or_no(*said, language).to_owned(),
            Value::Choice(name) => text(name),
            Value::Set(names) if names.is_empty() => "–".to_owned(),
            Value::Set(names) => names.iter().map(|name| text(name)).collect::<Vec<_>>().join("; "),
            Value::Number(number) => number.to_string(),
            Value::Money(money) => format!("€ {money}"),
            Value::Date(date) => date.to_string(),
            Value::Instant(at) => crate::cli::shown(*at, sides.0.country()),
            Value::Term(term) => term.to_string(),
        };
        writeln!(out, "    {} {said} ({name})", spec.question.get(language))?;
    }
    writeln!(out, "    first: {}", ended(&example.a))?;
    writeln!(out, "    second: {}", ended(&example.b))
}

fn yes_or_no(said: bool, language: Language) -> &'static str {
    match (said, language) {
        (true, Language::Nl) => "Ja",
        (true, Language::En) => "Yes",
        (true, Language::Fr) => "Oui",
        (false, Language::Nl) => "Nee",
        (false, Language::En) => "No",
        (false, Language::Fr) => "Non",
    }
}

fn ended(side: &Side) -> String {
    let machine = if side.machine { ", a computer may approve it" } else { "" };
    let by =
        if side.decided_by.is_empty() { String::new() } else { format!(" ({})", side.decided_by.join(", ")) };
    match &side.verdict {
        Some(Verdict::Covered { remedy, amount }) => format!("covered: {remedy}, € {amount}{machine}"),
        Some(Verdict::NotCovered) => format!("not covered{by}"),
        Some(Verdict::Routed { to }) => format!("to be answered by the {to}{by}"),
        Some(Verdict::NeedsPerson) => "needs a person".to_owned(),
        Some(Verdict::NeedsFacts) => "needs facts".to_owned(),
        None => "the facts contradict each other".to_owned(),
    }
}

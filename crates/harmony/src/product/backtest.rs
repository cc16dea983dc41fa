//! `harmony product backtest`: recorded decisions under another version or revision.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use app::{
    App,
    claims::{self, Backtest, Seen, Span},
};
use terms::Product;

use super::check;
use crate::{End, Wrong, cli::Place};

/// Claims between two words about how far it is.
const TELL_EVERY: u64 = 10_000;

pub(super) fn backtest(place: &Place, what: &str, span: Span) -> Result<End, Wrong> {
    if let (Some(from), Some(until)) = (span.from, span.until)
        && from > until
    {
        return Err(format!("--from {from} lies after --to {until}").into());
    }
    let app = place.open()?;
    let Some(product) = find(place, &app, what)? else { return Ok(End::No) };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut written = Ok(());
    let report = claims::backtest(&app, &product, span, |seen| match seen {
        Seen::Changed(changed) if written.is_ok() => {
            written = if place.json {
                writeln!(out, "{}", serde_json::json!(changed))
            } else {
                writeln!(out, "claim {}  {:>10} → {:>10}", changed.claim, changed.before, changed.after)
            };
        }
        Seen::Claims(count) if count % TELL_EVERY < 256 => tracing::info!(count, "decided again"),
        _ => {}
    })?;
    written?;
    if place.json {
        writeln!(out, "{}", serde_json::json!({ "backtest": report }))?;
    } else {
        print(&mut out, &report)?;
    }
    out.flush()?;
    Ok(End::Done)
}

fn print(out: &mut impl io::Write, report: &Backtest) -> io::Result<()> {
    writeln!(out, "{} claims decided again, {} would change", report.claims, report.changed)?;
    if report.forgotten > 0 {
        writeln!(out, "{} cannot be decided again: their facts were forgotten", report.forgotten)?;
    }
    for (fault, claims) in &report.undecidable {
        writeln!(out, "{claims} not decided: {fault}")?;
    }
    for line in &report.verdicts {
        writeln!(out, "{:>8} items  {} → {}", line.items, line.before, line.after)?;
    }
    for (clause, line) in &report.by_clause {
        writeln!(out, "{:>8} items  {:>12} euro  {clause}", line.items, line.amount)?;
    }
    let more = report.after - report.before;
    writeln!(out, "borne: {} before, {} after, {more} more", report.before, report.after)
}

/// The version in a folder, or a published one by its content hash or the beginning of it.
pub(super) fn find(place: &Place, app: &App, what: &str) -> Result<Option<Arc<Product>>, Wrong> {
    if Path::new(what).is_dir() {
        return match Product::load(&check::read(Path::new(what))?) {
            Ok(product) => Ok(Some(Arc::new(product))),
            Err(faults) => {
                check::print(place, &faults);
                Ok(None)
            }
        };
    }
    let (house, wanted) = (app.clone(), what.to_owned());
    let found = app.db.read(move |tx| {
        let all = house.products.published(tx)?;
        let mut fitting = all.iter().filter(|line| wanted.len() >= 6 && line.hash.starts_with(&wanted));
        match (fitting.next(), fitting.next()) {
            (Some(line), None) => house.products.by_hash(tx, &line.hash).map(Some),
            _ => Ok(None),
        }
    })?;
    let none = || {
        format!(
            "`{what}` is neither a folder nor the content hash of one published version; see `harmony product list`"
        )
    };
    Ok(Some(found.ok_or_else(none)?))
}

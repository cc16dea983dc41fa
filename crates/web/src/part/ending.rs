//! What an ending does, told in words and sums before anybody confirms it (PORTAL-10, AMB-42, AMB-70).

use askama::Template;
use kernel::{Country, Instant, Money};
use policy::{Back, EndQuote};

use super::chrome::Empty;
use super::list::{Cell, List};
use super::notice::RuleChip;
use crate::words::Words;

/// What an ending does.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "parts/ending.html")]
pub struct EndTold {
    words: Words,
    ends: Instant,
    why: String,
    rule: RuleChip,
    back: String,
    back_rule: RuleChip,
    sum: Option<List>,
    totals: Vec<(String, Money)>,
    earlier: bool,
}

impl EndTold {
    /// Tells what a quote says. The desk's rules lead to their texts.
    pub fn new(words: Words, country: Country, quote: &EndQuote, linked: bool) -> Self {
        let chip = |rule: kernel::Rule| {
            if linked { RuleChip::linked(rule.id()) } else { RuleChip::plain(rule.id()) }
        };
        let way = quote.way.code();
        let by_country = format!("ending-why-{way}-{}", country.code().to_lowercase());
        let why = words.maybe(&by_country).unwrap_or_else(|| words.t(&format!("ending-why-{way}")));
        let back = match quote.back {
            _ if quote.steps.is_empty() => "ending-back-none",
            Back::All => "ending-back-all",
            Back::ByDays => "ending-back-days",
            Back::Nothing => "ending-back-nothing",
        };
        let totals = [("ending-refund", quote.refund), ("ending-open", quote.open)];
        let totals = totals.into_iter().filter(|(_, amount)| amount.is_positive());
        Self {
            ends: quote.ends,
            why,
            rule: chip(quote.rule),
            back: words.t(back),
            back_rule: chip(quote.back_rule),
            sum: (!quote.steps.is_empty()).then(|| sum(words, quote)),
            totals: totals.map(|(key, amount)| (words.t(key), amount)).collect(),
            earlier: quote.another_is_earlier,
            words,
        }
    }
}

/// The sum, premium after premium.
fn sum(words: Words, quote: &EndQuote) -> List {
    let heads = ["ending-period", "ending-invoiced", "ending-days", "ending-back"].map(|key| words.t(key));
    let rows = quote.steps.iter().map(|step| {
        let last = step.to.map(|to| words.day(&kernel::add_days(to, -1)));
        let period = match last {
            Some(last) => words.with2("ending-from-to", "from", words.day(&step.from), "to", last),
            None => words.with("ending-from", "from", words.day(&step.from)),
        };
        let days = words.with2("ending-days-of", "left", step.days_left, "all", step.days);
        vec![
            Cell::text(period),
            Cell::Figure(words.money(&step.invoiced)),
            Cell::text(days),
            Cell::Figure(words.money(&step.back)),
        ]
    });
    List::new(words.t("ending-sum"), &heads, rows.collect(), Empty::new("", ""))
}

impl askama::filters::HtmlSafe for EndTold {}

//! What a change does, told before anybody confirms it: from when, what it costs or gives back, and the rule.

use app::changes::Quote;
use askama::Template;
use kernel::{Instant, Money};

use super::notice::RuleChip;
use crate::words::Words;

/// What a change does.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "parts/told.html")]
pub struct ChangeTold {
    words: Words,
    facts: Vec<(String, String)>,
    rule: RuleChip,
    ends: bool,
}

impl ChangeTold {
    /// Tells what a quote says. What needs consent counts from the consent. The desk's rules lead to their texts.
    pub fn new(words: Words, quote: &Quote, now: Instant, consent: bool, linked: bool) -> Self {
        let from = if consent {
            words.t("told-from-consent")
        } else if quote.from <= now {
            words.t("told-from-now")
        } else {
            words.moment(&quote.from)
        };
        let mut facts = match quote.ends {
            Some(ends) => vec![(words.t("told-ends"), words.until(&ends))],
            None => vec![(words.t("told-from"), from)],
        };
        if let Some((before, after)) = quote.premium {
            let text = if before == after {
                words.with("told-premium-same", "amount", words.money(&after))
            } else {
                words.with2(
                    "told-premium-other",
                    "before",
                    words.money(&before),
                    "after",
                    words.money(&after),
                )
            };
            facts.push((words.t("told-premium"), text));
        }
        // What is taken back and not paid back at once is set off against what is open or comes next.
        let set_off =
            if quote.taken_back > quote.refund { quote.taken_back - quote.refund } else { Money::ZERO };
        for (key, amount) in
            [("told-extra", quote.extra), ("told-refund", quote.refund), ("told-set-off", set_off)]
        {
            if amount.is_positive() {
                facts.push((words.t(key), words.money(&amount)));
            }
        }
        let rule = quote.rule.id();
        let rule = if linked { RuleChip::linked(rule) } else { RuleChip::plain(rule) };
        Self { words, facts, rule, ends: quote.ends.is_some() }
    }
}

impl askama::filters::HtmlSafe for ChangeTold {}

//! Amounts beside each other, where looking beats reading. Each bar carries its words, so that nothing is only drawn.

use askama::Template;
use kernel::Money;

/// Bars of one unit, the longest as wide as there is room.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/bars.html")]
pub struct Bars {
    /// What is shown.
    pub caption: String,
    /// From top to bottom.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// How much, in words.
    pub amount: String,
    /// How long, in thousandths of the longest.
    pub length: u32,
    /// Whether it deserves a look.
    pub is_hot: bool,
}

impl Bars {
    /// Bars of these amounts: label, amount, its words, and whether it deserves a look. Amounts below zero are drawn as long as
    /// their size.
    pub fn new(caption: impl Into<String>, amounts: Vec<(String, Money, String, bool)>) -> Self {
        let size = |amount: Money| amount.cents().unsigned_abs();
        let most = amounts.iter().map(|(_, amount, ..)| size(*amount)).max().unwrap_or(0).max(1);
        let bar = |(label, amount, words, is_hot): (String, Money, String, bool)| {
            let length = u128::from(size(amount)) * 1000 / u128::from(most);
            Bar { label, amount: words, length: u32::try_from(length).unwrap_or(1000), is_hot }
        };
        Self { caption: caption.into(), bars: amounts.into_iter().map(bar).collect() }
    }

    /// Bars of these numbers: label, number, its words, and whether it deserves a look.
    pub fn of_counts(caption: impl Into<String>, counts: Vec<(String, u64, String, bool)>) -> Self {
        let bar = |(label, count, words, is_hot): (String, u64, String, bool)| {
            (label, Money::from_cents(i64::try_from(count).unwrap_or(i64::MAX)), words, is_hot)
        };
        Self::new(caption, counts.into_iter().map(bar).collect())
    }

    /// Whether there is anything to draw.
    pub fn is_empty(&self) -> bool {
        self.bars.iter().all(|bar| bar.length == 0)
    }
}

impl Bar {
    fn width(&self) -> String {
        format!("{}.{}%", self.length / 10, self.length % 10)
    }
}

impl askama::filters::HtmlSafe for Bars {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_fills_the_room_and_nothing_is_only_drawn() {
        let amount =
            |cents| (format!("{cents}"), Money::from_cents(cents), format!("EUR {cents}"), cents < 0);
        let bars = Bars::new("Premium", vec![amount(200), amount(-50), amount(0)]);
        assert_eq!(bars.bars.iter().map(|bar| bar.length).collect::<Vec<_>>(), [1000, 250, 0]);
        let html = bars.to_string();
        assert!(html.contains("width=\"25.0%\"") && html.contains("EUR -50"), "{html}");
        assert!(Bars::new("None", vec![amount(0)]).is_empty() && !bars.is_empty());
    }
}

//! The cover timeline: when a device was covered, drawn from left to right and told in words below.

use askama::Template;
use kernel::Instant;

use super::notice::RuleChip;
use crate::words::Words;

/// Whether there is cover in a part of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Covered for the time being, until somebody decides.
    Provisional,
    /// Covered.
    On,
    /// Not covered, while the policy goes on (suspended, gap).
    Off,
    /// Not covered any more.
    Ended,
}

impl Cover {
    fn class(self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::On => "on",
            Self::Off => "off",
            Self::Ended => "none",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Provisional => "cover-provisional",
            Self::On => "cover-on",
            Self::Off => "cover-off",
            Self::Ended => "cover-ended",
        }
    }
}

/// A part of the timeline, half-open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverPart {
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it; `None` when no end is known.
    pub to: Option<Instant>,
    /// Whether there is cover.
    pub cover: Cover,
    /// What made it begin, in words; may be empty.
    pub reason: String,
    /// The rule that made it begin.
    pub rule: Option<RuleChip>,
}

/// The drawing and its words.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "parts/timeline.html")]
pub struct Timeline {
    words: Words,
    parts: Vec<CoverPart>,
    drawn: Vec<Drawn>,
    ticks: Vec<Tick>,
    now_x: Option<i64>,
    summary: String,
    /// What its parts are called in the page; two pictures need two names.
    name: &'static str,
    /// Whether the parts are told in words below.
    told: bool,
    now: Instant,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Drawn {
    x: i64,
    width: i64,
    cover: Cover,
}

/// A date below the bar. On a phone only the roomy ones are shown; the list below has every boundary.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tick {
    x: i64,
    text: String,
    roomy: bool,
}

/// The bar is drawn in thousandths of its width, so that it fits any screen while its letters keep their size.
const WIDTH: i64 = 1000;

impl Timeline {
    /// Draws `parts`, which follow each other in time. An open end is drawn to a while after `now`.
    pub fn new(words: Words, parts: Vec<CoverPart>, now: Instant) -> Self {
        let from = parts.first().map_or(now, |part| part.from);
        let last = parts.last().map_or(now, |part| part.to.unwrap_or(part.from));
        let open = parts.last().is_some_and(|part| part.to.is_none());
        let until = last.max(now).as_second();
        let span = (until - from.as_second()).max(86_400);
        // Air to the right, so that "today" and an open end can be seen.
        let span = if open || last < now { span + span / 8 } else { span };
        let x =
            |at: Instant| ((at.as_second() - from.as_second()).saturating_mul(WIDTH) / span).clamp(0, WIDTH);
        let drawn = parts
            .iter()
            .map(|part| {
                let left = x(part.from);
                let right = part.to.map_or(WIDTH, x);
                Drawn { x: left, width: (right - left).max(4), cover: part.cover }
            })
            .collect();
        let mut ticks: Vec<Tick> = Vec::new();
        for part in &parts {
            let at = x(part.from);
            let room = |of: &Tick, least: i64| at - of.x >= least;
            if at <= WIDTH - 150 && ticks.last().is_none_or(|tick| room(tick, 150)) {
                let roomy =
                    at <= WIDTH - 330 && ticks.iter().filter(|tick| tick.roomy).all(|tick| room(tick, 330));
                let local = part.from.to_zoned(words.country.time_zone()).date();
                ticks.push(Tick { x: at, text: words.day(&local), roomy });
            }
        }
        let now_x = (now >= from).then(|| x(now));
        let current = parts.iter().rfind(|part| part.from <= now && part.to.is_none_or(|to| now < to));
        let summary = words.t(current.map_or("cover-none-now", |part| part.cover.key()));
        Self { words, parts, drawn, ticks, now_x, summary, name: "cover", told: true, now }
    }

    /// The picture alone, under a name of its own: where a table tells the rest.
    pub fn picture(self, name: &'static str) -> Self {
        Self { name, told: false, ..self }
    }

    fn named(&self, cover: Cover) -> String {
        self.words.t(cover.key())
    }

    fn badge(&self, part: &CoverPart) -> super::Badge {
        let tone = match part.cover {
            Cover::Provisional => super::Tone::Warn,
            Cover::On => super::Tone::Good,
            Cover::Off => super::Tone::Bad,
            Cover::Ended => super::Tone::Plain,
        };
        let is_to_come = part.cover == Cover::Ended && part.from > self.now;
        super::Badge::new(tone, if is_to_come { self.words.t("cover-ends") } else { self.named(part.cover) })
    }

    fn period(&self, part: &CoverPart) -> String {
        let from = self.words.moment(&part.from);
        match part.to {
            Some(to) => self.words.with2("cover-from-to", "from", &from, "to", self.words.moment(&to)),
            None => self.words.with("cover-from", "from", &from),
        }
    }

    fn kinds(&self) -> Vec<Cover> {
        [Cover::On, Cover::Provisional, Cover::Off, Cover::Ended]
            .into_iter()
            .filter(|kind| self.parts.iter().any(|part| part.cover == *kind))
            .collect()
    }
}

/// Thousandths as a percentage.
fn percent(thousandths: &i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

impl askama::filters::HtmlSafe for Timeline {}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Language;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn draws_a_gap_in_its_place() {
        let part = |from: &str, to: Option<&str>, cover| CoverPart {
            from: at(from),
            to: to.map(at),
            cover,
            reason: String::new(),
            rule: Some(RuleChip::linked("NL-DUN-04")),
        };
        let parts = vec![
            part("2026-01-01T00:00:00Z", Some("2026-01-11T00:00:00Z"), Cover::On),
            part("2026-01-11T00:00:00Z", Some("2026-01-16T00:00:00Z"), Cover::Off),
            part("2026-01-16T00:00:00Z", Some("2026-01-21T00:00:00Z"), Cover::On),
        ];
        let timeline = Timeline::new(Words::new(Language::En), parts, at("2026-01-12T00:00:00Z"));
        let drawn: Vec<_> = timeline.drawn.iter().map(|part| (part.x, part.width)).collect();
        assert_eq!(drawn, [(0, 500), (500, 250), (750, 250)]);
        assert_eq!(timeline.now_x, Some(550));
        let html = timeline.render().unwrap();
        assert!(html.contains("NL-DUN-04") && html.contains("11 Jan 2026, 01:00"), "{html}");
    }

    #[test]
    fn nothing_is_no_fault() {
        let timeline = Timeline::new(Words::new(Language::Nl), Vec::new(), at("2026-01-12T00:00:00Z"));
        assert!(timeline.render().unwrap().contains("svg"));
    }
}

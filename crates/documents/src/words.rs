//! The messages of this crate, and the few ways of writing facts that only letters need.

use std::sync::LazyLock;

use kernel::{Country, Date, Instant, Language, Money};
use texts::{Arg, Source, Texts, format};

macro_rules! files {
    ($language:literal) => {
        &[
            ("common", include_str!(concat!("../texts/", $language, "/common.ftl"))),
            ("application", include_str!(concat!("../texts/", $language, "/application.ftl"))),
            ("policy", include_str!(concat!("../texts/", $language, "/policy.ftl"))),
            ("premium", include_str!(concat!("../texts/", $language, "/premium.ftl"))),
            ("claim", include_str!(concat!("../texts/", $language, "/claim.ftl"))),
            ("account", include_str!(concat!("../texts/", $language, "/account.ftl"))),
        ]
    };
}

pub(crate) const SOURCES: &[Source<'static>] =
    &[(Language::Nl, files!("nl")), (Language::En, files!("en")), (Language::Fr, files!("fr"))];

static TEXTS: LazyLock<Texts> =
    LazyLock::new(|| Texts::new(SOURCES).expect("the texts are part of the program and read in its tests"));

/// Words in one language, with the clocks of one country.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    pub(crate) language: Language,
    pub(crate) country: Country,
}

impl Words {
    pub(crate) fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    pub(crate) fn with(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let said = TEXTS.say(self.language, key, args);
        if self.language == Language::Fr { french_spaces(&said) } else { said }
    }

    pub(crate) fn money(self, money: Money) -> String {
        format::money(self.language, money)
    }

    pub(crate) fn date(self, date: Date) -> String {
        format::date(self.language, date)
    }

    /// A moment at which something begins or happens.
    pub(crate) fn at(self, at: Instant) -> String {
        format::instant(self.language, at, self.country)
    }

    /// A moment at which something ends: a midnight is the end of the day before, so that nobody reads a day too many
    /// or too few into it (GEN-TIME-07).
    pub(crate) fn until(self, end: Instant) -> String {
        let local = end.to_zoned(self.country.time_zone());
        if local.time() != jiff::civil::Time::midnight() {
            return self.at(end);
        }
        let day = local.date().yesterday().unwrap_or(local.date());
        self.with("day-end", &[("date", day.into())])
    }

    /// The last day before an end.
    pub(crate) fn last_day(self, end: Instant) -> String {
        let local = end.to_zoned(self.country.time_zone());
        let midnight = local.time() == jiff::civil::Time::midnight();
        let day = if midnight { local.date().yesterday().unwrap_or(local.date()) } else { local.date() };
        self.date(day)
    }
}

/// French puts a space that does not break before `: ; ? ! »` and after `«`.
fn french_spaces(text: &str) -> String {
    let mut spaced = text.to_owned();
    for (from, to) in [
        (" :", "\u{a0}:"),
        (" ;", "\u{202f};"),
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
        (" »", "\u{a0}»"),
        ("« ", "«\u{a0}"),
    ] {
        spaced = spaced.replace(from, to);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_there_in_every_language_with_the_same_variables() {
        assert_eq!(texts::check(SOURCES), Vec::<String>::new());
    }

    #[test]
    fn an_end_at_midnight_is_the_end_of_the_day_before() {
        let check = |country, end: &str, until: &str, last_day: &str| {
            let words = Words { language: Language::Nl, country };
            let end = end.parse().unwrap();
            assert_eq!((words.until(end).as_str(), words.last_day(end).as_str()), (until, last_day));
        };
        check(Country::Nl, "2026-12-04T23:00:00Z", "4 december 2026, 24:00 uur", "4 december 2026");
        check(Country::Be, "2026-06-30T22:00:00Z", "30 juni 2026, 24:00 uur", "30 juni 2026");
        check(Country::Nl, "2026-12-31T23:00:00Z", "31 december 2026, 24:00 uur", "31 december 2026");
        check(Country::Nl, "2026-12-04T09:30:00Z", "4 december 2026 om 10:30\u{a0}uur", "4 december 2026");
    }

    #[test]
    fn french_signs_keep_their_space() {
        assert_eq!(french_spaces("Quoi ? « Oui » : non"), "Quoi\u{202f}? «\u{a0}Oui\u{a0}»\u{a0}: non");
    }
}

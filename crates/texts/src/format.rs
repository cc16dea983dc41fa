//! How money, dates, times and lengths of time are written in each language.

use kernel::{Country, Date, Decimal, Instant, Language, Money, Term};

/// No-break space: keeps a sign and its number on one line.
const NBSP: char = '\u{a0}';
/// Narrow no-break space: what French puts before signs and between thousands.
const NNBSP: char = '\u{202f}';

const MONTHS_NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT_NL: [&str; 12] =
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const SHORT_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SHORT_FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

/// A price: `€ 12,34` (Dutch), `€12.34` (English), `12,34 €` (French), with spaces that do not break.
pub fn money(language: Language, money: Money) -> String {
    let cents = money.cents();
    let sign = if cents < 0 { "−" } else { "" };
    let cents = cents.unsigned_abs();
    let whole = grouped(language, cents / 100);
    let rest = cents % 100;
    match language {
        Language::Nl => format!("€{NBSP}{sign}{whole},{rest:02}"),
        Language::En => format!("{sign}€{whole}.{rest:02}"),
        Language::Fr => format!("{sign}{whole},{rest:02}{NNBSP}€"),
    }
}

/// A whole number with its thousands apart.
pub fn number(language: Language, number: i64) -> String {
    let sign = if number < 0 { "−" } else { "" };
    format!("{sign}{}", grouped(language, number.unsigned_abs()))
}

/// A date with the month in full: `21 november 2026`; the first of a French month is `1er`.
pub fn date(language: Language, date: Date) -> String {
    let month = usize::from(date.month().unsigned_abs()) - 1;
    let (day, year) = (date.day(), date.year());
    match language {
        Language::Nl => format!("{day} {} {year}", MONTHS_NL[month]),
        Language::En => format!("{day} {} {year}", MONTHS_EN[month]),
        Language::Fr if day == 1 => format!("1er {} {year}", MONTHS_FR[month]),
        Language::Fr => format!("{day} {} {year}", MONTHS_FR[month]),
    }
}

/// A month with its year: `maart 2026`.
pub fn month(language: Language, date: Date) -> String {
    let names = match language {
        Language::Nl => MONTHS_NL,
        Language::En => MONTHS_EN,
        Language::Fr => MONTHS_FR,
    };
    let place = usize::try_from(date.month() - 1).expect("months count from 1");
    format!("{} {}", names[place], date.year())
}

/// A date for a table: `21 nov 2026`.
pub fn short_date(language: Language, date: Date) -> String {
    let month = usize::from(date.month().unsigned_abs()) - 1;
    let name = match language {
        Language::Nl => SHORT_NL[month],
        Language::En => SHORT_EN[month],
        Language::Fr => SHORT_FR[month],
    };
    format!("{} {name} {}", date.day(), date.year())
}

/// A moment as the clocks of `country` show it: `21 april 2026 om 10:00 uur`.
pub fn instant(language: Language, at: Instant, country: Country) -> String {
    let day = date(language, at.to_zoned(country.time_zone()).date());
    let time = time(language, at, country);
    match language {
        Language::Nl => format!("{day} om {time}"),
        Language::En => format!("{day} at {time}"),
        Language::Fr => format!("{day} à {time}"),
    }
}

/// A moment for a table: `21 nov 2026, 10:00`.
pub fn short_instant(language: Language, at: Instant, country: Country) -> String {
    let local = at.to_zoned(country.time_zone());
    format!("{}, {:02}:{:02}", short_date(language, local.date()), local.hour(), local.minute())
}

/// The time of day as the clocks of `country` show it: `10:00 uur`, `10:00`, `10 h 00`.
pub fn time(language: Language, at: Instant, country: Country) -> String {
    let local = at.to_zoned(country.time_zone());
    let (hour, minute) = (local.hour(), local.minute());
    match language {
        Language::Nl => format!("{hour:02}:{minute:02}{NBSP}uur"),
        Language::En => format!("{hour:02}:{minute:02}"),
        Language::Fr => format!("{hour}{NBSP}h{NBSP}{minute:02}"),
    }
}

/// A fraction as a percentage: 0.21 is `21%`, 0.0925 is `9,25%` (`9,25 %` in French).
pub fn percent(language: Language, rate: Decimal) -> String {
    let text = (rate * Decimal::ONE_HUNDRED).normalize().to_string();
    match language {
        Language::Nl => format!("{}%", text.replace('.', ",")),
        Language::En => format!("{text}%"),
        Language::Fr => format!("{}{NNBSP}%", text.replace('.', ",")),
    }
}

/// A length of time: `14 dagen`, `1 month`, `15 jours ouvrables`.
pub fn term(language: Language, term: Term) -> String {
    let (count, [one, many]) = match (term, language) {
        (Term::Hours(count), Language::Nl) => (count, ["uur", "uur"]),
        (Term::Hours(count), Language::En) => (count, ["hour", "hours"]),
        (Term::Hours(count), Language::Fr) => (count, ["heure", "heures"]),
        (Term::Days(count), Language::Nl) => (count, ["dag", "dagen"]),
        (Term::Days(count), Language::En) => (count, ["day", "days"]),
        (Term::Days(count), Language::Fr) => (count, ["jour", "jours"]),
        (Term::Months(count), Language::Nl) => (count, ["maand", "maanden"]),
        (Term::Months(count), Language::En) => (count, ["month", "months"]),
        (Term::Months(count), Language::Fr) => (count, ["mois", "mois"]),
        (Term::WorkingDays(count), Language::Nl) => (count, ["werkdag", "werkdagen"]),
        (Term::WorkingDays(count), Language::En) => (count, ["working day", "working days"]),
        (Term::WorkingDays(count), Language::Fr) => (count, ["jour ouvrable", "jours ouvrables"]),
    };
    let single = count == 1 || (count == 0 && language == Language::Fr);
    format!("{} {}", grouped(language, count.into()), if single { one } else { many })
}

/// Groups of three digits: `1.234` (Dutch), `1,234` (English), `1 234` (French, narrow no-break space).
fn grouped(language: Language, number: u64) -> String {
    let separator = match language {
        Language::Nl => '.',
        Language::En => ',',
        Language::Fr => NNBSP,
    };
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spaces that do not break are compared as plain ones, which is what a reader sees.
    fn check(written: impl Fn(Language) -> String, nl: &str, en: &str, fr: &str) {
        let plain = |language| written(language).replace([NBSP, NNBSP], " ");
        assert_eq!([plain(Language::Nl), plain(Language::En), plain(Language::Fr)], [nl, en, fr]);
    }

    #[test]
    fn money_is_written_as_each_language_does() {
        let cents = |cents| move |language| money(language, Money::from_cents(cents));
        check(cents(1234), "€ 12,34", "€12.34", "12,34 €");
        check(cents(5), "€ 0,05", "€0.05", "0,05 €");
        check(cents(123_456_789), "€ 1.234.567,89", "€1,234,567.89", "1 234 567,89 €");
        check(cents(-1234), "€ −12,34", "−€12.34", "−12,34 €");
        check(
            cents(i64::MIN),
            "€ −92.233.720.368.547.758,08",
            "−€92,233,720,368,547,758.08",
            "−92 233 720 368 547 758,08 €",
        );
        assert_eq!(money(Language::Fr, Money::from_cents(100)), "1,00\u{202f}€");
    }

    #[test]
    fn dates_and_times() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        check(|l| date(l, day("2026-11-21")), "21 november 2026", "21 November 2026", "21 novembre 2026");
        check(|l| date(l, day("2026-08-01")), "1 augustus 2026", "1 August 2026", "1er août 2026");
        check(|l| short_date(l, day("2026-03-02")), "2 mrt 2026", "2 Mar 2026", "2 mars 2026");
        let at: Instant = "2026-03-29T01:30:00Z".parse().unwrap();
        check(
            |l| instant(l, at, Country::Nl),
            "29 maart 2026 om 03:30 uur",
            "29 March 2026 at 03:30",
            "29 mars 2026 à 3 h 30",
        );
        check(
            |l| short_instant(l, at, Country::Be),
            "29 mrt 2026, 03:30",
            "29 Mar 2026, 03:30",
            "29 mars 2026, 03:30",
        );
    }

    #[test]
    fn rates_and_terms() {
        let rate = |text: &str| text.parse::<Decimal>().unwrap();
        check(|l| percent(l, rate("0.21")), "21%", "21%", "21 %");
        check(|l| percent(l, rate("0.09250")), "9,25%", "9.25%", "9,25 %");
        check(|l| term(l, Term::Hours(24)), "24 uur", "24 hours", "24 heures");
        check(|l| term(l, Term::Days(1)), "1 dag", "1 day", "1 jour");
        check(|l| term(l, Term::Months(2)), "2 maanden", "2 months", "2 mois");
        check(|l| term(l, Term::WorkingDays(15)), "15 werkdagen", "15 working days", "15 jours ouvrables");
        check(|l| number(l, -1500), "−1.500", "−1,500", "−1 500");
    }
}

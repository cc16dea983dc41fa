//! The words of the interface, and how one page says them.

use std::borrow::Borrow;
use std::sync::LazyLock;

use kernel::{Country, Date, Decimal, Instant, Language, Money, Term};
use texts::{Arg, Source, Texts, format};

macro_rules! files {
    ($language:literal) => {
        &[
            ("common", include_str!(concat!("../texts/", $language, "/common.ftl"))),
            ("public", include_str!(concat!("../texts/", $language, "/public.ftl"))),
            ("account", include_str!(concat!("../texts/", $language, "/account.ftl"))),
            ("errors", include_str!(concat!("../texts/", $language, "/errors.ftl"))),
            ("apply", include_str!(concat!("../texts/", $language, "/apply.ftl"))),
            ("portal", include_str!(concat!("../texts/", $language, "/portal.ftl"))),
            ("life", include_str!(concat!("../texts/", $language, "/life.ftl"))),
            ("premium", include_str!(concat!("../texts/", $language, "/premium.ftl"))),
            ("change", include_str!(concat!("../texts/", $language, "/change.ftl"))),
            ("claim", include_str!(concat!("../texts/", $language, "/claim.ftl"))),
            ("claimdesk", include_str!(concat!("../texts/", $language, "/claimdesk.ftl"))),
            ("incident", include_str!(concat!("../texts/", $language, "/incident.ftl"))),
            ("desk", include_str!(concat!("../texts/", $language, "/desk.ftl"))),
            ("bank", include_str!(concat!("../texts/", $language, "/bank.ftl"))),
            ("campaign", include_str!(concat!("../texts/", $language, "/campaign.ftl"))),
            ("refusals", include_str!(concat!("../texts/", $language, "/refusals.ftl"))),
            ("money", include_str!(concat!("../texts/", $language, "/money.ftl"))),
            ("partner", include_str!(concat!("../texts/", $language, "/partner.ftl"))),
            ("books", include_str!(concat!("../texts/", $language, "/books.ftl"))),
        ]
    };
}

pub(crate) const SOURCES: &[Source<'static>] =
    &[(Language::Nl, files!("nl")), (Language::En, files!("en")), (Language::Fr, files!("fr"))];

static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::new(SOURCES).expect("the embedded texts are tested"));

/// Speaks one language, with the clocks of one country. Templates call it for every word on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The language of the page.
    pub language: Language,
    /// Whose clocks moments are shown on.
    pub country: Country,
}

impl Words {
    /// Words in `language`; moments on the clocks of the Netherlands until `country` is set.
    pub fn new(language: Language) -> Self {
        Self { language, country: Country::Nl }
    }

    /// A month with its year.
    pub fn month(&self, month: ledger::Month) -> String {
        format::month(self.language, month.first())
    }

    /// A message without variables.
    pub fn t(&self, key: &str) -> String {
        TEXTS.say(self.language, key, &[])
    }

    /// A message with one variable.
    pub fn with<'a>(&self, key: &str, name: &str, value: impl Into<Arg<'a>>) -> String {
        TEXTS.say(self.language, key, &[(name, value.into())])
    }

    /// A message with two variables.
    pub fn with2<'a, 'b>(
        &self,
        key: &str,
        name: &str,
        value: impl Into<Arg<'a>>,
        other: &str,
        more: impl Into<Arg<'b>>,
    ) -> String {
        TEXTS.say(self.language, key, &[(name, value.into()), (other, more.into())])
    }

    /// A message with any number of variables.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        TEXTS.say(self.language, key, args)
    }

    /// The message if there is one: hints are attributes that a label may lack.
    pub fn maybe(&self, key: &str) -> Option<String> {
        TEXTS.has(self.language, key).then(|| TEXTS.say(self.language, key, &[]))
    }

    /// What a refusal of the house says to the reader: the message `refusal-<code>`. Dates and amounts among its
    /// arguments are written as the reader writes them.
    pub fn refusal(&self, refused: &app::Refused) -> String {
        let args: Vec<(&str, Arg<'_>)> =
            refused.args.iter().map(|(name, value)| (name.as_str(), self.readable(value))).collect();
        let key = format!("refusal-{}", refused.code);
        let known = TEXTS.has(self.language, &key);
        TEXTS.say(self.language, if known { &key } else { "refusal-other" }, &args)
    }

    fn readable<'a>(&self, value: &'a str) -> Arg<'a> {
        if let Ok(count) = value.parse::<i64>() {
            return Arg::Count(count);
        }
        if let Ok(at) = value.parse::<Instant>() {
            return Arg::Instant(at, self.country);
        }
        if let Ok(date) = value.parse::<Date>() {
            return Arg::Date(date);
        }
        match value.parse::<Money>() {
            Ok(money) if value.contains('.') => Arg::Money(money),
            _ => Arg::Text(value.into()),
        }
    }

    /// What is wrong with something typed: the message `error-<code>` of a kernel type's error.
    pub fn wrong(&self, code: &str) -> String {
        self.t(&format!("error-{code}"))
    }

    /// What the bank means by the reason code under which it refused a payment or sent it back (LAW-SEPA-11).
    pub fn bank_reason(&self, code: &str) -> String {
        let known = self.maybe(&format!("bank-reason-{}", code.to_ascii_lowercase()));
        known.unwrap_or_else(|| self.t("bank-reason-other"))
    }

    /// That a payment is a new try, and why the last one failed.
    pub fn payment_again(&self, code: &str) -> String {
        self.with2("payout-again", "why", self.bank_reason(code), "code", code)
    }

    #[cfg(test)]
    pub(crate) fn has(&self, key: &str) -> bool {
        TEXTS.has(self.language, key)
    }

    /// A price.
    pub fn money(&self, money: &Money) -> String {
        format::money(self.language, *money)
    }

    /// A whole number.
    pub fn number(&self, number: impl Borrow<usize>) -> String {
        format::number(self.language, i64::try_from(*number.borrow()).unwrap_or(i64::MAX))
    }

    /// A date with the month in full.
    pub fn date(&self, date: &Date) -> String {
        format::date(self.language, *date)
    }

    /// A date for a table.
    pub fn day(&self, date: &Date) -> String {
        format::short_date(self.language, *date)
    }

    /// Date and time in full.
    pub fn instant(&self, at: &Instant) -> String {
        format::instant(self.language, *at, self.country)
    }

    /// The end of a period in full: midnight is 24:00 of the last day, because nobody reads 00:00 of the next day so.
    pub fn until(&self, end: &Instant) -> String {
        const MINUTE: jiff::SignedDuration = jiff::SignedDuration::from_mins(1);
        let is_midnight = kernel::start_of_day(kernel::local_date(*end, self.country), self.country) == *end;
        if !is_midnight {
            return self.instant(end);
        }
        self.instant(&(*end - MINUTE)).replace("23:59", "24:00").replace("23 h 59", "24 h 00")
    }

    /// Date and time for a table.
    pub fn moment(&self, at: &Instant) -> String {
        format::short_instant(self.language, *at, self.country)
    }

    /// A length of time.
    pub fn term(&self, term: &Term) -> String {
        format::term(self.language, *term)
    }

    /// A fraction as a percentage.
    pub fn percent(&self, rate: &Decimal) -> String {
        format::percent(self.language, *rate)
    }
}

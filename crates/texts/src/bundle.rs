//! The messages of one crate in all languages.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::Language;
use unic_langid::LanguageIdentifier;

use crate::{Arg, format};

/// The embedded files of one language: file name (for error messages) and content.
pub type Source<'a> = (Language, &'a [(&'a str, &'a str)]);

/// Why messages could not be read. This is a fault in the program's own files, found by its tests.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum TextsError {
    /// A file is not Fluent.
    #[error("{language:?}/{file}: {problem}")]
    Syntax {
        /// The language of the file.
        language: Language,
        /// Its name.
        file: String,
        /// What the parser says, with the place in bytes.
        problem: String,
    },
    /// Two files of one language define the same message.
    #[error("{language:?}/{file}: {problem}")]
    Twice {
        /// The language of the file.
        language: Language,
        /// Its name.
        file: String,
        /// Which message.
        problem: String,
    },
    /// There are no files for a language.
    #[error("no texts in {0:?}")]
    NoLanguage(Language),
}

/// The messages of one crate, in every language. Building is slow (it parses); build once and share.
pub struct Texts {
    bundles: Vec<(Language, FluentBundle<FluentResource>)>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").finish_non_exhaustive()
    }
}

impl Texts {
    /// Reads the embedded files. Every language of [`Language::ALL`] must be there, no message twice.
    pub fn new(sources: &[Source<'_>]) -> Result<Self, TextsError> {
        let mut bundles = Vec::with_capacity(sources.len());
        for language in Language::ALL.iter().copied() {
            let mut files =
                sources.iter().filter(|(of, _)| *of == language).flat_map(|(_, files)| *files).peekable();
            if files.peek().is_none() {
                return Err(TextsError::NoLanguage(language));
            }
            let mut bundle = FluentBundle::new_concurrent(vec![locale(language)]);
            // Marks around every value protect mixed writing directions; our three languages have one.
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(match language {
                Language::Nl => |value, _| written_number(Language::Nl, value),
                Language::En => |value, _| written_number(Language::En, value),
                Language::Fr => |value, _| written_number(Language::Fr, value),
            }));
            for (file, content) in files {
                let resource = parse(language, file, content)?;
                bundle.add_resource(resource).map_err(|errors| TextsError::Twice {
                    language,
                    file: (*file).to_owned(),
                    problem: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
                })?;
            }
            bundles.push((language, bundle));
        }
        Ok(Self { bundles })
    }

    /// The message `key` in `language`. A message that is not there, or a variable that was not given, is a fault that
    /// the tests find; in operation it is logged and the reader sees the key.
    pub fn say(&self, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let bundle = self.bundle(language);
        // `key.attribute` addresses an attribute of a message.
        let (id, attribute) =
            key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let pattern = bundle.get_message(id).and_then(|message| match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else {
            tracing::error!(key, language = language.code(), "a text is missing");
            debug_assert!(false, "text {key:?} is missing in {language:?}");
            return key.to_owned();
        };
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Count(count) => FluentValue::from(*count),
                other => FluentValue::from(other.written(language)),
            };
            given.set(*name, value);
        }
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&given), &mut errors).into_owned();
        for error in &errors {
            tracing::error!(key, language = language.code(), %error, "a text could not be filled in");
        }
        debug_assert!(errors.is_empty(), "text {key:?} in {language:?}: {errors:?}");
        said
    }

    /// Whether there is a message `key` (without attribute) in `language`.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.bundle(language).has_message(key)
    }

    fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        &self.bundles.iter().find(|(of, _)| *of == language).expect("`new` made one for every language").1
    }
}

pub(crate) fn parse(language: Language, file: &str, content: &str) -> Result<FluentResource, TextsError> {
    FluentResource::try_new(content.to_owned()).map_err(|(_, errors)| TextsError::Syntax {
        language,
        file: file.to_owned(),
        problem: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    })
}

fn written_number(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        #[expect(clippy::cast_possible_truncation, reason = "only whole counts are given to messages")]
        FluentValue::Number(number) => Some(format::number(language, number.value as i64)),
        _ => None,
    }
}

fn locale(language: Language) -> LanguageIdentifier {
    language.code().parse().expect("two letters are a language identifier")
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Country, Money};

    const SOURCES: &[Source<'static>] = &[
        (
            Language::Nl,
            &[(
                "a",
                "paid = Betaald: { $amount }\ndays = { $n ->\n    [one] { $n } dag\n   *[other] { $n } dagen\n }\n",
            )],
        ),
        (
            Language::En,
            &[(
                "a",
                "paid = Paid: { $amount }\ndays = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n }\n",
            )],
        ),
        (
            Language::Fr,
            &[(
                "a",
                "paid = Payé : { $amount }\ndays = { $n ->\n    [one] { $n } jour\n   *[other] { $n } jours\n }\n",
            )],
        ),
    ];

    #[test]
    fn says_with_values() {
        let texts = Texts::new(SOURCES).unwrap();
        let check = |language, key, name, arg: Arg<'_>, expected: &str| {
            assert_eq!(texts.say(language, key, &[(name, arg)]), expected);
        };
        check(Language::Nl, "paid", "amount", Money::from_cents(1234).into(), "Betaald: €\u{a0}12,34");
        check(Language::En, "paid", "amount", Money::from_cents(1234).into(), "Paid: €12.34");
        check(Language::Fr, "paid", "amount", Money::from_cents(1234).into(), "Payé : 12,34\u{202f}€");
        check(Language::Nl, "days", "n", 1_i64.into(), "1 dag");
        check(Language::Nl, "days", "n", 0_i64.into(), "0 dagen");
        check(Language::En, "days", "n", 1500_i64.into(), "1,500 days");
        check(Language::Fr, "days", "n", 0_i64.into(), "0 jour");
        check(Language::Fr, "days", "n", 2_i64.into(), "2 jours");
        let at = "2026-04-21T08:00:00Z".parse().unwrap();
        check(Language::En, "paid", "amount", (at, Country::Nl).into(), "Paid: 21 April 2026 at 10:00");
    }

    #[test]
    #[should_panic(expected = "is missing")]
    fn a_missing_key_stops_a_test() {
        Texts::new(SOURCES).unwrap().say(Language::Nl, "nothing", &[]);
    }

    #[test]
    #[should_panic(expected = "paid")]
    fn a_missing_variable_stops_a_test() {
        Texts::new(SOURCES).unwrap().say(Language::Nl, "paid", &[]);
    }

    #[test]
    fn bad_files_are_named() {
        let check = |sources: &[Source<'_>], expected: &str| {
            assert!(Texts::new(sources).unwrap_err().to_string().contains(expected));
        };
        check(&[], "no texts in Nl");
        check(&[(Language::Nl, &[("bad", "= what\n")])], "Nl/bad");
        check(&[(Language::Nl, &[("one", "a = x\n"), ("two", "a = y\n")])], "Nl/two");
    }
}

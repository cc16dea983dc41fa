//! The SEPA character set: what may stand in a payment file, and how other text is written in it (LAW-SEPA-14).

use thiserror::Error;

/// Longest name of a person or company, in characters.
pub const NAME_LENGTH: usize = 70;
/// Longest remittance text, in characters.
pub const REMITTANCE_LENGTH: usize = 140;
/// Longest identifier (message, payment information, end-to-end), in characters.
pub const IDENTIFIER_LENGTH: usize = 35;

/// Why a text cannot stand in a payment file. Carries lengths only, never the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing is left to write.
    #[error(
        "the text is empty once it is written in the SEPA character set; give a text with letters or digits"
    )]
    Empty,
    /// Longer than the field; identifiers and codes are never cut.
    #[error("the text has {found} characters and the field takes {limit}; shorten it")]
    TooLong {
        /// Characters found.
        found: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// An identifier holds a character outside the SEPA character set, or a slash where none may be.
    #[error(
        "the identifier may hold letters, digits and / - ? : ( ) . , ' + only, no slash at either end and no double slash"
    )]
    Character,
    /// Not a BIC: 8 or 11 capital letters and digits in the shape of ISO 9362.
    #[error("a BIC has 8 or 11 capital letters and digits, such as ABNANL2A")]
    Bic,
    /// Not a country code of two capital letters.
    #[error("a country is two capital letters, such as NL")]
    Country,
}

/// Whether `c` is in the SEPA character set: letters and digits without accents, `/ - ? : ( ) . , ' +` and space.
#[must_use]
pub fn is_sepa(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '?' | ':' | '(' | ')' | '.' | ',' | '\'' | '+' | ' ')
}

/// Writes `text` in the SEPA character set: accents go (é → e), ligatures open (ß → ss), signs that have a counterpart
/// take it (& → +), Greek and Cyrillic letters take their Latin ones, runs of white space become one space, and what is
/// left becomes a full stop. Never empty unless there was nothing but white space and accents.
#[must_use]
pub fn to_sepa(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if is_sepa(c) {
            out.push(c);
        } else if !is_combining(c) {
            out.push_str(latin(c));
        }
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Writes free text in the SEPA character set and cuts it to `limit` characters. For names and addresses, where the rest
/// is carried by the account; never for identifiers.
///
/// # Errors
/// [`TextError::Empty`].
pub fn cut(text: &str, limit: usize) -> Result<String, TextError> {
    let mut out = to_sepa(text);
    out.truncate(limit); // every character is one byte
    out.truncate(out.trim_end().len());
    if out.is_empty() { Err(TextError::Empty) } else { Ok(out) }
}

/// Checks an identifier: it is taken as it stands or refused, never changed, because it must come back unchanged.
///
/// # Errors
/// [`TextError::Empty`], [`TextError::TooLong`], [`TextError::Character`].
pub fn identifier(text: &str, limit: usize) -> Result<&str, TextError> {
    let found = text.chars().count();
    if found == 0 {
        return Err(TextError::Empty);
    }
    if found > limit {
        return Err(TextError::TooLong { found, limit });
    }
    let slashed = text.starts_with('/') || text.ends_with('/') || text.contains("//");
    let spaced = text.starts_with(' ') || text.ends_with(' ');
    if slashed || spaced || !text.chars().all(is_sepa) {
        return Err(TextError::Character);
    }
    Ok(text)
}

/// Marks that stand over the letter before them in decomposed text.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}')
}

/// The Latin counterpart of one character outside the set; a full stop where there is none.
fn latin(c: char) -> &'static str {
    match c {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' | 'Ǎ' | 'Α' | 'Ά' | 'А' => "A",
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'α' | 'ά' | 'а' | 'ª' => "a",
        'Æ' | 'Ǽ' => "AE",
        'æ' | 'ǽ' => "ae",
        'Б' => "B",
        'б' => "b",
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => "C",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' | '¢' => "c",
        'Ð' | 'Ď' | 'Đ' | 'Δ' | 'Д' => "D",
        'ð' | 'ď' | 'đ' | 'δ' | 'д' => "d",
        'È'..='Ë' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' | 'Ε' | 'Έ' | 'Е' | 'Э' => "E",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ε' | 'έ' | 'е' | 'э' => "e",
        '€' => "EUR",
        'Φ' | 'Ф' => "F",
        'φ' | 'ф' => "f",
        'Ĝ' | 'Ğ' | 'Ġ' | 'Ģ' | 'Γ' | 'Г' => "G",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'γ' | 'г' => "g",
        'Ĥ' | 'Ħ' | 'Х' => "H",
        'ĥ' | 'ħ' | 'х' => "h",
        'Ì'..='Ï' | 'Ĩ' | 'Ī' | 'Ĭ' | 'Į' | 'İ' | 'Η' | 'Ή' | 'Ι' | 'Ί' | 'Ϊ' | 'И' | 'Й' | 'І' => {
            "I"
        }
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'η' | 'ή' | 'ι' | 'ί' | 'ϊ' | 'и' | 'й' | 'і' => {
            "i"
        }
        'Ĳ' => "IJ",
        'ĳ' => "ij",
        'Ĵ' => "J",
        'ĵ' => "j",
        'Ķ' | 'Κ' | 'К' => "K",
        'ķ' | 'κ' | 'к' => "k",
        'Ĺ' | 'Ļ' | 'Ľ' | 'Ŀ' | 'Ł' | 'Λ' | 'Л' => "L",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' | 'λ' | 'л' => "l",
        'Μ' | 'М' => "M",
        'μ' | 'µ' | 'м' => "m",
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' | 'Ŋ' | 'Ν' | 'Н' => "N",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' | 'ŉ' | 'ν' | 'н' => "n",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ŏ' | 'Ő' | 'Ο' | 'Ό' | 'Ω' | 'Ώ' | 'О' => "O",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ο' | 'ό' | 'ω' | 'ώ' | 'о' | 'º' => "o",
        'Œ' => "OE",
        'œ' => "oe",
        'Π' | 'П' => "P",
        'π' | 'п' => "p",
        'Ŕ' | 'Ŗ' | 'Ř' | 'Ρ' | 'Р' => "R",
        'ŕ' | 'ŗ' | 'ř' | 'ρ' | 'р' => "r",
        'Ś' | 'Ŝ' | 'Ş' | 'Š' | 'Ș' | 'Σ' | 'С' => "S",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'σ' | 'ς' | 'с' => "s",
        'ß' | 'ẞ' => "ss",
        'Ţ' | 'Ť' | 'Ŧ' | 'Ț' | 'Τ' | 'Т' => "T",
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'τ' | 'т' => "t",
        'Þ' | 'Θ' => "TH",
        'þ' | 'θ' => "th",
        'Ù'..='Ü' | 'Ũ' | 'Ū' | 'Ŭ' | 'Ů' | 'Ű' | 'Ų' | 'У' => "U",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'у' => "u",
        'Β' | 'В' => "V",
        'β' | 'в' => "v",
        'Ŵ' => "W",
        'ŵ' => "w",
        'Ξ' => "X",
        'ξ' => "x",
        'Ý' | 'Ŷ' | 'Ÿ' | 'Υ' | 'Ύ' | 'Ы' | 'Ъ' => "Y",
        'ý' | 'ŷ' | 'ÿ' | 'υ' | 'ύ' | 'ы' | 'ъ' => "y",
        'Ź' | 'Ż' | 'Ž' | 'Ζ' | 'З' => "Z",
        'ź' | 'ż' | 'ž' | 'ζ' | 'з' => "z",
        'Ж' => "ZH",
        'ж' => "zh",
        'Ц' => "TS",
        'ц' => "ts",
        'Ч' | 'Χ' => "CH",
        'ч' | 'χ' => "ch",
        'Ш' => "SH",
        'ш' => "sh",
        'Щ' => "SHT",
        'щ' => "sht",
        'Ю' => "YU",
        'ю' => "yu",
        'Я' => "YA",
        'я' => "ya",
        'Ψ' => "PS",
        'ψ' => "ps",
        '&' => "+",
        '_' | '‐' | '‑' | '‒' | '–' | '—' | '−' | '~' => "-",
        '\\' | '|' => "/",
        '[' | '{' | '<' | '«' => "(",
        ']' | '}' | '>' | '»' => ")",
        '"' | '`' | '´' | '‘' | '’' | '‚' | '“' | '”' | '„' => "'",
        ';' => ",",
        '¿' => "?",
        _ => ".",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: &str) {
        assert_eq!(to_sepa(text), expect);
    }

    #[test]
    fn other_alphabets_are_written_in_the_sepa_set() {
        check("Renée Groß-Müller & zn.", "Renee Gross-Muller + zn.");
        check("Ĳsbrand Øystein Łukasz Æ Œuvre", "IJsbrand Oystein Lukasz AE OEuvre");
        check("cafe\u{301} de l\u{2019}e\u{301}te\u{301}", "cafe de l'ete");
        check("  two\tlines\r\nand   gaps  ", "two lines and gaps");
        check("Παπαδόπουλος", "Papadopoylos");
        check("Живков", "ZHivkov");
        check("€ 12,50; <b>\"ok\"</b>", "EUR 12,50, (b)'ok'(/b)");
        check("日本", "..");
        check("", "");
    }

    #[test]
    fn names_are_cut_and_identifiers_refused() {
        assert_eq!(cut(&"é".repeat(90), NAME_LENGTH).unwrap().len(), NAME_LENGTH);
        assert_eq!(cut(" \u{301} ", NAME_LENGTH), Err(TextError::Empty));
        assert_eq!(identifier("A/B-1", 35), Ok("A/B-1"));
        for bad in ["/A", "A/", "A//B", "é", " A", "A&B", "A\n"] {
            assert_eq!(identifier(bad, 35), Err(TextError::Character), "{bad}");
        }
        assert_eq!(identifier(&"1".repeat(36), 35), Err(TextError::TooLong { found: 36, limit: 35 }));
    }

    proptest! {
        #[test]
        fn any_text_ends_in_the_set(text in any::<String>()) {
            let out = to_sepa(&text);
            prop_assert!(out.chars().all(is_sepa));
            prop_assert_eq!(to_sepa(&out), out.clone());
            prop_assert!(!out.contains("  "));
        }
    }
}

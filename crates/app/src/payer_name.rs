//! Names as banks write them: in capitals, without accents, the family name first or last, given names as initials, with a
//! title or the name of a second holder. Only for finding who may have paid; nobody is taken for another on a name alone.

use std::collections::BTreeSet;

/// So many given names may stand as an initial.
const GIVEN: usize = 2;
/// What banks put beside a name.
const TITLES: [&str; 16] = [
    "dhr", "hr", "heer", "mevr", "mevrouw", "mw", "mej", "mr", "mrs", "ms", "miss", "mme", "mlle",
    "monsieur", "madame", "cjt",
];
/// What stands between the holders of one account.
const BETWEEN: [&str; 6] = [" e/o ", " en/of ", " eo ", " et/ou ", " and/or ", " ou "];

/// The forms in which a bank may write a name that we know: as it is, and with the first given names as one initial.
pub(crate) fn forms(name: &str) -> BTreeSet<String> {
    let words = words(name);
    let mut forms = BTreeSet::from([sorted(words.iter().map(String::as_str))]);
    for given in 1..=GIVEN {
        // What is left must be a name, and not initials too.
        if words.len() > given && words[given..].iter().any(|word| word.chars().count() > 1) {
            let initial: String = words[0].chars().take(1).collect();
            let family = words[given..].iter().map(String::as_str);
            forms.insert(sorted(std::iter::once(initial.as_str()).chain(family)));
        }
    }
    forms.remove("");
    forms
}

/// What is looked for when a bank writes this name: each holder as written, and with several initials as the first of them.
pub(crate) fn on_statement(name: &str) -> BTreeSet<String> {
    let mut holders = vec![name.to_lowercase()];
    for between in BETWEEN {
        holders = holders.iter().flat_map(|text| text.split(between)).map(str::to_owned).collect();
    }
    let mut forms = BTreeSet::new();
    for holder in holders {
        let words: Vec<String> =
            words(&holder).into_iter().filter(|word| !TITLES.contains(&word.as_str())).collect();
        forms.insert(sorted(words.iter().map(String::as_str)));
        let initials: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| word.chars().count() == 1).collect();
        if let [first, _, ..] = initials[..] {
            let others = words.iter().map(String::as_str).filter(|word| word.chars().count() > 1);
            forms.insert(sorted(std::iter::once(first).chain(others)));
        }
    }
    forms.remove("");
    forms
}

/// The words of a name in the letters of payment files, lower case.
fn words(name: &str) -> Vec<String> {
    let plain = sepa::text::to_sepa(name).to_lowercase();
    // An apostrophe is part of its word: "d'Hondt" and "dHondt" are one.
    let plain = plain.replace('\'', "");
    plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words in the order of the alphabet, each once; nothing for a single word, which could be anybody.
fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: BTreeSet<&str> = words.collect();
    if words.len() < 2 { String::new() } else { words.into_iter().collect::<Vec<_>>().join(" ") }
}

#[cfg(test)]
mod tests {
    use super::{forms, on_statement};

    #[track_caller]
    fn same(known: &str, written: &str, expected: bool) {
        let found = !forms(known).is_disjoint(&on_statement(written));
        assert_eq!(found, expected, "{known:?} as {written:?}");
    }

    #[test]
    fn a_bank_writes_a_name_in_its_own_way() {
        for (known, written) in [
            ("Anna de Vries", "A. de Vries"),
            ("Anna de Vries", "DE VRIES A"),
            ("Anna de Vries", "Mw A.B. de Vries"),
            ("Anna de Vries", "ANNA DE VRIES"),
            ("Anna Maria de Vries", "A.M. de Vries"),
            ("A.M. de Vries", "A.M. DE VRIES"),
            ("Zoë Müller", "Z MULLER"),
            ("Jean-Pierre D’Hondt", "J.P. D'HONDT"),
            ("Piet Jansen", "S. de Boer e/o P. Jansen"),
            ("Bakkerij Jansen B.V.", "BAKKERIJ JANSEN B.V."),
        ] {
            same(known, written, true);
        }
    }

    #[test]
    fn another_name_is_another_name() {
        for (known, written) in [
            ("Anna de Vries", "Arie de Vries"),
            ("Anna de Vries", "B. de Vries"),
            ("Anna de Vries", "Vries"),
            ("Anna", "Anna"),
            ("A. B.", "A B C"),
            ("Anna de Vries", ""),
            ("Anna de Vries", "A. Vriesen"),
        ] {
            same(known, written, false);
        }
    }
}

//! The words of the pages, from the files the pages themselves are made of.

use std::collections::HashMap;
use std::path::Path;

/// The texts of one language.
pub(crate) struct Words {
    texts: HashMap<String, String>,
}

impl Words {
    pub(crate) fn of(language: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/texts").join(language);
        let mut texts = HashMap::new();
        for file in std::fs::read_dir(&folder).expect("the folder of a language").flatten() {
            let text = std::fs::read_to_string(file.path()).expect("a file of texts");
            let lines = text.lines().filter_map(|line| line.split_once(" = "));
            texts.extend(lines.map(|(key, text)| (key.to_owned(), text.to_owned())));
        }
        Self { texts }
    }

    /// The text of a key, or of one with something put in, the longest piece that always stands there.
    #[track_caller]
    pub(crate) fn t(&self, key: &str) -> &str {
        let text = self.texts.get(key).unwrap_or_else(|| panic!("there is no text {key}"));
        let pieces = text.split(['{', '}']).step_by(2).map(str::trim);
        pieces.max_by_key(|piece| piece.len()).unwrap_or_default()
    }
}

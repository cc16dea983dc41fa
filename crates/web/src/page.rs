//! What every page has around its content.

use std::ops::Deref;

use crate::Words;
use crate::assets;
use crate::part::Notice;

/// Who is signed in, as the top of a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// Their name.
    pub name: String,
    /// Which pages are theirs.
    pub place: Place,
}

/// Whose pages somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The customer's.
    Customer,
    /// The desk's.
    Desk,
    /// Those of a repairer or supplier.
    Repairer,
    /// Those of a partner.
    Partner,
}

impl Place {
    /// The pages of a role.
    pub fn of(role: kernel::Role) -> Self {
        match role {
            kernel::Role::Policyholder => Self::Customer,
            kernel::Role::Repairer => Self::Repairer,
            kernel::Role::Partner => Self::Partner,
            _ => Self::Desk,
        }
    }

    /// Where they begin.
    pub fn home(self) -> &'static str {
        match self {
            Self::Customer => "/my",
            Self::Desk => "/desk",
            Self::Repairer => "/repairs",
            Self::Partner => "/partner",
        }
    }
}

/// Language, place, form token, messages: what the layouts need. Speaks as [`Words`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    words: Words,
    /// The path of this page, for marking the navigation and for coming back after a change of language.
    pub path: String,
    /// The token that every form carries.
    pub token: String,
    /// Who is signed in.
    pub who: Option<Who>,
    /// Messages at the top.
    pub notices: Vec<Notice>,
    /// How much waits on each list of the desk.
    pub waiting: Vec<(&'static str, usize)>,
}

impl Page {
    /// A page at `path` for a visitor that is not signed in.
    pub fn new(words: Words, path: impl Into<String>, token: impl Into<String>) -> Self {
        Self {
            words,
            path: path.into(),
            token: token.into(),
            who: None,
            notices: Vec::new(),
            waiting: Vec::new(),
        }
    }

    /// The words of the page.
    pub fn words(&self) -> Words {
        self.words
    }

    #[cfg(any(test, debug_assertions))]
    pub(crate) fn words_mut(&mut self) -> &mut Words {
        &mut self.words
    }

    pub(crate) fn css(&self) -> &'static str {
        &assets::CSS_PATH
    }

    pub(crate) fn script(&self) -> &'static str {
        &assets::SCRIPT_PATH
    }

    pub(crate) fn icon(&self) -> &'static str {
        &assets::ICON_PATH
    }

    pub(crate) fn code(&self) -> &'static str {
        self.words.language.code()
    }

    pub(crate) fn speaks(&self, code: &str) -> bool {
        self.code() == code
    }

    /// Whether this page is `place` or lies below it. A place at the root, such as `/desk`, is only itself.
    pub(crate) fn here(&self, place: &str) -> bool {
        let path = self.path.split('?').next().unwrap_or_default();
        let root = place.rfind('/') == Some(0);
        path == place || (!root && path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/')))
    }

    pub(crate) fn at_repairer(&self) -> bool {
        self.is_at(Place::Repairer)
    }

    pub(crate) fn at_partner(&self) -> bool {
        self.is_at(Place::Partner)
    }

    pub(crate) fn at_desk(&self) -> bool {
        self.is_at(Place::Desk)
    }

    fn is_at(&self, place: Place) -> bool {
        self.who.as_ref().is_some_and(|who| who.place == place)
    }

    /// Where this reader begins.
    pub(crate) fn home(&self) -> &'static str {
        self.who.as_ref().map_or("/", |who| who.place.home())
    }

    pub(crate) fn waits(&self, list: &str) -> usize {
        self.waiting.iter().find(|(name, _)| *name == list).map_or(0, |(_, count)| *count)
    }
}

impl Deref for Page {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

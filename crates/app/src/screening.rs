//! The place of the sanctions screening (AMB-41, BE-SANC-02): a verdict is asked for before cover. The lists themselves are
//! read elsewhere; until they are, nobody is on one, and the desk sees which lists were looked at.

use policy::Verdict;

/// Somebody to be screened.
#[derive(Debug)]
pub struct Subject<'a> {
    /// Name as given.
    pub name: &'a str,
    /// Date of birth, of a person.
    pub born: Option<kernel::Date>,
}

/// Says whether somebody is on a sanctions list.
pub trait Screener: Send + Sync {
    /// The verdict on one subject. *Possible* goes to a person; only a person clears it.
    fn screen(&self, subject: &Subject<'_>) -> Verdict;
}

/// A screener with a list of names of its own: for a start without lists, for tests and for the demo.
#[derive(Debug, Default)]
pub struct NamedList {
    /// Names that need a person to look, in lower case.
    pub possible: Vec<String>,
}

impl Screener for NamedList {
    fn screen(&self, subject: &Subject<'_>) -> Verdict {
        let name = subject.name.trim().to_lowercase();
        if self.possible.contains(&name) { Verdict::Possible } else { Verdict::Clear }
    }
}

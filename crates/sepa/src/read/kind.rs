//! Which message a file is: its namespace decides.

use super::cursor::Cursor;
use super::error::{ReadError, ReadFault};
use super::limits::Limits;
use super::tag::Tag;
use std::io::Read;

/// The beginning of every ISO 20022 namespace.
const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:";

/// The messages that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// camt.053: the statement of an account, with balances.
    Statement(Version),
    /// camt.054: notice of single debits and credits, without balances.
    Notification(Version),
    /// pain.002: what became of a file we sent.
    PaymentStatus(Version),
}

/// The version of a message: the last two digits of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Version {
    /// `.02`
    V02,
    /// `.03`
    V03,
    /// `.04`
    V04,
    /// `.08`
    V08,
    /// `.10`
    V10,
}

/// Every namespace that is read, without its common beginning.
const KINDS: [(&str, Kind); 8] = [
    ("camt.053.001.02", Kind::Statement(Version::V02)),
    ("camt.053.001.04", Kind::Statement(Version::V04)),
    ("camt.053.001.08", Kind::Statement(Version::V08)),
    ("camt.054.001.02", Kind::Notification(Version::V02)),
    ("camt.054.001.04", Kind::Notification(Version::V04)),
    ("camt.054.001.08", Kind::Notification(Version::V08)),
    ("pain.002.001.03", Kind::PaymentStatus(Version::V03)),
    ("pain.002.001.10", Kind::PaymentStatus(Version::V10)),
];

impl Kind {
    /// The name of the message, such as `camt.053.001.08`.
    #[must_use]
    pub fn name(self) -> &'static str {
        KINDS.iter().find(|(_, kind)| *kind == self).map_or("unknown", |(name, _)| name)
    }

    /// The element that holds the message.
    pub(super) fn message_tag(self) -> Tag {
        match self {
            Self::Statement(_) => Tag::BkToCstmrStmt,
            Self::Notification(_) => Tag::BkToCstmrDbtCdtNtfctn,
            Self::PaymentStatus(_) => Tag::CstmrPmtStsRpt,
        }
    }
}

/// Tells what a bank file is by its first element, so that it can be given to the right reader.
///
/// # Errors
/// [`ReadFault::Kind`] when it is none that is read, saying what was found and what is accepted; or that it is no XML.
pub fn identify<R: Read>(source: R, limits: &Limits) -> Result<Kind, ReadError> {
    open(&mut Cursor::open(source, limits.clone())?, |_| true)
}

/// Opens the document and the message in it, when `accepted`.
pub(super) fn open<R: Read>(cursor: &mut Cursor<R>, accepted: fn(Kind) -> bool) -> Result<Kind, ReadError> {
    let namespace = cursor.root()?;
    let kind = namespace
        .strip_prefix(NAMESPACE)
        .and_then(|name| KINDS.iter().find(|(known, _)| *known == name))
        .map(|(_, kind)| *kind)
        .filter(|kind| accepted(*kind));
    let Some(kind) = kind else {
        let names: Vec<_> = KINDS.iter().filter(|(_, kind)| accepted(*kind)).map(|(name, _)| *name).collect();
        return Err(cursor.fail(ReadFault::Kind { found: found(&namespace), accepted: names.join(", ") }));
    };
    match cursor.child()? {
        Some(tag) if tag == kind.message_tag() => Ok(kind),
        _ => Err(cursor.fail(ReadFault::Missing(kind.message_tag().name()))),
    }
}

/// A namespace fit to show: cut, and nothing in it but what names are made of.
fn found(namespace: &str) -> String {
    if namespace.is_empty() {
        return "a document without namespace".into();
    }
    let name = namespace.strip_prefix(NAMESPACE).unwrap_or(namespace);
    let shown: String =
        name.chars().filter(|c| c.is_ascii_alphanumeric() || ".:/-_#".contains(*c)).take(80).collect();
    format!("a document of namespace {shown}")
}

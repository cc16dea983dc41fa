//! Why a bank file was refused, and where.

use std::io;
use thiserror::Error;

/// A file that could not be read. Nothing of it may be booked: it is refused whole.
///
/// Says line, byte and element, what is wrong and what to do. Never holds text of the file other than the names of
/// message, encoding or reference that were found, so no name and no account can come out in a log.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}, byte {byte}{}{element}: {fault}; {}", if element.is_empty() { "" } else { ", in " }, fault.advice())]
pub struct ReadError {
    /// Line, from 1.
    pub line: u64,
    /// Bytes read up to here.
    pub byte: u64,
    /// The element, with those around it, such as `Document/BkToCstmrStmt/Stmt/Ntry/Amt`.
    pub element: String,
    /// What is wrong.
    pub fault: ReadFault,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadFault {
    /// The file could not be read from where it lies.
    #[error("the file could not be read ({0})")]
    Io(io::ErrorKind),
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Ends before its last closing tag.
    #[error("the file ends in the middle")]
    Truncated,
    /// Not well-formed XML.
    #[error("this is not well-formed XML")]
    NotXml,
    /// A document type declaration: bank files have none, attacks do.
    #[error("the file holds a document type declaration (DOCTYPE), which is refused")]
    Doctype,
    /// An entity other than the five of XML, or a character that XML forbids.
    #[error("the file holds an entity or character that is not allowed")]
    Entity,
    /// Declared in an encoding that is not read.
    #[error("the file is in encoding {found}")]
    Encoding {
        /// The encoding found.
        found: String,
    },
    /// Declared UTF-8 and is not.
    #[error("the file says it is UTF-8 and holds bytes that are not")]
    NotUtf8,
    /// Another kind or version of message, or none.
    #[error("this is {found}; read here: {accepted}")]
    Kind {
        /// The namespace found, without its common beginning.
        found: String,
        /// What is accepted.
        accepted: String,
    },
    /// About an account that is not ours.
    #[error("the statement is about an account that is not among those expected")]
    Account,
    /// A part that must be there is not.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A part that may stand once stands twice.
    #[error("{0} stands here twice")]
    Twice(&'static str),
    /// Text where elements belong, or elements where text belongs.
    #[error("text and elements are mixed where they may not be")]
    Mixed,
    /// Not a decimal number, or too many digits.
    #[error("the amount is not a decimal number of ISO 20022")]
    Amount,
    /// No currency with an amount, or not three capital letters.
    #[error("the amount has no currency of three capital letters")]
    Currency,
    /// Not a date.
    #[error("the date is not a date")]
    Date,
    /// Not a whole number.
    #[error("the number is not a whole number")]
    Number,
    /// A code outside the few that this element may hold.
    #[error("the code is none of those allowed here")]
    Code,
    /// More bytes than allowed.
    #[error("the file is larger than {limit} bytes")]
    FileTooLarge {
        /// Bytes allowed.
        limit: u64,
    },
    /// One tag, comment or text is too large.
    #[error("one piece of the file is larger than {limit} bytes")]
    TokenTooLong {
        /// Bytes allowed.
        limit: u64,
    },
    /// One text that is kept is too long.
    #[error("a text is longer than {limit} bytes")]
    TextTooLong {
        /// Bytes allowed.
        limit: usize,
    },
    /// Elements nested too deep.
    #[error("elements lie more than {limit} deep in each other")]
    TooDeep {
        /// Levels allowed.
        limit: usize,
    },
    /// Too many of something.
    #[error("there are more than {limit} of {what}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many are allowed.
        limit: u64,
    },
    /// Something follows the end of the document.
    #[error("something follows the end of the document")]
    Trailing,
}

impl ReadFault {
    /// What the person who brought the file can do.
    #[must_use]
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Io(_) => "check disk and connection, then read it again",
            Self::Empty | Self::Truncated => "fetch it from the bank again",
            Self::NotXml | Self::Mixed | Self::Trailing => {
                "fetch it again as the bank made it, unpacked and not edited"
            }
            Self::Doctype | Self::Entity => "do not use it; ask the bank where it came from",
            Self::Encoding { .. } | Self::NotUtf8 => "ask the bank for UTF-8 (ISO-8859-1 is read too)",
            Self::Kind { .. } => {
                "ask the bank for one of these, or give the file to the command it is meant for"
            }
            Self::Account => "give it to the administration it belongs to, or add the account first",
            Self::Missing(_)
            | Self::Twice(_)
            | Self::Amount
            | Self::Currency
            | Self::Date
            | Self::Number
            | Self::Code => "ask the bank for a file that follows the ISO 20022 schema",
            Self::FileTooLarge { .. }
            | Self::TokenTooLong { .. }
            | Self::TextTooLong { .. }
            | Self::TooDeep { .. }
            | Self::TooMany { .. } => {
                "ask the bank for smaller files, or raise the limit if the file is to be trusted"
            }
        }
    }

    /// The fault behind an I/O error: one of ours that travelled inside it, or the error itself.
    pub(super) fn from_io(error: &io::Error) -> Self {
        if let Some(stop) = error.get_ref().and_then(|e| e.downcast_ref::<super::source::Stop>()) {
            return stop.0.clone();
        }
        Self::Io(error.kind())
    }
}

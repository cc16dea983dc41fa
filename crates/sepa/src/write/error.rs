//! Why a payment file could not be written.

use super::plan::PlanError;
use crate::text::TextError;
use std::io;
use thiserror::Error;

/// Why a payment file could not be written. Names the end-to-end identifier, never a person or an account.
#[derive(Debug, Error)]
pub enum WriteError {
    /// The bytes could not be written where they were to go.
    #[error("the file could not be written: {0}")]
    Io(#[from] io::Error),
    /// The payments do not fit together as planned.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// A text cannot stand in the file.
    #[error("{field}: {error}")]
    Text {
        /// Which one.
        field: &'static str,
        /// Why.
        error: TextError,
    },
    /// The amount is not between 0.01 and 999,999,999.99 euro.
    #[error("payment {end_to_end}: the amount must be between 0.01 and 999999999.99 euro")]
    Amount {
        /// Which payment.
        end_to_end: String,
    },
    /// A bank outside the European Economic Area wants the address of its customer.
    #[error(
        "payment {end_to_end}: the account is held outside the European Economic Area, so the address is needed; add it"
    )]
    AddressNeeded {
        /// Which payment.
        end_to_end: String,
    },
    /// An amendment that changes nothing.
    #[error(
        "payment {end_to_end}: the mandate amendment names nothing that changed; leave it out or fill it"
    )]
    EmptyAmendment {
        /// Which payment.
        end_to_end: String,
    },
    /// The collection date lies before the mandate was signed.
    #[error("payment {end_to_end}: the mandate is dated after the collection")]
    MandateDate {
        /// Which payment.
        end_to_end: String,
    },
}

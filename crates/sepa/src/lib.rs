//! sepa

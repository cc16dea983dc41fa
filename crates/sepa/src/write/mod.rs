//! Payment files out: counted first, then written as a stream.

mod collection;
mod error;
mod file;
mod out;
mod party;
mod payment;
mod plan;

pub use collection::{
    Amendment, Collection, CollectionBlock, CollectionRun, CollectionWriter, Creditor, Debtor, Mandate,
    Sequence, write_collections,
};
pub use error::WriteError;
pub use file::{PAYMENT_MAX, RunId};
pub use party::{Address, Bic, Initiator, Name, OrganisationId, Remittance};
pub use payment::{Payee, Payer, Payment, PaymentRun, PaymentWriter, write_payments};
pub use plan::{FILE_LIMIT_MAX, FILES_MAX, PlanError, PlannedBlock, PlannedFile, Planner, Totals};

//! The components.

use crate::{Answer, Failure, Visit};

pub(super) async fn show(_visit: Visit) -> Result<Answer, Failure> {
    Err(Failure::NotFound)
}

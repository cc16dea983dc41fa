//! A reference to something sealed in the vault: what events and state hold in place of personal data.

use serde::{Deserialize, Serialize};

use crate::Id;

/// Where something personal is sealed, and a salted commitment to it, so that an event vouches for what it refers to without
/// giving it away. When the key is destroyed the reference stays and says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VaultRef {
    /// Row in the vault.
    pub id: Id,
    /// Salted SHA-256 commitment, in hexadecimal.
    pub commitment: String,
}

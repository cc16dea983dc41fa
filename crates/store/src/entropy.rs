//! Randomness as an argument: keys, nonces, salts.

use std::sync::Arc;

/// A source of random bytes given by the shell (the operating system's) or a test (seeded).
pub trait Entropy: Send + Sync {
    /// Fills `bytes`. A source that cannot must abort: predictable keys are worse than none.
    fn fill(&self, bytes: &mut [u8]);
}

/// A source shared between parts.
pub type SharedEntropy = Arc<dyn Entropy>;

/// `N` random bytes.
pub(crate) fn draw<const N: usize>(entropy: &dyn Entropy) -> [u8; N] {
    let mut bytes = [0; N];
    entropy.fill(&mut bytes);
    bytes
}

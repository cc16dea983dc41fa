//! How much a bank file may hold before it is refused.

/// Limits on one file. Reading stops with an error at the first one that is passed, so memory stays bounded whatever
/// comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file in bytes.
    pub file_bytes: u64,
    /// Size of one tag, comment or run of text in bytes.
    pub token_bytes: u64,
    /// Length of one text we keep, in bytes.
    pub text_bytes: usize,
    /// Elements inside each other.
    pub depth: usize,
    /// Statements or notifications in a file; in a status report, payment-information blocks.
    pub statements: u64,
    /// Entries (or transaction statuses) in a file.
    pub entries: u64,
    /// Transactions inside one entry. They are held in memory together.
    pub transactions_per_entry: usize,
    /// Repeated small things in one place: balances, remittance lines, reasons, batches.
    pub repeats: usize,
}

impl Default for Limits {
    /// 4 GiB, 2,000,000 entries, 100,000 transactions per entry: above what any bank sends, below what hurts.
    fn default() -> Self {
        Self {
            file_bytes: 4 << 30,
            token_bytes: 256 << 10,
            text_bytes: 4 << 10,
            depth: 32,
            statements: 10_000,
            entries: 2_000_000,
            transactions_per_entry: 100_000,
            repeats: 1_000,
        }
    }
}

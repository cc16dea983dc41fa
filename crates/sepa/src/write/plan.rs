//! What goes into which file: counted before the first byte is written, because a payment file begins with its totals.

use kernel::Money;
use thiserror::Error;

/// Most payments in one file, whatever the bank allows: the count in the file has 15 digits, ours stays far below.
pub const FILE_LIMIT_MAX: u64 = 10_000_000;
/// Most files in one run.
pub const FILES_MAX: usize = 99_999;

/// Number and sum of payments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many.
    pub count: u64,
    /// Their sum in euro.
    pub sum: Money,
}

/// One block of a file: payments that share their key (date, sequence type).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedBlock<K> {
    /// What they share.
    pub key: K,
    /// Their totals.
    pub totals: Totals,
}

/// One file of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedFile<K> {
    /// Number in the run, from 1.
    pub number: usize,
    /// Its blocks in order.
    pub blocks: Vec<PlannedBlock<K>>,
    /// Its totals.
    pub totals: Totals,
}

/// Why payments do not fit a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PlanError {
    /// Payments of one block must follow each other.
    #[error("the payments are not in the order of date and sequence type; sort them")]
    Order,
    /// Fewer, more or other payments than were planned.
    #[error(
        "the payments written are not those that were counted; count and write the same ones, in one read"
    )]
    Broken,
    /// The sum is too large for a number of cents.
    #[error("the sum of the payments is too large")]
    Sum,
    /// Nothing to write.
    #[error("there is no payment to write")]
    Nothing,
    /// The limit per file is zero or above [`FILE_LIMIT_MAX`].
    #[error("the limit of payments per file must be from 1 to {FILE_LIMIT_MAX}")]
    Limit,
    /// More than [`FILES_MAX`] files.
    #[error("the run would take more than {FILES_MAX} files; raise the limit per file")]
    Files,
}

/// Counts payments into blocks and files. Holds totals only, so a million payments take no memory.
#[derive(Clone, Debug)]
pub struct Planner<K> {
    limit: u64,
    files: Vec<PlannedFile<K>>,
}

impl<K: Copy + Ord> Planner<K> {
    /// With at most `limit` payments per file.
    ///
    /// # Errors
    /// [`PlanError::Limit`].
    pub fn new(limit: u64) -> Result<Self, PlanError> {
        if (1..=FILE_LIMIT_MAX).contains(&limit) {
            Ok(Self { limit, files: Vec::new() })
        } else {
            Err(PlanError::Limit)
        }
    }

    /// Counts one payment. Keys must come in ascending order.
    ///
    /// # Errors
    /// [`PlanError::Order`], [`PlanError::Sum`], [`PlanError::Files`].
    pub fn add(&mut self, key: K, amount: Money) -> Result<(), PlanError> {
        if self.files.last().and_then(|file| file.blocks.last()).is_some_and(|block| block.key > key) {
            return Err(PlanError::Order);
        }
        if self.files.last().is_none_or(|file| file.totals.count >= self.limit) {
            if self.files.len() >= FILES_MAX {
                return Err(PlanError::Files);
            }
            let number = self.files.len() + 1;
            self.files.push(PlannedFile { number, blocks: Vec::new(), totals: Totals::default() });
        }
        let file = self.files.last_mut().expect("a file was just made sure of");
        if file.blocks.last().is_none_or(|block| block.key != key) {
            file.blocks.push(PlannedBlock { key, totals: Totals::default() });
        }
        let block = file.blocks.last_mut().expect("a block was just made sure of");
        block.totals = block.totals.plus(amount)?;
        file.totals = file.totals.plus(amount)?;
        Ok(())
    }

    /// The files.
    ///
    /// # Errors
    /// [`PlanError::Nothing`].
    pub fn finish(self) -> Result<Vec<PlannedFile<K>>, PlanError> {
        if self.files.is_empty() { Err(PlanError::Nothing) } else { Ok(self.files) }
    }
}

impl Totals {
    pub(super) fn plus(self, amount: Money) -> Result<Self, PlanError> {
        let sum = self.sum.checked_add(amount).ok_or(PlanError::Sum)?;
        Ok(Self { count: self.count + 1, sum })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(limit: u64, keys: &[u8], expect: &str) {
        let mut planner = Planner::new(limit).unwrap();
        let planned = keys
            .iter()
            .try_for_each(|key| planner.add(*key, Money::from_cents(100)))
            .and_then(|()| planner.finish());
        let shown = match planned {
            Err(error) => format!("{error:?}"),
            Ok(files) => files
                .iter()
                .map(|file| {
                    let blocks: Vec<_> =
                        file.blocks.iter().map(|b| format!("{}x{}", b.key, b.totals.count)).collect();
                    format!("{}: {} = {}", file.number, blocks.join(" "), file.totals.sum)
                })
                .collect::<Vec<_>>()
                .join("; "),
        };
        assert_eq!(shown, expect);
    }

    #[test]
    fn payments_are_counted_into_blocks_and_files() {
        check(10, &[1, 1, 2], "1: 1x2 2x1 = 3.00");
        check(2, &[1, 1, 1, 2, 2], "1: 1x2 = 2.00; 2: 1x1 2x1 = 2.00; 3: 2x1 = 1.00");
        check(2, &[], "Nothing");
        check(2, &[2, 1], "Order");
        assert_eq!(Planner::<u8>::new(0).map(|_| ()), Err(PlanError::Limit));
        let mut planner = Planner::new(9).unwrap();
        planner.add(1, Money::from_cents(i64::MAX)).unwrap();
        assert_eq!(planner.add(1, Money::from_cents(1)), Err(PlanError::Sum));
    }
}

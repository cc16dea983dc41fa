//! What every payment file has: head, blocks in the planned order, totals that hold.

use super::error::WriteError;
use super::out::Xml;
use super::party::Initiator;
use super::plan::{PlanError, PlannedFile, Totals};
use crate::text::{self, IDENTIFIER_LENGTH, TextError};
use kernel::{Instant, Money};
use std::io::Write;

/// Largest amount of one payment in the euro payment area: 999,999,999.99 euro.
pub const PAYMENT_MAX: Money = Money::from_cents(99_999_999_999);

/// Identifier of a run: files are `RUN-1`, `RUN-2`, …, their blocks `RUN-1-1`, …. The bank's answers bring them back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunId(String);

impl RunId {
    /// Longest identifier of a run: it leaves room for the numbers of file and block.
    pub const LENGTH: usize = IDENTIFIER_LENGTH - 6 - 9;

    /// Letters, digits and signs of the SEPA character set, at most [`RunId::LENGTH`]. Must never be used twice with the
    /// same bank.
    ///
    /// # Errors
    /// [`TextError`].
    pub fn new(id: &str) -> Result<Self, TextError> {
        text::identifier(id, Self::LENGTH).map(|id| Self(id.to_owned()))
    }

    /// The run's identifier.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Message identifier of the file with this number.
    #[must_use]
    pub fn file(&self, number: usize) -> String {
        format!("{}-{number}", self.0)
    }

    /// Payment-information identifier of a block, both counted from 1.
    #[must_use]
    pub fn block(&self, file: usize, block: usize) -> String {
        format!("{}-{file}-{block}", self.0)
    }
}

/// A file being written: keeps to its plan.
pub(super) struct File<W, K> {
    out: W,
    pub(super) xml: Xml,
    plan: PlannedFile<K>,
    /// Index of the block being written, and what is in it.
    block: Option<(usize, Totals)>,
}

/// Where a payment goes.
pub(super) enum Slot {
    /// Into the open block.
    Same,
    /// Into a new one (index from 0); an open block was closed.
    New(usize),
}

impl<W: Write, K: Copy + Ord> File<W, K> {
    /// Begins a file: everything up to its first block.
    pub(super) fn begin(
        out: W,
        plan: PlannedFile<K>,
        (namespace, message): (&str, &str),
        (id, created, initiator): (&str, Instant, &Initiator),
    ) -> Self {
        let mut xml = Xml::default();
        xml.raw(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:",
        );
        xml.raw(namespace);
        xml.raw("\">");
        xml.open(message);
        xml.open("GrpHdr");
        xml.leaf("MsgId", id);
        xml.instant("CreDtTm", created);
        xml.number("NbOfTxs", plan.totals.count);
        xml.sum(plan.totals.sum);
        initiator.write(&mut xml);
        xml.close("GrpHdr");
        Self { out, xml, plan, block: None }
    }

    /// The planned totals of a block.
    pub(super) fn totals(&self, block: usize) -> Totals {
        self.plan.blocks[block].totals
    }

    /// Finds the place of the next payment and counts it.
    pub(super) fn place(&mut self, key: K, amount: Money) -> Result<Slot, WriteError> {
        self.xml.flush_full(&mut self.out)?;
        let (at, totals, slot) = match self.block {
            Some((at, totals)) if totals.count < self.totals(at).count => (at, totals, Slot::Same),
            before => {
                let next = before.map_or(0, |(at, _)| at + 1);
                self.end_block()?;
                (next, Totals::default(), Slot::New(next))
            }
        };
        if self.plan.blocks.get(at).is_none_or(|block| block.key != key) {
            return Err(PlanError::Broken.into());
        }
        self.block = Some((at, totals.plus(amount)?));
        Ok(slot)
    }

    fn end_block(&mut self) -> Result<(), WriteError> {
        if let Some((at, totals)) = self.block.take() {
            if totals != self.totals(at) {
                return Err(PlanError::Broken.into());
            }
            self.xml.close("PmtInf");
        }
        Ok(())
    }

    /// Ends the file; fails unless everything planned was written.
    pub(super) fn finish(mut self, message: &str) -> Result<W, WriteError> {
        let last = self.block.map(|(at, _)| at + 1);
        if last != Some(self.plan.blocks.len()) {
            return Err(PlanError::Broken.into());
        }
        self.end_block()?;
        self.xml.close(message);
        self.xml.raw("</Document>\n");
        self.xml.flush(&mut self.out)?;
        self.out.flush()?;
        Ok(self.out)
    }
}

/// Whether an amount may stand in a payment.
pub(super) fn check_amount(amount: Money, end_to_end: &str) -> Result<(), WriteError> {
    if amount.is_positive() && amount <= PAYMENT_MAX {
        Ok(())
    } else {
        Err(WriteError::Amount { end_to_end: end_to_end.to_owned() })
    }
}

/// Countries of the payment area outside the European Economic Area; their banks want the address of the payer.
pub(super) fn is_outside_eea(country: &str) -> bool {
    ["AD", "AL", "CH", "GB", "GI", "MC", "MD", "ME", "MK", "RS", "SM", "VA"].contains(&country)
}

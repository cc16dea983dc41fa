//! pain.008.001.08: collecting premiums by SEPA Core direct debit.

use super::error::WriteError;
use super::file::{File, RunId, Slot, check_amount, is_outside_eea};
use super::out::Xml;
use super::party::{Address, Bic, Initiator, Name, Remittance};
use super::plan::{PlanError, PlannedFile, Planner};
use kernel::{CreditorId, Date, EndToEndId, Iban, Instant, MandateReference, Money};
use std::io::Write;

const NAMESPACE: &str = "pain.008.001.08";
const MESSAGE: &str = "CstmrDrctDbtInitn";

/// Which collection under its mandate this is (LAW-SEPA-07).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sequence {
    /// `OOFF`: the only one.
    OneOff,
    /// `FRST`: the first of several. Optional since 2016; [`Sequence::Recurrent`] may be used from the first.
    First,
    /// `RCUR`: one of several.
    Recurrent,
    /// `FNAL`: the last; ends the mandate.
    Final,
}

impl Sequence {
    /// The code in the file.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::OneOff => "OOFF",
            Self::First => "FRST",
            Self::Recurrent => "RCUR",
            Self::Final => "FNAL",
        }
    }
}

/// What the collections of one block share. Collections are written in ascending order of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollectionBlock {
    /// The day the debtor's account is debited. That it is a TARGET day is the caller's to see to (LAW-SEPA-10).
    pub date: Date,
    /// Sequence type.
    pub sequence: Sequence,
}

/// Who collects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Creditor {
    /// Name that debtors see.
    pub name: Name,
    /// Address, if the bank wants it.
    pub address: Option<Address>,
    /// Account to be credited.
    pub iban: Iban,
    /// Its bank, if the bank wants it.
    pub bic: Option<Bic>,
    /// Creditor identifier (LAW-SEPA-13).
    pub id: CreditorId,
}

/// What all collections of a run share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectionRun {
    /// Identifier of the run.
    pub id: RunId,
    /// When the files are made.
    pub created: Instant,
    /// Who sends them.
    pub initiator: Initiator,
    /// Who collects.
    pub creditor: Creditor,
    /// One credit per block (`true`) or one per collection.
    pub batch_booking: bool,
}

/// Who is debited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debtor {
    /// Name.
    pub name: Name,
    /// Address; needed where the account is held outside the European Economic Area.
    pub address: Option<Address>,
    /// Account. From any country of the payment area (LAW-SEPA-17).
    pub iban: Iban,
    /// Its bank, if known.
    pub bic: Option<Bic>,
}

/// The mandate that allows it (LAW-SEPA-03).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// Its reference.
    pub reference: MandateReference,
    /// The day it was signed.
    pub signed_on: Date,
    /// What has changed since the last collection.
    pub amendment: Option<Amendment>,
}

/// What has changed in a mandate since the last collection. At least one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amendment {
    /// The reference before.
    pub old_reference: Option<MandateReference>,
    /// The creditor's name before.
    pub old_creditor_name: Option<Name>,
    /// The creditor identifier before.
    pub old_creditor_id: Option<CreditorId>,
    /// The debtor has another account, at the same bank or another one.
    pub account_changed: bool,
}

/// One collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    /// What identifies it in everything the bank answers; unique for ever.
    pub end_to_end: EndToEndId,
    /// Amount, from 0.01 to 999,999,999.99 euro.
    pub amount: Money,
    /// The mandate.
    pub mandate: Mandate,
    /// Who is debited.
    pub debtor: Debtor,
    /// What for; begins with the policy number (FAQ-12).
    pub remittance: Remittance,
}

impl Collection {
    /// Whether it can be written on that day. The writer asks too; a caller asks first to put a bad one aside.
    ///
    /// # Errors
    /// [`WriteError::Amount`], [`WriteError::AddressNeeded`], [`WriteError::EmptyAmendment`], [`WriteError::MandateDate`].
    pub fn check(&self, date: Date) -> Result<(), WriteError> {
        let end_to_end = self.end_to_end.as_str();
        check_amount(self.amount, end_to_end)?;
        let end_to_end = || end_to_end.to_owned();
        if self.debtor.address.is_none() && is_outside_eea(self.debtor.iban.country()) {
            return Err(WriteError::AddressNeeded { end_to_end: end_to_end() });
        }
        if self.mandate.amendment.as_ref().is_some_and(|amendment| *amendment == Amendment::default()) {
            return Err(WriteError::EmptyAmendment { end_to_end: end_to_end() });
        }
        if self.mandate.signed_on > date {
            return Err(WriteError::MandateDate { end_to_end: end_to_end() });
        }
        Ok(())
    }
}

/// Writes one file, collection by collection, in memory that does not grow.
pub struct CollectionWriter<'a, W> {
    run: &'a CollectionRun,
    number: usize,
    file: File<W, CollectionBlock>,
}

impl<'a, W: Write> CollectionWriter<'a, W> {
    /// Begins the file that was planned.
    pub fn begin(out: W, run: &'a CollectionRun, plan: PlannedFile<CollectionBlock>) -> Self {
        let number = plan.number;
        let id = run.id.file(number);
        let file = File::begin(out, plan, (NAMESPACE, MESSAGE), (&id, run.created, &run.initiator));
        Self { run, number, file }
    }

    /// Writes the next collection.
    ///
    /// # Errors
    /// When the collection cannot be written (see [`Collection::check`]) or is not the one planned here; the file is then
    /// worthless and must be thrown away.
    pub fn write(&mut self, block: CollectionBlock, collection: &Collection) -> Result<(), WriteError> {
        collection.check(block.date)?;
        if let Slot::New(at) = self.file.place(block, collection.amount)? {
            self.begin_block(block, at);
        }
        write_collection(&mut self.file.xml, collection);
        Ok(())
    }

    fn begin_block(&mut self, block: CollectionBlock, at: usize) {
        let totals = self.file.totals(at);
        let creditor = &self.run.creditor;
        let xml = &mut self.file.xml;
        xml.open("PmtInf");
        xml.leaf("PmtInfId", &self.run.id.block(self.number, at + 1));
        xml.leaf("PmtMtd", "DD");
        xml.leaf("BtchBookg", if self.run.batch_booking { "true" } else { "false" });
        xml.number("NbOfTxs", totals.count);
        xml.sum(totals.sum);
        xml.raw("<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl><LclInstrm><Cd>CORE</Cd></LclInstrm>");
        xml.leaf("SeqTp", block.sequence.code());
        xml.close("PmtTpInf");
        xml.date("ReqdColltnDt", block.date);
        xml.party("Cdtr", &creditor.name, creditor.address.as_ref());
        xml.account("CdtrAcct", &creditor.iban);
        xml.agent("CdtrAgt", creditor.bic.as_ref());
        xml.leaf("ChrgBr", "SLEV");
        write_scheme(xml, "CdtrSchmeId", None, Some(&creditor.id));
    }

    /// Ends the file and gives back what it was written to.
    ///
    /// # Errors
    /// When not all of what was planned was written, or the last bytes cannot be.
    pub fn finish(self) -> Result<W, WriteError> {
        self.file.finish(MESSAGE)
    }
}

/// Writes a whole run: counts the collections, then writes them into as many files as the limit asks for.
///
/// `rows` is called twice and must give the same collections in the same order both times, sorted by block (a query in
/// one read transaction does). `open` gives the place for each file. Returns the plan and the places, in order. On an
/// error nothing that was written may be sent.
///
/// # Errors
/// The caller's own, from its rows; or a [`WriteError`].
pub fn write_collections<W, I, E>(
    run: &CollectionRun,
    limit_per_file: u64,
    rows: impl Fn() -> I,
    mut open: impl FnMut(&PlannedFile<CollectionBlock>) -> std::io::Result<W>,
) -> Result<Vec<(PlannedFile<CollectionBlock>, W)>, E>
where
    W: Write,
    I: Iterator<Item = Result<(CollectionBlock, Collection), E>>,
    E: From<WriteError>,
{
    let mut planner = Planner::new(limit_per_file).map_err(WriteError::from)?;
    for row in rows() {
        let (block, collection) = row?;
        collection.check(block.date)?;
        planner.add(block, collection.amount).map_err(WriteError::from)?;
    }
    let mut rows = rows();
    let mut written = Vec::new();
    for plan in planner.finish().map_err(WriteError::from)? {
        let out = open(&plan).map_err(WriteError::from)?;
        let mut writer = CollectionWriter::begin(out, run, plan.clone());
        for _ in 0..plan.totals.count {
            let (block, collection) = rows.next().ok_or(WriteError::Plan(PlanError::Broken))??;
            writer.write(block, &collection)?;
        }
        let out = writer.finish()?;
        written.push((plan, out));
    }
    match rows.next() {
        None => Ok(written),
        Some(_) => Err(WriteError::Plan(PlanError::Broken).into()),
    }
}

fn write_scheme(xml: &mut Xml, element: &str, name: Option<&Name>, id: Option<&CreditorId>) {
    xml.open(element);
    if let Some(name) = name {
        xml.leaf("Nm", name.as_str());
    }
    if let Some(id) = id {
        xml.raw("<Id><PrvtId><Othr>");
        xml.leaf("Id", id.as_str());
        xml.raw("<SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id>");
    }
    xml.close(element);
}

fn write_collection(xml: &mut Xml, collection: &Collection) {
    let Collection { end_to_end, amount, mandate, debtor, remittance } = collection;
    xml.open("DrctDbtTxInf");
    xml.open("PmtId");
    xml.leaf("EndToEndId", end_to_end.as_str());
    xml.close("PmtId");
    xml.instructed(*amount);
    xml.raw("<DrctDbtTx><MndtRltdInf>");
    xml.leaf("MndtId", mandate.reference.as_str());
    xml.date("DtOfSgntr", mandate.signed_on);
    if let Some(amendment) = &mandate.amendment {
        write_amendment(xml, amendment);
    }
    xml.raw("</MndtRltdInf></DrctDbtTx>");
    xml.agent("DbtrAgt", debtor.bic.as_ref());
    xml.party("Dbtr", &debtor.name, debtor.address.as_ref());
    xml.account("DbtrAcct", &debtor.iban);
    remittance.write(xml);
    xml.close("DrctDbtTxInf");
}

fn write_amendment(xml: &mut Xml, amendment: &Amendment) {
    xml.leaf("AmdmntInd", "true");
    xml.open("AmdmntInfDtls");
    if let Some(reference) = &amendment.old_reference {
        xml.leaf("OrgnlMndtId", reference.as_str());
    }
    if amendment.old_creditor_name.is_some() || amendment.old_creditor_id.is_some() {
        let (name, id) = (amendment.old_creditor_name.as_ref(), amendment.old_creditor_id.as_ref());
        write_scheme(xml, "OrgnlCdtrSchmeId", name, id);
    }
    if amendment.account_changed {
        // "Same mandate, new debtor account": the old number is not needed.
        xml.raw("<OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct>");
    }
    xml.close("AmdmntInfDtls");
}

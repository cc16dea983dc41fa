//! pain.001.001.09: paying refunds, benefits and settlements by SEPA credit transfer.

use super::error::WriteError;
use super::file::{File, RunId, Slot, check_amount};
use super::party::{Address, Bic, Initiator, Name, Remittance};
use super::plan::{PlanError, PlannedFile, Planner};
use kernel::{Date, EndToEndId, Iban, Instant, Money};
use std::io::Write;

const NAMESPACE: &str = "pain.001.001.09";
const MESSAGE: &str = "CstmrCdtTrfInitn";

/// Who pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// Name that payees see.
    pub name: Name,
    /// Address, if the bank wants it.
    pub address: Option<Address>,
    /// Account to be debited.
    pub iban: Iban,
    /// Its bank, if the bank wants it.
    pub bic: Option<Bic>,
}

/// What all payments of a run share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentRun {
    /// Identifier of the run.
    pub id: RunId,
    /// When the files are made.
    pub created: Instant,
    /// Who sends them.
    pub initiator: Initiator,
    /// Who pays.
    pub payer: Payer,
    /// One debit per block (`true`) or one per payment.
    pub batch_booking: bool,
}

/// Who is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payee {
    /// Name; banks compare it with the account before they pay (LAW-SEPA-16).
    pub name: Name,
    /// Address, if known.
    pub address: Option<Address>,
    /// Account.
    pub iban: Iban,
    /// Its bank, if known.
    pub bic: Option<Bic>,
}

/// One payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// What identifies it in everything the bank answers; unique for ever.
    pub end_to_end: EndToEndId,
    /// Amount, from 0.01 to 999,999,999.99 euro.
    pub amount: Money,
    /// Who is paid.
    pub payee: Payee,
    /// What for.
    pub remittance: Remittance,
}

impl Payment {
    /// Whether it can be written. The writer asks too; a caller asks first to put a bad one aside.
    ///
    /// # Errors
    /// [`WriteError::Amount`].
    pub fn check(&self) -> Result<(), WriteError> {
        check_amount(self.amount, self.end_to_end.as_str())
    }
}

/// Writes one file, payment by payment, in memory that does not grow. Blocks are requested execution dates.
pub struct PaymentWriter<'a, W> {
    run: &'a PaymentRun,
    number: usize,
    file: File<W, Date>,
}

impl<'a, W: Write> PaymentWriter<'a, W> {
    /// Begins the file that was planned.
    pub fn begin(out: W, run: &'a PaymentRun, plan: PlannedFile<Date>) -> Self {
        let number = plan.number;
        let id = run.id.file(number);
        let file = File::begin(out, plan, (NAMESPACE, MESSAGE), (&id, run.created, &run.initiator));
        Self { run, number, file }
    }

    /// Writes the next payment, to be carried out on `date`.
    ///
    /// # Errors
    /// When the payment cannot be written (see [`Payment::check`]) or is not the one planned here; the file is then
    /// worthless and must be thrown away.
    pub fn write(&mut self, date: Date, payment: &Payment) -> Result<(), WriteError> {
        payment.check()?;
        if let Slot::New(at) = self.file.place(date, payment.amount)? {
            self.begin_block(date, at);
        }
        let Payment { end_to_end, amount, payee, remittance } = payment;
        let xml = &mut self.file.xml;
        xml.open("CdtTrfTxInf");
        xml.open("PmtId");
        xml.leaf("EndToEndId", end_to_end.as_str());
        xml.close("PmtId");
        xml.open("Amt");
        xml.instructed(*amount);
        xml.close("Amt");
        if let Some(bic) = &payee.bic {
            xml.agent("CdtrAgt", Some(bic));
        }
        xml.party("Cdtr", &payee.name, payee.address.as_ref());
        xml.account("CdtrAcct", &payee.iban);
        remittance.write(xml);
        xml.close("CdtTrfTxInf");
        Ok(())
    }

    fn begin_block(&mut self, date: Date, at: usize) {
        let totals = self.file.totals(at);
        let payer = &self.run.payer;
        let xml = &mut self.file.xml;
        xml.open("PmtInf");
        xml.leaf("PmtInfId", &self.run.id.block(self.number, at + 1));
        xml.leaf("PmtMtd", "TRF");
        xml.leaf("BtchBookg", if self.run.batch_booking { "true" } else { "false" });
        xml.number("NbOfTxs", totals.count);
        xml.sum(totals.sum);
        xml.raw("<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf><ReqdExctnDt>");
        xml.date("Dt", date);
        xml.close("ReqdExctnDt");
        xml.party("Dbtr", &payer.name, payer.address.as_ref());
        xml.account("DbtrAcct", &payer.iban);
        xml.agent("DbtrAgt", payer.bic.as_ref());
        xml.leaf("ChrgBr", "SLEV");
    }

    /// Ends the file and gives back what it was written to.
    ///
    /// # Errors
    /// When not all of what was planned was written, or the last bytes cannot be.
    pub fn finish(self) -> Result<W, WriteError> {
        self.file.finish(MESSAGE)
    }
}

/// Writes a whole run of payments, sorted by execution date. As [`super::write_collections`].
///
/// # Errors
/// The caller's own, from its rows; or a [`WriteError`].
pub fn write_payments<W, I, E>(
    run: &PaymentRun,
    limit_per_file: u64,
    rows: impl Fn() -> I,
    mut open: impl FnMut(&PlannedFile<Date>) -> std::io::Result<W>,
) -> Result<Vec<(PlannedFile<Date>, W)>, E>
where
    W: Write,
    I: Iterator<Item = Result<(Date, Payment), E>>,
    E: From<WriteError>,
{
    let mut planner = Planner::new(limit_per_file).map_err(WriteError::from)?;
    for row in rows() {
        let (date, payment) = row?;
        payment.check()?;
        planner.add(date, payment.amount).map_err(WriteError::from)?;
    }
    let mut rows = rows();
    let mut written = Vec::new();
    for plan in planner.finish().map_err(WriteError::from)? {
        let out = open(&plan).map_err(WriteError::from)?;
        let mut writer = PaymentWriter::begin(out, run, plan.clone());
        for _ in 0..plan.totals.count {
            let (date, payment) = rows.next().ok_or(WriteError::Plan(PlanError::Broken))??;
            writer.write(date, &payment)?;
        }
        let out = writer.finish()?;
        written.push((plan, out));
    }
    match rows.next() {
        None => Ok(written),
        Some(_) => Err(WriteError::Plan(PlanError::Broken).into()),
    }
}

//! The Dutch audit file, XAF 3.2: what the accountant and the tax office read. Written line by line, never held whole twice.

use kernel::{Date, Id, Instant, Money};
use ledger::{Account, Month};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};
use store::{Tx, params, sql};

use super::each_row;
use crate::{App, AppError, Refused, money::books};

const NAMESPACE: &str = "http://www.auditfiles.nl/XAF/3.2";

/// The audit file of a calendar year up to a month, both included. `word` says the name of an account (`account-1000`) and of
/// a business event (`posting-premium-due`). Policyholders are not named: lines carry the number of their contract.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Refused`] `export-too-long`.
pub fn export(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    until: Month,
    word: &dyn Fn(&str) -> String,
) -> Result<Vec<u8>, AppError> {
    let first: Month = format!("{:04}-01", until.first().year()).parse().map_err(|_| broken())?;
    let mut out = Out(Writer::new(Vec::new()));
    out.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut root = BytesStart::new("auditfile");
    root.push_attribute(("xmlns", NAMESPACE));
    out.event(Event::Start(root))?;
    out.begin("header")?;
    out.text("fiscalYear", &first.first().year().to_string())?;
    out.text("startDate", &first.first().to_string())?;
    out.text("endDate", &until.last().to_string())?;
    out.text("curCode", "EUR")?;
    out.text("dateCreated", &kernel::local_date(now, kernel::Country::Nl).to_string())?;
    out.text("softwareDesc", "Harmony")?;
    out.text("softwareVersion", env!("CARGO_PKG_VERSION"))?;
    out.end("header")?;
    out.begin("company")?;
    let house = app.products.agreements().first().and_then(|agreement| agreement.administrators.first());
    let house = house.ok_or_else(|| AppError::missing("an agreement", "any"))?;
    out.text("companyName", &house.name)?;
    out.text("taxRegistrationCountry", "NL")?;
    out.text("taxRegIdent", house.tax_number.as_deref().unwrap_or_default())?;
    out.begin("generalLedger")?;
    for account in Account::ALL {
        out.begin("ledgerAccount")?;
        out.text("accID", account.code())?;
        out.text("accDesc", &word(&format!("account-{}", account.code())))?;
        out.text("accTp", if account.is_result() { "P" } else { "B" })?;
        out.end("ledgerAccount")?;
    }
    out.end("generalLedger")?;
    out.begin("periods")?;
    let mut month = first;
    while month <= until {
        out.begin("period")?;
        out.text("periodNumber", &month.number().to_string())?;
        out.text("periodDesc", &month.to_string())?;
        out.text("startDatePeriod", &month.first().to_string())?;
        out.text("endDatePeriod", &month.last().to_string())?;
        out.end("period")?;
        month = month.next();
    }
    out.end("periods")?;
    opening(tx, &mut out, first)?;
    transactions(tx, &mut out, (first.first(), until.last()), word)?;
    out.end("company")?;
    out.end("auditfile")?;
    Ok(out.0.into_inner())
}

/// Balances at the beginning of the year. Income and expense of years before stand on their accounts: their result is the
/// accountant's to appropriate.
fn opening(tx: &mut Tx<'_>, out: &mut Out, first: Month) -> Result<(), AppError> {
    let balances = books::balances(tx, None, kernel::add_days(first.first(), -1))?;
    let open: Vec<(&str, Money)> = balances
        .accounts
        .iter()
        .filter(|line| line.balance != Money::ZERO)
        .map(|line| (line.account.code(), line.balance))
        .collect();
    let side = |is_debit: bool| -> Money {
        open.iter().map(|(_, amount)| *amount).filter(|amount| amount.is_positive() == is_debit).sum()
    };
    out.begin("openingBalance")?;
    out.text("opBalDate", &first.first().to_string())?;
    out.text("linesCount", &open.len().to_string())?;
    out.text("totalDebit", &side(true).to_string())?;
    out.text("totalCredit", &(Money::ZERO - side(false)).to_string())?;
    for (nr, (account, amount)) in (1..).zip(&open) {
        out.begin("obLine")?;
        out.text("nr", &format!("{nr}"))?;
        out.text("accID", account)?;
        out.amount(*amount)?;
        out.end("obLine")?;
    }
    out.end("openingBalance")
}

/// One journal; a transaction is the entry of one event.
fn transactions(
    tx: &mut Tx<'_>,
    out: &mut Out,
    (from, to): (Date, Date),
    word: &dyn Fn(&str) -> String,
) -> Result<(), AppError> {
    let row = tx.query_one(
        sql!(
            "select count(*) as number, \
             cast(coalesce(sum(case when amount_cents > 0 then amount_cents else 0 end), 0) as bigint) as debit_cents, \
             cast(coalesce(sum(case when amount_cents < 0 then -amount_cents else 0 end), 0) as bigint) as credit_cents \
             from posting where booked_on >= ?1 and booked_on <= ?2"
        ),
        &params![from, to],
    )?;
    out.begin("transactions")?;
    out.text("linesCount", &row.get::<u64>("number")?.to_string())?;
    out.text("totalDebit", &row.money("debit_cents")?.to_string())?;
    out.text("totalCredit", &row.money("credit_cents")?.to_string())?;
    out.begin("journal")?;
    out.text("jrnID", "1")?;
    out.text("desc", "Harmony")?;
    out.text("jrnTp", "M")?;
    let mut current: Option<(Id, i64, String)> = None;
    each_row(
        tx,
        sql!(
            "select stream, seq, line, account, amount_cents, booked_on, belongs_on, template, agreement from posting \
             where booked_on >= ?1 and booked_on <= ?2 order by booked_on, stream, seq, line"
        ),
        &params![from, to],
        |row| {
            let booked: Date = row.date("booked_on")?;
            let key = (row.id::<Id>("stream")?, row.i64("seq")?, booked.to_string());
            if current.as_ref() != Some(&key) {
                if current.is_some() {
                    out.end("transaction")?;
                }
                out.begin("transaction")?;
                out.text("nr", &format!("{}-{}", key.0, key.1))?;
                out.text("desc", &word(&format!("posting-{}", row.text("template")?)))?;
                out.text("periodNumber", &Month::of(booked).number().to_string())?;
                out.text("trDt", &key.2)?;
                out.text("sourceID", &row.text("agreement")?)?;
                current = Some(key);
            }
            out.begin("trLine")?;
            out.text("nr", &(row.i64("line")? + 1).to_string())?;
            out.text("accID", &row.text("account")?)?;
            out.text("docRef", &row.id::<Id>("stream")?.to_string())?;
            out.text("effDate", &row.opt_date("belongs_on")?.unwrap_or(booked).to_string())?;
            out.amount(row.money("amount_cents")?)?;
            out.end("trLine")
        },
    )?;
    if current.is_some() {
        out.end("transaction")?;
    }
    out.end("journal")?;
    out.end("transactions")
}

struct Out(Writer<Vec<u8>>);

impl Out {
    fn event(&mut self, event: Event<'_>) -> Result<(), AppError> {
        self.0.write_event(event).map_err(|_| broken())
    }

    fn begin(&mut self, name: &str) -> Result<(), AppError> {
        self.event(Event::Start(BytesStart::new(name)))
    }

    fn end(&mut self, name: &str) -> Result<(), AppError> {
        self.event(Event::End(BytesEnd::new(name)))
    }

    fn text(&mut self, name: &str, text: &str) -> Result<(), AppError> {
        self.begin(name)?;
        self.event(Event::Text(BytesText::new(text)))?;
        self.end(name)
    }

    /// Unsigned, with the side it stands on.
    fn amount(&mut self, amount: Money) -> Result<(), AppError> {
        self.text("amnt", &amount.max(Money::ZERO - amount).to_string())?;
        self.text("amntTp", if amount.is_positive() { "D" } else { "C" })
    }
}

fn broken() -> AppError {
    Refused::new("export-too-long", None).into()
}

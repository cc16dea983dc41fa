//! A bank double: reads the files we release and answers with statements (camt.053), for tests, stories and the demo.
//!
//! ```ignore
//! let mut bank = BankDouble::new("NL91ABNA0417164300");
//! bank.returns("NL39RABO0300065264", "AM04");       // by account or by end-to-end id
//! let statement = bank.day(date(2026, 3, 10), &[&collections_file], &[Entry::transfer("J. Jansen", "NL…", amount, "HP-…")]);
//! ```

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use kernel::{Date, Money};

/// One line of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Signed: positive is money in.
    pub amount: Money,
    /// End-to-end id.
    pub end_to_end: Option<String>,
    /// Block of our file that it sums up (`PmtInfId`), with the number of orders in it.
    pub block: Option<(String, u64)>,
    /// Reason code, when something came back.
    pub reason: Option<String>,
    /// Name of the other side.
    pub name: Option<String>,
    /// Account of the other side.
    pub iban: Option<String>,
    /// What it says.
    pub text: Option<String>,
    /// The instant of booking, where the bank gives one.
    pub at: Option<String>,
    /// Sub-family of the transaction's code, where the bank gives one: `CHRG`, `INTR`.
    pub sub_family: Option<&'static str>,
    /// The transactions in it, where it is a sum of several.
    pub parts: Vec<Entry>,
    /// Whether the bank gives no transaction at all.
    pub is_bare: bool,
}

impl Entry {
    fn new(amount: Money) -> Self {
        let none = || None;
        Self {
            amount,
            end_to_end: none(),
            block: None,
            reason: none(),
            name: none(),
            iban: none(),
            text: none(),
            at: none(),
            sub_family: None,
            parts: Vec::new(),
            is_bare: false,
        }
    }

    /// What the bank books for itself: charges (`CHRG`, negative) or interest (`INTR`).
    pub fn own(sub_family: &'static str, amount: Money) -> Self {
        Self { sub_family: Some(sub_family), is_bare: true, ..Self::new(amount) }
    }

    /// Several transactions under one sum.
    pub fn sum(parts: &[Self]) -> Self {
        let amount = parts.iter().map(|part| part.amount).sum();
        Self { parts: parts.to_vec(), ..Self::new(amount) }
    }

    /// The same without what is in it.
    #[must_use]
    pub fn bare(self) -> Self {
        Self { is_bare: true, parts: Vec::new(), ..self }
    }

    /// A direct debit of ours that was credited.
    pub fn collected(end_to_end: &str, amount: Money) -> Self {
        Self { end_to_end: Some(end_to_end.to_owned()), ..Self::new(amount) }
    }

    /// A direct debit of ours that came back after it was credited.
    pub fn returned(end_to_end: &str, amount: Money, reason: &str) -> Self {
        Self {
            end_to_end: Some(end_to_end.to_owned()),
            reason: Some(reason.to_owned()),
            ..Self::new(Money::ZERO - amount)
        }
    }

    /// One credit for a block of direct debits.
    pub fn lump(block: &str, count: u64, amount: Money) -> Self {
        Self { block: Some((block.to_owned(), count)), ..Self::new(amount) }
    }

    /// Somebody's transfer to us.
    pub fn transfer(name: &str, iban: &str, amount: Money, text: &str) -> Self {
        Self {
            name: Some(name.to_owned()),
            iban: Some(iban.to_owned()),
            text: Some(text.to_owned()),
            ..Self::new(amount)
        }
    }

    /// A payment of ours that was carried out.
    pub fn paid(end_to_end: &str, amount: Money) -> Self {
        Self { end_to_end: Some(end_to_end.to_owned()), ..Self::new(Money::ZERO - amount) }
    }

    /// A payment of ours that came back.
    pub fn paid_back(end_to_end: &str, amount: Money, reason: &str) -> Self {
        Self { end_to_end: Some(end_to_end.to_owned()), reason: Some(reason.to_owned()), ..Self::new(amount) }
    }

    /// The same with the instant of booking: `2026-03-10T14:05:00+01:00`.
    #[must_use]
    pub fn at(mut self, instant: &str) -> Self {
        self.at = Some(instant.to_owned());
        self
    }
}

/// An order in a file of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ordered {
    /// Its block (`PmtInfId`).
    pub block: String,
    /// The day asked for.
    pub date: Date,
    /// End-to-end id.
    pub end_to_end: String,
    /// How much, always positive.
    pub amount: Money,
    /// Account of the other side.
    pub iban: String,
    /// Name of the other side.
    pub name: String,
    /// What it says.
    pub text: String,
    /// Whether it is a direct debit (else a credit transfer).
    pub is_collection: bool,
}

/// The orders in a file that this program wrote.
pub fn orders(file: &[u8]) -> Vec<Ordered> {
    let text = std::str::from_utf8(file).expect("our files are UTF-8");
    let is_collection = text.contains("pain.008");
    let order = if is_collection { "DrctDbtTxInf" } else { "CdtTrfTxInf" };
    let other = if is_collection { ("Dbtr", "DbtrAcct") } else { ("Cdtr", "CdtrAcct") };
    let mut found = Vec::new();
    for block in parts(text, "PmtInf") {
        let date =
            if is_collection { one(block, "ReqdColltnDt") } else { one(one(block, "ReqdExctnDt"), "Dt") };
        for each in parts(block, order) {
            found.push(Ordered {
                block: one(block, "PmtInfId").to_owned(),
                date: date.parse().expect("a date"),
                end_to_end: one(each, "EndToEndId").to_owned(),
                amount: after(each, "<InstdAmt Ccy=\"EUR\">").parse().expect("an amount"),
                iban: one(one(each, other.1), "IBAN").to_owned(),
                name: unescape(one(one(each, other.0), "Nm")),
                text: unescape(one(each, "Ustrd")),
                is_collection,
            });
        }
    }
    found
}

/// A bank that keeps one account of ours.
#[derive(Debug, Clone)]
pub struct BankDouble {
    account: String,
    balance: Money,
    number: u32,
    returns: BTreeMap<String, String>,
    lump_sums: bool,
    refused: BTreeSet<String>,
}

impl BankDouble {
    /// A bank with an empty account.
    pub fn new(account: &str) -> Self {
        Self {
            account: account.to_owned(),
            balance: Money::ZERO,
            number: 0,
            returns: BTreeMap::new(),
            lump_sums: false,
            refused: BTreeSet::new(),
        }
    }

    /// What the account holds.
    pub fn balance(&self) -> Money {
        self.balance
    }

    /// From now on direct debits of this account or end-to-end id come back with a reason code, in the same statement.
    pub fn returns(&mut self, account_or_end_to_end: &str, reason: &str) -> &mut Self {
        self.returns.insert(account_or_end_to_end.to_owned(), reason.to_owned());
        self
    }

    /// They come back no more.
    pub fn pays_again(&mut self, account_or_end_to_end: &str) -> &mut Self {
        self.returns.remove(account_or_end_to_end);
        self
    }

    /// An order with this end-to-end id was refused and is not carried out.
    pub fn refuses(&mut self, end_to_end: &str) -> &mut Self {
        self.refused.insert(end_to_end.to_owned());
        self
    }

    /// From now on direct debits are credited as one sum for each block of a file.
    pub fn in_lump_sums(&mut self) -> &mut Self {
        self.lump_sums = true;
        self
    }

    /// Carries out the files and whatever else happened on a day, and gives the statement of that day.
    pub fn day(&mut self, date: Date, files: &[&[u8]], more: &[Entry]) -> Vec<u8> {
        let entries = self.entries(files, more);
        self.close(date, &entries)
    }

    /// The entries of a day on which these files are carried out, and more happens.
    pub fn entries(&self, files: &[&[u8]], more: &[Entry]) -> Vec<Entry> {
        let mut entries = Vec::new();
        let mut back = Vec::new();
        let mut lumps: BTreeMap<String, (u64, Money)> = BTreeMap::new();
        let is_taken = |order: &Ordered| !self.refused.contains(&order.end_to_end);
        for order in files.iter().flat_map(|file| orders(file)).filter(is_taken) {
            let reason = self.returns.get(&order.iban).or_else(|| self.returns.get(&order.end_to_end));
            if !order.is_collection {
                entries.push(Entry::paid(&order.end_to_end, order.amount));
                back.extend(reason.map(|reason| Entry::paid_back(&order.end_to_end, order.amount, reason)));
                continue;
            }
            if self.lump_sums {
                let lump = lumps.entry(order.block.clone()).or_default();
                *lump = (lump.0 + 1, lump.1 + order.amount);
            } else {
                entries.push(Entry::collected(&order.end_to_end, order.amount));
            }
            back.extend(reason.map(|reason| Entry::returned(&order.end_to_end, order.amount, reason)));
        }
        entries.extend(lumps.iter().map(|(block, (count, sum))| Entry::lump(block, *count, *sum)));
        entries.extend(back);
        entries.extend_from_slice(more);
        entries
    }

    /// The statement of a day with these entries.
    pub fn close(&mut self, date: Date, entries: &[Entry]) -> Vec<u8> {
        self.number += 1;
        let id = format!("{}-{:04}", date.year(), self.number);
        let statement = Self::statement(&self.account, &id, date, self.balance, entries);
        self.balance += entries.iter().map(|entry| entry.amount).sum();
        statement
    }

    /// A notification of a day with these entries.
    pub fn notice(&self, date: Date, entries: &[Entry]) -> Vec<u8> {
        Self::notification(&self.account, &format!("{date}-{}", self.number), date, entries)
    }

    /// A statement (camt.053.001.08) of one day with these entries; the closing balance follows from the opening one.
    pub fn statement(account: &str, id: &str, date: Date, opening: Money, entries: &[Entry]) -> Vec<u8> {
        let closing: Money = opening + entries.iter().map(|entry| entry.amount).sum();
        let number: String = id.chars().filter(char::is_ascii_digit).collect();
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr>\
             <MsgId>BANK-{id}</MsgId><CreDtTm>{date}T23:00:00+00:00</CreDtTm></GrpHdr><Stmt><Id>{id}</Id>\
             <ElctrncSeqNb>{}</ElctrncSeqNb><CreDtTm>{date}T23:00:00+00:00</CreDtTm>\
             <Acct><Id><IBAN>{account}</IBAN></Id><Ccy>EUR</Ccy></Acct>",
            number.parse::<u64>().unwrap_or(1)
        );
        for (code, balance) in [("OPBD", opening), ("CLBD", closing)] {
            let _ = write!(
                xml,
                "<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>{}<Dt><Dt>{date}</Dt></Dt></Bal>",
                amount(balance)
            );
        }
        for (number, entry) in entries.iter().enumerate() {
            write_entry(&mut xml, account, date, number, entry);
        }
        xml.push_str("</Stmt></BkToCstmrStmt></Document>\n");
        xml.into_bytes()
    }

    /// A notification (camt.054.001.08) of a day with these entries: no balances.
    pub fn notification(account: &str, id: &str, date: Date, entries: &[Entry]) -> Vec<u8> {
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><GrpHdr>\
             <MsgId>NOTICE-{id}</MsgId><CreDtTm>{date}T20:00:00+00:00</CreDtTm></GrpHdr><Ntfctn><Id>{id}</Id>\
             <CreDtTm>{date}T20:00:00+00:00</CreDtTm><Acct><Id><IBAN>{account}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        );
        for (number, entry) in entries.iter().enumerate() {
            write_entry(&mut xml, account, date, number, entry);
        }
        xml.push_str("</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n");
        xml.into_bytes()
    }
}

fn write_entry(xml: &mut String, account: &str, date: Date, number: usize, entry: &Entry) {
    let is_in = entry.amount > Money::ZERO;
    let booked =
        entry.at.as_ref().map_or_else(|| format!("<Dt>{date}</Dt>"), |at| format!("<DtTm>{at}</DtTm>"));
    let code = entry.sub_family.map_or_else(
        || format!("<Prtry><Cd>{}</Cd></Prtry>", if is_in { "IN" } else { "OUT" }),
        |sub| format!("<Domn><Cd>ACMT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>{sub}</SubFmlyCd></Fmly></Domn>"),
    );
    let _ = write!(
        xml,
        "<Ntry><NtryRef>{}</NtryRef>{}{}<Sts><Cd>BOOK</Cd></Sts><BookgDt>{booked}</BookgDt>\
         <ValDt><Dt>{date}</Dt></ValDt><BkTxCd>{code}</BkTxCd>",
        number + 1,
        amount(entry.amount),
        if entry.reason.is_some() { "<RvslInd>true</RvslInd>" } else { "" },
    );
    if entry.is_bare {
        return xml.push_str("</Ntry>");
    }
    xml.push_str("<NtryDtls>");
    if let Some((block, count)) = &entry.block {
        let _ = write!(
            xml,
            "<Btch><PmtInfId>{block}</PmtInfId><NbOfTxs>{count}</NbOfTxs>{}</Btch></NtryDtls></Ntry>",
            amount(entry.amount).replace("Amt", "TtlAmt").replace("TtlTtlAmt", "TtlAmt")
        );
        return;
    }
    let alone = std::slice::from_ref(entry);
    for part in if entry.parts.is_empty() { alone } else { &entry.parts } {
        write_transaction(xml, account, part);
    }
    xml.push_str("</NtryDtls></Ntry>");
}

fn write_transaction(xml: &mut String, account: &str, entry: &Entry) {
    let is_in = entry.amount > Money::ZERO;
    xml.push_str("<TxDtls><Refs>");
    if let Some(end_to_end) = &entry.end_to_end {
        let _ = write!(xml, "<EndToEndId>{end_to_end}</EndToEndId>");
    } else {
        xml.push_str("<EndToEndId>NOTPROVIDED</EndToEndId>");
    }
    let _ = write!(xml, "</Refs>{}<RltdPties>", amount(entry.amount));
    // A payment that comes back keeps the roles of the original.
    let other_pays = is_in != entry.reason.is_some();
    let other = side(entry.name.as_deref(), entry.iban.as_deref(), if other_pays { "Dbtr" } else { "Cdtr" });
    let ours = side(None, Some(account), if other_pays { "Cdtr" } else { "Dbtr" });
    xml.push_str(&if other_pays { other + &ours } else { ours + &other });
    xml.push_str("</RltdPties>");
    if let Some(text) = &entry.text {
        let _ = write!(xml, "<RmtInf><Ustrd>{}</Ustrd></RmtInf>", escape(text));
    }
    if let Some(reason) = &entry.reason {
        let _ = write!(xml, "<RtrInf><Rsn><Cd>{reason}</Cd></Rsn></RtrInf>");
    }
    xml.push_str("</TxDtls>");
}

fn amount(signed: Money) -> String {
    let direction = if signed < Money::ZERO { "DBIT" } else { "CRDT" };
    format!("<Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{direction}</CdtDbtInd>", signed.abs())
}

fn side(name: Option<&str>, iban: Option<&str>, role: &str) -> String {
    let mut side = String::new();
    if let Some(name) = name {
        let _ = write!(side, "<{role}><Pty><Nm>{}</Nm></Pty></{role}>", escape(name));
    }
    if let Some(iban) = iban {
        let _ = write!(side, "<{role}Acct><Id><IBAN>{iban}</IBAN></Id></{role}Acct>");
    }
    side
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&apos;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// The inside of every `<name>…</name>`; our files nest none in itself.
fn parts<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    text.split(&open).skip(1).filter_map(|part| part.split_once(&close).map(|(inside, _)| inside)).collect()
}

pub(super) fn one<'a>(text: &'a str, name: &str) -> &'a str {
    parts(text, name).first().copied().unwrap_or_default()
}

fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).and_then(|(_, rest)| rest.split_once('<')).map_or("", |(inside, _)| inside)
}

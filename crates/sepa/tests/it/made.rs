//! Statements made here, in every version, come back as they went in.

use proptest::prelude::*;
use sepa::Direction;
use sepa::read::{
    Entry, EntryStatus, Finding, FingerprintKey, Kind, ReadOptions, StatementItem, StatementReader, survey,
};
use std::collections::HashSet;

/// A small statement as `version` writes it.
pub(crate) fn statement(version: &str, id: &str, opening: &str, closing: &str, entries: &str) -> String {
    let (message, element) = match &version[..8] {
        "camt.053" => ("BkToCstmrStmt", "Stmt"),
        _ => ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    };
    let balance = |code: &str, amount: &str| {
        format!(
            "<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{amount}</Amt>\
             <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>"
        )
    };
    let balances = match element {
        "Stmt" => balance("OPBD", opening) + &balance("CLBD", closing),
        _ => String::new(),
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:{version}\">\
         <{message}><GrpHdr><MsgId>MSG-1</MsgId><CreDtTm>2026-11-20T20:00:00+01:00</CreDtTm></GrpHdr>\
         <{element}><Id>{id}</Id><ElctrncSeqNb>7</ElctrncSeqNb><CreDtTm>2026-11-20T20:00:00+01:00</CreDtTm>\
         <Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>{balances}{entries}\
         </{element}></{message}></Document>\n"
    )
}

/// An entry with one returned collection.
pub(crate) fn returned(version: &str, amount: &str, end_to_end: &str) -> String {
    let new = version.ends_with("08");
    let status = if new { "<Cd>BOOK</Cd>" } else { "BOOK" };
    let party = |name| if new { format!("<Pty><Nm>{name}</Nm></Pty>") } else { format!("<Nm>{name}</Nm>") };
    let own = if version.ends_with("02") {
        format!("<AmtDtls><TxAmt><Amt Ccy=\"EUR\">{amount}</Amt></TxAmt></AmtDtls>")
    } else {
        format!("<Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd>")
    };
    format!(
        "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts>{status}</Sts>\
         <BookgDt><Dt>2026-11-20</Dt></BookgDt><ValDt><Dt>2026-11-19</Dt></ValDt><AcctSvcrRef>BANK-1</AcctSvcrRef>\
         <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd>\
         <NtryDtls><TxDtls><Refs><PmtInfId>C1-1-1</PmtInfId><EndToEndId>{end_to_end}</EndToEndId>\
         <MndtId>M-1</MndtId></Refs>{own}<RltdPties><Dbtr>{}</Dbtr>\
         <DbtrAcct><Id><IBAN>BE68539007547034</IBAN></Id></DbtrAcct><Cdtr>{}</Cdtr>\
         <CdtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></CdtrAcct></RltdPties>\
         <RmtInf><Ustrd>HX-1 premie</Ustrd><Ustrd>november</Ustrd></RmtInf>\
         <RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>",
        party("Jan &amp; Zoë"),
        party("Wij")
    )
}

const VERSIONS: [&str; 6] = [
    "camt.053.001.02",
    "camt.053.001.04",
    "camt.053.001.08",
    "camt.054.001.02",
    "camt.054.001.04",
    "camt.054.001.08",
];

fn entries(xml: &str) -> Vec<Entry> {
    StatementReader::open(xml.as_bytes(), ReadOptions::default())
        .unwrap()
        .filter_map(|item| match item.unwrap() {
            StatementItem::Entry(entry) => Some(*entry),
            StatementItem::Start(_) | StatementItem::End(_) => None,
        })
        .collect()
}

#[test]
fn every_version_gives_the_same_entry() {
    let mut seen = Vec::new();
    for version in VERSIONS {
        let xml = statement(version, "S-1", "100.00", "88.01", &returned(version, "11.99", "E-1"));
        let survey = survey(xml.as_bytes(), ReadOptions::default()).unwrap();
        assert_eq!(survey.message.kind.name(), version);
        let (header, end) = &survey.statements[0];
        assert_eq!((header.id.as_str(), header.sequence), ("S-1", Some(7)));
        assert_eq!(end.findings, [], "{version}");
        assert_eq!(end.opening.is_some(), matches!(survey.message.kind, Kind::Statement(_)));
        let [entry] = &entries(&xml)[..] else { panic!("{version}") };
        let one = &entry.transactions[0];
        assert_eq!(
            (entry.direction, entry.reversal, &entry.status),
            (Direction::Debit, true, &EntryStatus::Booked)
        );
        assert_eq!(entry.signed().euro().unwrap().cents(), -1199);
        assert_eq!(one.amount.unwrap(), entry.amount);
        assert_eq!((one.end_to_end.as_deref(), one.mandate.as_deref()), (Some("E-1"), Some("M-1")));
        assert_eq!(one.remittance.as_deref(), Some("HX-1 premie november"));
        assert_eq!(one.reason.as_ref().unwrap().as_str(), "AM04");
        // A returned collection keeps its roles: the other side is the debtor although money went out.
        let other = one.counterparty(&header.account, entry.reversal);
        assert_eq!(other.name.as_deref(), Some("Jan & Zoë"));
        assert_eq!(other.account.as_ref().unwrap().as_str(), "BE68539007547034");
        seen.push((entry.fingerprint, entry.head, one.fingerprint));
    }
    seen.dedup();
    assert_eq!(seen.len(), 1, "the fingerprint does not depend on kind and version");
}

#[test]
fn nothing_personal_is_shown_by_debug_or_errors() {
    let version = VERSIONS[2];
    let xml = statement(version, "S-1", "0", "0", &returned(version, "11.99", "E-1"));
    let shown = format!("{:?}", entries(&xml));
    let broken = xml.replace("</Cdtr>", "</Cdtx>");
    let error = survey(broken.as_bytes(), ReadOptions::default()).unwrap_err();
    for personal in ["Jan", "Zoë", "BE68539007547034", "NL91ABNA0417164300", "premie"] {
        assert!(!shown.contains(personal), "{shown}");
        assert!(!format!("{error} {error:?}").contains(personal), "{error:?}");
    }
}

#[test]
fn a_balance_that_does_not_add_up_is_said() {
    let version = VERSIONS[0];
    let xml = statement(version, "S-1", "100.00", "90.00", &returned(version, "11.99", "E-1"));
    let found = survey(xml.as_bytes(), ReadOptions::default()).unwrap();
    let [Finding::Balance { computed, stated }] = &found.statements[0].1.findings[..] else {
        panic!("{found:?}")
    };
    assert_eq!((computed.to_string(), stated.to_string()), ("88.01 EUR".into(), "90.00 EUR".into()));
}

#[test]
fn odd_entries_are_read_and_said() {
    let version = VERSIONS[2];
    for (from, to, finding) in [
        ("<Cd>BOOK</Cd>", "<Cd>XXXX</Cd>", "entry 1: status not known"),
        ("<Cd>AM04</Cd>", "<Cd>ZZ99</Cd>", "entry 1: reason code ZZ99 not known"),
        ("<BookgDt><Dt>2026-11-20</Dt></BookgDt>", "", "1 booked entries without booking date"),
        (
            "\"EUR\">11.99</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rv",
            "\"USD\">11.99</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rv",
            "entry 1: in another currency than the statement",
        ),
        (
            "11.99</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rv",
            "11.995</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rv",
            "entry 1: the amount cannot be booked",
        ),
        (
            "11.99</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rv",
            "12.99</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rv",
            "entry 1: its transactions do not add up to it",
        ),
        ("<Cd>CLBD</Cd>", "<Cd>XXXX</Cd>", "no closing balance"),
        ("<Cd>OPBD</Cd>", "<Cd>XXXX</Cd>", "no opening balance"),
        (
            "<ElctrncSeqNb>",
            "<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn><ElctrncSeqNb>",
            "another page follows",
        ),
        ("<Acct>", "<CpyDplctInd>DUPL</CpyDplctInd><Acct>", "the bank marks this as a copy or duplicate"),
        (
            "<IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>",
            "<IBAN>NL92ABNA0417164300</IBAN></Id><Ccy>",
            "the account is not given as a right IBAN",
        ),
    ] {
        let xml = statement(version, "S-1", "100.00", "88.01", &returned(version, "11.99", "E-1"));
        assert!(xml.contains(from), "{from}");
        let xml = xml.replacen(from, to, 1);
        let found = survey(xml.as_bytes(), ReadOptions::default()).unwrap();
        let findings: Vec<_> = found.statements[0].1.findings.iter().map(ToString::to_string).collect();
        assert!(findings.iter().any(|f| f == finding), "{finding}: {findings:?}");
    }
}

#[test]
fn fingerprints_tell_entries_apart_wherever_they_stand() {
    let version = VERSIONS[2];
    let (a, b) = (returned(version, "11.99", "E-1"), returned(version, "11.99", "E-2"));
    let keys = |entries_xml: &str, id: &str, key: u8| -> Vec<String> {
        let xml = statement(version, id, "0", "0", entries_xml);
        let options = ReadOptions { key: FingerprintKey([key; 32]), ..ReadOptions::default() };
        StatementReader::open(xml.as_bytes(), options)
            .unwrap()
            .filter_map(|item| match item.unwrap() {
                StatementItem::Entry(entry) => Some(entry.fingerprint.within(id)),
                StatementItem::Start(_) | StatementItem::End(_) => None,
            })
            .collect()
    };
    let set = |keys: Vec<String>| keys.into_iter().collect::<HashSet<_>>();
    let first = keys(&format!("{a}{b}{a}"), "S-1", 0);
    assert_eq!(set(first.clone()).len(), 3, "two equal entries are two");
    assert_eq!(set(first.clone()), set(keys(&format!("{b}{a}{a}"), "S-1", 0)), "order does not matter");
    assert!(set(first.clone()).is_disjoint(&set(keys(&format!("{a}{b}{a}"), "S-2", 0))));
    assert!(set(first).is_disjoint(&set(keys(&format!("{a}{b}{a}"), "S-1", 1))), "the secret counts");
}

#[test]
fn a_file_in_latin1_and_one_with_prefixes_are_read() {
    let version = VERSIONS[2];
    let xml = statement(version, "S-1", "100.00", "88.01", &returned(version, "11.99", "E-1"));
    let latin1: Vec<u8> = xml.replace("UTF-8", "ISO-8859-1").chars().map(|c| c as u8).collect();
    let found =
        StatementReader::open(latin1.as_slice(), ReadOptions::default()).unwrap().nth(1).unwrap().unwrap();
    let StatementItem::Entry(entry) = found else { panic!() };
    assert_eq!(entry.transactions[0].debtor.name.as_deref(), Some("Jan & Zoë"));

    let prefixed = xml
        .replace("</", "\u{1}")
        .replace('<', "<n:")
        .replace('\u{1}', "</n:")
        .replace("<n:?", "<?")
        .replace("xmlns=", "xmlns:n=");
    assert_eq!(entries(&prefixed), entries(&xml));
    let bom = format!("\u{FEFF}{xml}");
    assert_eq!(entries(&bom), entries(&xml));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Whatever amounts stand in a statement, the sums are theirs and the balance is checked against them.
    #[test]
    fn sums_are_those_of_the_entries(cents in proptest::collection::vec(1i64..=99_999_999_999, 0..20), credit in any::<bool>()) {
        let version = VERSIONS[1];
        let shown = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100);
        let direction = if credit { "CRDT" } else { "DBIT" };
        let xml: String = cents.iter().enumerate()
            .map(|(n, cents)| returned(version, &shown(*cents), &format!("E-{n}")).replace("DBIT", direction))
            .collect();
        let total: i64 = cents.iter().sum();
        let start = 99_999_999_999 * 20;
        let closing = if credit { start + total } else { start - total };
        let xml = statement(version, "S", &shown(start), &shown(closing), &xml);
        let found = survey(xml.as_bytes(), ReadOptions::default()).unwrap();
        let end = &found.statements[0].1;
        let (sum, other) = if credit { (end.credits, end.debits) } else { (end.debits, end.credits) };
        prop_assert_eq!(sum.euro().unwrap().cents(), total);
        prop_assert_eq!(other.euro().unwrap().cents(), 0);
        prop_assert!(end.findings.is_empty(), "{:?}", end.findings);
    }
}

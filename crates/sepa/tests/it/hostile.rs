//! What is unreadable or meant to hurt is refused whole, with the place and the reason; nothing panics.

use super::made::{returned, statement};
use kernel::Iban;
use proptest::prelude::*;
use sepa::read::{Limits, ReadFault, ReadOptions, StatementReader, StatusReader, identify, survey};
use std::fs;
use std::io::Read;

const VERSION: &str = "camt.053.001.08";

fn good() -> String {
    statement(VERSION, "S-1", "100.00", "88.01", &returned(VERSION, "11.99", "E-1"))
}

fn refuse(xml: &[u8], limits: Limits) -> (ReadFault, String) {
    let error = survey(xml, ReadOptions { limits, ..ReadOptions::default() }).unwrap_err();
    (error.fault.clone(), error.to_string())
}

fn check(from: &str, to: &str, expect: &str) {
    let xml = good();
    assert!(xml.contains(from), "{from}");
    let (_, text) = refuse(xml.replacen(from, to, 1).as_bytes(), Limits::default());
    assert!(text.contains(expect), "{to}: {text}");
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let amount = "line 2, byte 666, in Document/BkToCstmrStmt/Stmt/Ntry/Amt: the amount is not a decimal number of ISO 20022";
    check("11.99</Amt>", "11,99</Amt>", amount);
    check("11.99</Amt>", "</Amt>", "the amount is not a decimal number");
    check("<Amt Ccy=\"EUR\">11.99", "<Amt>11.99", "the amount has no currency");
    check("Ccy=\"EUR\">11.99", "Ccy=\"euro\">11.99", "the amount has no currency");
    check("<Dt>2026-11-20</Dt></BookgDt>", "<Dt>2026-11-31</Dt></BookgDt>", "the date is not a date");
    check("<RvslInd>true", "<RvslInd>yes", "the code is none of those allowed");
    check("<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>", "<RvslInd>", "Ntry/CdtDbtInd is missing");
    check("<ElctrncSeqNb>7", "<ElctrncSeqNb>seven", "the number is not a whole number");
    check("<Id>S-1</Id>", "", "Id is missing");
    check("<Id>S-1</Id>", "<Id>S-1</Id><Id>S-2</Id>", "Id stands here twice");
    check("<MsgId>MSG-1</MsgId>", "", "GrpHdr/MsgId is missing");
    check("<IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>", "</Id><Ccy>", "the account is missing");
    check("<Ntry>", "stray<Ntry>", "text and elements are mixed");
    check("<RvslInd>true", "<RvslInd><b>true</b>", "text and elements are mixed");
    check("</Ntry>", "</Entry>", "not well-formed XML");
    check("<Ntry><Amt", "<Ntry><Amt <", "");
    check("</Document>", "", "the file ends in the middle");
    check("</Document>", "</Document><Document/>", "something follows the end");
    check("BkToCstmrStmt><GrpHdr>", "BkToCstmrAcctRpt><GrpHdr>", "");
}

#[test]
fn entities_and_document_types_are_refused() {
    let bomb = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]>\n<Document";
    let xml = good().replacen("<Document", bomb, 1);
    let (fault, text) = refuse(xml.as_bytes(), Limits::default());
    assert_eq!(fault, ReadFault::Doctype);
    assert!(text.contains("do not use it"), "{text}");
    for to in ["&lol;", "&#0;", "&#xFFFF;", "&#99999999;", "&;", "& ", "a\u{0}b"] {
        let xml = good().replacen("E-1", to, 1);
        let (fault, text) = refuse(xml.as_bytes(), Limits::default());
        assert!(matches!(fault, ReadFault::Entity | ReadFault::NotXml), "{to:?}: {text}");
    }
}

#[test]
fn limits_hold() {
    let deep = good().replacen("<Ntry>", &format!("<Ntry>{}", "<a>".repeat(40)), 1);
    assert_eq!(refuse(deep.as_bytes(), Limits::default()).0, ReadFault::TooDeep { limit: 32 });
    let long = good().replacen("E-1", &"x".repeat(5_000), 1);
    assert_eq!(refuse(long.as_bytes(), Limits::default()).0, ReadFault::TextTooLong { limit: 4096 });
    for huge in [
        good().replacen("<Ntry>", &format!("<!--{}--><Ntry>", "x".repeat(400_000)), 1),
        good().replacen("<Ntry>", &format!("<Ntry a='{}'>", "x".repeat(400_000)), 1),
        good().replacen("<Ntry>", &format!("{}<Ntry>", " ".repeat(400_000)), 1),
    ] {
        let limits = Limits { token_bytes: 100_000, ..Limits::default() };
        assert_eq!(refuse(huge.as_bytes(), limits).0, ReadFault::TokenTooLong { limit: 100_000 });
    }
    let small = Limits { file_bytes: 1_000, ..Limits::default() };
    assert_eq!(refuse(good().as_bytes(), small).0, ReadFault::FileTooLarge { limit: 1_000 });
    let entry = returned(VERSION, "1.00", "E");
    let many = statement(VERSION, "S", "0", "0", &entry.repeat(11));
    let few = Limits { entries: 10, ..Limits::default() };
    assert_eq!(refuse(many.as_bytes(), few).0, ReadFault::TooMany { what: "entries", limit: 10 });
    let details = entry.replace("</TxDtls>", "</TxDtls><TxDtls></TxDtls><TxDtls></TxDtls>");
    let few = Limits { transactions_per_entry: 2, ..Limits::default() };
    let xml = statement(VERSION, "S", "0", "0", &details);
    let what = "transactions in one entry";
    assert_eq!(refuse(xml.as_bytes(), few).0, ReadFault::TooMany { what, limit: 2 });
    let balances = good().replacen(
        "<Ntry>",
        &format!("{}<Ntry>", "<Bal><Tp><Cd>X</Cd></Tp><Amt Ccy='EUR'>1</Amt></Bal>".repeat(1_001)),
        1,
    );
    assert_eq!(
        refuse(balances.as_bytes(), Limits::default()).0,
        ReadFault::TooMany { what: "balances", limit: 1_000 }
    );
    let lines =
        good().replacen("<Ustrd>", &format!("{}<Ustrd>", "<Ustrd>xxxxxxxxxx</Ustrd>".repeat(1_000)), 1);
    assert_eq!(refuse(lines.as_bytes(), Limits::default()).0, ReadFault::TextTooLong { limit: 4096 });
}

#[test]
fn a_source_that_never_ends_is_stopped() {
    let xml = good();
    let (before, _) = xml.split_once("</BkToCstmrStmt>").unwrap();
    let endless = before.as_bytes().chain(std::io::repeat(b' '));
    let error = survey(endless, ReadOptions::default()).unwrap_err();
    assert!(matches!(error.fault, ReadFault::TokenTooLong { .. }), "{error}");
}

#[test]
fn the_wrong_account_is_refused() {
    let xml = good();
    let options =
        |iban: &str| ReadOptions { accounts: vec![Iban::parse(iban).unwrap()], ..ReadOptions::default() };
    assert!(survey(xml.as_bytes(), options("NL91ABNA0417164300")).is_ok());
    let error = survey(xml.as_bytes(), options("BE68539007547034")).unwrap_err();
    assert_eq!(error.fault, ReadFault::Account);
}

#[test]
fn no_bank_file_at_all() {
    for (bytes, expect) in [
        (&b""[..], "the file is empty"),
        (b"   ", ""),
        (b"date;amount\n", "not well-formed"),
        (b"PK\x03\x04", ""),
        (b":20:MT940\n:25:", ""),
        (b"<html><body>", "not an ISO 20022 document"),
        (
            b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.13'/>",
            "camt.053.001.13; read here: camt.053.001.02",
        ),
        (b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'/>", "BkToCstmrStmt is missing"),
        (b"<?xml version='1.0' encoding='UTF-16'?><a/>", "encoding UTF-16"),
        (b"<Document a='\xFF'>", "holds bytes that are not"),
    ] {
        let error = survey(bytes, ReadOptions::default()).unwrap_err();
        assert!(error.to_string().contains(expect), "{error}");
    }
}

#[test]
fn every_truncation_is_refused() {
    let xml = good();
    for end in 0..xml.trim_end().len() {
        if xml.is_char_boundary(end) {
            assert!(survey(&xml.as_bytes()[..end], ReadOptions::default()).is_err(), "{end}");
        }
    }
    assert!(survey(xml.trim_end().as_bytes(), ReadOptions::default()).is_ok());
}

/// Gives a byte at a time.
struct Drip<'a>(&'a [u8]);

impl Read for Drip<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let n = out.len().min(1);
        self.0.read(&mut out[..n])
    }
}

/// However the bytes arrive, they say the same, or are refused for the same.
fn check_drip(bytes: &[u8]) {
    let all = |source: Box<dyn Read + '_>| -> Result<Vec<_>, ReadFault> {
        let reader = StatementReader::open(source, ReadOptions::default()).map_err(|e| e.fault)?;
        reader.map(|item| item.map_err(|e| e.fault)).collect()
    };
    assert_eq!(all(Box::new(bytes)), all(Box::new(Drip(bytes))));
}

#[test]
fn it_does_not_matter_how_the_bytes_arrive() {
    check_drip(good().as_bytes());
    // An empty element is not taken for the one around its neighbour.
    let empty =
        good().replacen("<Ntry>", "<Ntry><NtryDtls/><AddtlNtryInf/>", 1).replace("<Ustrd>", "<Strd/><Ustrd>");
    check_drip(empty.as_bytes());
    let found = survey(empty.as_bytes(), ReadOptions::default()).unwrap();
    assert_eq!(
        found.statements[0].1,
        survey(good().as_bytes(), ReadOptions::default()).unwrap().statements[0].1
    );
    let Some(folder) = super::sample_folder("files") else { return };
    for entry in fs::read_dir(folder).unwrap() {
        check_drip(&fs::read(entry.unwrap().path()).unwrap());
    }
}

/// Every reader on the bytes: an answer or an error, and an end.
fn read_everything(bytes: &[u8]) {
    let limits = Limits { entries: 1_000, ..Limits::default() };
    let _ = identify(bytes, &limits);
    let options = ReadOptions { limits: limits.clone(), ..ReadOptions::default() };
    if let Ok(reader) = StatementReader::open(bytes, options) {
        assert!(reader.count() < 100_000);
    }
    if let Ok(reader) = StatusReader::open(bytes, limits) {
        assert!(reader.count() < 100_000);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn random_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        read_everything(&bytes);
    }

    #[test]
    fn bytes_changed_in_a_good_file_do_no_harm(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..20)
    ) {
        let mut bytes = good().into_bytes();
        for (index, byte, how) in changes {
            let at = index.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => { bytes.remove(at); }
                _ => bytes.insert(at, b"<>&/\"' "[usize::from(byte) % 7]),
            }
        }
        read_everything(&bytes);
        check_drip(&bytes);
    }

    #[test]
    fn pieces_of_bank_files_in_any_order_do_no_harm(
        file in any::<prop::sample::Index>(),
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..8)
    ) {
        static FILES: std::sync::OnceLock<Vec<Vec<u8>>> = std::sync::OnceLock::new();
        let files = FILES.get_or_init(|| {
            let mut files = vec![good().into_bytes()];
            if let Some(folder) = super::sample_folder("files") {
                let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
                files.extend(names.map(|path| fs::read(path).unwrap()).filter(|bytes| bytes.len() < 50_000));
            }
            files
        });
        let mut bytes = files[file.index(files.len())].clone();
        for (from, to) in cuts {
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let piece = bytes[from.min(to)..from.max(to)].to_vec();
            if from < to { bytes.drain(from..to); } else { bytes.splice(to..to, piece); }
            if bytes.is_empty() || bytes.len() > 200_000 { break; }
        }
        read_everything(&bytes);
    }
}

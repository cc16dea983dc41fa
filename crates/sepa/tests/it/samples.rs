//! Bank files from the Netherlands, Belgium, Germany, Switzerland, Finland and Lithuania are read right. The figures were
//! worked out with another XML library, not with this crate.

use sepa::read::{
    Kind, Limits, ReadFault, ReadOptions, StatementItem, StatementReader, StatusItem, StatusReader, identify,
    survey,
};
use sepa::{Amount, Currency};
use std::fs;

struct Expect {
    id: &'static str,
    iban: bool,
    /// Opening and closing balance; with its currency where it is not that of the statement.
    balances: Option<(&'static str, &'static str)>,
    entries: u64,
    transactions: u64,
    credits: &'static str,
    debits: &'static str,
    currency: &'static str,
    findings: &'static [&'static str],
}

const PLAIN: Expect = Expect {
    id: "",
    iban: true,
    balances: None,
    entries: 0,
    transactions: 0,
    credits: "0",
    debits: "0",
    currency: "EUR",
    findings: &[],
};

fn check(file: &str, kind: &str, expect: &[Expect]) {
    let Some(folder) = super::sample_folder("files") else { return };
    let bytes = fs::read(folder.join(file)).unwrap();
    assert_eq!(identify(bytes.as_slice(), &Limits::default()).unwrap().name(), kind, "{file}");
    let survey = survey(bytes.as_slice(), ReadOptions::default()).unwrap();
    assert_eq!(survey.statements.len(), expect.len(), "{file}");
    for ((header, end), expect) in survey.statements.iter().zip(expect) {
        let currency = Currency::parse(expect.currency).unwrap();
        let amount = |text| Amount::parse(text, currency).unwrap();
        assert_eq!(header.id, expect.id, "{file}");
        assert_eq!(header.account.iban().is_some(), expect.iban, "{file}: account");
        let shown =
            |text: &'static str| if text.contains(' ') { text.into() } else { amount(text).to_string() };
        let found = end.opening.as_ref().zip(end.closing.as_ref());
        let found = found.map(|(o, c)| (o.amount.to_string(), c.amount.to_string()));
        let balances = expect.balances.map(|(opening, closing)| (shown(opening), shown(closing)));
        assert_eq!(found, balances, "{file}: balances");
        assert_eq!((end.entries, end.transactions), (expect.entries, expect.transactions), "{file}: counts");
        assert_eq!(end.credits, amount(expect.credits), "{file}: credits");
        assert_eq!(end.debits, amount(expect.debits), "{file}: debits");
        let findings: Vec<_> = end.findings.iter().map(ToString::to_string).collect();
        assert_eq!(findings, expect.findings, "{file}: findings");
    }
}

#[test]
fn dutch_statement() {
    check(
        "nl_ing_camt053_v02.xml",
        "camt.053.001.02",
        &[Expect {
            id: "201401030009999",
            balances: Some(("1000.00", "1605.00")),
            entries: 9,
            transactions: 7,
            credits: "990.00",
            debits: "385.00",
            ..PLAIN
        }],
    );
}

#[test]
fn belgian_statements() {
    check(
        "be_deutsche_camt053_v02_2024-11.xml",
        "camt.053.001.02",
        &[Expect {
            id: "MSG56562708-QMXIUR",
            balances: Some(("59370.37", "87539.12")),
            entries: 268,
            transactions: 268,
            credits: "180000",
            debits: "151831.25",
            ..PLAIN
        }],
    );
    check(
        "be_deutsche_camt053_v02_small.xml",
        "camt.053.001.02",
        &[Expect {
            id: "MSG43831462-XICUEK",
            balances: Some(("0", "0")),
            entries: 3,
            transactions: 3,
            credits: "789904.4",
            debits: "789904.40",
            ..PLAIN
        }],
    );
}

#[test]
fn german_statements() {
    check(
        "de_viafintech_camt053_v02.xml",
        "camt.053.001.02",
        &[Expect {
            id: "0352C5320131227220503",
            balances: Some(("33.06", "23.06")),
            entries: 4,
            transactions: 5,
            credits: "1.00",
            debits: "11.00",
            ..PLAIN
        }],
    );
    check(
        "de_viafintech_camt053_v08.xml",
        "camt.053.001.08",
        &[Expect {
            id: "R30B4SA880HMZ9XA",
            balances: Some(("82721.95", "84515.25")),
            entries: 3,
            transactions: 3,
            credits: "563.25",
            currency: "CHF",
            iban: false,
            findings: &[
                "the account is not given as a right IBAN",
                "entry 3: in another currency than the statement",
                "opening balance and entries give 83285.20 CHF, the closing balance says 84515.25 CHF",
            ],
            ..PLAIN
        }],
    );
    check(
        "de_viafintech_camt054.xml",
        "camt.054.001.04",
        &[Expect {
            id: "20160410375204000131032",
            entries: 4,
            transactions: 5,
            credits: "80.56",
            debits: "21.53",
            currency: "CHF",
            ..PLAIN
        }],
    );
}

#[test]
fn swiss_statements() {
    check(
        "ch_postfinance_camt053_v04.xml",
        "camt.053.001.04",
        &[Expect {
            id: "20201124375204229003973",
            balances: Some(("211993.19", "215112.21")),
            entries: 5,
            transactions: 5,
            credits: "4733.72",
            debits: "77.70",
            currency: "CHF",
            findings: &[
                "entry 2: its transactions do not add up to it",
                "opening balance and entries give 216649.21 CHF, the closing balance says 215112.21 CHF",
            ],
            ..PLAIN
        }],
    );
    check(
        "ch_postfinance_camt054_chdd.xml",
        "camt.054.001.04",
        &[Expect {
            id: "20190516375204228751070",
            entries: 1,
            transactions: 2,
            credits: "4.50",
            currency: "CHF",
            ..PLAIN
        }],
    );
}

#[test]
fn finnish_notification() {
    check(
        "fi_camt054.xml",
        "camt.054.001.02",
        &[Expect {
            id: "BANKFILEID00001NTR00001",
            entries: 6,
            transactions: 13,
            credits: "5500.00",
            debits: "5230.05",
            ..PLAIN
        }],
    );
}

#[test]
fn lithuanian_statement_without_status_dates_and_signs() {
    check(
        "lt_camt053_2024-03-14.xml",
        "camt.053.001.08",
        &[
            Expect {
                id: "MSG38496105-GXBPHF",
                balances: Some(("24045029.5", "20888586.83")),
                entries: 14,
                transactions: 14,
                credits: "928305.49",
                debits: "4084748.16",
                findings: &[
                    "a balance says neither credit nor debit; taken as credit",
                    "14 entries without status, taken as booked",
                    "14 booked entries without booking date",
                ],
                ..PLAIN
            },
            Expect {
                id: "MSG32705315-YPSBPU",
                balances: Some(("4801.55", "4801.55")),
                findings: &["a balance says neither credit nor debit; taken as credit"],
                ..PLAIN
            },
        ],
    );
}

#[test]
fn odd_statements_are_read_and_reported() {
    check(
        "genkgo_camt053_v02_all_balances.xml",
        "camt.053.001.02",
        &[Expect {
            id: "CAMT0532015012200001",
            balances: Some(("1.01", "4.04")),
            entries: 1,
            transactions: 1,
            credits: "8.850",
            findings: &["opening balance and entries give 9.86 EUR, the closing balance says 4.04 EUR"],
            ..PLAIN
        }],
    );
    check(
        "genkgo_camt053_v08.xml",
        "camt.053.001.08",
        &[Expect {
            id: "253EURNL26VAYB8060476890",
            balances: Some(("18.15 EUR", "-27.00 SEK")),
            entries: 1,
            transactions: 1,
            credits: "8.85",
            findings: &[
                "the bank marks this as a copy or duplicate",
                "opening balance and entries give 27.00 EUR, the closing balance says -27.00 SEK",
            ],
            ..PLAIN
        }],
    );
}

#[test]
fn wrong_and_foreign_files_are_refused() {
    let Some(folder) = super::sample_folder("files") else { return };
    for (file, expect) in [
        ("genkgo_camt053_v02_wrong.xml", "Stmt is missing"),
        (
            "de_hbci_camt052_v08_invalid_saldo.xml",
            "this is a document of namespace camt.052.001.08; read here: camt.053.001.02, camt.053.001.04, camt.053.001.08, camt.054.001.02, camt.054.001.04, camt.054.001.08",
        ),
        ("de_hbci_camt_ruecklastschrift.xml", "this is a document of namespace camt.052.001.02"),
        ("de_hbci_pain002_v10_01.xml", "this is a document without namespace"),
        (
            "ch_postfinance_pain002_dd_reject.xml",
            "this is a document of namespace http://www.six-interbank-clearing.com/de/pain.002.001.03.ch.02.xsd",
        ),
        ("nl_abn_pain008_v02.xml", "this is a document of namespace pain.008.001.02"),
        ("php_pain008_v08.xml", "this is a document of namespace pain.008.001.08"),
        ("oca_pain002_sdd_unpaid.xml", "this is a document of namespace pain.002.001.03"),
    ] {
        let bytes = fs::read(folder.join(file)).unwrap();
        let error = survey(bytes.as_slice(), ReadOptions::default()).unwrap_err();
        assert!(error.to_string().contains(expect), "{file}: {error}");
    }
    let bytes = fs::read(folder.join("nl_ing_camt053_v02.xml")).unwrap();
    let error = StatusReader::open(bytes.as_slice(), Limits::default()).map(|_| ()).unwrap_err();
    assert!(matches!(error.fault, ReadFault::Kind { .. }), "{error}");
}

#[test]
fn references_reasons_and_parties_are_found() {
    let Some(folder) = super::sample_folder("files") else { return };
    // Entries' end-to-end ids, mandates, free and structured remittance, reason codes, reversals.
    for (file, expect) in [
        ("nl_ing_camt053_v02.xml", (4, 2, 4, 3, "AC04 MD06", 1)),
        ("de_viafintech_camt053_v02.xml", (3, 1, 5, 0, "", 0)),
        ("de_viafintech_camt053_v08.xml", (3, 0, 1, 2, "", 0)),
        ("de_viafintech_camt054.xml", (5, 0, 4, 0, "MD06 MD06", 2)),
        ("fi_camt054.xml", (4, 0, 4, 8, "AC01 CUST", 1)),
        ("ch_postfinance_camt054_chdd.xml", (2, 0, 2, 0, "", 0)),
        ("be_deutsche_camt053_v02_2024-11.xml", (268, 0, 268, 0, "", 0)),
        ("be_deutsche_camt053_v02_small.xml", (3, 0, 0, 0, "", 0)),
    ] {
        let bytes = fs::read(folder.join(file)).unwrap();
        let (mut ids, mut mandates, mut free, mut structured, mut reversals) = (0, 0, 0, 0, 0);
        let mut reasons = Vec::new();
        for item in StatementReader::open(bytes.as_slice(), ReadOptions::default()).unwrap() {
            let StatementItem::Entry(entry) = item.unwrap() else { continue };
            reversals += usize::from(entry.reversal);
            for transaction in &entry.transactions {
                ids += usize::from(transaction.end_to_end.is_some());
                mandates += usize::from(transaction.mandate.is_some());
                free += usize::from(transaction.remittance.is_some());
                structured += usize::from(transaction.structured.is_some());
                reasons.extend(transaction.reason.as_ref().map(ToString::to_string));
            }
        }
        let found = (ids, mandates, free, structured, reasons.join(" "), reversals);
        let (a, b, c, d, codes, e) = expect;
        assert_eq!(found, (a, b, c, d, codes.to_owned(), e), "{file}");
    }
}

#[test]
fn a_direct_debit_batch_names_our_file_and_debtors() {
    let Some(folder) = super::sample_folder("files") else { return };
    let bytes = fs::read(folder.join("ch_postfinance_camt054_chdd.xml")).unwrap();
    let mut own = None;
    for item in StatementReader::open(bytes.as_slice(), ReadOptions::default()).unwrap() {
        match item.unwrap() {
            StatementItem::Start(header) => own = Some(header.account.clone()),
            StatementItem::Entry(entry) => {
                let first = &entry.transactions[0];
                assert_eq!(first.payment_information.as_deref(), Some("PmtInfId-CHDD-1"));
                assert_eq!(first.amount.unwrap().to_string(), "1.50 CHF");
                let other = first.counterparty(own.as_ref().unwrap(), entry.reversal);
                assert_eq!(other.name.as_ref().unwrap().as_str(), "Maria Bernasconi");
                assert_eq!(entry.batches[0].count, Some(2));
                assert_eq!(entry.code.family.as_deref(), Some("IDDT"));
            }
            StatementItem::End(_) => {}
        }
    }
}

#[test]
fn status_report_with_four_rejects() {
    let Some(folder) = super::sample_folder("files") else { return };
    let bytes = fs::read(folder.join("oca_pain002_sdd_unpaid.xml")).unwrap();
    let report = StatusReader::open(bytes.as_slice(), Limits::default()).unwrap().report().unwrap();
    let mut lines = Vec::new();
    for item in &report.items {
        lines.push(match item {
            StatusItem::Group(group) => format!("{} {:?} {:?}", group.message, group.count, group.status),
            StatusItem::Block(block) => format!("{} {:?}", block.payment_information, block.count),
            StatusItem::Transaction(t) => {
                let reason = &t.reasons[0];
                format!(
                    "{} {} {} {} {:?} {}",
                    t.end_to_end.as_deref().unwrap(),
                    t.status.as_ref().unwrap(),
                    reason.code.as_ref().unwrap(),
                    t.amount.unwrap(),
                    reason.treatment(),
                    t.mandate.as_deref().unwrap()
                )
            }
        });
    }
    assert_eq!(
        lines,
        [
            "MSGID12345678912 Some(4) None",
            "PMTINFID1 Some(2)",
            "E2EID1 RJCT AC01 100.00 EUR AskNewAccount MANDATEID1",
            "E2EID2 RJCT MS02 100.00 EUR StopMandate MANDATEID2",
            "PMTINFID2 Some(2)",
            "E2EID3 RJCT MD06 100.00 EUR RefundedByDebtor MANDATEID3",
            "E2EID4 RJCT AM04 100.00 EUR Retry MANDATEID4",
        ]
    );
}

#[test]
fn status_reports_without_the_right_namespace_are_read_once_it_is_put_right() {
    let Some(folder) = super::sample_folder("files") else { return };
    let v10 = fs::read_to_string(folder.join("de_hbci_pain002_v10_01.xml")).unwrap();
    let v10 =
        v10.replace("<Document>", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\">");
    let reader = StatusReader::open(v10.as_bytes(), Limits::default()).unwrap();
    assert!(matches!(reader.message().kind, Kind::PaymentStatus(_)));
    let items = reader.report().unwrap().items;
    let [StatusItem::Group(group), StatusItem::Block(block), StatusItem::Transaction(one)] = items.as_slice()
    else {
        panic!("{items:?}")
    };
    assert_eq!((group.status.as_ref().unwrap().as_str(), group.sum), ("RVMC", Some(10_000_000)));
    assert!(group.reasons[0].text.as_ref().unwrap().ends_with("RVNM wird."));
    assert_eq!(block.payment_information, "2025-10-20T23:33:49:0045");
    assert_eq!((one.status.as_ref().unwrap().as_str(), one.end_to_end.as_deref()), ("RVNM", None));
    assert!(one.creditor.name.is_some() && one.creditor.account.is_some());

    let v03 = fs::read_to_string(folder.join("ch_postfinance_pain002_dd_reject.xml")).unwrap();
    let v03 = v03.replace(
        "xmlns=\"http://www.six-interbank-clearing.com/de/pain.002.001.03.ch.02.xsd\"",
        "xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.03\"",
    );
    let items = StatusReader::open(v03.as_bytes(), Limits::default()).unwrap().report().unwrap().items;
    assert!(
        matches!(&items[..], [StatusItem::Group(g), StatusItem::Block(b)]
            if g.message == "MsgId-CHDD-Musterfile" && b.status.as_ref().unwrap().as_str() == "ACCP"),
        "{items:?}"
    );
}

//! What is written: equal to the golden files, valid by the official schemas, split and counted right, or refused.

use kernel::{
    CreditorId, Date, EndToEndId, Iban, MandateReference, Money, PolicyNumber, StructuredReference,
};
use sepa::write::{
    Address, Amendment, Bic, Collection, CollectionBlock, CollectionRun, CollectionWriter, Creditor, Debtor,
    Initiator, Mandate, Name, OrganisationId, Payee, Payer, Payment, PaymentRun, Planner, Remittance, RunId,
    Sequence, WriteError, write_collections, write_payments,
};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, str};

fn iban(text: &str) -> Iban {
    Iban::parse(text).unwrap()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn block(day: &str, sequence: Sequence) -> CollectionBlock {
    CollectionBlock { date: date(day), sequence }
}

fn initiator() -> Initiator {
    let id = OrganisationId::new("0400378485", Some("KBO-BCE")).unwrap();
    Initiator { name: Name::new("Harmony Volmacht B.V.").unwrap(), id: Some(id) }
}

fn collection_run() -> CollectionRun {
    CollectionRun {
        id: RunId::new("C20261120").unwrap(),
        created: "2026-11-20T08:30:15.999Z".parse().unwrap(),
        initiator: initiator(),
        creditor: Creditor {
            name: Name::new("Verzekeringen Ångström & Zn.").unwrap(),
            address: Some(
                Address::new("Utrecht", "NL")
                    .unwrap()
                    .with_street("Lange Nieuwstraat", "12-bis")
                    .with_postcode("3512 PH"),
            ),
            iban: iban("NL91ABNA0417164300"),
            bic: Some(Bic::parse("ABNANL2A").unwrap()),
            id: CreditorId::parse("NL69ZZZ123456780000").unwrap(),
        },
        batch_booking: true,
    }
}

fn collection(n: u64, cents: i64) -> Collection {
    Collection {
        end_to_end: EndToEndId::parse(&format!("E2E-{n:06}")).unwrap(),
        amount: Money::from_cents(cents),
        mandate: Mandate {
            reference: MandateReference::parse(&format!("M-{n:06}")).unwrap(),
            signed_on: date("2026-01-15"),
            amendment: None,
        },
        debtor: Debtor {
            name: Name::new("Zoë Müller-Łęcka").unwrap(),
            address: None,
            iban: iban("BE68539007547034"),
            bic: None,
        },
        remittance: Remittance::for_policy(&PolicyNumber::from_entropy(n), "premie november 2026"),
    }
}

/// One of each kind, sorted by block.
fn collections() -> Vec<(CollectionBlock, Collection)> {
    let mut swiss = collection(3, 1_299);
    swiss.debtor.iban = iban("CH9300762011623852957");
    swiss.debtor.address =
        Some(Address::new("Zürich", "CH").unwrap().with_street("Bahnhofstraße", "1").with_post_box("PF 12"));
    let mut amended = collection(4, 950);
    amended.mandate.amendment = Some(Amendment {
        old_reference: Some(MandateReference::parse("OLD/77").unwrap()),
        old_creditor_name: Some(Name::new("Vroeger BV").unwrap()),
        old_creditor_id: Some(CreditorId::parse("NL32ZZZ876543210000").unwrap()),
        account_changed: true,
    });
    vec![
        (block("2026-11-25", Sequence::OneOff), collection(1, 11_988)),
        (block("2026-11-25", Sequence::Recurrent), collection(2, 999)),
        (block("2026-11-25", Sequence::Recurrent), swiss),
        (block("2026-11-26", Sequence::Recurrent), amended),
    ]
}

fn write_all(limit: u64, rows: &[(CollectionBlock, Collection)]) -> Result<Vec<String>, WriteError> {
    let run = collection_run();
    let rows = || rows.iter().cloned().map(Ok::<_, WriteError>);
    let files = write_collections(&run, limit, rows, |_| Ok(Vec::new()))?;
    Ok(files.into_iter().map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect())
}

fn payments() -> Vec<(Date, Payment)> {
    let payment = |n: u64, cents, remittance| Payment {
        end_to_end: EndToEndId::parse(&format!("PAY-{n}")).unwrap(),
        amount: Money::from_cents(cents),
        payee: Payee {
            name: Name::new("Renée d'Hondt").unwrap(),
            address: None,
            iban: iban("BE68539007547034"),
            bic: None,
        },
        remittance,
    };
    let policy = Remittance::for_policy(&PolicyNumber::from_entropy(8), "uitkering schade 2026/4711; dank u");
    let mut repairer =
        payment(2, 9_950, Remittance::structured(StructuredReference::from_number(12).unwrap()));
    repairer.payee.address =
        Some(Address::new("Gent", "BE").unwrap().with_street("Kouter", "7").with_postcode("9000"));
    repairer.payee.bic = Some(Bic::parse("GKCCBEBB").unwrap());
    vec![
        (date("2026-11-23"), payment(1, 45_000, policy)),
        (date("2026-11-23"), repairer),
        (date("2026-11-24"), payment(3, 99_999_999_999, Remittance::text("afrekening oktober").unwrap())),
    ]
}

fn payment_run() -> PaymentRun {
    PaymentRun {
        id: RunId::new("P20261120").unwrap(),
        created: "2026-11-20T08:30:15Z".parse().unwrap(),
        initiator: Initiator { id: None, ..initiator() },
        payer: Payer {
            name: Name::new("Rosemont rekening-courant").unwrap(),
            address: None,
            iban: iban("NL91ABNA0417164300"),
            bic: None,
        },
        batch_booking: false,
    }
}

fn payment_file() -> String {
    let run = payment_run();
    let rows = || payments().into_iter().map(Ok::<_, WriteError>);
    let mut files = write_payments(&run, 1_000, rows, |_| Ok(Vec::new())).unwrap();
    String::from_utf8(files.remove(0).1).unwrap()
}

/// The golden file holds the same with one element per line. `UPDATE_GOLDEN=1` writes it anew.
fn check_golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden").join(name);
    let found = found.replace("><", ">\n<");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == found, "{name} differs; look at it and set UPDATE_GOLDEN=1 if it is meant\n{found}");
}

/// Asks `xmllint` whether the file follows the official schema.
fn check_schema(schema: &str, xml: &str) {
    let Some(folder) = super::sample_folder("xsd") else { return };
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{schema}-{}.xml", xml.len()));
    fs::write(&path, xml).unwrap();
    let schema = folder.join(format!("{schema}.xsd"));
    match Command::new("xmllint")
        .arg("--noout")
        .arg("--nonet")
        .arg("--schema")
        .arg(&schema)
        .arg(&path)
        .output()
    {
        Ok(out) => assert!(out.status.success(), "{}", str::from_utf8(&out.stderr).unwrap()),
        Err(_) => println!("skipped: xmllint is not on this machine (Debian package libxml2-utils)"),
    }
    fs::remove_file(path).unwrap();
}

#[test]
fn collections_are_written_as_before_and_by_the_schema() {
    let files = write_all(1_000, &collections()).unwrap();
    assert_eq!(files.len(), 1);
    check_golden("pain.008.xml", &files[0]);
    check_schema("pain.008.001.08", &files[0]);
}

#[test]
fn payments_are_written_as_before_and_by_the_schema() {
    let file = payment_file();
    check_golden("pain.001.xml", &file);
    check_schema("pain.001.001.09", &file);
}

#[test]
fn a_run_is_split_at_the_limit_with_totals_of_each_file_and_block() {
    let rows: Vec<_> =
        (0..25).map(|n| (block("2026-11-25", Sequence::Recurrent), collection(n, 100))).collect();
    let files = write_all(10, &rows).unwrap();
    assert_eq!(files.len(), 3);
    for (n, (file, count)) in files.iter().zip([10, 10, 5]).enumerate() {
        check_schema("pain.008.001.08", file);
        assert!(file.contains(&format!("<MsgId>C20261120-{}</MsgId>", n + 1)));
        assert!(file.contains(&format!("<PmtInfId>C20261120-{}-1</PmtInfId>", n + 1)));
        let totals = format!("<NbOfTxs>{count}</NbOfTxs><CtrlSum>{count}.00</CtrlSum>");
        assert_eq!(file.matches(&totals).count(), 2, "head and block");
        assert_eq!(file.matches("<DrctDbtTxInf>").count(), count);
    }
}

#[test]
fn what_cannot_be_written_is_refused_by_name() {
    let with = |change: fn(&mut Collection)| {
        let mut one = collection(1, 100);
        change(&mut one);
        write_all(10, &[(block("2026-11-25", Sequence::Recurrent), one)]).map(|_| ()).unwrap_err().to_string()
    };
    let amount = "payment E2E-000001: the amount must be between 0.01 and 999999999.99 euro";
    assert_eq!(with(|c| c.amount = Money::ZERO), amount);
    assert_eq!(with(|c| c.amount = Money::from_cents(-1)), amount);
    assert_eq!(with(|c| c.amount = Money::from_cents(100_000_000_000)), amount);
    assert!(with(|c| c.debtor.iban = iban("CH9300762011623852957")).contains("the address is needed"));
    assert!(
        with(|c| c.mandate.amendment = Some(Amendment::default())).contains("names nothing that changed")
    );
    assert!(with(|c| c.mandate.signed_on = date("2026-11-26")).contains("dated after the collection"));
    assert_eq!(write_all(10, &[]).unwrap_err().to_string(), "there is no payment to write");
    let mut rows = collections();
    rows.reverse();
    assert!(write_all(10, &rows).unwrap_err().to_string().contains("sort them"));
    assert!(RunId::new(&"R".repeat(RunId::LENGTH + 1)).is_err());
}

#[test]
fn other_payments_than_those_counted_give_no_file() {
    let rows = collections();
    let plan = || {
        let mut planner = Planner::new(10).unwrap();
        rows.iter().for_each(|(block, c)| planner.add(*block, c.amount).unwrap());
        planner.finish().unwrap().remove(0)
    };
    let run = collection_run();
    let try_writing = |rows: &[(CollectionBlock, Collection)]| {
        let mut writer = CollectionWriter::begin(Vec::new(), &run, plan());
        rows.iter().try_for_each(|(block, c)| writer.write(*block, c))?;
        writer.finish()
    };
    assert!(try_writing(&rows).is_ok());
    let mut other_amount = rows.clone();
    other_amount[0].1.amount = Money::from_cents(1);
    let mut one_more = rows.clone();
    one_more.push(rows[3].clone());
    let mut other_block = rows.clone();
    other_block[1].0.sequence = Sequence::Final;
    for (what, rows) in [
        ("fewer", &rows[..3]),
        ("none", &[]),
        ("more", &one_more),
        ("another amount", &other_amount),
        ("another block", &other_block),
    ] {
        assert!(matches!(try_writing(rows), Err(WriteError::Plan(_))), "{what}");
    }
}

#[test]
fn a_full_disk_is_said() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let run = collection_run();
    let rows = || collections().into_iter().map(Ok::<_, WriteError>);
    let error = write_collections(&run, 10, rows, |_| Ok(Full)).map(|_| ()).unwrap_err();
    assert!(matches!(error, WriteError::Io(_)), "{error}");
}

/// The orders that `peers/sepaxml_peer.py` writes too, and their keys.
pub(super) fn as_the_peer_writes() -> (String, [&'static str; 3]) {
    let one = |n, cents| Collection {
        remittance: Remittance::text(&format!("premie november 2026 {n}")).unwrap(),
        ..collection(n, cents)
    };
    let rows = [
        (block("2026-11-25", Sequence::Recurrent), one(1, 11_988)),
        (block("2026-11-25", Sequence::Recurrent), one(2, 999)),
        (block("2026-11-26", Sequence::Recurrent), one(4, 950)),
    ];
    (write_all(100, &rows).unwrap().remove(0), ["E2E-000001", "E2E-000002", "E2E-000004"])
}

/// The same for payments.
pub(super) fn payments_as_the_peer_writes() -> String {
    let one = |n: u64, cents| Payment {
        end_to_end: EndToEndId::parse(&format!("PAY-{n}")).unwrap(),
        amount: Money::from_cents(cents),
        payee: Payee {
            name: Name::new("Renée d'Hondt").unwrap(),
            address: None,
            iban: iban("BE68539007547034"),
            bic: None,
        },
        remittance: Remittance::text(&format!("uitkering schade 2026/{n}")).unwrap(),
    };
    let rows = [(date("2026-11-23"), one(1, 45_000)), (date("2026-11-23"), one(2, 9_950))];
    let files = write_payments(
        &payment_run(),
        100,
        || rows.iter().cloned().map(Ok::<_, WriteError>),
        |_| Ok(Vec::new()),
    );
    String::from_utf8(files.unwrap().remove(0).1).unwrap()
}

//! A golden sample of every event ever written: it must read, fold, and be written again as the same bytes (evolution).
//!
//! After adding an event, run with `HARMONY_BLESS=1` once and look at what was added. Samples are never changed.

use std::{collections::BTreeMap, fs, path::PathBuf};

use crate::history::{History, at, day, euro, sealed};
use billing::{ArrearsTerms, CollectionCosts, CollectionState, Frequency, HoldReason, PaymentSource};
use kernel::{Country, EndToEndId, MandateReference, Money};
use policy::{
    ApplicationItem, Change, Command, ContractEvent, Device, EndWay, Notice, Offer, Right, Verdict,
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1")
}

/// Histories in which every event happens.
fn samples() -> BTreeMap<&'static str, String> {
    let mut samples = BTreeMap::new();
    for history in [
        unpaid_with_costs(),
        asked_and_rejected(),
        lapsed(),
        long_life(),
        other_terms(),
        declined(),
        taken_back(),
        changed(),
        terms(),
        taken_over(),
        amended(),
        reported_death(),
        opened_to_partner(),
    ] {
        for fact in history.facts {
            let body = String::from_utf8(fact.event.write()).expect("JSON is text");
            samples.entry(fact.event.kind()).or_insert(body);
        }
    }
    // The newest way in which money comes in (AMB-14).
    let history = set_off();
    let paid = history.events("payment-received")[0];
    samples.insert("payment-received", String::from_utf8(paid.event.write()).expect("JSON is text"));
    samples
}

fn taken_over() -> History {
    let mut history = History::new(Country::Nl);
    let period = kernel::Period::new(day("2026-02-01"), Some(day("2026-03-01"))).expect("a month");
    let gross = euro("9.95");
    let debt = billing::OpeningDebt {
        no: 12,
        period,
        due: day("2026-02-01"),
        split: ledger::PremiumSplit { gross, insurer: gross, ..ledger::PremiumSplit::ZERO },
        reversed: kernel::Money::ZERO,
        paid: euro("5.00"),
    };
    let opening = billing::Opening {
        on: day("2026-03-20"),
        before: 11,
        debts: vec![debt],
        credit: kernel::Money::ZERO,
        mandate: Some(billing::OpeningMandate {
            reference: MandateReference::parse("OLD-1").expect("a reference"),
            debtor: sealed(41),
            signed: day("2025-03-01"),
            collected: Some(day("2026-02-04")),
        }),
        reminder: Some(billing::OpeningReminder {
            sent: at("2026-03-10 00:00"),
            received: day("2026-03-10"),
            last_day: day("2026-03-24"),
            cover_stops: at("2026-03-25 00:00"),
        }),
    };
    let ending = policy::Ending {
        way: EndWay::Ordinary,
        received: at("2026-03-18 00:00"),
        ends: at("2026-05-01 00:00"),
        back: policy::Back::ByDays,
    };
    let command = Command::TakeOver {
        application: Box::new(crate::history::application(Country::Nl, Frequency::Monthly)),
        applied: at("2025-03-01 09:00"),
        accepted: at("2025-03-02 09:00"),
        ending: Some(ending),
        opening: Box::new(opening),
    };
    history.must("2026-03-20 09:00", &command);
    history
}

fn asked_and_rejected() -> History {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::OneOff);
    history.must("2026-03-02 09:00", &Command::RequestInformation { question: sealed(31) });
    history.must("2026-03-03 09:00", &Command::AnswerInformation { answer: sealed(32) });
    history.pay("2026-03-04 09:00", "2026-03-04 00:00", "299.00");
    history.must("2026-03-05 09:00", &Command::Reject { reason: Some(sealed(33)) });
    // The payer is not known to this history: give the refund an account as the desk would.
    let payment = history.contract().billing.refunds[0].payment;
    history.must("2026-03-06 09:00", &Command::NameRefundAccount { payment, payee: sealed(34) });
    history
}

fn lapsed() -> History {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    history.run("2026-03-17");
    history
}

fn long_life_begins() -> History {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    let reference = MandateReference::parse("HP-M1").expect("a reference");
    history.must(
        "2026-03-01 09:00",
        &Command::GiveMandate { reference, debtor: sealed(5), signed: day("2026-03-01") },
    );
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history.run("2026-03-02");
    history
}

fn long_life() -> History {
    let mut history = long_life_begins();
    let key = |history: &History, index: usize| -> EndToEndId {
        history.contract().billing.collections[index].end_to_end.clone()
    };
    let first = key(&history, 0);
    history.must(
        "2026-03-03 09:00",
        &Command::ReleaseCollection { end_to_end: first.clone(), batch: sealed(77).id },
    );
    let back = Command::BookReturn {
        end_to_end: first,
        reason: "AM04".into(),
        retry: true,
        booked: Some(at("2026-03-12 09:00")),
    };
    history.must("2026-03-12 09:00", &back);
    history.run("2026-03-13");
    history.pay("2026-03-14 09:00", "2026-03-14 00:00", "1.00");
    history.must("2026-03-15 09:00", &Command::StopMandate { reason: "MD01".into() });
    history.run("2026-05-20");
    let pay = Command::BookPayment {
        source: PaymentSource::Transfer { payer: Some(sealed(8)) },
        amount: euro("40.00"),
        credited: at("2026-05-21 00:00"),
    };
    history.must("2026-05-21 09:00", &pay);
    history.run("2026-05-22");
    let dies = Command::Cancel { notice: Box::new(Notice::new(EndWay::Death, at("2026-05-25 00:00"))) };
    history.must("2026-05-28 09:00", &dies);
    let payment = history.contract().billing.refunds[0].payment;
    history.must("2026-05-29 09:00", &Command::ReleaseRefund { payment });
    history.must("2026-06-01 09:00", &Command::SettleRefund { payment, booked: at("2026-06-01 09:00") });
    let back = Command::ReturnRefund {
        payment,
        reason: "AC04".into(),
        same_account: true,
        booked: Some(at("2026-06-03 00:00")),
    };
    history.must("2026-06-04 09:00", &back);
    history.run("2026-06-05");
    let withdrawn = |c: &billing::Collection| c.state == CollectionState::Withdrawn;
    assert!(history.contract().billing.collections.iter().any(withdrawn));
    history
}

/// A partner may look for a while (PRIV-24).
fn opened_to_partner() -> History {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    let partner = sealed(91).id;
    history.must("2026-03-02 09:00", &Command::OpenToPartner { partner, reports: true });
    history.must("2026-03-03 09:00", &Command::CloseToPartner);
    history
}

/// Premium and costs that are set off against a benefit.
fn set_off() -> History {
    let mut history = History::new(Country::Nl);
    history.arrears = ArrearsTerms { collection_costs: CollectionCosts::Statutory, interest_from: None };
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    let (claim, owed_to) = (sealed(90).id, policy::Beneficiary::Policyholder);
    history.must("2026-04-20 09:00", &Command::SetOff { claim, amount: euro("63.90"), owed_to });
    history
}

/// Costs and interest that fall due, are paid and waived.
fn unpaid_with_costs() -> History {
    let mut history = History::new(Country::Nl);
    history.arrears = ArrearsTerms {
        collection_costs: CollectionCosts::Statutory,
        interest_from: Some(Money::from_cents(100)),
    };
    history.applied("2026-03-01 09:00", Frequency::OneOff);
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history.run("2026-07-15");
    history.pay("2026-07-16 09:00", "2026-07-16 00:00", "40.00");
    let (reason, until) = (HoldReason::Complaint, day("2026-08-15"));
    history.must("2026-07-16 10:00", &Command::HoldReminders { reason, until, note: sealed(63) });
    history.must("2026-07-16 11:00", &Command::ResumeReminders);
    history.must("2026-07-17 09:00", &Command::WaiveCharge { no: 1, reason: sealed(61) });
    let plan = Command::AgreePlan { parts: 3, first: day("2026-08-01"), note: sealed(64) };
    history.must("2026-07-18 09:00", &plan);
    history.run("2026-08-10");
    history
}

fn other_terms() -> History {
    let mut history = History::new(Country::Be);
    let mut application = crate::history::application(Country::Be, Frequency::Monthly);
    application.missing = [ApplicationItem::ProofOfPurchase].into();
    history.must("2026-03-01 09:00", &Command::Apply { application: Box::new(application) });
    history.must("2026-03-01 09:00", &Command::Screen { verdict: Verdict::Clear });
    let items = [ApplicationItem::ProofOfPurchase].into();
    history.must("2026-03-02 09:00", &Command::ReceiveItems { items, received: at("2026-03-02 09:00") });
    history.must("2026-03-02 10:00", &Command::NoteSignals { found: sealed(44) });
    history.must("2026-03-03 09:00", &Command::OfferOtherTerms { offer: Box::new(offer()) });
    history.must("2026-03-04 09:00", &Command::AgreeToOffer { no: 1 });
    history.run("2026-04-08");
    let proof = Some(sealed(55));
    history.must("2026-04-08 09:00", &Command::ProveReceipt { no: 1, received: day("2026-04-06"), proof });
    history
}

fn offer() -> Offer {
    Offer {
        no: 0,
        plan: Some("basic".into()),
        flags: Some([("theft_covered".to_owned(), false)].into()),
        premium: Some(euro("14.95")),
        excess: [(1, euro("75.00"))].into(),
        starts: None,
    }
}

fn declined() -> History {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    history.must("2026-03-03 09:00", &Command::OfferOtherTerms { offer: Box::new(offer()) });
    history.must("2026-03-04 09:00", &Command::DeclineOffer { no: 1 });
    history
}

fn taken_back() -> History {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    history.must("2026-03-03 09:00", &Command::WithdrawApplication);
    history
}

fn changed() -> History {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    let device =
        Device { item: 2, premium: Some(euro("6.00")), ..history.contract().application.devices[0].clone() };
    let added = Change::ItemAdded { device };
    history.must("2026-03-10 09:00", &Command::Endorse { change: added, from: None, premium: None });
    history.run("2026-04-01");
    history.must("2026-04-01 09:00", &Command::ReturnReminder { no: 1, reason: "5.1.1".into() });
    let notice = Notice::new(EndWay::Ordinary, at("2026-04-01 10:00"));
    history.must("2026-04-01 10:00", &Command::Cancel { notice: Box::new(notice) });
    history.must("2026-04-02 10:00", &Command::WithdrawCancellation { way: EndWay::Ordinary });
    let wrong = history.events("endorsed")[0].clone();
    history.must(
        "2026-04-03 10:00",
        &Command::Correct {
            seq: wrong.seq,
            wrong: Box::new(wrong.event),
            effective: wrong.effective,
            right: Right::At { at: at("2026-03-11 00:00") },
        },
    );
    history
}

/// Changes of terms by the insurer: one that counts, one that was taken back.
fn terms() -> History {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    history.booked_through = None;
    let announce = |n: u64, from: &str| Command::AnnounceChange {
        campaign: sealed(n).id,
        product: Some(policy::ProductRef {
            code: "xandocare".into(),
            version: "2022-1".into(),
            hash: "h2".into(),
        }),
        flags: Some([("theft_covered".to_owned(), true)].into()),
        premium: Some(euro("12.95")),
        parts: [(1, euro("12.95"))].into(),
        adverse: true,
        from: day(from),
    };
    history.must("2027-01-10 09:00", &announce(70, "2027-03-01"));
    history.run("2027-03-01");
    history.must("2027-03-02 09:00", &announce(71, "2027-05-01"));
    history.must("2027-03-03 09:00", &Command::WithdrawChange { campaign: sealed(71).id });
    history
}

/// Another account of the same debtor.
fn amended() -> History {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    let reference = MandateReference::parse("HP-M1").expect("a reference");
    history.must(
        "2026-03-01 11:00",
        &Command::GiveMandate { reference, debtor: sealed(5), signed: day("2026-03-01") },
    );
    history.must("2026-03-02 09:00", &Command::AmendMandate { debtor: sealed(6), signed: day("2026-03-02") });
    history
}

/// The samples of one event, oldest first: `kind.json`, and `kind-2.json` and so on since its fields were added to.
fn kept(kind: &str) -> Vec<(PathBuf, String)> {
    let name = |n: usize| if n == 1 { format!("{kind}.json") } else { format!("{kind}-{n}.json") };
    let files = (1..).map(|n| folder().join(name(n)));
    files
        .map_while(|file| fs::read_to_string(&file).ok().map(|body| (file, body.trim_end().to_owned())))
        .collect()
}

#[test]
fn every_event_ever_written_reads_folds_and_is_written_the_same() {
    let samples = samples();
    let bless = std::env::var_os("HARMONY_BLESS").is_some();
    let mut count = 0;
    for (kind, body) in &samples {
        let mut golden = kept(kind);
        if bless && golden.iter().all(|(_, sample)| sample != body) {
            let name = if golden.is_empty() {
                format!("{kind}.json")
            } else {
                format!("{kind}-{}.json", golden.len() + 1)
            };
            fs::create_dir_all(folder()).expect("the folder can be made");
            fs::write(folder().join(name), format!("{body}\n")).expect("a sample can be written");
            golden = kept(kind);
        }
        for (file, sample) in &golden {
            let read = ContractEvent::read(1, sample.as_bytes()).unwrap_or_else(|e| panic!("{file:?}: {e}"));
            assert_eq!(read.kind(), *kind);
            let written = String::from_utf8(read.write()).expect("JSON is text");
            assert_eq!(written, *sample, "{file:?} is written otherwise now");
        }
        let newest = golden.last().map(|(_, sample)| sample.as_str());
        assert_eq!(newest, Some(body.as_str()), "{kind} has no sample, or means something else now");
        count += golden.len();
    }
    let files = fs::read_dir(folder()).expect("the samples are there").count();
    assert_eq!(files, count, "a sample is never taken away");
    assert!(samples.len() >= 40, "every event happens: {:?}", samples.keys());
}

#[test]
fn an_old_cancellation_folds_to_an_ending_that_gives_back_by_days() {
    let body = |kind: &str| kept(kind).remove(0).1;
    let read = |kind: &str| ContractEvent::read(1, body(kind).as_bytes()).expect("a sample reads");
    let stream = ["applied", "screened", "accepted", "cancelled"].map(read);
    let contract = policy::Contract::fold(stream.iter().map(|event| (event, at("2026-03-01 09:00"))));
    let ending = *contract.as_ref().and_then(policy::Contract::ends).expect("it ends");
    assert_eq!((ending.way, ending.back), (EndWay::Death, policy::Back::ByDays));
}

#[test]
fn an_event_of_an_unknown_version_or_name_is_refused() {
    assert!(ContractEvent::read(2, br#"{"event":"accepted"}"#).is_err());
    assert!(ContractEvent::read(1, br#"{"event":"sold-down-the-river"}"#).is_err());
    assert!(ContractEvent::read(1, b"{").is_err());
}

/// The bank says that the debtor has died, and somebody looks into it.
fn reported_death() -> History {
    let mut history = long_life_begins();
    let end_to_end = history.contract().billing.collections[0].end_to_end.clone();
    let release = Command::ReleaseCollection { end_to_end: end_to_end.clone(), batch: sealed(77).id };
    history.must("2026-03-03 09:00", &release);
    let back = Command::BookReturn { end_to_end, reason: "MD07".into(), retry: false, booked: None };
    history.must("2026-03-12 09:00", &back);
    history.must("2026-03-13 09:00", &Command::ClearDeath);
    history
}

//! Every command in every state: done, *already done*, or a named refusal with its rule; never a panic, and never twice. What
//! the refusals say, and that each says what can be done instead, is tested with the texts.

use billing::{Frequency, PaymentSource};
use kernel::{Country, EndToEndId, MandateReference, Refusal as _};
use policy::{
    Change, Command, ContractEvent, EndWay, Insured, Notice, Offer, PolicyEvent, Relation, Right, Verdict,
};

use crate::history::{History, application, at, day, euro, sealed};

type State = (&'static str, fn() -> History);

/// Where a contract can stand on 20 March 2026.
const STATES: &[State] = &[
    ("nothing", || History::new(Country::Nl)),
    ("screening", || {
        let mut history = History::new(Country::Nl);
        let application = Box::new(application(Country::Nl, Frequency::Monthly));
        history.must("2026-03-18 09:00", &Command::Apply { application });
        history
    }),
    ("applied", || {
        let mut history = History::new(Country::Nl);
        history.applied("2026-03-18 09:00", Frequency::Monthly);
        history
    }),
    ("asked", || {
        let mut history = History::new(Country::Nl);
        history.applied("2026-03-18 09:00", Frequency::Monthly);
        history.must("2026-03-19 09:00", &Command::RequestInformation { question: sealed(31) });
        history
    }),
    ("offered", || {
        let mut history = History::new(Country::Nl);
        history.applied("2026-03-18 09:00", Frequency::Monthly);
        history.must("2026-03-19 09:00", &Command::OfferOtherTerms { offer: Box::new(offer()) });
        history
    }),
    ("running", || History::accepted("2026-03-01 09:00", "2026-03-01 10:00")),
    ("cancelled", || {
        let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
        let notice = Box::new(Notice::new(EndWay::CoolingOff, at("2026-03-10 09:00")));
        history.must("2026-03-10 09:00", &Command::Cancel { notice });
        history
    }),
    ("blocked", || {
        let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
        history.must("2026-03-10 09:00", &Command::Screen { verdict: Verdict::Hit });
        history
    }),
    ("rejected", || {
        let mut history = History::new(Country::Nl);
        history.applied("2026-03-18 09:00", Frequency::Monthly);
        history.must("2026-03-19 09:00", &Command::Reject { reason: None });
        history
    }),
    ("lapsed", || {
        let mut history = History::new(Country::Nl);
        history.applied("2026-03-01 09:00", Frequency::Monthly);
        history.run("2026-03-17");
        history
    }),
    ("withdrawn", || {
        let mut history = History::new(Country::Nl);
        history.applied("2026-03-18 09:00", Frequency::Monthly);
        history.must("2026-03-19 09:00", &Command::WithdrawApplication);
        history
    }),
];

fn offer() -> Offer {
    Offer {
        no: 0,
        plan: Some("basic".into()),
        flags: None,
        premium: Some(euro("14.95")),
        excess: [(1, euro("75.00"))].into(),
        starts: None,
    }
}

/// A takeover of a policy whose mandate and premium are what they are; with a credit below zero nothing of it fits.
fn take_over(applied: kernel::Instant, less_cents: i64) -> Command {
    let opening = billing::Opening {
        on: day("2026-03-20"),
        before: 12,
        debts: Vec::new(),
        credit: kernel::Money::from_cents(-less_cents),
        mandate: None,
        reminder: None,
    };
    Command::TakeOver {
        application: Box::new(application(Country::Nl, Frequency::Monthly)),
        applied,
        accepted: applied,
        ending: None,
        opening: Box::new(opening),
    }
}

/// Every command, with what is usual, with what nobody knows, and with days that cannot be.
fn commands() -> Vec<Command> {
    let key = EndToEndId::parse("NOTHING-1").expect("a key");
    let reference = MandateReference::parse("HP-M7").expect("a reference");
    let cancel = |way, received| Command::Cancel { notice: Box::new(Notice::new(way, at(received))) };
    let endorse = |change, from: Option<&str>| Command::Endorse { change, from: from.map(at), premium: None };
    let insured =
        || Change::InsuredAdded { insured: Insured { person: sealed(61).id, relation: Relation::Household } };
    let wrong = || Box::new(ContractEvent::from(PolicyEvent::Accepted));
    let correct =
        |right| Command::Correct { seq: 3, wrong: wrong(), effective: at("2026-03-01 10:00"), right };
    let announce = |from: &str| Command::AnnounceChange {
        campaign: sealed(70).id,
        product: None,
        flags: None,
        premium: Some(euro("12.95")),
        parts: std::collections::BTreeMap::new(),
        adverse: true,
        from: day(from),
    };
    let book = |amount: &str| Command::BookPayment {
        source: PaymentSource::Transfer { payer: None },
        amount: euro(amount),
        credited: at("2026-03-20 09:00"),
    };
    let set_off = |amount: &str| Command::SetOff {
        claim: sealed(90).id,
        amount: euro(amount),
        owed_to: policy::Beneficiary::Policyholder,
    };
    let mut commands = vec![
        Command::Apply { application: Box::new(application(Country::Nl, Frequency::Yearly)) },
        take_over(at("2025-03-01 09:00"), 0),
        take_over(at("2025-03-01 09:00"), 3),
        take_over(at("2010-03-01 09:00"), 0),
        take_over(at("2099-03-01 09:00"), 0),
        Command::Screen { verdict: Verdict::Clear },
        Command::Screen { verdict: Verdict::Hit },
        Command::RequestInformation { question: sealed(35) },
        Command::AnswerInformation { answer: sealed(36) },
        Command::NoteSignals { found: sealed(37) },
        Command::ReceiveItems {
            items: [policy::ApplicationItem::Mandate].into(),
            received: at("2026-03-19 09:00"),
        },
        Command::ReceiveItems {
            items: [policy::ApplicationItem::Mandate].into(),
            received: at("2099-03-19 09:00"),
        },
        Command::OfferOtherTerms { offer: Box::new(offer()) },
        Command::OfferOtherTerms {
            offer: Box::new(Offer { starts: Some(at("2099-01-01 00:00")), ..offer() }),
        },
        Command::AgreeToOffer { no: 1 },
        Command::AgreeToOffer { no: 9 },
        Command::DeclineOffer { no: 1 },
        Command::WithdrawApplication,
        Command::Accept { accept_limit: euro("3500") },
        Command::Accept { accept_limit: euro("1") },
        Command::Reject { reason: None },
        Command::GiveMandate { reference, debtor: sealed(5), signed: day("2026-03-20") },
        Command::StopMandate { reason: "revoked".into() },
        Command::ReleaseCollection { end_to_end: key.clone(), batch: sealed(77).id },
        book("11.95"),
        book("0.00"),
        set_off("1.00"),
        set_off("0.00"),
        set_off("999.00"),
        Command::BookReturn {
            end_to_end: key,
            reason: "AM04".into(),
            retry: true,
            booked: Some(at("2026-03-20 00:00")),
        },
        endorse(insured(), None),
        endorse(insured(), Some("1999-01-01 00:00")),
        endorse(insured(), Some("2099-01-01 00:00")),
        endorse(Change::ItemLeft { item: 9, why: policy::Gone::Sold }, None),
        announce("2026-05-01"),
        announce("1999-05-01"),
        announce("2099-05-01"),
        Command::WithdrawChange { campaign: sealed(70).id },
        Command::Move { to: Some(Country::Nl), on: day("2026-03-20") },
        Command::Move { to: Some(Country::Be), on: day("1999-01-01") },
        Command::Move { to: None, on: day("2099-01-01") },
        Command::WithdrawCancellation { way: EndWay::CoolingOff },
        Command::WithdrawCancellation { way: EndWay::Death },
        Command::ReturnReminder { no: 1, reason: "moved".into() },
        Command::ProveReceipt { no: 1, received: day("2026-03-20"), proof: None },
        Command::RemindAgain,
        correct(Right::Never),
        correct(Right::At { at: at("2099-01-01 00:00") }),
        Command::NameRefundAccount { payment: sealed(80).id, payee: sealed(81) },
        Command::ReleaseRefund { payment: sealed(80).id },
        Command::SettleRefund { payment: sealed(80).id, booked: at("2026-03-20 00:00") },
    ];
    for way in EndWay::ALL {
        for received in ["2026-03-20 09:00", "1999-01-01 09:00", "2099-01-01 09:00"] {
            commands.push(cancel(way, received));
        }
    }
    commands
}

/// What is a second, equal wish when it is said again; with its command's id the application still does it once.
fn may_be_said_again(command: &Command) -> bool {
    matches!(
        command,
        Command::BookPayment { .. } | Command::SetOff { .. } | Command::RequestInformation { .. }
    )
}

#[test]
fn every_command_in_every_state_is_done_once_or_refused_by_name_and_rule() {
    let now = "2026-03-20 10:00";
    let (mut done, mut refused) = (0, 0);
    for (state, make) in STATES {
        for command in commands() {
            let mut history = make();
            match history.give(now, &command) {
                Ok(events) => {
                    done += usize::from(events > 0);
                    let again = history.give(now, &command);
                    let once = again.as_ref().map_or(true, |events| *events == 0);
                    assert!(once || may_be_said_again(&command), "{state}, twice: {command:?}: {again:?}");
                }
                Err(no) => {
                    refused += 1;
                    let named = !no.code().is_empty() && no.rule().is_some();
                    assert!(named, "{state}: {command:?} is refused without a rule: {no:?}");
                    assert!(
                        history.give(now, &command) == Err(no),
                        "{state}: {command:?} is refused alike again"
                    );
                }
            }
        }
    }
    assert!(done > 60 && refused > 400, "{done} done, {refused} refused");
}

#[test]
fn what_does_not_fit_is_not_taken_over() {
    let cases = [
        (take_over(at("2025-03-01 09:00"), 0), None),
        (take_over(at("2025-03-01 09:00"), 3), Some(("takeover-unsound", "GEN-TIME-04"))),
        (take_over(at("2099-03-01 09:00"), 0), Some(("ending-in-future", "GEN-TIME-06"))),
        (
            {
                let mut ended = take_over(at("2025-03-01 09:00"), 0);
                if let Command::TakeOver { ending, .. } = &mut ended {
                    let (received, ends) = (at("2026-02-01 09:00"), at("2026-03-20 00:00"));
                    let back = policy::Back::ByDays;
                    *ending = Some(policy::Ending { way: EndWay::Ordinary, received, ends, back });
                }
                ended
            },
            Some(("takeover-ended", "NL-END-11")),
        ),
    ];
    for (command, expect) in cases {
        let mut nothing = History::new(Country::Nl);
        let answer = nothing.give("2026-03-20 10:00", &command);
        let told = answer.as_ref().err().map(|no| (no.code(), no.rule().expect("a rule").id()));
        assert_eq!(told, expect, "{command:?}");
    }
}

#[test]
fn a_policy_that_nobody_knows_is_only_applied_for() {
    let mut nothing = History::new(Country::Nl);
    for command in commands() {
        if matches!(command, Command::Apply { .. } | Command::TakeOver { .. }) {
            continue;
        }
        let no = nothing.give("2026-03-20 10:00", &command).expect_err("there is no policy");
        assert_eq!(
            (no.code(), no.rule().expect("a rule").id()),
            ("contract-unknown", "DATA-03"),
            "{command:?}"
        );
    }
}

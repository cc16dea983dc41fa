//! Every document in every language, word by word.

use documents::content::{
    CancellationGround, ClaimCause, EndGround, OrderNews, OrderTold, Outcome, PaymentMethod, SecurityEvent,
};
use documents::{Content, compose, render};
use kernel::{Channel, Country, Language};

use crate::samples::{KINDS, content, document, house, sample};

#[test]
fn letters_say_this() {
    for kind in KINDS {
        for &language in Language::ALL {
            let (document, house) = sample(kind, language);
            let letter = compose(&document, language, &house);
            insta::assert_snapshot!(format!("letter-{kind}-{}", language.code()), letter.plain());
        }
    }
}

#[test]
fn mails_look_like_this() {
    for (kind, language) in
        [("applicant-link", Language::Nl), ("sign-in-help", Language::En), ("security-notice", Language::Fr)]
    {
        let (document, house) = sample(kind, language);
        let mail = render(&document, language, &house).unwrap();
        assert_eq!(mail.pdf, None);
        insta::assert_snapshot!(
            format!("mail-{kind}-text"),
            format!("{}\n\n{}", mail.subject, mail.mail_text)
        );
        insta::assert_snapshot!(format!("mail-{kind}-html"), mail.mail_html);
    }
}

/// The variants that the samples leave out: each finds its words in each language (a missing one panics).
#[test]
fn every_variant_has_words() {
    let say = |content: Content, country| {
        for &language in Language::ALL {
            let letter = compose(&document(content.clone(), country), language, &house(country));
            assert!(!letter.plain().is_empty());
        }
    };
    for country in [Country::Nl, Country::Be] {
        for kind in KINDS {
            say(content(kind, Language::Nl), country);
        }
        for news in OrderNews::ALL {
            say(Content::OrderTold(OrderTold { news, link: "/repairs/00000000000aa".to_owned() }), country);
        }
        for ground in [
            CancellationGround::Withdrawal,
            CancellationGround::Ordinary,
            CancellationGround::AtEndOfMinimum,
            CancellationGround::AfterClaim,
            CancellationGround::Death,
            CancellationGround::AdverseChange,
            CancellationGround::NothingLeft,
            CancellationGround::Trustee,
            CancellationGround::MovedAway,
        ] {
            let Content::CancellationReceived(mut facts) = content("cancellation-received", Language::Nl)
            else {
                panic!()
            };
            facts.ground = ground;
            for channel in [Channel::Email, Channel::Phone, Channel::Post, Channel::Desk] {
                facts.channel = channel;
                say(Content::CancellationReceived(facts.clone()), country);
            }
        }
        for ground in [
            EndGround::AfterClaim,
            EndGround::NotRenewed,
            EndGround::Fraud,
            EndGround::NonPayment,
            EndGround::Bankruptcy,
            EndGround::Sanctions,
            EndGround::EndDate,
        ] {
            let Content::InsuranceEnded(mut facts) = content("insurance-ended", Language::Nl) else {
                panic!()
            };
            facts.ground = ground;
            say(Content::InsuranceEnded(facts), country);
        }
        for cause in [ClaimCause::Defect, ClaimCause::Theft] {
            let Content::ClaimAcknowledged(mut facts) = content("claim-acknowledged", Language::Nl) else {
                panic!()
            };
            facts.cause = cause;
            say(Content::ClaimAcknowledged(facts.clone()), country);
            facts.evidence.clear();
            facts.reported_by = Some("Telefoonhuis Rotterdam".to_owned());
            say(Content::ClaimAcknowledged(facts), country);
        }
        for product in [None, Some("Apple iPhone 16".to_owned())] {
            let Content::ClaimDecided(mut facts) = content("claim-decided", Language::Nl) else { panic!() };
            let replacement = Outcome::Replacement { own_share: kernel::Money::ZERO, product };
            let mut second = facts.items[0].clone();
            second.outcome = Outcome::Refused;
            facts.items[0].outcome = replacement;
            facts.items.push(second);
            say(Content::ClaimDecided(facts), country);
        }
        for payment in [PaymentMethod::Transfer, PaymentMethod::Paid] {
            let Content::PolicyIssued(mut facts) = content("policy-issued", Language::Nl) else { panic!() };
            facts.payment = payment;
            facts.issue = 2;
            say(Content::PolicyIssued(facts), country);
        }
        let Content::ApplicationReceived(mut facts) = content("application-received", Language::Nl) else {
            panic!()
        };
        facts.covered_from = None;
        say(Content::ApplicationReceived(facts), country);
        let Content::ApplicationRejected(mut facts) = content("application-rejected", Language::Nl) else {
            panic!()
        };
        (facts.from_the_start, facts.reason) = (true, Some("…".to_owned()));
        say(Content::ApplicationRejected(facts), country);
        let Content::ReminderNl(mut facts) = content("reminder-nl", Language::Nl) else { panic!() };
        facts.costs_vat = Some(kernel::Money::from_cents(840));
        say(Content::ReminderNl(facts), country);
        for event in [
            SecurityEvent::AccountOpened,
            SecurityEvent::EmailChanged,
            SecurityEvent::SecondFactorAdded,
            SecurityEvent::SecondFactorRemoved,
            SecurityEvent::PasskeyAdded,
            SecurityEvent::PasskeyRemoved,
            SecurityEvent::SignInHeld,
            SecurityEvent::BankAccountChanged,
            SecurityEvent::AccountClosed,
        ] {
            let Content::SecurityNotice(mut facts) = content("security-notice", Language::Nl) else {
                panic!()
            };
            facts.event = event;
            say(Content::SecurityNotice(facts), country);
        }
        let Content::SignInHelp(mut facts) = content("sign-in-help", Language::Nl) else { panic!() };
        facts.first = true;
        say(Content::SignInHelp(facts), country);
    }
}

/// What a Dutch reminder must say, or no costs are due and cover goes on (LAW-NL-COL-03, -04, -08; BW 7:934).
#[test]
fn the_reminder_says_what_the_law_wants() {
    let check = |language, wanted: &[&str]| {
        let (document, house) = sample("reminder-nl", language);
        let said = render(&document, language, &house).unwrap().mail_text;
        for words in wanted {
            assert!(said.contains(words), "{language:?}: {words}\n{said}");
        }
    };
    check(
        Language::Nl,
        &[
            "beginnen op de dag nadat u deze brief hebt ontvangen",
            "14 dagen",
            "precies €\u{a0}40,00",
            "€\u{a0}19,90",
            "niet meer verzekerd",
            "7:934",
            "6:96 lid 6",
        ],
    );
    check(
        Language::En,
        &[
            "start on the day after you receive this letter",
            "14 days",
            "exactly €40.00",
            "€19.90",
            "no longer insured",
            "7:934",
            "6:96(6)",
        ],
    );
    check(
        Language::Fr,
        &[
            "le jour après celui où vous recevez cette lettre",
            "14 jours",
            "40,00\u{202f}€",
            "19,90\u{202f}€",
            "plus assuré",
            "7:934",
            "6:96",
        ],
    );
}

/// A document outlives the program that wrote it: what is stored is read again as the same.
#[test]
fn a_document_is_stored_and_read() {
    for kind in KINDS {
        let (document, _) = sample(kind, Language::Nl);
        let stored = serde_json::to_string(&document).unwrap();
        assert!(stored.contains(&format!("\"kind\":\"{}\"", document.content.kind())), "{kind}");
        assert_eq!(serde_json::from_str::<documents::Document>(&stored).unwrap(), document, "{kind}");
    }
}

#[test]
fn accounts_are_masked() {
    for kind in KINDS {
        for &language in Language::ALL {
            let (document, house) = sample(kind, language);
            let said = compose(&document, language, &house).plain();
            assert!(!said.replace(['\u{a0}', ' '], "").contains("RABO0300065264"), "{kind}");
        }
    }
}

/// NL-CLAIM-06, NL-CLAIM-07, BE-CLAIM-04 for a replacement; NL-CLAIM-08, NL-CLAIM-09, BE-CLAIM-05 for a repair (AMB-30, AMB-31:
/// the part that was taken out).
#[test]
fn a_settlement_says_what_passes_to_the_insurer_and_what_stays_insured() {
    for (outcome, passes, stays) in [
        (
            Outcome::Replacement { own_share: kernel::Money::ZERO, product: None },
            "As soon as you accept the new device, the old one belongs to the insurer.",
            "The new device is insured at once.",
        ),
        (
            Outcome::Repair { own_share: kernel::Money::ZERO, repairer: None },
            "Parts that the repairer replaces belong to the insurer as soon as you accept the repaired device.",
            "After the repair your device simply stays insured.",
        ),
    ] {
        let Content::ClaimDecided(mut facts) = content("claim-decided", Language::En) else { panic!() };
        facts.items[0].outcome = outcome;
        for country in [Country::Nl, Country::Be] {
            let letter = document(Content::ClaimDecided(facts.clone()), country);
            let plain = compose(&letter, Language::En, &house(country)).plain();
            assert!(plain.contains(passes) && plain.contains(stays), "{plain}");
        }
    }
}

//! One lifelike document of every kind, for snapshots and for looking at the paper.

use documents::content::{
    AddressLink, ApplicantLink, ApplicationLapsed, ApplicationReceived, ApplicationRejected,
    CancellationGround, CancellationReceived, CancellationWithdrawn, ChangeAnnounced, ChangeDeclined,
    ChangeWithdrawn, ClaimAcknowledged, ClaimCause, ClaimDecided, ClaimPaid, Clause, CollectionAnnounced,
    ContactChanged, Cover, CoverKind, CoverNotStopped, CoverReinstated, CoverSuspended, Debit, DecidedItem,
    DecisionClause, DeviceLine, EndGround, FirstReminderBe, FormalNoticeBe, FraudDebt, FraudDebtFor,
    InformationRequested, InsuranceEnded, InsuredDevice, InvoiceLine, InvoiceReason, MandateConfirmed,
    ObjectionAnswered, OfferMade, Outcome, Owed, PartnerView, PauseReason, PayInstruction, PaymentMethod,
    PlanAgreed, PlanBroken, PolicyIssued, Premium, PremiumInvoice, Refund, ReminderNl, RemindersPaused,
    SecurityEvent, SecurityNotice, SignInHelp, SumKind, SumStep,
};
use documents::{Address, Addressee, Content, Document, House};
use kernel::{
    Channel, ClaimNumber, Country, Date, DeviceKind, Frequency, Iban, Imei, Instant, Language,
    MandateReference, Money, PolicyNumber, SerialNumber, Term,
};

#[path = "samples/parts.rs"]
mod parts;
use documents::content::{OrderNews, OrderTold};
pub use parts::policy;
use parts::{change, decided, handed_over, owed, phone, premium, refund, work};

pub fn house(country: Country) -> House {
    toml::from_str(match country {
        Country::Nl => include_str!("house-nl.toml"),
        Country::Be => include_str!("house-be.toml"),
    })
    .unwrap()
}

/// The sample of a kind in the country it is for.
pub fn sample(kind: &str, language: Language) -> (Document, House) {
    let country = if kind.ends_with("-be") { Country::Be } else { Country::Nl };
    let content = content(kind, language);
    (document(content, country), house(country))
}

pub const KINDS: [&str; 58] = [
    "application-received",
    "information-requested",
    "application-rejected",
    "application-lapsed",
    "policy-issued",
    "policy-issued-many",
    "mandate-confirmed",
    "collection-announced",
    "premium-invoice",
    "premium-invoice-be",
    "premium-invoice-other-account",
    "reminder-nl",
    "first-reminder-be",
    "formal-notice-be",
    "cover-suspended",
    "cover-reinstated",
    "cover-not-stopped",
    "cover-stops-later",
    "plan-agreed",
    "plan-agreed-uncovered",
    "plan-broken",
    "reminders-paused",
    "cancellation-received",
    "claim-acknowledged",
    "claim-decided",
    "claim-decided-payment",
    "claim-decided-set-off",
    "claim-decided-set-off-all",
    "claim-decided-refused",
    "objection-answered",
    "objection-upheld",
    "fraud-debt",
    "claim-paid",
    "work-ordered",
    "work-ready",
    "order-told",
    "work-handed-over",
    "work-handed-over-kept",
    "work-accepted",
    "work-accepted-new",
    "work-reminder",
    "applicant-link",
    "sign-in-help",
    "security-notice",
    "application-rejected-unseen",
    "application-lapsed-unseen",
    "contact-changed",
    "address-link",
    "insurance-ended",
    "change-announced",
    "change-announced-terms",
    "change-withdrawn",
    "change-withdrawn-left",
    "offer-made",
    "cancellation-withdrawn",
    "change-declined",
    "partner-view-opened",
    "partner-view-closed",
];

fn partner_view() -> PartnerView {
    PartnerView {
        plan: "Xandocare Plus".to_owned(),
        partner: "Telefoonhuis Rotterdam".to_owned(),
        reports: true,
        at: at("2026-11-20T10:02:00Z"),
        link: "/my/policies/HP-1234-5678-9012/partner".to_owned(),
    }
}

pub fn document(content: Content, country: Country) -> Document {
    let is_claim = content.kind().starts_with("claim")
        || matches!(content, Content::ObjectionAnswered(_) | Content::FraudDebt(_));
    let has_policy = content.is_letter() && !matches!(content, Content::ApplicationRejected(_));
    Document {
        to: Addressee {
            name: "A.M. de Vries-van den Heuvel".to_owned(),
            address: Some(match country {
                Country::Nl => Address {
                    lines: vec!["Nieuwe Binnenweg 128 B".to_owned()],
                    postcode: "3015 BD".to_owned(),
                    town: "Rotterdam".to_owned(),
                    country: None,
                },
                Country::Be => Address {
                    lines: vec!["Rue de la Régence 12 boîte 4".to_owned()],
                    postcode: "1000".to_owned(),
                    town: "Bruxelles".to_owned(),
                    country: Some("België".to_owned()),
                },
            }),
            email: Some("anna@example.org".parse().unwrap()),
        },
        made_at: at("2026-11-20T10:15:00Z"),
        policy: has_policy.then(|| PolicyNumber::from_entropy(4_812_773_902)),
        claim: is_claim.then(|| ClaimNumber::from_entropy(9_120_045_511)),
        content,
    }
}

pub fn content(kind: &str, language: Language) -> Content {
    let said = |nl: &str, en: &str, fr: &str| {
        match language {
            Language::Nl => nl,
            Language::En => en,
            Language::Fr => fr,
        }
        .to_owned()
    };
    match kind {
        "application-rejected-unseen" => match content("application-rejected", language) {
            Content::ApplicationRejected(facts) => Content::ApplicationRejected(ApplicationRejected {
                never_covered: true,
                refund: None,
                ..facts
            }),
            other => other,
        },
        "application-lapsed-unseen" => match content("application-lapsed", language) {
            Content::ApplicationLapsed(facts) => {
                Content::ApplicationLapsed(ApplicationLapsed { never_covered: true, refund: None, ..facts })
            }
            other => other,
        },
        "premium-invoice" | "premium-invoice-be" | "premium-invoice-other-account" => {
            let number = PolicyNumber::from_entropy(4_812_773_902);
            let is_be = kind.ends_with("-be");
            let line = |from: &str, to: &str| InvoiceLine {
                from: day(from),
                to: day(to),
                amount: "9.95".parse().unwrap(),
            };
            let mut lines = vec![line("2026-11-20", "2026-12-19")];
            if is_be {
                lines.push(line("2026-12-20", "2027-01-19"));
            }
            Content::PremiumInvoice(PremiumInvoice {
                reason: match kind {
                    "premium-invoice-be" => InvoiceReason::CameBack,
                    "premium-invoice-other-account" => InvoiceReason::OtherAccount,
                    _ => InvoiceReason::Transfer,
                },
                total: lines.iter().map(|line| line.amount).sum(),
                lines,
                tax: (!is_be).then(|| "1.73".parse().unwrap()),
                pay_by: (!is_be).then(|| day("2026-12-20")),
                pay: PayInstruction {
                    reference: if is_be { number.structured().to_string() } else { number.to_string() },
                    link: Some("/my/policies/HP/premium".to_owned()),
                },
            })
        }
        "offer-made" => Content::OfferMade(OfferMade {
            plan: "Xandocare Plus".to_owned(),
            other_plan: None,
            premium: premium(),
            excess: Some("75.00".parse().unwrap()),
            agree_until: at("2026-12-04T23:00:00Z"),
            cover_until: at("2026-11-20T23:00:00Z"),
            link: Some("/my/policies/HP/offer".to_owned()),
        }),
        "insurance-ended" => Content::InsuranceEnded(InsuranceEnded {
            plan: "Xandocare Plus".to_owned(),
            ground: EndGround::NonPayment,
            ends_at: at("2026-12-04T23:00:00Z"),
            refund: None,
            open: "23.90".parse().unwrap(),
        }),
        "partner-view-opened" => Content::PartnerViewOpened(partner_view()),
        "partner-view-closed" => Content::PartnerViewClosed(partner_view()),
        "cancellation-withdrawn" => Content::CancellationWithdrawn(CancellationWithdrawn {
            plan: "Xandocare Plus".to_owned(),
            would_have_ended: at("2026-12-31T23:00:00Z"),
        }),
        "change-declined" => Content::ChangeDeclined(ChangeDeclined {
            reason: said(
                "Het serienummer dat u opgeeft, hoort bij een ander merk. Kijkt u het nog eens na?",
                "The serial number that you gave belongs to another brand. Could you check it?",
                "Le numéro de série indiqué correspond à une autre marque. Pouvez-vous le vérifier ?",
            ),
            link: "/my/policies/HP".to_owned(),
        }),
        "change-announced" => Content::ChangeAnnounced(change(None, Some(day("2027-02-28")))),
        "change-announced-terms" => Content::ChangeAnnounced(ChangeAnnounced {
            reason: String::new(),
            after: cents(995),
            ..change(Some("xandocare 2027-1".to_owned()), None)
        }),
        "change-withdrawn" | "change-withdrawn-left" => Content::ChangeWithdrawn(ChangeWithdrawn {
            plan: "Xandocare Plus".to_owned(),
            from: day("2027-03-01"),
            premium: cents(995),
            frequency: Frequency::Monthly,
            has_left: kind == "change-withdrawn-left",
        }),
        "contact-changed" => Content::ContactChanged(ContactChanged {
            at: at("2026-11-20T10:14:00Z"),
            street: "Nieuwe Binnenweg 128 B".to_owned(),
            town: "3015 BD Rotterdam".to_owned(),
            phone: Some("+31612345678".to_owned()),
            email: Some("anna@example.org".to_owned()),
            by_email: true,
        }),
        "address-link" => Content::AddressLink(AddressLink {
            link: "/address/7K2M".to_owned(),
            works_until: at("2026-11-27T10:15:00Z"),
        }),
        "application-received" => Content::ApplicationReceived(ApplicationReceived {
            plan: "Xandocare Plus".to_owned(),
            devices: vec![phone()],
            covered_from: Some(at("2026-11-20T10:14:00Z")),
            covered_until: at("2026-12-04T23:00:00Z"),
            premium: premium(),
            link: Some("/aanvraag/7K2M".to_owned()),
        }),
        "information-requested" => Content::InformationRequested(InformationRequested {
            plan: "Xandocare Plus".to_owned(),
            questions: vec![
                said(
                    "Een foto of kopie van de aankoopbon, met de datum en de prijs.",
                    "A photo or copy of the receipt, with the date and the price.",
                    "Une photo ou une copie du ticket d’achat, avec la date et le prix.",
                ),
                said(
                    "Het IMEI-nummer van uw telefoon. U vindt het door *#06# te bellen.",
                    "The IMEI of your phone. You find it by dialling *#06#.",
                    "Le numéro IMEI de votre téléphone. Composez *#06# pour le voir.",
                ),
            ],
            answer_by: day("2026-11-30"),
            covered_until: at("2026-12-04T23:00:00Z"),
            link: Some("/aanvraag/7K2M".to_owned()),
        }),
        "application-rejected" => Content::ApplicationRejected(ApplicationRejected {
            plan: "Xandocare Plus".to_owned(),
            cover_ends: at("2026-11-20T23:00:00Z"),
            from_the_start: false,
            never_covered: false,
            reason: None,
            refund: Some(refund()),
        }),
        "application-lapsed" => Content::ApplicationLapsed(ApplicationLapsed {
            plan: "Xandocare Plus".to_owned(),
            cover_ends: at("2026-11-20T23:00:00Z"),
            never_covered: false,
            refund: Some(Refund { iban: None, ..refund() }),
            link: Some("/aanvragen".to_owned()),
        }),
        "policy-issued" => Content::PolicyIssued(Box::new(policy(language, 1))),
        "policy-issued-many" => Content::PolicyIssued(Box::new(policy(language, 34))),
        "mandate-confirmed" => Content::MandateConfirmed(MandateConfirmed {
            mandate: mandate(),
            signed_on: day("2026-11-20"),
            account_holder: "A.M. de Vries".to_owned(),
            iban: iban(),
            frequency: Frequency::Monthly,
            debits: vec![
                Debit { on: day("2026-11-25"), amount: cents(995) },
                Debit { on: day("2026-12-20"), amount: cents(995) },
            ],
            announced_before: Term::Days(5),
        }),
        "collection-announced" => Content::CollectionAnnounced(CollectionAnnounced {
            mandate: mandate(),
            iban: iban(),
            debits: vec![Debit { on: day("2026-12-21"), amount: cents(995) }],
            again: false,
        }),
        "reminder-nl" => Content::ReminderNl(ReminderNl {
            earlier: Money::ZERO,
            owed: owed(),
            total: cents(1990),
            term: Term::Days(14),
            presumed_receipt: day("2026-11-24"),
            last_day: day("2026-12-08"),
            cover_stops: at("2026-12-08T23:00:00Z"),
            costs: cents(4000),
            costs_vat: None,
            back_after: Term::Hours(24),
            pay: pay(),
        }),
        "first-reminder-be" => Content::FirstReminderBe(FirstReminderBe {
            costs: Money::ZERO,
            owed: owed(),
            total: cents(1990),
            last_day: day("2026-12-04"),
            pay: pay(),
        }),
        "formal-notice-be" => Content::FormalNoticeBe(FormalNoticeBe {
            costs: Money::ZERO,
            owed: owed(),
            total: cents(1990),
            extra: Some(cents(12)),
            term: Term::Days(15),
            deposited: day("2026-11-20"),
            last_day: day("2026-12-07"),
            suspended_from: at("2026-12-07T23:00:00Z"),
            back_after: Term::Hours(24),
            may_end_from: day("2026-12-24"),
            pay: pay(),
        }),
        "cover-suspended" => Content::CoverSuspended(CoverSuspended {
            since: at("2026-12-08T23:00:00Z"),
            owed: owed(),
            costs: Some(cents(4000)),
            interest: Some(cents(13)),
            total: cents(6003),
            back_after: Term::Hours(24),
            pay: pay(),
        }),
        "cover-reinstated" => Content::CoverReinstated(CoverReinstated {
            paid_at: at("2026-12-14T09:00:00Z"),
            paid: cents(6003),
            gap_from: at("2026-12-08T23:00:00Z"),
            covered_from: at("2026-12-15T09:00:00Z"),
        }),
        "cover-not-stopped" | "cover-stops-later" => Content::CoverNotStopped(CoverNotStopped {
            told: at("2026-12-08T23:00:00Z"),
            ours: false,
            stops: (kind == "cover-stops-later").then(|| at("2026-12-14T23:00:00Z")),
            owed: owed(),
            total: cents(1990),
            pay: pay(),
        }),
        "plan-agreed" | "plan-agreed-uncovered" => Content::PlanAgreed(PlanAgreed {
            parts: vec![
                Debit { on: day("2026-12-15"), amount: cents(2002) },
                Debit { on: day("2027-01-15"), amount: cents(2001) },
                Debit { on: day("2027-02-15"), amount: cents(2000) },
            ],
            total: cents(6003),
            grace: Term::Days(7),
            off_since: (kind == "plan-agreed-uncovered").then(|| at("2026-12-08T23:00:00Z")),
            back_after: Term::Hours(24),
            pay: pay(),
        }),
        "plan-broken" => Content::PlanBroken(PlanBroken {
            total: cents(4001),
            off_since: Some(at("2026-12-08T23:00:00Z")),
            pay: pay(),
        }),
        "reminders-paused" => Content::RemindersPaused(RemindersPaused {
            reason: PauseReason::Dispute,
            until: day("2027-01-15"),
            term_called_off: true,
            off_since: None,
        }),
        "cancellation-received" => Content::CancellationReceived(CancellationReceived {
            plan: "Xandocare Plus".to_owned(),
            received_at: at("2026-11-20T10:02:00Z"),
            channel: Channel::Portal,
            ground: CancellationGround::Ordinary,
            ends_at: at("2026-12-20T23:00:00Z"),
            refund: None,
            last_debits: vec![Debit { on: day("2026-11-25"), amount: cents(995) }],
        }),
        "claim-acknowledged" => Content::ClaimAcknowledged(ClaimAcknowledged {
            devices: vec![phone()],
            cause: ClaimCause::AccidentDamage,
            happened_at: at("2026-11-19T17:30:00Z"),
            reported_at: at("2026-11-20T10:10:00Z"),
            reported_by: None,
            evidence: vec![
                said(
                    "Foto’s van de schade, van voren en van achteren.",
                    "Photos of the damage, front and back.",
                    "Des photos du dommage, à l’avant et à l’arrière.",
                ),
                said("De aankoopbon.", "The receipt.", "Le ticket d’achat."),
            ],
            evidence_by: at("2026-11-22T10:10:00Z"),
            link: Some("/schade/HC".to_owned()),
        }),
        "claim-decided" => decided(
            language,
            Outcome::Repair {
                own_share: cents(5000),
                repairer: Some("Reparatiecentrum De Schroef".to_owned()),
            },
            vec![
                step(SumKind::RepairCosts, 18_900),
                step(SumKind::Excess, -5000),
                step(SumKind::WePay, 13_900),
            ],
        ),
        "claim-decided-payment" => decided(
            language,
            Outcome::Payment {
                amount: cents(84_900),
                iban: Some(iban()),
                by: day("2026-12-04"),
                hand_over_first: true,
            },
            vec![
                step(SumKind::EquivalentPrice, 99_900),
                step(SumKind::Limit, 89_900),
                step(SumKind::Excess, -5000),
                step(SumKind::WePay, 84_900),
            ],
        ),
        "claim-decided-set-off" => decided(
            language,
            Outcome::Payment {
                amount: cents(79_010),
                iban: Some(iban()),
                by: day("2026-12-04"),
                hand_over_first: false,
            },
            vec![
                step(SumKind::EquivalentPrice, 89_900),
                step(SumKind::Excess, -5000),
                step(SumKind::SetOff, -5890),
                step(SumKind::WePay, 79_010),
            ],
        ),
        "claim-decided-set-off-all" => decided(
            language,
            Outcome::Payment { amount: cents(0), iban: None, by: day("2026-12-04"), hand_over_first: false },
            vec![
                step(SumKind::EquivalentPrice, 7500),
                step(SumKind::Excess, -5000),
                step(SumKind::SetOff, -2500),
                step(SumKind::WePay, 0),
            ],
        ),
        "claim-decided-refused" => decided(language, Outcome::Refused, Vec::new()),
        "objection-answered" | "objection-upheld" => Content::ObjectionAnswered(ObjectionAnswered {
            upheld: kind == "objection-upheld",
            reason: match language {
                Language::Nl => "U schreef dat het toestel op tafel lag. Op de foto ligt het in het water.",
                Language::En => {
                    "You wrote that the device lay on the table. In the picture it lies in the water."
                }
                Language::Fr => {
                    "Vous écrivez que l’appareil était sur la table. Sur la photo, il est dans l’eau."
                }
            }
            .to_owned(),
            link: Some("/schade/HC".to_owned()),
        }),
        "fraud-debt" => Content::FraudDebt(FraudDebt {
            what: FraudDebtFor::Benefit,
            amount: cents(84_900),
            reason: match language {
                Language::Nl => "De aankoopbon is veranderd: de winkel verkocht dit toestel niet.",
                Language::En => "The receipt was changed: the shop did not sell this device.",
                Language::Fr => "Le ticket a été modifié : le magasin n’a pas vendu cet appareil.",
            }
            .to_owned(),
            pay_by: day("2026-12-20"),
            pay: PayInstruction { reference: "HC-9120-0455-1130".to_owned(), link: None },
        }),
        "claim-paid" => Content::ClaimPaid(ClaimPaid {
            amount: cents(84_900),
            for_lateness: None,
            iban: iban(),
            paid_on: day("2026-11-20"),
            reference: "HP-4812-7739-0265".to_owned(),
        }),
        "work-ordered" => Content::WorkOrdered(work(false, false)),
        "work-ready" => Content::WorkReady(work(false, false)),
        "order-told" => {
            Content::OrderTold(OrderTold { news: OrderNews::New, link: "/repairs/00000000000aa".to_owned() })
        }
        "work-handed-over" => Content::WorkHandedOver(handed_over(false)),
        "work-handed-over-kept" => Content::WorkAccepted(handed_over(true)),
        "work-accepted" => Content::WorkAccepted(work(true, false)),
        "work-accepted-new" => Content::WorkAccepted(work(true, true)),
        "work-reminder" => Content::WorkReminder(work(true, true)),
        "applicant-link" => Content::ApplicantLink(ApplicantLink {
            plan: "Xandocare Plus".to_owned(),
            link: "https://www.harmony.nl/aanvraag/bevestig?c=8kQ2f-Zx19".to_owned(),
            works_until: at("2026-11-21T10:15:00Z"),
        }),
        "sign-in-help" => Content::SignInHelp(SignInHelp {
            link: "/wachtwoord?c=8kQ2f-Zx19".to_owned(),
            works_until: at("2026-11-20T11:15:00Z"),
            first: false,
        }),
        "security-notice" => Content::SecurityNotice(SecurityNotice {
            event: SecurityEvent::PasswordChanged,
            at: at("2026-11-20T10:15:00Z"),
            link: "/account".to_owned(),
        }),
        other => panic!("no sample {other}"),
    }
}

fn pay() -> PayInstruction {
    PayInstruction { reference: "HP-4812-7739-0265".to_owned(), link: Some("/betalen/4F7Q".to_owned()) }
}

fn step(kind: SumKind, amount: i64) -> SumStep {
    SumStep { kind, amount: cents(amount) }
}

fn mandate() -> MandateReference {
    MandateReference::parse("HP481277390265-01").unwrap()
}

fn iban() -> Iban {
    Iban::parse("NL39RABO0300065264").unwrap()
}

fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn day(day: &str) -> Date {
    day.parse().unwrap()
}

pub fn at(at: &str) -> Instant {
    at.parse().unwrap()
}

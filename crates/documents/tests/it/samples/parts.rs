//! Parts that several sample letters share.

use documents::content::{HandedOver, OwnShare, WorkNote, WorkSupplier};

use super::*;

pub(super) fn insured(index: usize) -> InsuredDevice {
    let models = [
        (DeviceKind::Phone, "Apple iPhone 15 Pro 256 GB"),
        (DeviceKind::Tablet, "Samsung Galaxy Tab S9 FE"),
        (DeviceKind::Laptop, "Lenovo ThinkPad X1 Carbon (12e generatie), Core Ultra 7, 32 GB"),
    ];
    let (kind, model) = models[index % 3];
    InsuredDevice {
        kind,
        model: model.to_owned(),
        imei: (index % 3 != 2).then(|| Imei::parse("490154203237518").unwrap()),
        serial: (index % 3 != 1).then(|| SerialNumber::parse("F2LX94K1HG7J").unwrap()),
        bought: Some(day("2026-11-18")),
        purchase_value: cents(89_900 + 5000 * i64::try_from(index).unwrap()),
        excess: cents(5000),
    }
}

pub(super) fn decided(language: Language, outcome: Outcome, steps: Vec<SumStep>) -> Content {
    let refused = outcome == Outcome::Refused;
    let clause = |rule: &str, article: &str, nl: &str, en: &str, fr: &str| DecisionClause {
        text: match language {
            Language::Nl => nl,
            Language::En => en,
            Language::Fr => fr,
        }
        .to_owned(),
        rule: rule.to_owned(),
        article: Some(article.to_owned()),
    };
    let clauses = if refused {
        vec![clause(
            "NL-EXCL-13",
            "PTC-NL-XC-2021-1, 7.13",
            "U had het toestel zonder toezicht achtergelaten in een openbare ruimte. Het lag niet in een afgesloten kast of ruimte. Zo’n schade is uitgesloten.",
            "You had left the device unattended in a public room. It was not in a locked cupboard or room. Such damage is excluded.",
            "Vous aviez laissé l’appareil sans surveillance dans un lieu public. Il n’était pas dans une armoire ou une pièce fermée à clé. Un tel dommage est exclu.",
        )]
    } else {
        vec![
            clause(
                "NL-COV-01",
                "PTC-NL-XC-2021-1, 5.1",
                "Uw telefoon is gevallen. Dat is ongevalschade: plotseling en van buitenaf. Daarvoor bent u verzekerd.",
                "Your phone fell. That is accident damage: sudden and from outside. You are insured for it.",
                "Votre téléphone est tombé. C’est un dommage accidentel : soudain et venu de l’extérieur. Vous êtes assuré pour cela.",
            ),
            clause(
                "NL-COV-03",
                "PTC-NL-XC-2021-1, 5.3",
                "Per schade geldt een eigen risico. Dat staat op uw polisblad.",
                "An excess applies to each claim. It is on your policy schedule.",
                "Une franchise s’applique à chaque sinistre. Elle figure dans vos conditions particulières.",
            ),
        ]
    };
    Content::ClaimDecided(Box::new(ClaimDecided {
        cause: ClaimCause::AccidentDamage,
        happened_at: at("2026-11-19T17:30:00Z"),
        items: vec![DecidedItem { device: phone(), outcome, clauses, steps }],
        conditions: "PTC-NL-XC-2021-1".to_owned(),
        may_end_within: Term::Months(1),
        link: Some("/schade/HC".to_owned()),
    }))
}

pub(super) fn change(conditions: Option<String>, leave_by: Option<Date>) -> ChangeAnnounced {
    ChangeAnnounced {
        plan: "Xandocare Plus".to_owned(),
        reason: "Repairs have become 6 % more expensive.".to_owned(),
        before: cents(995),
        after: cents(1095),
        frequency: Frequency::Monthly,
        from: day("2027-03-01"),
        conditions,
        leave_by,
        link: Some("/my/policies/HP/cancel?way=adverse-change".to_owned()),
    }
}

pub(super) fn phone() -> DeviceLine {
    DeviceLine {
        model: "Apple iPhone 15 Pro 256 GB".to_owned(),
        imei: Some(Imei::parse("490154203237518").unwrap()),
        serial: None,
    }
}

pub(super) fn premium() -> Premium {
    Premium {
        gross: cents(995),
        tax: cents(173),
        tax_rate: "0.21".parse().unwrap(),
        frequency: Frequency::Monthly,
    }
}

pub(super) fn refund() -> Refund {
    Refund { amount: cents(995), iban: Some(iban()), by: day("2026-12-20") }
}

pub(super) fn owed() -> Vec<Owed> {
    vec![
        Owed { due: day("2026-09-20"), amount: cents(995) },
        Owed { due: day("2026-10-20"), amount: cents(995) },
    ]
}

pub(super) fn work(is_owed: bool, replaced: bool) -> WorkNote {
    WorkNote {
        replaced,
        device: phone(),
        supplier: WorkSupplier {
            name: "Reparatiecentrum De Schroef".to_owned(),
            address: vec!["Kade 12".to_owned(), "3011 AB Rotterdam".to_owned()],
            phone: "+31 10 000 00 01".to_owned(),
        },
        own_share: is_owed.then(|| OwnShare {
            amount: cents(5000),
            by: day("2026-12-04"),
            pay: PayInstruction { reference: "HC-4812-7739-0265".to_owned(), link: None },
        }),
        old_device_by: (is_owed && replaced).then(|| day("2026-12-04")),
        handed_over: None,
        link: Some("/schade/HC".to_owned()),
    }
}

pub(super) fn handed_over(is_kept: bool) -> WorkNote {
    let handed_over = HandedOver { on: day("2026-11-20"), deny_by: day("2026-11-27") };
    WorkNote { handed_over: Some(handed_over), ..work(is_kept, is_kept) }
}

pub fn policy(language: Language, devices: usize) -> PolicyIssued {
    let (title, text) = match language {
        Language::Nl => (
            "Hoes en screenprotector",
            "U gebruikt altijd een goedgekeurde hoes en screenprotector. Val- en stootschade is alleen verzekerd als u \
             kunt laten zien dat ze op dat moment op het toestel zaten.",
        ),
        Language::En => (
            "Case and screen protector",
            "You always use an approved case and screen protector. Drop and bump damage is insured only if you can show \
             that they were on the device at that moment.",
        ),
        Language::Fr => (
            "Coque et protection d’écran",
            "Vous utilisez toujours une coque et une protection d’écran approuvées. Les chutes et chocs sont assurés \
             seulement si vous pouvez montrer qu’elles étaient sur l’appareil à ce moment.",
        ),
    };
    PolicyIssued {
        issue: 1,
        valid_from: day("2026-11-20"),
        plan: "Xandocare Plus Protect".to_owned(),
        consumer: devices == 1,
        covers: vec![
            Cover { kind: CoverKind::AccidentDamage, included: true },
            Cover { kind: CoverKind::Defect, included: true },
            Cover { kind: CoverKind::Theft, included: devices == 1 },
            Cover { kind: CoverKind::CaseAndShield, included: true },
        ],
        devices: (0..devices).map(insured).collect(),
        premium: Premium {
            gross: cents(995),
            tax: cents(173),
            tax_rate: "0.21".parse().unwrap(),
            frequency: Frequency::Monthly,
        },
        due_day: Some(20),
        payment: PaymentMethod::DirectDebit { iban: iban(), mandate: mandate() },
        starts: at("2026-11-20T10:14:00Z"),
        expires: Some(day("2027-11-20")),
        renewal: Some(Term::Months(1)),
        minimum: Some((Term::Months(12), day("2027-11-19"))),
        end_date: Some(day("2031-11-19")),
        conditions: "PTC-NL-XC-2021-1".to_owned(),
        ipid: Some("IPID-NL-XC-2021-1".to_owned()),
        clauses: vec![Clause {
            title: title.to_owned(),
            text: text.to_owned(),
            rule: Some("NL-COV-06".to_owned()),
        }],
        report_within: Term::Days(14),
        withdraw_by: Some(day("2026-12-04")),
    }
}

//! The customer's pages with sample data.

use super::{Sample, at, day, euros, html, pairs};
use crate::form::Filled;
use crate::part::{
    Answered, Badge, Clause, Cover, CoverPart, Crumb, Fields, Kind, Notice, RuleChip, Timeline, Tone, Trail,
    TrailStep, Upload,
};
use crate::portal::{
    AppliedPage, ApplyPage, Asked, AskedKind, BegunRow, ClaimPage, ClaimRow, ClaimsPage, ConfirmPage,
    ConfirmedPage, InsuredDevice, MyPage, Payout, PolicyCard, PolicyPage, PremiumRow, QuestionPage, ToDo,
    WhichDevicePage,
};
use crate::{Page, Words};

const NOOR: Option<&str> = Some("Noor van Dijk");

pub(super) const SAMPLES: &[Sample] = &[
    Sample { name: "apply", path: "/apply", who: None, make: |page| apply(page, false) },
    Sample { name: "apply-faults", path: "/apply", who: None, make: |page| apply(page, true) },
    Sample { name: "applied", path: "/apply", who: None, make: applied },
    Sample { name: "confirm", path: "/confirm", who: None, make: confirm },
    Sample { name: "confirmed", path: "/confirm", who: None, make: |page| confirmed(page, true) },
    Sample { name: "confirmed-check", path: "/confirm", who: None, make: |page| confirmed(page, false) },
    Sample { name: "my", path: "/my", who: NOOR, make: overview },
    Sample {
        name: "my-empty",
        path: "/my",
        who: NOOR,
        make: |page| html(&MyPage::new(page, "Noor".into(), Vec::new(), Vec::new(), Vec::new())),
    },
    Sample { name: "my-policy", path: "/my/policies/x", who: NOOR, make: policy },
    Sample {
        name: "my-claims",
        path: "/my/claims",
        who: NOOR,
        make: |page| html(&ClaimsPage::new(page, vec![claim_row()], vec![begun_row()])),
    },
    Sample {
        name: "my-claims-empty",
        path: "/my/claims",
        who: NOOR,
        make: |page| html(&ClaimsPage::new(page, Vec::new(), Vec::new())),
    },
    Sample { name: "which-device", path: "/my/claims/new", who: NOOR, make: which },
    Sample {
        name: "question-yes-no",
        path: "/my/claims/x",
        who: NOOR,
        make: |page| question(page, AskedKind::YesNo, false),
    },
    Sample {
        name: "question-one-of",
        path: "/my/claims/x",
        who: NOOR,
        make: |page| question(page, causes(), true),
    },
    Sample {
        name: "question-moment",
        path: "/my/claims/x",
        who: NOOR,
        make: |page| question(page, AskedKind::Moment, true),
    },
    Sample {
        name: "question-money",
        path: "/my/claims/x",
        who: NOOR,
        make: |page| question(page, AskedKind::Money, false),
    },
    Sample {
        name: "question-words",
        path: "/my/claims/x",
        who: NOOR,
        make: |page| question(page, AskedKind::Words, false),
    },
    Sample {
        name: "question-files",
        path: "/my/claims/x",
        who: NOOR,
        make: |page| question(page, AskedKind::Files, false),
    },
    Sample { name: "my-claim", path: "/my/claims/x", who: NOOR, make: |page| claim(page, false) },
    Sample { name: "my-claim-decided", path: "/my/claims/x", who: NOOR, make: |page| claim(page, true) },
];

fn apply(page: Page, faults: bool) -> String {
    let words = page.words();
    let mut filled = Filled::new(pairs(&[("plan", "plus")]));
    if faults {
        for (name, value) in
            [("imei", "35693803564380"), ("email", "noor@"), ("first_name", "Noor"), ("user", "family")]
        {
            filled.set(name, value);
        }
        filled.wrong("imei", words.t("form-imei-wrong"));
        filled.wrong("proof", words.t("form-file-missing"));
        filled.wrong("born", words.t("apply-underage"));
        filled.wrong("email", words.t("form-email-wrong"));
        filled.wrong("mandate", words.t("apply-must-agree"));
    }
    html(&ApplyPage::new(page, &filled, &super::house::offers(), "c0ffee".into()))
}

fn applied(page: Page) -> String {
    html(&AppliedPage { page, email: "noor@example.com".into(), typed: Vec::new() })
}

fn confirm(page: Page) -> String {
    let (device, plan) = ("Fairphone 5".into(), page.t("plan-plus"));
    let price = Some((euros(995), euros(4_500)));
    html(&ConfirmPage { page, action: "/confirm/x".into(), device, plan, price })
}

fn confirmed(page: Page, covered: bool) -> String {
    html(&ConfirmedPage {
        page,
        number: "HX-4821-0937-55".into(),
        device: "Fairphone 5".into(),
        covered_from: covered.then(|| at("2026-11-21T09:30:00Z")),
        covered_until: at("2026-12-05T23:00:00Z"),
        may_open_account: covered,
    })
}

fn cover_badge(words: Words, tone: Tone, key: &str) -> Badge {
    Badge::new(tone, words.t(key))
}

fn begun_row() -> BegunRow {
    BegunRow {
        href: "/my/claims/new/x".into(),
        device: "Fairphone 5".into(),
        changed: at("2026-11-18T13:05:00Z"),
        kept_until: day("2026-12-18"),
    }
}

fn claim_row() -> ClaimRow {
    ClaimRow {
        href: "/my/claims/x".into(),
        title: "Fairphone 5 – scherm gebarsten".into(),
        number: "HS-7714-2093-18".into(),
        reported: day("2026-11-19"),
        status: Badge::new(Tone::Info, "in behandeling"),
    }
}

fn overview(page: Page) -> String {
    let words = page.words();
    let card = |device: &str, kind, number: &str, cover, report: bool| PolicyCard {
        href: "/my/policies/x".into(),
        device: device.into(),
        kind,
        plan: words.t("plan-plus"),
        number: number.into(),
        cover,
        next: format!("{} · {}", words.money(&euros(625)), words.date(&day("2026-12-01"))),
        withdraw: None,
        report: report.then(|| "/my/claims/new/x".into()),
    };
    let policies = vec![
        card("Fairphone 5", "phone", "HX-4821-0937-55", cover_badge(words, Tone::Good, "cover-on"), true),
        card(
            "MacBook Air 13″",
            "laptop",
            "HX-1180-4426-09",
            cover_badge(words, Tone::Warn, "cover-provisional"),
            true,
        ),
        card("iPad 10", "tablet", "HX-9034-1187-72", cover_badge(words, Tone::Bad, "cover-off"), false),
    ];
    let to_do = vec![ToDo {
        href: "/my/claims/x".into(),
        title: words.t("claim-wanted"),
        text: words.instant(&at("2026-11-22T13:05:00Z")),
    }];
    html(&MyPage::new(page, "Noor".into(), policies, vec![claim_row()], to_do))
}

/// Provisional, on, a gap, on again; with `linked` rules as the desk sees them.
pub(super) fn timeline(words: Words, linked: bool) -> Timeline {
    let part = |from: &str, to: Option<&str>, cover, reason: &str, rule: &str| CoverPart {
        from: at(from),
        to: to.map(at),
        cover,
        reason: reason.into(),
        rule: Some(if linked { RuleChip::linked(rule) } else { RuleChip::plain(rule) }),
    };
    let parts = vec![
        part("2026-01-10T14:12:00Z", Some("2026-01-16T10:30:00Z"), Cover::Provisional, "", "NL-PROV-01"),
        part("2026-01-16T10:30:00Z", Some("2026-04-15T22:00:00Z"), Cover::On, "", "NL-PROV-07"),
        part("2026-04-15T22:00:00Z", Some("2026-05-21T08:00:00Z"), Cover::Off, "", "NL-DUN-04"),
        part("2026-05-21T08:00:00Z", None, Cover::On, "", "NL-DUN-06"),
    ];
    Timeline::new(words, parts, at("2026-11-21T09:30:00Z"))
}

pub(super) fn premiums(words: Words) -> Vec<PremiumRow> {
    let row = |due: &str, tone, key: &str| PremiumRow {
        due: day(due),
        amount: euros(625),
        status: Badge::new(tone, words.t(key)),
    };
    vec![
        row("2026-12-01", Tone::Plain, "cover-today"),
        row("2026-11-01", Tone::Good, "yes"),
        row("2026-10-01", Tone::Good, "yes"),
    ]
}

fn policy(page: Page) -> String {
    let words = page.words();
    html(&PolicyPage {
        crumb: Crumb { href: "/my".into(), text: words.t("nav-overview") },
        device: "Fairphone 5".into(),
        cover: cover_badge(words, Tone::Good, "cover-on"),
        facts: vec![
            (words.t("policy-plan"), words.t("plan-plus")),
            (words.t("list-file"), "HX-4821-0937-55".into()),
            (words.t("apply-price"), words.money(&euros(74_900))),
            (words.t("apply-imei"), "•••• 4380".into()),
        ],
        timeline: timeline(words, false),
        schedule: Some("/my/policies/x/schedule".into()),
        documents: pairs(&[("/conditions", &words.t("nav-conditions"))]),
        report: Some("/my/claims/new/x".into()),
        premiums: PolicyPage::premiums(&page, premiums(words)),
        money: "/my/policies/x/premium".into(),
        awaited: None,
        insurers_change: None,
        stay: None,
        requests: Vec::new(),
        coming: Vec::new(),
        change: Some("/my".into()),
        withdraw: None,
        partner: Some(("/my/policies/x/partner".into(), "Telefoonhuis Rotterdam".into())),
        cancel: Some("/my/policies/x/cancel".into()),
        page,
    })
}

fn which(page: Page) -> String {
    let device = |device: &str, kind| InsuredDevice {
        href: "/my/claims/new/x".into(),
        device: device.into(),
        kind,
        policy: "Xandocare Plus · HX-4821-0937-55".into(),
    };
    html(&WhichDevicePage::new(
        page,
        vec![device("Fairphone 5", "phone"), device("MacBook Air 13″", "laptop")],
    ))
}

fn causes() -> AskedKind {
    AskedKind::OneOf(pairs(&[
        ("fall", "Gevallen"),
        ("liquid", "Vloeistof"),
        ("theft", "Gestolen"),
        ("none", "Zomaar stuk"),
    ]))
}

fn question(page: Page, kind: AskedKind, fault: bool) -> String {
    let mut filled = Filled::default();
    if fault {
        filled.wrong("event", page.t("form-choose"));
    }
    let asked = Asked {
        fact: "event".into(),
        question: "Wat is er gebeurd?".into(),
        help: "Een schatting is genoeg.".into(),
        kind,
        may_be_unknown: true,
    };
    let before = vec![
        ("Wat is er stuk?".into(), "Het scherm".into(), "/my/claims/x/1".into()),
        ("Doet het toestel het nog?".into(), page.t("yes"), "/my/claims/x/2".into()),
    ];
    let place = ("/my/claims/x/answer".into(), "c0ffee".into(), "Fairphone 5".into());
    html(&QuestionPage::new(page, place, &asked, &filled, before, 8))
}

pub(super) fn clause(words: Words, rule: RuleChip, answered: Answered) -> Clause {
    Clause {
        rule,
        title: words.t("covers-accident"),
        answered,
        answer: words.t("yes"),
        reason: String::new(),
    }
}

pub(super) fn payout() -> Payout {
    Payout {
        lines: vec![("Reparatie scherm".into(), euros(18_900)), ("Eigen risico".into(), euros(-2_500))],
        total: euros(16_400),
    }
}

fn claim(page: Page, decided: bool) -> String {
    let words = page.words();
    let filled = Filled::default();
    let step = |class, when: &str, key: &str| TrailStep {
        class,
        when: if when.is_empty() { String::new() } else { words.moment(&at(when)) },
        title: words.t(key),
        text: String::new(),
    };
    let file =
        |label: String| Upload { label, ..Fields { words, area: "claim", filled: &filled }.uploads("files") };
    html(&ClaimPage {
        work: None,
        crumb: Crumb { href: "/my/claims".into(), text: words.t("nav-claims") },
        title: "Fairphone 5 – scherm gebarsten".into(),
        number: "HS-7714-2093-18".into(),
        status: if decided {
            Badge::new(Tone::Good, words.t("done-decided"))
        } else {
            Badge::new(Tone::Warn, words.t("my-to-do"))
        },
        message: decided
            .then(|| Notice::new(Tone::Good, words.t("done-decided")).text(words.t("how-repair-text"))),
        wanted: (!decided).then(|| (at("2026-11-22T13:05:00Z"), vec![file("Foto van het scherm".into())])),
        questions: (!decided).then(|| "/my/claims/x/answer".into()),
        action: "/my/claims/x/papers".into(),
        command: "c0ffee".into(),
        trail: Trail {
            steps: vec![
                step("done", "2026-11-19T13:05:00Z", "claim-sent-title"),
                step(if decided { "done" } else { "now" }, "2026-11-20T09:00:00Z", "claim-wanted"),
                step(if decided { "now" } else { "next" }, "", "how-decide"),
            ],
        },
        clauses: if decided {
            vec![clause(words, RuleChip::plain("NL-COV-01"), Answered::Yes)]
        } else {
            Vec::new()
        },
        payout: decided.then(payout),
        told: pairs(&[("Wat is er stuk?", "Het scherm"), ("Wat is er gebeurd?", "Gevallen")]),
        aids: Vec::new(),
        papers: vec!["scherm.jpg".into()],
        objections: Vec::new(),
        object: decided.then(|| {
            let field = Fields { words, area: "claim", filled: &filled }.field("objection", Kind::Long);
            let follows = words.with("claim-object-text", "term", words.term(&kernel::Term::WorkingDays(15)));
            ("/my/claims/x/objection".into(), "c0ffee".into(), field, follows)
        }),
        page,
    })
}

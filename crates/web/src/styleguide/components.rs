//! The components in their states, and the pages around them: signing in, errors.

use askama::Template;

use super::{Sample, at, html, portal};
use crate::account::{ForgotPage, LinkOldPage, PasswordPage, SignInPage};
use crate::form::Filled;
use crate::part::{
    Answered, Badge, Cell, Choice, Clause, Empty, Field, Fields, Kind, List, Notice, Pages, RuleChip, Steps,
    Style, Summary, Timeline, Tone, Trail, TrailStep, Upload,
};
use crate::{Failure, Page};

pub(super) const SAMPLES: &[Sample] = &[
    Sample { name: "components", path: "/styleguide/components", who: None, make: components },
    Sample { name: "sign-in", path: "/sign-in", who: None, make: sign_in },
    Sample {
        name: "forgot",
        path: "/forgot",
        who: None,
        make: |page| html(&ForgotPage::new(page, &Filled::default(), true)),
    },
    Sample { name: "password", path: "/password", who: None, make: password },
    Sample {
        name: "link-old",
        path: "/link",
        who: None,
        make: |page| html(&LinkOldPage { page, href: "/forgot".into() }),
    },
    Sample { name: "error-not-found", path: "/x", who: None, make: |page| failure(page, &Failure::NotFound) },
    Sample {
        name: "error-not-allowed",
        path: "/x",
        who: None,
        make: |page| failure(page, &Failure::NotAllowed),
    },
    Sample {
        name: "error-stale-form",
        path: "/x",
        who: None,
        make: |page| failure(page, &Failure::StaleForm),
    },
    Sample {
        name: "error-malformed",
        path: "/x",
        who: None,
        make: |page| failure(page, &Failure::Malformed),
    },
    Sample {
        name: "error-too-large",
        path: "/x",
        who: None,
        make: |page| failure(page, &Failure::TooLarge { megabytes: 26 }),
    },
    Sample {
        name: "error-too-many",
        path: "/x",
        who: None,
        make: |page| failure(page, &Failure::TooMany { after_seconds: 90 }),
    },
    Sample { name: "error-conflict", path: "/x", who: None, make: |page| failure(page, &Failure::Conflict) },
    Sample {
        name: "error-unavailable",
        path: "/x",
        who: None,
        make: |page| failure(page, &Failure::Unavailable),
    },
    Sample {
        name: "error-fault",
        path: "/x",
        who: None,
        make: |page| failure(page, &Failure::Fault { what: "sample".into() }),
    },
];

fn failure(page: Page, failure: &Failure) -> String {
    failure.html(page, "7F3A2B91C0").expect("the page of a failure can be written")
}

fn sign_in(page: Page) -> String {
    let mut filled = Filled::new(vec![("email".into(), "noor@example.com".into())]);
    filled.wrong("password", page.t("sign-in-wrong"));
    html(&SignInPage::new(page, &filled, true))
}

fn password(page: Page) -> String {
    let mut filled = Filled::default();
    filled.wrong("new", page.t("password-short"));
    filled.wrong("again", page.t("password-differs"));
    html(&PasswordPage::new(page, &filled, "/password/x".into(), "noor@example.com".into()))
}

#[derive(Template)]
#[template(path = "styleguide/components.html")]
struct ComponentsPage {
    page: Page,
    notices: Vec<Notice>,
    badges: Vec<Badge>,
    chip: RuleChip,
    plain_chip: RuleChip,
    steps: Steps,
    summary: Summary,
    fields: Vec<Field>,
    choices: Vec<Choice>,
    upload: Upload,
    timeline: Timeline,
    clauses: Vec<Clause>,
    list: List,
    pages: Pages,
    empty: Empty,
    trail: Trail,
}

fn components(page: Page) -> String {
    let words = page.words();
    let mut filled = Filled::new(vec![("email".into(), "noor@".into()), ("user".into(), "family".into())]);
    filled.wrong("email", words.t("form-email-wrong"));
    filled.wrong("device", words.t("form-choose"));
    filled.wrong("proof", words.t("form-file-kind"));
    let f = Fields { words, area: "apply", filled: &filled };
    let clause = |rule: &str, answered| Clause {
        rule: RuleChip::linked(rule),
        title: "Accident damage".into(),
        answered,
        answer: "Applies.".into(),
        reason: "The screen cracked in a fall.".into(),
    };
    let step = |class, title: &str| TrailStep {
        class,
        when: words.moment(&at("2026-11-20T10:00:00Z")),
        title: title.into(),
        text: "More about it.".into(),
    };
    html(&ComponentsPage {
        notices: [Tone::Info, Tone::Good, Tone::Warn, Tone::Bad]
            .map(|tone| Notice::new(tone, "A message").text("With something more to say about it."))
            .to_vec(),
        badges: [Tone::Plain, Tone::Info, Tone::Good, Tone::Warn, Tone::Bad]
            .map(|tone| Badge::new(tone, format!("{tone:?}")))
            .to_vec(),
        chip: RuleChip::linked("NL-DUN-04"),
        plain_chip: RuleChip::plain("NL-COV-01"),
        steps: Steps::new("Steps".into(), ["Plan", "Device", "You", "Check"].map(Into::into).to_vec(), 1),
        summary: Summary::new(words, filled.faults()),
        fields: vec![
            f.text("first_name"),
            f.field("email", Kind::Email),
            f.field("bought", Kind::Date),
            f.field("price", Kind::Money),
            f.field("imei", Kind::Digits)
                .optional(words)
                .aid(words.t("imei-where"), vec![words.t("imei-dial"), words.t("imei-back")]),
        ],
        choices: vec![
            f.choice("device", &["phone", "tablet", "laptop"]).style(Style::Pills),
            f.choice("user", &["me", "family", "staff"]),
            f.choice("user", &["me", "family", "staff"]).style(Style::Select),
            f.tick("conditions"),
        ],
        upload: f.uploads("proof"),
        timeline: portal::timeline(words, true),
        clauses: vec![
            clause("NL-COV-01", Answered::Yes),
            clause("NL-EXCL-02", Answered::No),
            clause("NL-EXCL-15", Answered::Unknown),
            clause("NL-EXCL-23", Answered::Excludes),
        ],
        list: List::new(
            "Sample",
            &["Number", "Status", "Amount"].map(str::to_owned),
            vec![
                vec![
                    Cell::Link { href: "/x".into(), text: "HX-1234".into(), below: "Noor".into() },
                    Cell::Badge(Badge::new(Tone::Good, "Paid")),
                    Cell::Figure("€12.34".into()),
                ],
                vec![
                    Cell::link("/y", "HX-5678"),
                    Cell::Badge(Badge::new(Tone::Warn, "Waiting")),
                    Cell::Figure("€1,212.34".into()),
                ],
            ],
            Empty::new("Nothing", ""),
        ),
        pages: Pages {
            label: "51–100 / 312".into(),
            back: Some(("/x".into(), words.t("page-back"))),
            on: Some(("/y".into(), words.t("page-on"))),
        },
        empty: Empty::new("Nothing here", "That is good news.").action("/x", "Go on"),
        trail: Trail {
            steps: vec![step("done", "Reported"), step("now", "Being looked at"), step("next", "Decided")],
        },
        page,
    })
}

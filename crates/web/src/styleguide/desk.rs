//! The desk's pages with sample data.

use super::portal::{clause, payout, premiums, timeline};
use super::{Sample, at, day, euros, html, pairs};
use crate::Page;
use crate::desk::{After, ClaimDecision, Deciding, Decision};
use crate::desk::{
    ApplicationPage, ApprovalsPage, Balance, Batch, Check, ClaimPage, CollectionsPage, Countdown, DueRow,
    EventRow, Evidence, Fact, FileRow, LedgerPage, ListPage, Lists, PaymentRow, PaymentsPage, PolicyPage,
    PostingRow, Proposal, RulePage, StatementRow, StatementsPage, StuckPage, StuckRow, SuspenseItem, Task,
    WorkPage,
};
use crate::form::Filled;
use crate::part::{Answered, Badge, Crumb, Empty, List, Notice, RuleChip, Tone};

const SAM: Option<&str> = Some("Sam Peeters");
const NOW: &str = "2026-11-21T09:30:00Z";

pub(super) const SAMPLES: &[Sample] = &[
    Sample { name: "desk-work", path: "/desk", who: SAM, make: work },
    Sample {
        name: "desk-work-empty",
        path: "/desk",
        who: SAM,
        make: |page| html(&WorkPage::new(page, Vec::new(), Vec::new(), at(NOW))),
    },
    Sample { name: "desk-applications", path: "/desk/applications", who: SAM, make: list },
    Sample {
        name: "desk-not-found",
        path: "/desk/policies",
        who: SAM,
        make: |page| html(&ListPage::new(page, Lists::Policies, "HX-0".into(), Vec::new(), at(NOW))),
    },
    Sample { name: "desk-application", path: "/desk/applications/x", who: SAM, make: application },
    Sample { name: "desk-policy", path: "/desk/policies/x", who: SAM, make: policy },
    Sample { name: "desk-claim", path: "/desk/claims/x", who: SAM, make: claim },
    Sample { name: "desk-approvals", path: "/desk/approvals", who: SAM, make: approvals },
    Sample { name: "desk-collections", path: "/desk/collections", who: SAM, make: collections },
    Sample { name: "desk-statements", path: "/desk/statements", who: SAM, make: statements },
    Sample { name: "desk-payments", path: "/desk/payments", who: SAM, make: payments },
    Sample { name: "desk-ledger", path: "/desk/ledger", who: SAM, make: ledger },
    Sample { name: "desk-stuck", path: "/desk/stuck", who: SAM, make: stuck },
    Sample { name: "desk-rule", path: "/desk/rules/NL-DUN-03", who: SAM, make: rule },
];

fn crumb(page: &Page, list: &str) -> Crumb {
    Crumb { href: format!("/desk/{list}"), text: page.t(&format!("desk-nav-{list}")) }
}

fn work(page: Page) -> String {
    let task = |title: &str, about: &str, due: Option<&str>, rule: &str, owner: &str| Task {
        href: "/desk/claims/x".into(),
        title: title.into(),
        about: about.into(),
        owner: owner.into(),
        due: due.map(at),
        rule: Some(rule.into()),
    };
    let tasks = vec![
        task(
            "Decide on application",
            "HX-1180-4426-09 · Noor van Dijk",
            Some("2026-11-20T23:00:00Z"),
            "NL-PROV-02",
            "",
        ),
        task(
            "Look at new evidence",
            "HS-7714-2093-18 · Fairphone 5",
            Some("2026-11-22T08:00:00Z"),
            "NL-CLAIM-04",
            "Sam Peeters",
        ),
        task(
            "Place € 6,25 without a policy number",
            "camt.053 20 Nov",
            Some("2026-11-27T16:00:00Z"),
            "MONEY-02",
            "",
        ),
        task("Call back about cancellation", "HX-9034-1187-72", None, "FAQ-18", "Lotte Maes"),
    ];
    let tab = |name: &str, chosen| (format!("/desk?list={name}"), page.t(name), chosen);
    let tabs = vec![
        tab("all", true),
        tab("desk-nav-applications", false),
        tab("desk-nav-claims", false),
        tab("desk-nav-money", false),
    ];
    html(&WorkPage::new(page, tabs, tasks, at(NOW)))
}

fn list(page: Page) -> String {
    let file = |number: &str, name: &str, about: &str, tone, due: &str| FileRow {
        href: "/desk/applications/x".into(),
        number: number.into(),
        name: name.into(),
        about: about.into(),
        status: Badge::new(tone, page.t("cover-provisional")),
        since: at("2026-11-12T14:12:00Z"),
        due: Some(at(due)),
    };
    let files = vec![
        file(
            "HX-1180-4426-09",
            "Noor van Dijk",
            "MacBook Air 13″ · Plus",
            Tone::Warn,
            "2026-11-22T23:00:00Z",
        ),
        file("HX-2031-7745-60", "Joris de Wit", "Galaxy S24 · Xandocare", Tone::Warn, "2026-12-01T23:00:00Z"),
    ];
    html(&ListPage::new(page, Lists::Applications, String::new(), files, at(NOW)))
}

fn application(page: Page) -> String {
    let check = |title: &str, tone, verdict: &str, detail: &str, rule: &str| Check {
        title: title.into(),
        verdict: Badge::new(tone, verdict),
        detail: detail.into(),
        links: Vec::new(),
        rule: RuleChip::linked(rule),
    };
    let mut decision =
        Decision::new(&page, &Filled::default(), "/desk/applications/x".into(), "c0ffee".into(), "7".into());
    decision.blocked = Some(page.t("application-blocked-screening"));
    html(&ApplicationPage {
        crumb: crumb(&page, "applications"),
        number: "HX-1180-4426-09".into(),
        name: "Noor van Dijk".into(),
        status: Badge::new(Tone::Warn, page.t("cover-provisional")),
        countdown: Some(Countdown { days_left: 4, days: 14, ends: at("2026-11-25T23:00:00Z") }),
        message: Some(Notice::new(Tone::Info, "Question sent on 18 Nov").text("Which colour is the device?")),
        person: pairs(&[
            ("Name", "Noor van Dijk"),
            ("Born", "3 Mar 1991"),
            ("Address", "Witte de Withstraat 12, 3012 BP Rotterdam"),
            ("Phone", "+31 6 1234 5678"),
            ("E-mail", "noor@example.com"),
        ]),
        device: pairs(&[
            ("Device", "MacBook Air 13″"),
            ("Serial number", "C02ZX0ABCDEF"),
            ("Bought", "1 Nov 2026"),
            ("Purchase value", "€1,129.00"),
            ("Warranty until", "1 Nov 2028"),
        ]),
        offer: pairs(&[("Plan", "Xandocare Plus"), ("Premium", "€9.95 a month"), ("Excess", "€50.00")]),
        proof: Some(("/desk/files/x".into(), "bon.pdf".into())),
        checks: vec![
            check("Sanctions", Tone::Warn, "to be judged", "One name is alike.", "BE-SANC-01"),
            check("Known to us", Tone::Good, "nothing found", "", "PRIV-02"),
            check("Kind of device", Tone::Good, "may be insured", "", "AMB-46"),
        ],
        policy: Some(("/desk/policies/x".into(), page.t("application-as-policy"))),
        decision: Some(decision),
        page,
    })
}

fn policy(page: Page) -> String {
    let words = page.words();
    let event = |effective: &str, recorded: &str, what: &str, actor: &str, rule: &str| EventRow {
        effective: at(effective),
        recorded: at(recorded),
        what: what.into(),
        actor: actor.into(),
        rule: Some(rule.into()),
        correct: None,
    };
    html(&PolicyPage {
        crumb: crumb(&page, "policies"),
        number: "HX-4821-0937-55".into(),
        name: "Noor van Dijk".into(),
        cover: Badge::new(Tone::Good, words.t("cover-on")),
        facts: pairs(&[
            ("Plan", "Xandocare Plus"),
            ("Wording", "2021-1 r3"),
            ("Premium", "€6.25 a month"),
            ("Excess", "€25.00"),
        ]),
        holder: pairs(&[
            ("Name", "Noor van Dijk"),
            ("Address", "Witte de Withstraat 12, 3012 BP Rotterdam"),
            ("Reached by", "e-mail"),
        ]),
        items: vec![pairs(&[
            ("Device", "Fairphone 5"),
            ("IMEI", "356938035643809"),
            ("Purchase value", "€749.00"),
        ])],
        timeline: timeline(words, true),
        known_at: "2026-11-21T09:30".into(),
        action: "/desk/policies/x".into(),
        proof: "/desk/policies/x/cover".into(),
        changes: List::new("", &[], Vec::new(), Empty::new(page.t("change-none"), "")),
        premiums: crate::portal::PolicyPage::premiums(&page, premiums(words)),
        money: Vec::new(),
        acts: vec![("/desk/policies/HP-2048-1121-7/account".into(), page.t("payer-title"))],
        end: Some("/desk/policies/x/end".into()),
        events: PolicyPage::events(
            &page,
            vec![
                event(
                    "2026-05-20T08:00:00Z",
                    "2026-05-20T08:00:00Z",
                    "Arrear paid in full",
                    "machine, bank",
                    "NL-DUN-06",
                ),
                event(
                    "2026-04-01T09:00:00Z",
                    "2026-04-01T09:00:00Z",
                    "Reminder sent",
                    "machine",
                    "NL-DUN-02",
                ),
                event(
                    "2026-01-16T10:30:00Z",
                    "2026-01-16T10:30:00Z",
                    "Accepted",
                    "acceptance, desk",
                    "NL-PROV-07",
                ),
            ],
        ),
        tasks: pairs(&[("/desk/x", "Look at the returned collection")]),
        documents: pairs(&[("/desk/x", "Policy schedule, 16 Jan 2026"), ("/desk/y", "Reminder, 1 Apr 2026")]),
        claims: pairs(&[("/desk/claims/x", "HS-7714-2093-18 · screen cracked")]),
        page,
    })
}

fn claim(page: Page) -> String {
    let words = page.words();
    let fact = |name: &str, value: Option<&str>, source: &str| Fact {
        name: name.into(),
        value: value.map(Into::into),
        source: source.into(),
    };
    let place = ("/desk/claims/x".into(), "c0ffee".into(), "4".into());
    let finding = app::claims::Question {
        fact: "insufficient_care".into(),
        item: None,
        kind: terms::Kind::Bool,
        values: Vec::new(),
        question: "Was too little done against a clearly raised risk?".into(),
        help: None,
        evidence: Vec::new(),
        who: vec![terms::Answerer::Desk],
        is_finding: true,
    };
    let deciding = Deciding {
        asked: vec![finding],
        other: vec![("intent".into(), "Did an insured person do it on purpose?".into())],
        evidence: vec![("photo".into(), "Photo of the damage".into())],
        pay: true,
    };
    let mut decision = ClaimDecision::new(&page, &Filled::default(), place, &deciding);
    decision.needs_approval = true;
    decision.approve = Some(page.with("desk-approve-amount", "amount", page.money(&euros(24_900))));
    decision.refuse = true;
    html(&ClaimPage {
        settled: Vec::new(),
        is_open: true,
        beside: crate::desk::Beside {
            holding: words.t("claims-in-hand-nobody"),
            signs: vec![(
                words.t("claim-sign-repeat-loss"),
                Some(("/desk/claims/x".into(), "HS-1200-4471-09".into())),
            )],
            ..Default::default()
        },
        crumb: crumb(&page, "claims"),
        number: "HS-7714-2093-18".into(),
        title: "Fairphone 5 – screen cracked".into(),
        policy: ("/desk/policies/x".into(), "HX-4821-0937-55 · Noor van Dijk".into()),
        status: Badge::new(Tone::Info, words.t("desk-decide")),
        clocks: vec![Notice::new(Tone::Warn, words.with("desk-clock-answer-by", "at", "25 Nov 2026"))],
        cover: Notice::new(Tone::Good, words.t("cover-on")).text(words.instant(&at("2026-11-18T13:05:00Z"))),
        facts: vec![
            fact("What happened", Some("It fell on a stone floor"), "customer, portal"),
            fact("When", Some("18 Nov 2026, 14:05"), "customer, portal"),
            fact("Affects how it works", Some("yes"), "photo"),
            fact("Approved case in use", None, ""),
        ],
        presumed: vec!["Did an insured person do it on purpose?".into()],
        evidence: vec![
            Evidence {
                href: Some("/desk/files/x".into()),
                name: "scherm.jpg".into(),
                status: Badge::new(Tone::Good, "19 Nov"),
                picture: false,
            },
            Evidence {
                href: None,
                name: words.t("apply-proof"),
                status: Badge::new(Tone::Warn, "22 Nov, 14:05"),
                picture: false,
            },
        ],
        decided: vec![
            clause(words, RuleChip::linked("NL-COV-01"), Answered::Yes),
            clause(words, RuleChip::linked("NL-EXCL-15"), Answered::Unknown),
        ],
        so_far: vec![clause(words, RuleChip::linked("NL-COV-02"), Answered::Yes)],
        open: vec![clause(words, RuleChip::linked("NL-EXCL-04"), Answered::Unknown)],
        amount_waits_for: vec!["What does the repair cost?".into()],
        considered: vec![
            clause(words, RuleChip::linked("NL-EXCL-02"), Answered::No),
            clause(words, RuleChip::linked("NL-EXCL-23"), Answered::No),
        ],
        verdict: Notice::new(Tone::Warn, "One finding is still to be made."),
        narrative: "It fell on a stone floor.".into(),
        payout: Some(payout()),
        payments: None,
        history: PolicyPage::events(&page, Vec::new()),
        decision: Some(decision),
        summary: None,
        after: After::default(),
        page,
    })
}

fn approvals(page: Page) -> String {
    let proposal = |title: &str, amount, action: Option<&str>| Proposal {
        title: title.into(),
        about: ("/desk/claims/x".into(), "HS-7714-2093-18 · Noor van Dijk".into()),
        proposer: "Lotte Maes".into(),
        at: at("2026-11-20T15:10:00Z"),
        amount,
        rules: vec![RuleChip::linked("OFFICE-15")],
        reason: "Screen beyond repair; equivalent product found.".into(),
        action: action.map(Into::into),
        command: "c0ffee".into(),
    };
    let first = proposal("Pay a claim above the limit", Some(euros(74_900)), Some("/desk/approvals/x"));
    html(&ApprovalsPage::new(page, vec![first, proposal("Refuse for insufficient care", None, None)]))
}

fn batch(page: &Page, name: &str, cents: i64, tone: Tone) -> Batch {
    Batch {
        href: "/desk/files/x".into(),
        name: name.into(),
        released: at("2026-10-28T10:02:00Z"),
        by: "Lotte Maes".into(),
        count: 1204,
        total: euros(cents),
        status: Badge::new(tone, page.t("done-sent")),
    }
}

fn collections(page: Page) -> String {
    let row = |on: &str, sequence: &str, count, cents| DueRow {
        on: day(on),
        announced: sequence.into(),
        count,
        total: euros(cents),
    };
    let due = vec![row("2026-12-01", "RCUR", 1187, 742_115), row("2026-12-01", "FRST", 34, 21_250)];
    let batches = vec![batch(&page, "pain.008 2026-11-01", 752_540, Tone::Good)];
    html(&CollectionsPage::new(page, due, batches, "c0ffee".into(), "1".into()))
}

fn statements(page: Page) -> String {
    let statement = StatementRow {
        day: day("2026-11-20"),
        account: "NL•• •••• 4300".into(),
        entries: 412,
        balance: euros(1_204_518),
        status: Badge::new(Tone::Warn, "1"),
    };
    let item = SuspenseItem {
        entry: "e1".into(),
        booked: day("2026-11-20"),
        amount: euros(625),
        party: "N. van Dijk".into(),
        description: "verzekering telefoon".into(),
        guess: "HX-4821-0937-55".into(),
        toward: Vec::new(),
        command: "c0ffee".into(),
        others: vec![("charges".to_owned(), page.t("suspense-what-charges"))],
        back: page.words().with2("suspense-back-text", "name", "N. van Dijk", "account", "NL39 •••• 5264"),
        failed: String::new(),
    };
    html(&StatementsPage::new(page, &Filled::default(), vec![item], vec![statement], "c0ffee".into()))
}

fn payments(page: Page) -> String {
    let row = PaymentRow {
        href: "/desk/claims/x".into(),
        number: "HS-7714-2093-18".into(),
        to: "N. van Dijk".into(),
        why: page.t("payment-kind-benefit"),
        note: page.words().payment_again("AC04"),
        amount: euros(16_400),
        status: Badge::new(Tone::Good, "Sam Peeters"),
        check: String::new(),
    };
    let batches = vec![batch(&page, "pain.001 2026-11-18", 88_900, Tone::Good)];
    html(&PaymentsPage::new(page, vec![row], batches, "c0ffee".into(), "1".into()))
}

fn ledger(page: Page) -> String {
    let balance = |code: &str, name: &str, debit, credit| Balance {
        href: "/desk/ledger/x".into(),
        code: code.into(),
        name: name.into(),
        debit: euros(debit),
        credit: euros(credit),
        balance: euros(debit - credit),
    };
    let balances = vec![
        balance("1100", "Bank", 1_204_518, 88_900),
        balance("1300", "Owed by policyholders", 763_365, 752_540),
        balance("2100", "Insurer", 0, 1_126_443),
    ];
    let posting = PostingRow {
        day: day("2026-11-20"),
        belongs: None,
        account: "1100 Bank".into(),
        about: ("/desk/policies/x".into(), "HX-4821-0937-55".into()),
        amount: euros(625),
    };
    let postings = Some(("1300".to_owned(), vec![posting]));
    html(&LedgerPage::new(page, day("2026-11-20"), balances, postings))
}

fn stuck(page: Page) -> String {
    let row = StuckRow {
        about: ("/desk/policies/x".into(), "HX-9034-1187-72".into()),
        what: "Daily run, premium due".into(),
        since: at("2026-11-20T02:00:00Z"),
        tries: 3,
        why: "stream contract/77: expected event 12, found 13".into(),
        action: Some("/desk/stuck/x".into()),
    };
    html(&StuckPage::new(page, vec![row]))
}

fn rule(page: Page) -> String {
    html(&RulePage::new(page, "NL-DUN-03").expect("the rule book has it"))
}

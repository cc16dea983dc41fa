//! The pages of partners, and the customer's page about them, with sample data.

use app::partner::{Seen, SeenClaim, Stage};
use kernel::{ClaimNumber, Id, PolicyNumber};

use super::{Sample, at, html};
use crate::Page;
use crate::form::Filled;
use crate::part::{Cell, Crumb, Empty, Fields, List, Notice, Style, Summary, Tone};
use crate::partner::{CustomerPage, CustomersPage, facts};
use crate::portal::{SharePage, Shared};

const SHOP: Option<&str> = Some("winkel");

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        name: "partner",
        path: "/partner",
        who: SHOP,
        make: |page| {
            html(&CustomersPage::new(page, &[seen(true), seen(false)], Some("/partner?after=x".into())))
        },
    },
    Sample {
        name: "partner-empty",
        path: "/partner",
        who: SHOP,
        make: |page| html(&CustomersPage::new(page, &[], None)),
    },
    Sample {
        name: "partner-customer",
        path: "/partner/policies/x",
        who: SHOP,
        make: |page| html(&CustomerPage::new(page, &seen(true))),
    },
    Sample {
        name: "partner-customer-look",
        path: "/partner/policies/x",
        who: SHOP,
        make: |page| html(&CustomerPage::new(page, &seen(false))),
    },
    Sample {
        name: "my-share",
        path: "/my/policies/x/partner",
        who: Some("Noor van Dijk"),
        make: |page| share(page, true),
    },
    Sample {
        name: "my-share-none",
        path: "/my/policies/x/partner",
        who: Some("Noor van Dijk"),
        make: |page| share(page, false),
    },
];

fn seen(reports: bool) -> Seen {
    let claim = |number: u64, reported: &str, stage| SeenClaim {
        number: ClaimNumber::from_entropy(number),
        reported_at: at(reported),
        stage,
    };
    let number = PolicyNumber::from_entropy(if reports { 4 } else { 5 });
    let id = Id::from_i64(4).expect("4 is an id");
    Seen {
        contract: id,
        holder: id,
        name: if reports { "Noor van Dijk".into() } else { "A.M. de Vries-van den Heuvel".into() },
        number,
        plan: "plus".into(),
        devices: if reports {
            vec!["Fairphone 5".into(), "iPad mini".into()]
        } else {
            vec!["iPhone 15".into()]
        },
        is_covered: reports,
        reports,
        claims: if reports {
            vec![
                claim(7, "2026-11-19T17:30:00Z", Stage::Papers),
                claim(8, "2026-06-02T09:12:00Z", Stage::Closed),
            ]
        } else {
            Vec::new()
        },
    }
}

fn share(page: Page, with_partner: bool) -> String {
    let words = page.words();
    let partner = "Telefoonhuis Rotterdam";
    let seen = seen(true);
    let mut filled = Filled::default();
    filled.add_value("may".into(), "look".into());
    let f = Fields { words, area: "share", filled: &filled };
    let since = words.moment(&at("2026-11-01T10:02:00Z"));
    let shared = Shared {
        lead: words.with("share-lead", "partner", partner),
        now: Notice::new(Tone::Info, words.with2("share-now-look", "partner", partner, "at", since)),
        summary: Summary::new(words, filled.faults()),
        action: "/my/policies/x/partner".into(),
        command: "c0ffee".into(),
        may: f.choice("may", &["look", "report"]).style(Style::Ticks),
        stop: Some(words.with("share-stop-text", "partner", partner)),
        sees: words.with("share-seen", "partner", partner),
        facts: facts(words, &seen),
        looked: List::new(
            words.with("share-looked", "partner", partner),
            &[words.t("share-looked-at")],
            vec![vec![Cell::text(words.moment(&at("2026-11-20T12:00:00Z")))]],
            Empty::new("", ""),
        )
        .shown(),
    };
    html(&SharePage {
        crumb: Crumb { href: "/my/policies/x".into(), text: seen.number.to_string() },
        title: if with_partner {
            words.with("share-title", "partner", partner)
        } else {
            words.t("share-desk")
        },
        shared: with_partner.then_some(shared),
        none: Empty::new(words.t("share-none"), words.t("share-none-text")),
        page,
    })
}

//! The demo: every main page in order on phone and desktop, and the pictures for the README.

use std::path::{Path, PathBuf};

use browser::{Browser, Harmony, Screen, is_available};

use super::house::PASSWORD;

/// Pages everybody sees.
const PUBLIC: [&str; 10] = [
    "/",
    "/plans",
    "/how-it-works",
    "/faq",
    "/contact",
    "/privacy",
    "/conditions",
    "/apply",
    "/sign-in",
    "/forgot",
];

/// Who signs in, where they begin, the lists they look at, and links of which the first is followed on each list.
const PEOPLE: [(&str, &[&str], &[&str]); 7] = [
    (
        "tom@example.org",
        &["/my", "/my/claims", "/my/claims/new", "/apply"],
        &["/my/policies/", "/my/claims/HC"],
    ),
    ("julie@example.org", &["/my", "/my/claims"], &["/my/policies/", "/my/claims/HC"]),
    (
        "acceptance@harmony.example",
        &[
            "/desk",
            "/desk/applications",
            "/desk/applications/new",
            "/desk/policies",
            "/desk/search?q=pieter@example.org",
        ],
        &["/desk/applications/HP", "/desk/policies/HP"],
    ),
    ("claims@harmony.example", &["/desk", "/desk/claims", "/desk/approvals"], &["/desk/claims/HC"]),
    (
        "finance@harmony.example",
        &["/desk", "/desk/collections", "/desk/statements", "/desk/payments", "/desk/ledger"],
        &["/desk/ledger?as_of"],
    ),
    (
        "product@harmony.example",
        &["/desk/campaigns", "/desk/campaigns/new", "/desk/products"],
        &["/desk/campaigns/new?"],
    ),
    ("operator@harmony.example", &["/desk/stuck"], &["/desk/rules"]),
];

#[test]
fn every_main_page_is_in_order() {
    if !is_available("every_main_page_is_in_order") {
        return;
    }
    let harmony = Harmony::start(&["--demo"]);
    let mut faults = Vec::new();
    for screen in Screen::ALL {
        let mut look = |page: &Browser, path: &str| {
            page.goto(path);
            faults
                .extend(page.faults().into_iter().map(|fault| format!("{} {path}: {fault}", screen.name())));
        };
        let page = Browser::open("demo-public", screen);
        page.goto(&harmony.url("/"));
        for path in PUBLIC {
            look(&page, path);
        }
        for (who, lists, further) in PEOPLE {
            let page = Browser::open(&format!("demo-{}", who.split('@').next().unwrap_or_default()), screen);
            sign_in(&page, &harmony, who);
            for list in lists {
                look(&page, list);
                for begin in further {
                    let links = page.attributes(&format!("main a[href^='{begin}']"), "href");
                    if let Some(link) = links.first().filter(|link| !link.contains("/file")) {
                        look(&page, link);
                        page.goto(list);
                    }
                }
            }
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Pages of one policy: whose it is seen by, where its list is, how its address begins, and what follows on that.
const OF_A_POLICY: [(&str, &str, &str, &[&str]); 3] = [
    (
        "tom@example.org",
        "/my",
        "/my/policies/HP",
        &[
            "",
            "/change",
            "/change/swapped",
            "/change/added",
            "/change/left",
            "/change/plan",
            "/change/person-added",
            "/change/moved",
            "/cancel",
            "/account",
        ],
    ),
    ("sam@example.org", "/my", "/my/policies/HP", &["", "/cancel?way=cooling-off"]),
    (
        "acceptance@harmony.example",
        "/desk/search?q=tom@example.org",
        "/desk/policies/HP",
        &["", "/change", "/requests", "/end", "/cover", "/person", "/account", "/letters"],
    ),
];

#[test]
fn every_page_of_a_policy_is_in_order() {
    if !is_available("every_page_of_a_policy_is_in_order") {
        return;
    }
    let harmony = Harmony::start(&["--demo"]);
    let mut faults = Vec::new();
    for screen in Screen::ALL {
        for (who, list, begin, pages) in OF_A_POLICY {
            let name = who.split('@').next().unwrap_or_default();
            let page = Browser::open(&format!("policy-{name}"), screen);
            sign_in(&page, &harmony, who);
            page.goto(list);
            // An address that one policy has leads to it at once.
            let link = match page.address() {
                here if here.starts_with(begin) => here,
                _ => page.attribute(&format!("main a[href^='{begin}']"), "href"),
            };
            for path in pages {
                page.goto(&format!("{link}{path}"));
                let found = page.faults();
                faults.extend(
                    found.into_iter().map(|fault| format!("{} {who} {path}: {fault}", screen.name())),
                );
                let path: String = path.chars().filter(char::is_ascii_alphabetic).collect();
                page.screenshot(&format!("policy-{name}-{path}-{}", screen.name()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

pub(super) fn sign_in(page: &Browser, harmony: &Harmony, who: &str) {
    page.goto(&harmony.url("/sign-in"));
    page.fill("email", who);
    page.fill("password", PASSWORD);
    page.follow("form[action='/sign-in'] button");
}

/// Height of the pictures of a desktop and of a phone, in CSS pixels.
const WIDE: u32 = 720;
const TALL: u32 = 844;

/// Takes the pictures of the README: `HARMONY_PICTURES=1 cargo test -p browser --test browser pictures`.
#[test]
fn pictures_of_the_readme() {
    if std::env::var_os("HARMONY_PICTURES").is_none() || !is_available("pictures_of_the_readme") {
        return;
    }
    let harmony = Harmony::start(&["--demo"]);
    let page = Browser::open("pictures", Screen::Desktop);
    page.goto(&harmony.url("/"));
    page.picture(&picture("home"), WIDE);

    sign_in(&page, &harmony, "acceptance@harmony.example");
    page.follow(".wide button[value='en']");
    page.goto("/desk/applications");
    visit(&page, "/desk/applications/HP");
    page.picture(&picture("application"), WIDE);

    // An address that one policy has leads to it at once.
    page.goto("/desk/search?q=emma@example.org");
    page.picture(&picture("policy"), WIDE);
    let claims = page.attributes("main a[href^='/desk/claims/HC']", "href");

    page.follow(".wide form[action='/sign-out'] button");
    sign_in(&page, &harmony, "claims@harmony.example");
    page.goto(claims.first().expect("Emma has reported a claim"));
    page.picture(&picture("claim"), WIDE);

    let phone = Browser::open("pictures", Screen::Phone);
    sign_in(&phone, &harmony, "tom@example.org");
    phone.picture(&picture("phone"), TALL);
}

/// Goes to the first file of a list.
fn visit(page: &Browser, begin: &str) {
    let links = page.attributes(&format!("main a[href^='{begin}']"), "href");
    let Some(link) = links.first() else { page.fail(&format!("no link to {begin}")) };
    page.goto(link);
}

fn picture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures").join(format!("{name}.png"))
}

//! What a customer changes alone, on a phone and at a desk: another plan, a device more, cancelling, and withdrawing in the
//! cooling-off period. Every step says what it does before it is done (PORTAL-05, PORTAL-10, PORTAL-11).

use browser::{Browser, Harmony, Screen, Scripts, Setup, is_available};

use super::house::PASSWORD;

fn signed_in(harmony: &Harmony, test: &str, screen: Screen, who: &str) -> Browser {
    let setup = Setup { screen, scripts: Scripts::On, language: "en".to_owned() };
    let page = Browser::open_as(&format!("{test}-{}", screen.name()), &setup);
    page.goto(&harmony.url("/sign-in"));
    page.fill("email", who);
    page.fill("password", PASSWORD);
    page.follow("form[action='/sign-in'] button");
    page.follow("main .card h3 a[href^='/my/policies/']");
    page
}

#[test]
fn a_customer_changes_the_plan_adds_a_device_and_cancels() {
    if !is_available("a_customer_changes_the_plan_adds_a_device_and_cancels") {
        return;
    }
    for screen in Screen::ALL {
        let harmony = Harmony::start(&["--demo"]);
        let page = signed_in(&harmony, "changes", screen, "tom@example.org");
        let looked = |name: &str| {
            page.is_in_order();
            page.screenshot(&format!("changes-{name}-{}", screen.name()));
        };
        looked("policy");
        page.press("Change something");
        looked("list");
        page.press("Other plan");
        page.pick("plan", "plus-protect");
        looked("plan");
        page.press("See what it means");
        page.sees("Other plan: Xandocare Plus Protect");
        page.sees("Counts from");
        page.sees("NL-PREM-05");
        looked("plan-told");
        page.press("Back to the form");
        page.sees("See what it means");
        assert_eq!(page.count("input[name=plan][value=plus-protect]:checked"), 1, "what was chosen stays");
        page.press("See what it means");
        page.press("Confirm");
        page.sees("This is coming");
        page.sees("Xandocare Plus Protect");
        looked("coming");

        page.press("Change something");
        page.press("Add a device");
        page.pick("device", "phone");
        page.fill("model", "Fairphone 6");
        page.fill("imei", "123");
        page.fill("bought", &a_week_ago());
        page.fill("price", "599");
        page.press("See what it means");
        page.sees("needs your attention");
        assert_eq!(page.count("input[name=model][value='Fairphone 6']"), 1, "what was typed stays");
        // The browser writes the answer's status in its log: a form that is wrong says so with it.
        let faults = page.faults().into_iter().filter(|fault| !fault.contains("status of 422"));
        assert_eq!(faults.collect::<Vec<_>>(), [""; 0]);
        page.screenshot(&format!("changes-added-wrong-{}", screen.name()));
        page.fill("imei", "352099001761481");
        page.press("See what it means");
        page.sees("the moment we agree");
        looked("added-told");
        page.press("Send to Harmony");
        page.sees("We are looking at it");
        looked("asked");

        page.press("Cancel this insurance");
        page.sees("Cover ends on");
        page.sees("NL-END-09");
        looked("cancel");
        page.press("Cancel now");
        page.sees("Take the cancellation back");
        looked("cancelled");
    }
}

#[test]
fn a_customer_withdraws_in_the_cooling_off_period_without_hunting() {
    if !is_available("a_customer_withdraws_in_the_cooling_off_period_without_hunting") {
        return;
    }
    for screen in Screen::ALL {
        let harmony = Harmony::start(&["--demo"]);
        let page = signed_in(&harmony, "withdraw", screen, "sam@example.org");
        page.goto("/my");
        page.is_in_order();
        page.press("Withdraw from contract here");
        page.sees("Withdraw from the contract");
        page.sees("NL-END-05");
        page.is_in_order();
        page.screenshot(&format!("withdraw-told-{}", screen.name()));
        page.press("Confirm withdrawal");
        page.sees("Take the cancellation back");
        page.does_not_see("Withdraw from contract here");
        page.is_in_order();
        page.screenshot(&format!("withdraw-done-{}", screen.name()));
    }
}

/// A day a week back, as a field of a date takes it.
#[expect(clippy::disallowed_methods, reason = "the demo ends on the day on which it is served")]
fn a_week_ago() -> String {
    let now = std::time::SystemTime::now();
    let now = kernel::Instant::try_from(now).expect("a clock within the calendar");
    kernel::add_days(kernel::local_date(now, kernel::Country::Nl), -7).to_string()
}

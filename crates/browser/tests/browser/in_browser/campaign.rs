//! A change of premium as people meet it: drawn up and approved at the desk, and a customer on a phone who does not agree.

use std::time::{Duration, Instant};

use browser::{Browser, Harmony, Screen, is_available};

use super::demo::sign_in;

/// How long the run may take to announce it.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn a_campaign_is_announced_and_a_customer_leaves_for_it() {
    let test = "campaign";
    if !is_available(test) {
        return;
    }
    let harmony = Harmony::start(&["--demo", "--now", "2026-11-21T15:00"]);
    let mut faults = Vec::new();
    let mut look = |page: &Browser| {
        let path = page.address();
        // An empty form is answered with 422, on purpose.
        let faulty = page.faults().into_iter().filter(|fault| !fault.contains("status of 422"));
        faults.extend(faulty.map(|fault| format!("{path}: {fault}")));
    };

    let desk = Browser::open(test, Screen::Desktop);
    sign_in(&desk, &harmony, "product@harmony.example");
    desk.goto("/desk/campaigns");
    desk.sees("There are no campaigns yet");
    look(&desk);
    desk.follow(".head a.btn");
    look(&desk);
    desk.follow("main a[href*='product=xandocare']");
    look(&desk);
    desk.follow("main form .acts button");
    desk.sees("Please choose an answer.");
    look(&desk);
    desk.fill("name", "Dearer repairs");
    desk.pick("plan", "plus");
    desk.pick("by", "percent");
    desk.fill("percent_plus", "5");
    desk.fill("from", "2027-01-01");
    desk.fill("reason_nl", "Reparaties zijn duurder geworden.");
    desk.fill("reason_en", "Repairs have become dearer.");
    desk.fill("reason_fr", "Les réparations coûtent plus cher.");
    desk.follow("main form .acts button");
    desk.sees("This is what it would do");
    look(&desk);
    let campaign = desk.address();
    desk.follow("button[value='propose']");
    desk.sees("Waits for approval");

    let manager = Browser::open("campaign-manager", Screen::Desktop);
    sign_in(&manager, &harmony, "manager@harmony.example");
    manager.goto("/desk/approvals");
    manager.sees("Dearer repairs");
    manager.follow(&format!("section:has(a[href='{campaign}']) button[value='approve']"));
    manager.goto(&campaign);
    let begun = Instant::now();
    while manager.count("main a[href*='state=announced']") == 0 {
        assert!(begun.elapsed() < PATIENCE, "nobody is announced anything: {}", manager.visible_text());
        std::thread::sleep(Duration::from_millis(200));
        manager.reload();
    }
    look(&manager);
    manager.follow("main a[href*='state=announced']");
    look(&manager);

    let customer = Browser::open("campaign-customer", Screen::Phone);
    sign_in(&customer, &harmony, "tom@example.org");
    customer.sees("changes on");
    look(&customer);
    customer.follow(".notice a[href^='/my/policies/']");
    customer.sees("Your premium goes from");
    look(&customer);
    customer.follow("a[href$='way=adverse-change']");
    customer.sees("AMB-56");
    look(&customer);
    customer.follow("button[value='adverse-change']");
    customer.sees("We have your cancellation");
    look(&customer);

    manager.goto(&campaign);
    manager.sees("Customer leaves because of it");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

//! How it is made good under the Belgian conditions, for how much, and what the customer must do.

use terms::decide;

use super::{DEFECT, DROP, case, rows};
use crate::support::electronics_be;

/// Beyond repair, and nothing like it to be had.
const MONEY: &str = "repairable = no; equivalent_found = no; current_value = 600.00; handing_over = handed_over; -repair_cost";

/// Beyond repair, but there is one like it (BE-DEF-05).
const ANOTHER: &str = "repairable = no; equivalent_found = yes; equivalent_price = 650.00; -repair_cost";

#[test]
fn how_it_is_made_good_be_cov_03() {
    let money = |more: &str| format!("{MONEY}; {more}");
    let another = |more: &str| format!("{ANOTHER}; {more}");
    rows(&[
        // Money only where neither of the others can be (BE-COV-03).
        ("complete", DROP, ANOTHER, "covered replacement 600.00"),
        ("complete", DROP, &another("equivalent_price = 800.00"), "covered replacement 750.00"),
        ("complete", DROP, MONEY, "covered payment 550.00"),
        (
            "complete",
            DROP,
            &another("equivalent_price = 800.01; current_value = 600.00; handing_over = handed_over"),
            "covered payment 550.00",
        ),
        // Within the most that is insured: the purchase value (BE-COV-07, BE-DEF-01).
        ("complete", DROP, "repair_cost = 800.00", "covered repair 750.00"),
        ("complete", DROP, "repair_cost = 800.01", "facts equivalent_found"),
        (
            "complete",
            DROP,
            "repair_cost = 800.01; equivalent_found = yes; equivalent_price = 650.00",
            "covered replacement 600.00",
        ),
        // The choice between the two is the insurer's.
        (
            "complete",
            DROP,
            "settle_by = another_device; equivalent_found = yes; equivalent_price = 650.00",
            "covered replacement 600.00",
        ),
        ("complete", DROP, "settle_by = another_device; equivalent_found = no", "covered repair 130.00"),
        // BE-CLAIM-06, BE-OBL-06: money against the device, and only money.
        ("complete", DROP, &money("-handing_over"), "facts handing_over"),
        ("complete", DROP, &money("handing_over = will_not"), "not covered BE-CLAIM-06"),
        ("complete", DROP, "handing_over = will_not", "person harm_obligations"),
        ("complete", DROP, "handing_over = will_not; harm_obligations = 180.00", "covered repair 0.00"),
        ("complete", DROP, "-repairable; -repair_cost", "facts repairable"),
        ("complete", DROP, "repairable = no; -repair_cost", "facts equivalent_found"),
        ("complete", DROP, &money("-current_value"), "facts current_value"),
    ]);
}

#[test]
fn arithmetic_be_cov_06_amb_22() {
    let money = |more: &str| format!("{MONEY}; {more}");
    rows(&[
        // max(0, min(current value, insured value) - excess); BE-DEF-02: just before the damage.
        ("complete", DROP, &money("current_value = 900.00"), "covered payment 750.00"),
        ("complete", DROP, &money("current_value = 800.00"), "covered payment 750.00"),
        ("complete", DROP, &money("current_value = 50.00"), "covered payment 0.00"),
        ("complete", DROP, &money("current_value = 50.01"), "covered payment 0.01"),
        ("complete", DROP, &money("current_value = 20.00"), "covered payment 0.00"),
        // BE-COV-02, AMB-21: where none applies nothing comes off. Parts and work are all of it (BE-DEF-10).
        ("complete", DROP, &money("excess = 0"), "covered payment 600.00"),
        ("complete", DROP, "excess = 0", "covered repair 180.00"),
        // The limit before the excess, what others paid before the limit (BE-NOPAY-01).
        (
            "complete",
            DROP,
            &money("current_value = 900.00; recovered_elsewhere = 50.00"),
            "covered payment 750.00",
        ),
    ]);
}

#[test]
fn obligations_go_to_the_harm_test_be_obl_be_claim() {
    const UNMET: [&str; 6] = [
        "no_precautions",
        "not_limited",
        "manual_not_followed",
        "change_not_reported",
        "condition_not_kept",
        "no_help_to_recover",
    ];
    // BE-OBL-01…05, BE-OBL-08
    for unmet in UNMET {
        let with = |harm: &str| format!("obligations_unmet = {unmet}{harm}");
        rows(&[
            ("complete", DROP, &with(""), "person harm_obligations"),
            ("complete", DROP, &with("; harm_obligations = 0"), "covered repair 130.00"),
            ("complete", DROP, &with("; harm_obligations = 40.00"), "covered repair 90.00"),
        ]);
    }
    rows(&[
        ("complete", DROP, "obligations_unmet = ", "covered repair 130.00"),
        // BE-CLAIM-01, AMB-24: noticed Mon 1 June, in time to the end of Mon 15 June in Brussels.
        ("complete", DROP, "reported_at = 2026-06-15T21:59:59Z", "covered repair 130.00"),
        ("complete", DROP, "reported_at = 2026-06-15T22:00:00Z", "person harm_late_report"),
        (
            "complete",
            DROP,
            "reported_at = 2026-06-15T22:00:00Z; harm_late_report = 30.00",
            "covered repair 100.00",
        ),
        // Not when the customer noticed it, but when they should have: a finding.
        (
            "complete",
            DROP,
            "damage_arose_at = 2026-05-12T10:00:00Z; noticeable_at = 2026-05-12T10:00:00Z",
            "person harm_late_report",
        ),
        // GEN-TIME-08: the 14th day is a Sunday, so Monday is in time; 25 May 2026 is Whit Monday too.
        (
            "complete",
            DROP,
            "damage_arose_at = 2026-05-10T10:00:00Z; discovered_at = 2026-05-10T10:00:00Z; \
             reported_at = 2026-05-26T21:59:00Z",
            "covered repair 130.00",
        ),
        (
            "complete",
            DROP,
            "damage_arose_at = 2026-05-10T10:00:00Z; discovered_at = 2026-05-10T10:00:00Z; \
             reported_at = 2026-05-26T22:00:00Z",
            "person harm_late_report",
        ),
        // BE-CLAIM-02, AMB-25
        ("complete", DROP, "evidence_late = yes", "person harm_late_evidence"),
        ("complete", DROP, "evidence_late = yes; harm_late_evidence = 0", "covered repair 130.00"),
        ("complete", DROP, "evidence_late = no", "covered repair 130.00"),
    ]);
}

#[test]
fn each_unmet_obligation_is_named() {
    let of = |changes: &str| {
        let decision = decide(electronics_be(), &case("complete", DROP, changes)).unwrap();
        let broken =
            decision.items[0].decided_by.iter().filter(|clause| clause.kind == terms::ClauseKind::Obligation);
        broken.map(|clause| clause.rule.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(of(""), [""; 0]);
    assert_eq!(of("obligations_unmet = no_help_to_recover; harm_obligations = 0"), ["BE-OBL-08"]);
    assert_eq!(
        of("obligations_unmet = not_limited, no_precautions; harm_obligations = 0"),
        ["BE-OBL-01", "BE-OBL-02"]
    );
    assert_eq!(of("handing_over = will_not; harm_obligations = 0"), ["BE-OBL-06"]);
    // BE-CLAIM-03: without the proof of purchase the claim is decided all the same.
    assert_eq!(of("proof_of_purchase_given = no"), ["BE-CLAIM-03"]);
}

#[test]
fn several_devices_one_excess_amb_60() {
    let two = |changes: &str, per_product: bool| {
        let mut case = case("complete", DROP, changes);
        let mut second = case.items[0].clone();
        second.item = 2;
        case.items.push(second);
        if per_product {
            case.schedule.flags.insert("excess_per_product".to_owned(), true);
        }
        let decision = decide(electronics_be(), &case).unwrap();
        let amount = |item: &terms::ItemDecision| match item.verdict {
            terms::Verdict::Covered { amount, .. } => amount.to_string(),
            _ => "open".to_owned(),
        };
        decision.items.iter().map(amount).collect::<Vec<_>>()
    };
    assert_eq!(two("", false), ["130.00", "180.00"]);
    assert_eq!(two("", true), ["130.00", "130.00"]);
    // What the first cannot bear the next does.
    assert_eq!(two("repair_cost = 30.00", false), ["0.00", "10.00"]);
    assert_eq!(two("repair_cost = 30.00", true), ["0.00", "0.00"]);
}

#[test]
fn the_computer_approves_what_is_simple_and_small() {
    let approves = |story: &str, changes: &str| {
        decide(electronics_be(), &case("complete", story, changes)).unwrap().approvable_by_machine
    };
    assert!(approves(DROP, "repair_cost = 300.00"));
    assert!(!approves(DROP, "repair_cost = 300.01"));
    assert!(!approves(DROP, "cover_at_event = provisional; cover_at_discovery = provisional"));
    assert!(!approves(DEFECT, ""));
    assert!(!approves(DROP, "what_happened = vandalised"));
}

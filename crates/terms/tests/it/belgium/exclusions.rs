//! What the Belgian conditions exclude, and costs they never pay.

use terms::decide;

use super::{DEFECT, DROP, case, rows};
use crate::support::electronics_be;

#[test]
fn what_came_from_where_be_excl_01_to_09() {
    rows(&[
        ("complete", DROP, "circumstances = seized_by_authority", "not covered BE-EXCL-01"),
        ("complete", DROP, "what_happened = repaired_by_others", "not covered BE-COV-04 BE-EXCL-02"),
        ("complete", DROP, "cause_found = earlier_repair", "not covered BE-EXCL-02"),
        ("complete", DEFECT, "cause_found = production_fault", "not covered BE-EXCL-03"),
        // Warranted by the producer or not (BE-EXCL-03); but who has somebody to go to is told so.
        (
            "complete",
            DEFECT,
            "cause_found = production_fault; manufacturer_warranty_ends_on = 2026-12-31",
            "routed manufacturer BE-NOPAY-05",
        ),
        ("complete", DROP, "cause_found = as_stated", "covered repair 130.00"),
        ("complete", DROP, "cause_found = misuse", "not covered BE-EXCL-04"),
        ("complete", DROP, "what_happened = liquid; liquid_how = used_in", "person against_instructions"),
        (
            "complete",
            DROP,
            "what_happened = liquid; liquid_how = used_in; against_instructions = yes",
            "not covered BE-EXCL-04",
        ),
        (
            "complete",
            DROP,
            "what_happened = liquid; liquid_how = used_in; against_instructions = no",
            "covered repair 130.00",
        ),
        ("complete", DROP, "what_happened = liquid; liquid_how = spilled", "covered repair 130.00"),
        ("complete", DROP, "under_influence = yes", "not covered BE-EXCL-05"),
        ("complete", DROP, "under_influence = no", "covered repair 130.00"),
        ("complete", DROP, "criminal_act = yes", "not covered BE-EXCL-06"),
        ("complete", DROP, "criminal_act = no", "covered repair 130.00"),
        ("complete", DROP, "circumstances = servicing", "not covered BE-EXCL-07"),
        ("complete", DROP, "circumstances = slow_damage", "not covered BE-EXCL-08"),
        ("complete", DEFECT, "cause_found = slow_found", "not covered BE-EXCL-08"),
        ("complete", DROP, "circumstances = nature", "not covered BE-EXCL-09"),
        ("complete", DROP, "circumstances = nature, riot", "not covered BE-EXCL-09 BE-EXCL-17"),
        ("complete", DROP, "circumstances = ", "covered repair 130.00"),
    ]);
}

#[test]
fn wear_and_being_left_alone_be_excl_10_11_12_16() {
    const ALONE: &str = "holder = nobody; left_where = public";
    const AT_HOME: &str = "what_happened = vandalised; holder = nobody; left_where = home; kept_locked = yes";
    let alone = |more: &str| format!("{ALONE}; {more}");
    let home = |more: &str| format!("{AT_HOME}; {more}");
    rows(&[
        ("complete", DROP, "what_happened = worn", "not covered BE-COV-04 BE-EXCL-10"),
        ("complete", DEFECT, "cause_found = wear_found", "not covered BE-EXCL-10"),
        ("complete", DROP, &alone("kept_locked = no"), "not covered BE-EXCL-11"),
        ("complete", DROP, &alone("kept_locked = yes"), "covered repair 130.00"),
        ("complete", DROP, ALONE, "facts kept_locked"),
        ("complete", DROP, "circumstances = decay", "not covered BE-EXCL-12"),
        ("complete", DEFECT, "cause_found = decay_found", "not covered BE-EXCL-12"),
        // 45 days from 17 April are 1 June.
        ("complete", DROP, &home("left_alone_from = 2026-04-17"), "covered repair 130.00"),
        ("complete", DROP, &home("left_alone_from = 2026-04-16"), "not covered BE-EXCL-16"),
        (
            "complete",
            DROP,
            &home("left_alone_from = 2026-04-16; what_happened = dropped"),
            "covered repair 130.00",
        ),
        (
            "complete",
            DROP,
            &home("left_alone_from = 2026-04-16; left_where = work_or_school"),
            "not covered BE-EXCL-16",
        ),
    ]);
}

#[test]
fn intent_and_gross_fault_be_excl_13_amb_45() {
    rows(&[
        ("complete", DROP, "intent = yes", "not covered BE-EXCL-13"),
        ("complete", DROP, "intent = no", "covered repair 130.00"),
        // A listed situation and the finding of a person, both; neither alone.
        ("complete", DROP, "risky_situation = thrown", "person gross_fault"),
        ("complete", DROP, "risky_situation = thrown; gross_fault = yes", "not covered BE-EXCL-13"),
        ("complete", DROP, "risky_situation = thrown; gross_fault = no", "covered repair 130.00"),
        ("complete", DROP, "gross_fault = yes", "covered repair 130.00"),
        ("complete", DROP, "risky_situation = none_listed; gross_fault = yes", "covered repair 130.00"),
    ]);
}

#[test]
fn violence_lending_software_be_excl_14_to_19_be_fraud_03() {
    rows(&[
        ("complete", DROP, "circumstances = nuclear", "not covered BE-EXCL-14"),
        ("complete", DROP, "circumstances = war", "not covered BE-EXCL-15"),
        ("complete", DROP, "circumstances = riot", "not covered BE-EXCL-17"),
        ("complete", DROP, "holder = borrower", "not covered BE-EXCL-18"),
        ("complete", DROP, "holder = insured_person", "covered repair 130.00"),
        ("complete", DROP, "what_happened = software_fault", "not covered BE-COV-04 BE-EXCL-19"),
        ("complete", DEFECT, "cause_found = software_found", "not covered BE-EXCL-19"),
        ("complete", DROP, "fraud = yes", "not covered BE-FRAUD-03"),
        ("complete", DROP, "fraud = no", "covered repair 130.00"),
    ]);
}

#[test]
fn costs_not_paid_be_nopay() {
    rows(&[
        // 01: off the loss, before the limit.
        ("complete", DROP, "recovered_elsewhere = 100.00", "covered repair 30.00"),
        ("complete", DROP, "recovered_elsewhere = 400.00", "covered repair 0.00"),
        // 04, AMB-47
        ("complete", DROP, "affects_function = no", "not covered BE-NOPAY-04"),
        ("complete", DEFECT, "affects_function = no", "not covered BE-NOPAY-04"),
        // 05: to the maker while his warranty runs, to the seller within the statutory term, then covered.
        ("complete", DEFECT, "purchased_on = 2025-06-01", "routed seller BE-NOPAY-05"),
        (
            "complete",
            DEFECT,
            "purchased_on = 2025-06-01; manufacturer_warranty_ends_on = 2026-06-01",
            "routed manufacturer BE-NOPAY-05",
        ),
        ("complete", DEFECT, "seller_must_answer = yes", "routed seller BE-NOPAY-05"),
        ("complete", DROP, "seller_must_answer = yes", "covered repair 130.00"),
        // 06: no use in sending them to who has refused; after the warranty it no longer matters.
        (
            "complete",
            DEFECT,
            "purchased_on = 2025-06-01; warranty_refused_for_repair = yes",
            "not covered BE-COV-04 BE-NOPAY-06",
        ),
        ("complete", DEFECT, "warranty_refused_for_repair = yes", "covered repair 130.00"),
        (
            "complete",
            DEFECT,
            "purchased_on = 2025-06-01; -warranty_refused_for_repair",
            "facts warranty_refused_for_repair",
        ),
        // 07, BE-OBL-07
        ("complete", DROP, "repaired_elsewhere = yes", "not covered BE-NOPAY-07"),
        ("complete", DROP, "repaired_elsewhere = no", "covered repair 130.00"),
    ]);
}

#[test]
fn costs_that_are_no_part_of_any_amount() {
    // BE-NOPAY-02, 03, 08: named in the conditions and in every decision, never a reason to refuse.
    let decision = decide(electronics_be(), &case("complete", DROP, "")).unwrap();
    for rule in ["BE-NOPAY-02", "BE-NOPAY-03", "BE-NOPAY-08"] {
        let named = decision.items[0].considered.iter().find(|clause| &*clause.rule == rule);
        assert_eq!(named.map(|clause| clause.outcome), Some(terms::Outcome::DoesNotApply), "{rule}");
    }
}

//! The Dutch conditions, rule by rule: a row where the rule decides and one where it nearly does.

use crate::support::{BURGLARY, DEFECT, DROP, ROBBERY, check};

fn rows(table: &[(&str, &str, &str, &str)]) {
    for (plan, story, changes, expected) in table {
        check(plan, story, changes, expected);
    }
}

#[test]
fn grants_nl_cov() {
    rows(&[
        // NL-COV-01 (1): accident, during and after the warranty.
        ("xandocare", DROP, "", "covered repair 130.00"),
        ("xandocare", DROP, "purchased_on = 2026-05-01", "covered repair 130.00"),
        ("xandocare", DROP, "what_happened = bumped", "covered repair 130.00"),
        ("xandocare", DROP, "what_happened = vandalised", "covered repair 130.00"),
        ("xandocare", DROP, "what_happened = liquid; liquid_how = fell_in", "covered repair 130.00"),
        ("xandocare", DROP, "what_happened = other_sudden", "facts unforeseen_from_outside"),
        (
            "xandocare",
            DROP,
            "what_happened = other_sudden; unforeseen_from_outside = yes",
            "covered repair 130.00",
        ),
        (
            "xandocare",
            DROP,
            "what_happened = other_sudden; unforeseen_from_outside = no",
            "not covered NL-COV-01 NL-COV-10",
        ),
        // NL-COV-01 (2): a defect only after it; 24 months from 10 Feb 2024 end with 10 Feb 2026 (AMB-32).
        ("xandocare", DEFECT, "", "covered repair 130.00"),
        ("xandocare", DEFECT, "purchased_on = 2024-05-31", "covered repair 130.00"),
        ("xandocare", DEFECT, "purchased_on = 2024-06-01", "routed seller NL-EXCL-03"),
        // NL-COV-04, NL-COV-10: theft only where the schedule says so.
        ("plus", BURGLARY, "", "covered payment 550.00"),
        ("xandocare", BURGLARY, "", "not covered NL-COV-01 NL-COV-10"),
        ("plus", ROBBERY, "", "covered payment 550.00"),
        ("plus-protect", ROBBERY, "accessories_value = 0", "covered payment 550.00"),
    ]);
}

#[test]
fn plus_protect_nl_cov_05_to_09() {
    const ON: &str = "case_and_shield_in_use = yes; case_and_shield_shown = yes";
    rows(&[
        ("plus-protect", DROP, ON, "covered repair 130.00"),
        ("plus-protect", DROP, "case_and_shield_in_use = no", "not covered NL-COV-07"),
        // The burden lies with the customer.
        (
            "plus-protect",
            DROP,
            "case_and_shield_in_use = yes; case_and_shield_shown = no",
            "not covered NL-COV-07",
        ),
        ("plus-protect", DROP, "", "facts case_and_shield_in_use"),
        ("plus-protect", DROP, "case_and_shield_in_use = yes", "facts case_and_shield_shown"),
        ("plus", DROP, "case_and_shield_in_use = no", "covered repair 130.00"),
        // AMB-48: other damage without the case is weighed, not refused.
        (
            "plus-protect",
            DROP,
            "what_happened = liquid; liquid_how = spilled; case_and_shield_in_use = no",
            "person harm_no_case",
        ),
        (
            "plus-protect",
            DROP,
            "what_happened = liquid; liquid_how = spilled; case_and_shield_in_use = no; harm_no_case = 0",
            "covered repair 130.00",
        ),
        (
            "plus-protect",
            DROP,
            "what_happened = liquid; liquid_how = spilled; case_and_shield_in_use = yes",
            "covered repair 130.00",
        ),
        // NL-COV-08: on theft case and shield are part of the product, and move the limit too.
        ("plus-protect", ROBBERY, "", "facts accessories_value"),
        ("plus-protect", ROBBERY, "accessories_value = 60.00", "covered payment 610.00"),
        (
            "plus-protect",
            ROBBERY,
            "accessories_value = 60.00; equivalent_price = 900.00",
            "covered payment 810.00",
        ),
        ("plus", ROBBERY, "equivalent_price = 900.00", "covered payment 750.00"),
    ]);
}

#[test]
fn cover_at_the_moment_it_arose() {
    rows(&[
        ("xandocare", DROP, "cover_at_event = provisional", "covered repair 130.00"),
        ("xandocare", DROP, "cover_at_event = off", "not covered NL-PROV-08"),
        ("xandocare", DROP, "cover_at_event = void", "not covered NL-PROV-08"),
        ("xandocare", DROP, "cover_at_event = suspended", "not covered NL-DUN-07"),
        // NL-NOPAY-03, AMB-29: reported after the end, in time: a person looks; late: declined.
        ("xandocare", DROP, "reported_after_end = yes", "person late_claim_declined"),
        ("xandocare", DROP, "reported_after_end = yes; late_claim_declined = no", "covered repair 130.00"),
        ("xandocare", DROP, "reported_after_end = yes; late_claim_declined = yes", "not covered NL-NOPAY-03"),
        (
            "xandocare",
            DROP,
            "reported_after_end = yes; reported_at = 2026-07-01T09:00:00Z",
            "not covered NL-NOPAY-03",
        ),
        ("xandocare", DROP, "damaged_before = yes", "not covered NL-NOPAY-03"),
    ]);
}

#[test]
fn exclusions_nl_excl() {
    rows(&[
        ("xandocare", DROP, "circumstances = seizure", "not covered NL-EXCL-01"),
        ("xandocare", DROP, "affects_function = no", "not covered NL-EXCL-02"),
        // 03: to the maker while his warranty runs, to the seller within the statutory term, then covered.
        ("xandocare", DEFECT, "manufacturer_warranty_ends_on = 2026-06-01", "routed manufacturer NL-EXCL-03"),
        ("xandocare", DEFECT, "manufacturer_warranty_ends_on = 2026-05-31", "covered repair 130.00"),
        (
            "xandocare",
            DEFECT,
            "purchased_on = 2025-06-01; manufacturer_warranty_ends_on = 2026-05-31",
            "routed seller NL-EXCL-03",
        ),
        ("xandocare", DEFECT, "seller_must_answer = yes", "routed seller NL-EXCL-03"),
        ("xandocare", DEFECT, "warranty_reviewed_ends_on = 2026-06-01", "routed seller NL-EXCL-03"),
        (
            "xandocare",
            DEFECT,
            "purchased_on = 2025-06-01; warranty_reviewed_ends_on = 2026-05-31",
            "covered repair 130.00",
        ),
        ("xandocare", DROP, "manufacturer_warranty_ends_on = 2026-12-31", "covered repair 130.00"),
        (
            "xandocare",
            DROP,
            "what_happened = repaired_by_others",
            "not covered NL-COV-01 NL-COV-10 NL-EXCL-04",
        ),
        ("xandocare", DROP, "cause_found = earlier_repair", "not covered NL-EXCL-04"),
        ("xandocare", DEFECT, "cause_found = production_fault", "not covered NL-EXCL-05"),
        ("xandocare", DROP, "cause_found = as_stated", "covered repair 130.00"),
        // 06: what the customer says about water is weighed by a person.
        ("xandocare", DROP, "what_happened = liquid; liquid_how = used_in", "person against_instructions"),
        (
            "xandocare",
            DROP,
            "what_happened = liquid; liquid_how = used_in; against_instructions = yes",
            "not covered NL-EXCL-06",
        ),
        (
            "xandocare",
            DROP,
            "what_happened = liquid; liquid_how = used_in; against_instructions = no",
            "covered repair 130.00",
        ),
        ("xandocare", DROP, "cause_found = misuse", "not covered NL-EXCL-06"),
        ("xandocare", DROP, "under_influence = yes", "not covered NL-EXCL-07"),
        ("xandocare", DROP, "under_influence = no", "covered repair 130.00"),
        ("xandocare", DROP, "criminal_act = yes", "not covered NL-EXCL-08"),
        ("xandocare", DROP, "criminal_act = no", "covered repair 130.00"),
        ("xandocare", DROP, "circumstances = servicing", "not covered NL-EXCL-10"),
        ("xandocare", DROP, "circumstances = nature", "not covered NL-EXCL-11"),
        ("xandocare", DROP, "what_happened = worn", "not covered NL-COV-01 NL-COV-10 NL-EXCL-12"),
        ("xandocare", DEFECT, "cause_found = wear_found", "not covered NL-EXCL-12"),
        ("xandocare", DROP, "circumstances = decay", "not covered NL-EXCL-14"),
        ("xandocare", DROP, "insufficient_care = yes", "not covered NL-EXCL-15"),
        ("xandocare", DROP, "insufficient_care = no", "covered repair 130.00"),
        ("xandocare", DROP, "circumstances = war", "not covered NL-EXCL-16"),
        ("xandocare", DROP, "circumstances = riot", "not covered NL-EXCL-18"),
        ("xandocare", DEFECT, "warranty_refused_for_repair = yes", "not covered NL-EXCL-19"),
        ("xandocare", DROP, "warranty_refused_for_repair = yes", "covered repair 130.00"),
        ("xandocare", DROP, "intent = yes", "not covered NL-EXCL-20"),
        ("xandocare", DROP, "intent = no", "covered repair 130.00"),
        ("xandocare", DROP, "holder = borrower", "not covered NL-EXCL-21"),
        ("xandocare", DROP, "what_happened = software_fault", "not covered NL-COV-01 NL-COV-10 NL-EXCL-22"),
        ("xandocare", DEFECT, "cause_found = software_found", "not covered NL-EXCL-22"),
        ("xandocare", DROP, "fraud = yes", "not covered NL-FRAUD-02"),
        // Two reasons at once are both named.
        ("xandocare", DROP, "holder = borrower; circumstances = riot", "not covered NL-EXCL-18 NL-EXCL-21"),
    ]);
}

#[test]
fn theft_from_a_vehicle_nl_excl_09() {
    const CAR: &str = "left_where = vehicle; -left_alone_from; -kept_locked";
    let car = |changes: &str| format!("{CAR}; {changes}");
    let all = "vehicle_locked = yes; vehicle_secured = yes; stowed_away = yes; compartment_forced = yes";
    check("plus", BURGLARY, &car(all), "covered payment 550.00");
    for broken in ["vehicle_locked", "vehicle_secured", "stowed_away", "compartment_forced"] {
        let changes = car(&format!("{all}; {broken} = no"));
        check("plus", BURGLARY, &changes, "not covered NL-EXCL-09");
    }
    check("plus", BURGLARY, &car(&format!("{all}; -stowed_away")), "facts stowed_away");
}

#[test]
fn left_alone_nl_excl_13_and_17() {
    rows(&[
        (
            "xandocare",
            DROP,
            "holder = nobody; left_where = public; kept_locked = no",
            "not covered NL-EXCL-13",
        ),
        (
            "xandocare",
            DROP,
            "holder = nobody; left_where = public; kept_locked = yes",
            "covered repair 130.00",
        ),
        // A car that is broken into is no case for 13, a car in which something falls is.
        (
            "xandocare",
            DROP,
            "holder = nobody; left_where = vehicle; kept_locked = no",
            "not covered NL-EXCL-13",
        ),
        ("plus", BURGLARY, "kept_locked = no", "not covered NL-EXCL-13"),
        // 17: 45 days from 17 April are 1 June.
        ("plus", BURGLARY, "left_alone_from = 2026-04-17", "covered payment 550.00"),
        ("plus", BURGLARY, "left_alone_from = 2026-04-16", "not covered NL-EXCL-17"),
        (
            "xandocare",
            DROP,
            "what_happened = vandalised; holder = nobody; left_where = home; kept_locked = yes; left_alone_from = 2026-03-01",
            "not covered NL-EXCL-17",
        ),
        (
            "xandocare",
            DROP,
            "what_happened = dropped; holder = nobody; left_where = home; kept_locked = yes; left_alone_from = 2026-03-01",
            "covered repair 130.00",
        ),
    ]);
}

#[test]
fn what_is_theft_nl_def_02_to_06_and_nl_excl_23() {
    rows(&[
        ("plus", ROBBERY, "offender_described = no", "not covered NL-COV-01 NL-COV-10 NL-EXCL-23"),
        ("plus", ROBBERY, "moment_known = no", "not covered NL-COV-01 NL-COV-10 NL-EXCL-23"),
        ("plus", BURGLARY, "traces_of_forcing = no", "not covered NL-COV-01 NL-COV-10 NL-EXCL-23"),
        ("plus", ROBBERY, "theft_how = pickpocketing", "not covered NL-COV-01 NL-COV-10 NL-EXCL-23"),
        ("plus", ROBBERY, "theft_how = taken", "not covered NL-COV-01 NL-COV-10 NL-EXCL-23"),
        ("plus", ROBBERY, "what_happened = lost", "not covered NL-COV-01 NL-COV-10 NL-EXCL-23"),
    ]);
}

#[test]
fn costs_not_paid_nl_nopay() {
    rows(&[
        // 01: an excess above the loss leaves nothing, never less.
        ("xandocare", DROP, "repair_cost = 50.01", "covered repair 0.01"),
        ("xandocare", DROP, "repair_cost = 50.00", "covered repair 0.00"),
        ("xandocare", DROP, "repair_cost = 20.00", "covered repair 0.00"),
        ("xandocare", DROP, "recovered_elsewhere = 100.00", "covered repair 30.00"),
        ("xandocare", DROP, "recovered_elsewhere = 400.00", "covered repair 0.00"),
        ("xandocare", DROP, "repaired_elsewhere = yes", "not covered NL-NOPAY-06"),
        ("xandocare", DROP, "repaired_elsewhere = no", "covered repair 130.00"),
        ("xandocare", DROP, "device = smartwatch", "not covered NL-NOPAY-08"),
        ("xandocare", DROP, "device = laptop", "covered repair 130.00"),
    ]);
}

#[test]
fn remedy_and_limit_nl_cov_02_amb_22_23() {
    rows(&[
        ("xandocare", DROP, "repairable = no", "covered payment 550.00"),
        ("xandocare", DROP, "repairable = no; settle_by = device", "covered replacement 550.00"),
        // Uneconomic is beyond repair too: more than the device is worth, or than an equivalent one costs.
        ("xandocare", DROP, "repair_cost = 600.00", "covered repair 550.00"),
        ("xandocare", DROP, "repair_cost = 600.01", "covered payment 550.00"),
        ("xandocare", DROP, "repair_cost = 800.01; equivalent_price = 900.00", "covered payment 750.00"),
        // The limit before the excess.
        ("xandocare", DROP, "repairable = no; equivalent_price = 900.00", "covered payment 750.00"),
        (
            "xandocare",
            DROP,
            "repairable = no; equivalent_price = 900.00; excess = 0",
            "covered payment 800.00",
        ),
        // What others paid comes off the loss, not off the limit.
        (
            "xandocare",
            DROP,
            "repairable = no; equivalent_price = 900.00; recovered_elsewhere = 200.00",
            "covered payment 650.00",
        ),
        ("xandocare", DROP, "-repairable; -repair_cost; -equivalent_price", "facts repairable"),
        ("xandocare", DROP, "-repair_cost; -equivalent_price", "facts equivalent_price repair_cost"),
    ]);
}

#[test]
fn obligations_go_to_the_harm_test() {
    rows(&[
        // NL-CLAIM-01, AMB-24: noticed Mon 1 June, in time to the end of Mon 15 June in Amsterdam.
        ("xandocare", DROP, "reported_at = 2026-06-15T21:59:59Z", "covered repair 130.00"),
        ("xandocare", DROP, "reported_at = 2026-06-15T22:00:00Z", "person harm_late_report"),
        (
            "xandocare",
            DROP,
            "reported_at = 2026-06-15T22:00:00Z; harm_late_report = 0",
            "covered repair 130.00",
        ),
        (
            "xandocare",
            DROP,
            "reported_at = 2026-06-15T22:00:00Z; harm_late_report = 30.00",
            "covered repair 100.00",
        ),
        (
            "xandocare",
            DROP,
            "reported_at = 2026-06-15T22:00:00Z; harm_late_report = 999.00",
            "covered repair 0.00",
        ),
        // GEN-TIME-08: the 14th day is a Sunday, so Monday is in time.
        (
            "xandocare",
            DROP,
            "damage_arose_at = 2026-05-31T10:00:00Z; discovered_at = 2026-05-31T10:00:00Z; reported_at = 2026-06-15T21:59:00Z",
            "covered repair 130.00",
        ),
        // NL-CLAIM-02, AMB-26: 24 hours from noticing, on the clock.
        ("plus", BURGLARY, "police_reported_at = 2026-06-02T19:59:59Z", "covered payment 550.00"),
        ("plus", BURGLARY, "police_reported_at = 2026-06-02T20:00:00Z", "person harm_theft_steps"),
        ("plus", BURGLARY, "remote_block = not_blocked", "person harm_theft_steps"),
        ("plus", BURGLARY, "remote_block = cannot_be_blocked", "covered payment 550.00"),
        ("plus", BURGLARY, "sim_block = sim_not_blocked; harm_theft_steps = 50.00", "covered payment 500.00"),
        ("plus", BURGLARY, "sim_block = no_sim", "covered payment 550.00"),
        // NL-CLAIM-03, AMB-27
        ("plus", BURGLARY, "police_report_seen = no", "person harm_theft_steps"),
        ("plus", BURGLARY, "-police_report_seen", "facts police_report_seen"),
        // NL-OBL-01, AMB-28: never for a device without tracking.
        ("plus", BURGLARY, "tracking = not_tracked", "person harm_no_tracking"),
        ("plus", BURGLARY, "tracking = cannot_be_tracked", "covered payment 550.00"),
        ("xandocare", DROP, "tracking = not_tracked", "covered repair 130.00"),
        // NL-CLAIM-04, AMB-25
        ("xandocare", DROP, "evidence_late = yes", "person harm_late_evidence"),
        ("xandocare", DROP, "evidence_late = yes; harm_late_evidence = 0", "covered repair 130.00"),
        // NL-OBL-02 to 04, AMB-53
        ("xandocare", DROP, "harm_other = 40.00", "covered repair 90.00"),
    ]);
}

#[test]
fn facts_that_cannot_be() {
    rows(&[
        (
            "xandocare",
            DROP,
            "discovered_at = 2026-05-31T10:00:00Z",
            "the facts contradict each other: `damage_arose_at` and `discovered_at` (noticed_before_it_happened)",
        ),
        (
            "xandocare",
            DROP,
            "reported_at = 2026-06-01T09:59:59Z",
            "the facts contradict each other: `reported_at` and `discovered_at` (reported_before_it_was_noticed)",
        ),
        (
            "plus",
            BURGLARY,
            "police_reported_at = 2026-06-01T09:00:00Z",
            "the facts contradict each other: `damage_arose_at` and `police_reported_at` (police_before_the_event)",
        ),
        ("platinum", DROP, "", "the product has no plan `platinum`"),
    ]);
}

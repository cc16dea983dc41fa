//! What the Belgian conditions cover, and when: the schedule, the period, the premium, what counts as damage.

use super::{DEFECT, DROP, rows};

#[test]
fn what_the_schedule_says_be_cov_01() {
    rows(&[
        ("complete", DROP, "", "covered repair 130.00"),
        ("complete", DEFECT, "", "covered repair 130.00"),
        // Two flags that stand by themselves.
        ("accident", DROP, "", "covered repair 130.00"),
        ("accident", DEFECT, "", "not covered BE-COV-01"),
        ("defect", DROP, "", "not covered BE-COV-01"),
        ("defect", DEFECT, "", "covered repair 130.00"),
    ]);
}

#[test]
fn accidents_and_defects_be_cov_04() {
    rows(&[
        // BE-DEF-04: accident, during and after the warranty.
        ("complete", DROP, "purchased_on = 2026-05-01", "covered repair 130.00"),
        ("complete", DROP, "manufacturer_warranty_ends_on = 2026-12-31", "covered repair 130.00"),
        ("complete", DROP, "what_happened = bumped", "covered repair 130.00"),
        ("complete", DROP, "what_happened = vandalised", "covered repair 130.00"),
        ("complete", DROP, "what_happened = liquid; liquid_how = fell_in", "covered repair 130.00"),
        ("complete", DROP, "what_happened = other_sudden", "facts unforeseen_from_outside"),
        (
            "complete",
            DROP,
            "what_happened = other_sudden; unforeseen_from_outside = yes",
            "covered repair 130.00",
        ),
        (
            "complete",
            DROP,
            "what_happened = other_sudden; unforeseen_from_outside = no",
            "not covered BE-COV-04",
        ),
        // A defect only after it; 24 months from 10 Feb 2024 end with 10 Feb 2026 (AMB-32).
        ("complete", DEFECT, "purchased_on = 2024-05-31", "covered repair 130.00"),
        ("complete", DEFECT, "purchased_on = 2024-06-01", "routed seller BE-NOPAY-05"),
    ]);
}

#[test]
fn one_off_premium_be_cov_05_amb_34() {
    const ONE_OFF: &str = "frequency = one-off; started_on = 2023-06-01";
    rows(&[
        // To the end of the day 36 months on, in Brussels.
        ("complete", DROP, ONE_OFF, "covered repair 130.00"),
        ("complete", DROP, "frequency = one-off; started_on = 2023-05-31", "not covered BE-COV-05"),
        (
            "complete",
            DROP,
            "frequency = one-off; started_on = 2023-05-31; damage_arose_at = 2026-05-31T21:59:59Z",
            "covered repair 130.00",
        ),
        (
            "complete",
            DROP,
            "frequency = one-off; started_on = 2023-05-31; damage_arose_at = 2026-05-31T22:00:00Z",
            "not covered BE-COV-05",
        ),
        // 29 February counts to the end of February.
        (
            "complete",
            DROP,
            "frequency = one-off; started_on = 2024-02-29; damage_arose_at = 2027-02-28T22:59:59Z; \
             discovered_at = 2027-02-28T22:59:59Z; reported_at = 2027-03-01T09:00:00Z",
            "covered repair 130.00",
        ),
        // Neither a periodic premium nor a defect knows that limit.
        ("complete", DROP, "started_on = 2021-06-01", "covered repair 130.00"),
        ("complete", DROP, "frequency = yearly; started_on = 2021-06-01", "covered repair 130.00"),
        ("complete", DEFECT, "frequency = one-off; started_on = 2021-06-01", "covered repair 130.00"),
    ]);
}

#[test]
fn it_must_show_itself_in_the_period_be_term_02() {
    rows(&[
        // AMB-64: whenever the cause was; NL-NOPAY-03 has no twin here.
        ("complete", DROP, "cover_at_event = off", "covered repair 130.00"),
        ("complete", DROP, "cover_at_discovery = off", "not covered BE-TERM-02"),
        ("complete", DROP, "cover_at_event = off; cover_at_discovery = off", "not covered BE-TERM-02"),
        (
            "complete",
            DROP,
            "cover_at_event = provisional; cover_at_discovery = provisional",
            "covered repair 130.00",
        ),
        // BE-PROV-04, AMB-07: a rejection reaches back, but a person looks at each loss.
        (
            "complete",
            DROP,
            "cover_at_event = void; cover_at_discovery = void",
            "person rejection_reaches_back",
        ),
        (
            "complete",
            DROP,
            "cover_at_event = void; cover_at_discovery = void; rejection_reaches_back = yes",
            "not covered BE-PROV-04",
        ),
        (
            "complete",
            DROP,
            "cover_at_event = void; cover_at_discovery = void; rejection_reaches_back = no",
            "covered repair 130.00",
        ),
        // For a defect the day it shows itself counts for the warranty too.
        (
            "complete",
            DEFECT,
            "purchased_on = 2024-05-31; damage_arose_at = 2026-05-30T10:00:00Z",
            "covered repair 130.00",
        ),
        (
            "complete",
            DEFECT,
            "purchased_on = 2024-05-31; damage_arose_at = 2026-05-30T10:00:00Z; discovered_at = 2026-05-31T10:00:00Z",
            "routed seller BE-NOPAY-05",
        ),
    ]);
}

#[test]
fn unpaid_premium_be_dun_07() {
    rows(&[
        // BE-PROV-08: cover also needs the premium that is due.
        ("complete", DROP, "cover_at_event = suspended", "not covered BE-DUN-07"),
        // What arose before the gap and shows itself in it was insured.
        ("complete", DROP, "cover_at_discovery = suspended", "covered repair 130.00"),
        ("complete", DROP, "cover_at_event = suspended; cover_at_discovery = on", "not covered BE-DUN-07"),
        // AMB-16: in law payment itself ends the suspension, so a person looks at the 24 hours after it.
        (
            "complete",
            DROP,
            "cover_at_event = suspended; paid_before_it_arose = yes",
            "person waiting_day_holds",
        ),
        (
            "complete",
            DROP,
            "cover_at_event = suspended; paid_before_it_arose = yes; waiting_day_holds = no",
            "covered repair 130.00",
        ),
        (
            "complete",
            DROP,
            "cover_at_event = suspended; paid_before_it_arose = yes; waiting_day_holds = yes",
            "not covered BE-DUN-07",
        ),
    ]);
}

#[test]
fn no_theft_and_no_loss_be_def_11_be_claim_07() {
    rows(&[
        // BE-DEF-11: there is no theft cover.
        ("complete", DROP, "what_happened = stolen", "not covered BE-COV-04 BE-CLAIM-07"),
        ("complete", DROP, "what_happened = lost", "not covered BE-COV-04 BE-CLAIM-07"),
        ("complete", DROP, "what_happened = vandalised", "covered repair 130.00"),
    ]);
}

#[test]
fn definitions_that_decide_be_def() {
    rows(&[
        // BE-DEF-03, AMB-33: taken to be of the kind a warranty repairs until the opposite is shown.
        ("complete", DEFECT, "warranty_would_repair = yes", "covered repair 130.00"),
        ("complete", DEFECT, "warranty_would_repair = no", "not covered BE-DEF-03"),
        ("complete", DROP, "warranty_would_repair = no", "covered repair 130.00"),
        // BE-DEF-04
        ("complete", DROP, "cause_found = nothing_found", "not covered BE-DEF-04"),
        ("complete", DROP, "cause_found = as_stated", "covered repair 130.00"),
        // What the repairer finds goes before what the customer guessed.
        (
            "complete",
            DEFECT,
            "cause_found = impact_found; purchased_on = 2026-05-01",
            "covered repair 130.00",
        ),
        ("accident", DROP, "cause_found = defect_found", "not covered BE-COV-01"),
        ("complete", DEFECT, "what_happened = worn; cause_found = defect_found", "covered repair 130.00"),
        // BE-DEF-06: what came in the box belongs to it.
        ("complete", DROP, "part_damaged = from_the_box", "covered repair 130.00"),
        ("complete", DROP, "part_damaged = bought_apart", "not covered BE-DEF-06"),
        ("complete", DROP, "is_insured_device = no", "not covered BE-DEF-06"),
        // BE-DEF-09: a longer warranty of the maker counts, and so does what a reviewer found.
        ("complete", DEFECT, "manufacturer_warranty_ends_on = 2026-05-31", "covered repair 130.00"),
        ("complete", DEFECT, "manufacturer_warranty_ends_on = 2026-06-01", "routed manufacturer BE-NOPAY-05"),
        ("complete", DEFECT, "warranty_reviewed_ends_on = 2026-06-01", "routed seller BE-NOPAY-05"),
        (
            "complete",
            DEFECT,
            "purchased_on = 2025-06-01; warranty_reviewed_ends_on = 2026-05-31",
            "covered repair 130.00",
        ),
    ]);
}

#[test]
fn facts_that_cannot_be() {
    rows(&[
        (
            "complete",
            DROP,
            "discovered_at = 2026-05-31T10:00:00Z",
            "the facts contradict each other: `damage_arose_at` and `discovered_at` (noticed_before_it_happened)",
        ),
        (
            "complete",
            DROP,
            "reported_at = 2026-06-01T09:59:59Z",
            "the facts contradict each other: `reported_at` and `discovered_at` (reported_before_it_was_noticed)",
        ),
        ("plus", DROP, "", "the product has no plan `plus`"),
    ]);
}

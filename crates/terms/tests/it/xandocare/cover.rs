//! What is granted, when cover must have been there, and the case and shield of Plus Protect.

use super::{Row, no, yes};
use crate::support::{BURGLARY, DEFECT, DROP, ROBBERY};

const PAID: &str = "covered repair 130.00";
const NOT_GRANTED: &str = "not covered NL-COV-01 NL-COV-10";

pub(super) const GRANTS: &[Row] = &[
    // (1) Accident, during and after the warranty.
    yes("NL-COV-01", "xandocare", DROP, "", PAID),
    yes("NL-COV-01", "xandocare", DROP, "purchased_on = 2026-05-01", PAID),
    yes("NL-COV-01", "xandocare", DROP, "manufacturer_warranty_ends_on = 2026-12-31", PAID),
    // (2) A defect only after it; 24 months from 10 Feb 2024 end with 10 Feb 2026.
    yes("NL-COV-01", "xandocare", DEFECT, "", PAID),
    no("NL-COV-01", "xandocare", DEFECT, "purchased_on = 2024-06-01", "routed seller NL-EXCL-03"),
    no("NL-COV-01", "xandocare", DROP, "what_happened = lost", "not covered NL-COV-01 NL-COV-10 NL-EXCL-23"),
    // NL-DEF-08: sudden, unforeseen, from outside. Only the vague answer needs a look.
    yes("NL-DEF-08", "xandocare", DROP, "what_happened = bumped", PAID),
    yes("NL-DEF-08", "xandocare", DROP, "what_happened = vandalised", PAID),
    yes("NL-DEF-08", "xandocare", DROP, "what_happened = liquid; liquid_how = fell_in", PAID),
    yes("NL-DEF-08", "xandocare", DROP, "what_happened = other_sudden; unforeseen_from_outside = yes", PAID),
    no("NL-DEF-08", "xandocare", DROP, "what_happened = other_sudden", "facts unforeseen_from_outside"),
    no(
        "NL-DEF-08",
        "xandocare",
        DROP,
        "what_happened = other_sudden; unforeseen_from_outside = no",
        NOT_GRANTED,
    ),
    // NL-DEF-09: the cause lies inside. The repairer's word goes before the customer's.
    yes(
        "NL-DEF-09",
        "xandocare",
        DROP,
        "cause_found = defect_found; purchased_on = 2025-06-01; \
        warranty_refused_for_repair = no",
        "routed seller NL-EXCL-03",
    ),
    yes("NL-DEF-09", "xandocare", DROP, "cause_found = defect_found", PAID),
    no("NL-DEF-09", "xandocare", DEFECT, "cause_found = impact_found; purchased_on = 2025-06-01", PAID),
    no("NL-DEF-09", "xandocare", DEFECT, "cause_found = liquid_found; purchased_on = 2025-06-01", PAID),
    // NL-DEF-10, AMB-32: the later of maker and law; a reviewer may set another day.
    yes(
        "NL-DEF-10",
        "xandocare",
        DEFECT,
        "manufacturer_warranty_ends_on = 2026-06-01",
        "routed manufacturer NL-EXCL-03",
    ),
    no("NL-DEF-10", "xandocare", DEFECT, "manufacturer_warranty_ends_on = 2026-05-31", PAID),
    yes("AMB-32", "xandocare", DEFECT, "purchased_on = 2024-06-01", "routed seller NL-EXCL-03"),
    no("AMB-32", "xandocare", DEFECT, "purchased_on = 2024-05-31", PAID),
    yes("AMB-32", "xandocare", DEFECT, "warranty_reviewed_ends_on = 2026-06-01", "routed seller NL-EXCL-03"),
    no(
        "AMB-32",
        "xandocare",
        DEFECT,
        "purchased_on = 2025-06-01; warranty_reviewed_ends_on = 2026-05-31",
        PAID,
    ),
    no(
        "AMB-32",
        "xandocare",
        DEFECT,
        "manufacturer_warranty_ends_on = 2026-12-31; \
        warranty_reviewed_ends_on = 2026-05-31",
        PAID,
    ),
    // AMB-64: when it arose, not when it was noticed.
    yes("AMB-64", "xandocare", DEFECT, "damage_arose_at = 2026-02-10T10:00:00Z", "routed seller NL-EXCL-03"),
    no("AMB-64", "xandocare", DEFECT, "damage_arose_at = 2026-02-10T23:00:00Z", PAID),
    // Theft only where the schedule says so.
    yes("NL-COV-04", "plus", BURGLARY, "", "covered payment 550.00"),
    no("NL-COV-04", "xandocare", BURGLARY, "", NOT_GRANTED),
    yes("NL-COV-05", "plus-protect", ROBBERY, "accessories_value = 0", "covered payment 550.00"),
    no("NL-COV-05", "xandocare", ROBBERY, "", NOT_GRANTED),
    yes("NL-COV-10", "plus", ROBBERY, "", "covered payment 550.00"),
    no("NL-COV-10", "xandocare", ROBBERY, "", NOT_GRANTED),
    yes("AMB-01", "plus", ROBBERY, "", "covered payment 550.00"),
    no("AMB-01", "xandocare", ROBBERY, "", NOT_GRANTED),
    // NL-DEF-07: something about the device itself must have changed for good.
    yes("NL-DEF-07", "xandocare", DROP, "cause_found = nothing_found", "not covered NL-DEF-07"),
    yes("NL-DEF-07", "xandocare", DEFECT, "cause_found = nothing_found", "not covered NL-DEF-07"),
    no("NL-DEF-07", "xandocare", DROP, "cause_found = as_stated", PAID),
];

pub(super) const TIME: &[Row] = &[
    yes("NL-PROV-08", "xandocare", DROP, "cover_at_event = off", "not covered NL-PROV-08"),
    yes("NL-PROV-08", "xandocare", DROP, "cover_at_event = void", "not covered NL-PROV-08"),
    no("NL-PROV-08", "xandocare", DROP, "cover_at_event = provisional", PAID),
    yes("NL-DUN-07", "xandocare", DROP, "cover_at_event = suspended", "not covered NL-DUN-07"),
    no("NL-DUN-07", "xandocare", DROP, "cover_at_event = on", PAID),
    // AMB-14: the gap alone takes cover away.
    yes("AMB-14", "xandocare", DROP, "cover_at_event = suspended", "not covered NL-DUN-07"),
    no("AMB-14", "xandocare", DROP, "cover_at_event = on", PAID),
    yes("NL-PROV-09", "xandocare", DROP, "is_insured_device = no", "not covered NL-PROV-09"),
    no("NL-PROV-09", "xandocare", DROP, "is_insured_device = yes", PAID),
    yes("NL-CLAIM-07", "xandocare", DROP, "is_insured_device = yes", PAID),
    no("NL-CLAIM-07", "xandocare", DROP, "is_insured_device = no", "not covered NL-PROV-09"),
    // Damage from before, and damage claimed after the end.
    yes("NL-NOPAY-03", "xandocare", DROP, "damaged_before = yes", "not covered NL-NOPAY-03"),
    no("NL-NOPAY-03", "plus", BURGLARY, "damaged_before = yes", "covered payment 550.00"),
    yes(
        "NL-NOPAY-03",
        "xandocare",
        DROP,
        "reported_after_end = yes; reported_at = 2026-07-01T09:00:00Z",
        "not covered NL-NOPAY-03",
    ),
    no(
        "NL-NOPAY-03",
        "xandocare",
        DROP,
        "reported_after_end = no; reported_at = 2026-07-01T09:00:00Z",
        "person harm_late_report",
    ),
    // AMB-29: in time, so a person looks.
    yes("AMB-29", "xandocare", DROP, "reported_after_end = yes", "person late_claim_declined"),
    yes("AMB-29", "xandocare", DROP, "reported_after_end = yes; late_claim_declined = no", PAID),
    yes(
        "AMB-29",
        "xandocare",
        DROP,
        "reported_after_end = yes; late_claim_declined = yes",
        "not covered NL-NOPAY-03",
    ),
    no(
        "AMB-29",
        "xandocare",
        DROP,
        "reported_after_end = yes; reported_at = 2026-06-15T22:00:00Z",
        "not covered NL-NOPAY-03",
    ),
    no(
        "AMB-29",
        "xandocare",
        DROP,
        "reported_after_end = yes; reported_at = 2026-06-15T21:59:59Z",
        "person late_claim_declined",
    ),
];

const ON: &str = "case_and_shield_in_use = yes; case_and_shield_shown = yes";
const WET: &str = "what_happened = liquid; liquid_how = spilled; case_and_shield_in_use = no";
const WET_IN_CASE: &str = "what_happened = liquid; liquid_how = spilled; case_and_shield_in_use = yes";

pub(super) const PROTECT: &[Row] = &[
    no("NL-COV-07", "plus-protect", DROP, ON, PAID),
    yes("NL-COV-07", "plus-protect", DROP, "case_and_shield_in_use = no", "not covered NL-COV-07"),
    // The burden lies with the customer.
    yes(
        "NL-COV-07",
        "plus-protect",
        DROP,
        "case_and_shield_in_use = yes; case_and_shield_shown = no",
        "not covered NL-COV-07",
    ),
    no("NL-COV-07", "plus-protect", DROP, "", "facts case_and_shield_in_use"),
    no("NL-COV-07", "plus-protect", DROP, "case_and_shield_in_use = yes", "facts case_and_shield_shown"),
    no("NL-COV-07", "plus", DROP, "case_and_shield_in_use = no", PAID),
    no("NL-COV-07", "plus-protect", DROP, "what_happened = vandalised; case_and_shield_in_use = yes", PAID),
    // What is a fall or knock is the repairer's to find.
    yes(
        "NL-COV-07",
        "plus-protect",
        DEFECT,
        "cause_found = impact_found; case_and_shield_in_use = no",
        "not covered NL-COV-07",
    ),
    no("NL-COV-07", "plus-protect", DROP, "cause_found = defect_found; case_and_shield_in_use = no", PAID),
    // NL-COV-09: it goes before the grant of the other plans.
    yes("NL-COV-09", "plus-protect", DROP, "case_and_shield_in_use = no", "not covered NL-COV-07"),
    no("NL-COV-09", "plus", DROP, "case_and_shield_in_use = no", PAID),
    // AMB-48: other damage without the case is weighed, not refused.
    yes("NL-COV-06", "plus-protect", DROP, WET, "person harm_no_case"),
    no("NL-COV-06", "plus-protect", DROP, WET_IN_CASE, PAID),
    yes(
        "AMB-48",
        "plus-protect",
        DROP,
        "what_happened = liquid; liquid_how = spilled; case_and_shield_in_use = no; \
        harm_no_case = 30.00",
        "covered repair 100.00",
    ),
    no(
        "AMB-48",
        "plus-protect",
        DROP,
        "what_happened = liquid; liquid_how = spilled; case_and_shield_in_use = no; \
        harm_no_case = 0",
        PAID,
    ),
    // On theft case and shield are part of the product, and move the limit too, as far as they are proven.
    yes(
        "NL-COV-08",
        "plus-protect",
        ROBBERY,
        "accessories_value = 60.00; accessories_proven = yes",
        "covered payment 610.00",
    ),
    yes(
        "NL-COV-08",
        "plus-protect",
        ROBBERY,
        "accessories_value = 60.00; accessories_proven = yes; equivalent_price = 900.00",
        "covered payment 810.00",
    ),
    no(
        "NL-COV-08",
        "plus-protect",
        ROBBERY,
        "accessories_value = 60.00; accessories_proven = no",
        "covered payment 550.00",
    ),
    no("NL-COV-08", "plus-protect", ROBBERY, "accessories_value = 60.00", "facts accessories_proven"),
    no("NL-COV-08", "plus-protect", ROBBERY, "", "facts accessories_value"),
    no("NL-COV-08", "plus", ROBBERY, "equivalent_price = 900.00", "covered payment 750.00"),
];

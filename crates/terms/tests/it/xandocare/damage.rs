//! Exclusions that turn on what happened to the device: cause, warranty, repair, wear.

use super::{Row, no, yes};
use crate::support::{BURGLARY, DEFECT, DROP};

const PAID: &str = "covered repair 130.00";

pub(super) const ROWS: &[Row] = &[
    yes("NL-EXCL-01", "xandocare", DROP, "circumstances = seizure", "not covered NL-EXCL-01"),
    no("NL-EXCL-01", "xandocare", DROP, "holder = somebody_else", PAID),
    // AMB-47: does it affect the function?
    yes("NL-EXCL-02", "xandocare", DROP, "affects_function = no", "not covered NL-EXCL-02"),
    no("NL-EXCL-02", "xandocare", DROP, "affects_function = yes", PAID),
    no("NL-EXCL-02", "plus", BURGLARY, "affects_function = no", "covered payment 550.00"),
    yes("AMB-47", "xandocare", DROP, "affects_function = no", "not covered NL-EXCL-02"),
    no("AMB-47", "xandocare", DROP, "affects_function = yes", PAID),
    // To the maker while his warranty runs, to the seller within the statutory term, then covered.
    yes(
        "NL-EXCL-03",
        "xandocare",
        DEFECT,
        "manufacturer_warranty_ends_on = 2026-06-01",
        "routed manufacturer NL-EXCL-03",
    ),
    no("NL-EXCL-03", "xandocare", DEFECT, "manufacturer_warranty_ends_on = 2026-05-31", PAID),
    yes(
        "NL-EXCL-03",
        "xandocare",
        DEFECT,
        "purchased_on = 2025-06-01; manufacturer_warranty_ends_on = 2026-05-31",
        "routed seller NL-EXCL-03",
    ),
    yes("NL-EXCL-03", "xandocare", DEFECT, "seller_must_answer = yes", "routed seller NL-EXCL-03"),
    no("NL-EXCL-03", "xandocare", DEFECT, "seller_must_answer = no", PAID),
    no("NL-EXCL-03", "xandocare", DROP, "manufacturer_warranty_ends_on = 2026-12-31", PAID),
    // Whom there is to go to is said before any refusal, whatever else applies.
    yes(
        "NL-EXCL-03",
        "xandocare",
        DEFECT,
        "purchased_on = 2025-06-01; circumstances = riot",
        "routed seller NL-EXCL-03",
    ),
    yes(
        "NL-EXCL-04",
        "xandocare",
        DROP,
        "what_happened = repaired_by_others",
        "not covered NL-COV-01 NL-COV-10 NL-EXCL-04",
    ),
    yes("NL-EXCL-04", "xandocare", DROP, "cause_found = earlier_repair", "not covered NL-EXCL-04"),
    no("NL-EXCL-04", "xandocare", DROP, "cause_found = as_stated", PAID),
    // 05: within the warranty the seller answers for it; after it a person may find that he still does.
    yes("NL-EXCL-05", "xandocare", DEFECT, "cause_found = production_fault", "not covered NL-EXCL-05"),
    yes("NL-EXCL-05", "xandocare", DROP, "cause_found = production_fault", "not covered NL-EXCL-05"),
    yes(
        "NL-EXCL-05",
        "xandocare",
        DEFECT,
        "cause_found = production_fault; seller_must_answer = yes",
        "routed seller NL-EXCL-03",
    ),
    no("NL-EXCL-05", "xandocare", DEFECT, "cause_found = defect_found", PAID),
    // 06: what the customer says about water is weighed by a person.
    no(
        "NL-EXCL-06",
        "xandocare",
        DROP,
        "what_happened = liquid; liquid_how = used_in",
        "person against_instructions",
    ),
    yes(
        "NL-EXCL-06",
        "xandocare",
        DROP,
        "what_happened = liquid; liquid_how = used_in; against_instructions = yes",
        "not covered NL-EXCL-06",
    ),
    no(
        "NL-EXCL-06",
        "xandocare",
        DROP,
        "what_happened = liquid; liquid_how = used_in; against_instructions = no",
        PAID,
    ),
    yes("NL-EXCL-06", "xandocare", DROP, "cause_found = misuse", "not covered NL-EXCL-06"),
    no("NL-EXCL-06", "xandocare", DROP, "what_happened = liquid; liquid_how = fell_in", PAID),
    yes("NL-EXCL-10", "xandocare", DROP, "circumstances = servicing", "not covered NL-EXCL-10"),
    no("NL-EXCL-10", "xandocare", DROP, "circumstances = ", PAID),
    yes("NL-EXCL-11", "xandocare", DROP, "circumstances = nature", "not covered NL-EXCL-11"),
    no("NL-EXCL-11", "xandocare", DROP, "what_happened = liquid; liquid_how = spilled", PAID),
    // 12, 22: the customer's guess holds until the repairer finds something else.
    yes(
        "NL-EXCL-12",
        "xandocare",
        DROP,
        "what_happened = worn",
        "not covered NL-COV-01 NL-COV-10 NL-EXCL-12",
    ),
    yes("NL-EXCL-12", "xandocare", DEFECT, "cause_found = wear_found", "not covered NL-EXCL-12"),
    no("NL-EXCL-12", "xandocare", DROP, "what_happened = worn; cause_found = impact_found", PAID),
    no("NL-EXCL-12", "xandocare", DEFECT, "what_happened = worn; cause_found = defect_found", PAID),
    yes("NL-EXCL-14", "xandocare", DROP, "circumstances = decay", "not covered NL-EXCL-14"),
    yes("NL-EXCL-14", "xandocare", DEFECT, "cause_found = decay_found", "not covered NL-EXCL-14"),
    no("NL-EXCL-14", "xandocare", DROP, "what_happened = liquid; liquid_how = spilled", PAID),
    yes("NL-EXCL-16", "xandocare", DROP, "circumstances = war", "not covered NL-EXCL-16"),
    no("NL-EXCL-16", "xandocare", DROP, "what_happened = vandalised", PAID),
    yes("NL-EXCL-18", "xandocare", DROP, "circumstances = riot", "not covered NL-EXCL-18"),
    no("NL-EXCL-18", "xandocare", DROP, "what_happened = vandalised", PAID),
    // 19: sent away by the warranty for somebody else's repair: there is nobody to be sent to.
    yes(
        "NL-EXCL-19",
        "xandocare",
        DEFECT,
        "purchased_on = 2025-06-01; warranty_refused_for_repair = yes",
        "not covered NL-COV-01 NL-COV-10 NL-EXCL-19",
    ),
    yes(
        "NL-EXCL-19",
        "xandocare",
        DEFECT,
        "manufacturer_warranty_ends_on = 2026-12-31; warranty_refused_for_repair = yes",
        "not covered NL-COV-01 NL-COV-10 NL-EXCL-19",
    ),
    no(
        "NL-EXCL-19",
        "xandocare",
        DEFECT,
        "purchased_on = 2025-06-01; warranty_refused_for_repair = no",
        "routed seller NL-EXCL-03",
    ),
    no(
        "NL-EXCL-19",
        "xandocare",
        DEFECT,
        "purchased_on = 2025-06-01; -warranty_refused_for_repair",
        "facts warranty_refused_for_repair",
    ),
    no("NL-EXCL-19", "xandocare", DEFECT, "warranty_refused_for_repair = yes", PAID),
    no("NL-EXCL-19", "xandocare", DROP, "warranty_refused_for_repair = yes; purchased_on = 2025-06-01", PAID),
    yes(
        "NL-EXCL-22",
        "xandocare",
        DROP,
        "what_happened = software_fault",
        "not covered NL-COV-01 NL-COV-10 NL-EXCL-22",
    ),
    yes("NL-EXCL-22", "xandocare", DEFECT, "cause_found = software_found", "not covered NL-EXCL-22"),
    no("NL-EXCL-22", "xandocare", DEFECT, "what_happened = software_fault; cause_found = defect_found", PAID),
    // Two reasons at once are both named.
    yes(
        "NL-EXCL-18",
        "xandocare",
        DROP,
        "holder = borrower; circumstances = riot",
        "not covered NL-EXCL-18 NL-EXCL-21",
    ),
    yes("NL-NOPAY-08", "xandocare", DROP, "device = smartwatch", "not covered NL-NOPAY-08"),
    no("NL-NOPAY-08", "xandocare", DROP, "device = laptop", PAID),
    yes("AMB-46", "xandocare", DROP, "device = smartwatch", "not covered NL-NOPAY-08"),
    no("AMB-46", "xandocare", DROP, "device = tablet", PAID),
];

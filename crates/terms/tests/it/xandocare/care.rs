//! Exclusions that turn on people: who had it, how it was kept, intent, influence, fraud.

use super::{Row, no, yes};
use crate::support::{BURGLARY, DEFECT, DROP};

const PAID: &str = "covered repair 130.00";
const STOLEN: &str = "covered payment 550.00";

pub(super) const ROWS: &[Row] = &[
    yes("NL-EXCL-07", "xandocare", DROP, "under_influence = yes", "not covered NL-EXCL-07"),
    no("NL-EXCL-07", "xandocare", DROP, "under_influence = no", PAID),
    // AMB-65: an insured person's act, not the thief's.
    yes("NL-EXCL-08", "xandocare", DROP, "criminal_act = yes", "not covered NL-EXCL-08"),
    no("NL-EXCL-08", "plus", BURGLARY, "", STOLEN),
    yes("AMB-65", "plus", BURGLARY, "criminal_act = yes", "not covered NL-EXCL-08"),
    no("AMB-65", "plus", BURGLARY, "criminal_act = no", STOLEN),
    // 13, AMB-66: left alone, unless locked away where only the customer's side can get.
    yes(
        "NL-EXCL-13",
        "xandocare",
        DROP,
        "holder = nobody; left_where = public; kept_locked = no",
        "not covered NL-EXCL-13",
    ),
    no("NL-EXCL-13", "xandocare", DROP, "holder = nobody; left_where = public; kept_locked = yes", PAID),
    yes(
        "NL-EXCL-13",
        "xandocare",
        DROP,
        "holder = nobody; left_where = vehicle; kept_locked = no",
        "not covered NL-EXCL-13",
    ),
    yes("NL-EXCL-13", "plus", BURGLARY, "kept_locked = no", "not covered NL-EXCL-13"),
    yes(
        "NL-EXCL-13",
        "plus",
        BURGLARY,
        "left_where = work_or_school; kept_locked = no",
        "not covered NL-EXCL-13",
    ),
    no("NL-EXCL-13", "xandocare", DROP, "holder = somebody_else", PAID),
    // A defect does not come from being left alone.
    no("NL-EXCL-13", "xandocare", DEFECT, "holder = nobody", PAID),
    yes("AMB-66", "plus", BURGLARY, "kept_locked = no", "not covered NL-EXCL-13"),
    no("AMB-66", "plus", BURGLARY, "kept_locked = yes", STOLEN),
    yes("NL-EXCL-15", "xandocare", DROP, "insufficient_care = yes", "not covered NL-EXCL-15"),
    no("NL-EXCL-15", "xandocare", DROP, "insufficient_care = no", PAID),
    // 17: 45 days from 17 April are 1 June. Any closed room, not only a home.
    no("NL-EXCL-17", "plus", BURGLARY, "left_alone_from = 2026-04-17", STOLEN),
    yes("NL-EXCL-17", "plus", BURGLARY, "left_alone_from = 2026-04-16", "not covered NL-EXCL-17"),
    yes(
        "NL-EXCL-17",
        "plus",
        BURGLARY,
        "left_where = work_or_school; left_alone_from = 2026-04-16",
        "not covered NL-EXCL-17",
    ),
    yes(
        "NL-EXCL-17",
        "xandocare",
        DROP,
        "what_happened = vandalised; holder = nobody; left_where = home; \
        kept_locked = yes; left_alone_from = 2026-03-01",
        "not covered NL-EXCL-17",
    ),
    no(
        "NL-EXCL-17",
        "xandocare",
        DROP,
        "what_happened = dropped; holder = nobody; left_where = home; \
        kept_locked = yes; left_alone_from = 2026-03-01",
        PAID,
    ),
    yes("NL-EXCL-20", "xandocare", DROP, "intent = yes", "not covered NL-EXCL-20"),
    no("NL-EXCL-20", "xandocare", DROP, "what_happened = vandalised; intent = no", PAID),
    yes("NL-EXCL-21", "xandocare", DROP, "holder = borrower", "not covered NL-EXCL-21"),
    no("NL-EXCL-21", "xandocare", DROP, "holder = somebody_else", PAID),
    // Fraud takes the benefit away; it could be claimed back at once (NL-FRAUD-02).
    yes("NL-DEF-18", "xandocare", DROP, "fraud = yes", "not covered NL-FRAUD-02"),
    no("NL-DEF-18", "xandocare", DROP, "fraud = no", PAID),
    yes("NL-FRAUD-02", "xandocare", DROP, "fraud = yes", "not covered NL-FRAUD-02"),
    no("NL-FRAUD-02", "xandocare", DROP, "fraud = no", PAID),
];

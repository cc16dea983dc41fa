//! Obligations: a breach is weighed by the harm it did, never a refusal (GEN-HARM-01, AMB-53).

use super::{Row, no, yes};
use crate::support::{BURGLARY, DROP};

const PAID: &str = "covered repair 130.00";
const STOLEN: &str = "covered payment 550.00";

pub(super) const ROWS: &[Row] = &[
    // NL-CLAIM-01, AMB-24: noticed Mon 1 June, in time to the end of Mon 15 June in Amsterdam.
    no("NL-CLAIM-01", "xandocare", DROP, "reported_at = 2026-06-15T21:59:59Z", PAID),
    yes("NL-CLAIM-01", "xandocare", DROP, "reported_at = 2026-06-15T22:00:00Z", "person harm_late_report"),
    no("GEN-HARM-01", "xandocare", DROP, "reported_at = 2026-06-15T22:00:00Z; harm_late_report = 0", PAID),
    yes(
        "GEN-HARM-01",
        "xandocare",
        DROP,
        "reported_at = 2026-06-15T22:00:00Z; harm_late_report = 30.00",
        "covered repair 100.00",
    ),
    yes(
        "GEN-HARM-01",
        "xandocare",
        DROP,
        "reported_at = 2026-06-15T22:00:00Z; harm_late_report = 999.00",
        "covered repair 0.00",
    ),
    // The 14th day is a Sunday, so Monday is in time (GEN-TIME-08).
    no(
        "NL-CLAIM-01",
        "xandocare",
        DROP,
        "damage_arose_at = 2026-05-31T10:00:00Z; \
        discovered_at = 2026-05-31T10:00:00Z; reported_at = 2026-06-15T21:59:00Z",
        PAID,
    ),
    // From noticing, not from the event; a person may find that it should have been noticed before.
    no("AMB-24", "xandocare", DROP, "damage_arose_at = 2026-04-01T10:00:00Z", PAID),
    yes(
        "AMB-24",
        "xandocare",
        DROP,
        "damage_arose_at = 2026-04-01T10:00:00Z; noticeable_at = 2026-04-02T10:00:00Z",
        "person harm_late_report",
    ),
    no("AMB-24", "xandocare", DROP, "noticeable_at = 2026-06-02T10:00:00Z", PAID),
    // NL-CLAIM-02, AMB-26: 24 hours from noticing, on the clock.
    no("NL-CLAIM-02", "plus", BURGLARY, "police_reported_at = 2026-06-02T19:59:59Z", STOLEN),
    yes(
        "NL-CLAIM-02",
        "plus",
        BURGLARY,
        "police_reported_at = 2026-06-02T20:00:00Z",
        "person harm_theft_steps",
    ),
    yes("NL-CLAIM-02", "plus", BURGLARY, "police_told = no", "person harm_theft_steps"),
    yes("NL-CLAIM-02", "plus", BURGLARY, "remote_block = not_blocked", "person harm_theft_steps"),
    no("NL-CLAIM-02", "plus", BURGLARY, "remote_block = cannot_be_blocked", STOLEN),
    yes(
        "NL-CLAIM-02",
        "plus",
        BURGLARY,
        "sim_block = sim_not_blocked; harm_theft_steps = 50.00",
        "covered payment 500.00",
    ),
    no("NL-CLAIM-02", "plus", BURGLARY, "sim_block = no_sim", STOLEN),
    yes(
        "AMB-26",
        "plus",
        BURGLARY,
        "police_reported_at = 2026-06-02T20:00:00Z; harm_theft_steps = 0",
        STOLEN,
    ),
    no(
        "AMB-26",
        "plus",
        BURGLARY,
        "damage_arose_at = 2026-05-30T10:00:00Z; left_alone_from = 2026-05-30",
        STOLEN,
    ),
    // NL-CLAIM-03, AMB-27
    yes("NL-CLAIM-03", "plus", BURGLARY, "police_report_seen = no", "person harm_theft_steps"),
    no("NL-CLAIM-03", "plus", BURGLARY, "police_report_seen = yes", STOLEN),
    no("NL-CLAIM-03", "plus", BURGLARY, "-police_report_seen", "facts police_report_seen"),
    yes("AMB-27", "plus", BURGLARY, "police_report_seen = yes", STOLEN),
    no("AMB-27", "plus", BURGLARY, "police_report_seen = no", "person harm_theft_steps"),
    // NL-OBL-01, AMB-28: never for a device without tracking, and for theft only.
    yes("NL-OBL-01", "plus", BURGLARY, "tracking = not_tracked", "person harm_no_tracking"),
    yes("NL-OBL-01", "xandocare", DROP, "harm_precautions = 30.00", "covered repair 100.00"),
    no("NL-OBL-01", "plus", BURGLARY, "tracking = tracked", STOLEN),
    no("NL-OBL-01", "xandocare", DROP, "tracking = not_tracked", PAID),
    yes("AMB-28", "plus", BURGLARY, "tracking = not_tracked; harm_no_tracking = 0", STOLEN),
    no("AMB-28", "plus", BURGLARY, "tracking = cannot_be_tracked", STOLEN),
    yes("NL-OBL-02", "xandocare", DROP, "harm_not_limited = 40.00", "covered repair 90.00"),
    no("NL-OBL-02", "xandocare", DROP, "harm_not_limited = 0", PAID),
    yes("NL-OBL-03", "xandocare", DROP, "harm_not_followed = 40.00", "covered repair 90.00"),
    no("NL-OBL-03", "xandocare", DROP, "harm_not_followed = 0", PAID),
    yes("NL-OBL-04", "xandocare", DROP, "harm_change_untold = 40.00", "covered repair 90.00"),
    no("NL-OBL-04", "xandocare", DROP, "harm_change_untold = 0", PAID),
    yes("AMB-53", "xandocare", DROP, "harm_not_followed = 130.00", "covered repair 0.00"),
    no("AMB-53", "xandocare", DROP, "harm_not_followed = 0", PAID),
    // NL-CLAIM-04, AMB-25
    yes("NL-CLAIM-04", "xandocare", DROP, "evidence_late = yes", "person harm_late_evidence"),
    no("NL-CLAIM-04", "xandocare", DROP, "evidence_late = no", PAID),
    yes(
        "AMB-25",
        "xandocare",
        DROP,
        "evidence_late = yes; harm_late_evidence = 30.00",
        "covered repair 100.00",
    ),
    no("AMB-25", "xandocare", DROP, "evidence_late = yes; harm_late_evidence = 0", PAID),
    // Without the proof the claim is decided by the schedule's value; late proof is late evidence.
    yes("NL-CLAIM-05", "xandocare", DROP, "proof_of_purchase_given = no", PAID),
    no("NL-CLAIM-05", "xandocare", DROP, "proof_of_purchase_given = yes", PAID),
];

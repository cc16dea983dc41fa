//! What counts as theft, and theft from a vehicle.

use super::{Row, no, yes};
use crate::support::{BURGLARY, ROBBERY, check};

const STOLEN: &str = "covered payment 550.00";
const NO_THEFT: &str = "not covered NL-COV-01 NL-COV-10 NL-EXCL-23";

pub(super) const ROWS: &[Row] = &[
    // NL-DEF-02: without offender or moment a person judges whether the robbery is shown in another way.
    yes("NL-DEF-02", "plus", ROBBERY, "", STOLEN),
    no("NL-DEF-02", "plus", ROBBERY, "offender_described = no", "person robbery_shown"),
    no("NL-DEF-02", "plus", ROBBERY, "moment_known = no; robbery_shown = no", NO_THEFT),
    yes("NL-DEF-02", "plus", ROBBERY, "offender_described = no; robbery_shown = yes", STOLEN),
    yes("NL-OBL-05", "plus", ROBBERY, "offender_described = no", "person robbery_shown"),
    yes("NL-OBL-05", "plus", ROBBERY, "moment_known = no; robbery_shown = yes", STOLEN),
    no("NL-OBL-05", "plus", ROBBERY, "", STOLEN),
    no("NL-OBL-05", "plus", BURGLARY, "offender_described = no", STOLEN),
    // NL-DEF-03: traces of forcing must be there.
    yes("NL-DEF-03", "plus", BURGLARY, "", STOLEN),
    no("NL-DEF-03", "plus", BURGLARY, "traces_of_forcing = no", NO_THEFT),
    no("NL-DEF-03", "plus", BURGLARY, "-traces_of_forcing", "facts traces_of_forcing"),
    // NL-DEF-04: nothing else is theft.
    yes("NL-DEF-04", "plus", ROBBERY, "theft_how = taken", NO_THEFT),
    no("NL-DEF-04", "plus", ROBBERY, "theft_how = robbery", STOLEN),
    yes("NL-DEF-05", "plus", ROBBERY, "theft_how = pickpocketing", NO_THEFT),
    no("NL-DEF-05", "plus", ROBBERY, "", STOLEN),
    yes("NL-DEF-06", "plus", ROBBERY, "what_happened = lost", NO_THEFT),
    no("NL-DEF-06", "plus", ROBBERY, "what_happened = stolen", STOLEN),
    yes("NL-EXCL-23", "plus", ROBBERY, "what_happened = lost", NO_THEFT),
    yes("NL-EXCL-23", "plus", ROBBERY, "theft_how = taken", NO_THEFT),
    no("NL-EXCL-23", "plus", ROBBERY, "", STOLEN),
    // A car in which the customer sits is not left alone.
    yes(
        "NL-EXCL-09",
        "plus",
        BURGLARY,
        "left_where = vehicle; vehicle_locked = no",
        "not covered NL-EXCL-09",
    ),
    no(
        "NL-EXCL-09",
        "plus",
        BURGLARY,
        "left_where = vehicle; vehicle_locked = yes; vehicle_secured = yes; \
        stowed_away = yes; compartment_forced = yes",
        STOLEN,
    ),
    no("NL-EXCL-09", "plus", BURGLARY, "holder = insured_person", STOLEN),
];

#[test]
fn each_part_of_the_exception_for_vehicles_counts() {
    const CAR: &str = "left_where = vehicle; -left_alone_from; -kept_locked";
    const ALL: &str =
        "vehicle_locked = yes; vehicle_secured = yes; stowed_away = yes; compartment_forced = yes";
    check("plus", BURGLARY, &format!("{CAR}; {ALL}"), STOLEN);
    for broken in ["vehicle_locked", "vehicle_secured", "stowed_away", "compartment_forced"] {
        check("plus", BURGLARY, &format!("{CAR}; {ALL}; {broken} = no"), "not covered NL-EXCL-09");
        check("plus", BURGLARY, &format!("{CAR}; {ALL}; -{broken}"), &format!("facts {broken}"));
    }
}

//! Remedy and arithmetic: NL-CLAIM-10 with its limit, excess and what others paid.

use terms::{Kind, Outcome, decide};

use super::{Row, no, yes};
use crate::support::{BURGLARY, DROP, case, xandocare};

const PAID: &str = "covered repair 130.00";

pub(super) const ROWS: &[Row] = &[
    yes("NL-CLAIM-10", "xandocare", DROP, "", PAID),
    yes(
        "NL-CLAIM-10",
        "xandocare",
        DROP,
        "repairable = no; equivalent_price = 900.00",
        "covered payment 750.00",
    ),
    yes("NL-CLAIM-10", "xandocare", DROP, "repair_cost = 20.00", "covered repair 0.00"),
    no("NL-CLAIM-10", "xandocare", DROP, "intent = yes", "not covered NL-EXCL-20"),
    // NL-DEF-01: the purchase value is the limit.
    yes("NL-DEF-01", "xandocare", DROP, "repairable = no; purchase_value = 500.00", "covered payment 450.00"),
    no("NL-DEF-01", "xandocare", DROP, "repairable = no; purchase_value = 600.00", "covered payment 550.00"),
    // NL-COV-02, AMB-22: the limit before the excess.
    yes("NL-COV-02", "xandocare", DROP, "repairable = no", "covered payment 550.00"),
    yes("NL-COV-02", "xandocare", DROP, "repairable = no; settle_by = device", "covered replacement 550.00"),
    no("NL-COV-02", "xandocare", DROP, "", PAID),
    yes("AMB-22", "xandocare", DROP, "repairable = no; equivalent_price = 900.00", "covered payment 750.00"),
    yes(
        "AMB-22",
        "xandocare",
        DROP,
        "repairable = no; equivalent_price = 900.00; excess = 0",
        "covered payment 800.00",
    ),
    no(
        "AMB-22",
        "xandocare",
        DROP,
        "repairable = no; equivalent_price = 800.00; excess = 0",
        "covered payment 800.00",
    ),
    // AMB-23: uneconomic is beyond repair too: more than the device was worth, or than an equivalent one costs.
    no("AMB-23", "xandocare", DROP, "repair_cost = 600.00", "covered repair 550.00"),
    yes("AMB-23", "xandocare", DROP, "repair_cost = 600.01", "covered payment 550.00"),
    no(
        "AMB-23",
        "xandocare",
        DROP,
        "repair_cost = 800.00; equivalent_price = 900.00",
        "covered repair 750.00",
    ),
    yes(
        "AMB-23",
        "xandocare",
        DROP,
        "repair_cost = 800.01; equivalent_price = 900.00",
        "covered payment 750.00",
    ),
    // NL-DEF-11: what an equivalent device costs now is the loss; nobody asks for it when it cannot matter.
    yes("NL-DEF-11", "plus", BURGLARY, "equivalent_price = 300.00", "covered payment 250.00"),
    yes(
        "NL-DEF-11",
        "xandocare",
        DROP,
        "-repair_cost; -equivalent_price",
        "facts equivalent_price repair_cost",
    ),
    no("NL-DEF-11", "xandocare", DROP, "-repairable; -repair_cost; -equivalent_price", "facts repairable"),
    // NL-DEF-12: parts and work; what bringing it in or missing it costs is in no step (NL-NOPAY-04, 05, 07).
    yes("NL-DEF-12", "xandocare", DROP, "repair_cost = 180.01", "covered repair 130.01"),
    no("NL-DEF-12", "xandocare", DROP, "repairable = no; repair_cost = 180.01", "covered payment 550.00"),
    // The excess; a loss below it leaves nothing, never less.
    yes("NL-NOPAY-01", "xandocare", DROP, "repair_cost = 50.01", "covered repair 0.01"),
    yes("NL-NOPAY-01", "xandocare", DROP, "repair_cost = 50.00", "covered repair 0.00"),
    no("NL-NOPAY-01", "xandocare", DROP, "excess = 0", "covered repair 180.00"),
    yes("NL-COV-03", "xandocare", DROP, "excess = 75.00", "covered repair 105.00"),
    no("NL-COV-03", "xandocare", DROP, "excess = 0", "covered repair 180.00"),
    yes("NL-DEF-13", "xandocare", DROP, "excess = 75.00", "covered repair 105.00"),
    no("NL-DEF-13", "xandocare", DROP, "excess = 0", "covered repair 180.00"),
    // What others paid comes off the loss, not off the limit.
    yes("NL-NOPAY-02", "xandocare", DROP, "recovered_elsewhere = 100.00", "covered repair 30.00"),
    yes("NL-NOPAY-02", "xandocare", DROP, "recovered_elsewhere = 400.00", "covered repair 0.00"),
    yes(
        "NL-NOPAY-02",
        "xandocare",
        DROP,
        "repairable = no; equivalent_price = 900.00; recovered_elsewhere = 200.00",
        "covered payment 650.00",
    ),
    no("NL-NOPAY-02", "xandocare", DROP, "recovered_elsewhere = 0", PAID),
    yes("NL-NOPAY-06", "xandocare", DROP, "repaired_elsewhere = yes", "not covered NL-NOPAY-06"),
    no("NL-NOPAY-06", "xandocare", DROP, "repaired_elsewhere = no", PAID),
];

/// Every amount the wording asks for: bringing it in, what it costs not to have it, and lost data are not among them
/// (NL-NOPAY-04, NL-NOPAY-05, NL-NOPAY-07); the conditions say so in a clause without effect on the sum.
#[test]
fn costs_never_paid_are_in_no_step() {
    let product = xandocare();
    let amounts = product.facts().iter().filter(|fact| fact.kind == Kind::Money && !fact.finding);
    let amounts: Vec<&str> = amounts.map(|fact| fact.name.as_str()).collect();
    assert_eq!(
        amounts,
        [
            "purchase_value",
            "excess",
            "recovered_elsewhere",
            "accessories_value",
            "repair_cost",
            "equivalent_price"
        ]
    );
    let decision = decide(product, &case("xandocare", DROP, "")).unwrap();
    for id in ["bringing_in", "consequences", "data"] {
        let clause = decision.items[0].considered.iter().find(|clause| clause.clause == *id).unwrap();
        assert_eq!(clause.outcome, Outcome::DoesNotApply, "{id}");
    }
}

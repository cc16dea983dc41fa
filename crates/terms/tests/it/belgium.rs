//! The Belgian conditions, rule by rule: a row where the rule decides and one where it nearly does.

use crate::support::electronics_be;

#[test]
fn loads() {
    assert_eq!(electronics_be().code(), "electronics-be");
}

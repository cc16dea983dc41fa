//! Prices and what may be insured.

use kernel::{DeviceKind, Money, Refusal};
use terms::Frequency;

use crate::support::xandocare;

/// Plan, device, value, frequency, bought, applied; premium and excess, or the code of the refusal.
fn check(row: (&str, &str, &str, &str, &str, &str), expected: &str) {
    let (plan, device, value, frequency, bought, applied) = row;
    let quote = xandocare().quote(
        plan,
        device.parse::<DeviceKind>().unwrap(),
        value.parse::<Money>().unwrap(),
        frequency.parse::<Frequency>().unwrap(),
        bought.parse().unwrap(),
        applied.parse().unwrap(),
    );
    let found = match quote {
        Ok(quote) => format!("{} {}", quote.premium, quote.excess),
        Err(refusal) => refusal.code().to_owned(),
    };
    assert_eq!(found, expected, "{row:?}");
}

#[test]
fn quotes() {
    let today = "2026-06-01";
    check(("xandocare", "phone", "899.99", "monthly", today, today), "7.95 50.00");
    check(("xandocare", "phone", "900.00", "monthly", today, today), "10.95 75.00");
    check(("plus", "phone", "899.99", "yearly", today, today), "109.45 50.00");
    check(("plus-protect", "phone", "899.99", "one-off", today, today), "268.50 40.00");
    check(("gold", "phone", "899.99", "monthly", today, today), "unknown-plan");
    // AMB-46: no cover is sold that cannot pay.
    check(("plus", "smartwatch", "299.00", "monthly", today, today), "device-not-sold");
    check(("plus", "phone", "49.99", "monthly", today, today), "purchase-value-out-of-range");
    check(("plus", "phone", "50.00", "monthly", today, today), "5.95 25.00");
    check(("plus", "phone", "2500.00", "monthly", today, today), "purchase-value-out-of-range");
    check(("plus", "phone", "500.00", "monthly", "2026-06-02", today), "bought-after-application");
    check(("plus", "phone", "500.00", "monthly", "2026-03-01", today), "7.95 35.00");
    check(("plus", "phone", "500.00", "monthly", "2026-02-28", today), "bought-too-long-ago");
}

#[test]
fn parameters_are_typed() {
    let product = xandocare();
    assert_eq!(product.param_term("provisional_cover").to_string(), "14 days");
    assert!(product.param_rolls("claim_report") && !product.param_rolls("evidence"));
    assert_eq!(product.param_money("machine_may_approve").to_string(), "250.00");
    assert_eq!(product.param_percent("insurance_tax").to_string(), "0.21");
    for required in terms::REQUIRED_PARAMETERS {
        assert_eq!(product.parameters()[required.name].kind(), required.kind);
        assert!(!product.parameters()[required.name].shown().is_empty());
    }
}

use proptest::prelude::*;

use super::few_cases;
use crate::{Decimal, Money, MoneyError, Rounding};

fn check(text: &str, expected: Result<i64, MoneyError>) {
    assert_eq!(text.parse::<Money>().map(Money::cents), expected, "{text:?}");
}

#[test]
fn amounts_are_read_with_point_or_comma_and_never_guessed() {
    check("12.34", Ok(1_234));
    check("12,34", Ok(1_234));
    check(" 12 ", Ok(1_200));
    check("12.3", Ok(1_230));
    check("0.05", Ok(5));
    check("-0,05", Ok(-5));
    check("007", Ok(700));
    check("92233720368547758.07", Ok(i64::MAX));
    check("92233720368547758.08", Err(MoneyError::TooLarge));
    check("99999999999999999999", Err(MoneyError::TooLarge));
    check("", Err(MoneyError::Empty));
    check("  ", Err(MoneyError::Empty));
    check("-", Err(MoneyError::NotANumber));
    check("--1", Err(MoneyError::NotANumber));
    check("+1", Err(MoneyError::NotANumber));
    check(".50", Err(MoneyError::NotANumber));
    check("12.", Err(MoneyError::NotANumber));
    check("1.234", Err(MoneyError::TooManyDecimals));
    check("1.234,56", Err(MoneyError::NotANumber));
    check("1 000", Err(MoneyError::NotANumber));
    check("€ 5", Err(MoneyError::NotANumber));
    check("1e3", Err(MoneyError::NotANumber));
    check("١٢", Err(MoneyError::NotANumber));
}

#[test]
fn rounding_is_what_its_name_says() {
    let half_up_even_down_up = |cents: i64, num, den| {
        Rounding::ALL
            .iter()
            .map(|&rounding| Money::from_cents(cents).part(num, den, rounding).cents())
            .collect::<Vec<_>>()
    };
    assert_eq!(half_up_even_down_up(5, 1, 2), [3, 2, 2, 3]);
    assert_eq!(half_up_even_down_up(7, 1, 2), [4, 4, 3, 4]);
    assert_eq!(half_up_even_down_up(-5, 1, 2), [-3, -2, -2, -3]);
    assert_eq!(half_up_even_down_up(10, 1, 3), [3, 3, 3, 4]);
    assert_eq!(half_up_even_down_up(10, 2, 3), [7, 7, 6, 7]);
    assert_eq!(half_up_even_down_up(10, -2, 3), [-7, -7, -6, -7]);
    assert_eq!(half_up_even_down_up(10, -2, -3), [7, 7, 6, 7]);
    assert_eq!(half_up_even_down_up(9, 1, 3), [3, 3, 3, 3]);
    let premium = Money::from_cents(1_250);
    assert_eq!(premium.times(Decimal::new(21, 2), Rounding::HalfUp).cents(), 263); // 262.5
    assert_eq!(premium.times(Decimal::new(21, 2), Rounding::HalfEven).cents(), 262);
    assert_eq!(premium.times(Decimal::new(-21, 2), Rounding::HalfUp).cents(), -263);
    assert_eq!(Money::from_cents(i64::MAX).checked_times(Decimal::TWO, Rounding::Down), None);
    assert_eq!(Money::from_cents(i64::MAX).checked_times(Decimal::MAX, Rounding::Down), None);
    assert_eq!(Money::from_cents(i64::MAX).checked_part(2, 1, Rounding::Down), None);
    assert_eq!(Money::from_cents(1).checked_part(1, 0, Rounding::Down), None);
    assert_eq!(
        Money::from_cents(i64::MIN).checked_part(i64::MIN, i64::MIN, Rounding::Up).map(Money::cents),
        Some(i64::MIN)
    );
}

#[test]
fn the_odd_cents_go_where_it_is_said() {
    let split = |cents, weights: &[u64]| {
        Money::from_cents(cents).split_by_weights(weights).into_iter().map(Money::cents).collect::<Vec<_>>()
    };
    assert_eq!(
        Money::from_cents(100).split_evenly(3).iter().map(|m| m.cents()).collect::<Vec<_>>(),
        [34, 33, 33]
    );
    assert_eq!(split(-100, &[1, 1, 1]), [-34, -33, -33]);
    assert_eq!(split(101, &[60, 30, 10]), [61, 30, 10]); // 60.6, 30.3, 10.1
    assert_eq!(split(5, &[1, 0, 1]), [3, 0, 2]);
    assert_eq!(split(0, &[1, 2]), [0, 0]);
    assert_eq!(split(i64::MIN, &[u64::MAX]), [i64::MIN]);
    assert_eq!(split(1, &[1, 3]), [0, 1]);
}

#[test]
fn it_is_written_with_two_decimals() {
    for (cents, text) in [(1_234, "12.34"), (-5, "-0.05"), (0, "0.00"), (i64::MIN, "-92233720368547758.08")] {
        assert_eq!(Money::from_cents(cents).to_string(), text);
    }
    assert_eq!(format!("[{:>8}]", Money::from_cents(1_234)), "[   12.34]");
}

#[test]
#[should_panic(expected = "63 bits")]
fn too_large_a_sum_panics() {
    let _ = Money::from_cents(i64::MAX) + Money::from_cents(1);
}

#[test]
fn sums_and_checks() {
    let amounts = [1, -2, 30].map(Money::from_cents);
    assert_eq!(amounts.iter().sum::<Money>(), Money::from_cents(29));
    assert_eq!(amounts.into_iter().sum::<Money>(), Money::from_cents(29));
    assert_eq!(Money::from_cents(i64::MIN).checked_neg(), None);
    assert_eq!(Money::from_cents(i64::MIN).checked_sub(Money::from_cents(1)), None);
    assert_eq!(Money::from_cents(i64::MAX).checked_add(Money::from_cents(1)), None);
    assert_eq!(Money::from_cents(-3).abs(), Money::from_cents(3));
    assert_eq!(Money::from_cents(1_234).as_decimal().to_string(), "12.34");
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn text_goes_round(cents in any::<i64>()) {
        let money = Money::from_cents(cents);
        if cents != i64::MIN {
            prop_assert_eq!(money.to_string().parse(), Ok(money));
            prop_assert_eq!(money.to_string().replace('.', ",").parse(), Ok(money));
        }
    }

    #[test]
    fn an_even_split_loses_nothing(cents in any::<i64>(), parts in 1_usize..50) {
        let split = Money::from_cents(cents).split_evenly(parts);
        prop_assert_eq!(split.len(), parts);
        prop_assert_eq!(split.iter().sum::<Money>().cents(), cents);
        let sizes: Vec<u64> = split.iter().map(|part| part.cents().unsigned_abs()).collect();
        prop_assert!(sizes.is_sorted_by(|a, b| a >= b), "the first get the extra cents");
        prop_assert!(sizes[0] - sizes[parts - 1] <= 1);
    }

    #[test]
    fn a_weighted_split_loses_nothing(cents in any::<i64>(), weights in prop::collection::vec(any::<u64>(), 1..20)) {
        prop_assume!(weights.iter().any(|&weight| weight > 0));
        let split = Money::from_cents(cents).split_by_weights(&weights);
        prop_assert_eq!(split.iter().map(|part| i128::from(part.cents())).sum::<i128>(), i128::from(cents));
        let total: u128 = weights.iter().map(|&weight| u128::from(weight)).sum();
        for (part, &weight) in split.iter().zip(&weights) {
            let floor = u128::from(cents.unsigned_abs()) * u128::from(weight) / total;
            let size = u128::from(part.cents().unsigned_abs());
            prop_assert!(size == floor || size == floor + 1, "within a cent of the exact share");
            prop_assert!(weight > 0 || size == 0);
        }
        if cents != i64::MIN {
            let mirrored: Vec<Money> = Money::from_cents(-cents).split_by_weights(&weights).into_iter().map(|m| -m).collect();
            prop_assert_eq!(split, mirrored);
        }
    }

    #[test]
    fn a_part_is_the_same_as_by_decimals(cents in -1_000_000_000_i64..1_000_000_000, num in -1_000_i64..1_000) {
        for &rounding in Rounding::ALL {
            let by_rate = Money::from_cents(cents).times(Decimal::new(num, 2), rounding);
            prop_assert_eq!(Money::from_cents(cents).part(num, 100, rounding), by_rate);
        }
    }
}

use proptest::prelude::*;

use super::few_cases;
use crate::{EmptyPeriod, Period};

#[test]
fn a_period_is_never_empty() {
    assert_eq!(Period::new(3, Some(3)), Err(EmptyPeriod));
    assert_eq!(Period::new(3, Some(2)), Err(EmptyPeriod));
    assert!(Period::between(3, 4).is_ok());
    let open = Period::starting(3);
    assert_eq!((open.from(), open.to()), (3, None));
}

#[test]
fn its_end_is_outside() {
    let period = Period::between(3, 5).unwrap();
    assert_eq!([2, 3, 4, 5].map(|at| period.contains(at)), [false, true, true, false]);
    let next = Period::starting(5);
    assert!(period.meets(&next) && !period.overlaps(&next) && !next.meets(&period));
    assert!(Period::starting(0).encloses(&period) && period.encloses(&period) && !period.encloses(&next));
}

fn any_period() -> impl Strategy<Value = Period<i32>> {
    (0_i32..12, prop::option::of(1_i32..6)).prop_map(|(from, length)| {
        Period::new(from, length.map(|length| from + length)).expect("a length above zero")
    })
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn the_same_as_counting_the_moments(a in any_period(), b in any_period()) {
        let both: Vec<i32> = (0..30).filter(|&at| a.contains(at) && b.contains(at)).collect();
        prop_assert_eq!(a.overlaps(&b), !both.is_empty());
        prop_assert_eq!(a.intersect(&b).map(|shared| shared.from()), both.first().copied());
        prop_assert_eq!(a.intersect(&b), b.intersect(&a));
        if let Some(shared) = a.intersect(&b) {
            prop_assert!((0..30).all(|at| shared.contains(at) == both.contains(&at)));
        }
        prop_assert_eq!(a.encloses(&b), (0..40).all(|at| a.contains(at) || !b.contains(at)));
    }
}

use proptest::prelude::*;

use super::{few_cases, instant};
use crate::{Id, IdError, IdMaker, Instant, Shard};

crate::id_type! {
    /// For the tests.
    ThingId,
    /// Another one.
    OtherId,
}

fn any_shard() -> impl Strategy<Value = Shard> {
    (0..Shard::COUNT).prop_map(|number| Shard::new(number).expect("in range"))
}

fn any_millis() -> impl Strategy<Value = i64> {
    946_684_800_001_i64..3_100_000_000_000
}

fn at(millis: i64) -> Instant {
    Instant::from_millisecond(millis).expect("an instant")
}

#[test]
fn shards_are_a_thousand_and_twenty_four() {
    assert_eq!(Shard::new(1_023).map(Shard::number), Some(1_023));
    assert_eq!(Shard::new(1_024), None);
    assert_eq!(Shard::of(1_024 + 7).number(), 7);
    assert_eq!(Shard::of(u64::MAX).number(), 1_023);
}

#[test]
fn what_is_no_id() {
    assert_eq!(Id::from_i64(0), Err(IdError::NotPositive));
    assert_eq!(Id::from_i64(-1), Err(IdError::NotPositive));
    for text in [
        "",
        "1",
        "0000000000000",
        "000000000000U",
        "000000000000u",
        "000000000000A",
        "00000000000é",
        "zzzzzzzzzzzzz",
    ] {
        assert!(text.parse::<Id>().is_err(), "{text:?}");
    }
    assert_eq!("7zzzzzzzzzzzz".parse::<Id>().map(Id::as_i64), Ok(i64::MAX));
    assert_eq!("0000000000010".parse::<Id>().map(Id::as_i64), Ok(32));
}

#[test]
fn time_outside_its_years_is_held_at_the_end() {
    let first = Id::new(Shard::of(0), instant("1970-01-01T00:00:00Z"), 0);
    assert!(first.as_i64() > 0);
    let last = Id::new(Shard::of(1_023), instant("9999-01-01T00:00:00Z"), u64::MAX);
    assert_eq!(last.as_i64(), i64::MAX);
    assert_eq!(last.made_at().to_string(), "2069-09-06T15:47:35.551Z");
}

#[test]
fn typed_ids_keep_the_number() {
    let id = Id::new(Shard::of(5), instant("2026-04-01T10:00:00Z"), 9);
    let thing = ThingId::from_id(id);
    assert_eq!((thing.id(), thing.as_i64(), thing.shard()), (id, id.as_i64(), Shard::of(5)));
    assert_eq!(ThingId::from(id), ThingId::new(Shard::of(5), instant("2026-04-01T10:00:00Z"), 9));
    assert_eq!(Id::from(thing), id);
    assert_eq!(format!("{thing:?}"), format!("ThingId({id})"));
    assert_eq!(OtherId::from_i64(0), Err(IdError::NotPositive));
}

#[test]
fn many_at_one_instant_differ() {
    let mut maker = IdMaker::new(1);
    let now = instant("2026-04-01T10:00:00Z");
    let ids: Vec<Id> = (0..20_000).map(|_| maker.next_id(Shard::of(3), now)).collect();
    assert!(ids.is_sorted_by(|a, b| a < b));
    assert!(ids.iter().all(|id| id.shard() == Shard::of(3)));
    let back = maker.next_id(Shard::of(3), instant("2026-03-01T10:00:00Z"));
    assert!(back > ids[19_999], "a clock that goes back makes no smaller id");
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn positive_and_the_parts_come_back(shard in any_shard(), millis in any_millis(), entropy in any::<u64>()) {
        let id = Id::new(shard, at(millis), entropy);
        prop_assert!(id.as_i64() > 0);
        prop_assert_eq!(id.shard(), shard);
        prop_assert!(id <= shard.last_id() && shard.last_id().shard() == shard);
        prop_assert_eq!(id.made_at(), at(millis));
        prop_assert_eq!(Id::from_i64(id.as_i64()), Ok(id));
        prop_assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn sorted_by_time_within_a_shard(
        shard in any_shard(), a in any_millis(), b in any_millis(), x in any::<u64>(), y in any::<u64>()
    ) {
        let (first, second) = (Id::new(shard, at(a), x), Id::new(shard, at(b), y));
        if a != b {
            prop_assert_eq!(first < second, a < b);
            prop_assert_eq!(first.to_string() < second.to_string(), a < b, "the text sorts alike");
        }
    }
}

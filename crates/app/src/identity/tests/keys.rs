//! Keys of the API.

use super::*;
use crate::identity::keys;

#[test]
fn a_key_opens_nothing_but_the_api_and_only_while_its_user_may() {
    in_house(|house| {
        house.make(20, "robot@harmony.example", Rights::staff(vec![Role::ProductManager]));
        let key = token(77);
        let (issued, asked) = (key.clone(), key.clone());
        house.write(move |tx| keys::issue(tx, start(), user(20), &issued, 30));
        let find = move |house: &House<'_>, now: Instant, key: Token| {
            house.write(move |tx| keys::find(tx, now, &key))
        };
        let found = find(house, at(1_000), asked.clone()).unwrap();
        assert_eq!((found.who.id, found.who.roles), (id(20), vec![Role::ProductManager]));
        let session = asked.clone();
        let opened = house.write(move |tx| {
            Ok(sessions::find(tx, at(1_000), std::slice::from_ref(&session))?.pop().unwrap())
        });
        assert_eq!(opened, None, "a key is no session");
        assert_eq!(find(house, at(1_000), token(78)), None, "another");
        assert_eq!(find(house, at(31 * 86_400), asked.clone()), None, "too old");
        let ended = house.write(move |tx| keys::end_all(tx, at(2_000), user(20)));
        assert_eq!((ended, find(house, at(2_001), asked)), (1, None));
    });
}

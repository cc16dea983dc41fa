//! Amounts by item, stored as a list of pairs: the keys of a JSON object are texts, and numbers among them do not come back out
//! of an event that is told by its tag.

use std::collections::BTreeMap;

use kernel::Money;
use serde::{Deserialize, Deserializer, Serializer};

pub(crate) fn serialize<S: Serializer>(map: &BTreeMap<u32, Money>, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(map)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<u32, Money>, D::Error> {
    Ok(Vec::<(u32, Money)>::deserialize(from)?.into_iter().collect())
}

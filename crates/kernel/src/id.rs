//! Identifiers of stored things: 63 bits that carry their shard and their time.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Instant;

/// One of 1,024 parts the data is spread over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Shard(u16);

/// A shard number is not below 1,024.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a shard is a number from 0 to 1023")]
pub struct NoSuchShard;

impl TryFrom<u16> for Shard {
    type Error = NoSuchShard;
    fn try_from(number: u16) -> Result<Self, NoSuchShard> {
        Self::new(number).ok_or(NoSuchShard)
    }
}

impl From<Shard> for u16 {
    fn from(shard: Shard) -> Self {
        shard.0
    }
}

impl Shard {
    /// How many shards there are.
    pub const COUNT: u16 = 1 << SHARD_BITS;

    /// The shard with that number, from 0 to 1,023.
    pub const fn new(number: u16) -> Option<Self> {
        if number < Self::COUNT { Some(Self(number)) } else { None }
    }

    /// The shard that a hash (or any evenly spread number) falls into: its lowest ten bits.
    pub const fn of(hash: u64) -> Self {
        Self((hash % Self::COUNT as u64) as u16)
    }

    /// Its number.
    pub const fn number(self) -> u16 {
        self.0
    }

    /// The largest id that an id of this shard can be: where it ends in a list in the order of ids.
    pub const fn last_id(self) -> Id {
        Id((self.0 as i64) << (MILLI_BITS + LOW_BITS) | ((1 << (MILLI_BITS + LOW_BITS)) - 1))
    }
}

/// An identifier: shard (10 bits) | milliseconds since the start of 2000 (41 bits) | counter or random (12 bits).
///
/// Always positive. Ids of one shard sort by time; an instant before 2000 or after 2069 counts as that end. Written as 13
/// characters of Crockford's base 32 in lower case, which sort like the number; serialised as that text, since JSON readers
/// lose digits of large numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(i64);

crate::text::coded_error! {
    /// Why something is no id.
    IdError {
        NotPositive = "id-not-positive": "an id is a positive number",
        Shape = "id-shape": "an id is 13 lower-case letters and digits, without i, l, o and u",
    }
}

impl Id {
    /// The id of something in that shard, made at that instant. Of the entropy the lowest 12 bits are used: two ids of one
    /// shard and millisecond are the same once in 4,096 times, so that many at once come from an [`IdMaker`].
    pub fn new(shard: Shard, at: Instant, entropy: u64) -> Self {
        Self::compose(shard, millis_of(at), entropy)
    }

    fn compose(shard: Shard, millis: i64, low: u64) -> Self {
        let low = (low % (1 << LOW_BITS)) as i64;
        Self(i64::from(shard.0) << (MILLI_BITS + LOW_BITS) | millis << LOW_BITS | low)
    }

    /// The id with that number.
    ///
    /// # Errors
    /// [`IdError::NotPositive`].
    pub const fn from_i64(number: i64) -> Result<Self, IdError> {
        if number > 0 { Ok(Self(number)) } else { Err(IdError::NotPositive) }
    }

    /// The number that is stored.
    pub const fn as_i64(self) -> i64 {
        self.0
    }

    /// The shard it lives in.
    pub const fn shard(self) -> Shard {
        Shard((self.0 >> (MILLI_BITS + LOW_BITS)) as u16)
    }

    /// When it was made, to the millisecond.
    pub fn made_at(self) -> Instant {
        let millis = (self.0 >> LOW_BITS) & LAST_MILLI;
        Instant::from_millisecond(EPOCH_MILLIS + millis)
            .expect("41 bits of milliseconds after 2000 are an instant")
    }
}

/// Hands out ids that differ: in one shard each is larger than the one before, however many are made in one millisecond.
///
/// One maker per process; give it the operational clock, not the played business time, so that two runs on the same
/// business day do not start from the same instant. Ids of two processes may still meet, once in a long while: the
/// database's key finds that, and the command is tried again.
#[derive(Debug, Clone)]
pub struct IdMaker {
    state: u64,
    last: i64,
}

impl IdMaker {
    /// A maker with its own seed.
    pub const fn new(seed: u64) -> Self {
        Self { state: seed, last: 0 }
    }

    /// The next id in that shard.
    pub fn next_id(&mut self, shard: Shard, at: Instant) -> Id {
        let first_of_millisecond = millis_of(at) << LOW_BITS;
        let lowest = first_of_millisecond | (self.draw() & 0x3ff) as i64; // a quarter of the counter: room to go on
        self.last = if lowest > self.last { lowest } else { self.last + 1 };
        let millis = self.last >> LOW_BITS;
        assert!(millis <= LAST_MILLI, "ids can be made until September 2069");
        Id::compose(shard, millis, self.last as u64)
    }

    /// SplitMix64: good enough to spread, no secret is made of it.
    fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

const SHARD_BITS: u32 = 10;
const MILLI_BITS: u32 = 41;
const LOW_BITS: u32 = 12;
const LAST_MILLI: i64 = (1 << MILLI_BITS) - 1;
/// The first instant of 2000, UTC.
const EPOCH_MILLIS: i64 = 946_684_800_000;

/// From 1, so that no id is zero.
fn millis_of(at: Instant) -> i64 {
    (at.as_millisecond() - EPOCH_MILLIS).clamp(1, LAST_MILLI)
}

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const TEXT_LENGTH: usize = 13;

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [b'0'; TEXT_LENGTH];
        let mut rest = self.0;
        for place in text.iter_mut().rev() {
            *place = ALPHABET[(rest & 31) as usize];
            rest >>= 5;
        }
        f.pad(std::str::from_utf8(&text).expect("the alphabet is ASCII"))
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

impl FromStr for Id {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        if text.len() != TEXT_LENGTH {
            return Err(IdError::Shape);
        }
        let mut number: u128 = 0;
        for byte in text.bytes() {
            let digit = ALPHABET.iter().position(|&letter| letter == byte).ok_or(IdError::Shape)?;
            number = number << 5 | digit as u128;
        }
        Self::from_i64(i64::try_from(number).map_err(|_| IdError::Shape)?)
    }
}

crate::__serde_as_text!(Id, |it: &Id| it.to_string());

/// Typed ids: newtypes over [`Id`] that cannot be mixed up.
///
/// ```
/// kernel::id_type! {
///     /// A bicycle.
///     BicycleId
/// }
/// let id = BicycleId::from_i64(42).unwrap();
/// assert_eq!(id.to_string().parse(), Ok(id));
/// ```
#[macro_export]
macro_rules! id_type {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($crate::Id);

        impl $name {
            /// The id of something in that shard, made at that instant; see [`Id::new`]($crate::Id::new).
            pub fn new(shard: $crate::Shard, at: $crate::Instant, entropy: u64) -> Self {
                Self($crate::Id::new(shard, at, entropy))
            }

            /// The same id with its type.
            pub const fn from_id(id: $crate::Id) -> Self {
                Self(id)
            }

            /// The id with that number; it must be positive.
            pub fn from_i64(number: i64) -> ::core::result::Result<Self, $crate::IdError> {
                $crate::Id::from_i64(number).map(Self)
            }

            /// The same id without its type.
            pub const fn id(self) -> $crate::Id {
                self.0
            }

            /// The number that is stored.
            pub const fn as_i64(self) -> i64 {
                self.0.as_i64()
            }

            /// The shard it lives in.
            pub const fn shard(self) -> $crate::Shard {
                self.0.shard()
            }
        }

        impl ::core::convert::From<$crate::Id> for $name {
            fn from(id: $crate::Id) -> Self {
                Self(id)
            }
        }

        impl ::core::convert::From<$name> for $crate::Id {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::IdError;
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        $crate::__serde_as_text!($name, |it: &$name| ::std::string::ToString::to_string(it));
    )+};
}

//! The three column types (BIGINT, TEXT, BLOB) and NULL, and what of Rust goes into them.

use kernel::{Date, Id, Instant, Money};

use crate::{Result, StoreError};

/// A value as it is stored. `Debug` tells the type only: values may be personal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// NULL.
    Null,
    /// BIGINT: ids, cents, counts, instants in microseconds, booleans as 0 and 1.
    Int(i64),
    /// TEXT: codes, dates `YYYY-MM-DD`, decimals, JSON.
    Text(String),
    /// BLOB (BYTEA): sealed or hashed bytes.
    Bytes(Vec<u8>),
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Int(_) => "int",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
        })
    }
}

/// A list of parameters: `params![policy.as_i64(), "nl", None::<i64>]`.
#[macro_export]
macro_rules! params {
    () => { [] as [$crate::Value; 0] };
    ($($value:expr),+ $(,)?) => { [$($crate::Value::from($value)),+] };
}

/// One row for [`crate::Tx::insert`]: `row![id, "open", at]`.
#[macro_export]
macro_rules! row {
    ($($value:expr),+ $(,)?) => { vec![$($crate::Value::from($value)),+] };
}

macro_rules! into_value {
    ($($type:ty, $name:ident => $value:expr;)+) => {$(
        impl From<$type> for Value {
            fn from($name: $type) -> Self { $value }
        }
    )+};
}

into_value! {
    i64, v => Self::Int(v);
    i32, v => Self::Int(v.into());
    i16, v => Self::Int(v.into());
    u32, v => Self::Int(v.into());
    u16, v => Self::Int(v.into());
    u8, v => Self::Int(v.into());
    bool, v => Self::Int(v.into());
    &i64, v => Self::Int(*v);
    String, v => Self::Text(v);
    &String, v => Self::Text(v.clone());
    &str, v => Self::Text(v.to_owned());
    Vec<u8>, v => Self::Bytes(v);
    &Vec<u8>, v => Self::Bytes(v.clone());
    &[u8], v => Self::Bytes(v.to_vec());
    [u8; 32], v => Self::Bytes(v.to_vec());
    &[u8; 32], v => Self::Bytes(v.to_vec());
    Date, v => Self::Text(v.to_string());
    Instant, v => Self::Int(v.as_microsecond());
    Id, v => Self::Int(v.as_i64());
    Money, v => Self::Int(v.cents());
}

impl<T> From<Option<T>> for Value
where
    Self: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

/// What can be read from a column. Failing, it says what is wrong without the value.
pub trait FromValue: Sized {
    /// Takes the value out of its column.
    ///
    /// # Errors
    /// A fixed text: the value has another type, or is not what the type means.
    fn from_value(value: Value) -> Result<Self, &'static str>;
}

macro_rules! from_value {
    ($($type:ty, $pattern:pat => $value:expr, $problem:literal;)+) => {$(
        impl FromValue for $type {
            fn from_value(value: Value) -> Result<Self, &'static str> {
                match value {
                    $pattern => $value,
                    Value::Null => Err("is null"),
                    _ => Err($problem),
                }
            }
        }
    )+};
}

from_value! {
    i64, Value::Int(v) => Ok(v), "is not an integer";
    i32, Value::Int(v) => Self::try_from(v).map_err(|_| "is outside 32 bits"), "is not an integer";
    u32, Value::Int(v) => Self::try_from(v).map_err(|_| "is outside 0 to 2^32"), "is not an integer";
    u16, Value::Int(v) => Self::try_from(v).map_err(|_| "is outside 0 to 65535"), "is not an integer";
    u64, Value::Int(v) => Self::try_from(v).map_err(|_| "is negative"), "is not an integer";
    String, Value::Text(v) => Ok(v), "is not text";
    Vec<u8>, Value::Bytes(v) => Ok(v), "is not bytes";
    Date, Value::Text(v) => v.parse().map_err(|_| "is not a date"), "is not a date";
    Id, Value::Int(v) => Self::from_i64(v).map_err(|_| "is not an id"), "is not an id";
    Money, Value::Int(v) => Ok(Self::from_cents(v)), "is not an amount in cents";
    Instant, Value::Int(v) => Self::from_microsecond(v).map_err(|_| "is not an instant"), "is not an instant";
}

impl FromValue for bool {
    fn from_value(value: Value) -> Result<Self, &'static str> {
        match value {
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            Value::Null => Err("is null"),
            _ => Err("is not 0 or 1"),
        }
    }
}

impl FromValue for [u8; 32] {
    fn from_value(value: Value) -> Result<Self, &'static str> {
        match value {
            Value::Bytes(v) => v.try_into().map_err(|_| "is not 32 bytes"),
            _ => Err("is not 32 bytes"),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self, &'static str> {
        if value == Value::Null { Ok(None) } else { T::from_value(value).map(Some) }
    }
}

impl FromValue for Value {
    fn from_value(value: Value) -> Result<Self, &'static str> {
        Ok(value)
    }
}

pub(crate) fn column_error(column: impl Into<String>, problem: &'static str) -> StoreError {
    StoreError::Column { column: column.into(), problem }
}

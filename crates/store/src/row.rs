//! A row as it came from the database.

use std::sync::Arc;

use kernel::{Date, Id, Instant, Money};

use crate::value::{FromValue, Value, column_error};
use crate::{Result, StoreError};

/// The column names of one statement, shared by its rows.
pub(crate) type Columns = Arc<[Box<str>]>;

/// One row of a result. Columns are named by text or position; the getters say which column was wrong, never its value.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    pub(crate) columns: Columns,
    pub(crate) values: Vec<Value>,
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.columns.iter().zip(&self.values)).finish()
    }
}

/// A column by its name or its position (from 0).
pub trait Column: Copy {
    /// Its position in this row.
    fn position(self, row: &Row) -> Option<usize>;
    /// How to name it in an error.
    fn name(self) -> String;
}

impl Column for usize {
    fn position(self, row: &Row) -> Option<usize> {
        (self < row.values.len()).then_some(self)
    }
    fn name(self) -> String {
        format!("{self}")
    }
}

impl Column for &str {
    fn position(self, row: &Row) -> Option<usize> {
        row.columns.iter().position(|column| &**column == self)
    }
    fn name(self) -> String {
        self.to_owned()
    }
}

impl Row {
    /// The value of a column as `T`: `row.get::<Option<Date>>("keep_until")?`.
    ///
    /// # Errors
    /// [`StoreError::Column`]: no such column, NULL where `T` has none, another type, or not what `T` means.
    pub fn get<T: FromValue>(&self, column: impl Column) -> Result<T> {
        let position =
            column.position(self).ok_or_else(|| column_error(column.name(), "is not in the result"))?;
        T::from_value(self.values[position].clone()).map_err(|problem| column_error(column.name(), problem))
    }

    /// Like [`Row::get`], moving the value out (NULL stays behind): for large texts and bytes.
    ///
    /// # Errors
    /// As [`Row::get`].
    pub fn take<T: FromValue>(&mut self, column: impl Column) -> Result<T> {
        let position =
            column.position(self).ok_or_else(|| column_error(column.name(), "is not in the result"))?;
        let value = std::mem::replace(&mut self.values[position], Value::Null);
        T::from_value(value).map_err(|problem| column_error(column.name(), problem))
    }

    /// An id of any type made by `kernel::id_type!`: `row.id::<PolicyId>("policy_id")?`.
    ///
    /// # Errors
    /// As [`Row::get`].
    pub fn id<T: From<Id>>(&self, column: impl Column) -> Result<T> {
        self.get::<Id>(column).map(T::from)
    }

    /// The same, `None` for NULL.
    ///
    /// # Errors
    /// As [`Row::get`].
    pub fn opt_id<T: From<Id>>(&self, column: impl Column) -> Result<Option<T>> {
        Ok(self.get::<Option<Id>>(column)?.map(T::from))
    }

    /// A text column parsed by its type's own `FromStr`: `row.parse::<Role>("role")?`.
    ///
    /// # Errors
    /// As [`Row::get`]; also when the text is none of the type's.
    pub fn parse<T: std::str::FromStr>(&self, column: impl Column) -> Result<T> {
        self.get::<String>(column)?
            .parse()
            .map_err(|_| column_error(column.name(), "is none of the known values"))
    }

    /// A JSON text column as `T`.
    ///
    /// # Errors
    /// As [`Row::get`]; also when the text is not the JSON of a `T`.
    pub fn json<T: serde::de::DeserializeOwned>(&self, column: impl Column) -> Result<T> {
        serde_json::from_str(&self.get::<String>(column)?)
            .map_err(|_| column_error(column.name(), "is not the JSON expected"))
    }

    /// How many columns.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether it has no columns at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

macro_rules! getters {
    ($($(#[$doc:meta])* $name:ident, $opt:ident: $type:ty;)+) => {
        impl Row {$(
            $(#[$doc])*
            ///
            /// # Errors
            /// As [`Row::get`].
            pub fn $name(&self, column: impl Column) -> Result<$type, StoreError> {
                self.get(column)
            }
            /// The same, `None` for NULL.
            ///
            /// # Errors
            /// As [`Row::get`].
            pub fn $opt(&self, column: impl Column) -> Result<Option<$type>, StoreError> {
                self.get(column)
            }
        )+}
    };
}

getters! {
    /// A BIGINT.
    i64, opt_i64: i64;
    /// A TEXT.
    text, opt_text: String;
    /// A BLOB.
    bytes, opt_bytes: Vec<u8>;
    /// A BIGINT that is 0 or 1.
    bool, opt_bool: bool;
    /// A TEXT `YYYY-MM-DD`.
    date, opt_date: Date;
    /// A BIGINT of euro cents.
    money, opt_money: Money;
    /// A BIGINT of microseconds since 1970.
    instant, opt_instant: Instant;
}

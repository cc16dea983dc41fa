//! Two small macros: enums that are written as a code, and identifiers that are validated strings.

/// A text is none of the codes of an enum. The text itself is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what}")]
pub struct UnknownCode {
    /// What was being read, such as `Country`.
    pub what: &'static str,
}

impl UnknownCode {
    /// Key of the text shown to people: `unknown-code`.
    pub fn code(self) -> &'static str {
        "unknown-code"
    }
}

/// A plain enum with one stable code per variant: `ALL`, `code()`, `FromStr`, `Display` and serde (as that code).
///
/// ```
/// kernel::text_enum! {
///     /// How an invoice travels.
///     pub enum Via { /// By mail.
///         Mail = "mail", /// On paper.
///         Paper = "paper" }
/// }
/// assert_eq!("paper".parse(), Ok(Via::Paper));
/// ```
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every variant, in the order they are declared.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code that is stored and read back.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::UnknownCode;
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                match text {
                    $($code => ::core::result::Result::Ok(Self::$variant),)+
                    _ => ::core::result::Result::Err($crate::UnknownCode { what: stringify!($name) }),
                }
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.code())
            }
        }

        $crate::__serde_as_text!($name, |it: &$name| it.code());
    };
}

/// Serde through `FromStr` and a text view. Not for use outside the macros of this crate.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_as_text {
    ($name:ty, $view:expr) => {
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let text = ($view)(self);
                serializer.serialize_str(text.as_ref())
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                struct Text;
                impl $crate::__private::serde::de::Visitor<'_> for Text {
                    type Value = $name;
                    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.write_str(concat!(stringify!($name), " as text"))
                    }
                    fn visit_str<E: $crate::__private::serde::de::Error>(
                        self,
                        text: &str,
                    ) -> ::core::result::Result<Self::Value, E> {
                        text.parse().map_err(E::custom)
                    }
                    // A number where a text belongs could be an IMEI or an account: the message must not repeat it.
                    fn visit_u64<E: $crate::__private::serde::de::Error>(
                        self,
                        _: u64,
                    ) -> ::core::result::Result<Self::Value, E> {
                        Err(E::invalid_type($crate::__private::serde::de::Unexpected::Other("number"), &self))
                    }
                    fn visit_i64<E: $crate::__private::serde::de::Error>(
                        self,
                        _: i64,
                    ) -> ::core::result::Result<Self::Value, E> {
                        self.visit_u64(0)
                    }
                    fn visit_f64<E: $crate::__private::serde::de::Error>(
                        self,
                        _: f64,
                    ) -> ::core::result::Result<Self::Value, E> {
                        self.visit_u64(0)
                    }
                }
                // Not `deserialize_str`: with that the JSON reader itself reports a number, and repeats it.
                deserializer.deserialize_any(Text)
            }
        }
    };
}

/// `FromStr`, `AsRef<str>` and serde for a type that has `parse` and `as_str`.
macro_rules! text_id {
    ($name:ident, $error:ident) => {
        impl std::str::FromStr for $name {
            type Err = $error;
            fn from_str(text: &str) -> Result<Self, $error> {
                Self::parse(text)
            }
        }
        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
        $crate::__serde_as_text!($name, |it: &$name| it.as_str().to_owned());
    };
}

/// An error enum whose variants each have a stable kebab-case code and an English sentence.
macro_rules! coded_error {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal : $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
        pub enum $name {
            $($(#[$vmeta])* #[doc = $text] #[error($text)] $variant),+
        }
        impl $name {
            /// Every variant, so that texts can be checked for completeness.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Kebab-case key of the text shown to people.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}

pub(crate) use {coded_error, text_id};

/// The text without white space and the given separators, in upper case.
pub(crate) fn compact(text: &str, separators: &[char]) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !separators.contains(c))
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// Longest text any identifier parser looks at; longer input is refused before any work is done.
pub(crate) const LONGEST_INPUT: usize = 512;

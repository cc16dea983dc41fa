//! Secrets that a browser or a mail carries: 256 random bits. The database keeps only their hash.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// A session's or link's secret. Its text goes into a cookie or an address, once; what is stored is [`Token::hash`].
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// From 32 random bytes.
    #[must_use]
    pub const fn from_entropy(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads what came back: 64 lower-case hexadecimal digits, or it is none of ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
        }
        Some(Self(bytes))
    }

    /// The text for the cookie or the link: 64 hexadecimal digits.
    #[must_use]
    pub fn text(&self) -> String {
        hex(&self.0)
    }

    /// What the database keeps and looks up: a plain SHA-256 does, since the secret is random.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// The session's secret for forms: made from the token, so that it changes with it and is stored nowhere. A page
    /// without session uses a token of its own in a cookie in the same way.
    #[must_use]
    pub fn csrf(&self) -> String {
        hex(&self.form_mac().finalize().into_bytes())
    }

    /// Whether the form came from a page of this session; takes the same time whatever was sent.
    #[must_use]
    pub fn csrf_fits(&self, sent: &str) -> bool {
        Self::parse(sent).is_some_and(|sent| self.form_mac().verify_slice(&sent.0).is_ok())
    }

    fn form_mac(&self) -> Hmac<Sha256> {
        Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes any key").chain_update(b"harmony form 1")
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

fn hex(bytes: &[u8]) -> String {
    use fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_back() {
        let token = Token::from_entropy([0xa5; 32]);
        assert_eq!(token.text(), "a5".repeat(32));
        assert_eq!(Token::parse(&token.text()), Some(token.clone()));
        for none in ["", "a5", &"A5".repeat(32), &"g5".repeat(32), &"a5".repeat(33), &"é5".repeat(22)] {
            assert_eq!(Token::parse(none), None, "{none}");
        }
        assert_eq!(format!("{token:?}"), "Token(…)");
        assert_ne!(token.hash(), token.0);
    }

    #[test]
    fn forms_belong_to_their_session() {
        let (one, two) = (Token::from_entropy([1; 32]), Token::from_entropy([2; 32]));
        assert!(one.csrf_fits(&one.csrf()));
        for wrong in [two.csrf(), one.text(), String::new(), one.csrf()[..63].to_owned()] {
            assert!(!one.csrf_fits(&wrong));
        }
    }
}

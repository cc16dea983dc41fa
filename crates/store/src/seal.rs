//! Sealing bytes: XChaCha20-Poly1305 with random nonces, bound to where they belong.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use crate::entropy::{Entropy, draw};

/// The form of sealed bytes: one version byte, the nonce, the ciphertext with its tag.
const FORM: u8 = 1;
const NONCE: usize = 24;

/// A 256-bit key. Neither shown nor compared.
#[derive(Clone)]
pub(crate) struct Secret(pub(crate) [u8; 32]);

impl Drop for Secret {
    fn drop(&mut self) {
        self.0 = [0; 32];
        // Keeps the clearing from being optimised away.
        std::hint::black_box(&self.0);
    }
}

impl Secret {
    /// Seals `bytes`; they open only with the same `place`.
    pub(crate) fn seal(&self, entropy: &dyn Entropy, place: &[u8], bytes: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE] = draw(entropy);
        let cipher = XChaCha20Poly1305::new(&Key::from(self.0));
        let sealed = cipher
            .encrypt(&XNonce::from(nonce), Payload { msg: bytes, aad: place })
            .expect("bytes within the limits are far below what the cipher takes");
        let mut out = Vec::with_capacity(1 + NONCE + sealed.len());
        out.push(FORM);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        out
    }

    /// Opens sealed bytes; `None`: another key, another place, or altered bytes.
    pub(crate) fn open(&self, place: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (&FORM, rest) = sealed.split_first()? else { return None };
        let (nonce, sealed) = rest.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let cipher = XChaCha20Poly1305::new(&Key::from(self.0));
        cipher.decrypt(&XNonce::from(nonce), Payload { msg: sealed, aad: place }).ok()
    }

    /// HMAC-SHA-256 over parts, each with its length.
    pub(crate) fn keyed_hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// Where sealed bytes belong, as the bytes they are bound to: every part with its length.
pub(crate) fn place(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    for part in parts {
        out.extend_from_slice(&(part.len() as u64).to_be_bytes());
        out.extend_from_slice(part);
    }
    out
}

/// SHA-256 over salt and bytes.
pub(crate) fn commit(salt: &[u8], bytes: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(bytes);
    hash.finalize().into()
}

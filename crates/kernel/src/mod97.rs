//! Remainders by 97 of texts of letters and digits (ISO 7064), shared by IBAN, creditor identifiers and our own numbers.

/// The remainder by 97 of the number that the text spells when each letter is written as two digits (A = 10 … Z = 35).
/// The text holds upper-case letters and digits only; anything else counts as 0.
pub(crate) fn remainder(text: impl Iterator<Item = u8>) -> u32 {
    text.fold(0, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        b'A'..=b'Z' => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
        _ => (rest * 10) % 97,
    })
}

/// The two check digits that make the text followed by them have the remainder 1.
pub(crate) fn check_digits(text: impl Iterator<Item = u8>) -> u32 {
    98 - remainder(text.chain(*b"00"))
}

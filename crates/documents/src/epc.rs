//! The QR code of a transfer (EPC069-12, version 002): a banking app reads account, name, amount and reference from it.
//!
//! Every bank app in the euro area shows the free text to the payer; of the structured field most accept only the ISO 11649
//! reference. A Belgian structured communication therefore stands in the text, as people type it (`+++090/9337/55493+++`).

use kernel::{Iban, Money};
use qrcode::{Color, EcLevel, QrCode, Version};

/// Longest name of a payee, in characters.
const NAME_MAX: usize = 70;
/// Longest text, in characters (LAW-SEPA-14).
const TEXT_MAX: usize = 140;
/// The highest amount that the code can carry.
const MOST: Money = Money::from_cents(99_999_999_999);
/// Empty modules around the code, without which it is not found.
const QUIET: usize = 4;
/// Versions above have too many modules for a telephone (EPC069-12).
const VERSION_MAX: i16 = 13;

/// A transfer to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transfer<'a> {
    /// Whose account.
    pub name: &'a str,
    /// The account.
    pub account: &'a Iban,
    /// How much: between one cent and 999,999,999.99 euro.
    pub amount: Money,
    /// What to write with it (FAQ-12).
    pub reference: &'a str,
}

impl Transfer<'_> {
    /// What stands in the code; none for an amount that cannot be transferred.
    pub fn payload(&self) -> Option<String> {
        if self.amount <= Money::ZERO || self.amount > MOST {
            return None;
        }
        let line = |text: &str, max: usize| -> String {
            text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(max).collect()
        };
        let cents = self.amount.cents();
        let amount = format!("EUR{}.{:02}", cents / 100, cents % 100);
        let (name, text) = (line(self.name, NAME_MAX), line(self.reference, TEXT_MAX));
        // Service tag, version, UTF-8, SEPA transfer, no BIC; after the amount neither purpose nor structured reference.
        Some(format!("BCD\n002\n1\nSCT\n\n{name}\n{}\n{amount}\n\n\n{text}", self.account))
    }

    /// The code as an SVG picture, black on white, one unit a module; none for an amount that cannot be transferred.
    pub fn svg(&self) -> Option<String> {
        let payload = self.payload()?;
        let code = QrCode::with_error_correction_level(payload.as_bytes(), EcLevel::M).ok()?;
        let fits = matches!(code.version(), Version::Normal(version) if version <= VERSION_MAX);
        fits.then(|| picture(&code))
    }
}

fn picture(code: &QrCode) -> String {
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row[x..].iter().take_while(|color| **color == Color::Dark).count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run.max(1);
        }
    }
    let side = width + 2 * QUIET;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transfer(name: &str, cents: i64, reference: &str) -> Option<String> {
        let account = Iban::parse("BE21001234567803").expect("a good account");
        Transfer { name, account: &account, amount: Money::from_cents(cents), reference }.payload()
    }

    #[test]
    fn the_code_carries_the_transfer() {
        let read = |cents| transfer("Harmony Service Center B.V.", cents, "+++090/9337/55493+++");
        let expected = "BCD\n002\n1\nSCT\n\nHarmony Service Center B.V.\nBE21001234567803\nEUR9.95\n\n\n+++090/9337/55493+++";
        assert_eq!(read(995).as_deref(), Some(expected));
        assert_eq!(read(0), None);
        assert_eq!(read(-5), None);
        assert_eq!(read(100_000_000_000), None);
    }

    #[test]
    fn no_line_can_be_added_and_none_is_too_long() {
        let payload =
            transfer("A\nEUR1.00\n", 100_000, &"é".repeat(200)).expect("an amount that can be paid");
        assert_eq!(payload.lines().count(), 11);
        assert!(payload.lines().all(|line| line.chars().count() <= TEXT_MAX));
        assert!(payload.contains("EUR1000.00"));
    }

    #[test]
    fn the_picture_is_square_and_dark_where_the_code_is() {
        let account = Iban::parse("NL91ABNA0417164300").expect("a good account");
        let amount = Money::from_cents(995);
        let svg = Transfer { name: "H", account: &account, amount, reference: "HP-1" }.svg().expect("a code");
        let payload = Transfer { name: "H", account: &account, amount, reference: "HP-1" }.payload();
        let code =
            QrCode::with_error_correction_level(payload.expect("a payload"), EcLevel::M).expect("a code");
        let dark = code.to_colors().iter().filter(|color| **color == Color::Dark).count();
        let drawn: usize = svg
            .split(['M', 'z'])
            .filter_map(|part| part.split('h').nth(1)?.split('v').next()?.parse::<usize>().ok())
            .sum();
        assert_eq!(drawn, dark);
        let side = code.width() + 2 * QUIET;
        assert!(svg.contains(&format!("viewBox=\"0 0 {side} {side}\"")));
    }
}

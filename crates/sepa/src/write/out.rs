//! XML out, built in a buffer that is written whenever it is full.
//!
//! Everything that comes here is in the SEPA character set or our own, which has none of the characters that XML would
//! need escaped; [`Xml::leaf`] escapes all the same, so that a mistake elsewhere cannot break a file.

use super::party::{Address, Bic, Name};
use kernel::{Date, Instant, Money};
use std::fmt::Write as _;
use std::io;

const FLUSH_AT: usize = 64 << 10;

/// The text that is not yet written.
#[derive(Debug, Default)]
pub(super) struct Xml {
    buffer: String,
}

impl Xml {
    pub(super) fn raw(&mut self, text: &str) {
        self.buffer.push_str(text);
    }

    pub(super) fn open(&mut self, element: &str) {
        self.buffer.push('<');
        self.buffer.push_str(element);
        self.buffer.push('>');
    }

    pub(super) fn close(&mut self, element: &str) {
        self.buffer.push_str("</");
        self.buffer.push_str(element);
        self.buffer.push('>');
    }

    pub(super) fn leaf(&mut self, element: &str, text: &str) {
        self.open(element);
        if text.bytes().any(|b| matches!(b, b'<' | b'>' | b'&')) {
            let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            self.buffer.push_str(&escaped);
        } else {
            self.buffer.push_str(text);
        }
        self.close(element);
    }

    pub(super) fn number(&mut self, element: &str, number: u64) {
        self.open(element);
        let _ = write!(self.buffer, "{number}"); // a String takes everything
        self.close(element);
    }

    pub(super) fn date(&mut self, element: &str, date: Date) {
        self.open(element);
        let _ = write!(self.buffer, "{date}");
        self.close(element);
    }

    /// Seconds, in UTC.
    pub(super) fn instant(&mut self, element: &str, instant: Instant) {
        self.open(element);
        let _ = write!(self.buffer, "{}", instant.strftime("%Y-%m-%dT%H:%M:%SZ"));
        self.close(element);
    }

    /// Euro with two decimals; never negative here.
    pub(super) fn money(&mut self, amount: Money) {
        let cents = amount.cents().unsigned_abs();
        let _ = write!(self.buffer, "{}.{:02}", cents / 100, cents % 100);
    }

    pub(super) fn sum(&mut self, amount: Money) {
        self.open("CtrlSum");
        self.money(amount);
        self.close("CtrlSum");
    }

    pub(super) fn instructed(&mut self, amount: Money) {
        self.raw("<InstdAmt Ccy=\"EUR\">");
        self.money(amount);
        self.close("InstdAmt");
    }

    /// A party with its name and structured address.
    pub(super) fn party(&mut self, element: &str, name: &Name, address: Option<&Address>) {
        self.open(element);
        self.leaf("Nm", name.as_str());
        if let Some(address) = address {
            self.open("PstlAdr");
            let parts = [
                ("StrtNm", &address.street),
                ("BldgNb", &address.number),
                ("PstBx", &address.post_box),
                ("PstCd", &address.postcode),
            ];
            for (element, part) in parts {
                if let Some(part) = part {
                    self.leaf(element, part);
                }
            }
            self.leaf("TwnNm", &address.town);
            self.leaf("Ctry", &address.country);
            self.close("PstlAdr");
        }
        self.close(element);
    }

    pub(super) fn account(&mut self, element: &str, iban: &kernel::Iban) {
        self.open(element);
        self.open("Id");
        self.leaf("IBAN", iban.as_str());
        self.close("Id");
        self.close(element);
    }

    /// A bank; without BIC the schema still wants the element.
    pub(super) fn agent(&mut self, element: &str, bic: Option<&Bic>) {
        self.open(element);
        self.open("FinInstnId");
        match bic {
            Some(bic) => self.leaf("BICFI", bic.as_str()),
            None => self.raw("<Othr><Id>NOTPROVIDED</Id></Othr>"),
        }
        self.close("FinInstnId");
        self.close(element);
    }

    /// Writes what has gathered, once it is worth it.
    pub(super) fn flush_full<W: io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        if self.buffer.len() >= FLUSH_AT { self.flush(to) } else { Ok(()) }
    }

    pub(super) fn flush<W: io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        to.write_all(self.buffer.as_bytes())?;
        self.buffer.clear();
        Ok(())
    }
}

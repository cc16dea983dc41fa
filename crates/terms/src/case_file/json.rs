//! JSON with places: strict, each key once, no deeper than a case can be.

use super::tree::{Tree, TreeKind, Wrong};
use crate::limits;
use crate::reader::shortened;

/// Reads one JSON value and nothing after it.
pub(crate) fn read(text: &str) -> Result<Tree, Wrong> {
    let mut reader = Reader { text, at: 0 };
    let tree = reader.value(0)?;
    reader.space();
    match reader.peek() {
        None => Ok(tree),
        Some(_) => Err(reader.wrong("something follows the last bracket", "end the file there")),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// The next byte that is no space, which is passed.
    fn take(&mut self) -> Option<u8> {
        self.space();
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn wrong(&self, what: impl Into<String>, hint: &str) -> Wrong {
        (self.at.min(self.text.len()), what.into(), hint.to_owned())
    }

    /// After a byte that does not belong there.
    fn unexpected(&mut self, found: Option<u8>, wanted: &str) -> Wrong {
        match found {
            None => self.wrong("the file ends too early", wanted),
            Some(_) => {
                self.at -= 1;
                let sign: String = self.text.get(self.at..).unwrap_or_default().chars().take(1).collect();
                self.wrong(format!("`{}` does not belong here", shortened(&sign)), wanted)
            }
        }
    }

    fn value(&mut self, depth: usize) -> Result<Tree, Wrong> {
        self.space();
        let at = self.at;
        if depth > limits::CASE_DEPTH {
            return Err(self.wrong(
                format!("nested deeper than {} levels", limits::CASE_DEPTH),
                "facts are names and values",
            ));
        }
        let kind = match self.peek() {
            Some(b'{') => self.table(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => TreeKind::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => TreeKind::Bare(self.number()?),
            Some(b'a'..=b'z') => {
                let word: String =
                    self.text[at..].chars().take_while(char::is_ascii_lowercase).take(40).collect();
                self.at += word.len();
                match word.as_str() {
                    "true" => TreeKind::Bool(true),
                    "false" => TreeKind::Bool(false),
                    "null" => TreeKind::Null,
                    _ => {
                        self.at = at;
                        return Err(self.wrong(
                            format!("`{word}` is no value"),
                            "true, false, a number, or text in quotes",
                        ));
                    }
                }
            }
            found => {
                self.at += usize::from(found.is_some());
                return Err(self.unexpected(found, "a value: true, 12.50, \"dropped\", [ ] or { }"));
            }
        };
        Ok(Tree { at, kind })
    }

    fn table(&mut self, depth: usize) -> Result<TreeKind, Wrong> {
        self.at += 1;
        let mut rows: Vec<(String, usize, Tree)> = Vec::new();
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(TreeKind::Table(rows));
        }
        loop {
            self.space();
            let at = self.at;
            if self.peek() != Some(b'"') {
                let found = self.take();
                return Err(self.unexpected(found, "a name in double quotes"));
            }
            let key = self.string()?;
            if rows.iter().any(|(name, ..)| *name == key) {
                self.at = at;
                return Err(self.wrong(format!("`{}` stands twice", shortened(&key)), "keep one of them"));
            }
            if rows.len() >= limits::CASE_ROWS {
                return Err(
                    self.wrong(format!("more than {} names", limits::CASE_ROWS), "leave the rest out")
                );
            }
            match self.take() {
                Some(b':') => {}
                found => return Err(self.unexpected(found, "`:` between name and value")),
            }
            let value = self.value(depth + 1)?;
            rows.push((key, at, value));
            match self.take() {
                Some(b',') => {}
                Some(b'}') => return Ok(TreeKind::Table(rows)),
                found => return Err(self.unexpected(found, "`,` or `}`")),
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<TreeKind, Wrong> {
        self.at += 1;
        let mut list = Vec::new();
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(TreeKind::List(list));
        }
        loop {
            if list.len() >= limits::CASE_ROWS {
                return Err(
                    self.wrong(format!("more than {} values", limits::CASE_ROWS), "leave the rest out")
                );
            }
            list.push(self.value(depth + 1)?);
            match self.take() {
                Some(b',') => {}
                Some(b']') => return Ok(TreeKind::List(list)),
                found => return Err(self.unexpected(found, "`,` or `]`")),
            }
        }
    }

    /// As it was written, with the parts that JSON allows.
    fn number(&mut self) -> Result<String, Wrong> {
        let from = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        while matches!(self.peek(), Some(b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-' | b'_' | b':')) {
            self.at += 1;
        }
        let text = &self.text[from..self.at];
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let leads = whole.len() > 1 && whole.starts_with('0');
        if !is_digits(whole) || !is_digits(part) || leads {
            self.at = from;
            return Err(self.wrong(
                format!("`{}` is no number", shortened(text)),
                "digits and one point, such as 849.00; dates in quotes",
            ));
        }
        Ok(text.to_owned())
    }

    fn string(&mut self) -> Result<String, Wrong> {
        let begin = self.at;
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest.find(['"', '\\', '\n', '\r']).unwrap_or(rest.len());
            out.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                _ => {
                    self.at = begin;
                    return Err(
                        self.wrong("this text has no end", "close it with a double quote on its line")
                    );
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, Wrong> {
        let begin = self.at;
        self.at += 2;
        let sign = match self.text.as_bytes().get(begin + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let unit = |at: usize| {
                    let digits = self.text.get(at..at + 4)?;
                    digits
                        .bytes()
                        .all(|b| b.is_ascii_hexdigit())
                        .then(|| u16::from_str_radix(digits, 16).ok())?
                };
                let first = unit(begin + 2);
                let low = self.text.get(begin + 6..begin + 8).filter(|text| *text == "\\u");
                let units = [first, low.and_then(|_| unit(begin + 8))];
                let read = char::decode_utf16(units.into_iter().map_while(|unit| unit)).next();
                match read {
                    Some(Ok(sign)) => {
                        self.at = begin + if sign.len_utf16() == 2 { 12 } else { 6 };
                        sign
                    }
                    _ => {
                        self.at = begin;
                        return Err(
                            self.wrong("no character has this number", "four hexadecimal digits: \\u00e9")
                        );
                    }
                }
            }
            _ => {
                self.at = begin;
                return Err(
                    self.wrong("`\\` before something else than a known sign", "write \\\\ for a backslash")
                );
            }
        };
        Ok(sign)
    }
}

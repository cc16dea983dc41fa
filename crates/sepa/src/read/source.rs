//! Bytes in: buffers, counts lines, holds the size limits, and turns ISO-8859-1 into UTF-8.

use super::error::ReadFault;
use super::tag::Tag;
use crate::amount::Currency;
use std::io::{self, BufRead, Read};

const BUFFER: usize = 64 << 10;
/// The XML declaration must be seen in one look.
const SNIFF: usize = 256;

/// A buffered reader that knows where it is.
pub(super) struct Source<R> {
    inner: R,
    buffer: Box<[u8]>,
    start: usize,
    end: usize,
    latin1: bool,
    bytes_max: u64,
    token_max: u64,
    /// Bytes consumed so far, as XML sees them.
    pub(super) position: u64,
    /// Line the reader is on, from 1.
    pub(super) line: u64,
    /// Position where the token being read began.
    token_start: u64,
    /// Bytes taken from `inner`.
    taken: u64,
}

/// Carries a fault of ours through `std::io::Error`.
#[derive(Debug, thiserror::Error)]
#[error("limit passed")]
pub(super) struct Stop(pub(super) ReadFault);

fn stop(fault: ReadFault) -> io::Error {
    io::Error::other(Stop(fault))
}

impl<R: Read> Source<R> {
    /// Looks at the beginning and settles the encoding: UTF-8 unless the declaration says ISO-8859-1 (or its Windows
    /// sister); anything else is refused.
    pub(super) fn open(inner: R, bytes_max: u64, token_max: u64) -> Result<Self, ReadFault> {
        let mut source = Self {
            inner,
            buffer: vec![0; BUFFER].into_boxed_slice(),
            start: 0,
            end: 0,
            latin1: false,
            bytes_max,
            token_max,
            position: 0,
            line: 1,
            token_start: 0,
            taken: 0,
        };
        while source.end < SNIFF {
            let got = source.fill_more().map_err(|e| ReadFault::from_io(&e))?;
            if got == 0 {
                break;
            }
        }
        let head = &source.buffer[..source.end];
        match head {
            [] => return Err(ReadFault::Empty),
            [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, ..] | [b'<', 0, ..] => {
                return Err(ReadFault::Encoding { found: "UTF-16 or UTF-32".into() });
            }
            _ => {}
        }
        match declared_encoding(head) {
            None => {}
            Some(name) => match name.to_ascii_uppercase().as_str() {
                "UTF-8" | "UTF8" | "US-ASCII" | "ASCII" => {}
                "ISO-8859-1" | "ISO8859-1" | "LATIN1" | "LATIN-1" => source.start_latin1(),
                _ => return Err(ReadFault::Encoding { found: name }),
            },
        }
        Ok(source)
    }

    /// Marks the beginning of a token; its size counts from here.
    pub(super) fn begin_token(&mut self) {
        self.token_start = self.position;
    }

    /// Passes over white space that stands before a tag, where all of it is in the buffer: between elements it means
    /// nothing, and it is a third of what a parser would see in an indented file.
    pub(super) fn skip_space(&mut self) {
        let ahead = &self.buffer[self.start..self.end];
        let space = ahead.iter().take_while(|b| matches!(b, b' ' | b'\n' | b'\r' | b'\t')).count();
        if space > 0 && ahead.get(space) == Some(&b'<') {
            self.consume(space);
        }
    }

    /// Takes a whole element that holds nothing but plain text, when it stands next and is in the buffer to its end: no
    /// attribute but `Ccy`, no prefix, no entity, nothing unusual. Such leaves are most of a bank file; all others, and
    /// all errors, are the XML parser's. Puts the text into `text`.
    pub(super) fn take_leaf(&mut self, text: &mut String) -> Option<(Tag, Option<Currency>)> {
        let ahead = &self.buffer[self.start..self.end];
        let [b'<', rest @ ..] = ahead else { return None };
        let name = &rest[..rest.iter().position(|b| !b.is_ascii_alphanumeric())?];
        let rest = &rest[name.len()..];
        let (currency, rest) = match rest {
            [b'>', rest @ ..] => (None, rest),
            [b' ', b'C', b'c', b'y', b'=', b'"', a, b, c, b'"', b'>', rest @ ..] => {
                let letters = [*a, *b, *c];
                (Some(Currency::parse(std::str::from_utf8(&letters).ok()?)?), rest)
            }
            _ => return None,
        };
        let content = &rest[..rest.iter().position(|b| matches!(b, b'<' | b'&'))?];
        let rest = rest[content.len()..].strip_prefix(b"</")?.strip_prefix(name)?.strip_prefix(b">")?;
        if name.is_empty() {
            return None;
        }
        text.push_str(std::str::from_utf8(content).ok()?);
        let tag = Tag::of(std::str::from_utf8(name).ok()?);
        let length = ahead.len() - rest.len();
        self.consume(length);
        Some((tag, currency))
    }

    /// Reads once more behind what is there; returns how many bytes came.
    fn fill_more(&mut self) -> io::Result<usize> {
        let room =
            if self.latin1 { (self.buffer.len() - self.end) / 2 } else { self.buffer.len() - self.end };
        let to = self.end + room;
        let got = loop {
            match self.inner.read(&mut self.buffer[self.end..to]) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        let from = self.end;
        self.end += got;
        self.taken += got as u64;
        if self.taken > self.bytes_max {
            return Err(stop(ReadFault::FileTooLarge { limit: self.bytes_max }));
        }
        if self.latin1 {
            self.widen(from);
        }
        Ok(got)
    }

    fn start_latin1(&mut self) {
        self.latin1 = true;
        // At most one full buffer was read before: make it fit twice.
        let mut wide = vec![0; BUFFER * 2].into_boxed_slice();
        wide[..self.end].copy_from_slice(&self.buffer[..self.end]);
        self.buffer = wide;
        self.widen(0);
    }

    /// Turns the ISO-8859-1 bytes from `from` on into UTF-8, in place from the back; the room is there by construction.
    fn widen(&mut self, from: usize) {
        let high = self.buffer[from..self.end].iter().filter(|b| **b >= 0x80).count();
        let (mut read, mut write) = (self.end, self.end + high);
        self.end = write;
        while read > from && write > read {
            read -= 1;
            let byte = self.buffer[read];
            if byte < 0x80 {
                write -= 1;
                self.buffer[write] = byte;
            } else {
                write -= 2;
                self.buffer[write] = 0xC0 | (byte >> 6);
                self.buffer[write + 1] = 0x80 | (byte & 0x3F);
            }
        }
    }
}

impl<R: Read> Read for Source<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let n = available.len().min(out.len());
        out[..n].copy_from_slice(&available[..n]);
        self.consume(n);
        Ok(n)
    }
}

impl<R: Read> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.position - self.token_start > self.token_max {
            return Err(stop(ReadFault::TokenTooLong { limit: self.token_max }));
        }
        if self.start == self.end {
            (self.start, self.end) = (0, 0);
            self.fill_more()?;
        }
        Ok(&self.buffer[self.start..self.end])
    }

    fn consume(&mut self, n: usize) {
        let n = n.min(self.end - self.start);
        let lines = self.buffer[self.start..self.start + n].iter().filter(|b| **b == b'\n').count();
        self.line += lines as u64;
        self.position += n as u64;
        self.start += n;
    }
}

/// The encoding named in the XML declaration, cut to what is fit to show.
fn declared_encoding(head: &[u8]) -> Option<String> {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    if !head.starts_with(b"<?xml") {
        return None;
    }
    let end = head.windows(2).position(|w| w == b"?>")?;
    let declaration = std::str::from_utf8(&head[..end]).ok()?;
    let (_, rest) = declaration.split_once("encoding")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let name = rest[1..].split(quote).next()?;
    Some(
        name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')).take(20).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin1_becomes_utf8_across_buffers() {
        let mut bytes = b"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>".to_vec();
        let head = bytes.len();
        bytes.extend(std::iter::repeat_n(0xE9, 200_000));
        let mut out = String::new();
        Source::open(bytes.as_slice(), 1 << 30, 1 << 30).unwrap().read_to_string(&mut out).unwrap();
        assert_eq!(out.len(), head + 400_000);
        assert!(out[head..].chars().all(|c| c == 'é'));
    }

    #[test]
    fn other_encodings_are_named() {
        for (bytes, found) in [
            (&b"\xFF\xFE<\0?\0"[..], "UTF-16 or UTF-32"),
            (b"\0<\0?", "UTF-16 or UTF-32"),
            (b"<?xml version='1.0' encoding='EBCDIC-NL'?><a/>", "EBCDIC-NL"),
        ] {
            let fault = Source::open(bytes, 100, 100).map(|_| ()).unwrap_err();
            assert_eq!(fault, ReadFault::Encoding { found: found.into() });
        }
    }
}

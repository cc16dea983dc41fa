//! Walks down and up the elements of one document, one at a time, holding the limits.

use super::error::{ReadError, ReadFault};
use super::limits::Limits;
use super::source::Source;
use super::tag::Tag;
use crate::amount::{Amount, Currency, Direction, decimal};
use crate::read::stamp::{self, Stamp};
use kernel::Date;
use quick_xml::Reader;
use quick_xml::errors::{Error as XmlError, SyntaxError};
use quick_xml::events::{BytesStart, Event};
use std::io::Read;

/// The position in a document. Every element that [`Cursor::child`] gives must be used up by one of `children`, `text`
/// or `skip` before the next is asked for.
pub(super) struct Cursor<R> {
    xml: Reader<Source<R>>,
    buffer: Vec<u8>,
    path: Vec<Tag>,
    /// The element closed last: the one whose text was just read.
    closed: Tag,
    text: String,
    /// The element opened last was taken whole: its text is in `text` and it is closed in the file.
    leaf: bool,
    /// The element opened last is an empty one, to be closed next.
    empty: bool,
    /// The `Ccy` attribute of the element opened last.
    currency: Option<Currency>,
    /// Namespace of the document element.
    namespace: String,
    limits: Limits,
}

/// One step through the document.
enum Step {
    Open(Tag),
    Text,
    Close,
    End,
}

impl<R: Read> Cursor<R> {
    pub(super) fn open(source: R, limits: Limits) -> Result<Self, ReadError> {
        let source = Source::open(source, limits.file_bytes, limits.token_bytes)
            .map_err(|fault| ReadError { line: 1, byte: 0, element: String::new(), fault })?;
        let xml = Reader::from_reader(source);
        Ok(Self {
            xml,
            buffer: Vec::new(),
            path: Vec::new(),
            closed: Tag::Other,
            text: String::new(),
            leaf: false,
            empty: false,
            currency: None,
            namespace: String::new(),
            limits,
        })
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Opens the document element and gives its namespace.
    pub(super) fn root(&mut self) -> Result<String, ReadError> {
        loop {
            match self.step()? {
                Step::Open(Tag::Document) => return Ok(self.namespace.clone()),
                Step::Open(_) => {
                    let found = "not an ISO 20022 document".into();
                    let accepted = "documents with the element Document".into();
                    return Err(self.fail(ReadFault::Kind { found, accepted }));
                }
                Step::Text if self.text.trim().is_empty() => self.text.clear(),
                Step::Text | Step::Close => return Err(self.fail(ReadFault::NotXml)),
                Step::End => return Err(self.fail(ReadFault::Empty)),
            }
        }
    }

    /// The next element inside the one we are in, or `None` once it closes.
    pub(super) fn child(&mut self) -> Result<Option<Tag>, ReadError> {
        if self.leaf {
            if !self.text.trim().is_empty() {
                return Err(self.fail(ReadFault::Mixed));
            }
            self.close_leaf();
            return Ok(None);
        }
        self.text.clear();
        loop {
            self.xml.get_mut().skip_space();
            if let Some(tag) = self.open_leaf() {
                return Ok(Some(tag));
            }
            match self.step()? {
                Step::Open(tag) => return Ok(Some(tag)),
                Step::Close => return Ok(None),
                Step::Text => {
                    if !self.text.trim().is_empty() {
                        return Err(self.fail(ReadFault::Mixed));
                    }
                    self.text.clear();
                }
                Step::End => return Err(self.fail(ReadFault::Truncated)),
            }
        }
    }

    /// Goes through the elements inside the one we are in.
    pub(super) fn children(
        &mut self,
        mut each: impl FnMut(&mut Self, Tag) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        while let Some(tag) = self.child()? {
            each(self, tag)?;
        }
        Ok(())
    }

    /// The text of an element that holds nothing else, without white space around it and with line breaks as spaces.
    pub(super) fn text(&mut self) -> Result<&str, ReadError> {
        if self.leaf {
            self.check_length()?;
            self.close_leaf();
        } else {
            self.text.clear();
            loop {
                match self.step()? {
                    Step::Text => self.check_length()?,
                    Step::Close => break,
                    Step::Open(_) => return Err(self.fail(ReadFault::Mixed)),
                    Step::End => return Err(self.fail(ReadFault::Truncated)),
                }
            }
        }
        if self.text.bytes().any(|b| b < b' ') {
            if self.text.bytes().any(|b| b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r')) {
                return Err(self.fail_text(ReadFault::Entity));
            }
            self.text = self.text.replace(['\t', '\n', '\r'], " ");
        }
        Ok(self.text.trim())
    }

    /// A text, or `None` where the element is empty.
    pub(super) fn some_text(&mut self) -> Result<Option<String>, ReadError> {
        let text = self.text()?;
        Ok(if text.is_empty() { None } else { Some(text.to_owned()) })
    }

    /// A reference; the words banks write where there is none count as none.
    pub(super) fn reference(&mut self) -> Result<Option<String>, ReadError> {
        Ok(self.some_text()?.filter(|text| {
            !["NOTPROVIDED", "NOT PROVIDED", "NOTAVAILABLE"]
                .iter()
                .any(|none| text.eq_ignore_ascii_case(none))
        }))
    }

    /// An amount with its currency.
    pub(super) fn amount(&mut self) -> Result<Amount, ReadError> {
        let Some(currency) = self.currency else { return Err(self.fail(ReadFault::Currency)) };
        match decimal(self.text()?) {
            Some(units) => Ok(Amount::from_hundred_thousandths(units, currency)),
            None => Err(self.fail_text(ReadFault::Amount)),
        }
    }

    /// A decimal number without currency, in hundred-thousandths.
    pub(super) fn decimal(&mut self) -> Result<i128, ReadError> {
        match decimal(self.text()?) {
            Some(units) => Ok(units),
            None => Err(self.fail_text(ReadFault::Amount)),
        }
    }

    /// A whole number.
    pub(super) fn number(&mut self) -> Result<u64, ReadError> {
        match self.text()?.parse() {
            Ok(number) => Ok(number),
            Err(_) => Err(self.fail_text(ReadFault::Number)),
        }
    }

    /// `true`, `false`, `1` or `0`.
    pub(super) fn flag(&mut self) -> Result<bool, ReadError> {
        match self.text()? {
            "true" | "1" => Ok(true),
            "false" | "0" => Ok(false),
            _ => Err(self.fail_text(ReadFault::Code)),
        }
    }

    /// `CRDT` or `DBIT`.
    pub(super) fn direction(&mut self) -> Result<Direction, ReadError> {
        match self.text()? {
            "CRDT" => Ok(Direction::Credit),
            "DBIT" => Ok(Direction::Debit),
            _ => Err(self.fail_text(ReadFault::Code)),
        }
    }

    /// A date, or date and time.
    pub(super) fn stamp(&mut self) -> Result<Stamp, ReadError> {
        match stamp::parse(self.text()?) {
            Some(stamp) => Ok(stamp),
            None => Err(self.fail_text(ReadFault::Date)),
        }
    }

    /// A date without time.
    pub(super) fn date(&mut self) -> Result<Date, ReadError> {
        self.stamp().map(|stamp| stamp.date)
    }

    /// The date inside a choice of `Dt` and `DtTm`.
    pub(super) fn stamp_choice(&mut self) -> Result<Option<Stamp>, ReadError> {
        let mut found = None;
        self.children(|c, tag| match tag {
            Tag::Dt | Tag::DtTm => {
                let stamp = c.stamp()?;
                c.once(&mut found, stamp, "the date")
            }
            _ => c.skip(),
        })?;
        Ok(found)
    }

    /// The code inside a choice of `Cd` and `Prtry`, however deep (`Tp/CdOrPrtry/Cd`); the first one counts.
    pub(super) fn code_choice(&mut self) -> Result<Option<String>, ReadError> {
        let mut found = None;
        self.children(|c, tag| match tag {
            Tag::Cd | Tag::Prtry if found.is_none() => {
                found = c.some_text()?;
                Ok(())
            }
            Tag::CdOrPrtry if found.is_none() => {
                found = c.code_choice()?;
                Ok(())
            }
            _ => c.skip(),
        })?;
        Ok(found)
    }

    /// A code written as text, or in `Cd` or `Prtry` inside: the two ways of older and newer versions.
    pub(super) fn text_or_code(&mut self) -> Result<Option<String>, ReadError> {
        if self.leaf {
            return self.some_text();
        }
        self.text.clear();
        let mut inside = None;
        loop {
            match self.step()? {
                Step::Open(Tag::Cd | Tag::Prtry) if self.text.trim().is_empty() && inside.is_none() => {
                    inside = Some(self.some_text()?);
                    self.text.clear();
                }
                Step::Open(_) => return Err(self.fail(ReadFault::Mixed)),
                Step::Text => self.check_length()?,
                Step::Close => break,
                Step::End => return Err(self.fail(ReadFault::Truncated)),
            }
        }
        let text = self.text.trim();
        match (inside, text.is_empty()) {
            (Some(code), true) => Ok(code),
            (None, true) => Ok(None),
            (None, false) => Ok(Some(text.to_owned())),
            (Some(_), false) => Err(self.fail(ReadFault::Mixed)),
        }
    }

    /// Passes over the element we are in.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        if self.leaf {
            self.close_leaf();
            return Ok(());
        }
        let depth = self.path.len();
        loop {
            self.text.clear();
            self.xml.get_mut().skip_space();
            if self.open_leaf().is_some() {
                self.close_leaf();
                continue;
            }
            match self.step()? {
                Step::Close if self.path.len() < depth => return Ok(()),
                Step::End => return Err(self.fail(ReadFault::Truncated)),
                Step::Close | Step::Open(_) | Step::Text => {}
            }
        }
    }

    /// After the document element: nothing but white space and comments.
    pub(super) fn finish(&mut self) -> Result<(), ReadError> {
        self.text.clear();
        loop {
            match self.step()? {
                Step::End => return Ok(()),
                Step::Text if self.text.trim().is_empty() => {}
                Step::Text | Step::Open(_) | Step::Close => return Err(self.fail(ReadFault::Trailing)),
            }
        }
    }

    /// Keeps `value` in `slot`, unless something is there.
    pub(super) fn once<T>(
        &self,
        slot: &mut Option<T>,
        value: T,
        what: &'static str,
    ) -> Result<(), ReadError> {
        if slot.is_some() {
            return Err(self.fail(ReadFault::Twice(what)));
        }
        *slot = Some(value);
        Ok(())
    }

    /// What must be there.
    pub(super) fn need<T>(&self, slot: Option<T>, what: &'static str) -> Result<T, ReadError> {
        slot.ok_or_else(|| self.fail(ReadFault::Missing(what)))
    }

    /// Adds to a list of limited length.
    pub(super) fn push<T>(&self, list: &mut Vec<T>, value: T, what: &'static str) -> Result<(), ReadError> {
        if list.len() >= self.limits.repeats {
            return Err(self.fail(ReadFault::TooMany { what, limit: self.limits.repeats as u64 }));
        }
        list.push(value);
        Ok(())
    }

    /// An error at this place.
    pub(super) fn fail(&self, fault: ReadFault) -> ReadError {
        let source = self.xml.get_ref();
        let element = self.path.iter().map(|tag| tag.name()).collect::<Vec<_>>().join("/");
        ReadError { line: source.line, byte: source.position, element, fault }
    }

    /// Opens the next element, when it is a plain leaf. Its text is then in `text`.
    fn open_leaf(&mut self) -> Option<Tag> {
        // An empty element is still open; and what is not inside the document, or too deep in it, is not ours to take.
        if self.empty || self.path.is_empty() || self.path.len() >= self.limits.depth {
            return None;
        }
        let (tag, currency) = self.xml.get_mut().take_leaf(&mut self.text)?;
        self.currency = currency;
        self.path.push(tag);
        self.leaf = true;
        Some(tag)
    }

    fn close_leaf(&mut self) {
        self.leaf = false;
        self.closed = self.path.pop().unwrap_or(Tag::Other);
    }

    fn check_length(&self) -> Result<(), ReadError> {
        let limit = self.limits.text_bytes;
        if self.text.len() > limit { Err(self.fail(ReadFault::TextTooLong { limit })) } else { Ok(()) }
    }

    /// An error in the text of the element that was just read.
    fn fail_text(&self, fault: ReadFault) -> ReadError {
        let mut error = self.fail(fault);
        error.element.push('/');
        error.element.push_str(self.closed.name());
        error
    }

    fn step(&mut self) -> Result<Step, ReadError> {
        match self.advance() {
            Ok(step) => Ok(step),
            Err(fault) => Err(self.fail(fault)),
        }
    }

    fn advance(&mut self) -> Result<Step, ReadFault> {
        if self.empty {
            self.empty = false;
            self.closed = self.path.pop().unwrap_or(Tag::Other);
            return Ok(Step::Close);
        }
        loop {
            self.buffer.clear();
            self.xml.get_mut().begin_token();
            match self.xml.read_event_into(&mut self.buffer).map_err(|e| fault_of(&e))? {
                Event::Start(start) => {
                    return open(
                        &start,
                        &mut self.path,
                        &mut self.currency,
                        &mut self.namespace,
                        self.limits.depth,
                    );
                }
                Event::Empty(start) => {
                    self.empty = true;
                    return open(
                        &start,
                        &mut self.path,
                        &mut self.currency,
                        &mut self.namespace,
                        self.limits.depth,
                    );
                }
                Event::End(_) => {
                    self.closed = self.path.pop().unwrap_or(Tag::Other);
                    return Ok(Step::Close);
                }
                Event::Text(text) => self.text.push_str(&text),
                Event::CData(text) => self.text.push_str(&text),
                Event::GeneralRef(reference) => {
                    let c = match &*reference {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        "apos" => '\'',
                        _ => reference.resolve_char_ref().ok().flatten().ok_or(ReadFault::Entity)?,
                    };
                    if matches!(c, '\u{FFFE}' | '\u{FFFF}') {
                        return Err(ReadFault::Entity);
                    }
                    self.text.push(c);
                }
                Event::DocType(_) => return Err(ReadFault::Doctype),
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) => continue,
                Event::Eof => {
                    return if self.path.is_empty() { Ok(Step::End) } else { Err(ReadFault::Truncated) };
                }
            }
            return Ok(Step::Text);
        }
    }
}

/// Goes into an element.
fn open(
    start: &BytesStart<'_>,
    path: &mut Vec<Tag>,
    amount_currency: &mut Option<Currency>,
    document_namespace: &mut String,
    limit: usize,
) -> Result<Step, ReadFault> {
    if path.len() >= limit {
        return Err(ReadFault::TooDeep { limit });
    }
    let tag = Tag::of(start.local_name().into_inner());
    if path.is_empty() {
        *document_namespace = namespace(start)?;
    }
    *amount_currency = match tag {
        Tag::Amt | Tag::InstdAmt => currency(start)?,
        _ => None,
    };
    path.push(tag);
    Ok(Step::Open(tag))
}

/// The namespace that the document element is in.
fn namespace(start: &BytesStart<'_>) -> Result<String, ReadFault> {
    let name = start.name().into_inner();
    let wanted = match name.split_once(':') {
        Some((prefix, _)) => format!("xmlns:{prefix}"),
        None => "xmlns".to_owned(),
    };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| ReadFault::NotXml)?;
        if attribute.key.into_inner() == wanted {
            return Ok(attribute.value.trim().to_owned());
        }
    }
    Ok(String::new())
}

fn currency(start: &BytesStart<'_>) -> Result<Option<Currency>, ReadFault> {
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| ReadFault::NotXml)?;
        if attribute.key.into_inner() == "Ccy" {
            return Currency::parse(&attribute.value).map(Some).ok_or(ReadFault::Currency);
        }
    }
    Ok(None)
}

fn fault_of(error: &XmlError) -> ReadFault {
    match error {
        XmlError::Io(e) => ReadFault::from_io(e),
        XmlError::Encoding(_) => ReadFault::NotUtf8,
        XmlError::Syntax(SyntaxError::InvalidBangMarkup) => ReadFault::NotXml,
        XmlError::Syntax(_) => ReadFault::Truncated,
        XmlError::IllFormed(_) | XmlError::InvalidAttr(_) | XmlError::Escape(_) | XmlError::Namespace(_) => {
            ReadFault::NotXml
        }
    }
}

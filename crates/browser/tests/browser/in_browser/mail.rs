//! The mails that lie in the data folder when there is no mail server.

use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// How long delivery and the setting of a letter may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A mail as its reader has it.
#[derive(Debug)]
pub(crate) struct Mail {
    /// Text and HTML, one after the other.
    pub(crate) words: String,
    /// The letter that is attached.
    pub(crate) pdf: Option<Vec<u8>>,
}

/// Waits for a mail to `to` that says `sought`, and gives the newest.
#[track_caller]
pub(crate) fn wait(data: &Path, to: &str, sought: &str) -> Mail {
    wait_for(data, to, sought, 1)
}

/// Waits until so many mails to `to` say `sought`, and gives the newest.
#[track_caller]
pub(crate) fn wait_for(data: &Path, to: &str, sought: &str, count: usize) -> Mail {
    let started = Instant::now();
    loop {
        let mut all = all(data, to);
        all.retain(|mail| mail.words.contains(sought));
        if all.len() >= count
            && let Some(mail) = all.pop()
        {
            return mail;
        }
        let found = all.len();
        assert!(started.elapsed() < PATIENCE, "{found} mails to {to} say “{sought}”, not {count}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// How many mails to `to` say `sought` now.
pub(crate) fn count(data: &Path, to: &str, sought: &str) -> usize {
    all(data, to).iter().filter(|mail| mail.words.contains(sought)).count()
}

/// The mails to an address, oldest first.
fn all(data: &Path, to: &str) -> Vec<Mail> {
    let Ok(entries) = std::fs::read_dir(data.join("mail")) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    let paths = paths.filter(|path| path.extension().is_some_and(|ending| ending == "eml"));
    let mut mails: Vec<_> = paths
        .filter_map(|path| {
            let written = path.metadata().and_then(|data| data.modified()).ok()?;
            let text = std::fs::read_to_string(&path).ok()?;
            text.contains(&format!("To: {to}\r\n")).then(|| (written, read(&text)))
        })
        .collect();
    mails.sort_by_key(|(written, _)| *written);
    mails.into_iter().map(|(_, mail)| mail).collect()
}

/// The path of the first link in a mail that leads to a page under `begin`.
#[track_caller]
pub(crate) fn link(mail: &Mail, begin: &str) -> String {
    let at = mail.words.find(begin).unwrap_or_else(|| panic!("no link to {begin} in:\n{}", mail.words));
    mail.words[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c)).collect()
}

fn read(text: &str) -> Mail {
    let mut mail = Mail { words: String::new(), pdf: None };
    for part in text.split("\r\n--") {
        let Some((head, body)) = part.split_once("\r\n\r\n") else { continue };
        let head = head.to_lowercase();
        let bytes = if head.contains("encoding: base64") {
            STANDARD.decode(body.replace("\r\n", "")).unwrap_or_default()
        } else if head.contains("encoding: quoted-printable") {
            unquoted(body)
        } else {
            body.as_bytes().to_vec()
        };
        if head.contains("application/pdf") {
            mail.pdf = Some(bytes);
        } else if head.contains("content-type: text/") {
            mail.words.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
    mail
}

fn unquoted(body: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut pieces = body.split('=');
    bytes.extend(pieces.next().unwrap_or_default().as_bytes());
    for piece in pieces {
        match piece.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend(&piece.as_bytes()[2..]);
            }
            // A line that goes on.
            None => bytes.extend(piece.strip_prefix("\r\n").unwrap_or(piece).as_bytes()),
        }
    }
    bytes
}

#[test]
fn quoted_words_are_read() {
    assert_eq!(unquoted("re=C3=A7u, =\r\nmerci"), "reçu, merci".as_bytes());
}

//! The post of a simulation: takes what is delivered, remembers every key, and sometimes takes nothing.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Mutex, MutexGuard, PoisonError};

use app::delivery::Outlet;
use documents::Rendered;
use kernel::EmailAddress;

/// Where everything goes that leaves the house.
#[derive(Default)]
pub(crate) struct Post(Mutex<Sent>);

#[derive(Default)]
struct Sent {
    /// What was handed over under a key, and after how many lost notes.
    by_key: BTreeMap<String, (u64, u64)>,
    lost: u64,
    is_shut: bool,
    faults: Vec<String>,
    laid_out: u64,
    files: u64,
    unread: u64,
}

impl Post {
    fn lock(&self) -> MutexGuard<'_, Sent> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on nothing is taken, or everything again.
    pub(crate) fn shut(&self, is_shut: bool) {
        self.lock().is_shut = is_shut;
    }

    /// A commit failed: what was handed over and could not be noted may come again.
    pub(crate) fn note_was_lost(&self) {
        self.lock().lost += 1;
    }

    /// A letter that is not laid out.
    pub(crate) fn take_unread(&self, key: &str) {
        let mut sent = self.lock();
        let lost = sent.lost;
        if sent.by_key.insert(key.to_owned(), (0, lost)).is_some() {
            sent.faults.push(format!("{key} was due again after it had been sent"));
        }
        sent.unread += 1;
    }

    /// Letters and mails that left the house so far, and how many of them were laid out.
    pub(crate) fn counts(&self) -> (u64, u64) {
        let sent = self.lock();
        (sent.laid_out + sent.unread, sent.laid_out)
    }

    /// What was wrong with what came, since the last call.
    pub(crate) fn faults(&self) -> Vec<String> {
        std::mem::take(&mut self.lock().faults)
    }

    fn take(&self, key: &str, bytes: &[u8], count: fn(&mut Sent) -> &mut u64) -> Result<(), String> {
        let mut sent = self.lock();
        if sent.is_shut {
            return Err("the post is shut today".to_owned());
        }
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let (now, lost_now) = (hasher.finish(), sent.lost);
        match sent.by_key.insert(key.to_owned(), (now, lost_now)) {
            None => *count(&mut sent) += 1,
            Some((before, _)) if before != now => {
                sent.faults.push(format!("{key} came twice, with different contents"));
            }
            Some((_, then)) if then == lost_now => {
                sent.faults.push(format!("{key} came twice although no commit had failed in between"));
            }
            Some(_) => {}
        }
        Ok(())
    }
}

impl Outlet for Post {
    fn mail(&self, key: &str, _to: &EmailAddress, mail: &Rendered) -> Result<(), String> {
        self.take(key, &contents(mail), |sent| &mut sent.laid_out)
    }

    fn print(&self, key: &str, _registered: bool, letter: &Rendered) -> Result<(), String> {
        self.take(key, &contents(letter), |sent| &mut sent.laid_out)
    }

    fn bank_file(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        self.take(&format!("bank file {name}"), bytes, |sent| &mut sent.files)
    }
}

/// The bytes that reach the reader.
fn contents(rendered: &Rendered) -> Vec<u8> {
    let mut bytes = rendered.mail_html.clone().into_bytes();
    bytes.extend(rendered.pdf.iter().flat_map(|pdf| &pdf.bytes));
    bytes
}

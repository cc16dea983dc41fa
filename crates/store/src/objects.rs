//! Attachments: photos, proofs of purchase, documents. Sealed with the vault's key of their subject and purpose, named by
//! their keyed hash, written before the commit that refers to them; what no commit refers to is swept later.
//!
//! They lie in a folder. Another place (an object store over the network) would be a second kind of [`Objects`].

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use kernel::{Id, Instant};

use crate::entropy::draw;
use crate::seal::place;
use crate::sqlite::not_writable;
use crate::vault::Vault;
use crate::{Db, Result, StoreError, Tx, params, row, sql};

/// The part of a sealed file before the sealed bytes: form and key id.
const HEAD: usize = 9;
const FORM: u8 = 1;

/// A folder of attachments. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Objects {
    folder: PathBuf,
    bytes_max: u64,
}

/// An attachment in the folder, to be kept with [`Objects::keep`] in the transaction that refers to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Its name: 64 hexadecimal digits; the same content for the same subject and purpose has the same.
    pub hash: String,
    /// Whose it is.
    pub subject: Id,
    /// What it is kept for.
    pub purpose: String,
    /// The key it is sealed with.
    pub key_id: Id,
    /// Its size before sealing.
    pub size_bytes: u64,
}

/// What reading an attachment gives.
#[derive(Clone, PartialEq, Eq)]
pub enum Attachment {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// Its key was destroyed.
    Forgotten,
}

impl std::fmt::Debug for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            Self::Forgotten => f.write_str("Forgotten"),
        }
    }
}

/// What [`Objects::sweep`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Files nothing refers to, removed.
    pub removed: u64,
    /// Files kept: referred to, or still young.
    pub kept: u64,
}

impl Objects {
    /// Opens (and makes) the folder; an attachment may have at most `bytes_max` bytes.
    ///
    /// # Errors
    /// [`StoreError::NotWritable`].
    pub fn open(folder: impl Into<PathBuf>, bytes_max: u64) -> Result<Self> {
        let folder = folder.into();
        fs::create_dir_all(&folder).map_err(|error| not_writable(&folder, &error))?;
        Ok(Self { folder, bytes_max })
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Seals an attachment and writes it, safely on disk when this returns. Done before the transaction: then
    /// [`Objects::keep`] it there.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`], [`StoreError::DiskFull`], [`StoreError::NotWritable`], or of the vault.
    pub fn put(
        &self,
        vault: &Vault,
        now: Instant,
        subject: Id,
        purpose: &str,
        bytes: &[u8],
    ) -> Result<Object> {
        let size_bytes = bytes.len() as u64;
        if size_bytes > self.bytes_max {
            return Err(StoreError::TooLarge { what: "an attachment in bytes", limit: self.bytes_max });
        }
        let mut keys = vault.keys_for(now, std::iter::once((subject, purpose.to_owned())))?;
        let key = keys.remove(&(subject, purpose.to_owned())).expect("a key was made for what was asked");
        let hash = vault.object_name(key.id, bytes);
        let sealed = key.secret.seal(&*vault.entropy, &object_place(&hash, key.id), bytes);
        let mut head = [FORM; HEAD];
        head[1..].copy_from_slice(&key.id.as_i64().to_be_bytes());
        // Written again even if it is there: its age counts anew for the sweep.
        let temporary = self.folder.join(format!("{}.part", crate::hex(&draw::<8>(&*vault.entropy))));
        let path = self.path(&hash);
        write_safely(&temporary, &path, &[&head, &sealed]).map_err(|error| {
            let _ = fs::remove_file(&temporary);
            not_writable(&self.folder, &error)
        })?;
        Ok(Object { hash, subject, purpose: purpose.to_owned(), key_id: key.id, size_bytes })
    }

    /// Records that something refers to these attachments, in its transaction.
    ///
    /// # Errors
    /// [`StoreError`] of the statement.
    pub fn keep(tx: &mut Tx<'_>, now: Instant, objects: &[Object]) -> Result<()> {
        let rows: Vec<_> = objects
            .iter()
            .map(|o| {
                row![
                    &o.hash,
                    o.subject,
                    &o.purpose,
                    o.key_id,
                    i64::try_from(o.size_bytes).unwrap_or(i64::MAX),
                    now
                ]
            })
            .collect();
        tx.exec_rows(
            sql!(
                "insert into object (hash, subject, purpose, key_id, size_bytes, stored_us) values {rows} \
                 on conflict (hash) do nothing"
            ),
            &params![],
            &rows,
        )?;
        Ok(())
    }

    /// Reads and opens an attachment.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when its file is missing, [`StoreError::Sealed`] when it was altered, or of the vault.
    pub fn get(&self, vault: &Vault, hash: &str) -> Result<Attachment> {
        if !is_name(hash) {
            return Err(StoreError::Config { what: "this is not the name of an attachment".into() });
        }
        let path = self.path(hash);
        let mut sealed = Vec::new();
        match File::open(&path).and_then(|mut file| file.read_to_end(&mut sealed)) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(StoreError::corrupt(format!("attachment {hash} is missing from its folder")));
            }
            Err(error) => return Err(not_writable(&path, &error)),
        }
        let fault = || StoreError::Sealed { what: format!("attachment {hash}") };
        let key_id = sealed
            .get(1..HEAD)
            .filter(|_| sealed[0] == FORM)
            .and_then(|id| Id::from_i64(i64::from_be_bytes(id.try_into().ok()?)).ok())
            .ok_or_else(fault)?;
        match vault.keys_by_id(&[key_id])?.remove(&key_id).ok_or_else(fault)? {
            None => Ok(Attachment::Forgotten),
            Some(key) => key
                .secret
                .open(&object_place(hash, key_id), &sealed[HEAD..])
                .map(Attachment::Bytes)
                .ok_or_else(fault),
        }
    }

    /// Removes files that nothing refers to and that are older than `age`: left by uploads whose transaction never came.
    ///
    /// # Errors
    /// [`StoreError::NotWritable`]; [`StoreError`] of the query.
    pub fn sweep(&self, db: &Db, now: Instant, age: Duration) -> Result<Swept> {
        let mut swept = Swept::default();
        let fail = |error: std::io::Error| not_writable(&self.folder, &error);
        for entry in fs::read_dir(&self.folder).map_err(fail)? {
            let path = entry.map_err(fail)?.path();
            if path.is_dir() {
                self.sweep_folder(db, &path, now, age, &mut swept)?;
            } else if path.extension().is_some_and(|extension| extension == "part") {
                remove_old(&path, now, age, &mut swept)?;
            }
        }
        Ok(swept)
    }

    fn sweep_folder(
        &self,
        db: &Db,
        folder: &Path,
        now: Instant,
        age: Duration,
        swept: &mut Swept,
    ) -> Result<()> {
        let fail = |error: std::io::Error| not_writable(folder, &error);
        let mut names = Vec::new();
        for entry in fs::read_dir(folder).map_err(fail)? {
            let name = entry.map_err(fail)?.file_name().to_string_lossy().into_owned();
            if is_name(&name) {
                names.push(name);
            }
        }
        let asked = names.clone();
        let referred: Vec<String> = db.read_run(move |tx| {
            let rows =
                tx.query_keys(sql!("select hash from object where hash in ({ids})"), &params![], &asked)?;
            rows.iter().map(|row| row.text("hash")).collect::<Result<Vec<_>>>()
        })?;
        for name in names {
            if referred.contains(&name) {
                swept.kept += 1;
            } else {
                remove_old(&self.path(&name), now, age, swept)?;
            }
        }
        Ok(())
    }

    fn path(&self, hash: &str) -> PathBuf {
        self.folder.join(&hash[..2]).join(hash)
    }
}

fn remove_old(path: &Path, now: Instant, age: Duration, swept: &mut Swept) -> Result<()> {
    let fail = |error: std::io::Error| not_writable(path, &error);
    let modified = fs::metadata(path).and_then(|data| data.modified()).map_err(fail)?;
    let modified_us = modified.duration_since(UNIX_EPOCH).unwrap_or_default().as_micros();
    let limit_us = i128::from(now.as_microsecond()) - age.as_micros() as i128;
    if (modified_us as i128) < limit_us {
        fs::remove_file(path).map_err(fail)?;
        swept.removed += 1;
    } else {
        swept.kept += 1;
    }
    Ok(())
}

/// Writes a file beside its place, forces it to disk, moves it to its place and forces the folder to disk.
fn write_safely(temporary: &Path, path: &Path, parts: &[&[u8]]) -> std::io::Result<()> {
    let folder = path.parent().expect("an attachment lies in a folder");
    if !folder.is_dir() {
        fs::create_dir_all(folder)?;
        File::open(folder.parent().unwrap_or(folder))?.sync_all()?;
    }
    let mut file = File::create_new(temporary)?;
    for part in parts {
        file.write_all(part)?;
    }
    file.sync_all()?;
    fs::rename(temporary, path)?;
    File::open(folder)?.sync_all()
}

fn is_name(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn object_place(hash: &str, key: Id) -> Vec<u8> {
    place(&[b"harmony/object/1", hash.as_bytes(), &key.as_i64().to_be_bytes()])
}

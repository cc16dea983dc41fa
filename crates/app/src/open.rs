//! Opening an installation: data folder, database, keys, vault, attachments.

use std::{
    fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use kernel::Instant;
use store::{Db, DbConfig, StoreError, entropy::SharedEntropy, objects::Objects, vault::Vault};

use crate::{App, AppError, Parts, access, products::Products, schema, screening::Screener};

/// The largest attachment.
pub const ATTACHMENT_BYTES_MAX: u64 = 15 << 20;

/// Where an installation keeps its data.
#[derive(Debug, Clone)]
pub struct Installation {
    /// Keys, attachments, letters and bank files; and the database, unless it is elsewhere.
    pub folder: PathBuf,
    /// URL of the database; none: SQLite in the folder.
    pub database: Option<String>,
    /// Address of the portal as customers type it.
    pub portal_url: String,
}

impl Installation {
    /// The database's URL.
    pub fn database_url(&self) -> String {
        let inside = || format!("sqlite:{}", self.folder.join("harmony.db").display());
        self.database.clone().unwrap_or_else(inside)
    }

    /// Where the vault's keys are: apart from the data, so that they are backed up apart.
    pub fn keys_url(&self) -> String {
        format!("sqlite:{}", self.folder.join("keys").join("keys.db").display())
    }

    /// The print folder: letters for those who did not agree to e-mail.
    pub fn print_folder(&self) -> PathBuf {
        self.folder.join("print")
    }

    /// Mails, when no mail server is configured: one file each.
    pub fn mail_folder(&self) -> PathBuf {
        self.folder.join("mail")
    }

    /// Bank files that a person released.
    pub fn bank_folder(&self) -> PathBuf {
        self.folder.join("bank")
    }
}

/// Opens an installation; makes what is missing and brings the database's schema up to date.
///
/// # Errors
/// [`AppError::Store`] naming what cannot be opened and what to do.
pub fn open(
    installation: &Installation,
    screener: Box<dyn Screener>,
    entropy: SharedEntropy,
    now: Instant,
) -> Result<App, AppError> {
    make_folder(&installation.folder)?;
    make_folder(&installation.folder.join("keys"))?;
    let db = Db::open(&DbConfig::new(installation.database_url()))?;
    db.migrate(&schema::migrations(), now)?;
    let keys = Db::open(&DbConfig { threads: 2, ..DbConfig::new(installation.keys_url()) })?;
    let master = secret(&installation.folder.join("keys").join("master.key"), &entropy)?;
    let index = secret(&installation.folder.join("keys").join("index.key"), &entropy)?;
    let vault = Vault::open(keys, master, index, SharedEntropy::clone(&entropy), now)?;
    // What customers upload has a smaller limit of its own; a statement of the bank that is odd is kept whole.
    let objects =
        Objects::open(installation.folder.join("attachments"), crate::money::statements::FILE_BYTES_MAX)?;
    let parts = Parts {
        db,
        vault,
        objects,
        products: Products::shipped()?,
        access: access::Access::new(),
        entropy,
        screener,
        portal_url: installation.portal_url.clone(),
    };
    App::new(parts, now)
}

fn make_folder(folder: &Path) -> Result<(), AppError> {
    fs::create_dir_all(folder).map_err(|error| not_writable(folder, &error))
}

fn not_writable(path: &Path, error: &std::io::Error) -> AppError {
    AppError::Store(StoreError::NotWritable { what: path.display().to_string(), why: error.to_string() })
}

/// Reads a 32-byte secret, or makes it: a file that only its owner can read.
fn secret(path: &Path, entropy: &SharedEntropy) -> Result<[u8; 32], AppError> {
    match fs::read(path) {
        Ok(bytes) => bytes.try_into().map_err(|_| AppError::missing("a key of 32 bytes", path.display())),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let mut key = [0; 32];
            entropy.fill(&mut key);
            write_secret(path, &key).map_err(|error| not_writable(path, &error))?;
            Ok(key)
        }
        Err(error) => Err(not_writable(path, &error)),
    }
}

fn write_secret(path: &Path, key: &[u8; 32]) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(key)?;
    file.sync_all()
}

//! Product versions and powers of attorney: what may be sold, and what was.
//!
//! Folders of the project are compiled in and published into the database by content hash at the start; a policy pins the
//! hash it was sold under (GEN-RANK-05), and that version is read back from the database for as long as it is needed.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, RwLock},
};

use agreement::Agreement;
use include_dir::{Dir, include_dir};
use kernel::{Country, Date, Instant};
use store::{Db, Priority, Tx, params, row, sql};
use terms::Product;

use crate::AppError;

static FOLDERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../products");
const AGREEMENTS: &str = "agreements";

/// The product versions and agreements in use.
#[derive(Debug)]
pub struct Products {
    known: RwLock<HashMap<String, Arc<Product>>>,
    shipped: Vec<(Arc<Product>, Vec<u8>)>,
    agreements: Vec<Agreement>,
}

impl Products {
    /// What is compiled in.
    ///
    /// # Errors
    /// [`AppError::Missing`] naming the folder or file and every fault in it.
    pub fn shipped() -> Result<Self, AppError> {
        let mut shipped = Vec::new();
        let mut agreements = Vec::new();
        for folder in FOLDERS.dirs() {
            let name = folder.path().display().to_string();
            if name == AGREEMENTS {
                for file in folder.files() {
                    let text = file.contents_utf8().unwrap_or_default();
                    let path = file.path().display().to_string();
                    agreements.push(
                        Agreement::read(&path, text)
                            .map_err(|e| AppError::missing("a readable agreement", e))?,
                    );
                }
                continue;
            }
            for version in folder.dirs() {
                let files: BTreeMap<String, Vec<u8>> = version
                    .files()
                    .map(|file| {
                        let name = file.path().file_name().expect("an embedded file has a name");
                        (name.to_string_lossy().into_owned(), file.contents().to_vec())
                    })
                    .collect();
                let product = Product::load(&files).map_err(|faults| {
                    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
                    AppError::missing(
                        "a readable product",
                        format!("{}: {}", version.path().display(), faults.join("; ")),
                    )
                })?;
                let packed = serde_json::to_vec(&files).expect("names and bytes serialise");
                shipped.push((Arc::new(product), packed));
            }
        }
        // The home market first, whatever the files are called.
        agreements.sort_by_key(|agreement| (agreement.country == Country::Be, agreement.code.clone()));
        let known = shipped.iter().map(|(p, _)| (p.content_hash().to_owned(), Arc::clone(p))).collect();
        Ok(Self { known: RwLock::new(known), shipped, agreements })
    }

    /// Stores the shipped versions that the database does not have yet.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn publish(&self, db: &Db, now: Instant) -> Result<(), AppError> {
        let rows: Vec<_> = self
            .shipped
            .iter()
            .map(|(product, files)| {
                let wording = product.wording();
                let revision = i64::from(wording.revision);
                row![
                    product.content_hash(),
                    product.code(),
                    wording.version.as_str(),
                    revision,
                    files.clone(),
                    now
                ]
            })
            .collect();
        db.write(Priority::Click, move |tx| {
            tx.exec_rows(
                sql!(
                    "insert into product_version (hash, code, version, revision, files, published_us) values {rows} \
                     on conflict (hash) do nothing"
                ),
                &params![],
                &rows,
            )?;
            Ok(())
        })
    }

    /// The version with this content hash.
    ///
    /// # Errors
    /// [`AppError::Missing`] when it was never published here.
    pub fn by_hash(&self, tx: &mut Tx<'_>, hash: &str) -> Result<Arc<Product>, AppError> {
        if let Some(product) = self.known.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(hash)
        {
            return Ok(Arc::clone(product));
        }
        let row = tx
            .query_opt(sql!("select files from product_version where hash = ?1"), &params![hash])?
            .ok_or_else(|| AppError::missing("a product version", hash))?;
        let files: BTreeMap<String, Vec<u8>> = serde_json::from_slice(&row.bytes("files")?)
            .map_err(|_| AppError::damaged("a product version", hash))?;
        let product =
            Arc::new(Product::load(&files).map_err(|_| AppError::damaged("a product version", hash))?);
        let mut known = self.known.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        known.insert(hash.to_owned(), Arc::clone(&product));
        Ok(product)
    }

    /// The version of a product that is sold now: the latest shipped one.
    pub fn current(&self, code: &str) -> Option<Arc<Product>> {
        let of_code =
            self.shipped.iter().map(|(product, _)| product).filter(|product| product.code() == code);
        of_code.max_by_key(|p| (p.wording().version.clone(), p.wording().revision)).map(Arc::clone)
    }

    /// Codes of all shipped products.
    pub fn codes(&self) -> Vec<String> {
        let mut codes: Vec<String> =
            self.shipped.iter().map(|(product, _)| product.code().to_owned()).collect();
        codes.sort();
        codes.dedup();
        codes
    }

    /// The power of attorney with this code.
    ///
    /// # Errors
    /// [`AppError::Missing`].
    pub fn agreement(&self, code: &str) -> Result<&Agreement, AppError> {
        let found = self.agreements.iter().find(|agreement| agreement.code == code);
        found.ok_or_else(|| AppError::missing("an agreement", code))
    }

    /// The power of attorney under which a product may be sold on a day.
    pub fn agreement_for(&self, product: &str, on: Date) -> Option<&Agreement> {
        self.agreements.iter().find(|a| a.in_force(on) && a.products.iter().any(|code| code == product))
    }

    /// Every power of attorney.
    pub fn agreements(&self) -> &[Agreement] {
        &self.agreements
    }
}

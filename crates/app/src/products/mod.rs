//! Product versions and powers of attorney: what may be sold, and what was.
//!
//! What is published lies in the database by content hash. Folders of the project are compiled in and published at the start;
//! others come by `harmony product publish` and are used by every running node without a restart: before anything is sold or
//! decided the shelf is looked at ([`Products::look`]), which costs one count. A policy stays on the wording version it was
//! sold under (GEN-RANK-05) and is decided under the latest published revision of that version ([`Products::in_force`]):
//! a revision corrects how a version is written down, never what was agreed.

mod publish;
mod shipped;

use std::{
    cmp::Ordering,
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError, RwLock},
};

use agreement::Agreement;
use kernel::{Date, Instant};
use store::{Tx, params, sql};
use terms::Product;

pub use publish::{Publication, Unpublishable, publish};

use crate::AppError;

/// The product versions and agreements in use.
#[derive(Debug)]
pub struct Products {
    known: RwLock<HashMap<String, Arc<Product>>>,
    shelf: RwLock<Shelf>,
    shipped: Vec<shipped::Shipped>,
    agreements: Vec<Agreement>,
}

/// A published revision of a product version.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Published {
    /// Product code.
    pub code: String,
    /// Version of the conditions.
    pub version: String,
    /// Revision of their encoding.
    pub revision: u32,
    /// SHA-256 of the folder, hexadecimal.
    pub hash: String,
    /// When it was published.
    pub published_at: Instant,
}

/// What is published, as it was seen last.
#[derive(Debug, Default)]
struct Shelf {
    /// Rows seen. They are only ever added.
    rows: i64,
    published: Vec<Published>,
    /// The version of each code that is sold.
    sold: BTreeMap<String, Arc<Product>>,
}

impl Products {
    /// What is compiled in.
    ///
    /// # Errors
    /// [`AppError::Missing`] naming the folder or file and every fault in it.
    pub fn shipped() -> Result<Self, AppError> {
        let (shipped, agreements) = shipped::read()?;
        let known = shipped.iter().map(|s| (s.product.content_hash().to_owned(), Arc::clone(&s.product)));
        let mut sold: BTreeMap<String, Arc<Product>> = BTreeMap::new();
        for shipped in &shipped {
            let product = &shipped.product;
            let before = sold.get(product.code());
            if before.is_none_or(|before| newer(place(product), place(before))) {
                sold.insert(product.code().to_owned(), Arc::clone(product));
            }
        }
        Ok(Self {
            known: RwLock::new(known.collect()),
            shelf: RwLock::new(Shelf { sold, ..Shelf::default() }),
            shipped,
            agreements,
        })
    }

    /// Reads what was published since the shelf was looked at last.
    ///
    /// # Errors
    /// [`AppError::Store`]; [`AppError::Damaged`] when a published version cannot be read any more.
    pub fn look(&self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        let rows = tx
            .query_one(sql!("select count(*) as number from product_version"), &params![])?
            .i64("number")?;
        if self.shelf.read().unwrap_or_else(PoisonError::into_inner).rows == rows {
            return Ok(());
        }
        let published = published(tx)?;
        let mut newest: BTreeMap<&str, &Published> = BTreeMap::new();
        for line in &published {
            let before = newest.get(line.code.as_str());
            if before.is_none_or(|before| newer(line.place(), before.place())) {
                newest.insert(&line.code, line);
            }
        }
        let mut sold = BTreeMap::new();
        for (code, line) in newest {
            sold.insert(code.to_owned(), self.by_hash(tx, &line.hash)?);
        }
        *self.shelf.write().unwrap_or_else(PoisonError::into_inner) = Shelf { rows, published, sold };
        Ok(())
    }

    /// Everything that is published: by code, the oldest version and revision first.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn published(&self, tx: &mut Tx<'_>) -> Result<Vec<Published>, AppError> {
        self.look(tx)?;
        let mut all = self.shelf.read().unwrap_or_else(PoisonError::into_inner).published.clone();
        all.sort_by(|a, b| a.code.cmp(&b.code).then_with(|| by_place(a.place(), b.place())));
        Ok(all)
    }

    /// The version with this content hash.
    ///
    /// # Errors
    /// [`AppError::Missing`] when it was never published here.
    pub fn by_hash(&self, tx: &mut Tx<'_>, hash: &str) -> Result<Arc<Product>, AppError> {
        if let Some(product) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(hash) {
            return Ok(Arc::clone(product));
        }
        let row = tx
            .query_opt(sql!("select files from product_version where hash = ?1"), &params![hash])?
            .ok_or_else(|| AppError::missing("a product version", hash))?;
        let files: BTreeMap<String, Vec<u8>> = serde_json::from_slice(&row.bytes("files")?)
            .map_err(|_| AppError::damaged("a product version", hash))?;
        let product =
            Arc::new(Product::load(&files).map_err(|_| AppError::damaged("a product version", hash))?);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(hash.to_owned(), Arc::clone(&product));
        Ok(product)
    }

    /// What a policy sold under this content is decided under: the latest revision of the same version.
    ///
    /// # Errors
    /// [`AppError::Missing`] when it was never published here.
    pub fn in_force(&self, tx: &mut Tx<'_>, hash: &str) -> Result<Arc<Product>, AppError> {
        self.look(tx)?;
        let pinned = self.by_hash(tx, hash)?;
        let wording = pinned.wording();
        let latest = {
            let shelf = self.shelf.read().unwrap_or_else(PoisonError::into_inner);
            let same = |line: &&Published| line.code == wording.product && line.version == wording.version;
            let of_version = shelf.published.iter().filter(same);
            // Of two contents under one revision, from before that was refused, the one that was sold counts.
            let latest = of_version.max_by_key(|line| (line.revision, line.hash == hash));
            latest.filter(|line| line.revision > wording.revision).map(|line| line.hash.clone())
        };
        match latest {
            Some(latest) => self.by_hash(tx, &latest),
            None => Ok(pinned),
        }
    }

    /// The version of a product that is sold now: the latest published.
    ///
    /// # Errors
    /// [`AppError::Missing`] when there is no such product; [`AppError::Store`].
    pub fn sold(&self, tx: &mut Tx<'_>, code: &str) -> Result<Arc<Product>, AppError> {
        self.look(tx)?;
        self.current(code).ok_or_else(|| AppError::missing("a product", code))
    }

    /// A version of a product in its latest revision, or what is sold; `None` when there is none such.
    ///
    /// # Errors
    /// [`AppError::Store`]; [`AppError::Damaged`].
    pub fn latest(
        &self,
        tx: &mut Tx<'_>,
        code: &str,
        version: Option<&str>,
    ) -> Result<Option<Arc<Product>>, AppError> {
        let all = self.published(tx)?;
        let Some(version) = version else { return Ok(self.current(code)) };
        match all.iter().rev().find(|line| line.code == code && line.version == version) {
            Some(line) => self.by_hash(tx, &line.hash).map(Some),
            None => Ok(None),
        }
    }

    /// The version of a product that is sold, as the shelf was seen last: for pages that only show it.
    pub fn current(&self, code: &str) -> Option<Arc<Product>> {
        self.shelf.read().unwrap_or_else(PoisonError::into_inner).sold.get(code).map(Arc::clone)
    }

    /// Codes of all products that are sold, as the shelf was seen last.
    pub fn codes(&self) -> Vec<String> {
        self.shelf.read().unwrap_or_else(PoisonError::into_inner).sold.keys().cloned().collect()
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

    /// The same products under other powers of attorney.
    #[must_use]
    pub fn under(self, agreements: Vec<Agreement>) -> Self {
        Self { agreements, ..self }
    }

    /// Every power of attorney.
    pub fn agreements(&self) -> &[Agreement] {
        &self.agreements
    }
}

impl Published {
    fn place(&self) -> (&str, u32) {
        (&self.version, self.revision)
    }
}

fn published(tx: &mut Tx<'_>) -> Result<Vec<Published>, AppError> {
    let rows = tx.query(
        sql!("select code, version, revision, hash, published_us from product_version order by published_us, hash"),
        &params![],
    )?;
    rows.iter()
        .map(|row| {
            let hash = row.text("hash")?;
            let revision = u32::try_from(row.i64("revision")?);
            Ok(Published {
                code: row.text("code")?,
                version: row.text("version")?,
                revision: revision.map_err(|_| AppError::damaged("a product version", &hash))?,
                published_at: row.instant("published_us")?,
                hash,
            })
        })
        .collect()
}

fn place(product: &Product) -> (&str, u32) {
    (&product.wording().version, product.wording().revision)
}

fn newer(one: (&str, u32), other: (&str, u32)) -> bool {
    by_place(one, other) == Ordering::Greater
}

fn by_place(one: (&str, u32), other: (&str, u32)) -> Ordering {
    by_version(one.0, other.0).then(one.1.cmp(&other.1))
}

/// Versions in their order: numbers in them count as numbers, so that `2021-10` comes after `2021-9`.
fn by_version(one: &str, other: &str) -> Ordering {
    let parts = |text: &str| -> Vec<(u64, String)> {
        let part = |part: &str| (part.parse().unwrap_or(u64::MAX), part.to_owned());
        text.split(['-', '.']).map(part).collect()
    };
    parts(one).cmp(&parts(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_in_their_order() {
        for (one, other) in
            [("2021-1", "2021-2"), ("2021-9", "2021-10"), ("2021-12", "2022-1"), ("1.2", "1.10")]
        {
            assert_eq!(by_version(one, other), Ordering::Less, "{one} before {other}");
            assert_eq!(by_version(other, one), Ordering::Greater, "{other} after {one}");
        }
        assert_eq!(by_version("2021-1", "2021-1"), Ordering::Equal);
    }
}

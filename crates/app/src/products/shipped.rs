//! What is compiled into the program: product versions and powers of attorney.

use std::{collections::BTreeMap, sync::Arc};

use agreement::Agreement;
use include_dir::{Dir, include_dir};
use kernel::{Country, Instant};
use store::{Db, Priority};
use terms::Product;

use super::{Products, publish};
use crate::AppError;

static FOLDERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../products");
const AGREEMENTS: &str = "agreements";

/// A version that is compiled in.
#[derive(Debug)]
pub(super) struct Shipped {
    pub(super) product: Arc<Product>,
    files: BTreeMap<String, Vec<u8>>,
}

pub(super) fn read() -> Result<(Vec<Shipped>, Vec<Agreement>), AppError> {
    let mut shipped = Vec::new();
    let mut agreements = Vec::new();
    for folder in FOLDERS.dirs() {
        if folder.path().display().to_string() == AGREEMENTS {
            for file in folder.files() {
                let text = file.contents_utf8().unwrap_or_default();
                let path = file.path().display().to_string();
                let read = Agreement::read(&path, text);
                agreements.push(read.map_err(|e| AppError::missing("a readable agreement", e))?);
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
                let what = format!("{}: {}", version.path().display(), faults.join("; "));
                AppError::missing("a readable product", what)
            })?;
            shipped.push(Shipped { product: Arc::new(product), files });
        }
    }
    // The home market first, whatever the files are called.
    agreements.sort_by_key(|agreement| (agreement.country == Country::Be, agreement.code.clone()));
    Ok((shipped, agreements))
}

impl Products {
    /// Publishes the versions that are compiled in, where the database has neither them nor newer revisions.
    ///
    /// # Errors
    /// [`AppError::Store`]; [`AppError::Missing`] when one of them may not be published, with what to do.
    pub(crate) fn publish_shipped(&self, db: &Db, now: Instant) -> Result<(), AppError> {
        let all: Vec<_> = self.shipped.iter().map(|s| (Arc::clone(&s.product), s.files.clone())).collect();
        db.write(Priority::Click, move |tx| {
            for (product, files) in &all {
                match publish(tx, now, product, files)? {
                    Ok(_) | Err(publish::Unpublishable::OlderRevision { .. }) => {}
                    Err(why) => {
                        return Err(AppError::missing("a product version that may be published", why));
                    }
                }
            }
            Ok(())
        })
    }
}

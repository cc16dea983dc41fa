//! Publishing a product version: stored by content hash, once and for ever.

use std::collections::BTreeMap;

use kernel::{Id, Instant};
use store::{
    Tx, params, row, sql,
    unique::{self, Claimed},
};
use terms::{FactSpec, Product};

use super::{Published, by_place, published};
use crate::AppError;

/// What came of publishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// What is published now.
    pub published: Published,
    /// The same content had been published before; nothing changed.
    pub was_there: bool,
    /// It is the version that is sold from now on.
    pub is_sold: bool,
}

/// Why a version may not be published.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unpublishable {
    /// The revision is published with other content.
    #[error(
        "{code} {version} revision {revision} is published with other content; write `revision = {next}` in product.toml"
    )]
    OtherContent {
        /// Product code.
        code: String,
        /// Version.
        version: String,
        /// Revision.
        revision: u32,
        /// The first that is free.
        next: u32,
    },
    /// A later revision of the version is published.
    #[error("revision {revision} of {code} {version} is older than {latest}, which is published; write `revision = {next}` in product.toml", next = latest + 1)]
    OlderRevision {
        /// Product code.
        code: String,
        /// Version.
        version: String,
        /// Revision.
        revision: u32,
        /// The latest that is published.
        latest: u32,
    },
    /// Claims may rest on a fact that is not there any more, or is another.
    #[error(
        "the fact `{fact}` of revision {revision} is gone, or takes other values now; a revision only corrects how a version is written down: put the fact back, or publish it as a new `version`"
    )]
    FactLost {
        /// The fact.
        fact: String,
        /// The revision that has it.
        revision: u32,
    },
    /// Policies may have a plan that is not there any more.
    #[error(
        "the plan `{plan}` of revision {revision} is gone; put it back, or publish this as a new `version`"
    )]
    PlanLost {
        /// The plan.
        plan: String,
        /// The revision that has it.
        revision: u32,
    },
}

/// Publishes a version whose files were read and checked. The same content again changes nothing.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Damaged`] when an earlier revision cannot be read any more.
pub fn publish(
    tx: &mut Tx<'_>,
    now: Instant,
    product: &Product,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<Result<Publication, Unpublishable>, AppError> {
    let wording = product.wording();
    let all: Vec<Published> =
        published(tx)?.into_iter().filter(|line| line.code == wording.product).collect();
    let this = Published {
        code: wording.product.clone(),
        version: wording.version.clone(),
        revision: wording.revision,
        hash: wording.content_hash.clone(),
        published_at: now,
    };
    let is_sold = all.iter().all(|line| by_place(line.place(), this.place()).is_le());
    if let Some(there) = all.iter().find(|line| line.hash == this.hash) {
        return Ok(Ok(Publication { published: there.clone(), was_there: true, is_sold }));
    }
    let latest = all.iter().filter(|line| line.version == this.version).max_by_key(|line| line.revision);
    if let Some(latest) = latest {
        let (code, version) = (this.code.clone(), this.version.clone());
        if this.revision < latest.revision {
            let (revision, latest) = (this.revision, latest.revision);
            return Ok(Err(Unpublishable::OlderRevision { code, version, revision, latest }));
        }
        if this.revision == latest.revision {
            let (revision, next) = (this.revision, latest.revision + 1);
            return Ok(Err(Unpublishable::OtherContent { code, version, revision, next }));
        }
        if let Some(lost) = lost(&stored(tx, &latest.hash)?, product) {
            return Ok(Err(lost));
        }
    }
    // Two nodes that publish at once: the register lets one through.
    let key = format!("{}/{}/{}", this.code, this.version, this.revision);
    let owner = owner(&this.hash)?;
    let claim = unique::Claim { kind: "product-revision", value: key, owner };
    if unique::claim(tx, &[claim])? != [Claimed::Yours] {
        let Published { code, version, revision, .. } = this;
        return Ok(Err(Unpublishable::OtherContent { code, version, revision, next: revision + 1 }));
    }
    let packed = serde_json::to_vec(files).map_err(|_| AppError::damaged("a product folder", &this.hash))?;
    let (code, version) = (this.code.as_str(), this.version.as_str());
    tx.insert(
        sql!(
            "insert into product_version (hash, code, version, revision, files, published_us) values {rows}"
        ),
        &[row![this.hash.as_str(), code, version, i64::from(this.revision), packed, now]],
    )?;
    Ok(Ok(Publication { published: this, was_there: false, is_sold }))
}

/// A name for a content in the register of what is unique: part of its hash.
fn owner(hash: &str) -> Result<Id, AppError> {
    let digits = hash.get(..15).and_then(|digits| i64::from_str_radix(digits, 16).ok());
    let id = digits.and_then(|digits| Id::from_i64(digits.max(1)).ok());
    id.ok_or_else(|| AppError::damaged("a content hash", hash))
}

fn stored(tx: &mut Tx<'_>, hash: &str) -> Result<Product, AppError> {
    let row = tx.query_one(sql!("select files from product_version where hash = ?1"), &params![hash])?;
    let damaged = || AppError::damaged("a product version", hash);
    let files: BTreeMap<String, Vec<u8>> =
        serde_json::from_slice(&row.bytes("files")?).map_err(|_| damaged())?;
    Product::load(&files).map_err(|_| damaged())
}

/// What claims and policies of an earlier revision could not be decided without.
fn lost(before: &Product, after: &Product) -> Option<Unpublishable> {
    let revision = before.wording().revision;
    let keeps = |old: &FactSpec| {
        after.fact(&old.name).is_some_and(|new| {
            let has = |name: &str| new.values.iter().any(|value| value.name == name);
            new.kind == old.kind && new.scope == old.scope && old.values.iter().all(|value| has(&value.name))
        })
    };
    if let Some(fact) = before.facts().iter().find(|fact| !keeps(fact)) {
        return Some(Unpublishable::FactLost { fact: fact.name.clone(), revision });
    }
    let plan = before.plans().iter().find(|plan| after.plan(&plan.code).is_none())?;
    Some(Unpublishable::PlanLost { plan: plan.code.clone(), revision })
}

//! `harmony product`: work on conditions as data.

mod backtest;
mod check;
mod diff;
mod publish;
mod show;

use std::path::PathBuf;

use app::{claims::Span, products::Products};
use clap::Subcommand;
use kernel::{Date, Language};
use terms::Product;

use crate::{End, Wrong, cli::Place};

/// The verbs on products.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// What is published: version, revision, content hash, when, and which is sold.
    List,
    /// Check a product folder and publish it: it is sold from then on, by a running server too.
    ///
    /// A version and revision is published once: write a higher `revision` where only the way it is written down is corrected,
    /// and a new `version` where what is agreed changes. Policies stay on the version they were sold under.
    Publish {
        /// The folder of one version.
        folder: PathBuf,
    },
    /// Decide the last decision of every claim again under another version, and count what would change.
    Backtest {
        /// A folder, or the content hash of a published version.
        version: String,
        /// Only decisions made on this day or later.
        #[arg(long)]
        from: Option<Date>,
        /// Only decisions made on this day or earlier.
        #[arg(long = "to")]
        until: Option<Date>,
    },
    /// Check a product folder; prints every fault with file, line and what to write instead.
    ///
    /// Faults are what cannot be read. What can be read but cannot be meant is found too, over all situations and not by
    /// trying some: clauses that never or always apply, exceptions and conditions that cannot matter, remedies and routes that
    /// clash (with a case that shows it), plans and devices nothing is covered for, names nobody uses. Exit status 1 when there
    /// is anything to mend.
    Check {
        /// The folder of one version.
        folder: PathBuf,
    },
    /// Compare two versions, or two plans: every kind of situation that is decided differently, with an example of each.
    ///
    /// All situations are looked at: where it says that none is decided differently, there is none. Below that stands what is
    /// written differently: clauses, texts, parameters, prices. Exit status 0 when nothing differs, 1 when something does.
    Diff(diff::DiffArgs),
    /// The facts a product asks for, with their questions.
    Facts {
        /// Product code.
        product: String,
        /// Language of the questions.
        #[arg(long, default_value = "en")]
        language: Language,
    },
    /// The conditions as a readable page.
    Show {
        /// Product code.
        product: String,
        /// Language.
        #[arg(long, default_value = "en")]
        language: Language,
    },
}

pub(crate) fn run(place: &Place, verb: &Verb) -> Result<End, Wrong> {
    match verb {
        Verb::List => publish::list(place),
        Verb::Publish { folder } => publish::publish(place, folder),
        Verb::Backtest { version, from, until } => {
            backtest::backtest(place, version, Span { from: *from, until: *until })
        }
        Verb::Check { folder } => check::check(place, folder),
        Verb::Diff(args) => diff::diff(place, args),
        Verb::Facts { product, language } => {
            show::facts(&*find(product)?, *language);
            Ok(End::Done)
        }
        Verb::Show { product, language } => {
            show::show(&*find(product)?, *language);
            Ok(End::Done)
        }
    }
}

fn find(code: &str) -> Result<std::sync::Arc<Product>, Wrong> {
    let products = Products::shipped()?;
    let codes = products.codes().join(", ");
    Ok(products.current(code).ok_or_else(|| format!("there is no product `{code}`; there are: {codes}"))?)
}

//! `harmony product`: work on conditions as data.

mod check;
mod show;

use std::path::PathBuf;

use app::products::Products;
use clap::Subcommand;
use kernel::Language;
use terms::Product;

use crate::{End, Wrong, cli::Place};

/// The verbs on products.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Versions that are compiled in.
    List,
    /// Check a product folder; prints every fault with file, line and what to write instead.
    Check {
        /// The folder of one version.
        folder: PathBuf,
    },
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
        Verb::List => {
            let products = Products::shipped()?;
            for code in products.codes() {
                let product = products.current(&code).expect("a listed product is shipped");
                let wording = product.wording();
                println!("{code} {} r{}  {}", wording.version, wording.revision, product.content_hash());
            }
            Ok(End::Done)
        }
        Verb::Check { folder } => check::check(place, folder),
        Verb::Facts { product, language } => {
            for fact in find(product)?.facts() {
                let who: Vec<String> = fact.who.iter().map(ToString::to_string).collect();
                println!(
                    "{:<32} {:<8} {:<28} {}",
                    fact.name,
                    fact.kind,
                    who.join(","),
                    fact.question.get(*language)
                );
            }
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

//! `harmony product`: work on conditions as data.

use std::{collections::BTreeMap, fs, path::PathBuf};

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
        Verb::Check { folder } => check(place, folder),
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
            show(&*find(product)?, *language);
            Ok(End::Done)
        }
    }
}

fn find(code: &str) -> Result<std::sync::Arc<Product>, Wrong> {
    let products = Products::shipped()?;
    let codes = products.codes().join(", ");
    Ok(products.current(code).ok_or_else(|| format!("there is no product `{code}`; there are: {codes}"))?)
}

fn check(place: &Place, folder: &PathBuf) -> Result<End, Wrong> {
    let mut files = BTreeMap::new();
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.insert(name, fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?);
        }
    }
    match Product::load(&files) {
        Ok(product) => {
            println!("{} {} is right: {}", product.code(), product.wording().version, product.content_hash());
            Ok(End::Done)
        }
        Err(faults) => {
            for fault in &faults {
                if place.json {
                    println!(
                        "{}",
                        serde_json::json!({ "file": fault.file, "line": fault.line, "column": fault.column,
                            "what": fault.what, "hint": fault.hint })
                    );
                } else {
                    println!("{fault}");
                }
            }
            Ok(End::No)
        }
    }
}

fn show(product: &Product, language: Language) {
    println!("# {} ({} {})\n", product.name().get(language), product.code(), product.wording().version);
    for plan in product.plans() {
        println!("## {}\n\n{}\n", plan.name.get(language), plan.text.get(language));
    }
    for clause in product.clauses() {
        println!(
            "- **{}** {} [{}] {}",
            clause.rule,
            clause.article.get(language),
            clause.kind,
            clause.text.get(language)
        );
    }
    println!();
    for (name, parameter) in product.parameters() {
        println!("- {name}: {} ({}) {}", parameter.shown(), parameter.rule, parameter.text.get(language));
    }
}

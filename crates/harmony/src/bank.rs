//! `harmony bank`: files of the bank, from the command line or a scheduled job.

use std::{
    fs,
    path::{Path, PathBuf},
};

use app::{
    App, AppError, Refused,
    money::statements::{self, FILE_BYTES_MAX, Imported},
};
use clap::Subcommand;
use kernel::Language;
use web::Words;

use crate::{End, Wrong, cli::Place, clock};

/// What can be done with files of the bank.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Read in statements (camt.053), notifications (camt.054) and status reports (pain.002), in the order given.
    ///
    /// The same file again books nothing. Exit status 1 when one is refused, or kept because a person must look.
    Read {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

pub(crate) fn run(place: &Place, verb: &Verb) -> Result<End, Wrong> {
    let Verb::Read { files } = verb;
    let app = place.open()?;
    let words = Words::new(Language::En);
    let mut end = End::Done;
    for file in files {
        let told = match read(&app, file)? {
            Ok(imported) => {
                if imported.kept.is_some() {
                    end = End::No;
                }
                if place.json {
                    serde_json::json!({ "file": file, "imported": imported }).to_string()
                } else {
                    tell(words, &imported)
                }
            }
            Err(refused) => {
                end = End::No;
                if place.json {
                    serde_json::json!({ "file": file, "refused": refused }).to_string()
                } else {
                    words.refusal(&refused)
                }
            }
        };
        if place.json {
            println!("{told}");
        } else {
            println!("{}: {told}", file.display());
        }
    }
    Ok(end)
}

fn read(app: &App, file: &Path) -> Result<Result<Imported, Refused>, Wrong> {
    let named = |error: std::io::Error| format!("{}: {error}", file.display());
    if fs::metadata(file).map_err(named)?.len() > FILE_BYTES_MAX {
        return Err(format!("{}: larger than {} MB", file.display(), FILE_BYTES_MAX >> 20).into());
    }
    let bytes = fs::read(file).map_err(named)?;
    // A new command each time: what was booked is known by what the file says, and what was kept may be booked by now.
    let now = clock::system_now();
    let command = format!("bank:{}", app.draw());
    match statements::import(app, now, &command, &App::machine(), bytes) {
        Ok(imported) => Ok(Ok(imported)),
        Err(AppError::Refused(refused)) => Ok(Err(refused)),
        Err(error) => Err(error.into()),
    }
}

fn tell(words: Words, imported: &Imported) -> String {
    let mut lines = vec![match imported.kept {
        Some(_) => String::from("kept, and nothing booked: somebody of finance must look at it at the desk"),
        None => format!(
            "{} booked ({} matched, {} in suspense), {} refused by the bank, {} known already",
            imported.booked, imported.matched, imported.suspense, imported.rejected, imported.already
        ),
    }];
    if imported.followed > 0 {
        lines.push(format!("{} that waited for it booked too", imported.followed));
    }
    lines.extend(imported.odd.iter().map(|odd| words.refusal(odd)));
    lines.extend(imported.findings.iter().cloned());
    lines.join("\n  ")
}

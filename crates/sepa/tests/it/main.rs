//! What the crate promises, against files that others wrote and schemas that others drew up.
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test, also in a helper")]

mod hostile;
mod made;
mod peer;
mod samples;
mod written;

use std::path::PathBuf;

/// The folder of bank files beside the workspace, when this machine has it; prints that it is skipped when not.
fn sample_folder(what: &str) -> Option<PathBuf> {
    let folder =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/iso20022").join(what);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no folder ../shared/samples/iso20022/{what} beside the workspace");
    None
}

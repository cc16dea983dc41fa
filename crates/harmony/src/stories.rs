//! `harmony story`: plays story files, each on a fresh SQLite database in a folder that is gone afterwards.

use std::{fs, path::PathBuf};

use crate::{End, Wrong, cli::Place};

pub(crate) fn play(place: &Place, files: &[PathBuf]) -> Result<End, Wrong> {
    let mut failed = 0_usize;
    for file in files {
        let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        let script = story::parse(&text).map_err(|e| format!("{}: {e}", file.display()))?;
        let db = store::testing::fresh_sqlite(&app::schema::domain());
        let failures = story::play(&app::testing::app_over(&db), &script)
            .map_err(|e| format!("{}: {e}", file.display()))?;
        if place.json {
            let list: Vec<String> = failures.iter().map(ToString::to_string).collect();
            println!("{}", serde_json::json!({ "file": file, "title": script.title, "failures": list }));
        } else if failures.is_empty() {
            println!("ok      {}  {}", file.display(), script.title);
        } else {
            println!("FAILED  {}  {}", file.display(), script.title);
            for failure in &failures {
                println!("        {failure}");
            }
        }
        failed += usize::from(!failures.is_empty());
    }
    println!("{} passed, {failed} failed", files.len() - failed);
    Ok(if failed == 0 { End::Done } else { End::No })
}

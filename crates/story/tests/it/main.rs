//! Every story of the project, played on both databases.

use std::{fs, path::PathBuf};

fn stories() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../stories");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the stories are in the project")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "story"))
        .collect();
    files.sort();
    files
}

#[test]
fn every_story_comes_out_as_it_says() {
    let files = stories();
    assert!(files.len() >= 8, "there are at least eight stories");
    let failed = std::cell::RefCell::new(Vec::new());
    for file in files {
        let name = file.file_name().expect("a file").to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("a story can be read");
        let script = story::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!script.title.is_empty(), "{name} begins with its title");
        store::testing::each_database(&app::schema::domain(), |db| {
            match story::play(&app::testing::app_over(db), &script) {
                Ok(failures) => failed.borrow_mut().extend(list(&name, &failures)),
                Err(error) => failed.borrow_mut().push(format!("{name}: {error}")),
            }
        });
    }
    let failed = failed.into_inner();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

fn list(name: &str, failures: &[story::Failure]) -> Vec<String> {
    failures.iter().map(|failure| format!("{name}: {failure}")).collect()
}

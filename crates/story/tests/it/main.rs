//! Every story of the project, played on both databases; and every rule of a policy's life has its stories.

mod rules;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
    thread,
};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every story with its name, in order.
fn stories() -> Vec<(String, story::Script)> {
    let mut files: Vec<PathBuf> = fs::read_dir(project().join("stories"))
        .expect("the stories are in the project")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "story"))
        .collect();
    files.sort();
    let read = |file: PathBuf| {
        let name = file.file_name().expect("a file").to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("a story can be read");
        let script = story::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, script)
    };
    files.into_iter().map(read).collect()
}

/// With `STORY` in the environment only those whose names hold it: for who writes one.
#[test]
fn every_story_comes_out_as_it_says() {
    let wanted = std::env::var("STORY").unwrap_or_default();
    let mut waiting: Vec<_> = stories().into_iter().filter(|(name, _)| name.contains(&wanted)).collect();
    assert!(!waiting.is_empty(), "there is a story called {wanted}");
    // The longest first, so that none is left alone at the end.
    waiting.sort_by_key(|(_, script)| script.lines.len());
    let waiting = Mutex::new(waiting);
    let workers = thread::available_parallelism().map_or(2, |cores| 2 * cores.get());
    let failed: Vec<String> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(|| work(&waiting))).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker comes to its end")).collect()
    });
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

fn work(waiting: &Mutex<Vec<(String, story::Script)>>) -> Vec<String> {
    let mut failed = Vec::new();
    loop {
        let next = waiting.lock().expect("nobody panics while taking one").pop();
        let Some((name, script)) = next else { return failed };
        let found = std::cell::RefCell::new(Vec::new());
        store::testing::each_database(&app::schema::domain(), |db| {
            match story::play(&app::testing::app_over(db), &script) {
                Ok(failures) => found.borrow_mut().extend(failures.iter().map(|f| format!("{name}: {f}"))),
                Err(error) => found.borrow_mut().push(format!("{name}: {error}")),
            }
        });
        failed.extend(found.into_inner());
    }
}

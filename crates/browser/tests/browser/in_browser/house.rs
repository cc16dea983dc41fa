//! A house of one's own: a data folder with people of the desk, served on whatever day a walk has come to.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use browser::{Browser, Harmony, Screen, Scripts, Setup};
use tempfile::TempDir;

/// Everybody's password.
pub(crate) const PASSWORD: &str = "harmony works for you";

/// How long a file may take to be written.
const PATIENCE: Duration = Duration::from_secs(20);

/// A data folder that goes when the walk ends.
pub(crate) struct House {
    folder: TempDir,
}

impl House {
    /// Without any policy; each of `roles` can sign in to the desk, in `language`.
    pub(crate) fn with_staff(roles: &[&str], language: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for role in roles {
            let verb = ["user", "add", &address(role), "--role", role, "--language", language];
            Harmony::run(folder.path(), &verb, PASSWORD);
        }
        Self { folder }
    }

    /// Somebody who works for a repairer or supplier of an agreement can sign in too.
    pub(crate) fn with_repairer(self, code: &str, language: &str) -> Self {
        let verb = ["user", "add", &address(code), "--repairer", code, "--language", language];
        Harmony::run(self.folder.path(), &verb, PASSWORD);
        self
    }

    /// A second person with this role, who signs in as `name`.
    pub(crate) fn with_second(self, role: &str, name: &str, language: &str) -> Self {
        let verb = ["user", "add", &address(name), "--role", role, "--language", language];
        Harmony::run(self.folder.path(), &verb, PASSWORD);
        self
    }

    pub(crate) fn data(&self) -> &Path {
        self.folder.path()
    }

    /// Serves it from this local time on. What was served before must have ended.
    pub(crate) fn serve(&self, now: &str) -> Harmony {
        Harmony::start_on(self.data(), &["--now", now])
    }

    /// The newest file for the bank whose name begins so, once it is there.
    pub(crate) fn bank_file(&self, begin: &str) -> Vec<u8> {
        let started = Instant::now();
        loop {
            let mut found: Vec<PathBuf> = std::fs::read_dir(self.data().join("bank"))
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begin)))
                .collect();
            found.sort();
            if let Some(path) = found.pop() {
                return std::fs::read(path).expect("a file that is there");
            }
            assert!(started.elapsed() < PATIENCE, "no bank file {begin}…");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

fn address(role: &str) -> String {
    format!("{role}@harmony.example")
}

/// A browser that reads this language.
pub(crate) fn reader(test: &str, screen: Screen, language: &str) -> Browser {
    Browser::open_as(test, &Setup { screen, scripts: Scripts::On, language: language.to_owned() })
}

/// Signs in as somebody with this role at the desk, after whoever was there before.
#[track_caller]
pub(crate) fn sign_in(desk: &Browser, harmony: &Harmony, role: &str) {
    enter(desk, harmony, role);
    if desk.address() != "/desk" {
        desk.fail(&format!("{role} is not at the desk"));
    }
}

/// Signs in under this name, after whoever was there before.
#[track_caller]
pub(crate) fn enter(desk: &Browser, harmony: &Harmony, name: &str) {
    desk.goto(&harmony.url("/sign-in"));
    if desk.count(".wide form[action='/sign-out'] button") > 0 {
        desk.follow(".wide form[action='/sign-out'] button");
        desk.goto(&harmony.url("/sign-in"));
    }
    desk.fill("email", &address(name));
    desk.fill("password", PASSWORD);
    desk.follow("form[action='/sign-in'] button");
}

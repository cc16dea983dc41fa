//! Programs that are not part of a Rust installation: found, installed where that is possible, or named.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run;

/// Something the tests need from the machine.
pub(crate) struct Need {
    /// What it is called in messages.
    pub(crate) name: &'static str,
    /// What is left out without it.
    without: &'static str,
    /// Debian's packages that bring it.
    packages: &'static [&'static str],
    is_there: fn() -> bool,
}

pub(crate) const POSTGRES: Need = Need {
    name: "PostgreSQL",
    without: "tests on PostgreSQL",
    packages: &["postgresql"],
    is_there: || find("initdb").is_some() && find("postgres").is_some(),
};

pub(crate) const BROWSER: Need = Need {
    name: "Chromium with ChromeDriver",
    without: "browser tests",
    packages: &["chromium", "chromium-driver"],
    is_there: || chromium().is_some() && chromedriver().is_some(),
};

pub(crate) const FONTS: Need = Need {
    name: "a font",
    without: "true pictures of pages",
    packages: &["fonts-dejavu-core"],
    is_there: || has_font(Path::new("/usr/share/fonts"), 0),
};

pub(crate) const XMLLINT: Need = Need {
    name: "xmllint",
    without: "bank files held against the official schema",
    packages: &["libxml2-utils"],
    is_there: || find("xmllint").is_some(),
};

/// The path of a program: in `PATH`, or where Debian keeps PostgreSQL's (the newest version wins).
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    if let Ok(versions) = std::fs::read_dir("/usr/lib/postgresql") {
        let mut versions: Vec<PathBuf> = versions.flatten().map(|entry| entry.path()).collect();
        versions.sort_by_key(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            std::cmp::Reverse(name.parse::<u32>().unwrap_or(0))
        });
        folders.extend(versions.into_iter().map(|version| version.join("bin")));
    }
    folders.into_iter().map(|folder| folder.join(program)).find(|path| path.is_file())
}

pub(crate) fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find)
}

pub(crate) fn chromedriver() -> Option<PathBuf> {
    find("chromedriver")
}

fn has_font(folder: &Path, depth: u32) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.flatten().map(|entry| entry.path()).any(|path| {
        if path.is_dir() {
            return depth < 4 && has_font(&path, depth + 1);
        }
        path.extension().is_some_and(|ending| ending == "ttf" || ending == "otf")
    })
}

/// Sees to it that everything needed is there; gives what is still missing.
pub(crate) fn provide(needs: &'static [Need]) -> Vec<&'static Need> {
    let missing = |needs: &mut dyn Iterator<Item = &'static Need>| -> Vec<&'static Need> {
        needs.filter(|need| !(need.is_there)()).collect()
    };
    let wanted = missing(&mut needs.iter());
    if !wanted.is_empty() && crate::user::is_root() && find("apt-get").is_some() {
        let packages: Vec<&str> = wanted.iter().flat_map(|need| need.packages).copied().collect();
        if let Err(error) = install(&packages) {
            println!("installing {} failed: {error}", packages.join(" "));
        }
    }
    missing(&mut wanted.into_iter())
}

impl Need {
    /// One line that says what is left out and what to install.
    pub(crate) fn advice(&self) -> String {
        let packages = self.packages.join(" ");
        format!("{}: {} is missing (Debian: apt-get install {packages})", self.without, self.name)
    }
}

fn install(packages: &[&str]) -> Result<(), String> {
    run::run(apt().arg("update").arg("-qq"))?;
    run::run(
        apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages).stdout(Stdio::null()),
    )
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    command
}

/// `cargo-deny`: the one in `PATH`, else the one in the target folder, which is built when it is not there.
pub(crate) fn cargo_deny() -> Result<PathBuf, String> {
    if let Some(path) = find("cargo-deny") {
        return Ok(path);
    }
    let tools = crate::workspace::target_dir().join("tools");
    let path = tools.join("bin/cargo-deny");
    if !path.is_file() {
        let build = tools.join("build");
        run::run(
            run::cargo()
                .args(["install", "cargo-deny", "--locked", "--debug", "--quiet", "--root"])
                .arg(&tools)
                .env("CARGO_TARGET_DIR", &build),
        )?;
        std::fs::remove_dir_all(&build).map_err(|error| format!("{}: {error}", build.display()))?;
    }
    Ok(path)
}

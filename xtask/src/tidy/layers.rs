//! Which crate may know which: the house's one table.

use crate::workspace::Text;

/// A crate, the crates of ours it may name, and further ones its tests may name.
struct Place {
    name: &'static str,
    knows: &'static [&'static str],
    tests_know: &'static [&'static str],
}

const fn place(name: &'static str, knows: &'static [&'static str]) -> Place {
    Place { name, knows, tests_know: &[] }
}

/// From the ground up; a crate never names one that stands below it in this list.
const HOUSE: [Place; 20] = [
    place("kernel", &[]),
    place("texts", &["kernel"]),
    place("terms", &["kernel"]),
    place("ledger", &["kernel"]),
    place("party", &["kernel"]),
    place("sepa", &["kernel"]),
    place("billing", &["kernel", "ledger"]),
    place("agreement", &["kernel", "ledger", "billing"]),
    place("policy", &["kernel", "terms", "ledger", "billing"]),
    place("claims", &["kernel", "terms", "ledger"]),
    place("documents", &["kernel", "texts"]),
    place("store", &["kernel"]),
    place(
        "app",
        &[
            "kernel",
            "texts",
            "terms",
            "ledger",
            "party",
            "sepa",
            "agreement",
            "billing",
            "policy",
            "claims",
            "documents",
            "store",
        ],
    ),
    // Pages know the use cases, the words of the domain they show, and the store's transactions; never bank files or tariffs' insides.
    place(
        "web",
        &[
            "kernel",
            "texts",
            "terms",
            "ledger",
            "party",
            "billing",
            "policy",
            "claims",
            "documents",
            "store",
            "app",
        ],
    ),
    // Plays scenarios against a real database, so it sees what a use case leaves behind, but no page.
    place(
        "story",
        &[
            "kernel",
            "texts",
            "terms",
            "ledger",
            "party",
            "sepa",
            "agreement",
            "billing",
            "policy",
            "claims",
            "documents",
            "store",
            "app",
        ],
    ),
    // Plays years of a portfolio through the use cases, and reads the rule book a second time for its oracles.
    place(
        "sim",
        &["kernel", "terms", "ledger", "party", "billing", "policy", "claims", "documents", "store", "app"],
    ),
    // The outermost shell puts everything together.
    Place {
        name: "harmony",
        knows: &["kernel", "texts", "terms", "policy", "documents", "store", "app", "web", "story", "sim"],
        tests_know: &["sepa", "claims", "billing", "ledger", "party", "agreement"],
    },
    // Drives the binary from outside, so it knows nothing of the inside; its tests play the bank, with dates and amounts.
    Place { name: "browser", knows: &[], tests_know: &["kernel"] },
    place(
        "bench",
        &["kernel", "texts", "terms", "ledger", "sepa", "claims", "policy", "billing", "store", "app", "web"],
    ),
    place("xtask", &[]),
];

pub(crate) fn check(texts: &[Text]) -> Vec<String> {
    let mut faults = Vec::new();
    for manifest in texts.iter().filter(|text| is_manifest(&text.path)) {
        match manifest.body.parse::<toml::Table>() {
            Ok(table) => check_manifest(&manifest.path, &table, &mut faults),
            Err(error) => faults.push(format!("{}: {}", manifest.path, error.message())),
        }
    }
    faults
}

fn is_manifest(path: &str) -> bool {
    path == "xtask/Cargo.toml" || (path.starts_with("crates/") && path.ends_with("/Cargo.toml"))
}

fn check_manifest(path: &str, manifest: &toml::Table, faults: &mut Vec<String>) {
    let name = manifest.get("package").and_then(|package| package.get("name")).and_then(toml::Value::as_str);
    let name = name.unwrap_or_default();
    let Some(place) = HOUSE.iter().find(|place| place.name == name) else {
        faults.push(format!("{path}: crate `{name}` has no place in the table of xtask/src/tidy/layers.rs"));
        return;
    };
    for (section, in_tests) in
        [("dependencies", false), ("build-dependencies", false), ("dev-dependencies", true)]
    {
        for dependency in ours(manifest, section) {
            let allowed = place.knows.contains(&dependency)
                || (in_tests && (place.tests_know.contains(&dependency) || dependency == name));
            if !allowed {
                faults.push(format!("{path}: `{name}` may not know `{dependency}` ({section})"));
            }
        }
    }
    let inherits =
        manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool);
    if inherits != Some(true) {
        faults.push(format!("{path}: `[lints] workspace = true` is missing"));
    }
}

fn ours<'a>(manifest: &'a toml::Table, section: &str) -> Vec<&'a str> {
    let Some(dependencies) = manifest.get(section).and_then(toml::Value::as_table) else { return Vec::new() };
    let known = |name: &&str| HOUSE.iter().any(|place| place.name == *name);
    dependencies.keys().map(String::as_str).filter(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn faults(name: &str, dependencies: &str) -> usize {
        let text = format!("[package]\nname = \"{name}\"\n[lints]\nworkspace = true\n{dependencies}");
        let mut faults = Vec::new();
        check_manifest("Cargo.toml", &text.parse().expect("a manifest"), &mut faults);
        faults.len()
    }

    #[test]
    fn dependencies_point_down() {
        assert_eq!(faults("terms", "[dependencies]\nkernel.workspace = true\nserde.workspace = true\n"), 0);
        assert_eq!(faults("terms", "[dependencies]\nstore = { workspace = true }\n"), 1);
        assert_eq!(faults("web", "[dependencies]\nsepa.workspace = true\n"), 1);
        assert_eq!(faults("story", "[dependencies]\nweb.workspace = true\n"), 1);
        assert_eq!(faults("kernel", "[dev-dependencies]\napp.workspace = true\n"), 1);
        assert_eq!(faults("cellar", ""), 1);
    }

    #[test]
    fn the_table_itself_points_down() {
        for (index, place) in HOUSE.iter().enumerate() {
            for known in place.knows.iter().chain(place.tests_know) {
                let at = HOUSE.iter().position(|other| other.name == *known);
                assert!(at.is_some_and(|at| at < index), "{} knows {known}", place.name);
            }
        }
    }
}

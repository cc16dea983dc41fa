//! Any text as the `when` of a clause of the Dutch folder: read or refused at its place; what is read decides as the plain
//! engine does.
#![no_main]

use libfuzzer_sys::fuzz_target;

const CLAUSE: &str = "when = \"circumstances has seizure\"";

fuzz_target!(|input: (u64, &str)| {
    let (seed, text) = input;
    let mut files = fuzz::folder(fuzz::SHIPPED[0]);
    let exclusions = files.get_mut("exclusions.toml").expect("a shipped folder has all files");
    let with = std::str::from_utf8(exclusions).expect("it is text");
    assert!(with.contains(CLAUSE), "the clause that is replaced stands there");
    let quoted = format!("when = {}", toml::Value::String(text.to_owned()));
    *exclusions = with.replacen(CLAUSE, &quoted, 1).into_bytes();
    if let Some(product) = fuzz::load(&files) {
        let case = fuzz::case(&product, seed, &[]).expect("nothing was damaged");
        fuzz::agree(&product, &files, &case);
    }
});

//! Wrong calls and wrong files: status 2 and one line; the answer no: status 1.

use std::fs;

use crate::support::{folder, harmony};

#[test]
fn a_call_that_is_not_understood() {
    let data = folder();
    let check = |args: &[&str], words: &[&str]| harmony(data.path(), args).is_wrong(words);
    check(&["nonsense"], &["nonsense", "--help"]);
    check(&["day", "--until", "2026-02-30"], &["2026-02-30", "--until"]);
    check(&["day", "--until", "soon"], &["soon", "--until"]);
    check(&["day", "--from", "2026-03-02", "--until", "2026-03-01"], &["2026-03-02", "2026-03-01"]);
    check(&["serve", "--listen", "somewhere"], &["somewhere", "--listen"]);
    check(&["serve", "--listen", "127.0.0.1:0", "--now", "yesterday"], &["yesterday", "2026-03-01T14:05"]);
    check(&["cover", "HX-0000"], &["HX-0000"]);
    check(&["cover"], &["POLICY"]);
    check(&["decide", "no-such-file"], &["no-such-file"]);
    check(&["product", "show", "nothing"], &["nothing", "xandocare"]);
    check(&["product", "check", "no-such-folder"], &["no-such-folder"]);
    check(&["story", "no-such-file"], &["no-such-file"]);
    check(&["bank", "read", "no-such-file"], &["no-such-file"]);
    check(&["simulate", "--policies", "0"], &["--policies 0", "100000"]);
    check(&["simulate", "--years", "40"], &["20 years"]);
    check(&["simulate", "--faults", "earthquake"], &["earthquake", "death"]);
    check(&["simulate", "--database", "mysql://x"], &["sqlite:", "postgres:"]);
    let help = harmony(data.path(), &["--help"]);
    assert!(help.is_done().contains("decide"), "{help:?}");
}

#[test]
fn a_simulation_tells_what_it_did() {
    let data = folder();
    let few = ["simulate", "--policies", "3", "--days", "20", "--letters", "1000", "--seed", "4"];
    let ran = harmony(data.path(), &few);
    let out = ran.is_done();
    assert!(out.contains("seed 4: ") && out.contains("no invariant is broken"), "{out}");
    let again = harmony(data.path(), &[&few[..], &["--json"]].concat());
    let told: serde_json::Value = serde_json::from_str(again.is_done()).unwrap();
    assert_eq!((&told["broken"], &told["summary"]["days"]), (&serde_json::Value::Null, &20.into()));
    assert!(told["summary"]["checks"].as_u64().unwrap() > 20, "{told}");
}

const FACTS: &str = "plan = \"plus\"\n[event]\nwhat_happened = \"dropped\"\n[[items]]\ndevice = \"phone\"\n\
                     purchase_value = \"849.00\"\nexcess = \"25.00\"\npurchased_on = \"2026-02-20\"\n";

#[test]
fn a_file_of_facts_that_is_wrong() {
    let data = folder();
    let check = |body: &[u8], words: &[&str]| {
        let file = data.path().join("facts");
        fs::write(&file, body).unwrap();
        let ran = harmony(data.path(), &["decide", &file.display().to_string()]);
        ran.is_wrong(&[&["facts:"], words].concat());
    };
    let changed = |from: &str, to: &str| FACTS.replace(from, to).into_bytes();
    check(
        &changed("what_happened", "what_hapened"),
        &["facts:3:1: ", "what_hapened", "did you mean `what_happened`?"],
    );
    check(&changed("dropped", "flew"), &["facts:3:17: ", "what_happened", "flew", "it can be dropped"]);
    check(&changed("purchased_on", "bought_on"), &["facts:8:1: ", "bought_on", "purchased_on"]);
    check(&changed("2026-02-20", "2026-02-30"), &["facts:8:16: ", "2026-02-30", "a day of the calendar"]);
    check(&changed("849.00", "99999999999999999999999.00"), &["facts:6:18: ", "purchase_value", "849.00"]);
    check(&changed("\"plus\"", "\"gold\""), &["facts:1:8: ", "gold", "plus-protect"]);
    check(&changed("plan =", "product = \"nothing\"\nplan ="), &["facts:1:11: ", "nothing", "xandocare"]);
    check(&changed("plan =", "version = \"1999-1\"\nplan ="), &["facts:1:11: ", "2021-1"]);
    check(b"", &["`plan` is missing"]);
    check(b"plan = ", &["facts:1:"]);
    check(&FACTS.repeat(2).into_bytes(), &["facts:10:2: ", "duplicate key"]);
    check(b"{\"plan\": \"plus\"", &["facts:1:16: ", "ends too early"]);
    check(b"plan = \"\xff\xfe\"", &["is not UTF-8 from byte 9 on"]);
    check(&b"# far too long\n".repeat(200_000), &["at most 1024 KB"]);
    check(
        format!("{{\"event\":{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_001)).as_bytes(),
        &["facts:1:", "nested deeper than 8 levels"],
    );
    check(
        format!("a = {}{}", "[".repeat(200_000), "]".repeat(200_000)).as_bytes(),
        &["facts:1:", "recursion"],
    );
    check(format!("a{} = 1", ".a".repeat(200_000)).as_bytes(), &["recursion"]);
    let items = FACTS.split_once("[[items]]").unwrap().1;
    let many = format!("plan = \"plus\"\n{}", format!("[[items]]{items}").repeat(5_000));
    check(many.as_bytes(), &["5000 items", "1 to 50"]);
}

#[test]
fn a_decision_ends_with_its_answer() {
    let data = folder();
    let file = data.path().join("facts.toml");
    fs::write(&file, FACTS).unwrap();
    let open = harmony(data.path(), &["decide", &file.display().to_string()]);
    assert_eq!((open.status, open.err.as_str()), (1, ""), "{open:?}");
    assert!(open.out.contains("needs facts") && open.out.contains("ask "), "{open:?}");
    assert_eq!(fs::read_dir(data.path()).unwrap().count(), 1, "it needs no data folder");
}

#[test]
fn a_story_ends_with_its_answer() {
    let data = folder();
    let check = |text: &str, status: i32, words: &[&str]| {
        let file = data.path().join("told.story");
        fs::write(&file, text).unwrap();
        let ran = harmony(data.path(), &["story", &file.display().to_string()]);
        assert_eq!(ran.status, status, "{ran:?}");
        let said = format!("{}{}", ran.out, ran.err);
        assert!(words.iter().all(|word| said.contains(word)), "{ran:?}");
        if status == 2 {
            ran.is_wrong(&["told.story"]);
        }
    };
    let begin = "2026-03-01 14:05  customer applies     as=daan plan=plus value=849.00 by=transfer\n";
    check(&format!("{begin} expect phase of=daan is=applied\n"), 0, &["1 passed, 0 failed"]);
    check(&format!("{begin} expect phase of=daan is=running\n"), 1, &["FAILED", "0 passed, 1 failed"]);
    check(&format!("{begin} customer dances of=daan\n"), 2, &["2"]);
    check("\0\0\0", 2, &["1"]);
}

//! Files of facts: what is read, and where and how a wrong one is refused.

use proptest::prelude::*;
use terms::{CaseFile, Verdict, decide, limits};

use crate::support::{DROP, case, xandocare};

const TOML: &str = r#"product = "xandocare"
plan = "xandocare"
[event]
cover_at_event = "on"
reported_after_end = false
reported_at = 2026-06-03T09:00:00Z
what_happened = "dropped"
damage_arose_at = 2026-06-01T10:00:00Z
discovered_at = "2026-06-01T10:00:00Z"
affects_function = true
holder = "insured_person"
circumstances = []
damaged_before = "no"
recovered_elsewhere = 0
repairable = true
equivalent_price = 600.00
[[items]]
device = "phone"
purchase_value = "800.00"
excess = "50.00"
purchased_on = 2024-02-10
[items.facts]
repair_cost = "180.00"
"#;

const JSON: &str = r#"{
  "plan": "xandocare",
  "event": {"cover_at_event": "on", "reported_after_end": false, "reported_at": "2026-06-03T09:00:00Z",
    "what_happened": "dr\u006fpped", "damage_arose_at": "2026-06-01T10:00:00Z",
    "discovered_at": "2026-06-01T10:00:00Z", "affects_function": true, "holder": "insured_person",
    "circumstances": [], "damaged_before": false, "recovered_elsewhere": "0", "repairable": true,
    "equivalent_price": 600.00, "repair_cost": 180.0},
  "items": [{"device": "phone", "purchase_value": 800, "excess": 50, "purchased_on": "2024-02-10"}]
}"#;

#[test]
fn toml_and_json_say_the_same() {
    let mut expected = case("xandocare", DROP, "");
    let read = |text: &str| CaseFile::read("claim", text.as_bytes()).unwrap().case(xandocare()).unwrap();
    assert_eq!(read(JSON), expected);
    let cost = expected.event.0.remove("repair_cost").unwrap();
    expected.items[0].facts.set("repair_cost", cost);
    assert_eq!(read(TOML), expected);
    let file = CaseFile::read("claim", TOML.as_bytes()).unwrap();
    assert_eq!((file.product(), file.version()), (Some("xandocare"), None));
    let decision = file.decide(xandocare()).unwrap();
    assert!(matches!(decision.items[0].verdict, Verdict::Covered { .. }));
    assert_eq!(decision, decide(xandocare(), &expected).unwrap());
}

/// The faults of a file that differs from the sound one in one place.
#[track_caller]
fn check(sound: &str, from: &str, to: &str, expected: &[&str]) {
    assert!(sound.contains(from), "{from}");
    let text = sound.replacen(from, to, 1);
    let faults = match CaseFile::read("claim", text.as_bytes()) {
        Ok(file) => file.decide(xandocare()).expect_err(to),
        Err(faults) => faults,
    };
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with(expected), "{line}\n{expected}");
        assert!(line.len() < 500, "{line}");
    }
}

#[test]
fn each_fault_has_its_place_and_what_to_write_instead() {
    let toml = |from, to, expected: &str| check(TOML, from, to, &[expected]);
    toml("holder =", "hodler =", "claim:11:1: the product has no fact `hodler` (did you mean `holder`?)");
    toml(
        "\"dropped\"",
        "\"droped\"",
        "claim:7:17: `what_happened` has no value `droped` (did you mean `dropped`?)",
    );
    toml(
        "\"dropped\"",
        "\"flew\"",
        "claim:7:17: `what_happened` has no value `flew` (it can be dropped, bumped",
    );
    toml("\"dropped\"", "true", "claim:7:17: `what_happened` has no value `yes` (it can be dropped");
    toml(
        "repairable = true",
        "repairable = \"maybe\"",
        "claim:15:14: `repairable` cannot be `maybe` (write true or false)",
    );
    toml("[]", "[\"riott\"]", "claim:12:18: `circumstances` has no value `riott` (did you mean `riot`?)");
    toml("[]", "[1]", "claim:12:18: a value of `circumstances` is no text (it can be riot");
    toml("[]", "{ riot = true }", "claim:12:17: `circumstances` takes one value (a list, also an empty one");
    toml(
        "elsewhere = 0",
        "elsewhere = -1",
        "claim:14:23: `recovered_elsewhere` is out of range: `-1` (an amount from 0.00",
    );
    toml(
        "elsewhere = 0",
        "elsewhere = 1e9",
        "claim:14:23: `recovered_elsewhere` cannot be `1e9` (write an amount such as \"849.00\")",
    );
    toml("600.00", "600.005", "claim:16:20: `equivalent_price` cannot be `600.005` (write an amount");
    toml("= 600.00", "= 99999999999999999999", "claim:16:20: `equivalent_price` cannot be `9999");
    toml("= 600.00", "= 10000000.01", "claim:16:20: `equivalent_price` is out of range");
    toml("2024-02-10", "2024-02-30", "claim:21:");
    toml(
        "2024-02-10",
        "\"2024-02-30\"",
        "claim:21:16: `purchased_on` cannot be `2024-02-30` (write a day of the calendar",
    );
    toml(
        "\"2026-06-01T10:00:00Z\"",
        "\"2026-06-01\"",
        "claim:9:17: `discovered_at` cannot be `2026-06-01` (write a moment with its offset",
    );
    toml("\"2026-06-01T10:00:00Z\"", "1926-06-01T10:00:00Z", "claim:9:17: `discovered_at` is out of range");
    toml(
        "plan = \"x",
        "plan = \"y",
        "claim:2:8: the product has no plan `yandocare` (did you mean `xandocare`?)",
    );
    toml("plan = \"xandocare\"\n", "", "claim:1:1: `plan` is missing (one of xandocare, plus, plus-protect)");
    toml(
        "[event]",
        "holder = \"nobody\"\n[event]",
        "claim:3:1: unknown name `holder` (facts go under [event]",
    );
    toml(
        "[event]",
        "[flags]\ntheft = true\n[event]",
        "claim:4:1: the schedule has no flag `theft` (known here: protect, theft_covered)",
    );
    toml("[event]", "[flags]\nprotect = 1\n[event]", "claim:4:11: `protect` is neither true nor false");
    toml(
        "[event]",
        "frequency = \"daily\"\n[event]",
        "claim:3:13: `frequency` cannot be `daily` (write monthly",
    );
    toml("[event]", "started_on = 2026-02-29\n[event]", "claim:3:");
    toml("device = \"phone\"\n", "", "claim:17:1: `device` is missing (device = phone, tablet");
    toml(
        "excess = \"50.00\"",
        "excess = \"-50.00\"",
        "claim:20:10: `excess` cannot be `-50.00` (write an amount such as 50.00)",
    );
    toml("device =", "item = 2\ndevice =", "claim:18:8: items are numbered 1, 2, 3");
    toml("holder =", "holder = \"nobody\"\nholder =", "claim:12:1: duplicate key");
    check(
        TOML,
        "reported_at = 2026-06-03",
        "reported_at = 2026-05-03",
        &[
            "claim:6:1: the facts contradict each other: `reported_at` and `discovered_at` (reported_before_it_was_noticed)",
        ],
    );
    toml(
        "[items.facts]",
        "[items.facts]\nequivalent_price = 1",
        "claim:23:1: `equivalent_price` is stated twice with different values, by the event and by item 1 (keep one of them)",
    );
    let json = |from, to, expected: &str| check(JSON, from, to, &[expected]);
    json("\"holder\"", "\"hodler\"", "claim:5:72: the product has no fact `hodler` (did you mean `holder`?)");
    json("\"damaged_before\"", "\"holder\"", "claim:6:26: `holder` stands twice (keep one of them)");
    json("false,", "False,", "claim:3:59: `F` does not belong here (a value:");
    json("false,", "nope,", "claim:3:59: `nope` is no value");
    json("600.00", "0600.00", "claim:7:25: `0600.00` is no number");
    json("600.00", "6e2", "claim:7:25: `6e2` is no number");
    json("600.00", "null", "claim:7:25: `equivalent_price` takes one value");
    json("\\u006f", "\\ud800", "claim:4:25: no character has this number");
    json("\\u006f", "\\x", "claim:4:25: `\\` before something else");
    json("\"insured_person\",", "\"insured_person,", "claim:5:82: this text has no end");
    json(
        "\"device\": \"phone\",",
        "\"device\" \"phone\",",
        "claim:8:23: `\"` does not belong here (`:` between",
    );
    json("]\n}", "]\n", "claim:9:1: the file ends too early");
    json("]\n}", "]\n}}", "claim:9:2: something follows the last bracket");
    check(
        JSON,
        "[{\"device\"",
        "[] , \"itens\": [{\"device\"",
        &["claim:8:12: 0 items", "claim:8:17: unknown name `itens`"],
    );
}

#[test]
fn all_faults_come_at_once_in_the_order_of_the_file() {
    let many = TOML
        .replace("holder =", "hodler =")
        .replace("\"dropped\"", "\"flew\"")
        .replace("\"phone\"", "\"telephone\"");
    check(&many, "800.00", "800,000", &["claim:7:17: ", "claim:11:1: ", "claim:18:10: ", "claim:19:18: "]);
}

#[test]
fn size_depth_and_encoding() {
    let refused = |bytes: &[u8], words: &str| {
        let faults = CaseFile::read("claim", bytes).expect_err(words);
        assert!(faults[0].to_string().contains(words), "{}", faults[0]);
    };
    refused(&vec![b' '; limits::CASE_BYTES + 1], "at most 1024 KB");
    refused(b"plan = \"\xff\"", "not UTF-8 from byte 9 on");
    refused(("{\"a\":".repeat(100_000) + "1").as_bytes(), "claim:1:46: nested deeper than 8 levels");
    refused(("{\"a\":".to_owned() + &"[".repeat(100_000)).as_bytes(), "nested deeper than 8 levels");
    refused(format!("{{\"a\":[{}1]}}", "1,".repeat(limits::CASE_ROWS)).as_bytes(), "more than 1000 values");
    refused(format!("a = {}", "[".repeat(100_000)).as_bytes(), "recursion");
    let deep =
        format!("plan = \"plus\"\nitems = []\n[event]\nholder = {}1{}", "[".repeat(40), "]".repeat(40));
    assert!(CaseFile::read("claim", deep.as_bytes()).unwrap().case(xandocare()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is done to a sound file: a decision, or faults that lie inside it.
    #[test]
    fn any_damage_to_a_file(json in any::<bool>(), at in 0..1_000_usize, cut in 0..30_usize, put in "[\\PC\n]{0,8}") {
        let mut bytes = if json { JSON } else { TOML }.as_bytes().to_vec();
        let from = bytes.len() * at / 1_000;
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, put.bytes());
        let lines = bytes.split(|byte| *byte == b'\n').count();
        let faults = match CaseFile::read("claim", &bytes) {
            Ok(file) => file.decide(xandocare()).err(),
            Err(faults) => Some(faults),
        };
        for fault in faults.into_iter().flatten() {
            prop_assert!(!fault.what.is_empty() && fault.line as usize <= lines.max(1), "{}", fault);
        }
    }
}

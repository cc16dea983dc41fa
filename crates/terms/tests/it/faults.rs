//! What is wrong with a folder is said with file, line, column and a hint; all of it at once.

use std::collections::BTreeMap;

use terms::{Fault, Product};

use crate::support::{clause, fact, folder, mini};

fn faults(files: &BTreeMap<String, Vec<u8>>) -> Vec<Fault> {
    Product::load(files).map(|_| ()).expect_err("the folder has faults")
}

/// The small product with this `when` of its grant gives exactly this fault.
fn check(when: &str, expected: &str) {
    let facts = [
        fact("broken", "bool", &[]),
        fact("cost", "money", &[]),
        fact("count", "number", &[]),
        fact("cause", "choice", &["dropped", "drowned"]),
        fact("around", "set", &["riot", "war"]),
        fact("at", "instant", &[]),
        fact("on", "date", &[]),
    ];
    let files = mini(&facts.concat(), &clause("grant", "g", when), "");
    let lines: Vec<String> = faults(&files).iter().map(ToString::to_string).collect();
    assert_eq!(lines, [expected], "{when}");
}

#[test]
fn in_expressions() {
    // The expression begins in column 9 of line 14.
    for (when, expected) in [
        ("brokn", "cover.toml:14:9: unknown fact `brokn` (did you mean `broken`?)"),
        ("broken and cost", "cover.toml:14:20: money where a bool is needed"),
        ("cause", "cover.toml:14:9: a choice where a bool is needed (compare it: `fact = value`)"),
        ("cause = droped", "cover.toml:14:17: `cause` has no value `droped` (did you mean `dropped`?)"),
        ("cause = sunk", "cover.toml:14:17: `cause` has no value `sunk` (it can be dropped, drowned)"),
        (
            "cause in (dropped, sunk)",
            "cover.toml:14:28: `cause` has no value `sunk` (it can be dropped, drowned)",
        ),
        ("around", "cover.toml:14:9: a set where a bool is needed (ask what it has: `fact has value`)"),
        (
            "around = riot",
            "cover.toml:14:18: a set cannot be compared so (write `fact = value`, `fact in (a, b)` or `fact has value`)",
        ),
        ("cost > 250", "cover.toml:14:16: a number where money is needed (write amounts as EUR 250.00)"),
        ("cost > EUR 2.505", "cover.toml:14:20: not an amount in cents (two decimals at most: EUR 250.00)"),
        (
            "on + 24 hours > on",
            "cover.toml:14:14: hours added to a day (add days or months, or ask deadline(from, term) for a moment)",
        ),
        ("at > 2026-01-01", "cover.toml:14:14: a date where an instant is needed"),
        ("on > at", "cover.toml:14:14: an instant where a date is needed (write date(…))"),
        ("on > 2026-02-30", "cover.toml:14:14: `2026-02-30` is no date (write it as 2026-03-01)"),
        ("broken > yes", "cover.toml:14:9: a bool has no order (use = or !=)"),
        (
            "broken and",
            "cover.toml:14:19: the expression ends where a value was expected (see docs/terms.md for the language)",
        ),
        (
            "(broken",
            "cover.toml:14:16: the expression ends where `)` was expected (see docs/terms.md for the language)",
        ),
        (
            "broken)",
            "cover.toml:14:15: `)` where the expression to end was expected (see docs/terms.md for the language)",
        ),
        ("cost = cost = cost", "cover.toml:14:21: comparisons do not chain (join them with `and`)"),
        ("broken & broken", "cover.toml:14:16: `&` has no meaning here (see docs/terms.md for the language)"),
        (
            "cost > param.machine_may_aprove",
            "cover.toml:14:16: unknown parameter `machine_may_aprove` (did you mean `machine_may_approve`?)",
        ),
        (
            "on > on + 14 months + 99999 days",
            "cover.toml:14:31: not a length of time (a whole number up to 10000: 14 days)",
        ),
        (
            "cost is known and count * cost > EUR 1.00",
            "cover.toml:14:33: only an amount or a number times a number (amount first: EUR 10.00 * 3)",
        ),
    ] {
        check(when, expected);
    }
}

#[test]
fn in_files() {
    let whole = folder("xandocare/2021-1");
    let with = |file: &str, from: &str, to: &str| {
        let mut files = whole.clone();
        let text = String::from_utf8(files[file].clone()).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
        faults(&files)
    };
    for (file, from, to, expected) in [
        ("product.toml", "revision = 2", "revision = 0", "`revision` is not a number from 1"),
        ("product.toml", "code = ", "kode = ", "unknown key `kode`"),
        ("product.toml", "country = \"NL\"", "country = \"FR\"", "`country` cannot be `FR`"),
        ("product.toml", "value = \"14 days\"", "value = \"14 dagen\"", "`value` cannot be `14 dagen`"),
        (
            "product.toml",
            "value = \"14 days\"",
            "value = \"99 days\"",
            "`provisional_cover` is out of bounds",
        ),
        (
            "product.toml",
            "[parameter.evidence]",
            "[parameter.evidence_term]",
            "parameter `evidence` is not there",
        ),
        (
            "product.toml",
            "protect = false }",
            "protected = false }",
            "`protected` is no flag of the schedule",
        ),
        ("product.toml", "rule = \"NL-PROV-02\"", "rule = \"nl prov 2\"", "not a rule ID"),
        ("facts.toml", "type = \"bool\"", "type = \"boolean\"", "`type` cannot be `boolean`"),
        ("facts.toml", "who = [\"customer\"]", "who = [\"dog\"]", "`dog` is nobody who answers"),
        ("facts.toml", "presumed = \"no\"", "presumed = \"maybe\"", "`maybe` cannot be presumed"),
        ("facts.toml", "[definition.is_defect]", "[definition.is_theft]", "duplicate key"),
        (
            "facts.toml",
            "\"what_happened = stolen\"",
            "\"is_accident and is_damage or is_total_loss\"",
            "leads back to itself",
        ),
        (
            "cover.toml",
            "  fr = \"Vous êtes assuré pour une panne qui survient après la garantie.\",\n",
            "",
            "`text` is not there in French",
        ),
        ("cover.toml", "is = \"plus\"", "is = \"start\"", "the arithmetic has one start"),
        (
            "exclusions.toml",
            "effect = \"to-seller\"",
            "effect = \"elsewhere\"",
            "`effect` cannot be `elsewhere`",
        ),
        ("exclusions.toml", "unless = ", "except = ", "unknown key `except`"),
        ("exclusions.toml", "\"exclusions 2\"", "\"exclusion 2\"", "unknown heading `exclusion`"),
        (
            "tariff.toml",
            "below = \"300.00\"",
            "below = \"250.00\"",
            "no price for `xandocare` with a phone of 250.00",
        ),
        (
            "tariff.toml",
            "from = \"300.00\"",
            "from = \"200.00\"",
            "a purchase value of 200.00 has two prices",
        ),
        ("tariff.toml", "plan = \"xandocare\"", "plan = \"gold\"", "no such plan"),
    ] {
        let found = with(file, from, to);
        let hit = found.iter().find(|fault| fault.what.contains(expected));
        let hit = hit.unwrap_or_else(|| panic!("{expected} not in {found:#?}"));
        assert!(hit.file == file, "{hit}");
        let placed = hit.line > 0 || hit.what.contains("is not there");
        assert!(placed, "{hit:?} has no place");
    }
}

#[test]
fn of_the_folder() {
    let whole = folder("xandocare/2021-1");
    for name in terms::FILES {
        let mut files = whole.clone();
        files.remove(name);
        let found = faults(&files);
        assert!(found.iter().any(|fault| fault.file == name && fault.what == "is not there"), "{found:?}");
        files.insert(name.to_owned(), vec![0xff, 0xfe, 0x00]);
        let found = faults(&files);
        assert!(
            found.iter().any(|fault| fault.file == name && fault.what.contains("not UTF-8")),
            "{found:?}"
        );
        files.insert(name.to_owned(), vec![b' '; terms::limits::FILE_BYTES + 1]);
        let found = faults(&files);
        assert!(found.iter().any(|fault| fault.file == name && fault.what.contains("bytes")), "{found:?}");
    }
    let mut files = whole.clone();
    files.insert("facts.tml".to_owned(), Vec::new());
    assert_eq!(faults(&files)[0].hint, "did you mean `facts.toml`?");
    files.remove("facts.tml");
    files.insert("README.md".to_owned(), b"notes".to_vec());
    let noted = Product::load(&files).unwrap();
    assert_ne!(
        noted.content_hash(),
        Product::load(&whole).unwrap().content_hash(),
        "the hash is of all files"
    );
    assert!(!faults(&BTreeMap::new()).is_empty());
}

#[test]
fn all_at_once() {
    let whole = folder("xandocare/2021-1");
    let mut files = whole.clone();
    for name in ["facts.toml", "exclusions.toml"] {
        let text = String::from_utf8(files[name].clone())
            .unwrap()
            .replace("what_happened = stolen", "what_happend = stolen");
        files.insert(
            name.to_owned(),
            text.replace("circumstances has riot", "circumstances has riots").into_bytes(),
        );
    }
    let found = faults(&files);
    assert!(found.iter().any(|fault| fault.what.contains("what_happend")));
    assert!(found.iter().any(|fault| fault.what.contains("riots")));
    assert!(found.is_sorted());
}

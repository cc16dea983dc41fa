//! Products and cases for tests, written as text: `what_happened = dropped; holder = borrower`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use kernel::{DeviceKind, Money};
use terms::{Case, CaseItem, Decision, Facts, Product, Schedule, Verdict, decide};

/// The files of a product folder of this repository.
pub(crate) fn folder(path: &str) -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../products").join(path);
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(&root).expect("the product folder is there") {
        let entry = entry.unwrap();
        files.insert(entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap());
    }
    files
}

/// Xandocare, conditions of 2021.
pub(crate) fn xandocare() -> &'static Product {
    static PRODUCT: LazyLock<Product> = LazyLock::new(|| load(&folder("xandocare/2021-1")));
    &PRODUCT
}

/// Electronics Belgium, conditions of 2021.
pub(crate) fn electronics_be() -> &'static Product {
    static PRODUCT: LazyLock<Product> = LazyLock::new(|| load(&folder("electronics-be/2021-1")));
    &PRODUCT
}

/// The product, or a panic that lists its faults.
pub(crate) fn load(files: &BTreeMap<String, Vec<u8>>) -> Product {
    Product::load(files).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// What Harmony and the schedule know of every case, unless a row says otherwise.
const KNOWN: &str = "cover_at_event = on; reported_after_end = no; reported_at = 2026-06-03T09:00:00Z";

/// A phone slips from the owner's hand; screen broken; worth repairing.
pub(crate) const DROP: &str = "what_happened = dropped; damage_arose_at = 2026-06-01T10:00:00Z; discovered_at = 2026-06-01T10:00:00Z; \
     affects_function = yes; holder = insured_person; circumstances = ; damaged_before = no; recovered_elsewhere = 0; \
     repairable = yes; repair_cost = 180.00; equivalent_price = 600.00";

/// A laptop dies by itself, long after the warranty.
pub(crate) const DEFECT: &str = "what_happened = fails_by_itself; damage_arose_at = 2026-06-01T10:00:00Z; \
     discovered_at = 2026-06-01T10:00:00Z; affects_function = yes; holder = insured_person; circumstances = ; \
     damaged_before = no; recovered_elsewhere = 0; warranty_refused_for_repair = no; repairable = yes; \
     repair_cost = 180.00; equivalent_price = 600.00";

/// A burglar takes a phone from a locked home.
pub(crate) const BURGLARY: &str = "what_happened = stolen; theft_how = burglary; traces_of_forcing = yes; \
     damage_arose_at = 2026-06-01T10:00:00Z; discovered_at = 2026-06-01T20:00:00Z; holder = nobody; left_where = home; \
     kept_locked = yes; left_alone_from = 2026-06-01; circumstances = ; damaged_before = no; recovered_elsewhere = 0; \
     police_told = yes; police_report_seen = yes; police_reported_at = 2026-06-02T08:00:00Z; remote_block = blocked; \
     sim_block = sim_blocked; tracking = tracked; equivalent_price = 600.00";

/// Somebody is threatened and hands a phone over.
pub(crate) const ROBBERY: &str = "what_happened = stolen; theft_how = robbery; offender_described = yes; moment_known = yes; \
     damage_arose_at = 2026-06-01T10:00:00Z; discovered_at = 2026-06-01T10:00:00Z; holder = insured_person; \
     circumstances = ; damaged_before = no; recovered_elsewhere = 0; police_told = yes; police_report_seen = yes; \
     police_reported_at = 2026-06-02T08:00:00Z; remote_block = blocked; sim_block = sim_blocked; tracking = tracked; \
     equivalent_price = 600.00";

/// The case of a story and its changes under the Dutch conditions.
pub(crate) fn case(plan: &str, story: &str, changes: &str) -> Case {
    case_of(xandocare(), plan, &[KNOWN, story, changes])
}

/// The case of texts one after the other: later facts replace earlier ones, `-name` takes one out. `device`,
/// `purchase_value`, `excess`, `purchased_on`, `manufacturer_warranty_ends_on`, `frequency` and `started_on` go to the schedule.
pub(crate) fn case_of(product: &Product, plan: &str, texts: &[&str]) -> Case {
    let mut schedule = Schedule::of_plan(plan);
    let mut facts = Facts::new();
    let mut item = CaseItem {
        item: 1,
        device: DeviceKind::Phone,
        purchase_value: Money::from_cents(80_000),
        excess: Money::from_cents(5_000),
        purchased_on: "2024-02-10".parse().unwrap(),
        manufacturer_warranty_ends_on: None,
        facts: Facts::new(),
    };
    for line in texts.iter().flat_map(|part| part.split(';')) {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if let Some(name) = line.strip_prefix('-') {
            assert!(facts.0.remove(name).is_some(), "{name} was not stated");
            continue;
        }
        let (name, value) = line.split_once('=').unwrap_or_else(|| panic!("no `=` in {line}"));
        let (name, value) = (name.trim(), value.trim());
        match name {
            "device" => item.device = value.parse().unwrap(),
            "purchase_value" => item.purchase_value = value.parse().unwrap(),
            "excess" => item.excess = value.parse().unwrap(),
            "purchased_on" => item.purchased_on = value.parse().unwrap(),
            "manufacturer_warranty_ends_on" => {
                item.manufacturer_warranty_ends_on = Some(value.parse().unwrap());
            }
            "frequency" => schedule.frequency = Some(value.parse().unwrap()),
            "started_on" => schedule.started_on = Some(value.parse().unwrap()),
            _ => facts.set(
                name,
                product.parse_value(name, value).unwrap_or_else(|fault| panic!("{line}: {fault}")),
            ),
        }
    }
    Case { schedule, event: facts, items: vec![item] }
}

/// The decision on one item in a line: `covered repair 130.00`, `not covered NL-EXCL-21`, `routed manufacturer
/// NL-EXCL-03`, `person harm_late_report`, `facts what_happened holder`.
pub(crate) fn line(decision: &Decision) -> String {
    let item = &decision.items[0];
    let rules = || {
        let mut rules: Vec<&str> = item.decided_by.iter().map(|clause| clause.rule.as_str()).collect();
        rules.dedup();
        rules.join(" ")
    };
    let missing = || item.missing.iter().map(|need| need.fact.as_str()).collect::<Vec<_>>().join(" ");
    match &item.verdict {
        Verdict::Covered { remedy, amount } => format!("covered {remedy} {amount}"),
        Verdict::NotCovered => format!("not covered {}", rules()),
        Verdict::Routed { to } => format!("routed {to} {}", rules()),
        Verdict::NeedsPerson => format!("person {}", missing()),
        Verdict::NeedsFacts => format!("facts {}", missing()),
    }
}

/// One row of a table: plan, story, changes, and the line expected.
pub(crate) fn check(plan: &str, story: &str, changes: &str, expected: &str) {
    let case = case(plan, story, changes);
    let found = match decide(xandocare(), &case) {
        Ok(decision) => line(&decision),
        Err(faults) => faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    };
    assert_eq!(found, expected, "{plan}: {changes}");
}

/// A small product for tests of the language: Xandocare's head and tariff, and facts and clauses of its own.
pub(crate) fn mini(facts: &str, cover: &str, exclusions: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = folder("xandocare/2021-1");
    let head = String::from_utf8(files["product.toml"].clone()).unwrap();
    let head: Vec<&str> = head.lines().filter(|line| !line.starts_with("flags")).collect();
    files.insert("product.toml".to_owned(), head.join("\n").into_bytes());
    files.insert("facts.toml".to_owned(), facts.as_bytes().to_vec());
    files.insert("cover.toml".to_owned(), format!("{MINI_COVER}{cover}").into_bytes());
    files.insert("exclusions.toml".to_owned(), exclusions.as_bytes().to_vec());
    files.insert("obligations.toml".to_owned(), Vec::new());
    files
}

/// The least a `cover.toml` needs besides its clauses.
const MINI_COVER: &str = r#"machine_may_approve_if = "no"
[remedy.pay]
remedy = "payment"
rule = "NL-COV-02"
when = "yes"
[amount.all]
is = "start"
rule = "NL-CLAIM-10"
value = "EUR 1.00"
text = { nl = "a", en = "b", fr = "c" }
"#;

/// A fact of the small product.
pub(crate) fn fact(name: &str, kind: &str, values: &[&str]) -> String {
    let mut out = format!(
        "[fact.{name}]\ntype = \"{kind}\"\nwho = [\"customer\"]\nquestion = {{ nl = \"a\", en = \"b\", fr = \"c\" }}\n"
    );
    if !values.is_empty() {
        let row = |value: &&str| {
            format!("{{ name = \"{value}\", text = {{ nl = \"a\", en = \"b\", fr = \"c\" }} }}")
        };
        let rows: Vec<String> = values.iter().map(row).collect();
        out.push_str(&format!("values = [{}]\n", rows.join(", ")));
    }
    out
}

/// A clause of the small product.
pub(crate) fn clause(kind: &str, name: &str, when: &str) -> String {
    format!(
        "[{kind}.{name}]\nrule = \"NL-COV-01\"\narticle = \"cover 1\"\nwhen = \"{when}\"\n\
         text = {{ nl = \"a\", en = \"b\", fr = \"c\" }}\n"
    )
}

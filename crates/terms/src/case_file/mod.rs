//! A case as people write it, in TOML or JSON: read against its product, with every fault at its place.

mod facts;
mod json;
mod tree;

use std::collections::BTreeMap;

use kernel::{Date, DeviceKind, Frequency, Language, Money};

use self::facts::text_of;
use self::tree::{Tree, TreeKind, Wrong};
use crate::decide::decide;
use crate::decision::Decision;
use crate::facts::{Case, CaseItem, FactFault, Facts, Schedule, Source};
use crate::fault::{Fault, did_you_mean, line_and_column};
use crate::limits;
use crate::product::Product;
use crate::reader::shortened;

/// A file of facts: the product, the plan, what happened, and each device.
///
/// ```toml
/// product = "xandocare"
/// plan = "plus"
/// [event]
/// what_happened = "dropped"
/// damage_arose_at = 2026-06-01T10:00:00Z
/// [[items]]
/// device = "phone"
/// purchase_value = "800.00"
/// excess = "50.00"
/// purchased_on = 2024-02-10
/// [items.facts]
/// repair_cost = "180.00"
/// ```
#[derive(Debug, Clone)]
pub struct CaseFile {
    name: String,
    text: String,
    root: Tree,
}

const KEYS: [&str; 8] = ["product", "version", "plan", "flags", "frequency", "started_on", "event", "items"];
const ITEM_KEYS: [&str; 7] =
    ["item", "device", "purchase_value", "excess", "purchased_on", "manufacturer_warranty_ends_on", "facts"];

const A_DAY: &str = "a day of the calendar such as 2026-03-01";

impl CaseFile {
    /// Reads TOML, or JSON where it begins with `{`. `name` is what faults call the file.
    ///
    /// # Errors
    /// Every fault of form with its line and column. Never panics, whatever the bytes are.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Vec<Fault>> {
        if bytes.len() > limits::CASE_BYTES {
            let most = format!("at most {} KB", limits::CASE_BYTES >> 10);
            return Err(vec![Fault::of_file(name, format!("has {} bytes", bytes.len()), most)]);
        }
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
            Err(error) => {
                let what = format!("is not UTF-8 from byte {} on", error.valid_up_to() + 1);
                return Err(vec![Fault::of_file(name, what, "save it as UTF-8 text")]);
            }
        };
        match tree::read(text) {
            Ok(root) => Ok(Self { name: name.to_owned(), text: text.to_owned(), root }),
            Err(wrongs) => Err(wrongs.into_iter().map(|wrong| placed(name, text, wrong)).collect()),
        }
    }

    /// The product it names.
    #[must_use]
    pub fn product(&self) -> Option<&str> {
        self.text_at("product")
    }

    /// The version of the conditions it names, such as `2021-1`.
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.text_at("version")
    }

    fn text_at(&self, key: &str) -> Option<&str> {
        match &self.root.get(key)?.kind {
            TreeKind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A fault at the value of a key at the top, or at the begin of the file.
    #[must_use]
    pub fn fault(&self, key: &str, what: &str, hint: &str) -> Fault {
        let at = self.root.get(key).map_or(0, |value| value.at);
        placed(&self.name, &self.text, (at, what.to_owned(), hint.to_owned()))
    }

    /// The case, checked against the product name by name and value by value.
    ///
    /// # Errors
    /// All faults in the order of the file, each with its line, column, and what to write instead.
    pub fn case(&self, product: &Product) -> Result<Case, Vec<Fault>> {
        let mut reader = Reader { product, wrongs: Vec::new() };
        let case = reader.case(&self.root);
        let mut wrongs = reader.wrongs;
        if wrongs.is_empty() {
            return Ok(case);
        }
        wrongs.sort();
        wrongs.dedup();
        wrongs.truncate(limits::FAULTS);
        Err(wrongs.into_iter().map(|wrong| placed(&self.name, &self.text, wrong)).collect())
    }

    /// Reads the case and decides it.
    ///
    /// # Errors
    /// As [`CaseFile::case`], and facts that contradict each other, at the first of them.
    pub fn decide(&self, product: &Product) -> Result<Decision, Vec<Fault>> {
        self.decide_in(product, Language::En)
    }

    /// The same; what the product itself says of facts that contradict each other comes in this language.
    ///
    /// # Errors
    /// As [`CaseFile::decide`].
    pub fn decide_in(&self, product: &Product, language: Language) -> Result<Decision, Vec<Fault>> {
        let case = self.case(product)?;
        decide(product, &case)
            .map_err(|faults| faults.iter().map(|fault| self.place(product, fault, language)).collect())
    }

    /// What is wrong with the facts together, at the place of the first one named.
    fn place(&self, product: &Product, fault: &FactFault, language: Language) -> Fault {
        let (name, item, hint) = match fault {
            FactFault::Contradiction { check, facts } => {
                let text =
                    product.check_text(check).map_or("one of them is wrong", |text| text.get(language));
                (facts.first().map(String::as_str), None, text)
            }
            FactFault::StatedTwice { fact, by } => {
                let item = by.iter().find_map(|source| match source {
                    Source::Item { item } => Some(*item),
                    _ => None,
                });
                (Some(fact.as_str()), item, "keep one of them")
            }
            FactFault::UnknownFact { fact }
            | FactFault::WrongValue { fact, .. }
            | FactFault::OutOfRange { fact } => (Some(fact.as_str()), None, ""),
            FactFault::UnknownPlan { .. } | FactFault::Items { .. } | FactFault::TooLarge => (None, None, ""),
        };
        let at = name.and_then(|name| self.find(name, item)).unwrap_or(0);
        placed(&self.name, &self.text, (at, fault.to_string(), hint.to_owned()))
    }

    /// Where a fact is stated: by that item, or anywhere.
    fn find(&self, fact: &str, item: Option<u32>) -> Option<usize> {
        let key_of = |table: &Tree| match &table.kind {
            TreeKind::Table(rows) => rows.iter().find(|(name, ..)| name == fact).map(|(_, at, _)| *at),
            _ => None,
        };
        let items: &[Tree] = match self.root.get("items").map(|items| &items.kind) {
            Some(TreeKind::List(items)) => items,
            _ => &[],
        };
        let of_item = |tree: &Tree| tree.get("facts").and_then(key_of).or_else(|| key_of(tree));
        let own =
            item.and_then(|item| items.get(usize::try_from(item).ok()?.checked_sub(1)?)).and_then(of_item);
        own.or_else(|| self.root.get("event").and_then(key_of)).or_else(|| items.iter().find_map(of_item))
    }
}

fn placed(name: &str, text: &str, (at, what, hint): Wrong) -> Fault {
    let (line, column) = line_and_column(text, at);
    Fault { file: name.to_owned(), line, column, what, hint }
}

struct Reader<'a> {
    product: &'a Product,
    wrongs: Vec<Wrong>,
}

impl Reader<'_> {
    fn wrong(&mut self, at: usize, what: impl Into<String>, hint: impl Into<String>) {
        self.wrongs.push((at, what.into(), hint.into()));
    }

    fn case(&mut self, root: &Tree) -> Case {
        self.known_keys(root, &KEYS);
        for key in ["product", "version"] {
            if let Some(value) = root.get(key)
                && !matches!(value.kind, TreeKind::Text(_))
            {
                self.wrong(
                    value.at,
                    format!("`{key}` is no text"),
                    format!("write it in quotes: {key} = \"…\""),
                );
            }
        }
        let schedule = Schedule {
            plan: self.plan(root),
            flags: self.flags(root.get("flags")),
            frequency: self.optional(root, "frequency", "monthly, yearly or one-off", parsed::<Frequency>),
            started_on: self.optional(root, "started_on", A_DAY, parsed::<Date>),
        };
        let event = self.facts(root.get("event"));
        let mut items = Vec::new();
        match root.get("items") {
            None => self.wrong(root.at, "`items` is missing", "write [[items]] for each device"),
            Some(Tree { kind: TreeKind::List(list), at }) => {
                if list.is_empty() || list.len() > limits::ITEMS {
                    let what = format!("{} items", list.len());
                    self.wrong(*at, what, format!("1 to {} can be decided", limits::ITEMS));
                }
                items = list.iter().zip(1..).filter_map(|(item, no)| self.item(item, no)).collect();
            }
            Some(other) => self.wrong(other.at, "`items` is no list", "write [[items]] for each device"),
        }
        Case { schedule, event, items }
    }

    fn known_keys(&mut self, table: &Tree, known: &[&str]) {
        let TreeKind::Table(rows) = &table.kind else {
            self.wrong(table.at, "this is no table", format!("a table with {}", known.join(", ")));
            return;
        };
        for (name, at, _) in rows {
            if !known.contains(&name.as_str()) {
                let mut hint = did_you_mean(name, known.iter().copied());
                if self.product.fact(name).is_some() {
                    hint = "facts go under [event], or [items.facts] for one device".to_owned();
                } else if hint.is_empty() {
                    hint = format!("known here: {}", known.join(", "));
                }
                self.wrong(*at, format!("unknown name `{}`", shortened(name)), hint);
            }
        }
    }

    fn plan(&mut self, root: &Tree) -> String {
        let plans = || self.product.plans().iter().map(|plan| plan.code.as_str());
        let known = format!("one of {}", plans().collect::<Vec<_>>().join(", "));
        match root.get("plan") {
            None => {
                self.wrong(root.at, "`plan` is missing", known);
                String::new()
            }
            Some(Tree { kind: TreeKind::Text(plan), at }) => {
                if self.product.plan(plan).is_none() {
                    let mut hint = did_you_mean(plan, plans());
                    if hint.is_empty() {
                        hint = known;
                    }
                    self.wrong(*at, format!("the product has no plan `{}`", shortened(plan)), hint);
                }
                plan.clone()
            }
            Some(other) => {
                self.wrong(other.at, "`plan` is no text", known);
                String::new()
            }
        }
    }

    fn flags(&mut self, flags: Option<&Tree>) -> BTreeMap<String, bool> {
        let Some(flags) = flags else { return BTreeMap::new() };
        let TreeKind::Table(rows) = &flags.kind else {
            self.wrong(flags.at, "`flags` is no table", "write [flags], then name = true or false");
            return BTreeMap::new();
        };
        let mut out = BTreeMap::new();
        for (name, at, value) in rows {
            let names = || self.product.plans().iter().flat_map(|plan| plan.flags.keys());
            if !names().any(|known| known == name) {
                let mut hint = did_you_mean(name, names().map(String::as_str));
                if hint.is_empty() {
                    let known: std::collections::BTreeSet<&str> = names().map(String::as_str).collect();
                    hint = format!("known here: {}", known.into_iter().collect::<Vec<_>>().join(", "));
                }
                self.wrong(*at, format!("the schedule has no flag `{}`", shortened(name)), hint);
            } else if let TreeKind::Bool(on) = value.kind {
                out.insert(name.clone(), on);
            } else {
                self.wrong(value.at, format!("`{name}` is neither true nor false"), "write true or false");
            }
        }
        out
    }

    fn item(&mut self, tree: &Tree, no: u32) -> Option<CaseItem> {
        self.known_keys(tree, &ITEM_KEYS);
        let device =
            self.need(tree, "device", "phone, tablet, laptop, smartwatch or other", parsed::<DeviceKind>);
        let purchase_value = self.need(tree, "purchase_value", "an amount such as 849.00", amount);
        let excess = self.need(tree, "excess", "an amount such as 50.00", amount);
        let purchased_on = self.need(tree, "purchased_on", A_DAY, parsed::<Date>);
        let manufacturer_warranty_ends_on =
            self.optional(tree, "manufacturer_warranty_ends_on", A_DAY, parsed::<Date>);
        if let Some(number) = tree.get("item")
            && text_of(number).as_deref() != Some(&no.to_string())
        {
            self.wrong(
                number.at,
                "items are numbered 1, 2, 3 in the order of the file",
                format!("item = {no}"),
            );
        }
        let facts = self.facts(tree.get("facts"));
        Some(CaseItem {
            item: no,
            device: device?,
            purchase_value: purchase_value?,
            excess: excess?,
            purchased_on: purchased_on?,
            manufacturer_warranty_ends_on,
            facts,
        })
    }

    /// A value that must be there.
    fn need<T>(&mut self, of: &Tree, key: &str, wanted: &str, read: fn(&str) -> Option<T>) -> Option<T> {
        if of.get(key).is_none() {
            self.wrong(of.at, format!("`{key}` is missing"), format!("{key} = {wanted}"));
        }
        self.optional(of, key, wanted, read)
    }

    /// A value that may be left out.
    fn optional<T>(&mut self, of: &Tree, key: &str, wanted: &str, read: fn(&str) -> Option<T>) -> Option<T> {
        let value = of.get(key)?;
        let text = text_of(value);
        let out = text.as_deref().and_then(read);
        if out.is_none() {
            let shown = text.map_or_else(|| "this".to_owned(), |text| format!("`{}`", shortened(&text)));
            self.wrong(value.at, format!("`{key}` cannot be {shown}"), format!("write {wanted}"));
        }
        out
    }

    fn facts(&mut self, table: Option<&Tree>) -> Facts {
        let mut out = Facts::new();
        let Some(table) = table else { return out };
        let TreeKind::Table(rows) = &table.kind else {
            self.wrong(table.at, "this is no table of facts", "write name = value, one a line");
            return out;
        };
        for (name, at, value) in rows {
            match facts::fact(self.product, name, *at, value) {
                Ok(value) => out.set(name, value),
                Err(wrong) => self.wrongs.push(wrong),
            }
        }
        out
    }
}

fn parsed<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn amount(text: &str) -> Option<Money> {
    let money: Money = text.parse().ok()?;
    (0..=limits::MONEY_CENTS).contains(&money.cents()).then_some(money)
}

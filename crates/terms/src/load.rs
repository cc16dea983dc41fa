//! A folder to a [`Product`]: reads every file, checks every name, type, translation, duplicate and bound, and reports
//! all faults at once.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Country;
use sha2::{Digest, Sha256};
use toml::Spanned;
use toml::de::DeTable;

use crate::check::{Names, check, infer};
use crate::decision::Wording;
use crate::expr::{DefIx, Expr, FactIx, Type};
use crate::fault::{Fault, did_you_mean};
use crate::limits;
use crate::parameters::{REQUIRED_PARAMETERS, is_within};
use crate::product::*;
use crate::program::Program;
use crate::reader::{Expression, Faults, Section, Source, document};
use crate::tariff::Tariff;
use crate::value::Datum;
use crate::{load_fact, load_tariff};

/// The files of a product folder. Besides them a folder may hold notes (`.md`), which are part of the content hash only.
pub const FILES: [&str; 6] =
    ["product.toml", "facts.toml", "cover.toml", "exclusions.toml", "obligations.toml", "tariff.toml"];

impl Product {
    /// Reads a product from the files of its folder by name.
    ///
    /// # Errors
    /// All faults, sorted by file and place. Never panics, whatever the bytes are.
    pub fn load(files: &BTreeMap<String, Vec<u8>>) -> Result<Self, Vec<Fault>> {
        let faults = Faults::default();
        let texts = texts(files, &faults);
        let documents: Vec<(Source<'_>, Spanned<DeTable<'_>>)> = texts
            .iter()
            .map(|(name, text)| Source { name, text, faults: &faults })
            .map(|source| (source, document(source)))
            .collect();
        let sections: Vec<Section<'_>> = documents
            .iter()
            .map(|(source, table)| Section::new(*source, "", table.get_ref(), 0..0))
            .collect();
        let product = Loader { files: &sections, faults: &faults }.product(hash(files));
        for section in &sections {
            section.close();
        }
        match product {
            Some(product) if faults.is_empty() => Ok(product),
            _ => Err(faults.into_sorted()),
        }
    }
}

/// SHA-256 over each name and content with their lengths, in the order of names.
fn hash(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hasher = Sha256::new();
    for (name, bytes) in files {
        for part in [name.as_bytes(), bytes] {
            hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hasher.update(part);
        }
    }
    hex(&hasher.finalize())
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for nibble in [byte >> 4, byte & 15] {
            out.push(char::from(DIGITS[usize::from(nibble)]));
        }
    }
    out
}

/// The known files as text; faults for all others.
fn texts<'a>(files: &'a BTreeMap<String, Vec<u8>>, faults: &Faults) -> Vec<(&'a str, &'a str)> {
    if files.len() > limits::FILES {
        faults.push(Fault::of_file(
            "",
            format!("{} files", files.len()),
            format!("at most {}", limits::FILES),
        ));
        return Vec::new();
    }
    for name in FILES.iter().filter(|name| !files.contains_key(**name)) {
        faults.push(Fault::of_file(
            name,
            "is not there",
            "see docs/terms.md for the files of a product folder",
        ));
    }
    let mut out = Vec::new();
    for (name, bytes) in files {
        let is_note = name.ends_with(".md");
        if !FILES.contains(&name.as_str()) && !is_note {
            let hint = did_you_mean(name, FILES.into_iter());
            faults.push(Fault::of_file(name, "is no file of a product folder", hint));
            continue;
        }
        if bytes.len() > limits::FILE_BYTES {
            let what = format!("has {} bytes", bytes.len());
            faults.push(Fault::of_file(name, what, format!("at most {}", limits::FILE_BYTES)));
            continue;
        }
        match std::str::from_utf8(bytes) {
            Ok(_) if is_note => {}
            Ok(text) => out.push((name.as_str(), text)),
            Err(error) => {
                let what = format!("is not UTF-8 from byte {} on", error.valid_up_to());
                faults.push(Fault::of_file(name, what, "save it as UTF-8"));
            }
        }
    }
    out
}

pub(crate) struct Loader<'a> {
    files: &'a [Section<'a>],
    pub(crate) faults: &'a Faults,
}

/// What the expressions of a product are checked against, once facts and parameters are read.
pub(crate) struct Scope {
    facts: Vec<FactSpec>,
    fact_by_name: BTreeMap<String, FactIx>,
    parameters: BTreeMap<String, Parameter>,
    definitions: BTreeMap<String, (DefIx, Option<Type>)>,
}

impl Scope {
    fn names(&self) -> Names<'_> {
        Names {
            facts: &self.facts,
            fact_by_name: &self.fact_by_name,
            parameters: &self.parameters,
            definitions: &self.definitions,
        }
    }

    pub(crate) fn check(&self, expression: Option<Expression<'_>>, wanted: Type) -> Option<Expr> {
        let expression = expression?;
        match check(&expression.ast, wanted, &self.names()) {
            Ok(expr) => Some(expr),
            Err(errors) => {
                for error in &errors {
                    expression.fault(error);
                }
                None
            }
        }
    }

    /// For clauses where a fault was already reported: any expression will do, the product is not made.
    pub(crate) fn bool_or_no(&self, expression: Option<Expression<'_>>) -> Expr {
        self.check(expression, Type::Bool).unwrap_or(Expr::Constant(Datum::Bool(false)))
    }
}

impl<'a> Loader<'a> {
    pub(crate) fn file(&self, name: &str) -> Option<&'a Section<'a>> {
        self.files.iter().find(|section| section.source.name == name)
    }

    fn product(&self, content_hash: String) -> Option<Product> {
        let head = self.file("product.toml")?;
        let wording = self.wording(head, content_hash);
        let country = head.read("country", "country = \"NL\" or \"BE\"").unwrap_or(Country::Nl);
        let insurer =
            head.text("insurer", "the code of the insurer").map_or("", |code| code.value).to_owned();
        let name = head.trilingual("name");
        let parameters = self.parameters(head);
        let devices = self.devices(head);
        let facts_file = self.file("facts.toml")?;
        let evidence_names = names_of(&facts_file.named("evidence"));
        let facts = self.facts(facts_file, &evidence_names);
        let fact_by_name: BTreeMap<String, FactIx> =
            facts.iter().enumerate().map(|(ix, fact)| (fact.name.clone(), ix)).collect();
        let plans = self.plans(head, &facts, &fact_by_name);
        let mut scope = Scope { facts, fact_by_name, parameters, definitions: BTreeMap::new() };
        let definitions = self.definitions(facts_file, &mut scope);
        self.value_names_are_free(facts_file, &scope);
        let evidence = self.evidence(facts_file, &scope);
        let checks = self.checks(facts_file, &scope);
        let headings = self.headings(head);
        let clauses = self.clauses(&headings, &scope);
        let cover = self.file("cover.toml")?;
        let remedies = self.remedies(cover, &scope);
        let amounts = self.amounts(cover, &scope);
        let machine_if = scope.bool_or_no(cover.expression("machine_may_approve_if"));
        let tariff = self.tariff(self.file("tariff.toml")?, &plans, &devices)?;
        let mut product = Product {
            wording,
            country,
            insurer,
            name,
            plans,
            parameters: scope.parameters,
            devices,
            facts: scope.facts,
            fact_by_name: scope.fact_by_name,
            definitions,
            evidence,
            checks,
            clauses,
            remedies,
            amounts,
            machine_if,
            tariff,
            program: Program::default(),
        };
        product.program = Program::new(&product);
        Some(product)
    }

    fn wording(&self, head: &Section<'_>, content_hash: String) -> Wording {
        let text = |key, example| head.text(key, example).map_or("", |text| text.value).to_owned();
        let revision = head.count("revision").map_or(0, |revision| revision.value);
        if revision == 0 {
            head.fault(
                "`revision` is not a number from 1",
                "revision = 1; one more with each correction of the encoding",
            );
        }
        Wording {
            product: text("code", "code = \"xandocare\""),
            version: text("version", "version = \"2021-1\""),
            revision,
            content_hash,
            law_data: text("law_data", "law_data = \"2026-11\""),
        }
    }

    fn parameters(&self, head: &Section<'_>) -> BTreeMap<String, Parameter> {
        let mut out = BTreeMap::new();
        let sections = head.named("parameter");
        let given = names_of(&sections);
        self.at_most(head, "parameters", sections.len(), limits::PARAMETERS);
        for section in sections {
            let rule = rule(&section);
            let text = section.trilingual("text");
            let rolls = section.bool("rolls", false);
            let stated_only = section.bool("stated_only", false);
            let value = parameter_value(&section, rolls);
            let is_percent = section.optional_text("type").is_some_and(|kind| kind.value == "percent");
            section.close();
            let Some((value, kind)) = value else { continue };
            if rolls && kind != Type::Term {
                section.fault("only a term rolls", "leave `rolls` out");
            }
            if let Some(required) = REQUIRED_PARAMETERS.iter().find(|required| required.name == section.name)
            {
                if kind.kind() != required.kind {
                    let what = format!("`{}` is a {}, not a {}", section.name, kind.kind(), required.kind);
                    section.fault(what, "");
                } else if !is_within(value, required.bounds) {
                    let (least, most) = required.bounds;
                    section.fault(
                        format!("`{}` is out of bounds", section.name),
                        format!("from {least} to {most} (days, cents or plain)"),
                    );
                }
            }
            out.insert(section.name.clone(), Parameter { text, rule, is_percent, stated_only, value, kind });
        }
        for required in REQUIRED_PARAMETERS.iter().filter(|required| !given.contains(required.name)) {
            let hint = format!("add [parameter.{}], a {}", required.name, required.kind);
            self.faults.push(Fault::of_file(
                "product.toml",
                format!("parameter `{}` is not there", required.name),
                hint,
            ));
        }
        out
    }

    fn devices(&self, head: &Section<'_>) -> Vec<SoldDevice> {
        let mut out: Vec<SoldDevice> = Vec::new();
        for section in head.rows("device") {
            let kind = section.read("kind", "phone, tablet, laptop, smartwatch or other");
            let bought_within = section.read("bought_within", "3 months");
            let value_from = section.read("value_from", "50.00");
            let value_below = section.read("value_below", "2500.00");
            let name = section.trilingual("name");
            section.close();
            if let (Some(kind), Some(bought_within), Some(value_from), Some(value_below)) =
                (kind, bought_within, value_from, value_below)
            {
                if out.iter().any(|sold| sold.kind == kind) {
                    section.fault(format!("`{kind}` stands twice"), "one row for each kind of device");
                }
                out.push(SoldDevice { kind, name, bought_within, value_from, value_below });
            }
        }
        if out.is_empty() {
            head.fault("no device is sold", "add [[device]]");
        }
        out
    }

    fn plans(&self, head: &Section<'_>, facts: &[FactSpec], by_name: &BTreeMap<String, FactIx>) -> Vec<Plan> {
        let mut out = Vec::new();
        for section in head.named("plan") {
            let mut flags = BTreeMap::new();
            for (name, on) in section.flags("flags") {
                let is_flag = by_name.get(name.value).is_some_and(|ix| {
                    facts[*ix].kind == crate::Kind::Bool && facts[*ix].who.contains(&Answerer::Schedule)
                });
                if !is_flag {
                    section.source.fault(
                        name.at,
                        format!("`{}` is no flag of the schedule", name.value),
                        "name a bool fact with who = [\"schedule\"]",
                    );
                }
                flags.insert(name.value.to_owned(), on);
            }
            for flag in
                facts.iter().filter(|fact| fact.kind == crate::Kind::Bool && fact.who == [Answerer::Schedule])
            {
                if !flags.contains_key(&flag.name) {
                    section.fault(
                        format!("plan `{}` does not set `{}`", section.name, flag.name),
                        "true or false",
                    );
                }
            }
            out.push(Plan {
                code: section.name.clone(),
                name: section.trilingual("name"),
                text: section.trilingual("text"),
                rule: rule(&section),
                flags,
            });
            section.close();
        }
        if out.is_empty() {
            head.fault("there is no plan", "add [plan.NAME]");
        }
        out
    }

    fn facts(&self, file: &Section<'_>, evidence: &BTreeSet<String>) -> Vec<FactSpec> {
        let sections = file.named("fact");
        self.at_most(file, "facts", sections.len(), limits::FACTS);
        sections.iter().filter_map(|section| load_fact::fact(section, evidence)).collect()
    }

    /// Reads definitions, each after the ones it uses.
    fn definitions(&self, file: &Section<'_>, scope: &mut Scope) -> Vec<Definition> {
        let sections = file.named("definition");
        self.at_most(file, "definitions", sections.len(), limits::DEFINITIONS);
        let mut waiting: Vec<(DefIx, String, Expression<'_>)> = Vec::new();
        for section in &sections {
            if scope.fact_by_name.contains_key(&section.name) {
                section
                    .fault(format!("`{}` is a fact already", section.name), "give one of them another name");
            }
            scope.definitions.insert(section.name.clone(), (scope.definitions.len(), None));
            if let Some(expression) = section.expression("value") {
                waiting.push((scope.definitions[&section.name].0, section.name.clone(), expression));
            }
            section.close();
        }
        let mut done: BTreeMap<usize, Definition> = BTreeMap::new();
        // Each round settles the definitions whose own definitions are settled; what is left then goes in circles.
        let mut levels = 0;
        loop {
            let (ready, later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(_, _, expression)| {
                let mut free = true;
                expression.ast.names(&mut |name| {
                    if let Some((ix, _)) = scope.definitions.get(name) {
                        free &= done.contains_key(ix);
                    }
                });
                free
            });
            levels += 1;
            if ready.is_empty() || levels > limits::DEFINITION_LEVELS {
                for (_, name, expression) in ready.iter().chain(&later) {
                    expression.fault(&crate::lex::ExprError::new(
                        0,
                        format!("`{name}` leads back to itself, to a definition with a fault, or too deep"),
                        format!(
                            "definitions must not go in circles, nor more than {} deep",
                            limits::DEFINITION_LEVELS
                        ),
                    ));
                }
                break;
            }
            for (ix, name, expression) in ready {
                match infer(&expression.ast, &scope.names()) {
                    Ok((value, of)) => {
                        done.insert(ix, Definition { value });
                        scope.definitions.insert(name, (ix, Some(of)));
                    }
                    Err(errors) => {
                        for error in &errors {
                            expression.fault(error);
                        }
                    }
                }
            }
            waiting = later;
        }
        done.into_values().collect()
    }

    /// `x = dropped` must mean one thing: no value is named like a fact or definition.
    fn value_names_are_free(&self, file: &Section<'_>, scope: &Scope) {
        for fact in &scope.facts {
            for value in &fact.values {
                if scope.fact_by_name.contains_key(&value.name) || scope.definitions.contains_key(&value.name)
                {
                    file.fault(
                        format!(
                            "value `{}` of `{}` is also the name of a fact or definition",
                            value.name, fact.name
                        ),
                        "give one of them another name",
                    );
                }
            }
        }
    }

    fn evidence(&self, file: &Section<'_>, scope: &Scope) -> Vec<Evidence> {
        let mut out = Vec::new();
        for section in file.named("evidence") {
            let when = scope.check(section.optional_expression("when"), Type::Bool);
            out.push(Evidence { name: section.name.clone(), text: section.trilingual("text"), when });
            section.close();
        }
        out
    }

    fn checks(&self, file: &Section<'_>, scope: &Scope) -> Vec<Check> {
        let mut out = Vec::new();
        for section in file.named("check") {
            let must = scope.bool_or_no(section.expression("must"));
            out.push(Check { id: section.name.clone(), must, text: section.trilingual("text") });
            section.close();
        }
        out
    }

    fn tariff(&self, file: &Section<'_>, plans: &[Plan], devices: &[SoldDevice]) -> Option<Tariff> {
        let valid_from = file.read("valid_from", "valid_from = \"2021-01-01\"");
        let example = file.bool("example", false);
        let rows = load_tariff::rows(file, plans, devices);
        Some(Tariff { valid_from: valid_from?, example, rows })
    }

    pub(crate) fn at_most(&self, section: &Section<'_>, what: &str, count: usize, most: usize) {
        if count > most {
            section.fault(format!("{count} {what}"), format!("at most {most}"));
        }
    }
}

fn names_of(sections: &[Section<'_>]) -> BTreeSet<String> {
    sections.iter().map(|section| section.name.clone()).collect()
}

/// The rule ID a section names, such as `NL-EXCL-09`.
pub(crate) fn rule(section: &Section<'_>) -> String {
    let Some(text) = section.text("rule", "rule = \"NL-EXCL-09\"") else { return String::new() };
    if text.value.parse::<kernel::Rule>().is_err() {
        section.source.fault(text.at, "not a rule ID", "capital letters, digits and dashes: NL-EXCL-09");
    }
    text.value.to_owned()
}

fn parameter_value(section: &Section<'_>, rolls: bool) -> Option<(Datum, Type)> {
    match section.text("type", "type = \"term\"")?.value {
        "term" => section.read("value", "14 days").map(|term| (Datum::Term(term, rolls), Type::Term)),
        "money" => {
            let money: kernel::Money = section.read("value", "250.00")?;
            if !(0..=limits::MONEY_CENTS).contains(&money.cents()) {
                section.fault("an amount out of range", "0.00 to 10000000.00");
            }
            Some((Datum::Money(money.cents()), Type::Money))
        }
        "percent" => {
            let percent: kernel::Decimal = section.read("value", "21")?;
            Some((Datum::Number(percent.checked_div(kernel::Decimal::ONE_HUNDRED)?), Type::Number))
        }
        "number" => section.read("value", "2").map(|number| (Datum::Number(number), Type::Number)),
        "date" => section.read("value", "2026-01-01").map(|date| (Datum::Date(date), Type::Date)),
        _ => {
            section
                .fault("`type` of a parameter is none of the known", "term, money, percent, number or date");
            None
        }
    }
}

//! The rules as a decision graph of ZEN: input, one expression node with every rule by name, output.

use std::collections::BTreeMap;

use serde_json::json;
use terms::{ClauseKind, Effect};
use zen_engine::model::DecisionContent;
use zen_engine::{Decision, DecisionEngine, Variable};

use crate::{Answer, Dialect, Input, Rules};

/// How ZEN writes it; `$` is what the node has worked out so far.
pub struct Zen;

impl Dialect for Zen {
    fn not(&self, a: &str) -> String {
        format!("(not ({a}))")
    }

    fn and(&self, a: &str, b: &str) -> String {
        format!("({a} and {b})")
    }

    fn or(&self, a: &str, b: &str) -> String {
        format!("({a} or {b})")
    }

    fn has(&self, list: &str, name: &str) -> String {
        format!("(\"{name}\" in {list})")
    }

    fn definition(&self, name: &str) -> String {
        format!("$.{name}")
    }
}

/// Compiled once.
pub struct Engine {
    decision: Decision,
}

impl Engine {
    pub fn new(rules: &Rules) -> Self {
        let mut rows: Vec<(String, String)> = Vec::new();
        let mut add = |key: String, value: String| rows.push((key, value));
        for rule in &rules.definitions {
            add(rule.name.clone(), rule.text.clone());
        }
        let (mut grants, mut takes, mut routes) = (Vec::new(), Vec::new(), Vec::new());
        for clause in &rules.clauses {
            let key = format!("c_{}", clause.rule.name);
            add(key.clone(), clause.rule.text.clone());
            let used = format!("$.{key}");
            match (clause.kind, clause.effect) {
                (ClauseKind::Obligation, _) => {}
                (ClauseKind::Grant, _) => grants.push(used),
                (_, Effect::Exclude) => takes.push(used),
                (_, Effect::ToManufacturer) => routes.push((used, "manufacturer")),
                (_, Effect::ToSeller) => routes.push((used, "seller")),
            }
        }
        add("granted".to_owned(), grants.join(" or "));
        add("taken".to_owned(), takes.join(" or "));
        let mut amount = "0".to_owned();
        for (ix, step) in rules.amounts.iter().enumerate() {
            let value = &step.value;
            let next = match step.is.as_str() {
                "start" => value.clone(),
                "plus" => format!("max([0, {amount} + {value}])"),
                "less" => format!("max([0, {amount} - {value}])"),
                _ => format!("min([{amount}, {value}])"),
            };
            let next = match &step.when {
                Some(when) => format!("({when} ? {next} : {amount})"),
                None => next,
            };
            let key = format!("step_{ix}");
            add(key.clone(), format!("($.granted and not $.taken) ? {next} : 0"));
            amount = format!("$.{key}");
        }
        let remedy =
            rules.remedies.iter().rev().fold("\"\"".to_owned(), |rest, rule| {
                format!("({} ? \"{}\" : {rest})", rule.text, rule.name)
            });
        let answer = format!("($.granted and not $.taken) ? {remedy} : \"not covered\"");
        let answer = routes
            .iter()
            .rev()
            .fold(answer, |rest, (used, to)| format!("({used} ? \"routed {to}\" : {rest})"));
        add("answer".to_owned(), answer);
        add("amount".to_owned(), amount);
        let expressions: Vec<_> =
            rows.iter().map(|(key, value)| json!({"id": key, "key": key, "value": value})).collect();
        let graph = json!({
            "nodes": [
                {"id": "in", "name": "in", "type": "inputNode"},
                {"id": "rules", "name": "rules", "type": "expressionNode", "content": {"expressions": expressions}},
                {"id": "out", "name": "out", "type": "outputNode"},
            ],
            "edges": [
                {"id": "1", "type": "edge", "sourceId": "in", "targetId": "rules"},
                {"id": "2", "type": "edge", "sourceId": "rules", "targetId": "out"},
            ],
        });
        let content: DecisionContent = serde_json::from_value(graph).expect("the graph is one of ZEN");
        let engine = DecisionEngine::default();
        let mut decision = engine.create_decision(content.into()).expect("the graph is right");
        decision.compile();
        Self { decision }
    }

    /// The facts as ZEN holds them.
    pub fn bind(&self, inputs: &BTreeMap<String, Input>) -> Variable {
        let value = |input: &Input| match input {
            Input::Bool(value) => json!(value),
            Input::Int(number) => json!(number),
            Input::Text(text) => json!(text),
            Input::List(list) => json!(list),
        };
        let object: serde_json::Map<_, _> =
            inputs.iter().map(|(name, input)| (name.clone(), value(input))).collect();
        serde_json::Value::Object(object).into()
    }

    pub async fn decide(&self, facts: &Variable) -> Variable {
        self.decision.evaluate(facts.clone()).await.unwrap_or_else(|error| panic!("{error:?}")).result
    }

    /// The result in words.
    pub fn answer(result: &Variable) -> Answer {
        let result = serde_json::to_value(result).expect("a result can be written");
        let answer = result["answer"].as_str().unwrap_or_default();
        match answer {
            "not covered" => answer.to_owned(),
            _ if answer.starts_with("routed") => answer.to_owned(),
            remedy => format!("covered {remedy} {}", result["amount"].as_f64().unwrap_or(-1.0)),
        }
    }
}

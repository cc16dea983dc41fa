//! The rules in CEL: a program for each, definitions bound as variables, the answers put together by the host.

use std::collections::BTreeMap;
use std::sync::Arc;

use cel::{Context, Env, Program, Value};
use terms::{ClauseKind, Effect};

use crate::{Answer, Dialect, Input, Rules};

/// How CEL writes it.
pub struct Cel;

impl Dialect for Cel {
    fn not(&self, a: &str) -> String {
        format!("!({a})")
    }

    fn and(&self, a: &str, b: &str) -> String {
        format!("({a} && {b})")
    }

    fn or(&self, a: &str, b: &str) -> String {
        format!("({a} || {b})")
    }

    fn has(&self, list: &str, name: &str) -> String {
        format!("(\"{name}\" in {list})")
    }

    fn definition(&self, name: &str) -> String {
        name.to_owned()
    }
}

/// Compiled once.
pub struct Engine {
    env: Arc<Env>,
    definitions: Vec<(String, Program)>,
    clauses: Vec<(ClauseKind, Effect, Program)>,
    remedies: Vec<(String, Program)>,
    amounts: Vec<(String, Option<Program>, Program)>,
}

impl Engine {
    pub fn new(rules: &Rules) -> Self {
        let env = Arc::new(Env::stdlib());
        let program = |text: &str| env.compile(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        Self {
            definitions: rules
                .definitions
                .iter()
                .map(|rule| (rule.name.clone(), program(&rule.text)))
                .collect(),
            clauses: rules.clauses.iter().map(|c| (c.kind, c.effect, program(&c.rule.text))).collect(),
            remedies: rules.remedies.iter().map(|rule| (rule.name.clone(), program(&rule.text))).collect(),
            amounts: rules
                .amounts
                .iter()
                .map(|step| (step.is.clone(), step.when.as_deref().map(program), program(&step.value)))
                .collect(),
            env: Arc::clone(&env),
        }
    }

    /// The facts bound once.
    pub fn bind(&self, inputs: &BTreeMap<String, Input>) -> Context<'static, 'static> {
        let mut context = Context::with_env(Arc::clone(&self.env));
        for (name, input) in inputs {
            let value: Value = match input {
                Input::Bool(value) => (*value).into(),
                Input::Int(number) => (*number).into(),
                Input::Text(text) => text.as_str().into(),
                Input::List(list) => {
                    Value::List(Arc::new(list.iter().map(|text| text.as_str().into()).collect()))
                }
            };
            context.add_variable_from_value(name.as_str(), value);
        }
        context
    }

    pub fn decide(&self, facts: &Context<'_, '_>) -> Answer {
        let mut context = facts.new_inner_scope();
        for (name, program) in &self.definitions {
            let value = program.execute(&context).unwrap_or_else(|error| panic!("{name}: {error}"));
            context.add_variable_from_value(name.as_str(), value);
        }
        let yes = |program: &Program| matches!(program.execute(&context), Ok(Value::Bool(true)));
        let cents = |program: &Program| match program.execute(&context) {
            Ok(Value::Int(cents)) => cents,
            other => panic!("{other:?} is no amount"),
        };
        let (mut granted, mut taken, mut routed) = (false, false, None);
        for (kind, effect, program) in &self.clauses {
            // Every clause is asked, as a decision names all that apply.
            let applies = yes(program);
            match (kind, effect) {
                (ClauseKind::Obligation, _) => {}
                (ClauseKind::Grant, _) => granted |= applies,
                (_, Effect::Exclude) => taken |= applies,
                (_, Effect::ToManufacturer) if applies => routed = routed.or(Some("manufacturer")),
                (_, Effect::ToSeller) if applies => routed = routed.or(Some("seller")),
                _ => {}
            }
        }
        if let Some(to) = routed {
            return format!("routed {to}");
        }
        if !granted || taken {
            return "not covered".to_owned();
        }
        let mut amount = 0;
        for (is, when, value) in &self.amounts {
            if when.as_ref().is_some_and(|when| !yes(when)) {
                continue;
            }
            let sum = cents(value);
            amount = match is.as_str() {
                "start" => sum,
                "plus" => amount + sum,
                "less" => amount - sum,
                _ => amount.min(sum),
            }
            .max(0);
        }
        let remedy = self.remedies.iter().find(|(_, when)| yes(when));
        format!("covered {} {amount}", remedy.map_or("", |(name, _)| name))
    }
}

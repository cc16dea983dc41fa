//! The check that every crate with texts runs in its tests.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use kernel::Language;

use crate::bundle::{Source, parse};

/// What is wrong with the embedded files: a language, a key or a variable that one language has and another lacks, a key
/// twice, an empty message, a file that is not Fluent. Empty when all is well; each line names language, file and key.
///
/// ```
/// # use kernel::Language;
/// let problems = texts::check(&[
///     (Language::Nl, &[("a", "hello = Dag { $name }")]),
///     (Language::En, &[("a", "hello = Hello")]),
///     (Language::Fr, &[("a", "hello = Bonjour { $name }")]),
/// ]);
/// assert_eq!(problems, ["En: hello does not use $name, Fr does", "En: hello does not use $name, Nl does"]);
/// ```
pub fn check(sources: &[Source<'_>]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut languages: Vec<(Language, BTreeMap<String, BTreeSet<String>>)> = Vec::new();
    for language in Language::ALL.iter().copied() {
        let mut keys = BTreeMap::new();
        for (file, content) in sources.iter().filter(|(of, _)| *of == language).flat_map(|(_, files)| *files)
        {
            match parse(language, file, content) {
                Ok(resource) => read(language, file, resource.entries(), &mut keys, &mut problems),
                Err(error) => problems.push(error.to_string()),
            }
        }
        languages.push((language, keys));
    }
    for (language, keys) in &languages {
        for (other, theirs) in languages.iter().filter(|(other, _)| other != language) {
            for (key, variables) in theirs {
                let Some(ours) = keys.get(key) else {
                    problems.push(format!("{language:?}: {key} is missing, {other:?} has it"));
                    continue;
                };
                for variable in variables.difference(ours) {
                    problems.push(format!("{language:?}: {key} does not use ${variable}, {other:?} does"));
                }
            }
        }
    }
    problems.sort();
    problems.dedup();
    problems
}

fn read<'a>(
    language: Language,
    file: &str,
    entries: impl Iterator<Item = &'a Entry<&'a str>>,
    keys: &mut BTreeMap<String, BTreeSet<String>>,
    problems: &mut Vec<String>,
) {
    let mut add = |key: String, pattern: &Pattern<&str>| {
        let mut variables = BTreeSet::new();
        collect(pattern, &mut variables);
        if keys.insert(key.clone(), variables).is_some() {
            problems.push(format!("{language:?}/{file}: {key} is there twice"));
        }
    };
    for entry in entries {
        match entry {
            Entry::Message(message) => {
                if let Some(value) = &message.value {
                    add(message.id.name.to_owned(), value);
                }
                for attribute in &message.attributes {
                    add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
                }
            }
            Entry::Term(term) => add(format!("-{}", term.id.name), &term.value),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expressed(expression, variables);
        }
    }
}

fn expressed(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inlined(inline, variables),
        Expression::Select { selector, variants } => {
            inlined(selector, variables);
            for variant in variants {
                collect(&variant.value, variables);
            }
        }
    }
}

fn inlined(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    let arguments = |arguments: &CallArguments<&str>, variables: &mut BTreeSet<String>| {
        for positional in &arguments.positional {
            inlined(positional, variables);
        }
        for named in &arguments.named {
            inlined(&named.value, variables);
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: given, .. }
        | InlineExpression::TermReference { arguments: Some(given), .. } => arguments(given, variables),
        InlineExpression::Placeable { expression } => expressed(expression, variables),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { arguments: None, .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(nl: &str, en: &str, fr: &str) -> Vec<String> {
        check(&[(Language::Nl, &[("a", nl)]), (Language::En, &[("a", en)]), (Language::Fr, &[("a", fr)])])
    }

    #[test]
    fn finds_what_one_language_lacks() {
        let good = "a = { $n ->\n    [one] x { $m }\n   *[other] y\n }\n";
        assert!(problems(good, good, good).is_empty());
        assert_eq!(
            problems(good, "a = { $n }\n", good),
            ["En: a does not use $m, Fr does", "En: a does not use $m, Nl does"]
        );
        assert_eq!(
            problems("b = x\n", "b = x\n", "# nothing\n"),
            ["Fr: b is missing, En has it", "Fr: b is missing, Nl has it"]
        );
        assert_eq!(problems("b = x\nb = y\n", "b = x\n", "b = x\n"), ["Nl/a: b is there twice"]);
    }
}

//! What people read: all of it there, in three languages, set as each language sets it.

use kernel::Language;
use terms::{Product, Trilingual};

use crate::support::{electronics_be, xandocare};

fn products() -> [&'static Product; 2] {
    [xandocare(), electronics_be()]
}

/// Every text of the products, with the place it is found at.
fn all() -> Vec<(String, Trilingual)> {
    products().into_iter().flat_map(of).collect()
}

fn of(product: &Product) -> Vec<(String, Trilingual)> {
    let mut out = Vec::new();
    for fact in product.facts() {
        out.push((fact.name.clone(), fact.question.clone()));
        out.extend(fact.help.iter().map(|help| (format!("help of {}", fact.name), help.clone())));
        out.extend(
            fact.values.iter().map(|value| (format!("{}.{}", fact.name, value.name), value.text.clone())),
        );
    }
    out.extend(product.clauses().iter().map(|clause| (clause.id.clone(), clause.text.clone())));
    out.extend(product.clauses().iter().map(|clause| (clause.id.clone(), clause.article.shown.clone())));
    out.extend(product.evidence().iter().map(|kind| (kind.name.clone(), kind.text.clone())));
    out.extend(product.plans().iter().map(|plan| (plan.code.clone(), plan.text.clone())));
    out.extend(product.parameters().iter().map(|(name, parameter)| (name.clone(), parameter.text.clone())));
    out
}

#[test]
fn apostrophes_and_spaces_are_those_of_print() {
    for (place, text) in all() {
        for language in [Language::Nl, Language::En, Language::Fr] {
            let said = text.get(language);
            assert!(!said.contains('\''), "{place}: a straight apostrophe in {said}");
            assert_eq!(said.trim(), said, "{place}");
        }
        for mark in [" ?", " !", " :", " ;"] {
            assert!(!text.fr.contains(mark), "{place}: a blank that breaks before a mark in {}", text.fr);
        }
    }
}

#[test]
fn sentences_are_short() {
    const MOST: usize = 30;
    for (place, text) in all() {
        for language in [Language::Nl, Language::En, Language::Fr] {
            for sentence in text.get(language).split(['.', '?', '!']) {
                let words = sentence.split_whitespace().count();
                let listed = sentence.matches(',').count();
                assert!(words <= MOST || listed >= 2 && words <= 50, "{place}: {words} words: {sentence}");
            }
        }
    }
}

#[test]
fn questions_ask_and_clauses_say() {
    for fact in products().into_iter().flat_map(Product::facts) {
        for language in [Language::Nl, Language::En, Language::Fr] {
            assert!(fact.question.get(language).ends_with('?'), "{}", fact.name);
        }
    }
    for clause in products().into_iter().flat_map(Product::clauses) {
        for language in [Language::Nl, Language::En, Language::Fr] {
            assert!(clause.text.get(language).ends_with('.'), "{}", clause.id);
        }
    }
}

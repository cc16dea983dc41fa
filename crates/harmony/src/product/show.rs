//! `harmony product show`: the conditions as a readable page.

use kernel::Language;
use terms::Product;

pub(super) fn show(product: &Product, language: Language) {
    println!("# {} ({} {})\n", product.name().get(language), product.code(), product.wording().version);
    for plan in product.plans() {
        println!("## {}\n\n{}\n", plan.name.get(language), plan.text.get(language));
    }
    for clause in product.clauses() {
        println!(
            "- **{}** {} [{}] {}",
            clause.rule,
            clause.article.get(language),
            clause.kind,
            clause.text.get(language)
        );
    }
    println!();
    for (name, parameter) in product.parameters() {
        println!("- {name}: {} ({}) {}", parameter.shown(), parameter.rule, parameter.text.get(language));
    }
}

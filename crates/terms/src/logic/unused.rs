//! Names nobody uses.

use super::places::Places;
use super::report::Finding;
use crate::parameters::REQUIRED_PARAMETERS;
use crate::product::Product;

/// A finding for each.
pub(super) fn unused(product: &Product, places: &Places) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut say = |at: &str, what: String, hint: &str| {
        found.push(Finding { fault: places.fault(at, what, hint), example: None });
    };
    let hint = "leave it out, or use it";
    for fact in product.facts.iter().filter(|fact| !places.names.contains(&fact.name)) {
        say(&format!("fact.{}", fact.name), format!("fact `{}` is never used", fact.name), hint);
    }
    for name in places.definitions().filter(|name| !places.names.contains(*name)) {
        say(&format!("definition.{name}"), format!("definition `{name}` is never used"), hint);
    }
    let required = |name: &str| REQUIRED_PARAMETERS.iter().any(|required| required.name == name);
    for (name, parameter) in &product.parameters {
        let is_used = places.parameters.contains(name) || required(name);
        if !is_used && !parameter.stated_only {
            let hint =
                "leave it out, use it, or write stated_only = true where people read it in the conditions";
            say(&format!("parameter.{name}"), format!("parameter `{name}` is never used"), hint);
        } else if is_used && parameter.stated_only {
            let what = format!("parameter `{name}` is used, though it says stated_only");
            say(&format!("parameter.{name}"), what, "leave stated_only out");
        }
    }
    for evidence in product.evidence.iter().filter(|evidence| evidence.when.is_none()) {
        let name = &evidence.name;
        if !product.facts.iter().any(|fact| fact.evidence.contains(name)) {
            let hint = "name it in a fact it settles, give it a `when`, or leave it out";
            say(&format!("evidence.{name}"), format!("evidence `{name}` is never used"), hint);
        }
    }
    found
}

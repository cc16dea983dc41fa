//! The order in which definitions can be read.

use crate::expr::{DefIx, Expr};
use crate::product::Product;

/// Positions of definitions, each after the ones it uses.
pub(super) fn in_order(product: &Product) -> Vec<DefIx> {
    let uses: Vec<Vec<DefIx>> = product
        .definitions
        .iter()
        .map(|definition| {
            let mut out = Vec::new();
            used(&definition.value, &mut out);
            out
        })
        .collect();
    let mut order: Vec<DefIx> = Vec::new();
    let mut done = vec![false; uses.len()];
    // Each round settles the definitions whose own are settled; loading saw to it that there are few rounds.
    loop {
        let ready: Vec<DefIx> =
            (0..uses.len()).filter(|ix| !done[*ix] && uses[*ix].iter().all(|used| done[*used])).collect();
        if ready.is_empty() {
            return order;
        }
        ready.iter().for_each(|ix| done[*ix] = true);
        order.extend(ready);
    }
}

fn used(expr: &Expr, out: &mut Vec<DefIx>) {
    match expr {
        Expr::Definition(ix) => out.push(*ix),
        Expr::Constant(_) | Expr::Fact(_) | Expr::Known(_) => {}
        Expr::Not(a) | Expr::In(a, _) | Expr::Has(a, _) | Expr::DateOf(a) => used(a, out),
        Expr::And(list) | Expr::Or(list) | Expr::Min(list) | Expr::Max(list) => {
            list.iter().for_each(|part| used(part, out));
        }
        Expr::Compare(_, a, b)
        | Expr::Plus(a, b)
        | Expr::Minus(a, b)
        | Expr::Times(a, b)
        | Expr::Deadline(a, b) => [a, b].into_iter().for_each(|part| used(part, out)),
        Expr::If(a, b, c) => [a, b, c].into_iter().for_each(|part| used(part, out)),
    }
}

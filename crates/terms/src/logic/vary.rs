//! The same situation with other amounts: where the arithmetic hides a difference (both sides at their limit), another
//! amount may show it.

use kernel::Money;

use crate::facts::Facts;
use crate::value::Value;

/// The facts themselves, or with other amounts, as soon as `holds`. Always the same ones in the same order.
pub(super) fn until(facts: &Facts, holds: impl Fn(&Facts) -> bool) -> Option<Facts> {
    /// More amounts than these are not varied two by two.
    const FEW: usize = 16;
    const CENTS: [i64; 9] = [0, 100, 4_900, 20_000, 45_000, 79_900, 100_000, 500_000, 2_000_000];
    if holds(facts) {
        return Some(facts.clone());
    }
    let amounts: Vec<&String> =
        facts.0.iter().filter(|(_, value)| matches!(value, Value::Money(_))).map(|(name, _)| name).collect();
    let set = |facts: &mut Facts, name: &str, cents: i64| facts.set(name, Money::from_cents(cents));
    // All alike, one at a time, then two at a time.
    for cents in CENTS {
        let mut all = facts.clone();
        amounts.iter().for_each(|name| set(&mut all, name, cents));
        if holds(&all) {
            return Some(all);
        }
    }
    for (ix, one) in amounts.iter().enumerate() {
        for cents in CENTS {
            let mut varied = facts.clone();
            set(&mut varied, one, cents);
            if holds(&varied) {
                return Some(varied);
            }
            for two in amounts[ix + 1..].iter().take_while(|_| amounts.len() <= FEW) {
                for also in CENTS {
                    let mut both = varied.clone();
                    set(&mut both, two, also);
                    if holds(&both) {
                        return Some(both);
                    }
                }
            }
        }
    }
    // Then many at once, by a fixed sequence.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..400 {
        let mut many = facts.clone();
        for name in &amounts {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let pick = usize::try_from(state % 9).unwrap_or(0);
            set(&mut many, name, CENTS[pick]);
        }
        if holds(&many) {
            return Some(many);
        }
    }
    None
}

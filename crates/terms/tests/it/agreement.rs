//! The real engine and the plain one (`tests/plain`) say the same of both products, whole decisions included.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use terms::{Case, Decision, FactFault, Product, Verdict, decide};

use crate::plain::cases::{self, Dice};
use crate::plain::{Plain, decide::Whole};
use crate::support::{electronics_be, folder, xandocare};

fn plain(product: &'static Product) -> Plain<'static> {
    let wording = product.wording();
    Plain::new(product, &folder(&format!("{}/{}", wording.product, wording.version)))
}

/// The real engine's answer where both agree.
fn agreed(plain: &Plain<'_>, case: &Case) -> Result<Option<Decision>, TestCaseError> {
    let traced = decide(plain.product, case);
    let verdicts = plain.product.bind(case).and_then(|bound| bound.verdicts());
    match (traced, plain.decide(case)) {
        (Ok(decision), Ok(whole)) => {
            prop_assert_eq!(&Whole::of(&decision), &whole, "{:#?}", case);
            let verdicts = verdicts.unwrap();
            let items: Vec<Verdict> = decision.items.iter().map(|item| item.verdict).collect();
            prop_assert_eq!(verdicts.items, items);
            prop_assert_eq!(verdicts.total, decision.total);
            prop_assert_eq!(verdicts.approvable_by_machine, decision.approvable_by_machine);
            Ok(Some(decision))
        }
        (Err(faults), Err(checks)) => {
            prop_assert_eq!(Err(faults.clone()), verdicts);
            let named: BTreeSet<String> = faults
                .into_iter()
                .map(|fault| match fault {
                    FactFault::Contradiction { check, .. } => check,
                    other => panic!("{other}"),
                })
                .collect();
            prop_assert_eq!(named, checks);
            Ok(None)
        }
        (real, plain) => {
            prop_assert!(false, "{:#?}\n{:?}\n{:?}", case, real.map(|decision| Whole::of(&decision)), plain);
            Ok(None)
        }
    }
}

#[test]
fn on_thousands_of_cases_of_both_products() {
    for product in [xandocare(), electronics_be()] {
        let plain = plain(product);
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        for seed in 0..700 {
            let case = cases::case(product, &mut Dice::new(seed));
            let decision = agreed(&plain, &case).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
            let Some(decision) = decision else {
                *seen.entry("contradiction".to_owned()).or_default() += 1;
                continue;
            };
            for item in &decision.items {
                let kind = match item.verdict {
                    Verdict::Covered { remedy, .. } => format!("covered by {remedy}"),
                    Verdict::NotCovered => "not covered".to_owned(),
                    Verdict::Routed { to } => format!("routed to {to}"),
                    Verdict::NeedsPerson => "needs person".to_owned(),
                    Verdict::NeedsFacts => "needs facts".to_owned(),
                };
                *seen.entry(kind).or_default() += 1;
            }
        }
        for kind in ["contradiction", "covered by repair", "not covered", "needs facts"] {
            assert!(
                seen.get(kind).is_some_and(|count| *count >= 20),
                "{}: {kind} in {seen:?}",
                product.code()
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn on_any_case(seed in any::<u64>(), belgian in any::<bool>()) {
        static BOTH: std::sync::LazyLock<[Plain<'static>; 2]> =
            std::sync::LazyLock::new(|| [plain(xandocare()), plain(electronics_be())]);
        let plain = &BOTH[usize::from(belgian)];
        agreed(plain, &cases::case(plain.product, &mut Dice::new(seed)))?;
    }

    /// Each item's answer stands, its amount included, when more becomes known of it or of an item before it.
    #[test]
    fn stating_more_never_changes_an_answer(seed in any::<u64>(), belgian in any::<bool>(), left_out in 1..12_u64) {
        let product = if belgian { electronics_be() } else { xandocare() };
        let mut dice = Dice::new(seed);
        let more = cases::case(product, &mut dice);
        let mut some = more.clone();
        for spec in product.facts().iter().filter(|spec| !spec.is_presumed()) {
            if dice.one_in(1 + left_out) {
                some.event.0.remove(&spec.name);
            }
            for item in &mut some.items {
                if dice.one_in(1 + left_out) {
                    item.facts.0.remove(&spec.name);
                }
            }
        }
        let (Ok(early), Ok(late)) = (decide(product, &some), decide(product, &more)) else { return Ok(()) };
        for (early, late) in early.items.iter().zip(&late.items) {
            match early.verdict {
                Verdict::NeedsFacts | Verdict::NeedsPerson => {
                    prop_assert!(!early.missing.is_empty() || early.waits_for.is_some());
                }
                decided => prop_assert_eq!(decided, late.verdict, "item {} of {:#?}", early.item, some),
            }
        }
    }
}

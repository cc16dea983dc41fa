//! A whole decision by the words of docs/terms.md.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Money;
use terms::{Case, CaseItem, ClauseKind, Decision, Effect, Verdict};

use super::Plain;
use super::value::{Known, V};

/// What both engines must say of an item.
#[derive(Debug, PartialEq)]
pub(crate) struct Item {
    pub(crate) verdict: Verdict,
    pub(crate) cover: Option<bool>,
    /// Name and outcome of each clause.
    pub(crate) outcomes: Vec<(String, String)>,
    /// Name and stage of each missing fact, cheapest first.
    pub(crate) missing: Vec<(String, String)>,
    pub(crate) presumed: Vec<String>,
    pub(crate) evidence: Vec<String>,
    /// Name, amount and result of each step, in cents.
    pub(crate) steps: Vec<(String, i64, i64)>,
    pub(crate) waits_for: Option<u32>,
}

/// What both must say of a case, or the checks that the facts break.
#[derive(Debug, PartialEq)]
pub(crate) struct Whole {
    pub(crate) items: Vec<Item>,
    pub(crate) total: Option<i64>,
    pub(crate) approvable: bool,
}

impl Whole {
    /// The same, of the real engine.
    pub(crate) fn of(decision: &Decision) -> Self {
        let item = |item: &terms::ItemDecision| Item {
            verdict: item.verdict,
            cover: match item.cover {
                terms::Truth::Yes => Some(true),
                terms::Truth::No => Some(false),
                terms::Truth::Unknown => None,
            },
            outcomes: item.considered.iter().map(|c| (c.clause.to_string(), c.outcome.to_string())).collect(),
            missing: item
                .missing
                .iter()
                .map(|need| (need.fact.to_string(), need.stage.to_string()))
                .collect(),
            presumed: item.presumed.iter().map(ToString::to_string).collect(),
            evidence: item.evidence.iter().map(ToString::to_string).collect(),
            steps: item
                .steps
                .iter()
                .map(|s| (s.step.to_string(), s.amount.cents(), s.result.cents()))
                .collect(),
            waits_for: item.waits_for,
        };
        Self {
            items: decision.items.iter().map(item).collect(),
            total: decision.total.map(Money::cents),
            approvable: decision.approvable_by_machine,
        }
    }
}

impl Plain<'_> {
    /// # Errors
    /// The names of the checks that the facts of some item break, or `no remedy fits` and the like.
    pub(crate) fn decide(&self, case: &Case) -> Result<Whole, BTreeSet<String>> {
        let mut taken: BTreeMap<String, i64> = BTreeMap::new();
        let mut open: Option<(u32, Verdict)> = None;
        let mut wrong = BTreeSet::new();
        let mut items = Vec::new();
        let mut approvable = true;
        for item in &case.items {
            let known = self.known(case, item);
            if let Some((check, _)) = self.checks.iter().find(|(_, must)| known.truth(must) == Some(false)) {
                wrong.insert(check.clone());
                continue;
            }
            match self.item(&known, &mut taken, open) {
                Ok(decided) => {
                    if matches!(decided.verdict, Verdict::NeedsFacts | Verdict::NeedsPerson) {
                        open = open.or(Some((item.item, decided.verdict)));
                    }
                    approvable &= matches!(decided.verdict, Verdict::Covered { .. })
                        && known.truth(&self.machine_if) == Some(true);
                    items.push(decided);
                }
                Err(why) => {
                    wrong.insert(why);
                }
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let amount = |item: &Item| match item.verdict {
            Verdict::Covered { amount, .. } => Some(amount.cents()),
            Verdict::NotCovered | Verdict::Routed { .. } => Some(0),
            Verdict::NeedsPerson | Verdict::NeedsFacts => None,
        };
        let total = items.iter().map(amount).sum::<Option<i64>>();
        let approvable = approvable && total.is_some_and(|total| total <= self.machine_up_to.cents());
        Ok(Whole { items, total, approvable })
    }

    /// Everything stated of an item, by the event, the item and the schedule.
    pub(crate) fn known(&self, case: &Case, item: &CaseItem) -> Known<'_> {
        let facts = case.event.0.iter().chain(&item.facts.0);
        let mut stated: BTreeMap<String, V> =
            facts.map(|(name, value)| (name.clone(), V::of(value))).collect();
        let mut say = |name: &str, value: V| {
            if self.facts.iter().any(|fact| fact.name == name) {
                stated.insert(name.to_owned(), value);
            }
        };
        say("device_kind", V::Choice(item.device.to_string()));
        say("purchase_value", V::Money(item.purchase_value.cents()));
        say("excess", V::Money(item.excess.cents()));
        say("purchased_on", V::Date(item.purchased_on));
        if let Some(date) = item.manufacturer_warranty_ends_on {
            say("manufacturer_warranty_ends_on", V::Date(date));
        }
        if let Some(frequency) = case.schedule.frequency {
            say("premium_frequency", V::Choice(frequency.to_string().replace('-', "_")));
        }
        if let Some(date) = case.schedule.started_on {
            say("policy_started_on", V::Date(date));
        }
        for (flag, on) in &self.product.plan(&case.schedule.plan).unwrap().flags {
            say(flag, V::Bool(*case.schedule.flags.get(flag).unwrap_or(on)));
        }
        Known { of: self, stated }
    }

    fn item(
        &self,
        known: &Known<'_>,
        taken: &mut BTreeMap<String, i64>,
        open: Option<(u32, Verdict)>,
    ) -> Result<Item, String> {
        let mut outcomes = Vec::new();
        // Whether something grants, takes away, routes: yes wins, then unknown.
        let (mut grants, mut takes, mut routes) = (Some(false), Some(false), Some(false));
        let or = |a: Option<bool>, b: Option<bool>| match (a, b) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        };
        let mut to = None;
        for (clause, spec) in self.clauses.iter().zip(self.product.clauses()) {
            let is_condition = spec.kind == ClauseKind::Condition;
            let when = clause.when.as_ref().map_or(Some(false), |when| known.truth(when));
            let unless = clause.unless.as_ref().map_or(Some(false), |unless| known.truth(unless));
            let (outcome, applies) = match (when, unless) {
                (Some(false), _) => ("does-not-apply", Some(false)),
                (_, Some(true)) => (if is_condition { "met" } else { "excepted" }, Some(false)),
                (Some(true), Some(false)) => (if is_condition { "not-met" } else { "applies" }, Some(true)),
                _ => ("unknown", None),
            };
            outcomes.push((clause.id.clone(), outcome.to_owned()));
            match (spec.kind, spec.effect) {
                (ClauseKind::Obligation, _) => {}
                (ClauseKind::Grant, _) => grants = or(grants, applies),
                (_, Effect::Exclude) => takes = or(takes, applies),
                (_, effect) => {
                    routes = or(routes, applies);
                    if applies == Some(true) && to.is_none() {
                        let maker = effect == Effect::ToManufacturer;
                        to = Some(if maker { terms::Route::Manufacturer } else { terms::Route::Seller });
                    }
                }
            }
        }
        let cover = if grants == Some(false) || takes == Some(true) || routes == Some(true) {
            // As long as somebody else may have to answer, there is no bare no.
            if routes.is_none() { None } else { Some(false) }
        } else if grants == Some(true) && takes == Some(false) && routes == Some(false) {
            Some(true)
        } else {
            None
        };
        let mut cover_needs = BTreeSet::new();
        for ((clause, spec), (_, outcome)) in self.clauses.iter().zip(self.product.clauses()).zip(&outcomes) {
            let matters = match (spec.kind, spec.effect) {
                (ClauseKind::Obligation, _) => false,
                (ClauseKind::Exclusion, Effect::ToManufacturer | Effect::ToSeller) => to.is_none(),
                (ClauseKind::Grant, _) => cover.is_none() && grants.is_none(),
                _ => cover.is_none() && !(routes.is_none() && grants == Some(false)),
            };
            if outcome == "unknown" && matters {
                let open = |e: &&super::E| known.truth(e).is_none();
                let first = clause.when.as_ref().filter(open).or_else(|| clause.unless.as_ref().filter(open));
                known.missing(first.unwrap(), &mut cover_needs);
            }
        }
        let mut amount_needs = BTreeSet::new();
        let mut steps = Vec::new();
        let mut remedy = None;
        let mut waits_for = None;
        let mut bears = BTreeMap::new();
        let mut is_open = false;
        if cover != Some(false) {
            let mut fitting = Vec::new();
            for (name, what, when) in &self.remedies {
                match known.truth(when) {
                    Some(true) => fitting.push((name, what)),
                    Some(false) => {}
                    None => {
                        is_open = true;
                        known.missing(when, &mut amount_needs);
                    }
                }
            }
            if let [(one, _), (other, _), ..] = fitting.as_slice() {
                return Err(format!("{one} and {other}"));
            }
            let mut amount = 0;
            for step in &self.amounts {
                let when = step.when.as_ref().map_or(Some(true), |when| known.truth(when));
                if when == Some(false) {
                    continue;
                }
                let value = if when.is_none() { None } else { known.value(&step.value) };
                let Some(value) = value else {
                    is_open = true;
                    let open = step.when.as_ref().filter(|when| known.truth(when).is_none());
                    known.missing(open.unwrap_or(&step.value), &mut amount_needs);
                    continue;
                };
                let V::Money(mut cents) = value else { panic!("{value:?} is no amount") };
                if step.per_claim {
                    cents = (cents - taken.get(&step.id).copied().unwrap_or(0)).max(0);
                    let borne = cents.min(amount);
                    if borne > 0 {
                        bears.insert(step.id.clone(), borne);
                        waits_for = waits_for.or(open);
                    }
                }
                amount = match step.is.as_str() {
                    "start" => cents,
                    "plus" => amount + cents,
                    "less" => amount - cents,
                    _ => amount.min(cents),
                }
                .max(0);
                steps.push((step.id.clone(), cents, amount));
            }
            remedy = fitting.first().map(|(_, what)| (what.parse().unwrap(), amount));
            if remedy.is_none() && !is_open {
                return Err("no remedy fits".to_owned());
            }
        }
        let amount_needs: BTreeSet<String> = amount_needs.difference(&cover_needs).cloned().collect();
        let is_finding = |name: &String| self.facts.iter().any(|fact| fact.name == *name && fact.finding);
        let ask = |needs: &BTreeSet<String>| {
            if !needs.is_empty() && needs.iter().all(is_finding) {
                Verdict::NeedsPerson
            } else {
                Verdict::NeedsFacts
            }
        };
        let mut waiting = None;
        let (verdict, shown) = match (to, cover) {
            (Some(to), _) => (Verdict::Routed { to }, false),
            (None, Some(false)) => (Verdict::NotCovered, false),
            (None, None) => (ask(&cover_needs), true),
            (None, Some(true)) => match (remedy, waits_for) {
                _ if is_open => (ask(&amount_needs), true),
                (_, Some((before, verdict))) => {
                    waiting = Some(before);
                    (verdict, false)
                }
                (Some((remedy, amount)), None) => {
                    for (step, cents) in bears {
                        *taken.entry(step).or_default() += cents;
                    }
                    (Verdict::Covered { remedy, amount: Money::from_cents(amount) }, false)
                }
                (None, None) => unreachable!("an error above"),
            },
        };
        let mut asked: Vec<&super::Fact> = self.facts.iter().collect();
        asked.sort_by_key(|fact| fact.cost);
        let stage = |fact: &&super::Fact| {
            let stage = if cover_needs.contains(&fact.name) { "cover" } else { "amount" };
            let is_needed = cover_needs.contains(&fact.name) || amount_needs.contains(&fact.name);
            (shown && is_needed).then(|| (fact.name.clone(), stage.to_owned()))
        };
        let presumed =
            |fact: &&super::Fact| fact.presumed.is_some() && !known.stated.contains_key(&fact.name);
        Ok(Item {
            cover,
            outcomes,
            missing: asked.iter().filter_map(stage).collect(),
            presumed: self.facts.iter().filter(presumed).map(|fact| fact.name.clone()).collect(),
            evidence: self
                .evidence
                .iter()
                .filter(|(_, when)| known.truth(when) == Some(true))
                .map(|(name, _)| name.clone())
                .collect(),
            steps: if matches!(verdict, Verdict::Covered { .. }) { steps } else { Vec::new() },
            waits_for: waiting,
            verdict,
        })
    }
}

//! Whether comparisons of dates, moments, amounts and numbers can hold together, and for which values.
//!
//! Every comparison is `f(x) ≤ g(y)` or `f(x) < g(y)` with functions that never fall. Raising each fact only as far as it
//! must be therefore finds the least values there are, or shows which comparisons clash.

use kernel::Term;

use super::sat::Lit;
use super::scale::{Step, apply, domain, scaled, shift};
use crate::value::Kind;

/// An ordered fact in one situation: its least and greatest value so far, and the literals that say so.
#[derive(Debug, Clone)]
pub(super) struct Range {
    pub kind: Kind,
    pub low: (i128, Option<Lit>),
    pub high: (i128, Option<Lit>),
    /// A likely value, for examples that read well.
    pub likely: i128,
}

impl Range {
    pub(super) fn of(kind: Kind, likely: i128) -> Self {
        let (low, high) = domain(kind);
        Self { kind, low: (low, None), high: (high, None), likely }
    }
}

/// `left ≤ right`, or `left < right`, because `lit` holds.
#[derive(Debug)]
pub(super) struct Relation<'a> {
    pub left: (usize, &'a [Step]),
    pub right: (usize, &'a [Step]),
    pub strict: bool,
    pub lit: Lit,
}

/// What comes of it.
#[derive(Debug)]
pub(super) enum Order {
    /// A value for each fact.
    Values(Vec<i128>),
    /// These cannot all hold.
    Clash(Vec<Lit>),
    /// Not found within the limit: it may be possible.
    Unsure,
}

/// What can hold is found after a few; more than these only ever rise.
const RAISES: usize = 600;

pub(super) fn solve(ranges: &[Range], relations: &[Relation<'_>]) -> Order {
    if let Some(clash) = cycle(ranges, relations) {
        return Order::Clash(clash);
    }
    let likely: Vec<i128> =
        ranges.iter().map(|range| range.likely.clamp(range.low.0, range.high.0.max(range.low.0))).collect();
    if let Order::Values(values) = raise(ranges, relations, likely) {
        return Order::Values(values);
    }
    raise(ranges, relations, ranges.iter().map(|range| range.low.0).collect())
}

fn raise(ranges: &[Range], relations: &[Relation<'_>], mut values: Vec<i128>) -> Order {
    // Why each value is as high as it is.
    let mut why: Vec<Vec<Lit>> = ranges.iter().map(|range| range.low.1.into_iter().collect()).collect();
    for (value, (range, why)) in values.iter().zip(ranges.iter().zip(&why)) {
        if *value > range.high.0 {
            return Order::Clash(why.iter().copied().chain(range.high.1).collect());
        }
    }
    let mut raises = 0;
    while raises < RAISES {
        let mut settled = true;
        for relation in relations {
            let ((x, f), (y, g)) = (relation.left, relation.right);
            let least = apply(ranges[x].kind, f, values[x]) + i128::from(relation.strict);
            let at = |value: i128| apply(ranges[y].kind, g, value);
            if at(values[y]) >= least {
                continue;
            }
            settled = false;
            raises += 1;
            let mut reasons: Vec<Lit> = why[x].iter().chain(&why[y]).copied().chain([relation.lit]).collect();
            if at(ranges[y].high.0) < least {
                reasons.extend(ranges[y].high.1);
                reasons.sort_unstable();
                reasons.dedup();
                return Order::Clash(reasons);
            }
            let (mut below, mut reached) = (values[y], ranges[y].high.0);
            while below + 1 < reached {
                let middle = below + (reached - below) / 2;
                if at(middle) >= least { reached = middle } else { below = middle }
            }
            values[y] = reached;
            reasons.sort_unstable();
            reasons.dedup();
            why[y] = reasons;
        }
        if settled {
            return Order::Values(values);
        }
    }
    Order::Unsure
}

/// Comparisons that clash whatever the exact length of days and months is: a cycle that only ever rises.
fn cycle(ranges: &[Range], relations: &[Relation<'_>]) -> Option<Vec<Lit>> {
    let mut graph = Graph::new(ranges, relations);
    // What follows from one round may make more follow in the next.
    for _ in 0..3 {
        let clash = graph.rising_cycle();
        if clash.is_some() {
            return clash;
        }
        if !graph.carry_order() {
            break;
        }
    }
    None
}

/// `to` is at least `from` and `more`, on the scale of [`scaled`].
struct Edge {
    from: usize,
    to: usize,
    more: i128,
    why: Vec<Lit>,
}

/// By node: how far above the beginning it is at least, and by which edge.
type Reached = (Vec<Option<i128>>, Vec<Option<usize>>);

/// Facts, zero, and functions of facts.
struct Graph<'a> {
    nodes: usize,
    edges: Vec<Edge>,
    /// Functions of facts, with their nodes.
    functions: Vec<(usize, &'a [Step], usize)>,
}

impl<'a> Graph<'a> {
    fn new(ranges: &[Range], relations: &[Relation<'a>]) -> Self {
        let zero = ranges.len();
        let mut graph = Self { nodes: zero + 1, edges: Vec::new(), functions: Vec::new() };
        for (ix, range) in ranges.iter().enumerate() {
            let (low, high) = (scaled(range.kind, range.low.0), scaled(range.kind, range.high.0));
            graph.edge(zero, ix, low, range.low.1);
            graph.edge(ix, zero, -high, range.high.1);
        }
        for relation in relations {
            let ((x, f), (y, g)) = (relation.left, relation.right);
            // A whole day later, where days are compared; anything later otherwise.
            let kind = f.iter().fold(ranges[x].kind, |kind, step| step.kind(kind));
            let apart = if relation.strict { scaled(kind, 1) } else { 0 };
            let (from, to) = (graph.node(ranges[x].kind, x, f), graph.node(ranges[y].kind, y, g));
            graph.edge(from, to, apart, Some(relation.lit));
        }
        graph
    }

    fn edge(&mut self, from: usize, to: usize, more: i128, why: Option<Lit>) {
        self.edges.push(Edge { from, to, more, why: why.into_iter().collect() });
    }

    fn node(&mut self, kind: Kind, x: usize, steps: &'a [Step]) -> usize {
        if steps.is_empty() {
            return x;
        }
        if let Some((.., node)) = self.functions.iter().find(|(of, known, _)| *of == x && *known == steps) {
            return *node;
        }
        let node = self.nodes;
        self.nodes += 1;
        self.functions.push((x, steps, node));
        if let Some((least, most)) = shift(kind, steps) {
            self.edge(x, node, least, None);
            self.edge(node, x, -most, None);
        }
        node
    }

    /// How far each node is above `from` at least, and by which edge; or a cycle that only rises.
    fn reach(&self, mut reach: Vec<Option<i128>>) -> Result<Reached, Vec<Lit>> {
        let mut by: Vec<Option<usize>> = vec![None; self.nodes];
        let mut last = None;
        for _ in 0..=self.nodes {
            last = None;
            for (ix, edge) in self.edges.iter().enumerate() {
                if let Some(from) = reach[edge.from]
                    && reach[edge.to].is_none_or(|to| from + edge.more > to)
                {
                    reach[edge.to] = Some(from + edge.more);
                    by[edge.to] = Some(ix);
                    last = Some(edge.to);
                }
            }
            if last.is_none() {
                return Ok((reach, by));
            }
        }
        let mut at = last.unwrap_or(0);
        for _ in 0..self.nodes {
            at = by[at].map_or(at, |edge| self.edges[edge].from);
        }
        let (start, mut clash) = (at, Vec::new());
        while let Some(edge) = by[at] {
            clash.extend(&self.edges[edge].why);
            at = self.edges[edge].from;
            if at == start {
                break;
            }
        }
        clash.sort_unstable();
        clash.dedup();
        Err(clash)
    }

    fn rising_cycle(&self) -> Option<Vec<Lit>> {
        self.reach(vec![Some(0); self.nodes]).err()
    }

    /// Where one fact is at least another, so is the same function of it, and every function that gives more. Gives whether anything followed.
    fn carry_order(&mut self) -> bool {
        let mut carried = Vec::new();
        for (x, steps, from) in &self.functions {
            let mut alone = vec![None; self.nodes];
            alone[*x] = Some(0);
            let Ok((reach, by)) = self.reach(alone) else { continue };
            for (y, same, to) in &self.functions {
                if from == to || !never_above(steps, same) || reach[*y].is_none_or(|more| more < 0) {
                    continue;
                }
                let (mut why, mut at) = (Vec::new(), *y);
                for _ in 0..self.nodes {
                    let Some(edge) = by[at].filter(|_| at != *x) else { break };
                    why.extend(&self.edges[edge].why);
                    at = self.edges[edge].from;
                }
                carried.push(Edge { from: *from, to: *to, more: 0, why });
            }
        }
        let known = |edge: &Edge| {
            self.edges.iter().any(|old| old.from == edge.from && old.to == edge.to && old.more >= edge.more)
        };
        carried.retain(|edge| !known(edge));
        let any = !carried.is_empty();
        self.edges.extend(carried);
        any
    }
}

/// Whether the first function gives no more than the second for every value: the same one, or one that ends in a shorter
/// term of the same unit.
fn never_above(steps: &[Step], other: &[Step]) -> bool {
    let shorter = |one: &Term, other: &Term| match (one, other) {
        (Term::Hours(one), Term::Hours(other))
        | (Term::Days(one), Term::Days(other))
        | (Term::Months(one), Term::Months(other))
        | (Term::WorkingDays(one), Term::WorkingDays(other)) => one <= other,
        _ => false,
    };
    if steps == other {
        return true;
    }
    let (Some((last, before)), Some((other_last, other_before))) = (steps.split_last(), other.split_last())
    else {
        return false;
    };
    before == other_before
        && match (last, other_last) {
            (Step::Later(one, country), Step::Later(other, same)) => country == same && shorter(one, other),
            // What rolls to a working day never ends earlier for it.
            (Step::Deadline(one, rolls, country), Step::Deadline(other, also, same)) => {
                country == same && rolls <= also && shorter(one, other)
            }
            (Step::Add(one), Step::Add(other)) => one <= other,
            _ => false,
        }
}

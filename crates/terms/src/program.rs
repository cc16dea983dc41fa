//! A product's expressions as one flat program: what the evaluator runs, and what a decision copies from. Made once, when
//! the folder was read and found right.

use crate::ast::Comparison;
use crate::bits::Bits;
use crate::decision::{ClauseTrace, Effect, MissingFact, Outcome, Stage};
use crate::expr::{Expr, FactIx};
use crate::product::{Clause, ClauseKind, FactSpec, Product};
use crate::shared::Shared;
use crate::value::Datum;

/// Position of a part in its program.
pub(crate) type NodeIx = u32;

/// One part of an expression; what it is made of stands elsewhere in the same program. The commonest questions (is the
/// fact one of these values) are parts of their own.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Node {
    /// Position among the constants.
    Constant(u32),
    Fact(u32),
    Definition(u32),
    /// The fact, a choice, is one of the bits.
    Is(u32, u64),
    /// The fact, a set, has one of the bits.
    Holds(u32, u64),
    In(NodeIx, u64),
    Has(NodeIx, u64),
    Known(u32),
    Not(NodeIx),
    /// From and to, among the lists.
    And(u32, u32),
    Or(u32, u32),
    Min(u32, u32),
    Max(u32, u32),
    Compare(Comparison, NodeIx, NodeIx),
    If(NodeIx, NodeIx, NodeIx),
    Plus(NodeIx, NodeIx),
    Minus(NodeIx, NodeIx),
    Times(NodeIx, NodeIx),
    DateOf(NodeIx),
    Deadline(NodeIx, NodeIx),
}

/// What evaluation needs of a clause, side by side.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ClauseCode {
    pub(crate) when: Option<NodeIx>,
    pub(crate) unless: Option<NodeIx>,
    pub(crate) kind: ClauseKind,
    pub(crate) effect: Effect,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Program {
    pub(crate) nodes: Vec<Node>,
    pub(crate) lists: Vec<NodeIx>,
    pub(crate) constants: Vec<Datum>,
    /// By position of the definition, of the check, of the clause …
    pub(crate) definitions: Vec<NodeIx>,
    pub(crate) checks: Vec<NodeIx>,
    pub(crate) clauses: Vec<ClauseCode>,
    pub(crate) remedies: Vec<NodeIx>,
    /// `when` and `value` of each step.
    pub(crate) amounts: Vec<(Option<NodeIx>, NodeIx)>,
    /// Kinds of evidence with a `when`.
    pub(crate) evidence: Vec<(Shared, NodeIx)>,
    pub(crate) machine_if: NodeIx,
    /// What every case begins with: the presumption of each fact that has one.
    pub(crate) presumptions: Vec<Option<Datum>>,
    pub(crate) presumed: Bits,
    pub(crate) findings: Bits,
    /// All facts, the cheapest to ask first.
    pub(crate) by_cost: Vec<FactIx>,
    /// As a decision lists them; what came of a clause and the stage of a fact are put in then.
    pub(crate) traces: Vec<ClauseTrace>,
    pub(crate) needs: Vec<MissingFact>,
    pub(crate) names: Names,
    pub(crate) schedule: ScheduleFacts,
}

/// Names of remedies and steps that a decision shares with its product.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    pub(crate) remedy_rules: Vec<Shared>,
    pub(crate) steps: Vec<(Shared, Shared)>,
}

/// The facts a product has of those that the schedule states.
#[derive(Debug, Clone, Default)]
pub(crate) struct ScheduleFacts {
    pub(crate) device_kind: Option<FactIx>,
    pub(crate) purchase_value: Option<FactIx>,
    pub(crate) excess: Option<FactIx>,
    pub(crate) purchased_on: Option<FactIx>,
    pub(crate) manufacturer_warranty_ends_on: Option<FactIx>,
    pub(crate) premium_frequency: Option<FactIx>,
    pub(crate) policy_started_on: Option<FactIx>,
}

impl Program {
    pub(crate) fn new(product: &Product) -> Self {
        let mut code = Code::default();
        let facts = || product.facts.iter().enumerate();
        let named = |name: &str| product.fact_by_name.get(name).copied();
        let mut by_cost: Vec<FactIx> = (0..product.facts.len()).collect();
        by_cost.sort_by_key(|ix| (product.facts[*ix].cost, *ix));
        let definitions = product.definitions.iter().map(|definition| code.of(&definition.value)).collect();
        let checks = product.checks.iter().map(|check| code.of(&check.must)).collect();
        let clauses = product.clauses.iter().map(|clause| code.clause(clause)).collect();
        let remedies = product.remedies.iter().map(|remedy| code.of(&remedy.when)).collect();
        let amounts = product
            .amounts
            .iter()
            .map(|rule| (rule.when.as_ref().map(|when| code.of(when)), code.of(&rule.value)));
        let amounts = amounts.collect();
        let needed =
            product.evidence.iter().filter_map(|kind| Some((kind.name.as_str(), kind.when.as_ref()?)));
        let evidence = needed.map(|(name, when)| (name.into(), code.of(when))).collect();
        let machine_if = code.of(&product.machine_if);
        Self {
            nodes: code.nodes,
            lists: code.lists,
            constants: code.constants,
            definitions,
            checks,
            clauses,
            remedies,
            amounts,
            evidence,
            machine_if,
            presumptions: product.facts.iter().map(|spec| spec.presumed).collect(),
            presumed: facts().filter(|(_, spec)| spec.is_presumed()).map(|(ix, _)| ix).collect(),
            findings: facts().filter(|(_, spec)| spec.finding).map(|(ix, _)| ix).collect(),
            by_cost,
            traces: product.clauses.iter().map(trace).collect(),
            needs: product.facts.iter().map(need).collect(),
            names: Names {
                remedy_rules: product.remedies.iter().map(|remedy| remedy.rule.as_str().into()).collect(),
                steps: product
                    .amounts
                    .iter()
                    .map(|rule| (rule.id.as_str().into(), rule.rule.as_str().into()))
                    .collect(),
            },
            schedule: ScheduleFacts {
                device_kind: named("device_kind"),
                purchase_value: named("purchase_value"),
                excess: named("excess"),
                purchased_on: named("purchased_on"),
                manufacturer_warranty_ends_on: named("manufacturer_warranty_ends_on"),
                premium_frequency: named("premium_frequency"),
                policy_started_on: named("policy_started_on"),
            },
        }
    }

    /// The facts an expression hangs on, its definitions' own included.
    pub(crate) fn facts_of(&self, node: NodeIx) -> Bits {
        let mut facts = Bits::default();
        let mut definitions = Bits::default();
        let mut ahead = vec![node];
        while let Some(node) = ahead.pop() {
            match self.nodes[node as usize] {
                Node::Constant(_) => {}
                Node::Fact(fact) | Node::Is(fact, _) | Node::Holds(fact, _) | Node::Known(fact) => {
                    facts.insert(fact as usize);
                }
                Node::Definition(definition) => {
                    if definitions.insert(definition as usize) {
                        ahead.push(self.definitions[definition as usize]);
                    }
                }
                Node::In(a, _) | Node::Has(a, _) | Node::Not(a) | Node::DateOf(a) => ahead.push(a),
                Node::And(from, to) | Node::Or(from, to) | Node::Min(from, to) | Node::Max(from, to) => {
                    ahead.extend(&self.lists[from as usize..to as usize]);
                }
                Node::Compare(_, a, b)
                | Node::Plus(a, b)
                | Node::Minus(a, b)
                | Node::Times(a, b)
                | Node::Deadline(a, b) => ahead.extend([a, b]),
                Node::If(a, b, c) => ahead.extend([a, b, c]),
            }
        }
        facts
    }
}

fn trace(clause: &Clause) -> ClauseTrace {
    ClauseTrace {
        clause: clause.id.as_str().into(),
        kind: clause.kind,
        rule: clause.rule.as_str().into(),
        article: clause.article.written.as_str().into(),
        outcome: Outcome::Unknown,
    }
}

fn need(spec: &FactSpec) -> MissingFact {
    MissingFact {
        fact: spec.name.as_str().into(),
        stage: Stage::Cover,
        who: spec.who.clone(),
        finding: spec.finding,
        evidence: spec.evidence.iter().map(|name| name.as_str().into()).collect(),
    }
}

/// A program in the making.
#[derive(Default)]
struct Code {
    nodes: Vec<Node>,
    lists: Vec<NodeIx>,
    constants: Vec<Datum>,
}

/// The limits on a folder keep every position far below.
fn short(position: usize) -> u32 {
    u32::try_from(position).expect("limits::EXPRESSION_PARTS and limits::CLAUSES keep programs short")
}

impl Code {
    fn clause(&mut self, clause: &Clause) -> ClauseCode {
        ClauseCode {
            when: clause.when.as_ref().map(|when| self.of(when)),
            unless: clause.unless.as_ref().map(|unless| self.of(unless)),
            kind: clause.kind,
            effect: clause.effect,
        }
    }

    fn of(&mut self, expr: &Expr) -> NodeIx {
        let node = self.node(expr);
        self.nodes.push(node);
        short(self.nodes.len() - 1)
    }

    fn node(&mut self, expr: &Expr) -> Node {
        match expr {
            Expr::Constant(datum) => {
                self.constants.push(*datum);
                Node::Constant(short(self.constants.len() - 1))
            }
            Expr::Fact(fact) => Node::Fact(short(*fact)),
            Expr::Definition(definition) => Node::Definition(short(*definition)),
            Expr::Known(fact) => Node::Known(short(*fact)),
            Expr::In(inner, bits) => match **inner {
                Expr::Fact(fact) => Node::Is(short(fact), *bits),
                _ => Node::In(self.of(inner), *bits),
            },
            Expr::Has(inner, bits) => match **inner {
                Expr::Fact(fact) => Node::Holds(short(fact), *bits),
                _ => Node::Has(self.of(inner), *bits),
            },
            Expr::Compare(comparison, left, right) => match (comparison, &**left, &**right) {
                (Comparison::Equal, Expr::Fact(fact), Expr::Constant(Datum::Choice(bit))) => {
                    Node::Is(short(*fact), 1 << bit)
                }
                (Comparison::NotEqual, Expr::Fact(fact), Expr::Constant(Datum::Choice(bit))) => {
                    Node::Is(short(*fact), !(1 << bit))
                }
                _ => Node::Compare(*comparison, self.of(left), self.of(right)),
            },
            Expr::Not(inner) => Node::Not(self.of(inner)),
            Expr::And(list) => self.list(list, Node::And),
            Expr::Or(list) => self.list(list, Node::Or),
            Expr::Min(list) => self.list(list, Node::Min),
            Expr::Max(list) => self.list(list, Node::Max),
            Expr::If(condition, yes, no) => Node::If(self.of(condition), self.of(yes), self.of(no)),
            Expr::Plus(a, b) => Node::Plus(self.of(a), self.of(b)),
            Expr::Minus(a, b) => Node::Minus(self.of(a), self.of(b)),
            Expr::Times(a, b) => Node::Times(self.of(a), self.of(b)),
            Expr::DateOf(moment) => Node::DateOf(self.of(moment)),
            Expr::Deadline(from, term) => Node::Deadline(self.of(from), self.of(term)),
        }
    }

    fn list(&mut self, list: &[Expr], kind: fn(u32, u32) -> Node) -> Node {
        let parts: Vec<NodeIx> = list.iter().map(|part| self.of(part)).collect();
        let from = short(self.lists.len());
        self.lists.extend(parts);
        kind(from, short(self.lists.len()))
    }
}

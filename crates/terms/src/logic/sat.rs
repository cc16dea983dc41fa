//! Propositions: gates that are shared, over a SAT solver with a budget.

use std::cell::Cell;
use std::collections::BTreeMap;

pub(super) use batsat::Lit;
use batsat::callbacks::Callbacks;
use batsat::{Solver, SolverInterface, lbool};

use crate::limits;

/// Stops a search that takes too long, by steps and not by time: the same answer on every machine.
#[derive(Default)]
struct Budget {
    left: Cell<u64>,
}

impl Callbacks for Budget {
    fn stop(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left == 0
    }
}

/// Yes and no of an expression; neither is *unknown*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tri {
    pub yes: Lit,
    pub no: Lit,
}

pub(super) struct Sat {
    solver: Solver<Budget>,
    /// Always true.
    pub yes: Lit,
    gates: BTreeMap<Vec<Lit>, Lit>,
    model: Vec<lbool>,
    /// Steps all searches together may still take.
    left: u64,
}

impl Sat {
    pub(super) fn new() -> Self {
        let mut solver: Solver<Budget> = Solver::new(batsat::SolverOpts::default(), Budget::default());
        let yes = Lit::new(solver.new_var_default(), true);
        solver.add_clause_reuse(&mut vec![yes]);
        Self { solver, yes, gates: BTreeMap::new(), model: Vec::new(), left: limits::LOGIC_ALL_STEPS }
    }

    pub(super) fn fresh(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    pub(super) fn of(&self, holds: bool) -> Lit {
        if holds { self.yes } else { !self.yes }
    }

    pub(super) fn tri(&self, holds: bool) -> Tri {
        Tri { yes: self.of(holds), no: self.of(!holds) }
    }

    /// More gates than are ever looked at.
    pub(super) fn is_too_large(&self) -> bool {
        self.gates.len() > limits::LOGIC_GATES
    }

    pub(super) fn clause(&mut self, lits: &[Lit]) {
        self.solver.add_clause_reuse(&mut lits.to_vec());
    }

    pub(super) fn and(&mut self, parts: &[Lit]) -> Lit {
        let mut parts: Vec<Lit> = parts.iter().copied().filter(|part| *part != self.yes).collect();
        parts.sort_unstable();
        parts.dedup();
        let clashes = parts.windows(2).any(|pair| pair[0] == !pair[1]);
        if clashes || parts.contains(&!self.yes) {
            return !self.yes;
        }
        match parts.as_slice() {
            [] => return self.yes,
            [one] => return *one,
            _ => {}
        }
        if let Some(gate) = self.gates.get(&parts) {
            return *gate;
        }
        if self.is_too_large() {
            return self.yes;
        }
        let gate = self.fresh();
        for part in &parts {
            self.clause(&[!gate, *part]);
        }
        let mut all: Vec<Lit> = parts.iter().map(|part| !*part).collect();
        all.push(gate);
        self.clause(&all);
        self.gates.insert(parts, gate);
        gate
    }

    pub(super) fn or(&mut self, parts: &[Lit]) -> Lit {
        let negated: Vec<Lit> = parts.iter().map(|part| !*part).collect();
        !self.and(&negated)
    }

    /// One holds and the other does not.
    pub(super) fn differ(&mut self, a: Lit, b: Lit) -> Lit {
        if a == b {
            return !self.yes;
        }
        let (only_a, only_b) = (self.and(&[a, !b]), self.and(&[!a, b]));
        self.or(&[only_a, only_b])
    }

    pub(super) fn tri_and(&mut self, parts: &[Tri]) -> Tri {
        let yes: Vec<Lit> = parts.iter().map(|part| part.yes).collect();
        let no: Vec<Lit> = parts.iter().map(|part| part.no).collect();
        Tri { yes: self.and(&yes), no: self.or(&no) }
    }

    pub(super) fn tri_or(&mut self, parts: &[Tri]) -> Tri {
        let negated: Vec<Tri> = parts.iter().map(|part| !*part).collect();
        !self.tri_and(&negated)
    }

    pub(super) fn tri_differ(&mut self, a: Tri, b: Tri) -> Lit {
        let (yes, no) = (self.differ(a.yes, b.yes), self.differ(a.no, b.no));
        self.or(&[yes, no])
    }

    /// Whether all assumptions can hold together; `None` when the budget is used up.
    pub(super) fn solve(&mut self, assumptions: &[Lit]) -> Option<bool> {
        let allowed = limits::LOGIC_STEPS.min(self.left);
        self.solver.cb().left.set(allowed);
        let answer = self.solver.solve_limited(assumptions);
        // Each search costs something, however short it is.
        self.left = self.left.saturating_sub(allowed - self.solver.cb().left.get() + 100);
        if answer == lbool::TRUE {
            self.model = self.solver.get_model().to_vec();
            return Some(true);
        }
        (answer == lbool::FALSE).then_some(false)
    }

    /// Whether it holds in the last situation found.
    pub(super) fn holds(&self, lit: Lit) -> bool {
        let value = self.model.get(lit.var().idx() as usize).copied().unwrap_or(lbool::FALSE);
        (value == lbool::TRUE) == lit.sign()
    }
}

impl std::ops::Not for Tri {
    type Output = Self;

    fn not(self) -> Self {
        Self { yes: self.no, no: self.yes }
    }
}

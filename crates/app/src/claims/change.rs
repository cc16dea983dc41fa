//! One claim being changed in a transaction: commands are given to it, the wording decides on it, what follows is stored.

use std::sync::Arc;

use claims::{Claim, ClaimRefusal, Command, Context, Done, Known, StatedFact, StatedValue};
use kernel::{Actor, Country, Id, Instant, Money};
use policy::Contract;
use store::Tx;
use terms::{Decision, Kind, Product, Scope, Value};

use super::{FieldFault, Stated, effects, facts_wrong, field_fault, left_aside, paid_once, signs};
use crate::{
    App, AppError, Refused,
    contracts::{self, Outcome},
    sealed::Purpose,
    streams::{self, Loaded},
};

/// A claim that is open for change.
pub(super) struct Change<'a> {
    pub(super) app: &'a App,
    pub(super) now: Instant,
    /// Id of the command that every event will name.
    pub(super) command: String,
    /// The latest revision of the wording that the policy was sold under (GEN-RANK-05).
    pub(super) product: Arc<Product>,
    pub(super) loaded: Loaded<Claim>,
    /// The claim as it was stored.
    pub(super) before: Option<Claim>,
}

impl<'a> Change<'a> {
    /// Loads and locks claims.
    pub(super) fn open_all(
        app: &'a App,
        tx: &mut Tx<'_>,
        now: Instant,
        command: &str,
        ids: &[Id],
    ) -> Result<Vec<Self>, AppError> {
        let mut changes = Vec::with_capacity(ids.len());
        for (_, loaded) in streams::load::<Claim>(tx, ids)? {
            let product = app.products.in_force(tx, &loaded.state()?.report.wording.content_hash)?;
            let before = loaded.state.clone();
            changes.push(Self { app, now, command: command.to_owned(), product, loaded, before });
        }
        Ok(changes)
    }

    /// Loads and locks one claim.
    pub(super) fn open(
        app: &'a App,
        tx: &mut Tx<'_>,
        now: Instant,
        command: &str,
        claim: Id,
    ) -> Result<Self, AppError> {
        let mut changes = Self::open_all(app, tx, now, command, &[claim])?;
        changes.pop().ok_or_else(|| AppError::missing("claim", claim))
    }

    /// A claim that is not there yet.
    pub(super) fn empty(app: &'a App, now: Instant, command: &str, id: Id, product: Arc<Product>) -> Self {
        Self { app, now, command: command.to_owned(), product, loaded: Loaded::empty(id), before: None }
    }

    pub(super) fn claim(&self) -> &Claim {
        self.loaded.state.as_ref().expect("a change is of a claim that was reported")
    }

    /// Gives a command.
    pub(super) fn give(&mut self, actor: &Actor, command: &Command) -> Result<Outcome, ClaimRefusal> {
        let context = Context { product: &self.product, actor, now: self.now };
        match claims::decide(self.loaded.state.as_ref(), command, &context)? {
            Done::AlreadyDone => Ok(Outcome::AlreadyDone),
            Done::Happened(events) => {
                for happened in events {
                    self.loaded.add(happened.event, happened.effective, actor, &self.command);
                }
                Ok(Outcome::Done)
            }
        }
    }

    /// Lets the wording decide on the claim as it stands, and the machine approve what it may.
    pub(super) fn decide(&mut self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        if self.claim().closed.is_some() {
            return Ok(());
        }
        let machine = App::machine();
        let known = known(tx, &self.product, self.claim(), self.now)?;
        let opened = open_facts(self.app, tx, self.claim())?;
        let case = self.claim().case(&self.product, &known, &opened, self.now);
        let decision = terms::decide(&self.product, &case)
            .map_err(|faults| facts_wrong(faults.iter().map(field_fault)))?;
        if !says_the_same(self.claim(), &decision, &known) {
            let holder = self.claim().report.holder;
            let place = (holder, Purpose::Claim, "decision");
            let sealed = self.app.seal(tx, self.now, place, None, &decision)?;
            let decision = Box::new(decision.clone());
            self.give(&machine, &Command::Decide { decision, known, opened, sealed })?;
        }
        // What was asked for is looked at first, and signs by a person: the machine approves nothing unseen.
        let is_complete = self.claim().wanted.iter().all(|wanted| wanted.given_at.is_some());
        let has_signs = signs::keep(self.app, tx, self.now, (self.loaded.id, self.claim()))?;
        let is_clean = decision.approvable_by_machine && is_complete && !has_signs;
        let is_clean = is_clean && paid_once::paid_before(tx, self)?.is_none();
        if is_clean && !left_aside::is_barred(self.app, tx, (self.loaded.id, self.claim()))? {
            match self.give(&machine, &Command::Approve { proposed_by: None }) {
                Ok(_) => self.order_what_is_approved(tx, None)?,
                // Approved before, or too much together: a person sees to it.
                Err(
                    ClaimRefusal::NothingToApprove
                    | ClaimRefusal::NeedsSecondPerson { .. }
                    | ClaimRefusal::NotForMachine,
                ) => {}
                Err(refusal) => return Err(refusal.into()),
            }
        }
        Ok(())
    }

    /// Orders repair and replacement that is approved and not yet ordered; sets off what is overdue on the policy against what
    /// is approved and not yet paid, and orders the payment of the rest where it is known to whom.
    pub(super) fn order_what_is_approved(
        &mut self,
        tx: &mut Tx<'_>,
        payee: Option<kernel::VaultRef>,
    ) -> Result<(), AppError> {
        self.order_what_is_approved_in_kind()?;
        let payee = self.payee(tx, payee)?;
        self.set_off(tx, payee.as_ref())?;
        let amount = self.claim().left_to_pay();
        if !amount.is_positive() || self.claim().closed.is_some() {
            return Ok(());
        }
        payee.map_or(Ok(()), |payee| self.order(amount, payee))
    }

    pub(super) fn order(&mut self, amount: Money, payee: kernel::VaultRef) -> Result<(), AppError> {
        let payment = self.app.new_id(self.loaded.id.shard(), self.now);
        self.give(&App::machine(), &Command::OrderPayment { payment, amount, payee })?;
        Ok(())
    }

    /// Where the money goes: the account given, or the one the premium comes from; none while money is blocked
    /// (LAW-SANC-03).
    pub(super) fn payee(
        &self,
        tx: &mut Tx<'_>,
        given: Option<kernel::VaultRef>,
    ) -> Result<Option<kernel::VaultRef>, AppError> {
        let contract = contract(tx, self.claim().report.contract)?;
        if contract.blocked {
            return Ok(None);
        }
        let of_mandate = contract.billing.mandate.as_ref().map(|mandate| mandate.debtor.clone());
        // Never a payer's account: whoever names the policy number in a transfer need not be the policyholder (MONEY-10).
        Ok(given.or(of_mandate))
    }

    /// Reads stated facts, sealing personal ones.
    pub(super) fn read_facts(&self, tx: &mut Tx<'_>, stated: &[Stated]) -> Result<Vec<StatedFact>, AppError> {
        let claim = self.claim();
        let items: Vec<u32> = claim.items.iter().map(|item| item.reported.item).collect();
        let (read, faults) = read_facts(&self.product, claim.report.country, &items, stated);
        if !faults.is_empty() {
            return Err(facts_wrong(faults));
        }
        seal_personal(self.app, tx, self.now, claim.report.holder, &self.product, read)
    }

    /// Nothing may rest on a decision under an older revision of the wording: it is made again first.
    pub(super) fn is_of_this_revision(&self) -> Result<(), ClaimRefusal> {
        match &self.claim().decision {
            Some(kept) if kept.verdicts.wording != *self.product.wording() => {
                Err(ClaimRefusal::DecisionStale)
            }
            _ => Ok(()),
        }
    }

    /// Stores it and all that follows from it.
    pub(super) fn commit(self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        let (app, now) = (self.app, self.now);
        effects::commit(app, tx, now, &[self])
    }
}

/// The contract with this id, as it stands.
pub(super) fn contract(tx: &mut Tx<'_>, id: Id) -> Result<Contract, AppError> {
    let loaded = streams::look::<Contract>(tx, &[id])?.remove(&id);
    loaded.and_then(|loaded| loaded.state).ok_or_else(|| AppError::missing("contract", id))
}

/// What Harmony itself knows: cover when the damage arose, as known now (NL-PROV-08, AMB-29), and what else the wording asks.
pub(super) fn known(
    tx: &mut Tx<'_>,
    product: &Product,
    claim: &Claim,
    now: Instant,
) -> Result<Known, AppError> {
    let moments = Moments {
        happened: claim.happened_at(),
        discovered: claim.discovered_at(),
        reported: claim.reported_at,
    };
    known_of(tx, product, claim.report.contract, moments, now)
}

/// The moments of a claim that cover is looked up for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moments {
    pub(super) happened: Instant,
    pub(super) discovered: Instant,
    pub(super) reported: Instant,
}

pub(super) fn known_of(
    tx: &mut Tx<'_>,
    product: &Product,
    contract_id: Id,
    moments: Moments,
    now: Instant,
) -> Result<Known, AppError> {
    let facts = contracts::facts(tx, &[contract_id])?.remove(&contract_id).unwrap_or_default();
    let timeline = policy::cover(&facts, now);
    let cover_at = |at: Instant| {
        // NL-DUN-07: a gap for non-payment is decided as such, not as a policy that does not run.
        let is_gap = timeline.segment(at).is_some_and(policy::Segment::is_gap);
        if is_gap { policy::Cover::Suspended } else { timeline.at(at) }.code().to_owned()
    };
    let contract = contract(tx, contract_id)?;
    let asks = |name: &str| product.fact(name).is_some();
    Ok(Known {
        cover_at_event: cover_at(moments.happened),
        reported_after_end: contract.ends().is_some_and(|ending| moments.reported >= ending.ends),
        cover_at_discovery: asks("cover_at_discovery").then(|| cover_at(moments.discovered)),
        paid_before_it_arose: asks("paid_before_it_arose")
            .then(|| policy::is_paid_and_waiting(&contract, moments.happened)),
    })
}

/// Opens the sealed facts of a claim.
///
/// # Errors
/// [`AppError::Refused`] when one was forgotten: nothing can be decided any more.
pub(super) fn open_facts(app: &App, tx: &mut Tx<'_>, claim: &Claim) -> Result<Vec<StatedFact>, AppError> {
    let mut opened = Vec::new();
    for fact in claim.sealed_facts() {
        let StatedValue::Sealed(reference) = &fact.value else { continue };
        let value: Value = app
            .unseal(tx, reference)?
            .ok_or_else(|| AppError::Refused(Refused::new("claim-facts-forgotten", None)))?;
        opened.push(StatedFact { value: StatedValue::Plain(value), ..fact });
    }
    Ok(opened)
}

fn says_the_same(claim: &Claim, decision: &Decision, known: &Known) -> bool {
    let same = |kept: &claims::DecisionKept| {
        !kept.is_stale
            && kept.known == *known
            && kept.verdicts.wording == decision.wording
            && kept.verdicts.total == decision.total
            && kept.verdicts.approvable_by_machine == decision.approvable_by_machine
            && kept
                .verdicts
                .items
                .iter()
                .map(|item| &item.verdict)
                .eq(decision.items.iter().map(|i| &i.verdict))
    };
    claim.decision.as_ref().is_some_and(same)
}

/// Reads stated facts of items and of the event. Everything that is wrong is answered at once.
pub(super) fn read_facts(
    product: &Product,
    country: Country,
    items: &[u32],
    stated: &[Stated],
) -> (Vec<StatedFact>, Vec<FieldFault>) {
    let mut read: Vec<StatedFact> = Vec::new();
    let mut faults = Vec::new();
    for Stated { item, fact, text } in stated {
        let Some(spec) = product.fact(fact) else {
            faults.push(FieldFault { fact: fact.clone(), code: "unknown-fact".to_owned() });
            continue;
        };
        let local = (spec.kind == Kind::Instant).then(|| on_the_clock(text, country)).flatten();
        let value = match local.map(Value::Instant) {
            Some(value) => product.check_value(fact, &value).map(|()| value),
            None => product.parse_value(fact, text),
        };
        let value = match value {
            Ok(value) => StatedValue::Plain(value),
            Err(fault) => {
                faults.push(field_fault(&fault));
                continue;
            }
        };
        let places: Vec<Option<u32>> = match (spec.scope, item) {
            (Scope::Event, None) => vec![None],
            (Scope::Item, None) => items.iter().copied().map(Some).collect(),
            (Scope::Item, Some(item)) if items.contains(item) => vec![Some(*item)],
            (_, Some(_)) => {
                faults.push(FieldFault { fact: fact.clone(), code: "claim-unknown-item".to_owned() });
                continue;
            }
        };
        for item in places {
            read.retain(|known| known.item != item || known.fact != *fact);
            read.push(StatedFact { item, fact: fact.clone(), value: value.clone() });
        }
    }
    (read, faults)
}

/// A moment on the country's clock, where the text has no offset.
fn on_the_clock(text: &str, country: Country) -> Option<Instant> {
    let text = text.trim();
    let has_offset =
        text.ends_with(['Z', 'z', ']']) || text.get(16..).is_some_and(|t| t.contains(['+', '-']));
    if has_offset {
        return None;
    }
    let local: jiff::civil::DateTime = text.replace(' ', "T").parse().ok()?;
    local.to_zoned(country.time_zone()).ok().map(|at| at.timestamp())
}

pub(super) fn seal_personal(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    holder: Id,
    product: &Product,
    facts: Vec<StatedFact>,
) -> Result<Vec<StatedFact>, AppError> {
    let mut out = Vec::with_capacity(facts.len());
    for fact in facts {
        let is_personal = product.fact(&fact.fact).is_some_and(|spec| spec.personal);
        out.push(match fact.value {
            StatedValue::Plain(value) if is_personal => {
                let sealed = app.seal(tx, now, (holder, Purpose::Claim, "fact"), None, &value)?;
                StatedFact { value: StatedValue::Sealed(sealed), ..fact }
            }
            value => StatedFact { value, ..fact },
        });
    }
    Ok(out)
}

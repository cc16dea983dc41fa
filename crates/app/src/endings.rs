//! Ending a policy: worked out before it is asked for and carried out once, by the same code (PORTAL-10, PORTAL-11, AMB-19,
//! AMB-20, NL-END, BE-END).

use std::collections::BTreeMap;

use kernel::{Actor, Date, Id, Instant, VaultRef};
use policy::{Command, Contract, EndQuote, EndWay, Notice, Sender};
use store::Tx;

use crate::{
    App, AppError, Refused,
    acceptance::unchanged,
    approvals::{self, Proposal},
    claims,
    contracts::{self, Order, Outcome},
    incidents::{self, Ground, IncidentKind, NewIncident},
    streams,
};

/// What claims mean for ending a policy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Claimed {
    /// Whether one was submitted (AMB-39).
    pub submitted: bool,
    /// The day on which the latest was closed (NL-END-02, BE-END-04).
    pub closed: Option<Date>,
}

/// What was claimed on contracts.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn claimed(tx: &mut Tx<'_>, contracts: &[Id]) -> Result<BTreeMap<Id, Claimed>, AppError> {
    let lines = claims::of_contract(tx, contracts)?;
    let ids: Vec<Id> = lines.iter().map(|line| line.id).collect();
    let mut found: BTreeMap<Id, Claimed> = BTreeMap::new();
    let loaded = streams::look::<::claims::Claim>(tx, &ids)?;
    for line in lines {
        let of = found.entry(line.contract).or_default();
        of.submitted = true;
        let Some(claim) = loaded.get(&line.id).and_then(|loaded| loaded.state.as_ref()) else { continue };
        let closed = claim.closed.map(|closed| kernel::local_date(closed.at, claim.report.country));
        of.closed = of.closed.max(closed);
    }
    Ok(found)
}

/// A notice that ends a policy, to be carried out.
#[derive(Debug, Clone)]
pub struct Entered {
    /// Id of the command: the same one again answers *already done*.
    pub id: String,
    /// Which contract.
    pub contract: Id,
    /// The version that was read; none where nobody else can have changed it in between.
    pub version: Option<i64>,
    /// The notice. What is known of claims is filled in here.
    pub notice: Notice,
    /// Who enters it; the channel is the one the notice came by.
    pub actor: Actor,
}

/// The notice with what is known of claims on the policy.
fn informed(tx: &mut Tx<'_>, contract: Id, notice: &Notice) -> Result<Notice, AppError> {
    let claimed = claimed(tx, &[contract])?.remove(&contract).unwrap_or_default();
    let closed = notice.claim_closed.or(claimed.closed);
    Ok(Notice { claim_submitted: claimed.submitted, claim_closed: closed, ..notice.clone() })
}

/// Works out what a notice would do, by the code that does it.
///
/// # Errors
/// [`AppError::Store`]; inside, why it would be refused.
pub fn quote(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    notice: &Notice,
) -> Result<Result<EndQuote, Refused>, AppError> {
    let notice = informed(tx, contract, notice)?;
    let decide = |contract: &Contract, day: &policy::Day<'_>| policy::quote_end(contract, &notice, day);
    Ok(contracts::work_out(app, tx, now, contract, decide)?.map_err(|refusal| Refused::from(&refusal)))
}

/// The ways in which a policyholder may leave by their own choice, the kindest first.
const CHOICES: [EndWay; 4] =
    [EndWay::CoolingOff, EndWay::AdverseChange, EndWay::AfterClaim, EndWay::Ordinary];

/// What each way that is open to the policyholder now would do: what ends first stands first, and of those that end together
/// the one that gives most back.
///
/// # Errors
/// [`AppError::Refused`] when none is open, with why an ordinary cancellation is not.
pub fn open_ways(app: &App, tx: &mut Tx<'_>, now: Instant, contract: Id) -> Result<Vec<EndQuote>, AppError> {
    let mut open = Vec::new();
    let mut why = None;
    for way in CHOICES {
        match quote(app, tx, now, contract, &Notice::new(way, now))? {
            Ok(quote) => open.push(quote),
            Err(refused) => why = Some(refused),
        }
    }
    open.sort_by_key(|quote| (quote.ends, std::cmp::Reverse(quote.refund)));
    match why {
        Some(refused) if open.is_empty() => Err(AppError::Refused(refused)),
        _ => Ok(open),
    }
}

/// Carries a notice out.
///
/// # Errors
/// [`AppError::Refused`] by rule; [`StoreError::Conflict`](store::StoreError) when the contract has changed since it was
/// read. Nothing is done then.
pub fn end(app: &App, tx: &mut Tx<'_>, now: Instant, entered: &Entered) -> Result<Outcome, AppError> {
    if !unchanged::<Contract>(tx, &entered.id, entered.contract, entered.version)? {
        return Ok(Outcome::AlreadyDone);
    }
    let notice = informed(tx, entered.contract, &entered.notice)?;
    one(app, tx, now, entered, Command::Cancel { notice: Box::new(notice) })
}

/// Takes a cancellation back that does not work yet.
///
/// # Errors
/// As [`end`].
pub fn take_back(app: &App, tx: &mut Tx<'_>, now: Instant, order: &Order) -> Result<Outcome, AppError> {
    Ok(contracts::execute(app, tx, now, std::slice::from_ref(order))?.remove(0)?)
}

/// Whether this way of ending needs a second person: what the insurer ends because of something the policyholder did or is
/// (OFFICE-15, AMB-13).
pub const fn needs_two(way: EndWay) -> bool {
    matches!(way, EndWay::Fraud | EndWay::RepeatedNonPayment | EndWay::Sanctions)
}

/// Proposes an ending by the insurer to a second person. What would be refused now is refused now.
///
/// # Errors
/// As [`end`].
pub fn propose(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    entered: &Entered,
    basis: Option<VaultRef>,
) -> Result<Outcome, AppError> {
    if !unchanged::<Contract>(tx, &entered.id, entered.contract, entered.version)? {
        return Ok(Outcome::AlreadyDone);
    }
    let quote = quote(app, tx, now, entered.contract, &entered.notice)??;
    let holder = contracts::holder(tx, entered.contract)?;
    let proposal =
        Proposal::EndPolicy { contract: entered.contract, notice: Box::new(entered.notice.clone()), basis };
    let subject = (entered.contract, holder, quote.rule);
    let proposed = approvals::propose(app, tx, now, &entered.actor, subject, quote.refund, &proposal)?;
    store::command::record(tx, now, &[(entered.id.as_str(), "\"proposed\"".to_owned())])?;
    Ok(if proposed.was_there { Outcome::AlreadyDone } else { Outcome::Done })
}

/// Carries out what was proposed: the insurer's notice goes out now, and counts from now. What the
/// policyholder did stands in the register of incidents from then on (PRIV-06, NL-FRAUD-05).
pub(crate) fn end_as_second(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (contract, notice): (Id, Notice),
    proposed_by: Id,
) -> Result<(), AppError> {
    let notice = if notice.from == Sender::Insurer { Notice { received: now, ..notice } } else { notice };
    let notice = informed(tx, contract, &notice)?;
    let entered = Entered {
        id: format!("{command}:do"),
        contract,
        version: None,
        notice: notice.clone(),
        actor: actor.clone(),
    };
    let way = notice.way;
    one(app, tx, now, &entered, Command::Cancel { notice: Box::new(notice) })?;
    if let Some(kind) = IncidentKind::of_ending(way) {
        let (ground, claim) = (Ground::Ended, None);
        let incident = NewIncident { kind, ground, contract, claim, words: "", proposed_by };
        incidents::record(app, tx, now, actor, &incident)?;
    }
    Ok(())
}

fn one(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    entered: &Entered,
    command: Command,
) -> Result<Outcome, AppError> {
    let order =
        Order { id: entered.id.clone(), contract: entered.contract, command, actor: entered.actor.clone() };
    Ok(contracts::execute(app, tx, now, &[order])?.remove(0)?)
}

//! Four eyes: what one person proposes and another has to approve before it is carried out (OFFICE-15).
//!
//! The command lies sealed in the vault and is carried out in the transaction of its approval, through the use case of its
//! kind. A proposal is decided once.

use kernel::{Actor, Id, Instant, Money, Rule, VaultRef};
use serde::{Deserialize, Serialize};
use store::{Tx, command, params, row, sql};

use crate::{
    App, AppError, Refused,
    access::{Action, Principal, Resource},
    accounts, campaigns, claims,
    contracts::{self, Order, Outcome},
    endings, incidents,
    sealed::Purpose,
    tasks,
};

/// What is proposed: carried out as it was written when somebody else approves. Names are the eternal format.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "proposal", rename_all = "kebab-case")]
pub enum Proposal {
    /// Approve what the decision on a claim finds covered.
    ApprovePayout {
        /// The claim.
        claim: Id,
        /// The amount that was seen.
        amount: Money,
    },
    /// Ask back from a policyholder what fraud cost (NL-FRAUD-02, NL-FRAUD-03, BE-FRAUD-02).
    Recover {
        /// The claim.
        claim: Id,
        /// Why.
        kind: ::claims::RecoveryKind,
        /// How much.
        amount: Money,
        /// From whom and why, sealed.
        about: VaultRef,
    },
    /// Owe a policyholder something because we were late (LAW-BE-INS-09).
    OweLateness {
        /// The claim.
        claim: Id,
        /// How much, by what it is for.
        lateness: ::claims::Lateness,
    },
    /// Leave aside what is pending beside a claim on which fraud was found (BE-FRAUD-03).
    LeaveAside {
        /// The claim on which it was found.
        claim: Id,
        /// Why, sealed.
        reason: VaultRef,
    },
    /// A command for a contract.
    Contract {
        /// The contract.
        contract: Id,
        /// The command.
        command: Box<policy::Command>,
    },
    /// Announce a change of premium or conditions to many policies (OFFICE-12).
    Campaign {
        /// The campaign.
        campaign: Id,
    },
    /// End a policy for the insurer (NL-END-04, NL-END-08, BE-END-06, BE-END-13, BE-END-14).
    EndPolicy {
        /// The contract.
        contract: Id,
        /// The notice; it goes out when it is approved.
        notice: Box<policy::Notice>,
        /// What it rests on, sealed.
        basis: Option<VaultRef>,
    },
    /// Write an incident into the register (PRIV-06).
    RecordIncident {
        /// The policy.
        contract: Id,
        /// The claim, where it came up there.
        claim: Option<Id>,
        /// What happened.
        kind: incidents::IncidentKind,
        /// What was written about it, sealed.
        words: VaultRef,
    },
    /// Close a month of the books (OFFICE-13).
    CloseMonth {
        /// The month, such as `2026-03`.
        month: String,
    },
}

impl Proposal {
    /// The name it is stored under, and the key of its texts.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::ApprovePayout { .. } => "approve-payout",
            Self::Recover { .. } => "recover",
            Self::OweLateness { .. } => "owe-lateness",
            Self::LeaveAside { .. } => "leave-aside",
            Self::Contract { .. } => "contract",
            Self::Campaign { .. } => "campaign",
            Self::EndPolicy { .. } => "end-policy",
            Self::RecordIncident { .. } => "record-incident",
            Self::CloseMonth { .. } => "close-month",
        }
    }

    /// What the second person must be allowed to do.
    pub const fn action(&self) -> Action {
        match self {
            Self::ApprovePayout { .. } | Self::Recover { .. } | Self::OweLateness { .. } => {
                Action::ApprovePayout
            }
            Self::LeaveAside { .. } => Action::ApproveRefusal,
            Self::Contract { .. } => Action::ApproveRejection,
            Self::Campaign { .. } => Action::ApproveCampaign,
            Self::EndPolicy { .. } => Action::ApproveEnding,
            Self::RecordIncident { .. } => Action::ApproveIncident,
            Self::CloseMonth { .. } => Action::ApproveClose,
        }
    }
}

/// A proposal that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposed {
    /// Its id.
    pub approval: Id,
    /// It had been proposed before.
    pub was_there: bool,
}

/// A proposal as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: Id,
    /// What kind: see [`Proposal::kind`].
    pub kind: String,
    /// About which stream.
    pub stream: Id,
    /// Which rule asks for a second person.
    pub rule: String,
    /// About how much money.
    pub amount: Money,
    /// Who proposed it; they cannot decide on it.
    pub proposed_by: Id,
    /// When.
    pub proposed_at: Instant,
}

/// How somebody decides on a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Carry it out.
    Approve,
    /// Leave it.
    Decline,
}

/// Proposes something about a stream of a holder. The same kind waiting for the same stream is answered with that one.
///
/// # Errors
/// [`AppError::Store`].
pub fn propose(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    (stream, holder, rule): (Id, Id, Rule),
    amount: Money,
    proposal: &Proposal,
) -> Result<Proposed, AppError> {
    let there = tx.query_opt(
        sql!("select id, amount_cents from approval where stream = ?1 and kind = ?2 and state = 'waiting'"),
        &params![stream, proposal.kind()],
    )?;
    if let Some(row) = there {
        let id: Id = row.id("id")?;
        if row.get::<Money>("amount_cents")? == amount {
            return Ok(Proposed { approval: id, was_there: true });
        }
        // What was proposed on other facts is out of date.
        settle(tx, now, id, "withdrawn", actor)?;
    }
    let command = app.seal(tx, now, (holder, Purpose::Desk, "proposal"), None, proposal)?;
    let id = app.new_id(stream.shard(), now);
    tx.insert(
        sql!(
            "insert into approval (id, kind, stream, rule, command, amount_cents, proposed_by, proposed_us, state) \
             values {rows}"
        ),
        &[row![id, proposal.kind(), stream, rule.id(), command.id, amount, actor.id, now, "waiting"]],
    )?;
    Ok(Proposed { approval: id, was_there: false })
}

/// The proposal that waits for a stream.
///
/// # Errors
/// [`AppError::Store`].
pub fn waiting_for(tx: &mut Tx<'_>, stream: Id) -> Result<Option<Proposed>, AppError> {
    let row = tx.query_opt(
        sql!("select id from approval where stream = ?1 and state = 'waiting' order by proposed_us desc limit 1"),
        &params![stream],
    )?;
    Ok(row.map(|row| row.id("id")).transpose()?.map(|approval| Proposed { approval, was_there: true }))
}

/// What was proposed last of a kind for a stream, whatever became of it: what a command that is said again is answered with.
///
/// # Errors
/// [`AppError::Store`].
pub(crate) fn proposed_last(tx: &mut Tx<'_>, stream: Id, kind: &str) -> Result<Option<Proposed>, AppError> {
    let row = tx.query_opt(
        sql!("select id from approval where stream = ?1 and kind = ?2 order by proposed_us desc, id desc limit 1"),
        &params![stream, kind],
    )?;
    Ok(row.map(|row| row.id("id")).transpose()?.map(|approval| Proposed { approval, was_there: true }))
}

/// Proposals that wait, the oldest first, with the number there are in all.
///
/// # Errors
/// [`AppError::Store`].
pub fn list(tx: &mut Tx<'_>, page: u32) -> Result<(Vec<Waiting>, u64), AppError> {
    let count =
        tx.query_one(sql!("select count(*) as number from approval where state = 'waiting'"), &params![])?;
    let rows = tx.query(
        sql!(
            "select id, kind, stream, rule, amount_cents, proposed_by, proposed_us from approval \
             where state = 'waiting' order by proposed_us, id limit ?1 offset ?2"
        ),
        &params![tasks::PAGE, page * tasks::PAGE],
    )?;
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows {
        waiting.push(Waiting {
            id: row.id("id")?,
            kind: row.text("kind")?,
            stream: row.id("stream")?,
            rule: row.text("rule")?,
            amount: row.get("amount_cents")?,
            proposed_by: row.id("proposed_by")?,
            proposed_at: row.instant("proposed_us")?,
        });
    }
    Ok((waiting, count.get("number")?))
}

/// Decides on a proposal: another person than who proposed it, with the right to. Approving carries it out here and now.
///
/// # Errors
/// [`AppError::Denied`] by the four-eyes rule or for want of the right; [`AppError::Refused`]: `approval-decided` when
/// somebody was first, `approval-differs` when it is no longer what was proposed, or of what is carried out. Nothing is done
/// then and the proposal still waits.
pub fn decide(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command_id, actor): (&str, &Actor),
    approval: Id,
    verdict: Verdict,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[command_id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let row = tx
        .query_opt(
            sql!("select state, command, proposed_by from approval where id = ?1 {for_update}"),
            &params![approval],
        )?
        .ok_or_else(|| AppError::missing("proposal", approval))?;
    if row.text("state")? != "waiting" {
        return Err(AppError::Refused(Refused::new("approval-decided", Some(Rule("OFFICE-15")))));
    }
    let proposer: Id = row.id("proposed_by")?;
    let proposal: Proposal = app
        .unseal_row(tx, row.id("command")?)?
        .ok_or_else(|| AppError::missing("the sealed proposal", approval))?;
    let who = Principal::with_role(actor.id, actor.role);
    app.access.authorise(&who, proposal.action(), &Resource::any().proposed_by(proposer))?;
    match verdict {
        Verdict::Decline => {
            settle(tx, now, approval, "declined", actor)?;
            if let Proposal::Campaign { campaign } = proposal {
                campaigns::decided(tx, now, (command_id, actor), campaign, false)?;
            }
        }
        Verdict::Approve => {
            settle(tx, now, approval, "approved", actor)?;
            carry_out(app, tx, now, (command_id, actor), proposer, proposal)?;
        }
    }
    command::record(tx, now, &[(command_id, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

fn carry_out(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    proposer: Id,
    proposal: Proposal,
) -> Result<(), AppError> {
    match proposal {
        Proposal::ApprovePayout { claim, amount } => {
            claims::approve_as_second(app, tx, now, (command, actor), (claim, amount), proposer)?;
        }
        Proposal::Recover { claim, kind, amount, about } => {
            let what = (kind, amount, about);
            claims::recover_as_second(app, tx, now, (command, actor), claim, what, proposer)?;
        }
        Proposal::OweLateness { claim, lateness } => {
            let what = (claim, lateness);
            claims::owe_lateness_as_second(app, tx, now, (command, actor), what, proposer)?;
        }
        Proposal::LeaveAside { claim, reason } => {
            let what = (claim, &reason);
            claims::leave_aside_as_second(app, tx, now, (command, actor), what, proposer)?;
        }
        Proposal::Campaign { campaign } => {
            campaigns::decided(tx, now, (command, actor), campaign, true)?;
        }
        Proposal::EndPolicy { contract, notice, .. } => {
            endings::end_as_second(app, tx, now, (command, actor), (contract, *notice), proposer)?;
        }
        Proposal::RecordIncident { contract, claim, kind, words } => {
            let what = (contract, claim, kind, &words);
            incidents::record_as_second(app, tx, now, actor, what, proposer)?;
        }
        Proposal::CloseMonth { month } => accounts::close::close(app, tx, now, actor, &month, proposer)?,
        Proposal::Contract { contract, command: what } => {
            let order = Order { id: format!("{command}:do"), contract, command: *what, actor: actor.clone() };
            for answer in contracts::execute(app, tx, now, &[order])? {
                answer?;
            }
        }
    }
    Ok(())
}

fn settle(tx: &mut Tx<'_>, now: Instant, approval: Id, state: &str, by: &Actor) -> Result<(), AppError> {
    tx.exec_one(
        sql!(
            "update approval set state = ?1, decided_by = ?2, decided_us = ?3 where id = ?4 and state = 'waiting'"
        ),
        &params![state, by.id, now, approval],
    )?;
    Ok(())
}

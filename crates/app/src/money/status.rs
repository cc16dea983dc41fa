//! What became of a file of ours (pain.002): what the bank refuses before it is booked is open again; what it accepts waits
//! for its statement. A file, a block of it or single orders can be refused.

use std::{collections::BTreeMap, sync::Arc};

use kernel::{Actor, EndToEndId, Id, Instant, Money, Rule};
use sepa::{
    ReasonCode,
    read::{GroupStatus, Kind, Outcome as Said, Reason, StatusCode, StatusItem, StatusReader, StatusReport},
};
use store::{Tx, params, sql};

use super::{
    import::Imported,
    matching, odd,
    payments::{PaymentKind, kind_of},
    returns::{self, Failed},
    sheet::limits,
    to_payer,
};
use crate::{
    App, AppError, Refused, claims,
    contracts::{self, Outcome},
};

/// A status report that was read to its end.
#[derive(Clone)]
pub(super) struct Report(Arc<Parts>);

struct Parts {
    bytes: Vec<u8>,
    read: StatusReport,
}

impl Report {
    pub(super) fn read(bytes: Vec<u8>) -> Result<Self, AppError> {
        let reader = StatusReader::open(bytes.as_slice(), limits()).map_err(|e| odd::unreadable(&e))?;
        let read = reader.report().map_err(|e| odd::unreadable(&e))?;
        Ok(Self(Arc::new(Parts { bytes, read })))
    }

    pub(super) fn kind(&self) -> Kind {
        self.0.read.message.kind
    }

    pub(super) fn name(&self) -> &str {
        &self.0.read.message.id
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0.bytes
    }

    fn group(&self) -> Result<&GroupStatus, AppError> {
        let group = self.0.read.items.iter().find_map(|item| match item {
            StatusItem::Group(group) => Some(group),
            _ => None,
        });
        group.ok_or_else(|| Refused::new("status-unknown-file", None).into())
    }
}

/// A released order of ours.
struct Ordered {
    key: String,
    block: Option<i64>,
    amount: Money,
    stream: Id,
    is_open: bool,
    /// None for a direct debit.
    kind: Option<PaymentKind>,
}

/// The file of ours that a report is about, with its orders by end-to-end id.
fn ours(tx: &mut Tx<'_>, report: &Report) -> Result<(Id, BTreeMap<String, Ordered>), AppError> {
    let group = report.group()?;
    let row =
        tx.query_opt(sql!("select id from batch where message_id = ?1"), &params![group.message.as_str()])?;
    let unknown = || Refused::new("status-unknown-file", None).with("file", &group.message);
    let batch: Id = row.ok_or_else(unknown)?.id("id")?;
    let mut orders = BTreeMap::new();
    for row in tx.query(
        sql!("select end_to_end, contract, amount_cents, state, block from collection where batch = ?1"),
        &params![batch],
    )? {
        let key = row.text("end_to_end")?;
        let (amount, block) = (row.money("amount_cents")?, row.opt_i64("block")?);
        let is_open = row.text("state")? == "released";
        let order =
            Ordered { key: key.clone(), block, amount, stream: row.id("contract")?, is_open, kind: None };
        orders.insert(key, order);
    }
    for row in tx.query(
        sql!("select id, kind, stream, amount_cents, state, block from payment_order where batch = ?1"),
        &params![batch],
    )? {
        let key = row.id::<Id>("id")?.to_string();
        let (amount, block) = (row.money("amount_cents")?, row.opt_i64("block")?);
        let (kind, is_open) = (Some(kind_of(&row.text("kind")?)?), row.text("state")? == "released");
        let order = Ordered { key: key.clone(), block, amount, stream: row.id("stream")?, is_open, kind };
        orders.insert(key, order);
    }
    Ok((batch, orders))
}

fn number_of(block: &str) -> Option<i64> {
    block.rsplit_once('-')?.1.parse().ok()
}

fn is_rejected(status: Option<&StatusCode>) -> bool {
    status.is_some_and(|status| status.outcome() == Said::Rejected)
}

fn reason(reasons: &[Reason]) -> Option<ReasonCode> {
    reasons.iter().find_map(|reason| reason.code.clone())
}

/// What the bank refuses, by end-to-end id: the nearest reason counts, the order's own before its block's and the file's.
fn rejected<'a>(
    report: &Report,
    orders: &'a BTreeMap<String, Ordered>,
) -> Result<Vec<(&'a Ordered, ReasonCode)>, AppError> {
    let group = report.group()?;
    let mut why: BTreeMap<&str, Option<ReasonCode>> = BTreeMap::new();
    if is_rejected(group.status.as_ref()) {
        why.extend(orders.keys().map(|key| (key.as_str(), reason(&group.reasons))));
    }
    for item in &report.0.read.items {
        match item {
            StatusItem::Block(block) if is_rejected(block.status.as_ref()) => {
                let number = number_of(&block.payment_information);
                for (key, _) in orders.iter().filter(|(_, order)| order.block == number) {
                    let known = why.entry(key).or_default();
                    *known = reason(&block.reasons).or_else(|| known.take());
                }
            }
            StatusItem::Transaction(order) if is_rejected(order.status.as_ref()) => {
                let key = order.end_to_end.as_deref().and_then(|key| orders.get_key_value(key));
                if let Some((key, _)) = key {
                    let known = why.entry(key).or_default();
                    *known = reason(&order.reasons).or_else(|| known.take());
                }
            }
            _ => {}
        }
    }
    let order = |(key, why): (&str, Option<ReasonCode>)| (&orders[key], returns::reason_of(why.as_ref()));
    Ok(why.into_iter().map(order).collect())
}

/// What is odd about a report: statuses and reasons that nobody knows, orders that are not ours or of another amount.
pub(super) fn odd(tx: &mut Tx<'_>, report: &Report) -> Result<Vec<Refused>, AppError> {
    let (_, orders) = ours(tx, report)?;
    let group = report.group()?;
    let mut found = Vec::new();
    let status = |status: Option<&StatusCode>| {
        let unknown = status.filter(|status| status.outcome() == Said::Unknown)?;
        Some(Refused::new("odd-answer", None).with("status", unknown))
    };
    found.extend(status(group.status.as_ref()));
    if let Some(count) = group.count.filter(|count| *count != orders.len() as u64) {
        found.push(Refused::new("odd-count", None).with("stated", count).with("found", orders.len()));
    }
    for item in &report.0.read.items {
        match item {
            StatusItem::Group(_) => {}
            StatusItem::Block(block) => found.extend(status(block.status.as_ref())),
            StatusItem::Transaction(order) => {
                found.extend(status(order.status.as_ref()));
                let key = order.end_to_end.as_deref().unwrap_or("–");
                let differs = |ours: &Ordered| order.amount.is_some_and(|a| a.euro() != Some(ours.amount));
                match orders.get(key) {
                    None => found.push(Refused::new("odd-order", None).with("order", key)),
                    Some(ours) if differs(ours) => {
                        let differs = Refused::new("odd-order-amount", None).with("order", key);
                        found.push(differs.with("ours", ours.amount));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    for (_, code) in rejected(report, &orders)?.iter().filter(|(_, code)| !code.is_known()) {
        let known = |seen: &Refused| seen.args.iter().any(|(_, value)| value == code.as_str());
        if !found.iter().any(known) {
            found.push(
                Refused::new("odd-reason", Some(Rule("LAW-SEPA-11"))).with("entry", "–").with("reason", code),
            );
        }
    }
    found.truncate(odd::FINDINGS_MAX);
    Ok(found)
}

/// Takes back what the bank refuses. An order that a statement showed already is the statement's; refused twice it is refused
/// once.
pub(super) fn carry_out(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    report: &Report,
) -> Result<Imported, AppError> {
    let (batch, orders) = ours(tx, report)?;
    let (mut on_contracts, mut on_claims, mut to_payers) = (Vec::new(), Vec::new(), Vec::new());
    let (mut stops, mut asked) = (Vec::new(), 0_u64);
    let mut imported = Imported::default();
    for (order, reason) in rejected(report, &orders)? {
        asked += 1;
        if !order.is_open {
            continue;
        }
        let key = format!("{command}:{}", order.key);
        let failed = Failed { key: &key, reason: &reason, booked: None, actor };
        match order.kind {
            None => {
                let end_to_end: EndToEndId =
                    order.key.parse().map_err(|_| AppError::damaged("a direct debit", &order.key))?;
                let (back, stop) = returns::of_collection(failed, order.stream, end_to_end);
                on_contracts.push(back);
                stops.extend(stop);
            }
            Some(PaymentKind::Refund) => {
                on_contracts.push(returns::of_refund(failed, order.stream, id_of(order)?));
            }
            Some(PaymentKind::Benefit | PaymentKind::Supplier) => {
                on_claims.push(returns::of_benefit(failed, order.stream, id_of(order)?));
            }
            Some(PaymentKind::Return) => to_payers.push(returns::of_return(failed, now, id_of(order)?)),
        }
    }
    let mut answers = contracts::execute(app, tx, now, &on_contracts)?;
    answers.extend(claims::execute(app, tx, now, &on_claims)?);
    answers.extend(to_payer::note(app, tx, now, &to_payers)?.into_iter().map(Ok));
    imported.rejected = answers.iter().filter(|answer| **answer == Ok(Outcome::Done)).count() as u64;
    imported.already = asked - imported.rejected;
    contracts::execute(app, tx, now, &stops)?;
    // A lump sum that came before this report is net of what it refuses.
    let again = matching::match_sums(app, tx, now, actor, batch)?;
    imported.matched = again;
    Ok(imported)
}

fn id_of(order: &Ordered) -> Result<Id, AppError> {
    order.key.parse().map_err(|_| AppError::damaged("a payment order", &order.key))
}

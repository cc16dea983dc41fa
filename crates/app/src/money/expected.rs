//! What waits for entries like these, and what is done about each: our direct debits, their returns, our payments, and
//! transfers that name a policy.

use std::collections::{BTreeMap, BTreeSet};

use billing::PaymentSource;
use kernel::{Actor, EndToEndId, Id, Instant, Money, VaultRef};
use policy::Command;
use store::{Tx, params, sql};

use super::{
    items::{Item, lump, named},
    payments::{PaymentKind, kind_of},
    returns::{self, Failed},
};
use crate::{AppError, claims, contracts};

/// What waits for entries like these.
pub(super) struct Expected {
    collections: BTreeMap<String, Collection>,
    payments: BTreeMap<Id, Payment>,
    batches: BTreeMap<String, Id>,
    policies: BTreeMap<String, (Id, Id)>,
}

struct Collection {
    contract: Id,
    amount: Money,
    is_credited: bool,
}

struct Payment {
    kind: PaymentKind,
    stream: Id,
    amount: Money,
    state: String,
}

/// What is done about an item.
pub(super) struct Plan {
    /// The name under which the match is stored.
    pub(super) way: &'static str,
    /// The stream, where it is one.
    pub(super) stream: Option<Id>,
    pub(super) parts: Vec<Part>,
}

/// One order and the amount it accounts for; what is not done goes to suspense.
pub(super) struct Part {
    pub(super) amount: Money,
    pub(super) order: Ask,
}

pub(super) enum Ask {
    Contract(contracts::Order),
    /// Something that follows from it and moves no money.
    Also(contracts::Order),
    Claim(claims::Order),
}

impl Plan {
    const UNKNOWN: Self = Self { way: "suspense", stream: None, parts: Vec::new() };

    fn one(way: &'static str, stream: Id, amount: Money, order: Ask) -> Self {
        Self { way, stream: Some(stream), parts: vec![Part { amount, order }] }
    }
}

impl Expected {
    pub(super) fn load(tx: &mut Tx<'_>, items: &[Item]) -> Result<Self, AppError> {
        let keys: BTreeSet<&str> = items.iter().filter_map(|item| item.end_to_end.as_deref()).collect();
        let mut collections = BTreeMap::new();
        let asked: Vec<&str> = keys.iter().copied().collect();
        for row in tx.query_keys(
            sql!(
                "select end_to_end, contract, amount_cents, state from collection where end_to_end in ({ids})"
            ),
            &params![],
            &asked,
        )? {
            let is_credited = row.text("state")? == "credited";
            let (contract, amount) = (row.id("contract")?, row.money("amount_cents")?);
            collections.insert(row.text("end_to_end")?, Collection { contract, amount, is_credited });
        }
        let ids: Vec<Id> = keys.iter().filter_map(|key| key.parse().ok()).collect();
        let mut payments = BTreeMap::new();
        for row in tx.query_ids(
            sql!("select id, kind, stream, amount_cents, state from payment_order where id in ({ids})"),
            &params![],
            &ids,
        )? {
            let payment = Payment {
                kind: kind_of(&row.text("kind")?)?,
                stream: row.id("stream")?,
                amount: row.money("amount_cents")?,
                state: row.text("state")?,
            };
            payments.insert(row.id("id")?, payment);
        }
        let messages: BTreeSet<String> = items.iter().filter_map(|item| Some(lump(item)?.0)).collect();
        let messages: Vec<String> = messages.into_iter().collect();
        let mut batches = BTreeMap::new();
        for row in tx.query_keys(
            sql!("select id, message_id from batch where message_id in ({ids})"),
            &params![],
            &messages,
        )? {
            batches.insert(row.text("message_id")?, row.id("id")?);
        }
        let numbers: BTreeSet<String> =
            items.iter().flat_map(named).map(|number| number.as_str().to_owned()).collect();
        let numbers: Vec<String> = numbers.into_iter().collect();
        let mut policies = BTreeMap::new();
        for row in tx.query_keys(
            sql!("select id, number, holder from contract where number in ({ids})"),
            &params![],
            &numbers,
        )? {
            policies.insert(row.text("number")?, (row.id("id")?, row.id("holder")?));
        }
        Ok(Self { collections, payments, batches, policies })
    }

    pub(super) fn plan(
        &self,
        tx: &mut Tx<'_>,
        now: Instant,
        actor: &Actor,
        item: &Item,
        payer: Option<VaultRef>,
    ) -> Result<Plan, AppError> {
        if let Some((key, collection)) = self.collection(item) {
            return Ok(collected(collection, key, actor, item));
        }
        if let Some((id, payment)) = self.payment(item) {
            return Ok(paid(id, payment, actor, item));
        }
        if let Some((batch, block)) = self.batch(item) {
            return batch_sum(tx, batch, block, actor, item);
        }
        let Some((contract, _)) = self.transfer(item) else { return Ok(Plan::UNKNOWN) };
        let command = Command::BookPayment {
            source: PaymentSource::Transfer { payer },
            amount: item.amount,
            credited: item.credited.min(now),
        };
        let order = contracts::Order { id: id_of(item, 0), contract, command, actor: actor.clone() };
        Ok(Plan::one("transfer", contract, item.amount, Ask::Contract(order)))
    }

    fn collection<'a>(&self, item: &'a Item) -> Option<(&'a str, &Collection)> {
        let key = item.end_to_end.as_deref()?;
        Some((key, self.collections.get(key)?))
    }

    fn payment(&self, item: &Item) -> Option<(Id, &Payment)> {
        let id = item.end_to_end.as_deref()?.parse().ok()?;
        Some((id, self.payments.get(&id)?))
    }

    fn batch(&self, item: &Item) -> Option<(Id, Option<i64>)> {
        let (message, block) = lump(item)?;
        Some((*self.batches.get(&message)?, block))
    }

    /// The contract and holder, when it is a transfer that names exactly one policy we have.
    pub(super) fn transfer(&self, item: &Item) -> Option<(Id, Id)> {
        let is_other =
            self.collection(item).is_some() || self.payment(item).is_some() || self.batch(item).is_some();
        if !item.is_payment_in() || is_other {
            return None;
        }
        let known: BTreeSet<(Id, Id)> =
            named(item).iter().filter_map(|number| self.policies.get(number.as_str()).copied()).collect();
        known.first().copied().filter(|_| known.len() == 1)
    }
}

fn id_of(item: &Item, part: usize) -> String {
    format!("entry:{}:{part}", item.key)
}

/// A direct debit that was credited or came back.
fn collected(collection: &Collection, key: &str, actor: &Actor, item: &Item) -> Plan {
    let contract = collection.contract;
    let Ok(end_to_end) = EndToEndId::parse(key) else { return Plan::UNKNOWN };
    if item.amount == collection.amount && !item.comes_back() {
        let source = PaymentSource::Collection { end_to_end };
        let command = Command::BookPayment { source, amount: item.amount, credited: item.credited };
        let order = contracts::Order { id: id_of(item, 0), contract, command, actor: actor.clone() };
        return Plan::one("collection", contract, item.amount, Ask::Contract(order));
    }
    // Only what was credited can take money back with it; another amount (a fee on top) is for a person.
    if item.amount != Money::ZERO - collection.amount || !collection.is_credited {
        return Plan::UNKNOWN;
    }
    let (reason, key) = (returns::reason_of(item.reason.as_ref()), format!("entry:{}", item.key));
    let failed = Failed { key: &key, reason: &reason, booked: Some(item.credited), actor };
    let (back, stop) = returns::of_collection(failed, contract, end_to_end);
    let mut plan = Plan::one("return", contract, item.amount, Ask::Contract(back));
    plan.parts.extend(stop.map(|stop| Part { amount: Money::ZERO, order: Ask::Also(stop) }));
    plan
}

/// A payment of ours that was carried out or came back.
fn paid(id: Id, payment: &Payment, actor: &Actor, item: &Item) -> Plan {
    let (stream, amount) = (payment.stream, item.amount);
    let claim = |command| claims::Order { id: id_of(item, 0), claim: stream, command, actor: actor.clone() };
    let is_out = amount == Money::ZERO - payment.amount && !item.comes_back() && payment.state == "released";
    let is_back = amount == payment.amount && payment.state == "settled";
    let (reason, key) = (returns::reason_of(item.reason.as_ref()), format!("entry:{}", item.key));
    let failed = Failed { key: &key, reason: &reason, booked: Some(item.credited), actor };
    match payment.kind {
        PaymentKind::Refund if is_out => {
            let command = Command::SettleRefund { payment: id, booked: item.credited };
            let order =
                contracts::Order { id: id_of(item, 0), contract: stream, command, actor: actor.clone() };
            Plan::one("payment", stream, amount, Ask::Contract(order))
        }
        PaymentKind::Benefit if is_out => {
            let command = ::claims::Command::ConfirmPayment { payment: id, debited: item.credited };
            Plan::one("payment", stream, amount, Ask::Claim(claim(command)))
        }
        PaymentKind::Refund if is_back => {
            let order = returns::of_refund(failed, stream, id);
            Plan::one("payment-return", stream, amount, Ask::Contract(order))
        }
        PaymentKind::Benefit if is_back => {
            let order = returns::of_benefit(failed, stream, id);
            Plan::one("payment-return", stream, amount, Ask::Claim(order))
        }
        PaymentKind::Refund | PaymentKind::Benefit => Plan::UNKNOWN,
    }
}

/// One credit for a whole file or block of direct debits, or one debit for payments; matched only when it is their sum.
fn batch_sum(
    tx: &mut Tx<'_>,
    batch: Id,
    block: Option<i64>,
    actor: &Actor,
    item: &Item,
) -> Result<Plan, AppError> {
    let mut parts = Vec::new();
    for row in tx.query(
        sql!(
            "select end_to_end, contract, amount_cents from collection where batch = ?1 and state = 'released' \
             and (cast(?2 as bigint) is null or block = ?2) order by end_to_end"
        ),
        &params![batch, block],
    )? {
        let (end_to_end, amount) = (row.parse("end_to_end")?, row.money("amount_cents")?);
        let source = PaymentSource::Collection { end_to_end };
        let command = Command::BookPayment { source, amount, credited: item.credited };
        let order = contracts::Order {
            id: id_of(item, parts.len()),
            contract: row.id("contract")?,
            command,
            actor: actor.clone(),
        };
        parts.push(Part { amount, order: Ask::Contract(order) });
    }
    for row in tx.query(
        sql!(
            "select id, kind, stream, amount_cents from payment_order where batch = ?1 and state = 'released' \
             and (cast(?2 as bigint) is null or block = ?2) order by id"
        ),
        &params![batch, block],
    )? {
        let (id, stream, kind) = (row.id("id")?, row.id("stream")?, kind_of(&row.text("kind")?)?);
        let payment = Payment { kind, stream, amount: row.money("amount_cents")?, state: "released".to_owned() };
        let one = Item { amount: Money::ZERO - payment.amount, key: id_of(item, parts.len()), ..item.clone() };
        parts.extend(paid(id, &payment, actor, &one).parts);
    }
    let sum: Money = parts.iter().map(|part| part.amount).sum();
    let is_sum = !parts.is_empty() && sum == item.amount;
    Ok(if is_sum { Plan { way: "lump", stream: None, parts } } else { Plan::UNKNOWN })
}

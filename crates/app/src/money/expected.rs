//! What waits for entries like these, and what is done about each: our direct debits, their returns, our payments, and
//! transfers that name a policy.

use std::collections::{BTreeMap, BTreeSet};

use billing::PaymentSource;
use kernel::{Actor, EndToEndId, Id, Instant, Money, VaultRef};
use ledger::Template;
use policy::Command;
use store::{Tx, params, sql};

use super::{
    debtors::{Debtors, Found},
    items::{BankOwn, Item, lump, named},
    own_shares::OwnShares,
    payments::{PaymentKind, kind_of},
    returns::{self, Failed},
    to_payer::{Fate, Told},
};
use crate::{App, AppError, claims, contracts};

/// What waits for entries like these.
pub(super) struct Expected {
    collections: BTreeMap<String, Collection>,
    payments: BTreeMap<Id, Payment>,
    batches: BTreeMap<String, Id>,
    policies: BTreeMap<String, (Id, Id)>,
    own_shares: OwnShares,
    debtors: Debtors,
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
    /// What is posted at once, where no stream takes it.
    pub(super) posts: Option<Template>,
    /// The file and block of ours that it sums up.
    pub(super) sums_up: Option<(Id, Option<i64>)>,
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
    ToPayer(Told),
}

impl Plan {
    const UNKNOWN: Self =
        Self { way: "suspense", stream: None, parts: Vec::new(), posts: None, sums_up: None };

    fn one(way: &'static str, stream: Id, amount: Money, order: Ask) -> Self {
        Self { way, stream: Some(stream), parts: vec![Part { amount, order }], ..Self::UNKNOWN }
    }
}

impl Expected {
    pub(super) fn load(
        app: &App,
        tx: &mut Tx<'_>,
        agreement: &str,
        items: &[Item],
    ) -> Result<Self, AppError> {
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
            sql!("select id, number, holder, agreement from contract where number in ({ids})"),
            &params![],
            &numbers,
        )? {
            // Money on one insurer's account pays nothing that is owed to another. Asked of the row, and not of the database: it
            // would go through all policies of the agreement.
            if row.text("agreement")? == agreement {
                policies.insert(row.text("number")?, (row.id("id")?, row.id("holder")?));
            }
        }
        let own_shares = OwnShares::load(tx, agreement, items)?;
        let debtors = Debtors::default();
        let known = Self { collections, payments, batches, policies, own_shares, debtors };
        let nameless = items.iter().filter(|item| known.is_transfer(item) && named(item).is_empty());
        let debtors = Debtors::load(app, tx, agreement, nameless)?;
        Ok(Self { debtors, ..known })
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
            let key = format!("entry:{}", item.key);
            let sum = Sum { key: &key, amount: item.amount, credited: item.credited, actor };
            return batch_sum(tx, batch, block, sum);
        }
        if let Some(own) = item.own {
            return Ok(bank_own(own, item.amount));
        }
        if let Some(claim) = self.own_shares.of(item) {
            let received = item.credited.min(now);
            let command = ::claims::Command::ReceiveOwnShare { amount: item.amount, received };
            let order = claims::Order { id: id_of(item, 0), claim, command, actor: actor.clone() };
            return Ok(Plan::one("own-share", claim, item.amount, Ask::Claim(order)));
        }
        let Some(Found { contract, way, .. }) = self.transfer(item) else { return Ok(Plan::UNKNOWN) };
        let command = Command::BookPayment {
            source: PaymentSource::Transfer { payer },
            amount: item.amount,
            credited: item.credited.min(now),
        };
        let order = contracts::Order { id: id_of(item, 0), contract, command, actor: actor.clone() };
        Ok(Plan::one(way, contract, item.amount, Ask::Contract(order)))
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

    /// Whether it brings money that no order of ours asked for.
    fn is_transfer(&self, item: &Item) -> bool {
        let is_other =
            self.collection(item).is_some() || self.payment(item).is_some() || self.batch(item).is_some();
        item.is_payment_in() && !is_other
    }

    /// The policy, when it is a transfer that names exactly one we have; or names none and is to the cent what exactly one
    /// policy owes of those that its payer is known of.
    pub(super) fn transfer(&self, item: &Item) -> Option<Found> {
        if !self.is_transfer(item) {
            return None;
        }
        let known: BTreeSet<(Id, Id)> =
            named(item).iter().filter_map(|number| self.policies.get(number.as_str()).copied()).collect();
        match known.first() {
            Some((contract, holder)) if known.len() == 1 => {
                Some(Found { contract: *contract, holder: *holder, way: "transfer" })
            }
            None if named(item).is_empty() => self.debtors.of(item),
            _ => None,
        }
    }
}

/// What the bank books for itself goes to the ledger at once.
fn bank_own(own: BankOwn, amount: Money) -> Plan {
    let (way, template) = match own {
        BankOwn::Charges => ("charges", Template::BankCharged { amount: Money::ZERO - amount }),
        BankOwn::Interest => ("interest", Template::BankInterest { amount }),
    };
    Plan { way, posts: Some(template), ..Plan::UNKNOWN }
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
    let key = format!("entry:{}", item.key);
    if item.amount == Money::ZERO - payment.amount && !item.comes_back() && payment.state == "released" {
        let sum = Sum { key: &key, amount: item.amount, credited: item.credited, actor };
        return carried_out(id, payment, 0, &sum);
    }
    if item.amount != payment.amount || payment.state != "settled" {
        return Plan::UNKNOWN;
    }
    let reason = returns::reason_of(item.reason.as_ref());
    let failed = Failed { key: &key, reason: &reason, booked: Some(item.credited), actor };
    let order = match payment.kind {
        PaymentKind::Refund => Ask::Contract(returns::of_refund(failed, payment.stream, id)),
        PaymentKind::Benefit | PaymentKind::Supplier => {
            Ask::Claim(returns::of_benefit(failed, payment.stream, id))
        }
        PaymentKind::Return => Ask::ToPayer(returns::of_return(failed, item.credited, id)),
    };
    Plan::one("payment-return", payment.stream, item.amount, order)
}

fn carried_out(id: Id, payment: &Payment, part: usize, sum: &Sum<'_>) -> Plan {
    let (key, stream) = (format!("{}:{part}", sum.key), payment.stream);
    let order = match payment.kind {
        PaymentKind::Refund => {
            let command = Command::SettleRefund { payment: id, booked: sum.credited };
            Ask::Contract(contracts::Order { id: key, contract: stream, command, actor: sum.actor.clone() })
        }
        PaymentKind::Benefit | PaymentKind::Supplier => {
            let command = ::claims::Command::ConfirmPayment { payment: id, debited: sum.credited };
            Ask::Claim(claims::Order { id: key, claim: stream, command, actor: sum.actor.clone() })
        }
        PaymentKind::Return => Ask::ToPayer(Told {
            payment: id,
            fate: Fate::CarriedOut,
            at: sum.credited,
            actor: sum.actor.clone(),
        }),
    };
    Plan::one("payment", stream, Money::ZERO - payment.amount, order)
}

/// One amount for a whole file or block of ours.
#[derive(Clone, Copy)]
pub(super) struct Sum<'a> {
    /// Key of what follows; each order gets it with a number of its own.
    pub(super) key: &'a str,
    pub(super) amount: Money,
    pub(super) credited: Instant,
    pub(super) actor: &'a Actor,
}

/// One credit for a whole file or block of direct debits, or one debit for payments; matched only when it is their sum, less
/// what the bank refused.
pub(super) fn batch_sum(
    tx: &mut Tx<'_>,
    batch: Id,
    block: Option<i64>,
    sum: Sum<'_>,
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
        let command = Command::BookPayment { source, amount, credited: sum.credited };
        let order = contracts::Order {
            id: format!("{}:{}", sum.key, parts.len()),
            contract: row.id("contract")?,
            command,
            actor: sum.actor.clone(),
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
        parts.extend(carried_out(id, &payment, parts.len(), &sum).parts);
    }
    let total: Money = parts.iter().map(|part| part.amount).sum();
    let is_sum = !parts.is_empty() && total == sum.amount;
    let plan = if is_sum { Plan { way: "lump", parts, ..Plan::UNKNOWN } } else { Plan::UNKNOWN };
    Ok(Plan { sums_up: Some((batch, block)), ..plan })
}

//! Which expectation an entry of a statement meets: our direct debits, their returns, our payments, and what customers
//! transfer with their policy number. What meets none is kept in suspense; nothing is guessed.

use std::collections::{BTreeMap, BTreeSet};

use billing::PaymentSource;
use kernel::{Actor, Date, EndToEndId, Iban, Id, Instant, Money, PolicyNumber, Rule};
use ledger::Template;
use party::Payee;
use policy::Command;
use sepa::{Direction, ReasonCode, Treatment, read::Entry};
use serde::{Deserialize, Serialize};
use store::{Tx, params, row, sql};

use super::{
    payments::{PaymentKind, kind_of},
    statements::Sheet,
};
use crate::{
    App, AppError, claims,
    contracts::{self, Outcome},
    effects::{self, NewPosting},
    sealed::Purpose,
    tasks::{self, NewTask, TaskKind},
};

/// What a chunk of entries came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) matched: u64,
    pub(super) suspense: u64,
    pub(super) already: u64,
}

/// One amount to be booked: a transaction of an entry, or an entry without transactions.
#[derive(Debug, Clone)]
pub(super) struct Item {
    key: String,
    /// Signed: positive when credited to us.
    amount: Money,
    booked: Date,
    /// When it counts: the instant the bank gives, else 00:00 of its date (AMB-16).
    credited: Instant,
    end_to_end: Option<String>,
    message: Option<String>,
    block: Option<String>,
    reason: Option<ReasonCode>,
    reversal: bool,
    payer: Option<Payer>,
    text: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct Payer {
    name: Option<String>,
    iban: Option<Iban>,
}

impl Item {
    /// Whether it brings money, and not what came back of an order of ours.
    pub(super) fn is_payment_in(&self) -> bool {
        self.amount > Money::ZERO && !self.comes_back()
    }

    fn comes_back(&self) -> bool {
        self.reversal || self.reason.is_some()
    }
}

/// What is sealed of an entry in suspense, for the person who decides.
#[derive(Clone, Serialize, Deserialize)]
pub struct Details {
    /// When it counts.
    pub credited: Instant,
    /// Who paid or was paid.
    pub name: Option<String>,
    /// From or to which account.
    pub iban: Option<Iban>,
    /// What it says.
    pub text: Option<String>,
    /// Its end-to-end id.
    pub end_to_end: Option<String>,
    /// The bank's reason code, if something came back.
    pub reason: Option<String>,
}

impl std::fmt::Debug for Details {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Details(sealed)")
    }
}

/// The amounts in an entry: its transactions where they are all there and add up to it, else the entry as one.
pub(super) fn items(sheet: &Sheet, entry: &Entry) -> Result<Vec<Item>, AppError> {
    let wrong = || AppError::damaged("an amount that the survey had passed", sheet.id);
    let stamp = entry.booked.or(entry.value);
    let booked = stamp.map_or(sheet.to, |stamp| stamp.date).min(sheet.to);
    let start = kernel::start_of_day(booked, sheet.country);
    let credited = stamp.and_then(|stamp| stamp.instant).unwrap_or(start);
    // Never after the day it is booked on: a clock that is wrong must not take cover away or give it.
    let credited = if kernel::local_date(credited, sheet.country) > booked { start } else { credited };
    let total = entry.signed().euro().ok_or_else(wrong)?;
    let amounts: Option<Vec<Money>> = entry
        .transactions
        .iter()
        .map(|transaction| transaction.amount.and_then(|amount| amount.signed(transaction.direction).euro()))
        .collect();
    let amounts = amounts.filter(|amounts| !amounts.is_empty() && amounts.iter().copied().sum::<Money>() == total);
    let batch = entry.batches.first();
    let mut whole = Item {
        key: entry.fingerprint.to_string(),
        amount: total,
        booked,
        credited,
        end_to_end: None,
        message: batch.and_then(|batch| batch.message.clone()),
        block: batch.and_then(|batch| batch.payment_information.clone()),
        reason: None,
        reversal: entry.reversal,
        payer: None,
        text: entry.note.as_ref().map(|note| note.as_str().to_owned()),
    };
    let Some(amounts) = amounts else {
        if let Some(first) = entry.transactions.first() {
            whole.reason.clone_from(&first.reason);
        }
        return Ok(vec![whole]);
    };
    Ok(entry
        .transactions
        .iter()
        .zip(amounts)
        .map(|(transaction, amount)| {
            let other = transaction.counterparty(&sheet.account, entry.reversal);
            let text = [&transaction.remittance, &transaction.note];
            let mut words: Vec<&str> = text.into_iter().flatten().map(|text| text.as_str()).collect();
            words.extend(transaction.structured.as_deref());
            Item {
                key: transaction.fingerprint.to_string(),
                amount,
                end_to_end: transaction.end_to_end.clone(),
                message: transaction.message.clone().or_else(|| whole.message.clone()),
                block: transaction.payment_information.clone().or_else(|| whole.block.clone()),
                reason: transaction.reason.clone(),
                reversal: entry.reversal || is_backwards(entry.direction, transaction.direction),
                payer: Some(Payer {
                    name: other.name.as_ref().map(|name| name.as_str().to_owned()),
                    iban: other.account.as_ref().and_then(|account| account.iban().cloned()),
                }),
                text: (!words.is_empty()).then(|| words.join(" ")).or_else(|| whole.text.clone()),
                ..whole.clone()
            }
        })
        .collect())
}

/// A transaction that goes the other way than its entry came back inside it.
fn is_backwards(entry: Direction, transaction: Direction) -> bool {
    entry != transaction
}

/// Books a chunk of a statement's entries, in the caller's transaction. What was booked before is passed over.
pub(super) fn book(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    sheet: &Sheet,
    items: &[Item],
) -> Result<Tally, AppError> {
    let (items, already) = fresh(tx, sheet, items)?;
    let expected = Expected::load(tx, &items)?;
    let mut plans = Vec::with_capacity(items.len());
    for item in &items {
        plans.push(expected.plan(app, tx, now, actor, item)?);
    }
    let left = carry_out(app, tx, now, &items, &mut plans)?;
    let tally = store_entries(app, tx, now, sheet, &items, &plans, &left)?;
    open_task(app, tx, now, actor, sheet.id)?;
    Ok(Tally { already, ..tally })
}

/// Those that were not booked before, under the key they are stored with. In a statement that begins where the one before
/// ended nothing can come again: an entry like one in another statement is a second one.
fn fresh(tx: &mut Tx<'_>, sheet: &Sheet, items: &[Item]) -> Result<(Vec<Item>, u64), AppError> {
    let second = |item: &Item| format!("{}+{}", item.key, sheet.id);
    let keys: Vec<String> = items.iter().flat_map(|item| [item.key.clone(), second(item)]).collect();
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    for row in tx.query_keys(
        sql!(
            "select e.fingerprint as fingerprint, e.statement as statement, s.id as booked from statement_entry e \
             left join statement s on s.id = e.statement where e.fingerprint in ({ids})"
        ),
        &params![],
        &keys,
    )? {
        let in_other = row.id::<Id>("statement")? != sheet.id && row.opt_id::<Id>("booked")?.is_some();
        known.insert(row.text("fingerprint")?, in_other);
    }
    let mut fresh = Vec::with_capacity(items.len());
    let mut already = 0;
    for item in items {
        match known.get(&item.key) {
            None => fresh.push(item.clone()),
            Some(true) if sheet.follows && !known.contains_key(&second(item)) => {
                fresh.push(Item { key: second(item), ..item.clone() });
            }
            Some(_) => already += 1,
        }
    }
    Ok((fresh, already))
}

/// What waits for entries like these.
struct Expected {
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
struct Plan {
    /// The name under which the match is stored.
    way: &'static str,
    /// The stream, where it is one.
    stream: Option<Id>,
    parts: Vec<Part>,
}

/// One order and the amount it accounts for; what is not done goes to suspense.
struct Part {
    amount: Money,
    order: Ask,
}

enum Ask {
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
    fn load(tx: &mut Tx<'_>, items: &[Item]) -> Result<Self, AppError> {
        let keys: BTreeSet<&str> = items.iter().filter_map(|item| item.end_to_end.as_deref()).collect();
        let mut collections = BTreeMap::new();
        let asked: Vec<&str> = keys.iter().copied().collect();
        for row in tx.query_keys(
            sql!("select end_to_end, contract, amount_cents, state from collection where end_to_end in ({ids})"),
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
        for row in
            tx.query_keys(sql!("select id, message_id from batch where message_id in ({ids})"), &params![], &messages)?
        {
            batches.insert(row.text("message_id")?, row.id("id")?);
        }
        let numbers: BTreeSet<String> =
            items.iter().flat_map(named).map(|number| number.as_str().to_owned()).collect();
        let numbers: Vec<String> = numbers.into_iter().collect();
        let mut policies = BTreeMap::new();
        for row in
            tx.query_keys(sql!("select id, number, holder from contract where number in ({ids})"), &params![], &numbers)?
        {
            policies.insert(row.text("number")?, (row.id("id")?, row.id("holder")?));
        }
        Ok(Self { collections, payments, batches, policies })
    }

    fn plan(
        &self,
        app: &App,
        tx: &mut Tx<'_>,
        now: Instant,
        actor: &Actor,
        item: &Item,
    ) -> Result<Plan, AppError> {
        if let Some(key) = &item.end_to_end {
            if let Some(collection) = self.collections.get(key) {
                return Ok(collected(collection, key, actor, item));
            }
            if let Some((id, payment)) =
                key.parse::<Id>().ok().and_then(|id| Some((id, self.payments.get(&id)?)))
            {
                return Ok(paid(id, payment, actor, item));
            }
        }
        if let Some((message, block)) = lump(item)
            && let Some(batch) = self.batches.get(&message)
        {
            return batch_sum(tx, *batch, block, actor, item);
        }
        if item.is_payment_in() {
            return self.transferred(app, tx, now, actor, item);
        }
        Ok(Plan::UNKNOWN)
    }

    /// A transfer that names exactly one policy we have.
    fn transferred(
        &self,
        app: &App,
        tx: &mut Tx<'_>,
        now: Instant,
        actor: &Actor,
        item: &Item,
    ) -> Result<Plan, AppError> {
        let known: BTreeSet<(Id, Id)> =
            named(item).iter().filter_map(|number| self.policies.get(number.as_str()).copied()).collect();
        let (Some((contract, holder)), 1) = (known.first().copied(), known.len()) else { return Ok(Plan::UNKNOWN) };
        let payee = item.payer.as_ref().and_then(|payer| {
            Some(Payee { name: payer.name.clone().unwrap_or_default(), iban: payer.iban.clone()? })
        });
        let payer = match payee {
            Some(payee) => Some(app.seal(tx, now, (holder, Purpose::Books, "payer"), None, &payee)?),
            None => None,
        };
        let command = Command::BookPayment {
            source: PaymentSource::Transfer { payer },
            amount: item.amount,
            credited: item.credited.min(now),
        };
        let order = contracts::Order { id: id_of(item, 0), contract, command, actor: actor.clone() };
        Ok(Plan::one("transfer", contract, item.amount, Ask::Contract(order)))
    }
}

fn id_of(item: &Item, part: usize) -> String {
    format!("entry:{}:{part}", item.key)
}

/// A direct debit that was credited or came back.
fn collected(collection: &Collection, key: &str, actor: &Actor, item: &Item) -> Plan {
    let contract = collection.contract;
    let Ok(end_to_end) = EndToEndId::parse(key) else { return Plan::UNKNOWN };
    let order = |part, command| contracts::Order { id: id_of(item, part), contract, command, actor: actor.clone() };
    if item.amount == collection.amount && !item.comes_back() {
        let source = PaymentSource::Collection { end_to_end };
        let command = Command::BookPayment { source, amount: item.amount, credited: item.credited };
        return Plan::one("collection", contract, item.amount, Ask::Contract(order(0, command)));
    }
    // Only what was credited can take money back with it; another amount (a fee on top) is for a person.
    if item.amount != Money::ZERO - collection.amount || !collection.is_credited {
        return Plan::UNKNOWN;
    }
    let reason = item.reason.clone().unwrap_or_else(|| ReasonCode::new("NARR"));
    let treatment = reason.treatment();
    let retry = treatment == Treatment::Retry;
    let command = Command::BookReturn { end_to_end, reason: reason.to_string(), retry };
    let mut plan = Plan::one("return", contract, item.amount, Ask::Contract(order(0, command)));
    // LAW-SEPA-12: no more collections on an account or mandate that does not hold; a new mandate starts them again.
    if matches!(treatment, Treatment::StopMandate | Treatment::AskNewAccount | Treatment::Deceased) {
        let stop = order(1, Command::StopMandate { reason: reason.to_string() });
        plan.parts.push(Part { amount: Money::ZERO, order: Ask::Also(stop) });
    }
    plan
}

/// A payment of ours that was carried out or came back.
fn paid(id: Id, payment: &Payment, actor: &Actor, item: &Item) -> Plan {
    let (stream, amount) = (payment.stream, item.amount);
    let claim = |command| claims::Order { id: id_of(item, 0), claim: stream, command, actor: actor.clone() };
    let is_out = amount == Money::ZERO - payment.amount && !item.comes_back() && payment.state == "released";
    let is_back = amount == payment.amount && matches!(payment.state.as_str(), "settled");
    match payment.kind {
        PaymentKind::Refund if is_out => {
            let command = Command::SettleRefund { payment: id };
            let order = contracts::Order { id: id_of(item, 0), contract: stream, command, actor: actor.clone() };
            Plan::one("payment", stream, amount, Ask::Contract(order))
        }
        PaymentKind::Benefit if is_out => {
            let command = ::claims::Command::ConfirmPayment { payment: id, debited: item.credited };
            Plan::one("payment", stream, amount, Ask::Claim(claim(command)))
        }
        PaymentKind::Benefit if is_back => {
            let reason = item.reason.as_ref().map_or("NARR", ReasonCode::as_str).to_owned();
            let command = ::claims::Command::ReturnPayment { payment: id, reason };
            Plan::one("payment-return", stream, amount, Ask::Claim(claim(command)))
        }
        // A refund that came back: somebody finds out where it must go.
        PaymentKind::Refund | PaymentKind::Benefit => Plan::UNKNOWN,
    }
}

/// Which of our files, and which block of it, an entry sums up: message identifier, block number.
fn lump(item: &Item) -> Option<(String, Option<i64>)> {
    if item.end_to_end.is_some() || item.comes_back() {
        return None;
    }
    match &item.block {
        Some(block) => {
            let (message, number) = block.rsplit_once('-')?;
            Some((message.to_owned(), Some(number.parse().ok()?)))
        }
        None => Some((item.message.clone()?, None)),
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

/// Gives all orders to their streams and answers what of each item is left for suspense. A stream that says it had been done
/// before did not take this money.
fn carry_out(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    items: &[Item],
    plans: &mut [Plan],
) -> Result<Vec<Money>, AppError> {
    let mut left: Vec<Money> = items.iter().map(|item| item.amount).collect();
    let (mut contract_orders, mut claim_orders) = (Vec::new(), Vec::new());
    let (mut by_contract, mut by_claim) = (Vec::new(), Vec::new());
    for (index, plan) in plans.iter_mut().enumerate() {
        for part in plan.parts.drain(..) {
            match part.order {
                Ask::Contract(order) => {
                    contract_orders.push(order);
                    by_contract.push((index, part.amount));
                }
                Ask::Also(order) => {
                    contract_orders.push(order);
                    by_contract.push((index, Money::ZERO));
                }
                Ask::Claim(order) => {
                    claim_orders.push(order);
                    by_claim.push((index, part.amount));
                }
            }
        }
    }
    let answers = contracts::execute(app, tx, now, &contract_orders)?;
    let claim_answers = claims::execute(app, tx, now, &claim_orders)?;
    for ((index, amount), answer) in by_contract.into_iter().zip(answers).chain(by_claim.into_iter().zip(claim_answers)) {
        if answer == Ok(Outcome::Done) {
            left[index] -= amount;
        }
    }
    Ok(left)
}

/// Stores the entries, and books what nobody expected into suspense on the statement's own stream.
fn store_entries(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    sheet: &Sheet,
    items: &[Item],
    plans: &[Plan],
    left: &[Money],
) -> Result<Tally, AppError> {
    let mut seq = last_seq(tx, sheet.id)?;
    let mut tally = Tally::default();
    let (mut rows, mut postings) = (Vec::with_capacity(items.len()), Vec::new());
    for ((item, plan), left) in items.iter().zip(plans).zip(left) {
        let is_matched = *left == Money::ZERO;
        let (mut details, mut place) = (None, None);
        if is_matched {
            tally.matched += 1;
        } else {
            tally.suspense += 1;
            seq += 1;
            place = Some(seq);
            postings.push(NewPosting {
                stream: sheet.id,
                seq,
                template: Template::Unmatched { amount: *left },
                on: item.booked,
                agreement: sheet.agreement.clone(),
            });
            let sealed = app.seal(tx, now, (sheet.id, Purpose::Books, "entry"), None, &details_of(item))?;
            details = Some(sealed.id);
        }
        rows.push(row![
            item.key.as_str(),
            sheet.id,
            sheet.agreement.as_str(),
            item.booked,
            item.amount,
            *left,
            if is_matched { "matched" } else { "suspense" },
            is_matched.then_some(plan.way),
            plan.stream.filter(|_| is_matched),
            place,
            details
        ]);
    }
    if !rows.is_empty() {
        tx.insert(
            sql!(
                "insert into statement_entry (fingerprint, statement, agreement, booked_on, amount_cents, open_cents, \
                 state, matched_as, stream, seq, details) values {rows}"
            ),
            &rows,
        )?;
    }
    effects::post(tx, &postings)?;
    Ok(tally)
}

fn details_of(item: &Item) -> Details {
    let payer = item.payer.clone().unwrap_or_default();
    Details {
        credited: item.credited,
        name: payer.name,
        iban: payer.iban,
        text: item.text.clone(),
        end_to_end: item.end_to_end.clone(),
        reason: item.reason.as_ref().map(ToString::to_string),
    }
}

/// The last place used on a statement's own stream of entries.
pub(super) fn last_seq(tx: &mut Tx<'_>, statement: Id) -> Result<i64, AppError> {
    let row = tx.query_one(
        sql!("select coalesce(max(seq), 0) as seq from posting where stream = ?1"),
        &params![statement],
    )?;
    Ok(row.i64("seq")?)
}

/// One task per statement for all that is in suspense; closed when nothing is.
pub(super) fn open_task(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    statement: Id,
) -> Result<(), AppError> {
    let row = tx.query_one(
        sql!(
            "select count(*) as number, cast(coalesce(sum(abs(open_cents)), 0) as bigint) as sum_cents \
             from statement_entry where statement = ?1 and state = 'suspense'"
        ),
        &params![statement],
    )?;
    let number = row.i64("number")?;
    if number == 0 {
        return tasks::close(tx, now, actor, TaskKind::MatchEntry, &[statement]);
    }
    let task = NewTask {
        kind: TaskKind::MatchEntry,
        stream: statement,
        rule: Rule("FAQ-12"),
        due: Some(now),
        amount: Some(row.money("sum_cents")?),
        detail: number.to_string(),
    };
    tasks::open(app, tx, now, &[task])
}

/// The policy numbers that an item's text names.
fn named(item: &Item) -> Vec<PolicyNumber> {
    let mut found = Vec::new();
    for text in [&item.text, &item.end_to_end].into_iter().flatten() {
        found.extend(policy_numbers(text));
    }
    found
}

/// Policy numbers in free text, however they are spaced or dashed; each once, in the order they stand. A number whose check
/// digits do not fit is none.
pub(super) fn policy_numbers(text: &str) -> Vec<PolicyNumber> {
    const DIGITS: usize = 12;
    let text = text.to_ascii_uppercase();
    let mut found: Vec<PolicyNumber> = Vec::new();
    for (at, _) in text.match_indices(PolicyNumber::PREFIX) {
        let mut digits = String::with_capacity(DIGITS);
        for c in text[at + PolicyNumber::PREFIX.len()..].chars() {
            match c {
                '0'..='9' if digits.len() < DIGITS => digits.push(c),
                ' ' | '-' | '.' | '/' | ':' | '–' if digits.len() < DIGITS => {}
                _ => break,
            }
        }
        if let Ok(number) = PolicyNumber::parse(&format!("{}{digits}", PolicyNumber::PREFIX))
            && !found.contains(&number)
        {
            found.push(number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> = policy_numbers(text).iter().map(ToString::to_string).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn policy_numbers_in_free_text() {
        let one = PolicyNumber::from_entropy(7);
        let two = PolicyNumber::from_entropy(8);
        let (one, two) = (one.as_str(), two.as_str());
        check("", &[]);
        check("thanks", &[]);
        check(one, &[one]);
        check(&format!("Premie {} maart", one.replace('-', " ")), &[one]);
        check(&format!("premie:{}", one.replace('-', "").to_lowercase()), &[one]);
        check(&format!("{one}/{one} HP"), &[one]);
        check(&format!("{one} en {two}"), &[one, two]);
        check(&format!("/REMI/{one}12"), &[one]);
        check(&one.replace("HP", "HC"), &[]);
        check("HP-0000-0000-0000", &[]);
    }
}

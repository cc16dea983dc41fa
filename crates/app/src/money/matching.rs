//! Books entries of a statement: each meets what waited for it, or is kept in suspense. Nothing is guessed.

use std::collections::BTreeMap;

use kernel::{Actor, Id, Instant, Money, Rule, VaultRef};
use ledger::Template;
use party::Payee;
use serde::Serialize;
use store::{Tx, Value, params, row, sql, vault::Seal};

use super::{
    debtors::Found,
    expected::{self, Ask, Expected, Plan, Sum},
    items::{Details, Item, details_of},
    notified::{self, Pairs},
    sheet::Sheet,
    to_payer,
};
use crate::{
    App, AppError,
    accounts::{self, NewPosting},
    claims,
    contracts::{self, Outcome},
    find::{self, Key},
    sealed::{self, Purpose},
    tasks::{self, NewTask, TaskKind},
};

/// What a chunk of entries came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) matched: u64,
    pub(super) suspense: u64,
    pub(super) already: u64,
}

/// Under what a chunk of entries is booked.
#[derive(Clone, Copy)]
pub(super) struct Booking<'a> {
    pub(super) sheet: &'a Sheet,
    /// What of it notifications brought before.
    pub(super) pairs: &'a Pairs,
    /// Whether only a notification shows them yet.
    pub(super) notified: bool,
}

/// Books a chunk of a statement's entries, in the caller's transaction. What was booked before is passed over.
pub(super) fn book(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    booking: Booking<'_>,
    items: &[Item],
) -> Result<Tally, AppError> {
    let (items, already) = fresh(tx, booking, items)?;
    let expected = Expected::load(app, tx, &booking.sheet.agreement, &items)?;
    let payers = seal_payers(app, tx, now, &items, &expected)?;
    let mut plans = Vec::with_capacity(items.len());
    for (item, payer) in items.iter().zip(payers) {
        plans.push(expected.plan(tx, now, actor, item, payer)?);
    }
    let amounts: Vec<Money> = items.iter().map(|item| item.amount).collect();
    let mut left = settle(app, tx, now, &amounts, &mut plans)?;
    for (left, plan) in left.iter_mut().zip(&plans) {
        if plan.posts.is_some() {
            *left = Money::ZERO;
        }
    }
    let tally = store_entries(app, tx, now, booking, &items, &plans, &left)?;
    open_task(app, tx, now, actor, booking.sheet.id)?;
    Ok(Tally { already, ..tally })
}

/// Those that were not booked before, under the key they are stored with. In a statement that begins where the one before
/// ended nothing can come again: an entry like one in another statement is a second one. What a notification brought belongs
/// to the statement that shows it.
fn fresh(tx: &mut Tx<'_>, booking: Booking<'_>, items: &[Item]) -> Result<(Vec<Item>, u64), AppError> {
    let sheet = booking.sheet;
    let second = |item: &Item| format!("{}+{}", item.key, sheet.id);
    let keys: Vec<String> = items.iter().flat_map(|item| [item.key.clone(), second(item)]).collect();
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    let mut shown = Vec::new();
    for row in tx.query_keys(
        sql!(
            "select e.fingerprint as fingerprint, e.statement as statement, e.notified as notified, s.id as booked \
             from statement_entry e left join statement s on s.id = e.statement where e.fingerprint in ({ids})"
        ),
        &params![],
        &keys,
    )? {
        let key = row.text("fingerprint")?;
        let in_other = row.id::<Id>("statement")? != sheet.id && row.opt_id::<Id>("booked")?.is_some();
        if !sheet.is_notice && row.opt_i64("notified")? == Some(1) {
            shown.push(key.clone());
        }
        known.insert(key, in_other);
    }
    let mut fresh = Vec::with_capacity(items.len());
    let (mut already, mut otherwise) = (0, Vec::new());
    for item in items {
        match (known.get(&item.key), booking.pairs.of_entry(item)) {
            (None, Some(keys)) => {
                shown.extend_from_slice(keys);
                otherwise.push(notified::known_otherwise(item, sheet));
                already += 1;
            }
            (None, None) => fresh.push(item.clone()),
            (Some(true), _) if sheet.follows && !sheet.is_notice && !known.contains_key(&second(item)) => {
                fresh.push(Item { key: second(item), ..item.clone() });
            }
            (Some(_), _) => already += 1,
        }
    }
    notified::take_over(tx, sheet.id, &shown)?;
    insert(tx, &otherwise)?;
    Ok((fresh, already))
}

/// Seals who transferred, all in one go: where a refund goes (MONEY-03).
fn seal_payers(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    items: &[Item],
    expected: &Expected,
) -> Result<Vec<Option<VaultRef>>, AppError> {
    let mut seals = Vec::new();
    let mut places = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let payer = item.payer.as_ref().and_then(|payer| Some((payer.name.clone(), payer.iban.clone()?)));
        if let (Some(found), Some((name, iban))) = (expected.transfer(item), payer) {
            let Found { contract, holder, .. } = found;
            find::remember(app, tx, &[(Key::Account(&iban), contract)])?;
            seals.push(seal(app, now, holder, "payer", &Payee { name: name.unwrap_or_default(), iban }));
            places.push(place);
        }
    }
    let mut payers = vec![None; items.len()];
    for (place, sealed) in places.into_iter().zip(app.vault.seal(tx, now, &seals)?) {
        payers[place] = Some(VaultRef { id: sealed.id, commitment: sealed::hex(&sealed.commitment) });
    }
    Ok(payers)
}

fn seal(app: &App, now: Instant, subject: Id, class: &str, content: &impl Serialize) -> Seal {
    Seal {
        id: app.new_id(subject.shard(), now),
        subject,
        purpose: Purpose::Books.name().to_owned(),
        class: class.to_owned(),
        keep_until: None,
        bytes: serde_json::to_vec(content).expect("names, accounts and texts serialise"),
    }
}

/// Gives all orders to their streams and answers what of each item is left for suspense. A stream that says it had been done
/// before did not take this money.
fn settle(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    amounts: &[Money],
    plans: &mut [Plan],
) -> Result<Vec<Money>, AppError> {
    let mut left = amounts.to_vec();
    let (mut contract_orders, mut claim_orders) = (Vec::new(), Vec::new());
    let (mut by_contract, mut by_claim) = (Vec::new(), Vec::new());
    let (mut told, mut by_told) = (Vec::new(), Vec::new());
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
                Ask::ToPayer(of_order) => {
                    told.push(of_order);
                    by_told.push((index, part.amount));
                }
            }
        }
    }
    let answers = contracts::execute(app, tx, now, &contract_orders)?;
    let claim_answers = claims::execute(app, tx, now, &claim_orders)?;
    let told_answers = to_payer::note(app, tx, now, &told)?.into_iter().map(Ok);
    let of_streams = by_contract.into_iter().zip(answers).chain(by_claim.into_iter().zip(claim_answers));
    for ((index, amount), answer) in of_streams.chain(by_told.into_iter().zip(told_answers)) {
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
    booking: Booking<'_>,
    items: &[Item],
    plans: &[Plan],
    left: &[Money],
) -> Result<Tally, AppError> {
    let sheet = booking.sheet;
    let mut seq = last_seq(tx, sheet.id)?;
    let mut tally = Tally::default();
    let (mut rows, mut postings, mut seals) = (Vec::with_capacity(items.len()), Vec::new(), Vec::new());
    for ((item, plan), left) in items.iter().zip(plans).zip(left) {
        let is_matched = *left == Money::ZERO;
        let (mut details, mut place) = (None, None);
        if is_matched {
            tally.matched += 1;
            if let Some(template) = plan.posts {
                seq += 1;
                place = Some(seq);
                let (on, agreement) = (item.booked, sheet.agreement.clone());
                postings.push(NewPosting { stream: sheet.id, seq, template, on, agreement });
            }
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
            let sealed = seal(app, now, sheet.id, "entry", &details_of(item));
            details = Some(sealed.id);
            seals.push(sealed);
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
            details,
            (booking.notified || item.is_bare).then_some(item.head.as_str()),
            booking.notified.then_some(item.entry.as_str()),
            booking.notified.then_some(true),
            plan.sums_up.map(|(batch, _)| batch),
            plan.sums_up.and_then(|(_, block)| block)
        ]);
    }
    insert(tx, &rows)?;
    app.vault.seal(tx, now, &seals)?;
    accounts::post(tx, &postings)?;
    Ok(tally)
}

fn insert(tx: &mut Tx<'_>, rows: &[Vec<Value>]) -> Result<(), AppError> {
    if !rows.is_empty() {
        tx.insert(
            sql!(
                "insert into statement_entry (fingerprint, statement, agreement, booked_on, amount_cents, open_cents, \
                 state, matched_as, stream, seq, details, head, entry, notified, batch, block) values {rows}"
            ),
            rows,
        )?;
    }
    Ok(())
}

/// Tries again to place what is in suspense and sums up a file of ours, after the bank said what of it was refused. Answers
/// how many.
pub(super) fn match_sums(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    batch: Id,
) -> Result<u64, AppError> {
    let rows = tx.query(
        sql!(
            "select fingerprint, statement, agreement, booked_on, open_cents, details, block from statement_entry \
             where batch = ?1 and state = 'suspense' order by fingerprint {for_update}"
        ),
        &params![batch],
    )?;
    let mut matched = 0;
    for row in rows {
        let (key, statement): (String, Id) = (row.text("fingerprint")?, row.id("statement")?);
        let (agreement, booked, amount) =
            (row.text("agreement")?, row.date("booked_on")?, row.money("open_cents")?);
        let details: Option<Details> = app.unseal_row(tx, row.id("details")?)?;
        let start = kernel::start_of_day(booked, app.products.agreement(&agreement)?.country);
        let credited = details.map_or(start, |details| details.credited);
        let sum = Sum { key: &format!("again:{key}:{now}"), amount, credited, actor };
        let plan = expected::batch_sum(tx, batch, row.opt_i64("block")?, sum)?;
        if settle(app, tx, now, &[amount], &mut [plan])? != [Money::ZERO] {
            continue;
        }
        let seq = last_seq(tx, statement)? + 1;
        let out = Template::Unmatched { amount: Money::ZERO - amount };
        accounts::post(tx, &[NewPosting { stream: statement, seq, template: out, on: booked, agreement }])?;
        tx.exec_one(
            sql!(
                "update statement_entry set state = 'matched', matched_as = 'lump', open_cents = 0 \
                 where fingerprint = ?1 and state = 'suspense'"
            ),
            &params![key.as_str()],
        )?;
        open_task(app, tx, now, actor, statement)?;
        matched += 1;
    }
    Ok(matched)
}

/// The last place used on a statement's own stream of entries.
pub(crate) fn last_seq(tx: &mut Tx<'_>, statement: Id) -> Result<i64, AppError> {
    let row = tx.query_one(
        sql!("select coalesce(max(seq), 0) as seq from posting where stream = ?1"),
        &params![statement],
    )?;
    Ok(row.i64("seq")?)
}

/// One task per statement for all that is in suspense; closed when nothing is.
pub(crate) fn open_task(
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

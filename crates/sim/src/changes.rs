//! What comes to a policy that runs: from its holder, from the insurer, and from the post.

use app::{
    AppError,
    apply::{DeviceIdentity, Made, ProposedDevice},
    changes::{self, Asked, What},
    contracts,
    sealed::Purpose,
    streams,
};
use kernel::{Channel, Country, Id, MandateReference, Money, Shard, VaultRef, add_days};
use party::Payee;
use policy::{Change, Command, Contract, ContractEvent, EndWay, Gone, Notice, PolicyEvent, Right, Swap};
use store::Priority;

use crate::{
    Row,
    draw::Draws,
    people::{Person, iban, imei},
    world::World,
};

/// How often in a hundred thousand days a policy that runs ends in each way, and by how many days the news of it may be late.
const ENDS: [(EndWay, u64, u64); 10] = [
    (EndWay::Ordinary, 90, 5),
    (EndWay::Death, 15, 60),
    (EndWay::AfterClaim, 12, 5),
    (EndWay::InsurerAfterClaim, 6, 3),
    (EndWay::InsurerOrdinary, 6, 3),
    (EndWay::Fraud, 5, 2),
    (EndWay::Sanctions, 2, 1),
    (EndWay::InsurerBankruptcy, 3, 20),
    (EndWay::TrusteeBankruptcy, 3, 20),
    (EndWay::AdverseChange, 30, 3),
];

impl Person {
    /// What comes to a policy that runs, on one day.
    pub(crate) fn change(
        &mut self,
        world: &mut World,
        draws: &mut Draws,
        made: &Made,
        row: &Row,
    ) -> Result<(), AppError> {
        let who = self.who();
        if draws.day.saturating_sub(self.applies) <= 30 && draws.happens(who, "withdraws", 250) {
            return self.end(world, draws, made, EndWay::CoolingOff, 1);
        }
        for (way, chance, late) in ENDS {
            if draws.happens(who, &format!("it ends: {}", way.code()), chance) {
                return self.end(world, draws, made, way, late);
            }
        }
        if row.open.is_positive() && draws.happens(who, "it ends: repeated-non-payment", 60) {
            return self.end(world, draws, made, EndWay::RepeatedNonPayment, 1);
        }
        if draws.happens(who, "takes the cancellation back", 25) {
            let command = Command::WithdrawCancellation { way: EndWay::Ordinary };
            return self.order(world, draws, "taken back", made, command);
        }
        if draws.happens(who, "revokes the mandate", 25) {
            let command = Command::StopMandate { reason: "revoked".into() };
            return self.order(world, draws, "revoked", made, command);
        }
        if draws.happens(who, "gives a new mandate", 60) {
            return self.new_mandate(world, draws, made);
        }
        if row.open.is_positive() && draws.happens(who, "the post tells of a reminder", 900) {
            return self.reminder_news(world, draws, made);
        }
        if world.faults.late && draws.happens(who, "a fact was wrong", 25) {
            return self.correct(world, draws, made);
        }
        if draws.happens(who, "the schedule changes", 120) {
            return self.change_schedule(world, draws, made);
        }
        if draws.happens(who, "the insurer announces a change", 25) {
            let command = Command::AnnounceChange {
                campaign: Id::new(Shard::of(3), kernel::Instant::UNIX_EPOCH, u64::from(draws.day)),
                product: None,
                flags: None,
                parts: [].into(),
                premium: Some(Money::from_cents(
                    900 + i64::try_from(draws.below(who, "premium", 900)).unwrap_or(0),
                )),
                adverse: draws.below(who, "adverse", 2) == 0,
                from: add_days(world.today, 32 + i64::try_from(draws.below(who, "in days", 60)).unwrap_or(0)),
            };
            return self.order(world, draws, "announcement", made, command);
        }
        if draws.happens(who, "moves", 20) {
            let to = [Some(Country::Nl), Some(Country::Be), None]
                [usize::try_from(draws.below(who, "to", 3)).unwrap_or(0)];
            let on = add_days(world.today, i64::try_from(draws.below(who, "on", 30)).unwrap_or(0));
            return self.order(world, draws, "move", made, Command::Move { to, on });
        }
        Ok(())
    }

    fn end(
        &self,
        world: &mut World,
        draws: &mut Draws,
        made: &Made,
        way: EndWay,
        most_late: u64,
    ) -> Result<(), AppError> {
        let who = self.who();
        let late = if world.faults.late { draws.below(who, "late by", most_late) } else { 0 };
        let received = world.now - jiff::SignedDuration::from_hours(24 * i64::try_from(late).unwrap_or(0));
        let channels = [Channel::Portal, Channel::Phone, Channel::Email, Channel::Post];
        let channel = channels[usize::try_from(draws.below(who, "channel", 4)).unwrap_or(0)];
        let ago = |what: &str, most| {
            add_days(world.today, -i64::try_from(draws.below(who, what, most)).unwrap_or(0))
        };
        let mut notice = Notice::new(way, received);
        notice.channel = Some(channel);
        notice.claim_closed = Some(ago("claim closed", 40));
        notice.happened =
            matches!(way, EndWay::InsurerBankruptcy | EndWay::TrusteeBankruptcy | EndWay::Death)
                .then(|| ago("happened", 60));
        notice.last_day = (draws.below(who, "wish", 5) == 0).then(|| add_days(world.today, 90));
        let command = Command::Cancel { notice: Box::new(notice) };
        self.order(world, draws, "notice", made, command)
    }

    fn new_mandate(&mut self, world: &mut World, draws: &mut Draws, made: &Made) -> Result<(), AppError> {
        let payee = Payee { name: format!("Holder {}", self.number), iban: iban(self.country, self.number) };
        let debtor = seal(world, made.holder, "account", payee)?;
        self.mandates += 1;
        let reference = MandateReference::parse(&format!("{}-M{}", made.number, self.mandates))
            .expect("a policy number and a suffix fit into 35 characters");
        let command = Command::GiveMandate { reference, debtor, signed: world.today };
        self.order(world, draws, "mandate", made, command)
    }

    /// The last reminder came back, arrived on another day than presumed, or is sent again.
    fn reminder_news(&self, world: &mut World, draws: &mut Draws, made: &Made) -> Result<(), AppError> {
        let id = made.contract;
        let mut loaded = world.app.db.read(move |tx| streams::look::<Contract>(tx, &[id]))?;
        let Some(loaded) = loaded.remove(&id) else { return Ok(()) };
        let Some(last) = loaded.state()?.billing.reminders.last() else { return Ok(()) };
        let no = last.no;
        let days = i64::try_from(draws.below(self.who(), "days", 12)).unwrap_or(0);
        let command = match draws.below(self.who(), "news", 3) {
            0 => Command::ReturnReminder { no, reason: "unknown".into() },
            1 => Command::ProveReceipt { no, received: add_days(world.today, -days), proof: None },
            _ => Command::RemindAgain,
        };
        self.order(world, draws, "reminder", made, command)
    }

    /// A notice, a payment or a reminder was entered wrongly.
    fn correct(&self, world: &mut World, draws: &mut Draws, made: &Made) -> Result<(), AppError> {
        let id = made.contract;
        let facts = world.app.db.read(move |tx| contracts::facts(tx, &[id]))?.remove(&id).unwrap_or_default();
        let may_be_wrong = |event: &ContractEvent| {
            matches!(event, ContractEvent::Policy(PolicyEvent::Cancelled { .. }))
                || matches!(event.kind(), "payment-received" | "reminder-sent")
        };
        let candidates: Vec<_> =
            facts.iter().rev().filter(|fact| may_be_wrong(&fact.event)).take(5).collect();
        let at = usize::try_from(draws.below(self.who(), "which", 5)).unwrap_or(0);
        let Some(fact) = candidates.get(at) else { return Ok(()) };
        let days = i64::try_from(draws.below(self.who(), "by days", 20)).unwrap_or(0) - 15;
        let right = match draws.below(self.who(), "right", 3) {
            0 => Right::Never,
            _ => Right::At { at: fact.effective + jiff::SignedDuration::from_hours(24 * days) },
        };
        let wrong = Box::new(fact.event.clone());
        let command = Command::Correct { seq: fact.seq, wrong, effective: fact.effective, right };
        self.order(world, draws, "correction", made, command)
    }

    fn change_schedule(&self, world: &mut World, draws: &mut Draws, made: &Made) -> Result<(), AppError> {
        let who = self.who();
        let pick = |what: &str, of: u64| usize::try_from(draws.below(who, what, of)).unwrap_or(0);
        let item = u32::try_from(draws.below(who, "which item", 3)).unwrap_or(0) + 1;
        let what = match draws.below(who, "change", 12) {
            0..2 => {
                let command = Command::Endorse { change: Change::AddressChanged, from: None, premium: None };
                return self.order(world, draws, "endorsement", made, command);
            }
            2..5 => What::Swapped {
                item,
                identity: self.another_device(draws),
                why: [Swap::Repaired, Swap::Replaced][pick("why", 2)],
            },
            5..7 => {
                let Some(product) = world.app.products.current(&self.product) else { return Ok(()) };
                let device = &product.devices()[pick("added device", product.devices().len() as u64)];
                What::Added {
                    device: ProposedDevice {
                        kind: device.kind,
                        identity: self.another_device(draws),
                        bought: add_days(world.today, -2),
                        purchase_value: device.value_from + Money::from_cents(12_300),
                    },
                }
            }
            7..9 => {
                let why = [Gone::Sold, Gone::Stolen, Gone::Broken, Gone::NotWanted][pick("why gone", 4)];
                let days = i64::try_from(draws.below(who, "gone since", 10)).unwrap_or(0);
                let on = world.faults.late.then(|| add_days(world.today, -days));
                What::Left { item, why, on }
            }
            9 => What::PersonAdded {
                name: format!("Partner {}", self.number),
                born: Some(kernel::date(1991, 2, 28)),
            },
            10 => {
                let id = made.contract;
                let loaded = world.app.db.read(move |tx| streams::look::<Contract>(tx, &[id]))?;
                let Some(loaded) = loaded.get(&id) else { return Ok(()) };
                let Some(insured) = loaded.state()?.schedule_at(world.now).insured.first().copied() else {
                    return Ok(());
                };
                What::PersonLeft { person: insured.person }
            }
            _ => {
                let Some(product) = world.app.products.current(&self.product) else { return Ok(()) };
                let plans = product.plans();
                What::Plan { plan: plans[pick("other plan", plans.len() as u64)].code.clone() }
            }
        };
        let asked = Asked {
            id: format!("sim:{}:{}:change", self.number, draws.day),
            contract: made.contract,
            version: None,
            what,
            actor: self.actor(Channel::Portal),
        };
        let answer = world.act(draws, (who, "change of the schedule"), |app, now| {
            let (app_, asked) = (app.clone(), asked.clone());
            app.db.write(Priority::Click, move |tx| changes::change(&app_, tx, now, &asked))
        });
        answer.map(|_| ()).or_else(|error| world.refused(error))
    }

    /// A device with a number of its own; now and then one that another policy may have.
    fn another_device(&self, draws: &Draws) -> DeviceIdentity {
        let number = match draws.below(self.who(), "whose number", 12) {
            0 => 1 + self.number / 2,
            _ => 1_000_000 + self.number * 8_000 + draws.day,
        };
        DeviceIdentity {
            model: format!("device of day {}", draws.day),
            imei: Some(imei(number)),
            serial: None,
        }
    }
}

fn seal<T: serde::Serialize + Clone + Send + 'static>(
    world: &World,
    holder: Id,
    class: &'static str,
    what: T,
) -> Result<VaultRef, AppError> {
    let (app, now) = (world.app.clone(), world.now);
    world
        .app
        .db
        .write(Priority::Click, move |tx| app.seal(tx, now, (holder, Purpose::Contract, class), None, &what))
}

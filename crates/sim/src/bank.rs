//! The banks of a simulation: one for each power of attorney. They carry out the files that were released, return debits days
//! or weeks later, refuse orders before they book them (pain.002), charge, and send statements and notifications (camt.053,
//! camt.054) that may be late, out of order, or come twice.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    AppError, money,
    testing::{
        answer::Answer,
        bank::{BankDouble, Entry, Ordered, orders},
        staff,
    },
};
use kernel::{Date, Id, Instant, Money, Role, add_days};
use store::{params, sql};

use crate::{
    draw::{Draws, Who},
    people::{Payer, Person},
    world::World,
};

/// All banks, by power of attorney.
pub(crate) struct Banks(BTreeMap<String, Bank>);

/// A bank that keeps one account of the house.
pub(crate) struct Bank {
    agreement: String,
    double: BankDouble,
    /// Files taken.
    taken: BTreeSet<Id>,
    /// Orders taken and not carried out.
    waiting: Vec<Ordered>,
    /// Keys of all orders ever taken.
    keys: BTreeSet<String>,
    today: Vec<Entry>,
    /// What comes back on a later day.
    to_come_back: BTreeMap<Date, Vec<Entry>>,
    /// Statements, notifications and status reports made, with the day on which they arrive.
    under_way: Vec<(Date, u32, Vec<u8>)>,
    made: u32,
}

impl Banks {
    pub(crate) fn new(app: &app::App) -> Self {
        let bank = |code: &str, account: &str| Bank {
            agreement: code.to_owned(),
            double: BankDouble::new(account),
            taken: BTreeSet::new(),
            waiting: Vec::new(),
            keys: BTreeSet::new(),
            today: Vec::new(),
            to_come_back: BTreeMap::new(),
            under_way: Vec::new(),
            made: 0,
        };
        let agreements = app.products.agreements().iter();
        Self(agreements.map(|a| (a.code.clone(), bank(&a.code, a.account.iban.as_str()))).collect())
    }

    pub(crate) fn of(&mut self, agreement: &str) -> &mut Bank {
        self.0.get_mut(agreement).expect("every power of attorney has a bank")
    }

    /// The bank's day is over: orders are carried out, and a statement is made.
    pub(crate) fn end_of_day(
        &mut self,
        world: &mut World,
        draws: &mut Draws,
        people: &[Person],
    ) -> Result<(), AppError> {
        self.0.values_mut().try_for_each(|bank| bank.end_of_day(world, draws, people))
    }

    /// Statements that arrive this morning are imported.
    pub(crate) fn deliver(&mut self, world: &mut World, draws: &mut Draws) -> Result<(), AppError> {
        self.0.values_mut().try_for_each(|bank| bank.deliver(world, draws))
    }
}

impl Bank {
    /// Something is credited or debited today.
    pub(crate) fn happens_today(&mut self, entry: Entry) {
        self.today.push(entry);
    }

    fn end_of_day(
        &mut self,
        world: &mut World,
        draws: &mut Draws,
        people: &[Person],
    ) -> Result<(), AppError> {
        self.take_files(world, draws)?;
        let today = world.today;
        let (due, later) =
            std::mem::take(&mut self.waiting).into_iter().partition(|order| order.date <= today);
        self.waiting = later;
        let due: Vec<Ordered> = due;
        for order in due {
            self.carry_out(world, draws, people, &order);
        }
        self.today.extend(self.to_come_back.remove(&today).unwrap_or_default());
        if self.goes_wrong(world, draws, "the bank charges", 2_000) {
            self.today.push(Entry::own("CHRG", Money::from_cents(-4_50)));
        }
        let entries = std::mem::take(&mut self.today);
        if !entries.is_empty() && self.goes_wrong(world, draws, "a notification too", 10_000) {
            let days = 1 + draws.below(Who::House, &self.said("days till the notification"), 4);
            let notice = self.double.notice(today, &entries);
            self.send(add_days(today, i64::try_from(days).unwrap_or(1)), notice);
        }
        let statement = self.double.day(today, &[], &entries);
        self.made += 1;
        let what = |what: &str| format!("{what} ({})", self.agreement);
        let mut days = 1;
        if world.faults.statements && draws.happens(Who::House, &what("a statement is late"), 2_500) {
            world.summary.faults += 1;
            let most = 1 + draws.below(Who::House, &what("days late"), 7);
            days += i64::try_from(most).unwrap_or(1);
        }
        self.under_way.push((add_days(today, days), self.made, statement.clone()));
        if world.faults.statements && draws.happens(Who::House, &what("a statement comes twice"), 1_500) {
            world.summary.faults += 1;
            self.under_way.push((add_days(today, days + 1), self.made, statement));
        }
        Ok(())
    }

    fn said(&self, what: &str) -> String {
        format!("{what} ({})", self.agreement)
    }

    fn goes_wrong(&self, world: &mut World, draws: &mut Draws, what: &str, chance: u64) -> bool {
        let happens = world.faults.statements && draws.happens(Who::House, &self.said(what), chance);
        world.summary.faults += u64::from(happens);
        happens
    }

    /// A file is on its way.
    fn send(&mut self, on: Date, file: Vec<u8>) {
        self.made += 1;
        self.under_way.push((on, self.made, file));
    }

    /// Files that were released since. One order in a file may be refused: it is never booked, and a report says so.
    fn take_files(&mut self, world: &mut World, draws: &mut Draws) -> Result<(), AppError> {
        let agreement = self.agreement.clone();
        let batches: Vec<(Id, Instant)> = world.app.db.read(move |tx| {
            let rows = tx.query(
                sql!("select id, released_us from batch where agreement = ?1 order by released_us, id"),
                &params![agreement.as_str()],
            )?;
            rows.iter()
                .map(|row| Ok((row.id("id")?, row.instant("released_us")?)))
                .collect::<Result<_, store::StoreError>>()
        })?;
        for (batch, released) in batches {
            if !self.taken.insert(batch) {
                continue;
            }
            let app = world.app.clone();
            let (_, bytes) = world.app.db.read(move |tx| money::bank_file(&app, tx, batch))?;
            let mut taken = orders(&bytes);
            if !taken.is_empty() && self.goes_wrong(world, draws, "an order is refused", 8_000) {
                let which = draws.below(Who::House, &self.said("which is refused"), taken.len() as u64);
                let order = taken.swap_remove(usize::try_from(which).unwrap_or(0));
                let reason = ["AM04", "AC04", "MS03", "MD01"]
                    [usize::try_from(draws.below(Who::House, &self.said("why"), 4)).unwrap_or(0)];
                let report = Answer::to(&bytes).refuses(&order, reason).xml(world.today);
                self.keys.insert(order.end_to_end);
                self.send(add_days(world.today, 1), report);
            }
            for order in taken {
                let is_blocked = world.blocked.get(&order.iban).is_some_and(|since| *since < released);
                if is_blocked && !order.is_collection {
                    let what = format!("the bank got {} after its account was blocked", order.end_to_end);
                    world.breaks("nothing is paid to a blocked account", what);
                }
                if !self.keys.insert(order.end_to_end.clone()) {
                    world.breaks(
                        "nothing is collected or paid twice",
                        format!("the bank got {} twice", order.end_to_end),
                    );
                }
                self.waiting.push(order);
            }
        }
        Ok(())
    }

    fn carry_out(&mut self, world: &mut World, draws: &mut Draws, people: &[Person], order: &Ordered) {
        world.summary.moved_cents += order.amount.cents();
        if !order.is_collection {
            self.today.push(Entry::paid(&order.end_to_end, order.amount));
            if draws.happens(Who::House, &format!("a payment of {} comes back", order.amount), 500) {
                let back = Entry::paid_back(&order.end_to_end, order.amount, "AC04");
                self.to_come_back.entry(add_days(world.today, 2)).or_default().push(back);
            }
            return;
        }
        let payer = crate::people::holder_of(&order.iban).and_then(|number| people.get(number));
        let Some(person) = payer else {
            return self.today.push(Entry::collected(&order.end_to_end, order.amount));
        };
        let chance = match person.payer(draws) {
            Payer::Good => 1_500,
            Payer::Sloppy => 18_000,
            Payer::Never => 90_000,
        };
        let who = person.who();
        self.today.push(Entry::collected(&order.end_to_end, order.amount));
        if !draws.happens(who, "a debit bounces", chance) {
            return;
        }
        let reason = ["AM04", "AM04", "AM04", "MS02", "MD06", "AC04", "MD01"]
            [usize::try_from(draws.below(who, "reason", 7)).unwrap_or(0)];
        // The holder's own refund may come within eight weeks, the bank's return within five days.
        let within = if reason == "MD06" { 56 } else { 6 };
        let days = i64::try_from(draws.below(who, "comes back after", within)).unwrap_or(0);
        let back = Entry::returned(&order.end_to_end, order.amount, reason);
        if days == 0 {
            self.today.push(back);
        } else {
            self.to_come_back.entry(add_days(world.today, days)).or_default().push(back);
        }
    }

    fn deliver(&mut self, world: &mut World, draws: &mut Draws) -> Result<(), AppError> {
        let today = world.today;
        let (arrived, later) =
            std::mem::take(&mut self.under_way).into_iter().partition(|(on, ..)| *on <= today);
        self.under_way = later;
        let arrived: Vec<(Date, u32, Vec<u8>)> = arrived;
        for (_, number, statement) in arrived {
            let command = format!("sim:statement:{}:{number}:{}", self.agreement, draws.day);
            let what = format!("statement {number} of {}", self.agreement);
            let answer = world.act(draws, (Who::House, &what), |app, now| {
                money::statements::import(app, now, &command, &staff(41, Role::Finance), statement.clone())
            });
            match answer {
                Ok(imported) => world.summary.entries += imported.booked,
                Err(error) => world.refused(error)?,
            }
        }
        Ok(())
    }
}

//! Losses, honest and not, and the desk that decides on them: the same loss twice, one in a gap or before the policy, one after
//! its end, one that is dearer than the device, an item that is not in the schedule.

use ::claims::{JobState, Phase, Settlement, Work};
use app::{
    AppError,
    apply::Made,
    approvals::{self, Verdict},
    claims::{self as cases, Approval, Draft, Given, NewFinding, Question, Report, Stated},
    money::blocked::{self, BlockReason},
    testing::staff,
    views::desk as views,
};
use kernel::{Channel, ClaimNumber, Id, Instant, Language, Money, Role};
use party::Payee;
use store::{Priority, Tx, params, sql};
use terms::Kind;

use crate::{
    draw::{Draws, Who},
    people::{Person, iban},
    world::World,
};

/// The most questions that a report answers.
const MOST_ASKED: usize = 40;
/// What most losses are like; what is not named here is left to chance.
const USUAL: [(&str, &str); 11] = [
    ("what_happened", "dropped"),
    ("affects_function", "yes"),
    ("holder", "insured_person"),
    ("damaged_before", "no"),
    ("recovered_elsewhere", "0.00"),
    ("repairable", "no"),
    ("is_total_loss", "yes"),
    ("warranty_covers", "no"),
    ("unforeseen_from_outside", "yes"),
    ("repaired_elsewhere", "no"),
    ("cause_found", "as_stated"),
];

/// What only who has the device in hand can see.
const SEEN_BY_REPAIRER: [&str; 4] = ["repairable", "is_total_loss", "repair_cost", "cause_found"];

/// How honest a loss is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Honesty {
    /// As it was.
    Honest,
    /// Some time in the past, whatever cover there was.
    AnyTime,
    /// Before there was a policy.
    Before,
    /// An item that is not insured.
    OtherItem,
}

impl Person {
    /// Loses or breaks the device, or says so.
    pub(crate) fn lose(&mut self, world: &mut World, draws: &mut Draws, made: &Made) -> Result<(), AppError> {
        let who = self.who();
        let honesty = match draws.below(who, "honesty", 10) {
            0..6 => Honesty::Honest,
            6..8 => Honesty::AnyTime,
            8 => Honesty::Before,
            _ => Honesty::OtherItem,
        };
        let days = match honesty {
            Honesty::Honest | Honesty::OtherItem => draws.below(who, "days ago", 4),
            Honesty::AnyTime => draws.below(who, "days ago", 200),
            Honesty::Before => u64::from(draws.day.saturating_sub(self.applies)) + 3,
        };
        let happened =
            world.now - jiff::SignedDuration::from_hours(24 * i64::try_from(days).unwrap_or(0) + 1);
        let items = if honesty == Honesty::OtherItem { vec![7] } else { Vec::new() };
        let facts = answered(world, draws, who, made, (&items, happened))?;
        let report = Report {
            contract: made.contract,
            holder: Some(made.holder),
            items,
            facts,
            narrative: "It is broken.".to_owned(),
            uploads: Vec::new(),
        };
        // Who reports the same loss twice is answered with the claim there is.
        let times = 1 + u32::from(draws.below(who, "reports it twice", 8) == 0);
        for time in 0..times {
            let command = format!("sim:{}:{}:loss:{time}", self.number, draws.day);
            let actor = self.actor(Channel::Portal);
            let answer = world.act(draws, (who, "report"), |app, now| {
                let (app_, command, actor, report) =
                    (app.clone(), command.clone(), actor.clone(), report.clone());
                app.db.write(Priority::Click, move |tx| {
                    cases::report(&app_, tx, now, &command, &actor, &report)
                })
            });
            match answer {
                Ok(reported) => {
                    world.summary.claims += u64::from(!reported.was_there);
                    if time > 0 && !reported.was_there {
                        let what = format!("claim {} was reported twice", reported.number);
                        world.breaks_of("no loss is two claims", Some(self.number), what);
                    }
                }
                Err(error) => world.refused(error)?,
            }
        }
        Ok(())
    }

    /// The house blocks the account: nothing may be paid to it from then on (LAW-SANC-03).
    pub(crate) fn is_blocked(&self, world: &mut World, draws: &mut Draws) -> Result<(), AppError> {
        let account = iban(self.country, self.number);
        let command = format!("sim:{}:block", self.number);
        let wanted = account.clone();
        let answer = world.act(draws, (self.who(), "block"), |app, now| {
            let (app_, command, account) = (app.clone(), command.clone(), wanted.clone());
            app.db.write(Priority::Click, move |tx| {
                let by = staff(41, Role::Finance);
                blocked::block(
                    &app_,
                    tx,
                    now,
                    (&command, &by),
                    &account,
                    (BlockReason::Fraud, "Seen before."),
                )
            })
        });
        match answer {
            Ok(_) => {
                let now = world.now;
                world.blocked.entry(account.as_str().to_owned()).or_insert(now);
                Ok(())
            }
            Err(error) => world.refused(error),
        }
    }
}

/// Answers the questions of a report, as far as they go.
fn answered(
    world: &World,
    draws: &Draws,
    who: Who,
    made: &Made,
    (items, happened): (&[u32], Instant),
) -> Result<Vec<Stated>, AppError> {
    let mut draft =
        Draft { contract: made.contract, items: items.to_vec(), facts: Vec::new(), unknown: Vec::new() };
    for _ in 0..MOST_ASKED {
        let (app, now, wanted) = (world.app.clone(), world.now, draft.clone());
        let asked = world.app.db.read(move |tx| {
            match cases::questions_of_draft(&app, tx, now, &wanted, Language::Nl) {
                Err(AppError::Refused(_)) => Ok(None),
                asked => asked.map(Some),
            }
        })?;
        let Some(asked) = asked else { break };
        let Some(question) = asked.ask.first() else { break };
        match answer(draws, who, question, happened) {
            Some(text) => draft.facts.push(Stated { item: question.item, fact: question.fact.clone(), text }),
            None => draft.unknown.push((question.item, question.fact.clone())),
        }
    }
    if draft.facts.is_empty() {
        // Nothing could be asked: the report says the least there is.
        draft.facts = ["what_happened", "damage_arose_at", "discovered_at"]
            .map(|fact| Stated::new(fact, if fact == "what_happened" { "dropped" } else { "" }))
            .to_vec();
        for fact in draft.facts.iter_mut().filter(|fact| fact.text.is_empty()) {
            fact.text = happened.to_string();
        }
    }
    Ok(draft.facts)
}

pub(crate) fn answer(draws: &Draws, who: Who, question: &Question, happened: Instant) -> Option<String> {
    let chance = |what: &str, of: u64| draws.below(who, &format!("{}: {what}", question.fact), of);
    let usual = USUAL.iter().find(|(fact, _)| *fact == question.fact);
    if let Some((_, value)) = usual.filter(|_| chance("as usual", 10) < 8) {
        let is_known = question.values.is_empty() || question.values.iter().any(|(name, _)| name == value);
        if is_known {
            return Some((*value).to_owned());
        }
    }
    Some(match question.kind {
        Kind::Bool => if chance("yes", 4) == 0 { "yes" } else { "no" }.to_owned(),
        Kind::Choice => {
            let at = usize::try_from(chance("choice", question.values.len().max(1) as u64)).unwrap_or(0);
            question.values.get(at)?.0.clone()
        }
        Kind::Set => String::new(),
        // Now and then far above what the device cost.
        Kind::Money => Money::from_cents(i64::try_from(chance("amount", 300_000)).unwrap_or(0)).to_string(),
        Kind::Instant => happened.to_string(),
        Kind::Date => kernel::local_date(happened, kernel::Country::Nl).to_string(),
        Kind::Number => chance("number", 5).to_string(),
        Kind::Term => return None,
    })
}

/// The desk of claims on one day: it goes through what is open, as far as it gets.
pub(crate) fn handle(world: &mut World, draws: &mut Draws, people: &[Person]) -> Result<(), AppError> {
    let open: Vec<(ClaimNumber, Id, Id)> = world.app.db.read(|tx| {
        let rows = tx.query(
            sql!("select number, id, contract from claim where phase <> 'closed' order by id"),
            &params![],
        )?;
        rows.iter()
            .map(|row| Ok((row.parse("number")?, row.id("id")?, row.id("contract")?)))
            .collect::<Result<_, store::StoreError>>()
    })?;
    for (number, claim, contract) in open {
        let of = people.iter().find(|person| person.made.as_ref().is_some_and(|m| m.contract == contract));
        let Some(person) = of else { continue };
        if draws.happens(person.who(), "the desk looks at the claim", 30_000) {
            look_at(world, draws, person, (&number, claim))?;
        }
    }
    Ok(())
}

fn look_at(
    world: &mut World,
    draws: &mut Draws,
    person: &Person,
    (number, claim): (&ClaimNumber, Id),
) -> Result<(), AppError> {
    let who = person.who();
    let carla = staff(31, Role::Claims);
    let (app, now, wanted) = (world.app.clone(), world.now, number.clone());
    let file =
        world.app.db.read(move |tx| views::claim_file(&app, tx, &wanted, now, Language::Nl, Role::Claims))?;
    let Some(file) = file else { return Ok(()) };
    // Of three people one has the device mended, one gets another, one gets money.
    let way = draws.nature(who, "made good", 3);
    if way < 2 {
        in_kind(world, draws, person, (claim, &file.page), way == 0)?;
    }
    // What only the repairer can see is left to it.
    let (app, now) = (world.app.clone(), world.now);
    let work = world.app.db.read(move |tx| cases::in_kind(&app, tx, now, claim))?;
    let is_looked_at = work.jobs.iter().any(|job| job.state == JobState::Ordered);
    let (mut facts, mut findings) = (Vec::new(), Vec::new());
    for question in &file.page.questions {
        if is_looked_at && SEEN_BY_REPAIRER.contains(&question.fact.as_str()) {
            continue;
        }
        let Some(text) = answer(draws, who, question, file.page.happened_at) else { continue };
        let stated = Stated { item: question.item, fact: question.fact.clone(), text };
        if question.is_finding {
            findings.push(NewFinding { finding: stated, reason: "As it looks.".to_owned() });
        } else {
            facts.push(stated);
        }
    }
    let day = draws.day;
    let id = |what: &str| format!("sim:{claim}:{day}:{what}");
    if !facts.is_empty() {
        let command = id("facts");
        desk(world, draws, (who, "facts"), move |app, tx, now| {
            cases::state_facts(app, tx, now, (&command, &staff(31, Role::Claims)), claim, &facts).map(|_| ())
        })?;
    }
    for finding in findings {
        let command = id(&finding.finding.fact);
        desk(world, draws, (who, "finding"), move |app, tx, now| {
            cases::state_finding(app, tx, now, (&command, &staff(31, Role::Claims)), claim, &finding)
                .map(|_| ())
        })?;
    }
    let command = format!("sim:{claim}:{}:approve", draws.day);
    let by = carla.clone();
    let approved = world.act(draws, (who, "approve"), |app, now| {
        let (app_, command, by) = (app.clone(), command.clone(), by.clone());
        app.db.write(Priority::Click, move |tx| cases::approve(&app_, tx, now, (&command, &by), claim))
    });
    match approved {
        Ok(Approval::Waits(proposed)) => {
            let command = format!("sim:{claim}:{}:second", draws.day);
            // Now and then the same person tries to be the second one too.
            let second =
                if draws.below(who, "the same person", 6) == 0 { carla } else { staff(51, Role::Manager) };
            let answer = world.act(draws, (who, "second"), |app, now| {
                let (app_, command, second) = (app.clone(), command.clone(), second.clone());
                let approval = proposed.approval;
                app.db.write(Priority::Click, move |tx| {
                    approvals::decide(&app_, tx, now, (&command, &second), approval, Verdict::Approve)
                })
            });
            match answer {
                Ok(_) | Err(AppError::Denied(_)) => {}
                Err(error) => world.refused(error)?,
            }
        }
        Ok(Approval::Done(_)) => {}
        Err(error) => world.refused(error)?,
    }
    settle(world, draws, person, claim)
}

/// Has a repairer look at the device, or chooses another device instead of money.
fn in_kind(
    world: &mut World,
    draws: &mut Draws,
    person: &Person,
    (claim, page): (Id, &cases::ClaimPage),
    is_mended: bool,
) -> Result<(), AppError> {
    let (who, day) = (person.who(), draws.day);
    let Some(item) = page.items.first().map(|item| item.item) else { return Ok(()) };
    if !is_mended {
        if person.country != kernel::Country::Nl {
            return Ok(());
        }
        let facts = [Stated { item: Some(item), ..Stated::new("settle_by", "device") }];
        let command = format!("sim:{claim}:{day}:device");
        return desk(world, draws, (who, "device"), move |app, tx, now| {
            cases::state_facts(app, tx, now, (&command, &staff(31, Role::Claims)), claim, &facts).map(|_| ())
        });
    }
    let agreement = world.app.products.agreement(&person.agreement)?;
    let Some(from) = agreement.suppliers.first().map(|supplier| supplier.code.clone()) else {
        return Ok(());
    };
    let command = format!("sim:{claim}:{day}:look");
    desk(world, draws, (who, "look"), move |app, tx, now| {
        let by = staff(31, Role::Claims);
        cases::order_job(app, tx, now, (&command, &by), claim, (item, Work::Repair, &from)).map(|_| ())
    })
}

/// Orders what is approved and known to nobody's account, refuses what is not covered.
fn settle(world: &mut World, draws: &mut Draws, person: &Person, claim: Id) -> Result<(), AppError> {
    let who = person.who();
    let (app, now) = (world.app.clone(), world.now);
    let page = world.app.db.read(move |tx| cases::page(&app, tx, now, claim, Language::Nl))?;
    if page.phase == Phase::Closed {
        return Ok(());
    }
    if page.left_to_pay.is_positive() {
        let command = format!("sim:{claim}:{}:pay", draws.day);
        let payee =
            Payee { name: format!("Holder {}", person.number), iban: iban(person.country, person.number) };
        return desk(world, draws, (who, "pay"), move |app, tx, now| {
            let by = staff(31, Role::Claims);
            let given = Given::Account(payee.clone());
            cases::order_payment(app, tx, now, (&command, &by), claim, &given).map(|_| ())
        });
    }
    let refusable = page.items.iter().filter(|item| {
        item.settlement == Settlement::Open && matches!(item.verdict, Some(terms::Verdict::NotCovered))
    });
    let items: Vec<u32> = refusable.map(|item| item.item).collect();
    if items.is_empty() {
        return Ok(());
    }
    let command = format!("sim:{claim}:{}:refuse", draws.day);
    desk(world, draws, (who, "refuse"), move |app, tx, now| {
        let by = staff(31, Role::Claims);
        cases::refuse(app, tx, now, (&command, &by), claim, (&items, "Not insured.")).map(|_| ())
    })
}

/// One thing that somebody does; a refusal is an answer.
pub(crate) fn desk(
    world: &mut World,
    draws: &mut Draws,
    (who, what): (Who, &str),
    act: impl Fn(&app::App, &mut Tx<'_>, Instant) -> Result<(), AppError> + Clone + Send + 'static,
) -> Result<(), AppError> {
    let done = world.act(draws, (who, what), |app, now| {
        let (app_, act) = (app.clone(), act.clone());
        app.db.write(Priority::Click, move |tx| act(&app_, tx, now))
    });
    done.or_else(|error| world.refused(error))
}

//! A policy, its customer, and the desk that handles its claims.

use ::claims::Command;
use app::{
    App, AppError, Refused,
    apply::{Made, Proposal},
    attachments::{self, Upload},
    claims::{self, Approval, Order, Report, ReportedClaim, Stated},
    contracts::Outcome,
    sealed::Purpose,
    testing::{DROPPED, World, at, euro, proposal, staff},
};
use kernel::{Actor, Channel, Id, Instant, Language, Role};
use store::{Priority, Tx, params, sql};

pub(super) fn stated(facts: &[(&str, &str)]) -> Vec<Stated> {
    facts.iter().map(|(fact, text)| Stated::new(fact, text)).collect()
}

pub(super) fn with(facts: &[(&str, &str)], change: &[(&str, &str)]) -> Vec<Stated> {
    let mut all = stated(facts);
    for (fact, text) in change {
        all.retain(|known| known.fact != *fact);
        all.push(Stated::new(fact, text));
    }
    all
}

/// A small picture, as a camera would send it.
pub(super) fn photo(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = image::RgbImage::from_pixel(24, 16, image::Rgb([shade, 90, 40]));
    picture.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    bytes
}

pub(super) struct Desk<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) made: Made,
}

impl<'a> Desk<'a> {
    /// A policy of this proposal, accepted on the next day.
    pub(super) fn of(world: &'a World<'a>, proposal: &Proposal) -> Self {
        let made = world.apply("2026-03-01 14:05", "apply", proposal).unwrap();
        let accept = policy::Command::Accept { accept_limit: euro("3500.00") };
        let by = staff(11, Role::Acceptance);
        world.order("2026-03-02 10:00", "accept", made.contract, &by, accept).unwrap();
        Self { world, made }
    }

    pub(super) fn new(world: &'a World<'a>) -> Self {
        Self::of(world, &proposal())
    }

    pub(super) fn customer(&self) -> Actor {
        Actor::new(self.made.holder, Role::Policyholder, Channel::Portal)
    }

    pub(super) fn write<T: Send + 'static>(
        &self,
        when: &str,
        act: impl Fn(&App, &mut Tx<'_>, Instant) -> Result<T, AppError> + Send + Sync + 'static,
    ) -> Result<T, AppError> {
        let (app, now) = (self.world.app.clone(), at(when));
        self.world.app.db.write(Priority::Click, move |tx| act(&app, tx, now))
    }

    pub(super) fn upload(&self, when: &str, bytes: &[u8]) -> Upload {
        let to = (self.made.holder, Purpose::Claim);
        attachments::store(&self.world.app, at(when), to, bytes, "C:\\photos\\crack.jpg").unwrap()
    }

    pub(super) fn report(
        &self,
        when: &str,
        command: &str,
        facts: Vec<Stated>,
        photo: bool,
    ) -> Result<ReportedClaim, AppError> {
        let uploads = if photo {
            vec![("photo_damage".to_owned(), self.upload(when, &self::photo(1)))]
        } else {
            vec![]
        };
        let report = Report {
            contract: self.made.contract,
            holder: Some(self.made.holder),
            items: vec![],
            facts,
            narrative: "It slipped out of my hand.".into(),
            uploads,
        };
        let (command, customer) = (command.to_owned(), self.customer());
        self.write(when, move |app, tx, now| claims::report(app, tx, now, &command, &customer, &report))
    }

    pub(super) fn dropped(&self) -> Id {
        self.report("2026-03-11 09:00", "r1", stated(&DROPPED), true).unwrap().id
    }

    pub(super) fn desk_states(
        &self,
        when: &str,
        claim: Id,
        facts: &[(&str, &str)],
    ) -> Result<Outcome, AppError> {
        let (facts, command) = (stated(facts), format!("state {when} {facts:?}"));
        self.write(when, move |app, tx, now| {
            claims::state_facts(app, tx, now, (&command, &staff(12, Role::Claims)), claim, &facts)
        })
    }

    pub(super) fn approve(
        &self,
        when: &str,
        command: &str,
        by: Actor,
        claim: Id,
    ) -> Result<Approval, AppError> {
        let command = command.to_owned();
        self.write(when, move |app, tx, now| claims::approve(app, tx, now, (&command, &by), claim))
    }

    pub(super) fn refuse(
        &self,
        when: &str,
        by: Actor,
        claim: Id,
        reason: &'static str,
    ) -> Result<Outcome, AppError> {
        let command = format!("refuse {when} {reason} {:?}", by.role);
        self.write(when, move |app, tx, now| {
            claims::refuse(app, tx, now, (&command, &by), claim, (&[1], reason))
        })
    }

    pub(super) fn page(&self, when: &str, claim: Id) -> claims::ClaimPage {
        self.write(when, move |app, tx, now| claims::page(app, tx, now, claim, Language::En)).unwrap()
    }

    pub(super) fn status(&self, when: &str, claim: Id) -> claims::ClaimStatus {
        self.write(when, move |app, tx, now| claims::status(app, tx, now, claim, Language::Nl)).unwrap()
    }

    pub(super) fn bank(&self, when: &str, claim: Id, command: Command) {
        let order = Order { id: format!("{when} {command:?}"), claim, command, actor: App::machine() };
        let answers =
            self.write(when, move |app, tx, now| claims::execute(app, tx, now, std::slice::from_ref(&order)));
        assert_eq!(answers.unwrap(), [Ok(Outcome::Done)]);
    }

    pub(super) fn count(&self, sql: &'static store::sql::Sql) -> i64 {
        self.world.number(sql, vec![])
    }

    pub(super) fn letters(&self, kind: &str) -> i64 {
        self.world
            .number(sql!("select count(*) as number from letter where kind = ?1"), params![kind].to_vec())
    }

    /// The decision as the letter tells it.
    pub(super) fn decision_letter(&self) -> documents::content::ClaimDecided {
        let document: documents::Document = self
            .write("2026-03-20 09:00", |app, tx, _| {
                let sql = sql!(
                    "select content from letter where kind = 'claim-decided' order by made_us desc limit 1"
                );
                let content: Id = tx.query_one(sql, &params![])?.id("content")?;
                Ok(app.unseal_row(tx, content)?.unwrap())
            })
            .unwrap();
        match document.content {
            documents::Content::ClaimDecided(decided) => *decided,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn open_tasks(&self) -> i64 {
        self.count(sql!("select count(*) as number from task where kind = 'decide-claim' and state = 'open'"))
    }

    /// Every decision can be made again to the byte.
    pub(super) fn replays(&self, claim: Id) -> usize {
        let replayed =
            self.write("2030-01-01 00:00", move |app, tx, _| claims::replay(app, tx, &[claim])).unwrap();
        assert!(replayed.iter().all(claims::Replayed::is_same));
        replayed.len()
    }
}

pub(super) fn refused(answer: Result<impl std::fmt::Debug, AppError>) -> Refused {
    answer.unwrap_err().refused().expect("a refusal").clone()
}

pub(super) fn code(answer: Result<impl std::fmt::Debug, AppError>) -> String {
    refused(answer).code
}

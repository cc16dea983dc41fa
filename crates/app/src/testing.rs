//! A small world for tests: an app over a fresh database, and people who apply.

pub mod answer;
pub mod bank;

use std::{collections::BTreeMap, ops::ControlFlow};

use kernel::{
    Actor, Channel, Country, DeviceKind, Frequency, Iban, Id, Imei, Instant, Language, Money, Postcode, Role,
    Shard,
};
use party::{Payee, PostalAddress, Profile};
use policy::{Command, HolderKind};
use store::{Priority, testing as db};

use crate::{
    App, AppError, Parts, Refused, access,
    apply::{self, DeviceIdentity, Made, Proposal, ProposedDevice},
    contracts::{self, Order, Outcome},
    day,
    products::Products,
    schema,
    screening::NamedList,
};

/// An app under test. Gone with its database when dropped.
pub struct World<'a> {
    /// The app.
    pub app: App,
    /// Its database and folder.
    pub db: &'a db::TestDb,
}

/// Runs a test on a fresh world over SQLite, and over PostgreSQL where there is one.
pub fn each_world(check: impl Fn(&World<'_>)) {
    db::each_database(&schema::domain(), |db_| {
        check(&World { app: app_over(db_), db: db_ });
    });
}

/// The same, under powers of attorney that a test makes of the shipped ones.
pub fn each_world_under(change: impl Fn(&mut agreement::Agreement), check: impl Fn(&World<'_>)) {
    db::each_database(&schema::domain(), |db_| {
        let products = Products::shipped().expect("the shipped products are right");
        let mut agreements = products.agreements().to_vec();
        agreements.iter_mut().for_each(&change);
        check(&World { app: app_with(db_, products.under(agreements)), db: db_ });
    });
}

impl World<'_> {
    /// The same world after the powers of attorney changed.
    pub fn under(&self, change: impl Fn(&mut agreement::Agreement)) -> World<'_> {
        let products = Products::shipped().expect("the shipped products are right");
        let mut agreements = products.agreements().to_vec();
        agreements.iter_mut().for_each(&change);
        World { app: app_with(self.db, products.under(agreements)), db: self.db }
    }
}

/// An app over a test database.
pub fn app_over(db: &db::TestDb) -> App {
    app_with(db, Products::shipped().expect("the shipped products are right"))
}

fn app_with(db: &db::TestDb, products: Products) -> App {
    let parts = Parts {
        db: db.db.clone(),
        vault: db.vault(),
        objects: db.objects(),
        products,
        access: access::Access::new(),
        entropy: db.entropy.clone(),
        screener: Box::new(NamedList { possible: vec!["ivan verdacht".to_owned()] }),
        portal_url: "https://my.harmony.example".to_owned(),
    };
    App::new(parts, db::start()).expect("a fresh database takes the products")
}

/// A Dutch local instant, written `2026-03-01 14:05`.
pub fn at(text: &str) -> Instant {
    let local: jiff::civil::DateTime = text.replace(' ', "T").parse().expect("a local date and time");
    local.to_zoned(Country::Nl.time_zone()).expect("a time that exists").timestamp()
}

/// An amount.
pub fn euro(text: &str) -> Money {
    text.parse().expect("an amount")
}

/// Somebody of the desk.
pub fn staff(number: i64, role: Role) -> Actor {
    Actor::new(db::id(number), role, Channel::Desk)
}

/// What a customer answers whose phone was dropped at noon.
pub const DROPPED: [(&str, &str); 8] = [
    ("what_happened", "dropped"),
    ("damage_arose_at", "2026-03-10T12:00"),
    ("discovered_at", "2026-03-10T12:05"),
    ("affects_function", "yes"),
    ("holder", "insured_person"),
    ("circumstances", ""),
    ("damaged_before", "no"),
    ("recovered_elsewhere", "0.00"),
];

/// The report of a phone that was dropped, without a photo.
pub fn dropped(contract: Id, holder: Id) -> crate::claims::Report {
    crate::claims::Report {
        contract,
        holder: Some(holder),
        items: Vec::new(),
        facts: DROPPED.iter().map(|(fact, text)| crate::claims::Stated::new(fact, text)).collect(),
        narrative: "It slipped out of my hand.".into(),
        uploads: Vec::new(),
    }
}

/// A proposal that can be accepted: a phone of 849 euros, monthly, by direct debit.
pub fn proposal() -> Proposal {
    Proposal {
        product: "xandocare".into(),
        plan: "plus".into(),
        frequency: Frequency::Monthly,
        holder_kind: HolderKind::Consumer,
        language: Language::Nl,
        profile: Profile {
            name: "Sanne de Vries".into(),
            born: Some(kernel::date(1990, 5, 17)),
            insured_person: None,
            insured_born: None,
            address: PostalAddress {
                street: "Coolsingel 40".into(),
                postcode: Postcode::parse_for(Country::Nl, "3011 AD").expect("a postcode"),
                town: "Rotterdam".into(),
                country: Country::Nl,
            },
            email: Some("sanne@example.org".parse().expect("an address")),
            phone: Some("+31612345678".parse().expect("a number")),
        },
        by_email: true,
        device: ProposedDevice {
            kind: DeviceKind::Phone,
            identity: DeviceIdentity {
                model: "Fairphone 5".into(),
                imei: Some(Imei::parse("490154203237518").expect("an IMEI")),
                serial: None,
            },
            bought: kernel::date(2026, 2, 20),
            purchase_value: euro("849.00"),
        },
        mandate: Some(Payee {
            name: "S. de Vries".into(),
            iban: Iban::parse("NL39RABO0300065264").expect("an IBAN"),
        }),
        proof: None,
        missing: std::collections::BTreeSet::new(),
        partner: None,
    }
}

/// The same in a country: in Belgium by somebody of Brussels, with the complete cover.
pub fn proposal_in(country: Country) -> Proposal {
    let dutch = proposal();
    if country == Country::Nl {
        return dutch;
    }
    Proposal {
        product: "electronics-be".into(),
        plan: "complete".into(),
        language: Language::Fr,
        profile: Profile {
            name: "Lucas Peeters".into(),
            address: PostalAddress {
                street: "Rue Neuve 12".into(),
                postcode: Postcode::parse_for(Country::Be, "1000").expect("a postcode"),
                town: "Bruxelles".into(),
                country,
            },
            email: Some("lucas@example.org".parse().expect("an address")),
            phone: Some("+32470123456".parse().expect("a number")),
            ..dutch.profile
        },
        mandate: Some(Payee {
            name: "L. Peeters".into(),
            iban: Iban::parse("BE68539007547034").expect("an IBAN"),
        }),
        ..dutch
    }
}

impl World<'_> {
    /// Applies.
    ///
    /// # Errors
    /// As [`apply::apply`].
    pub fn apply(&self, when: &str, command: &str, proposal: &Proposal) -> Result<Made, AppError> {
        let (app, now) = (self.app.clone(), at(when));
        let (command, proposal) = (command.to_owned(), proposal.clone());
        let actor = Actor::new(app.new_id(Shard::of(1), now), Role::Policyholder, Channel::Portal);
        self.app.db.write(Priority::Click, move |tx| {
            let holder = apply::Holder::New(app.new_id(app.new_shard(), now));
            apply::apply(&app, tx, now, &command, &actor, holder, &proposal)
        })
    }

    /// Gives one command.
    ///
    /// # Errors
    /// A refusal.
    pub fn order(
        &self,
        when: &str,
        id: &str,
        contract: Id,
        by: &Actor,
        command: Command,
    ) -> Result<Outcome, Refused> {
        let (app, now) = (self.app.clone(), at(when));
        let order = Order { id: id.to_owned(), contract, command, actor: by.clone() };
        self.app
            .db
            .write(Priority::Click, move |tx| contracts::execute(&app, tx, now, std::slice::from_ref(&order)))
            .expect("the database answers")
            .remove(0)
    }

    /// The daily run at 06:00 of each day, from the first to the last.
    pub fn run(&self, from: &str, until: &str) {
        let (mut day_, until): (kernel::Date, kernel::Date) =
            (from.parse().expect("a date"), until.parse().expect("a date"));
        while day_ <= until {
            let report = day::run(&self.app, at(&format!("{day_} 06:00")), |_| ControlFlow::Continue(()))
                .expect("the run runs");
            assert_eq!(report.stuck, 0, "{day_}: nothing gets stuck");
            day_ = kernel::add_days(day_, 1);
        }
    }

    /// What time does to one contract at an instant, with every statement up to the day before booked.
    pub fn due(&self, contract: Id, when: &str) {
        let (app, now) = (self.app.clone(), at(when));
        let booked = kernel::add_days(kernel::local_date(now, Country::Nl), -1);
        let agreements = app.products.agreements();
        let booked: BTreeMap<_, _> =
            agreements.iter().map(|agreement| (agreement.code.clone(), booked)).collect();
        self.app
            .db
            .write(Priority::Run, move |tx| contracts::fall_due(&app, tx, now, &[contract], &booked))
            .expect("the database answers");
    }

    /// A policy that runs.
    pub fn policy(&self, applied: &str, accepted: &str) -> Made {
        let made =
            self.apply(applied, &format!("apply {applied}"), &proposal()).expect("it can be applied for");
        let accept = Command::Accept { accept_limit: euro("3500.00") };
        let by = staff(11, Role::Acceptance);
        let done = self.order(accepted, &format!("accept {applied}"), made.contract, &by, accept);
        assert_eq!(done, Ok(Outcome::Done));
        made
    }

    /// A number from a query: for assertions on rows.
    pub fn number(&self, sql: &'static store::sql::Sql, params: Vec<store::Value>) -> i64 {
        self.app
            .db
            .read(move |tx| tx.query_one(sql, &params)?.get::<Option<i64>>("number"))
            .expect("the database answers")
            .unwrap_or(0)
    }
}

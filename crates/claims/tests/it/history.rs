//! A claim under test: commands and time, one after the other, with every event kept.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use claims::{
    Claim, ClaimEvent, ClaimRefusal, ClaimTerms, Command, Context, Done, Happened, Known, Report,
    ReportedItem, StatedFact, decide, fall_due,
};
use kernel::{
    Actor, Channel, ClaimNumber, Country, DeviceKind, Frequency, Id, Instant, Language, Money, Refusal, Role,
    Shard, VaultRef, date,
};
use terms::{Product, Value};

/// Xandocare, conditions of 2021.
pub(crate) fn product() -> &'static Product {
    static PRODUCT: LazyLock<Product> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../products/xandocare/2021-1");
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            files.insert(entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap());
        }
        Product::load(&files).expect("the product is sound")
    });
    &PRODUCT
}

/// An instant in Amsterdam, written `2026-06-01 14:05`.
pub(crate) fn at(text: &str) -> Instant {
    let local: jiff::civil::DateTime = text.replace(' ', "T").parse().expect("a local date and time");
    local.to_zoned(Country::Nl.time_zone()).expect("a time that exists").timestamp()
}

pub(crate) fn euro(text: &str) -> Money {
    text.parse().expect("an amount")
}

pub(crate) fn id(n: u64) -> Id {
    Id::new(Shard::of(7), at("2026-01-01 00:00"), n)
}

pub(crate) fn sealed(n: u64) -> VaultRef {
    VaultRef { id: id(n), commitment: format!("{n:064x}") }
}

pub(crate) fn actor(role: Role) -> Actor {
    let n = Role::ALL.iter().position(|known| *known == role).unwrap();
    Actor::new(id(1_000 + n as u64), role, Channel::Desk)
}

/// A phone of € 800, excess € 50, fell on 1 June 2026 at noon; everything about cover is stated.
pub(crate) fn report() -> Report {
    report_of(1)
}

/// The same for so many phones.
pub(crate) fn report_of(items: u32) -> Report {
    let mut facts = vec![
        StatedFact::of_event("what_happened", Value::choice("dropped")),
        StatedFact::of_event("damage_arose_at", at("2026-06-01 12:00")),
        StatedFact::of_event("discovered_at", at("2026-06-01 12:00")),
        StatedFact::of_event("holder", Value::choice("insured_person")),
        StatedFact::of_event("circumstances", Value::set([])),
    ];
    let mut reported = Vec::new();
    for item in 1..=items {
        facts.push(StatedFact::of_item(item, "affects_function", true));
        facts.push(StatedFact::of_item(item, "damaged_before", false));
        facts.push(StatedFact::of_item(item, "recovered_elsewhere", Money::ZERO));
        reported.push(ReportedItem {
            item,
            device: DeviceKind::Phone,
            purchase_value: euro("800.00"),
            excess: euro("50.00"),
            purchased_on: "2026-01-05".parse().unwrap(),
            manufacturer_warranty_ends_on: None,
        });
    }
    Report {
        number: ClaimNumber::from_entropy(42),
        contract: id(1),
        holder: id(2),
        country: Country::Nl,
        agreement: "rosemont-2021".to_owned(),
        language: Language::Nl,
        wording: product().wording().clone(),
        plan: "xandocare".to_owned(),
        flags: BTreeMap::new(),
        frequency: Some(Frequency::Monthly),
        started_on: Some(date(2026, 3, 1)),
        items: reported,
        facts,
        narrative: sealed(3),
        evidence: vec!["photo_damage".to_owned()],
        terms: ClaimTerms::of(product()),
    }
}

/// What Harmony knows in every test.
pub(crate) fn known() -> Known {
    Known {
        cover_at_event: "on".to_owned(),
        reported_after_end: false,
        cover_at_discovery: None,
        paid_before_it_arose: None,
    }
}

pub(crate) struct History {
    pub(crate) events: Vec<Happened>,
    pub(crate) claim: Option<Claim>,
    pub(crate) now: Instant,
    /// Cover when the damage arose, as the next decision knows it.
    pub(crate) cover: &'static str,
    opened: Vec<StatedFact>,
    seals: u64,
}

impl History {
    /// Nothing yet, 2 June 2026, 10:00.
    pub(crate) fn empty() -> Self {
        Self {
            events: Vec::new(),
            claim: None,
            now: at("2026-06-02 10:00"),
            cover: "on",
            opened: Vec::new(),
            seals: 100,
        }
    }

    /// Reported by the policyholder.
    pub(crate) fn reported() -> Self {
        Self::of(report())
    }

    pub(crate) fn of(report: Report) -> Self {
        let mut history = Self::empty();
        history.does(Role::Policyholder, &Command::Report { report: Box::new(report) });
        history
    }

    /// Reported, beyond repair, an equivalent phone at that price, decided: payment of the price less € 50.
    pub(crate) fn covered(price: &str) -> Self {
        let mut history = Self::reported();
        history.beyond_repair(1, price);
        history.decide();
        history
    }

    pub(crate) fn claim(&self) -> &Claim {
        self.claim.as_ref().expect("it was reported")
    }

    pub(crate) fn at(&mut self, now: &str) -> &mut Self {
        self.now = at(now);
        self
    }

    pub(crate) fn says(&mut self, role: Role, command: &Command) -> Result<Done, ClaimRefusal> {
        let actor = actor(role);
        let done = decide(
            self.claim.as_ref(),
            command,
            &Context { product: product(), actor: &actor, now: self.now },
        )?;
        self.happen(done.clone().events());
        Ok(done)
    }

    /// The command happens; gives the names of the events.
    pub(crate) fn does(&mut self, role: Role, command: &Command) -> Vec<&'static str> {
        match self.says(role, command) {
            Ok(done) => done.events().iter().map(|event| event.event.kind()).collect(),
            Err(refusal) => panic!("{command:?} was refused: {}", refusal.code()),
        }
    }

    /// The command is refused; gives the code.
    pub(crate) fn refused(&mut self, role: Role, command: &Command) -> &'static str {
        match self.says(role, command) {
            Ok(done) => panic!("{command:?} was not refused: {done:?}"),
            Err(refusal) => refusal.code(),
        }
    }

    /// The command is done already.
    pub(crate) fn again(&mut self, role: Role, command: &Command) {
        assert_eq!(self.says(role, command), Ok(Done::AlreadyDone), "{command:?}");
    }

    /// What time does until now.
    pub(crate) fn time(&mut self) -> Vec<&'static str> {
        let due = fall_due(self.claim(), self.now);
        let kinds = due.iter().map(|event| event.event.kind()).collect();
        self.happen(due);
        kinds
    }

    pub(crate) fn state(&mut self, role: Role, facts: Vec<StatedFact>) -> Vec<&'static str> {
        self.does(role, &Command::StateFacts { facts })
    }

    pub(crate) fn beyond_repair(&mut self, item: u32, price: &str) {
        let facts = vec![
            StatedFact::of_item(item, "repairable", false),
            StatedFact::of_item(item, "equivalent_price", euro(price)),
        ];
        self.state(Role::Claims, facts);
    }

    /// A sealed finding, with the value the vault would give back.
    pub(crate) fn finds_personal(&mut self, fact: &str, value: bool) {
        let reference = sealed(900);
        let finding =
            StatedFact { item: None, fact: fact.to_owned(), value: claims::StatedValue::Sealed(reference) };
        self.does(Role::Claims, &Command::StateFinding { finding, reason: sealed(901) });
        self.opened.push(StatedFact::of_event(fact, value));
    }

    /// The command that keeps what the wording answers now.
    pub(crate) fn decision(&mut self) -> Command {
        let known = Known { cover_at_event: self.cover.to_owned(), ..known() };
        let case = self.claim().case(product(), &known, &self.opened, self.now);
        let decision = terms::decide(product(), &case).expect("the facts fit");
        self.seals += 1;
        Command::Decide {
            decision: Box::new(decision),
            known,
            opened: self.opened.clone(),
            sealed: sealed(self.seals),
        }
    }

    pub(crate) fn decide(&mut self) -> Vec<&'static str> {
        let command = self.decision();
        self.does(Role::Machine, &command)
    }

    pub(crate) fn order(&self, payment: u64, amount: &str) -> Command {
        Command::OrderPayment { payment: id(payment), amount: euro(amount), payee: sealed(5) }
    }

    fn happen(&mut self, events: Vec<Happened>) {
        for event in events {
            self.claim = Some(Claim::next(self.claim.take(), &event.event, event.effective));
            self.events.push(event);
        }
        // What is stored folds to what is held, through the bytes that are stored.
        let read: Vec<(ClaimEvent, Instant)> = self
            .events
            .iter()
            .map(|event| {
                (ClaimEvent::read(ClaimEvent::VERSION, &event.event.write()).unwrap(), event.effective)
            })
            .collect();
        let folded = Claim::fold(read.iter().map(|(event, effective)| (event, *effective)));
        assert_eq!(folded, self.claim);
        let cached = serde_json::to_vec(&self.claim).unwrap();
        assert_eq!(serde_json::from_slice::<Option<Claim>>(&cached).unwrap(), self.claim);
    }
}

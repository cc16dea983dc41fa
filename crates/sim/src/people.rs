//! Those who insure a device: they apply, answer, pay or do not, change account, cancel and die, each by their own nature.

use app::{
    AppError,
    apply::{self, DeviceIdentity, Holder, Made, Proposal, ProposedDevice},
    contracts::{self, Order},
    testing::bank::Entry,
};
use kernel::{Actor, Channel, Country, Frequency, Iban, Id, Imei, Language, Money, Postcode, Role, Shard};
use party::{Payee, PostalAddress, Profile};
use policy::{Command, HolderKind};
use store::Priority;

use crate::{
    Rows,
    bank::Banks,
    draw::{Draws, Who},
    world::{SUSPICIOUS, World},
};

/// A person of the simulation and their policy.
pub(crate) struct Person {
    pub(crate) number: u32,
    /// Day on which they apply.
    pub(crate) applies: u32,
    pub(crate) made: Option<Made>,
    pub(crate) country: Country,
    pub(crate) agreement: String,
    pub(crate) product: String,
    is_over: bool,
    paid_on: Option<u32>,
    pub(crate) mandates: u32,
}

/// How somebody pays.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Payer {
    Good,
    Sloppy,
    Never,
}

impl Person {
    pub(crate) fn new(draws: &Draws, number: u32, days: u32) -> Self {
        let applies = draws.nature(Who::Policy(number), "applies on", u64::from(days) * 2 / 3 + 1);
        Self {
            number,
            applies: u32::try_from(applies).unwrap_or(0),
            made: None,
            country: Country::Nl,
            agreement: String::new(),
            product: String::new(),
            is_over: false,
            paid_on: None,
            mandates: 1,
        }
    }

    pub(crate) fn who(&self) -> Who {
        Who::Policy(self.number)
    }

    pub(crate) fn payer(&self, draws: &Draws) -> Payer {
        match draws.nature(self.who(), "pays", 100) {
            0..70 => Payer::Good,
            70..92 => Payer::Sloppy,
            _ => Payer::Never,
        }
    }

    /// What this person does today.
    pub(crate) fn live(
        &mut self,
        world: &mut World,
        draws: &mut Draws,
        rows: &Rows,
        banks: &mut Banks,
    ) -> Result<(), AppError> {
        if self.is_over {
            return Ok(());
        }
        let Some(made) = self.made.clone() else {
            if draws.day == self.applies {
                self.is_over = true;
                if draws.happens(self.who(), "applies", 100_000) {
                    self.apply(world, draws)?;
                }
            }
            return Ok(());
        };
        let Some(row) = rows.get(&made.contract) else { return Ok(()) };
        if row.open.is_positive() {
            self.pay(draws, banks, &made, row);
        }
        if matches!(row.phase.as_str(), "running" | "ended") && draws.happens(self.who(), "has a loss", 1_500)
        {
            self.lose(world, draws, &made)?;
        }
        if draws.happens(self.who(), "the account is blocked", 15) {
            self.is_blocked(world, draws)?;
        }
        match row.phase.as_str() {
            "running" => self.change(world, draws, &made, row),
            "offered" if draws.happens(self.who(), "answers the offer", 25_000) => {
                let command = match draws.below(self.who(), "answer", 3) {
                    0 => Command::DeclineOffer { no: 1 },
                    _ => Command::AgreeToOffer { no: 1 },
                };
                self.order(world, draws, "offer", &made, command)
            }
            "applied" if draws.happens(self.who(), "takes the application back", 400) => {
                self.order(world, draws, "withdrawal", &made, Command::WithdrawApplication)
            }
            "applied" if draws.happens(self.who(), "answers", 20_000) => {
                let holder = made.holder;
                let answer = |app: &app::App, now| {
                    let app_ = app.clone();
                    app.db.write(Priority::Click, move |tx| {
                        app_.seal(
                            tx,
                            now,
                            (holder, app::sealed::Purpose::Contract, "message"),
                            None,
                            &"It is mine.",
                        )
                    })
                };
                let answer = answer(&world.app, world.now)?;
                self.order(world, draws, "answers", &made, Command::AnswerInformation { answer })
            }
            _ => Ok(()),
        }
    }

    fn apply(&mut self, world: &mut World, draws: &mut Draws) -> Result<(), AppError> {
        let who = self.who();
        let codes = world.app.products.codes();
        let pick =
            |what: &str, of: usize| usize::try_from(draws.nature(who, what, of.max(1) as u64)).unwrap_or(0);
        let code = codes[pick("product", codes.len())].clone();
        let Some(product) = world.app.products.current(&code) else { return Ok(()) };
        self.product.clone_from(&code);
        self.country = product.country();
        self.agreement = world
            .app
            .products
            .agreement_for(&code, world.today)
            .map(|agreement| agreement.code.clone())
            .unwrap_or_default();
        let plan = product.plans()[pick("plan", product.plans().len())].code.clone();
        let device = &product.devices()[pick("device", product.devices().len())];
        // Few are worth more than the desk may accept.
        let below = device.value_below.min(Money::from_cents(400_000)).max(device.value_from);
        let spread = (below - device.value_from).cents().max(1);
        let above = draws.nature(who, "value", u64::try_from(spread).unwrap_or(1));
        let purchase_value = device.value_from + Money::from_cents(i64::try_from(above).unwrap_or(0));
        let frequency = match pick("frequency", 10) {
            0 => Frequency::Yearly,
            1 => Frequency::OneOff,
            _ => Frequency::Monthly,
        };
        let name =
            if pick("name", 40) == 0 { SUSPICIOUS.to_owned() } else { format!("Holder {}", self.number) };
        let proposal = Proposal {
            product: code,
            plan,
            frequency,
            holder_kind: if pick("kind", 8) == 0 { HolderKind::Business } else { HolderKind::Consumer },
            language: [Language::Nl, Language::En, Language::Fr][pick("language", 3)],
            profile: self.profile(&name),
            by_email: pick("by e-mail", 3) > 0,
            device: ProposedDevice {
                kind: device.kind,
                identity: DeviceIdentity {
                    model: "Device".into(),
                    imei: Some(imei(self.number)),
                    serial: None,
                },
                bought: kernel::add_days(world.today, -3),
                purchase_value,
            },
            mandate: (pick("mandate", 5) > 0)
                .then(|| Payee { name: name.clone(), iban: iban(self.country, self.number) }),
            proof: None,
            missing: std::collections::BTreeSet::new(),
            partner: None,
        };
        let command = format!("sim:{}:apply", self.number);
        let actor = self.actor(Channel::Portal);
        // A holder's id is drawn once, by the form.
        let holder = Holder::New(world.app.new_id(world.app.new_shard(), world.now));
        let answer = world.act(draws, (who, "applies"), |app, now| {
            let (app_, command, actor, proposal) =
                (app.clone(), command.clone(), actor.clone(), proposal.clone());
            app.db.write(Priority::Click, move |tx| {
                apply::apply(&app_, tx, now, &command, &actor, holder, &proposal)
            })
        });
        match answer {
            Ok(made) => {
                world.summary.policies += 1;
                self.is_over = false;
                self.made = Some(made);
                Ok(())
            }
            Err(error) => world.refused(error),
        }
    }

    fn profile(&self, name: &str) -> Profile {
        let (postcode, town) = match self.country {
            Country::Nl => ("3011 AD", "Rotterdam"),
            Country::Be => ("2000", "Antwerpen"),
        };
        Profile {
            name: name.to_owned(),
            born: Some(kernel::date(1990, 5, 17)),
            insured_person: None,
            insured_born: None,
            address: PostalAddress {
                street: "Straat 40".into(),
                postcode: Postcode::parse_for(self.country, postcode).expect("a postcode of that country"),
                town: town.into(),
                country: self.country,
            },
            email: Some(format!("holder{}@example.org", self.number).parse().expect("an address")),
            phone: None,
        }
    }

    /// By transfer: those without direct debit, and those whose debits came back.
    fn pay(&mut self, draws: &mut Draws, banks: &mut Banks, made: &Made, row: &crate::Row) {
        // Who has just paid waits until it is booked.
        if self.paid_on.is_some_and(|day| draws.day < day + 12) {
            return;
        }
        let chance = match self.payer(draws) {
            Payer::Good => 9_000,
            Payer::Sloppy => 2_500,
            Payer::Never => 60,
        };
        let who = self.who();
        if !draws.happens(who, "transfers", chance) {
            return;
        }
        self.paid_on = Some(draws.day);
        let open = row.open.cents();
        let amount = match draws.below(who, "amount", 100) {
            0..80 => open,
            80..88 => open - 1,
            88..94 => open / 2 + 1,
            94..97 => open + 500,
            _ => open * 2,
        };
        let text = match draws.below(who, "text", 100) {
            0 => "my phone".to_owned(),
            _ => format!("Premium {}", made.number),
        };
        let iban = iban(self.country, self.number);
        let entry = Entry::transfer(
            &format!("Holder {}", self.number),
            iban.as_str(),
            Money::from_cents(amount.max(1)),
            &text,
        );
        banks.of(&self.agreement).happens_today(entry);
    }

    /// Gives one command, as the policyholder.
    pub(crate) fn order(
        &self,
        world: &mut World,
        draws: &mut Draws,
        what: &str,
        made: &Made,
        command: Command,
    ) -> Result<(), AppError> {
        self.give(world, draws, what, made, command, self.actor(Channel::Portal))
    }

    /// Gives one command on this person's policy.
    pub(crate) fn give(
        &self,
        world: &mut World,
        draws: &mut Draws,
        what: &str,
        made: &Made,
        command: Command,
        actor: Actor,
    ) -> Result<(), AppError> {
        let id = format!("sim:{}:{}:{what}", self.number, draws.day);
        let order = Order { id, contract: made.contract, command, actor };
        let answers = world.act(draws, (self.who(), what), |app, now| {
            let (app_, order) = (app.clone(), order.clone());
            app.db.write(Priority::Click, move |tx| {
                contracts::execute(&app_, tx, now, std::slice::from_ref(&order))
            })
        })?;
        answers
            .into_iter()
            .try_for_each(|answer| answer.map(|_| ()).or_else(|refused| world.refused(refused.into())))
    }

    pub(crate) fn actor(&self, channel: Channel) -> Actor {
        let id = Id::new(Shard::of(9), kernel::Instant::UNIX_EPOCH, u64::from(self.number) + 1_000);
        Actor::new(id, Role::Policyholder, channel)
    }
}

/// A valid IMEI for the n-th device.
pub(crate) fn imei(n: u32) -> Imei {
    let body = format!("35{n:012}");
    let sum: u32 = body
        .bytes()
        .map(|b| u32::from(b - b'0'))
        .enumerate()
        .map(|(i, d)| if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { d })
        .sum();
    Imei::parse(&format!("{body}{}", (10 - sum % 10) % 10)).expect("a number with its Luhn digit is an IMEI")
}

/// A valid account for the n-th holder.
pub(crate) fn iban(country: Country, n: u32) -> Iban {
    // ISO 7064: letters count from 10, the country and 00 go to the end.
    let (code, bank) = match country {
        Country::Nl => ("NL", format!("RABO{n:010}")),
        Country::Be => {
            let body = u64::from(n) + 5_390_000_000;
            ("BE", format!("{body:010}{:02}", if body % 97 == 0 { 97 } else { body % 97 }))
        }
    };
    let rest = format!("{bank}{code}00").bytes().fold(0_u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        letter => (rest * 100 + u32::from(letter - b'A') + 10) % 97,
    });
    Iban::parse(&format!("{code}{:02}{bank}", 98 - rest)).expect("an account with its check digits")
}

/// Whose account it is: the number in an account made by [`iban`].
pub(crate) fn holder_of(iban: &str) -> Option<usize> {
    match iban.get(..2)? {
        "NL" => iban.get(8..)?.parse().ok(),
        _ => iban.get(4..14)?.parse::<usize>().ok()?.checked_sub(5_390_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_and_devices_are_valid() {
        for n in [0, 1, 96, 97, 99_999] {
            for country in [Country::Nl, Country::Be] {
                assert_eq!(holder_of(iban(country, n).as_str()), Some(n as usize));
            }
            assert_eq!(imei(n).as_str().len(), 15);
        }
    }
}

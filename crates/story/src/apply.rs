//! How a policy of a story begins: applications, what the desk decides on them, what the applicant answers.

use std::collections::BTreeSet;

use app::{
    AppError,
    acceptance::{self, Answered, Decided, Decision},
    apply::{self, Holder, Proposal},
    testing,
};
use kernel::{Channel, Country, Frequency, Imei};
use party::Payee;
use policy::{ApplicationItem, Command, HolderKind};
use store::Priority;

use crate::{
    Line, ScriptError,
    player::{Acted, Answer, LineError, Player, acceptance as desk, applicant, command_id, policyholder},
};

impl Player<'_> {
    pub(crate) fn apply(&mut self, line: &Line) -> Acted {
        let name = line.need("as")?.to_owned();
        let proposal = self.proposal(line)?;
        let device = proposal.device.identity.imei.clone();
        let known = line.get("of").map(|_| self.person(line)).transpose()?;
        let (app, now, command) = (self.app.clone(), self.now, command_id(line));
        let answer = self.app.db.write(Priority::Click, move |tx| {
            let (holder, actor) = match &known {
                Some(made) => (Holder::Known(made.holder), policyholder(made.holder, Channel::Portal)),
                None => (Holder::New(app.new_id(app.new_shard(), now)), applicant()),
            };
            apply::apply(&app, tx, now, &command, &actor, holder, &proposal)
        });
        match answer {
            Ok(made) => {
                let agreement = self.agreement_of(made.contract)?;
                self.bank.account(&self.app, &agreement);
                self.devices.extend(device.map(|device| (name.clone(), device)));
                self.people.insert(name, made);
                Ok(Answer::Done)
            }
            Err(AppError::Refused(refused)) => Ok(Answer::Refused(refused)),
            Err(error) => Err(error.into()),
        }
    }

    fn proposal(&self, line: &Line) -> Result<Proposal, LineError> {
        let product = line.get("product").unwrap_or("xandocare");
        let product = self.app.products.current(product).ok_or_else(|| {
            line.error(format!("product={product}: there are {}", self.app.products.codes().join(", ")))
        })?;
        let mut proposal = testing::proposal_in(product.country());
        if let Some(first) = product.plans().first() {
            line.get("plan").unwrap_or(&first.code).clone_into(&mut proposal.plan);
        }
        proposal.frequency = line.maybe("pays", "monthly, yearly or one-off")?.unwrap_or(Frequency::Monthly);
        let device = &mut proposal.device;
        device.kind = line.maybe("device", "phone, tablet or laptop")?.unwrap_or(device.kind);
        device.purchase_value =
            line.maybe("value", "an amount such as 849.00")?.unwrap_or(device.purchase_value);
        device.bought = match line.maybe("bought", "a date such as 2026-02-20")? {
            Some(bought) => bought,
            None => kernel::add_days(kernel::local_date(line.at, Country::Nl), -7),
        };
        if let Some(model) = line.get("model") {
            model.clone_into(&mut device.identity.model);
        }
        device.identity.imei = Some(match line.get("device_of") {
            Some(name) => {
                let known = self.devices.get(name).cloned();
                known
                    .ok_or_else(|| line.error(format!("device_of={name}: nobody applied under that name")))?
            }
            None => imei(self.people.len()),
        });
        proposal.language = line.maybe("language", "nl, en or fr")?.unwrap_or(proposal.language);
        if let Some(name) = line.get("name") {
            name.clone_into(&mut proposal.profile.name);
            if let Some(debtor) = &mut proposal.mandate {
                name.clone_into(&mut debtor.name);
            }
        }
        let profile = &mut proposal.profile;
        profile.born = line.maybe("born", "a date such as 1990-05-17")?.or(profile.born);
        profile.email = line.maybe("email", "an e-mail address")?.or_else(|| profile.email.clone());
        if let Some(iban) = line.maybe("iban", "an IBAN")? {
            proposal.mandate = Some(Payee { name: profile.name.clone(), iban });
        }
        if line.is("business") {
            proposal.holder_kind = HolderKind::Business;
        }
        proposal.partner = line.get("partner").map(str::to_owned);
        proposal.by_email = line.get("mail") != Some("no");
        if line.get("by") == Some("transfer") {
            proposal.mandate = None;
        }
        if line.get("missing").is_some() {
            proposal.missing = items(line, "missing")?;
        }
        Ok(proposal)
    }

    /// What the desk does with an application.
    pub(crate) fn decide(&self, line: &Line, does: &str) -> Acted {
        let text = || line.need("text").map(str::to_owned);
        let decision = match does {
            "accepts" => Decision::Accept,
            "rejects" => Decision::Reject { note: line.get("text").unwrap_or_default().to_owned() },
            "asks" => Decision::Ask { question: text()? },
            "offers" => Decision::Offer {
                premium: line.maybe("premium", "an amount such as 9.95")?,
                excess: line.maybe("excess", "an amount such as 50.00")?,
            },
            "clears" => Decision::Clear,
            "hits" => Decision::Hit,
            _ => {
                let received = if line.get("at").is_some() { line.instant("at")? } else { line.at };
                let items = items(line, "items")?;
                return self.command(line, desk(), Command::ReceiveItems { items, received });
            }
        };
        let contract = self.person(line)?.contract;
        let decided = Decided { id: command_id(line), contract, version: None, decision, actor: desk() };
        self.write(move |app, tx, now| acceptance::decide(app, tx, now, &decided))
    }

    /// What the applicant does before the application is decided.
    pub(crate) fn answer(&self, line: &Line, does: &str) -> Acted {
        let made = self.person(line)?;
        let actor = policyholder(made.holder, Channel::Portal);
        let no = line.maybe("offer", "the number of an offer")?.unwrap_or(1);
        let answered = match does {
            "answers" => Answered::Question { answer: line.need("text")?.to_owned() },
            "agrees" => Answered::Agree { no },
            "declines" => Answered::Decline { no },
            _ => return self.command(line, actor, Command::WithdrawApplication),
        };
        let command = command_id(line);
        self.write(move |app, tx, now| {
            acceptance::answer(app, tx, now, (&command, &actor), made.contract, &answered)
        })
    }
}

/// Things an application asks for: `proof-of-purchase,identity`.
fn items(line: &Line, name: &str) -> Result<BTreeSet<ApplicationItem>, ScriptError> {
    let one = |word: &str| match word {
        "proof-of-purchase" => Ok(ApplicationItem::ProofOfPurchase),
        "device-number" => Ok(ApplicationItem::DeviceNumber),
        "signature" => Ok(ApplicationItem::Signature),
        "identity" => Ok(ApplicationItem::Identity),
        "mandate" => Ok(ApplicationItem::Mandate),
        "answers" => Ok(ApplicationItem::Answers),
        _ => Err(line.error(format!(
            "{name}={word} is not proof-of-purchase, device-number, signature, identity, mandate or answers"
        ))),
    };
    line.need(name)?.split(',').map(one).collect()
}

/// A valid IMEI for the n-th device of a story.
pub(crate) fn imei(n: usize) -> Imei {
    let body = format!("3520990017{n:04}");
    let sum: u32 = body
        .bytes()
        .map(|b| u32::from(b - b'0'))
        .enumerate()
        .map(|(i, d)| if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { d })
        .sum();
    Imei::parse(&format!("{body}{}", (10 - sum % 10) % 10)).expect("a number with its Luhn digit is an IMEI")
}

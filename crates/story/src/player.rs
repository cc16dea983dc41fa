//! Plays a story: acts through the use cases, the daily run between the lines, expectations as they come.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use app::{
    App, AppError, Refused,
    apply::{self, Holder, Made, Proposal},
    approvals,
    claims::{self as claim_cases, Stated},
    contracts::{self, Order},
    day,
    delivery::{self, Outlet},
    money,
    testing::{self, staff},
};
use documents::Rendered;
use kernel::{
    Actor, Channel, Country, Date, EmailAddress, Frequency, Id, Imei, Instant, Money, Role, Shard, VaultRef,
};
use party::Payee;
use policy::{Command, EndWay, Verdict};
use store::{Priority, Tx, params, sql};

use crate::{Line, Script, ScriptError, bank::Bank, expect};

/// An expectation that was not met, or an act that went otherwise than the story says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct Failure {
    /// Where.
    pub line: usize,
    /// What was expected and what there was.
    pub what: String,
}

/// Why a story cannot be played on.
#[derive(Debug, thiserror::Error)]
pub enum PlayError {
    /// A line cannot be read.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// The program failed.
    #[error("line {line}: {error}")]
    App {
        /// Where.
        line: usize,
        /// What.
        error: AppError,
    },
}

/// Plays a story on a fresh installation and gives every expectation that fails.
///
/// # Errors
/// [`PlayError`] when a line cannot be read or the program fails (a refusal is not a failure of the program).
pub fn play(app: &App, script: &Script) -> Result<Vec<Failure>, PlayError> {
    Ok(play_with(app, script, &Post)?.failures)
}

/// What came of a story.
#[derive(Debug, Clone, Default)]
pub struct Played {
    /// Expectations that were not met.
    pub failures: Vec<Failure>,
    /// Who applied, by their name in the story.
    pub people: BTreeMap<String, Made>,
}

/// As [`play`], with a place for what is delivered.
///
/// # Errors
/// As [`play`].
pub fn play_with(app: &App, script: &Script, outlet: &dyn Outlet) -> Result<Played, PlayError> {
    let mut player = Player {
        app: app.clone(),
        bank: Bank::new(app),
        outlet,
        people: BTreeMap::new(),
        claims: BTreeMap::new(),
        ran: None,
        now: script.lines.first().map_or(Instant::UNIX_EPOCH, |line| line.at),
    };
    let mut failures = Vec::new();
    match player.play(script, &mut failures) {
        // What failed before tells why the story could not go on.
        Err(PlayError::Script(error)) if !failures.is_empty() => {
            failures.push(Failure { line: error.line, what: error.what });
        }
        other => other?,
    }
    Ok(Played { failures, people: player.people })
}

impl Player<'_> {
    fn play(&mut self, script: &Script, failures: &mut Vec<Failure>) -> Result<(), PlayError> {
        let player = self;
        for line in &script.lines {
            let app_error = |error| PlayError::App { line: line.number, error };
            player.run_until(line.at).map_err(app_error)?;
            player.now = line.at;
            if line.verb.starts_with("expect ") {
                if let Some(what) = expect::check(player, line).map_err(|e| e.at(line))? {
                    failures.push(Failure { line: line.number, what });
                }
                continue;
            }
            let wanted = line.get("refused");
            match (player.act(line).map_err(|e| e.at(line))?, wanted) {
                (None, None) => {}
                (Some(refused), Some(wanted)) if refused.code == wanted => {}
                (Some(refused), _) => failures.push(Failure {
                    line: line.number,
                    what: format!("`{}` was refused: {} {}", line.verb, refused.code, why(&refused)),
                }),
                (None, Some(wanted)) => failures.push(Failure {
                    line: line.number,
                    what: format!("`{}` was done, and not refused as {wanted}", line.verb),
                }),
            }
            delivery::run(&player.app, player.now, player.outlet, || true).map_err(app_error)?;
        }
        Ok(())
    }
}

fn why(refused: &Refused) -> String {
    let args: Vec<String> = refused.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
    refused.rule.map_or_else(String::new, |rule| format!("({rule}) ")) + &args.join(" ")
}

/// What can go wrong in one line.
pub(crate) enum LineError {
    Script(ScriptError),
    App(AppError),
}

impl LineError {
    fn at(self, line: &Line) -> PlayError {
        match self {
            Self::Script(error) => PlayError::Script(error),
            Self::App(error) => PlayError::App { line: line.number, error },
        }
    }
}

impl From<ScriptError> for LineError {
    fn from(error: ScriptError) -> Self {
        Self::Script(error)
    }
}

impl From<AppError> for LineError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<store::StoreError> for LineError {
    fn from(error: store::StoreError) -> Self {
        Self::App(error.into())
    }
}

/// Takes what is delivered; the rows of letters say what was sent.
struct Post;

impl Outlet for Post {
    fn mail(&self, _key: &str, _to: &EmailAddress, _mail: &Rendered) -> Result<(), String> {
        Ok(())
    }

    fn print(&self, _key: &str, _registered: bool, _letter: &Rendered) -> Result<(), String> {
        Ok(())
    }

    fn bank_file(&self, _name: &str, _bytes: &[u8]) -> Result<(), String> {
        Ok(())
    }
}

pub(crate) struct Player<'a> {
    pub(crate) app: App,
    pub(crate) bank: Bank,
    outlet: &'a dyn Outlet,
    pub(crate) people: BTreeMap<String, Made>,
    pub(crate) claims: BTreeMap<String, Id>,
    ran: Option<Date>,
    pub(crate) now: Instant,
}

/// When the run runs: 06:00, half an hour after the bank's statement of the day before.
const RUN_AT: jiff::SignedDuration = jiff::SignedDuration::from_hours(6);
const STATEMENT_BEFORE_RUN: jiff::SignedDuration = jiff::SignedDuration::from_mins(30);

type Acted = Result<Option<Refused>, LineError>;

impl Player<'_> {
    /// Every day between the last run and `until`: statement of the day before, daily run, delivery.
    fn run_until(&mut self, until: Instant) -> Result<(), AppError> {
        let mut day = match self.ran {
            Some(ran) => kernel::add_days(ran, 1),
            None => kernel::local_date(until, Country::Nl),
        };
        loop {
            let run_at = kernel::start_of_day(day, Country::Nl) + RUN_AT;
            if run_at > until {
                return Ok(());
            }
            if self.ran.is_some() {
                self.bank.end_of_day(&self.app, run_at - STATEMENT_BEFORE_RUN, kernel::add_days(day, -1))?;
            }
            let report = day::run(&self.app, run_at, |_| ControlFlow::Continue(()))?;
            assert_eq!(report.stuck, 0, "{day}: nothing gets stuck in a story");
            delivery::run(&self.app, run_at, self.outlet, || true)?;
            self.ran = Some(day);
            day = kernel::add_days(day, 1);
        }
    }

    fn act(&mut self, line: &Line) -> Acted {
        match line.verb.as_str() {
            "customer applies" => self.apply(line),
            "desk accepts" => {
                let agreement = self.agreement(self.person(line)?.contract)?;
                let accept_limit = self.app.products.agreement(&agreement)?.authority.accept_value_cents;
                self.contract(line, &acceptance(), Command::Accept { accept_limit })
            }
            "desk rejects" => self.contract(line, &acceptance(), Command::Reject { reason: None }),
            "desk clears" => self.contract(line, &acceptance(), Command::Screen { verdict: Verdict::Clear }),
            "desk asks" => {
                let question = self.seal(line)?;
                self.contract(line, &acceptance(), Command::RequestInformation { question })
            }
            "customer answers" => {
                let answer = self.seal(line)?;
                self.contract(line, &customer(), Command::AnswerInformation { answer })
            }
            "customer pays" => {
                let made = self.person(line)?;
                let amount: Money = line.read("amount", "an amount such as 9.95")?;
                let agreement = self.agreement(made.contract)?;
                self.bank.transfer(&self.app, &agreement, made.number.as_str(), amount);
                Ok(None)
            }
            "customer withdraws" => self.cancel(line, EndWay::CoolingOff),
            "customer cancels" => self.cancel(line, EndWay::Ordinary),
            "holder dies" => self.cancel(line, EndWay::Death),
            "desk releases collections" => self.release_collections(line),
            "desk releases payments" => self.release_payments(line),
            "bank credits" => {
                self.bank.credit_released();
                Ok(None)
            }
            "bank returns" => {
                let made = self.person(line)?;
                let agreement = self.agreement(made.contract)?;
                self.bank.return_last(&self.app, &agreement, made.contract, line.need("reason")?)?;
                Ok(None)
            }
            "bank misses statements" => {
                self.bank.silent = true;
                Ok(None)
            }
            "bank sends statements" => {
                self.bank.silent = false;
                Ok(None)
            }
            "customer claims" => self.claim(line),
            "customer adds" | "desk states" => self.state(line),
            "desk finds" => self.find(line),
            "desk approves" => self.approve(line, 21),
            "manager approves" => self.approve_as_second(line),
            "desk refuses" => self.refuse(line),
            other => {
                Err(line.error(format!("nobody knows how `{other}` goes; see stories/README.md")).into())
            }
        }
    }

    pub(crate) fn person(&self, line: &Line) -> Result<Made, LineError> {
        let name = line.need("of")?;
        let made = self.people.get(name);
        made.cloned().ok_or_else(|| line.error(format!("of={name}: nobody applied under that name")).into())
    }

    pub(crate) fn claim_of(&self, line: &Line) -> Result<Id, LineError> {
        let name = line.need("claim")?;
        let claim = self.claims.get(name).copied();
        claim.ok_or_else(|| line.error(format!("claim={name}: nobody made a claim under that name")).into())
    }

    fn command_id(line: &Line) -> String {
        format!("story:{}", line.number)
    }

    fn seal(&self, line: &Line) -> Result<VaultRef, LineError> {
        let made = self.person(line)?;
        let text = line.need("text")?.to_owned();
        let (app, now) = (self.app.clone(), self.now);
        Ok(self.app.db.write(Priority::Click, move |tx| {
            app.seal(tx, now, (made.holder, app::sealed::Purpose::Contract, "message"), None, &text)
        })?)
    }

    fn contract(&self, line: &Line, actor: &Actor, command: Command) -> Acted {
        let made = self.person(line)?;
        let order =
            Order { id: Self::command_id(line), contract: made.contract, command, actor: actor.clone() };
        let (app, now) = (self.app.clone(), self.now);
        let answers: Vec<_> = self.app.db.write(Priority::Click, move |tx| {
            contracts::execute(&app, tx, now, std::slice::from_ref(&order))
        })?;
        Ok(answers.into_iter().next().and_then(Result::err))
    }

    fn apply(&mut self, line: &Line) -> Acted {
        let name = line.need("as")?.to_owned();
        let proposal = self.proposal(line)?;
        let (app, now, command) = (self.app.clone(), self.now, Self::command_id(line));
        let answer = self.app.db.write(Priority::Click, move |tx| {
            let holder = Holder::New(app.new_id(app.new_shard(), now));
            apply::apply(&app, tx, now, &command, &customer(), holder, &proposal)
        });
        match answer {
            Ok(made) => {
                self.people.insert(name, made);
                Ok(None)
            }
            Err(AppError::Refused(refused)) => Ok(Some(refused)),
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
        proposal.frequency = match line.get("pays") {
            None => Frequency::Monthly,
            Some(_) => line.read("pays", "monthly, yearly or one-off")?,
        };
        if line.get("device").is_some() {
            proposal.device.kind = line.read("device", "phone, tablet or laptop")?;
        }
        if line.get("value").is_some() {
            proposal.device.purchase_value = line.read("value", "an amount such as 849.00")?;
        }
        proposal.device.bought = match line.get("bought") {
            Some(_) => line.read("bought", "a date such as 2026-02-20")?,
            None => kernel::add_days(kernel::local_date(line.at, Country::Nl), -7),
        };
        if line.get("language").is_some() {
            proposal.language = line.read("language", "nl, en or fr")?;
        }
        if let Some(name) = line.get("name") {
            name.clone_into(&mut proposal.profile.name);
            if let Some(debtor) = &mut proposal.mandate {
                name.clone_into(&mut debtor.name);
            }
        }
        if line.get("email").is_some() {
            proposal.profile.email = Some(line.read("email", "an e-mail address")?);
        }
        if line.get("iban").is_some() {
            let iban = line.read("iban", "an IBAN")?;
            proposal.mandate = Some(Payee { name: proposal.profile.name.clone(), iban });
        }
        if let Some(model) = line.get("model") {
            model.clone_into(&mut proposal.device.identity.model);
        }
        proposal.by_email = line.get("mail") != Some("no");
        if line.get("by") == Some("transfer") {
            proposal.mandate = None;
        }
        if line.get("same_device") != Some("yes") {
            proposal.device.identity.imei = Some(imei(self.people.len()));
        }
        Ok(proposal)
    }

    fn cancel(&self, line: &Line, way: EndWay) -> Acted {
        let received = match line.get("on") {
            Some(_) => kernel::start_of_day(line.read("on", "a date")?, Country::Nl),
            None => line.at,
        };
        let claim_submitted = line.get("claimed") == Some("yes");
        let notice = policy::Notice::new(way, received).with_claim_submitted(claim_submitted);
        self.contract(line, &customer(), Command::Cancel { notice: Box::new(notice) })
    }

    /// The power of attorney that a policy was sold under.
    fn agreement(&self, contract: Id) -> Result<String, store::StoreError> {
        self.app.db.read(move |tx| {
            let sql = sql!("select agreement from contract where id = ?1");
            tx.query_one(sql, &params![contract])?.text("agreement")
        })
    }

    fn release_collections(&self, line: &Line) -> Acted {
        let up_to = kernel::add_days(kernel::local_date(self.now, Country::Nl), 31);
        self.release(line, move |app, tx, now, of, agreement| {
            money::collections::release(app, tx, now, of, agreement, up_to).map(|_| ())
        })
    }

    fn release_payments(&self, line: &Line) -> Acted {
        self.release(line, |app, tx, now, of, agreement| {
            money::payments::release(app, tx, now, of, agreement).map(|_| ())
        })
    }

    /// Releases what there is under each power of attorney: a file for each account. Refused when there is nothing at all.
    fn release(
        &self,
        line: &Line,
        release: impl Fn(&App, &mut Tx<'_>, Instant, (&str, &Actor), &str) -> Result<(), AppError>
        + Clone
        + Send
        + 'static,
    ) -> Acted {
        let mut refused = None;
        let mut is_done = false;
        for agreement in self.app.products.agreements() {
            let (app, now, release) = (self.app.clone(), self.now, release.clone());
            let (code, command) =
                (agreement.code.clone(), format!("{}:{}", Self::command_id(line), agreement.code));
            let answer =
                refusal(self.app.db.write(Priority::Click, move |tx| {
                    release(&app, tx, now, (&command, &finance()), &code)
                }))?;
            is_done |= answer.is_none();
            refused = refused.or(answer);
        }
        Ok(refused.filter(|_| !is_done))
    }

    fn facts(line: &Line) -> Vec<Stated> {
        let own = ["of", "as", "claim", "refused", "reason", "narrative"];
        let facts = line.values.iter().filter(|(name, _)| !own.contains(&name.as_str()));
        facts.map(|(name, text)| Stated::new(name, &text.replacen(' ', "T", 1))).collect()
    }

    fn claim(&mut self, line: &Line) -> Acted {
        let made = self.person(line)?;
        let name = line.need("as")?.to_owned();
        let report = claim_cases::Report {
            contract: made.contract,
            holder: Some(made.holder),
            items: Vec::new(),
            facts: Self::facts(line),
            narrative: line.get("narrative").unwrap_or("It just happened.").to_owned(),
            uploads: Vec::new(),
        };
        let (app, now, command) = (self.app.clone(), self.now, Self::command_id(line));
        let answer = self.app.db.write(Priority::Click, move |tx| {
            claim_cases::report(&app, tx, now, &command, &customer(), &report)
        });
        match answer {
            Ok(reported) => {
                self.claims.insert(name, reported.id);
                Ok(None)
            }
            Err(AppError::Refused(refused)) => Ok(Some(refused)),
            Err(error) => Err(error.into()),
        }
    }

    fn state(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let facts = Self::facts(line);
        let actor = if line.verb.starts_with("customer") { customer() } else { claims_desk(21) };
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::state_facts(app, tx, now, (command, &actor), claim, &facts).map(|_| ())
        })
    }

    fn find(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let mut facts = Self::facts(line);
        let Some(finding) = facts.pop().filter(|_| facts.is_empty()) else {
            return Err(line.error("`desk finds` needs exactly one finding by name").into());
        };
        let finding = claim_cases::NewFinding { finding, reason: line.need("reason")?.to_owned() };
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::state_finding(app, tx, now, (command, &claims_desk(21)), claim, &finding).map(|_| ())
        })
    }

    fn approve(&self, line: &Line, who: i64) -> Acted {
        let claim = self.claim_of(line)?;
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::approve(app, tx, now, (command, &claims_desk(who)), claim).map(|_| ())
        })
    }

    fn approve_as_second(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        self.on_claim(line, move |app, tx, now, command| {
            let waiting = approvals::waiting_for(tx, claim)?;
            let waiting = waiting.ok_or_else(|| AppError::missing("an approval that waits for", claim))?;
            let manager = staff(31, Role::Manager);
            approvals::decide(
                app,
                tx,
                now,
                (command, &manager),
                waiting.approval,
                approvals::Verdict::Approve,
            )
            .map(|_| ())
        })
    }

    fn refuse(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let reason = line.need("reason")?.to_owned();
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::refuse(app, tx, now, (command, &claims_desk(21)), claim, (&[1], &reason)).map(|_| ())
        })
    }

    fn on_claim(
        &self,
        line: &Line,
        act: impl Fn(&App, &mut store::Tx<'_>, Instant, &str) -> Result<(), AppError> + Send + 'static,
    ) -> Acted {
        let (app, now, command) = (self.app.clone(), self.now, Self::command_id(line));
        refusal(self.app.db.write(Priority::Click, move |tx| act(&app, tx, now, &command)))
    }
}

fn refusal(answer: Result<(), AppError>) -> Acted {
    match answer {
        Ok(()) => Ok(None),
        Err(AppError::Refused(refused)) => Ok(Some(refused)),
        Err(error) => Err(error.into()),
    }
}

fn customer() -> Actor {
    Actor::new(Id::new(Shard::of(9), testing::at("2020-01-01 00:00"), 9), Role::Policyholder, Channel::Portal)
}

fn acceptance() -> Actor {
    staff(11, Role::Acceptance)
}

fn finance() -> Actor {
    staff(41, Role::Finance)
}

fn claims_desk(who: i64) -> Actor {
    staff(who, Role::Claims)
}

/// A valid IMEI for the n-th device of a story.
fn imei(n: usize) -> Imei {
    let body = format!("3520990017{n:04}");
    let sum: u32 = body
        .bytes()
        .map(|b| u32::from(b - b'0'))
        .enumerate()
        .map(|(i, d)| if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { d })
        .sum();
    Imei::parse(&format!("{body}{}", (10 - sum % 10) % 10)).expect("a number with its Luhn digit is an IMEI")
}

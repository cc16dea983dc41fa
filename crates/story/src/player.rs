//! Plays a story: acts through the use cases, the daily run between the lines, expectations as they come.

use std::collections::BTreeMap;

use app::{
    App, AppError, Refused,
    contracts::{self, Order, Outcome},
    delivery::{self, Outlet},
    testing::{self, staff},
};
use documents::Rendered;
use kernel::{Actor, Channel, Date, EmailAddress, Id, Imei, Instant, Role, Shard};
use policy::Command;
use store::{Priority, Tx};

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
    pub people: BTreeMap<String, app::apply::Made>,
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
        campaigns: BTreeMap::new(),
        devices: BTreeMap::new(),
        ran: None,
        idle: false,
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
            let otherwise = if line.verb.starts_with("expect ") {
                expect::check(player, line).map_err(|e| e.at(line))?
            } else {
                let answer = player.act(line).map_err(|e| e.at(line))?;
                delivery::run(&player.app, player.now, player.outlet, || true).map_err(app_error)?;
                player.idle = false;
                otherwise(line, &answer)
            };
            match otherwise {
                Some(what) => failures.push(Failure { line: line.number, what }),
                None => line.all_read()?,
            }
        }
        Ok(())
    }
}

/// What came of an act.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It was done.
    Done,
    /// It had been done before.
    AlreadyDone,
    /// It was refused.
    Refused(Refused),
}

impl From<Outcome> for Answer {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::Done,
            Outcome::AlreadyDone => Self::AlreadyDone,
        }
    }
}

/// What an act came to otherwise than its line says: `refused=CODE`, with `rule=ID` and `date=DAY` of the refusal; `already=yes`.
fn otherwise(line: &Line, answer: &Answer) -> Option<String> {
    let verb = &line.verb;
    match (answer, line.get("refused"), line.is("already")) {
        (Answer::Done, None, false) | (Answer::AlreadyDone, None, true) => None,
        (Answer::Refused(refused), Some(wanted), _) if refused.code == wanted => {
            let date = refused.args.iter().find(|(name, _)| name == "date").map(|(_, date)| date.as_str());
            let rule = line.get("rule").filter(|rule| refused.rule.is_none_or(|found| found.id() != *rule));
            let date = line.get("date").filter(|day| date != Some(day));
            rule.or(date)
                .map(|_| format!("`{verb}` was refused otherwise: {} {}", refused.code, why(refused)))
        }
        (Answer::Refused(refused), ..) => {
            Some(format!("`{verb}` was refused: {} {}", refused.code, why(refused)))
        }
        (_, Some(wanted), _) => Some(format!("`{verb}` was done, and not refused as {wanted}")),
        (Answer::AlreadyDone, None, false) => {
            Some(format!("`{verb}` had been done already: say already=yes"))
        }
        (Answer::Done, None, true) => Some(format!("`{verb}` was done now, and not already")),
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

    fn wants_paper(&self) -> bool {
        false
    }
}

pub(crate) struct Player<'a> {
    pub(crate) app: App,
    pub(crate) bank: Bank,
    pub(crate) outlet: &'a dyn Outlet,
    pub(crate) people: BTreeMap<String, app::apply::Made>,
    pub(crate) claims: BTreeMap<String, Id>,
    pub(crate) campaigns: BTreeMap<String, Id>,
    /// The device that each name was applied for with.
    pub(crate) devices: BTreeMap<String, Imei>,
    /// The last day that was run.
    pub(crate) ran: Option<Date>,
    /// Nothing has happened since that run.
    pub(crate) idle: bool,
    pub(crate) now: Instant,
}

pub(crate) type Acted = Result<Answer, LineError>;

impl Player<'_> {
    fn act(&mut self, line: &Line) -> Acted {
        let Some((who, does)) = line.verb.split_once(' ') else { return Err(unknown(line)) };
        match (who, does) {
            ("customer", "applies") => self.apply(line),
            ("desk", "accepts" | "rejects" | "asks" | "offers" | "clears" | "hits" | "receives") => {
                self.decide(line, does)
            }
            ("customer", "answers" | "agrees" | "declines" | "gives up") => self.answer(line, does),
            ("customer", "withdraws") => self.end(line, "customer", Some("cooling-off")),
            ("customer", "cancels") => self.end(line, "customer", Some("ordinary")),
            ("holder", "dies") => self.end(line, "heirs", Some("death")),
            (who, "ends" | "end") => self.end(line, who, None),
            ("customer", "takes back") => self.take_back(line),
            ("manager", "approves" | "declines") => self.decide_as_second(line, does == "approves"),
            ("customer", "changes") => self.change(line),
            ("insurer", "announces") => self.announce(line),
            ("desk", "proposes campaign") => self.propose_campaign(line),
            ("desk", "corrects") => self.correct(line),
            ("post", "proves" | "returns" | "takes in") => self.post(line, does),
            ("desk", "reminds again") => self.remind_again(line),
            ("desk", "holds" | "resumes" | "plans" | "waives") => self.decide_arrears(line, does),
            ("desk", "closes") => self.close_month(line),
            ("customer" | "desk", "pays" | "releases collections" | "releases payments" | "gives back")
            | ("stranger", "sends money")
            | ("bank", _) => self.money(line, does),
            ("desk", "orders" | "receives old device")
            | ("repairer", "finds" | "delivers" | "hands over")
            | ("customer", "accepts" | "does not accept" | "did not get it") => self.job(line, who, does),
            ("customer" | "partner", "claims") => self.claim(line),
            ("customer" | "desk", "opens" | "closes") => self.share(line, who, does == "opens"),
            ("customer", "adds") | ("desk", "states") => self.state(line),
            ("customer", "sends") => self.send_evidence(line),
            ("desk", "finds") => self.find(line),
            ("desk", "approves") => self.approve(line),
            ("desk", "refuses") => self.refuse(line),
            ("customer", "objects") => self.object(line),
            ("manager" | "desk", "upholds" | "dismisses") => {
                self.answer_objection(line, who, does == "upholds")
            }
            ("desk", "expects back") => self.expect_back(line),
            ("desk", "proposes lateness") => self.propose_lateness(line),
            ("desk", "leaves aside") => self.leave_aside(line),
            ("desk", "proposes incident") => self.propose_incident(line),
            _ => Err(unknown(line)),
        }
    }

    pub(crate) fn person(&self, line: &Line) -> Result<app::apply::Made, LineError> {
        let name = line.need("of")?;
        let made = self.people.get(name);
        made.cloned().ok_or_else(|| line.error(format!("of={name}: nobody applied under that name")).into())
    }

    pub(crate) fn claim_of(&self, line: &Line) -> Result<Id, LineError> {
        let name = line.need("claim")?;
        let claim = self.claims.get(name).copied();
        claim.ok_or_else(|| line.error(format!("claim={name}: nobody made a claim under that name")).into())
    }

    /// Carries a command for a contract out.
    pub(crate) fn command(&self, line: &Line, actor: Actor, command: Command) -> Acted {
        let order = Order { id: command_id(line), contract: self.person(line)?.contract, command, actor };
        self.write(move |app, tx, now| {
            Ok(contracts::execute(app, tx, now, std::slice::from_ref(&order))?.remove(0)?)
        })
    }

    /// Carries a use case out, in a transaction of its own.
    pub(crate) fn write<T: Into<Answer> + Send + 'static>(
        &self,
        act: impl Fn(&App, &mut Tx<'_>, Instant) -> Result<T, AppError> + Send + 'static,
    ) -> Acted {
        let (app, now) = (self.app.clone(), self.now);
        match self.app.db.write(Priority::Click, move |tx| act(&app, tx, now)) {
            Ok(outcome) => Ok(outcome.into()),
            Err(AppError::Refused(refused)) => Ok(Answer::Refused(refused)),
            Err(error) => Err(error.into()),
        }
    }
}

fn unknown(line: &Line) -> LineError {
    line.error(format!("nobody knows how `{}` goes; see stories/README.md", line.verb)).into()
}

pub(crate) fn command_id(line: &Line) -> String {
    format!("story:{}", line.number)
}

pub(crate) fn policyholder(id: Id, channel: Channel) -> Actor {
    Actor::new(id, Role::Policyholder, channel)
}

/// Somebody who applies and is nobody yet.
pub(crate) fn applicant() -> Actor {
    policyholder(Id::new(Shard::of(9), testing::at("2020-01-01 00:00"), 9), Channel::Portal)
}

pub(crate) fn acceptance() -> Actor {
    staff(11, Role::Acceptance)
}

pub(crate) fn manager() -> Actor {
    staff(31, Role::Manager)
}

pub(crate) fn finance() -> Actor {
    staff(41, Role::Finance)
}

//! A notice that ends a policy, entered by the desk as it came in by phone, post, e-mail or form (AMB-19), from the policyholder
//! or who acts for them (AMB-20), and the endings by the insurer (NL-END, BE-END). What follows is shown before it is confirmed.

use app::acceptance;
use app::access::Action;
use app::contracts::{self, Outcome};
use app::endings::{self, Entered};
use askama::Template;
use kernel::{Country, Date, Id, Instant};
use policy::{EndWay, Notice, Sender};

use super::common;
use super::on_word::{self, OnWord, Word};
use crate::form::Filled;
use crate::part::{Choice, Crumb, EndTold, Field, Fields, Kind, Style, Summary};
use crate::read::Reader;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// Who ends the policy: two pages, because other people may enter the one and the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The policyholder, or who speaks for them or comes after them.
    Customer,
    /// The insurer.
    Insurer,
}

impl Side {
    const fn path(self) -> &'static str {
        match self {
            Self::Customer => "end",
            Self::Insurer => "terminate",
        }
    }

    const fn ways(self) -> &'static [&'static str] {
        match self {
            Self::Customer => {
                &["ordinary", "cooling-off", "after-claim", "adverse-change", "death", "trustee-bankruptcy"]
            }
            Self::Insurer => &[
                "repeated-non-payment",
                "insurer-after-claim",
                "fraud",
                "insurer-ordinary",
                "insurer-bankruptcy",
                "sanctions",
            ],
        }
    }

    const fn action(self) -> Action {
        match self {
            Self::Customer => Action::CancelPolicy,
            Self::Insurer => Action::EndPolicy,
        }
    }
}

/// The form of a notice.
#[derive(Debug, Template)]
#[template(path = "desk/end.html")]
pub struct EndPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Number of the policy.
    pub number: String,
    /// What the page is called.
    pub title: String,
    /// What to know before.
    pub text: String,
    /// Where the form goes.
    pub action: String,
    /// The ID of this notice, so that sending it twice is once.
    pub command: String,
    /// The version of the policy that was read.
    pub version: String,
    /// What is wrong.
    pub summary: Summary,
    /// `way`: see the ways of the side.
    pub way: Choice,
    /// `from`: `holder`, `representative`, `heirs`; none for the insurer.
    pub from: Option<Choice>,
    /// `received`: the day on which the notice came in; none for the insurer, whose letter goes out now.
    pub received: Option<Field>,
    /// `happened`: the day of death, or of the declaration of bankruptcy.
    pub happened: Field,
    /// `last_day`: the last insured day asked for, if later than need be.
    pub last_day: Field,
    /// How the desk knows.
    pub word: OnWord,
    /// What would follow, once it was asked for.
    pub told: Option<EndTold>,
    /// Whether a second person must approve it.
    pub needs_two: bool,
}

pub(super) fn routes(site: Site) -> Site {
    let customer = Access::to(Side::Customer.action(), "number");
    let insurer = Access::to(Side::Insurer.action(), "number");
    site.get("/desk/policies/{number}/end", customer, |visit| show(visit, Side::Customer))
        .upload("/desk/policies/{number}/end", customer, "end", |visit| enter(visit, Side::Customer))
        .get("/desk/policies/{number}/terminate", insurer, |visit| show(visit, Side::Insurer))
        .upload("/desk/policies/{number}/terminate", insurer, "end", |visit| enter(visit, Side::Insurer))
}

async fn show(visit: Visit, side: Side) -> Result<Answer, Failure> {
    let contract = visit.thing()?;
    let version = common::read(&visit, move |tx| acceptance::version(tx, contract)).await?;
    let mut filled = Filled::default();
    // A list may lead here with the way already chosen.
    filled.set("way", visit.query().get("way"));
    Answer::page(&view(&visit, side, &filled, version, None)?)
}

async fn enter(visit: Visit, side: Side) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let (holder, country) =
        common::read(&visit, move |tx| contracts::holder_and_country(tx, contract)).await?;
    let version = common::version(&filled)?;
    let notice = read_notice(&visit, side, &mut filled, country);
    let only_shown = filled.get("do") != "end";
    let word = if only_shown { None } else { on_word::read(&visit, &mut filled, holder).await? };
    let Some(notice) = notice.filter(|_| filled.is_good()) else {
        return Answer::again(&view(&visit, side, &filled, version, None)?);
    };
    let (house, asked) = (app.clone(), notice.clone());
    let quote = common::read(&visit, move |tx| endings::quote(&house, tx, now, contract, &asked)).await?;
    let quote = match quote {
        Ok(quote) => quote,
        Err(refused) => {
            filled.wrong("way", words.refusal(&refused));
            return Answer::again(&view(&visit, side, &filled, version, None)?);
        }
    };
    let told = EndTold::new(words, country, &quote, true);
    let Some(word) = word else {
        return Answer::page(&view(&visit, side, &filled, version, Some(told))?);
    };
    let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
    match common::write(&visit, carry_out(&visit, holder, version, notice, word)?).await? {
        Ok((Outcome::Done, true)) => Ok(Answer::onward(back).say("done-proposed")),
        Ok((Outcome::Done, false)) => Ok(Answer::onward(back).say("done-saved")),
        Ok((Outcome::AlreadyDone, _)) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("way", words.refusal(&refused));
            Answer::again(&view(&visit, side, &filled, version, Some(told))?)
        }
    }
}

type Carried = Result<(Outcome, bool), app::AppError>;

/// Enters the notice, or proposes it where a second person must see it; with what it rests on.
fn carry_out(
    visit: &Visit,
    holder: Id,
    version: i64,
    notice: Notice,
    word: Word,
) -> Result<impl FnMut(&mut store::Tx<'_>) -> Carried + Send + 'static, Failure> {
    let (app, now) = (visit.app()?.clone(), visit.now());
    let mut actor = visit.actor()?;
    actor.channel = word.channel;
    let (id, contract) = (visit.command("end")?, visit.thing()?);
    Ok(move |tx: &mut store::Tx<'_>| {
        let basis = app::basis::seal(&app, tx, now, holder, &word.note, word.paper.as_ref())?;
        let mut notice = notice.clone();
        notice.channel = Some(word.channel);
        // AMB-20: valid with proof of authority; without the paper it is refused by name.
        if let Sender::Representative { proof } = &mut notice.from {
            *proof = basis.clone().filter(|_| word.paper.is_some());
        }
        let two = endings::needs_two(notice.way);
        let entered =
            Entered { id: id.clone(), contract, version: Some(version), notice, actor: actor.clone() };
        let done = if two {
            endings::propose(&app, tx, now, &entered, basis)?
        } else {
            endings::end(&app, tx, now, &entered)?
        };
        Ok((done, two))
    })
}

fn read_notice(visit: &Visit, side: Side, filled: &mut Filled, country: Country) -> Option<Notice> {
    let words = visit.words();
    let now = visit.now();
    let mut form = Reader { words, filled };
    let way = form.one_of("way", side.ways()).and_then(|code| EndWay::from_code(&code))?;
    let needs_day = matches!(way, EndWay::Death | EndWay::InsurerBankruptcy | EndWay::TrusteeBankruptcy);
    let today = kernel::local_date(now, country);
    let happened = if needs_day || form.filled.given("happened").is_some() {
        Some(form.past_day("happened", today)?)
    } else {
        None
    };
    let received = match side {
        Side::Insurer => now,
        // NL-END-06: a Dutch policy ends by the death itself, however late we hear of it.
        Side::Customer if way == EndWay::Death && country == Country::Nl => {
            instant_on(happened?, now, country)
        }
        Side::Customer => instant_on(form.past_day("received", today)?, now, country),
    };
    let from = match (side, form.filled.get("from")) {
        (Side::Insurer, _) => Sender::Insurer,
        (_, "representative") => Sender::Representative { proof: Some(placeholder()) },
        _ => way.usual_sender(),
    };
    let last_day = match form.filled.given("last_day") {
        None => None,
        Some(text) => match crate::form::day(text) {
            Some(day) => Some(day),
            None => {
                form.wrong("last_day", "form-date-wrong");
                return None;
            }
        },
    };
    Some(Notice { from, happened, last_day, ..Notice::new(way, received) })
}

/// Stands for the proof while nothing is carried out: whether there is one is asked when it is.
fn placeholder() -> kernel::VaultRef {
    kernel::VaultRef { id: app::App::machine().id, commitment: String::new() }
}

/// A notice of today counts from now, one of an earlier day as received late on that day.
fn instant_on(day: Date, now: Instant, country: Country) -> Instant {
    const SECOND_BEFORE: std::time::Duration = std::time::Duration::from_secs(1);
    if day == kernel::local_date(now, country) {
        now
    } else {
        kernel::end_of_day(day, country) - SECOND_BEFORE
    }
}

fn view(
    visit: &Visit,
    side: Side,
    filled: &Filled,
    version: i64,
    told: Option<EndTold>,
) -> Result<EndPage, Failure> {
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?.to_string();
    let href = format!("/desk/policies/{number}");
    let fields = Fields { words, area: "end", filled };
    let way = Fields { words, area: "ending", filled }.choice("way", side.ways());
    let title = if side == Side::Customer { "end-title" } else { "terminate-title" };
    let text = if side == Side::Customer { "end-text" } else { "terminate-text" };
    let customers = side == Side::Customer;
    Ok(EndPage {
        action: format!("{href}/{}", side.path()),
        crumb: Crumb { href, text: number.clone() },
        title: words.t(title),
        text: words.t(text),
        number,
        command: visit.draw(),
        version: version.to_string(),
        summary: Summary::new(words, filled.faults()),
        way,
        from: customers.then(|| {
            fields
                .choice("from", &["holder", "representative", "heirs"])
                .style(Style::Pills)
                .or_chosen("holder")
        }),
        received: customers.then(|| fields.field("received", Kind::Date)),
        happened: fields.field("happened", Kind::Date).optional(words),
        last_day: fields.field("last_day", Kind::Date).optional(words),
        word: OnWord::new(words, filled),
        told,
        needs_two: EndWay::from_code(filled.get("way")).is_some_and(endings::needs_two),
        page,
    })
}

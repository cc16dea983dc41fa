//! Campaigns: a change of premium or conditions over many policies, from the list to how far each is (OFFICE-12, BE-PREM-04,
//! AMB-56).

use app::access::Action;
use app::campaigns::{self, Line, Preview, Progress, Step};
use app::contracts::Outcome;
use askama::Template;
use kernel::{Id, Language};
use policy::{Campaign, CampaignPhase, CampaignPlan, LeftOut, Repricing, Standing};
use store::Tx;

use super::campaign_policies::{self, policy_cell};
use super::common;
use crate::part::{Badge, Cell, Crumb, Empty, List, Notice, Pages, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// The list of campaigns.
#[derive(Debug, Template)]
#[template(path = "desk/campaigns.html")]
pub struct CampaignsPage {
    /// The frame.
    pub page: Page,
    /// Where to begin one; `None` when the reader may not.
    pub begin: Option<String>,
    /// The campaigns.
    pub list: List,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
}

/// A step that the reader may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Where the form goes.
    pub action: String,
    /// `stop`, `resume`, `withdraw`, `drop`, `propose`.
    pub code: &'static str,
    /// What it says.
    pub button: String,
    /// What it does.
    pub text: String,
    /// Whether it asks before, because it cannot be undone.
    pub asks: bool,
    /// The ID of the order.
    pub command: String,
}

/// What a campaign comes to: a figure and what it is.
pub type Figure = (String, String);

/// One campaign.
#[derive(Debug, Template)]
#[template(path = "desk/campaign.html")]
pub struct CampaignPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// What the desk calls it.
    pub name: String,
    /// Where it stands.
    pub status: Badge,
    /// What to know first.
    pub notice: Option<Notice>,
    /// What it wants.
    pub facts: Vec<(String, String)>,
    /// Why, in three languages.
    pub reasons: Vec<(String, String)>,
    /// What it comes to, or how far it is.
    pub figures: Vec<Figure>,
    /// How far, as done and all; none where nothing is under way.
    pub bar: Option<(u64, u64)>,
    /// The tables.
    pub lists: Vec<List>,
    /// The letter it would send: language and text.
    pub letters: Vec<(String, String)>,
    /// The policies as a file; `None` before it began.
    pub csv: Option<String>,
    /// Where to draw it up anew.
    pub edit: Option<String>,
    /// What may be done.
    pub acts: Vec<Act>,
}

pub(super) fn routes(site: Site) -> Site {
    let (see, prepare) = (Access::on(Action::ViewCampaigns), Access::on(Action::PrepareCampaign));
    site.get("/desk/campaigns", see, list)
        .get("/desk/campaigns/{campaign}", see, show)
        .get("/desk/campaigns/{campaign}/policies", see, campaign_policies::show)
        .get("/desk/campaigns/{campaign}/policies.csv", see, campaign_policies::csv)
        .post("/desk/campaigns/{campaign}/propose", prepare, propose)
        .post("/desk/campaigns/{campaign}/drop", prepare, lay_aside)
        .post("/desk/campaigns/{campaign}/step", Access::on(Action::StopCampaign), take_step)
}

async fn list(visit: Visit) -> Result<Answer, Failure> {
    let part = common::part_of(&visit);
    let (lines, count) = common::read(&visit, move |tx| campaigns::list(tx, part)).await?;
    let may = common::may_ever(&visit, Action::PrepareCampaign);
    let page = visit.page();
    let words = page.words();
    let heads =
        ["campaign-name", "campaign-product", "campaign-from", "policy-status"].map(|key| words.t(key));
    let begin = may.then(|| "/desk/campaigns/new".to_owned());
    let mut none = Empty::new(words.t("campaign-none"), words.t("campaign-none-text"));
    if let Some(begin) = &begin {
        none = none.action(begin.clone(), words.t("campaign-new"));
    }
    let rows = lines.iter().map(|line| row(visit.app().ok(), words, line)).collect();
    let list = List::new(words.t("desk-nav-campaigns"), &heads, rows, none);
    let pages = common::pages(&page, "/desk/campaigns?", part, count);
    Answer::page(&CampaignsPage { begin, list, pages, page })
}

fn row(app: Option<&app::App>, words: Words, line: &Line) -> Vec<Cell> {
    let plan = &line.campaign.plan;
    vec![
        Cell::Link {
            href: format!("/desk/campaigns/{}", line.id),
            text: plan.name.clone(),
            below: words.moment(&line.campaign.since),
        },
        Cell::Pair { text: product(app, words, plan), below: what(words, plan) },
        Cell::text(words.day(&plan.from)),
        Cell::Badge(status(words, line.campaign.phase)),
    ]
}

/// The product by its name, with the version.
fn product(app: Option<&app::App>, words: Words, plan: &CampaignPlan) -> String {
    let sold = app.and_then(|app| app.products.current(&plan.product));
    let name = sold.as_ref().map_or(plan.product.as_str(), |product| product.name().get(words.language));
    format!("{name} {}", plan.version)
}

/// What changes, in a few words.
fn what(words: Words, plan: &CampaignPlan) -> String {
    let premium = plan.plans.values().any(|repricing| *repricing != Repricing::Stays);
    words.t(match (premium, plan.wording.is_some()) {
        (true, true) => "campaign-what-both",
        (false, true) => "campaign-what-conditions",
        _ => "campaign-what-premium",
    })
}

fn status(words: Words, phase: CampaignPhase) -> Badge {
    let tone = match phase {
        CampaignPhase::Prepared | CampaignPhase::Dropped | CampaignPhase::Withdrawn => Tone::Plain,
        CampaignPhase::Proposed | CampaignPhase::Stopped => Tone::Warn,
        CampaignPhase::Announcing | CampaignPhase::Withdrawing => Tone::Info,
        CampaignPhase::Announced => Tone::Good,
    };
    Badge::new(tone, words.t(&format!("campaign-phase-{}", phase.code())))
}

pub(super) fn id_of(visit: &Visit) -> Result<Id, Failure> {
    common::id(visit.parameter("campaign")).map_err(|_| Failure::NotFound)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, None).await?)
}

/// Asks a second person, with what the preview comes to now.
async fn propose(visit: Visit) -> Result<Answer, Failure> {
    let (app, now, campaign) = (visit.app()?.clone(), visit.now(), id_of(&visit)?);
    let (command, actor) = (visit.command("propose")?, visit.actor()?);
    let worker = app.clone();
    let totals = common::aside(move || Ok(campaigns::preview(&worker, now, campaign)?.totals)).await?;
    let done = common::write(&visit, move |tx| {
        campaigns::propose(&app, tx, now, (&command, &actor), campaign, totals.clone())
    });
    answer(&visit, done.await?, "done-proposed").await
}

async fn lay_aside(visit: Visit) -> Result<Answer, Failure> {
    step_to(visit, Step::Drop).await
}

/// Laying aside has an address and a rule of its own.
async fn take_step(visit: Visit) -> Result<Answer, Failure> {
    match Step::from_code(visit.sent().get("do")) {
        None | Some(Step::Drop) => Err(Failure::Malformed),
        Some(step) => step_to(visit, step).await,
    }
}

async fn step_to(visit: Visit, step: Step) -> Result<Answer, Failure> {
    let (now, campaign) = (visit.now(), id_of(&visit)?);
    let (command, actor) = (visit.command("campaign")?, visit.actor()?);
    let done = common::write(&visit, move |tx| campaigns::step(tx, now, (&command, &actor), campaign, step));
    let say = match step {
        Step::Stop => "done-campaign-stopped",
        Step::Resume => "done-campaign-resumed",
        Step::Withdraw => "done-campaign-withdrawn",
        Step::Drop => "done-campaign-dropped",
    };
    answer(&visit, done.await?, say).await
}

async fn answer(
    visit: &Visit,
    done: Result<Outcome, app::Refused>,
    say: &'static str,
) -> Result<Answer, Failure> {
    let here = format!("/desk/campaigns/{}", id_of(visit)?);
    match done {
        Ok(Outcome::Done) => Ok(Answer::onward(here).say(say)),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(here).say("done-already")),
        Err(refused) => {
            let notice = Notice::new(Tone::Bad, visit.words().refusal(&refused));
            Answer::again(&view(visit, Some(notice)).await?)
        }
    }
}

async fn view(visit: &Visit, notice: Option<Notice>) -> Result<CampaignPage, Failure> {
    let id = id_of(visit)?;
    let campaign = common::read(visit, move |tx| campaigns::campaign(tx, id)).await?;
    let page = visit.page();
    let words = page.words();
    let mut view = CampaignPage {
        crumb: common::crumb(words, "campaigns"),
        name: campaign.plan.name.clone(),
        status: status(words, campaign.phase),
        notice: notice.or_else(|| said(words, &campaign)),
        facts: facts(visit.app().ok(), words, &campaign.plan),
        reasons: Language::ALL
            .iter()
            .map(|language| {
                let name = words.t(&format!("language-{}", language.code()));
                (name, campaign.plan.reason.get(*language).to_owned())
            })
            .collect(),
        figures: Vec::new(),
        bar: None,
        lists: Vec::new(),
        letters: Vec::new(),
        csv: None,
        edit: None,
        acts: acts(visit, id, &campaign),
        page,
    };
    match campaign.phase {
        CampaignPhase::Prepared | CampaignPhase::Proposed => preview(visit, id, &campaign, &mut view).await?,
        CampaignPhase::Dropped => {}
        _ => {
            let state = campaign.clone();
            let far = common::read(visit, move |tx| campaigns::progress(tx, id, &state)).await?;
            progress(words, id, &far, &mut view);
        }
    }
    let may_edit = common::may_ever(visit, Action::PrepareCampaign);
    view.edit =
        (may_edit && campaign.phase == CampaignPhase::Prepared).then(|| format!("/desk/campaigns/{id}/edit"));
    Ok(view)
}

fn said(words: Words, campaign: &Campaign) -> Option<Notice> {
    let text = words.maybe(&format!("campaign-says-{}", campaign.phase.code()))?;
    let tone = if campaign.phase == CampaignPhase::Stopped { Tone::Warn } else { Tone::Info };
    Some(Notice::new(tone, text))
}

fn facts(app: Option<&app::App>, words: Words, plan: &CampaignPlan) -> Vec<(String, String)> {
    let mut facts = vec![(words.t("campaign-product"), product(app, words, plan))];
    for (code, repricing) in &plan.plans {
        facts.push((common::plan(words, code), repriced(words, *repricing)));
    }
    if let Some(wording) = &plan.wording {
        facts.push((
            words.t("campaign-wording"),
            format!("{} {}", wording.product.code, wording.product.version),
        ));
        let adverse = if wording.adverse { "campaign-adverse-yes" } else { "campaign-adverse-no" };
        facts.push((words.t("campaign-adverse"), words.t(adverse)));
    }
    facts.push((words.t("campaign-from"), words.date(&plan.from)));
    facts.push((words.t("campaign-until"), words.date(&plan.until)));
    facts
}

fn repriced(words: Words, repricing: Repricing) -> String {
    match repricing {
        Repricing::Stays => words.t("campaign-by-stays"),
        Repricing::Tariff => words.t("campaign-by-tariff"),
        Repricing::Percent { hundredths } => {
            let number = super::campaign_form::decimal(i64::from(hundredths));
            words.with("campaign-percent-value", "n", signed(hundredths > 0, &number))
        }
        Repricing::Amount { a_month } => {
            words.with("campaign-amount-value", "n", signed(a_month.is_positive(), &words.money(&a_month)))
        }
    }
}

fn signed(positive: bool, number: &str) -> String {
    if positive { format!("+{number}") } else { number.to_owned() }
}

/// What it would do if it were announced now, with a letter.
async fn preview(visit: &Visit, id: Id, campaign: &Campaign, view: &mut CampaignPage) -> Result<(), Failure> {
    let (app, now, plan) = (visit.app()?.clone(), visit.now(), campaign.plan.clone());
    let (found, letters) = common::aside(move || {
        let found = campaigns::preview(&app, now, id)?;
        let worker = app.clone();
        let example = found.examples.first().cloned();
        let letters = app.db.read(move |tx| {
            let Some(example) = &example else { return Ok(Vec::new()) };
            let say = |tx: &mut Tx<'_>, language| {
                campaigns::example_letter(&worker, tx, now, &plan, example, language)
            };
            let one = |language: &Language| Ok((*language, say(tx, *language)?));
            Language::ALL.iter().map(one).collect::<Result<Vec<_>, app::AppError>>()
        })?;
        Ok((found, letters))
    })
    .await?;
    let words = visit.words();
    view.letters = letters
        .into_iter()
        .map(|(language, text)| (words.t(&format!("language-{}", language.code())), text))
        .collect();
    view.figures = figures(words, &found);
    if let Some((first, last)) = found.days {
        let days = [first, last].map(|day| words.day(&day));
        let days = if first == last { days[0].clone() } else { days.join(" – ") };
        view.facts.push((words.t("campaign-counts"), days));
    }
    if found.is_part {
        let most = count(campaigns::MOST_PREVIEWED);
        let text = words.with("campaign-part", "n", most);
        view.notice = Some(view.notice.take().unwrap_or_else(|| Notice::new(Tone::Warn, &text)).text(text));
    }
    let may_see = common::may_ever(visit, Action::ViewPolicy);
    view.lists.push(left_out(words, None, &found.totals.left_out));
    let rows = found.examples.iter().map(|example| {
        let planned = &example.planned;
        let number = example.number.clone();
        vec![
            policy_cell(may_see, number, common::plan(words, &example.plan)),
            Cell::Figure(words.money(&planned.before)),
            Cell::Figure(words.money(&planned.after)),
            Cell::text(words.day(&planned.from)),
            leave_by(words, planned.adverse.then_some(planned.leave_by)),
        ]
    });
    let heads = ["list-file", "campaign-before", "campaign-after", "campaign-counts", "campaign-leave-by"];
    let none = Empty::new(words.t("campaign-nobody"), "");
    view.lists.push(
        List::new(words.t("campaign-examples"), &heads.map(|key| words.t(key)), rows.collect(), none).shown(),
    );
    Ok(())
}

fn figures(words: Words, found: &Preview) -> Vec<Figure> {
    let totals = &found.totals;
    let number = |value: u64| words.number(count(value));
    vec![
        (number(totals.reached), words.t("campaign-reached")),
        (words.money(&totals.before), words.t("campaign-year-before")),
        (words.money(&totals.after), words.t("campaign-year-after")),
        (number(totals.adverse), words.t("campaign-may-leave")),
        (number(totals.left_out.values().sum()), words.t("campaign-left-out")),
    ]
}

fn progress(words: Words, id: Id, far: &Progress, view: &mut CampaignPage) {
    let number = |value: u64| words.number(count(value));
    let here = format!("/desk/campaigns/{id}/policies");
    let told: u64 = far.standing.values().sum();
    let left: u64 = far.left_out.values().sum();
    view.figures = vec![
        (number(told), words.t("campaign-told")),
        (number(far.delivered), words.t("campaign-delivered")),
        (number(left), words.t("campaign-left-out")),
        (number(far.to_do), words.t("campaign-to-do")),
    ];
    if far.came_back > 0 {
        view.figures.push((number(far.came_back), words.t("campaign-came-back")));
    }
    view.bar = (far.to_do > 0).then_some((told + left, told + left + far.to_do));
    view.csv = Some(format!("{here}.csv"));
    let heads = ["campaign-standing", "campaign-policies"].map(|key| words.t(key));
    let rows = Standing::ALL.iter().filter_map(|standing| {
        let policies = *far.standing.get(standing.code())?;
        let text = words.t(&format!("campaign-standing-{}", standing.code()));
        Some(vec![
            Cell::link(format!("{here}?state={}", standing.code()), text),
            Cell::Figure(number(policies)),
        ])
    });
    let none = Empty::new(words.t("campaign-told-none"), words.t("campaign-told-none-text"));
    view.lists.push(List::new(words.t("campaign-standing"), &heads, rows.collect(), none).shown());
    view.lists.push(left_out(words, Some(&here), &far.left_out));
}

/// Reasons with the number of policies, each leading to them where they are known.
fn left_out(words: Words, here: Option<&str>, reasons: &std::collections::BTreeMap<String, u64>) -> List {
    let heads = ["campaign-why", "campaign-policies"].map(|key| words.t(key));
    let rows = LeftOut::ALL.iter().filter_map(|why| {
        let policies = *reasons.get(why.code())?;
        let text = words.t(&format!("campaign-out-{}", why.code()));
        let cell = match here {
            Some(here) => Cell::link(format!("{here}?reason={}", why.code()), text),
            None => Cell::text(text),
        };
        Some(vec![cell, Cell::Figure(words.number(count(policies)))])
    });
    let none = Empty::new(words.t("campaign-out-none"), "");
    List::new(words.t("campaign-left-out-list"), &heads, rows.collect(), none).shown()
}

fn leave_by(words: Words, day: Option<kernel::Date>) -> Cell {
    Cell::text(day.map_or_else(|| words.t("campaign-may-not"), |day| words.day(&day)))
}

fn acts(visit: &Visit, id: Id, campaign: &Campaign) -> Vec<Act> {
    let words = visit.words();
    let may_prepare = common::may_ever(visit, Action::PrepareCampaign);
    let may_stop = common::may_ever(visit, Action::StopCampaign);
    let act = |code: &'static str, path: &str, asks| Act {
        action: format!("/desk/campaigns/{id}/{path}"),
        code,
        button: words.t(&format!("campaign-{code}")),
        text: words.t(&format!("campaign-{code}-text")),
        asks,
        command: visit.draw(),
    };
    let step = |code| act(code, "step", code == "withdraw");
    match campaign.phase {
        CampaignPhase::Prepared if may_prepare => {
            vec![act("propose", "propose", false), act("drop", "drop", true)]
        }
        CampaignPhase::Announcing if may_stop => vec![step("stop"), step("withdraw")],
        CampaignPhase::Stopped if may_stop => vec![step("resume"), step("withdraw")],
        CampaignPhase::Announced if may_stop => vec![step("withdraw")],
        _ => Vec::new(),
    }
}

fn count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

//! The form of a campaign: first which version of a product, then what changes, from when and why.

use std::collections::BTreeMap;

use app::access::Action;
use app::campaigns::{self, Wanted};
use app::contracts::Outcome;
use askama::Template;
use kernel::{Date, Id, Money};
use policy::{CampaignPlan, Reason, Repricing};

use super::common;
use crate::form::{self, Filled};
use crate::part::{Cell, Choice, Crumb, Empty, Field, Fields, Kind, List, Opt, Style, Summary};
use crate::read::Reader;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// The first step: which policies.
#[derive(Debug, Template)]
#[template(path = "desk/campaign-choose.html")]
pub struct ChoosePage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// Versions of products, with the policies that run.
    pub list: List,
}

/// The form.
#[derive(Debug, Template)]
#[template(path = "desk/campaign-form.html")]
pub struct CampaignFormPage {
    /// The frame.
    pub page: Page,
    /// Back.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of this order, so that sending it twice is once.
    pub command: String,
    /// Code and version of the product, sent back.
    pub product: String,
    /// Version.
    pub version: String,
    /// Both in words.
    pub of: String,
    /// What is wrong.
    pub summary: Summary,
    /// `name`.
    pub name: Field,
    /// `reason_nl`, `reason_en`, `reason_fr`.
    pub reasons: Vec<Field>,
    /// `plan`: one or more.
    pub plans: Choice,
    /// `by`: `percent`, `amount`, `tariff`, `stays`.
    pub by: Choice,
    /// `percent_<plan>`.
    pub percents: Vec<Field>,
    /// `amount_<plan>`.
    pub amounts: Vec<Field>,
    /// `wording`: the new version, or none.
    pub wording: Choice,
    /// `adverse`: whether the conditions change to the customer's disadvantage.
    pub adverse: Choice,
    /// `from` and `until`.
    pub from: Field,
    /// Last day.
    pub until: Field,
}

pub(super) fn routes(site: Site) -> Site {
    let prepare = Access::on(Action::PrepareCampaign);
    site.get("/desk/campaigns/new", prepare, begin)
        .post("/desk/campaigns/new", prepare, send)
        .get("/desk/campaigns/{campaign}/edit", prepare, again)
        .post("/desk/campaigns/{campaign}/edit", prepare, send)
}

const BY: [&str; 4] = ["percent", "amount", "tariff", "stays"];

async fn begin(visit: Visit) -> Result<Answer, Failure> {
    let query = visit.query();
    if !query.get("product").is_empty() {
        let mut filled = Filled::default();
        filled.set("product", query.get("product"));
        filled.set("version", query.get("version"));
        return Answer::page(&view(&visit, &filled).await?);
    }
    let app = visit.app()?.clone();
    let versions = common::read(&visit, move |tx| campaigns::versions(&app, tx)).await?;
    let page = visit.page();
    let words = page.words();
    let app = visit.app()?;
    let rows = versions.iter().map(|(line, running)| {
        let sold = app.products.current(&line.code);
        let name = sold.as_ref().map_or(line.code.as_str(), |product| product.name().get(words.language));
        let href = format!("/desk/campaigns/new?product={}&version={}", line.code, line.version);
        vec![
            Cell::link(href, format!("{name} {}", line.version)),
            Cell::Figure(words.number(usize::try_from(*running).unwrap_or(usize::MAX))),
        ]
    });
    let heads = ["products-version", "campaign-running"].map(|key| words.t(key));
    let list = List::new(
        words.t("campaign-choose"),
        &heads,
        rows.collect(),
        Empty::new(words.t("products-none"), ""),
    );
    Answer::page(&ChoosePage { crumb: common::crumb(words, "campaigns"), list, page })
}

fn edited(visit: &Visit) -> Result<Option<Id>, Failure> {
    match visit.parameter("campaign") {
        "" => Ok(None),
        id => common::id(id).map(Some).map_err(|_| Failure::NotFound),
    }
}

async fn again(visit: Visit) -> Result<Answer, Failure> {
    let id = edited(&visit)?.ok_or(Failure::NotFound)?;
    let campaign = common::read(&visit, move |tx| campaigns::campaign(tx, id)).await?;
    Answer::page(&view(&visit, &filled_from(&campaign.plan)).await?)
}

/// The form as it was filled in for a plan.
fn filled_from(plan: &CampaignPlan) -> Filled {
    let mut values: Vec<(String, String)> = Vec::new();
    let mut set = |name: &str, value: &str| values.push((name.to_owned(), value.to_owned()));
    set("product", &plan.product);
    set("version", &plan.version);
    set("name", &plan.name);
    set("reason_nl", &plan.reason.nl);
    set("reason_en", &plan.reason.en);
    set("reason_fr", &plan.reason.fr);
    set("from", &plan.from.to_string());
    set("until", &plan.until.to_string());
    let mut by = "stays";
    for (code, repricing) in &plan.plans {
        set("plan", code);
        by = match repricing {
            Repricing::Stays => by,
            Repricing::Tariff => "tariff",
            Repricing::Percent { hundredths } => {
                set(&format!("percent_{code}"), &decimal(i64::from(*hundredths)));
                "percent"
            }
            Repricing::Amount { a_month } => {
                set(&format!("amount_{code}"), &decimal(a_month.cents()));
                "amount"
            }
        };
    }
    set("by", by);
    if let Some(wording) = &plan.wording {
        set("wording", &wording.product.hash);
        set("adverse", if wording.adverse { "yes" } else { "no" });
    }
    Filled::new(values)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let anew = edited(&visit)?;
    let codes = plans_of(&visit, &filled).await?;
    let Some(wanted) = read(&visit, &mut filled, &codes) else {
        return Answer::again(&view(&visit, &filled).await?);
    };
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let command = visit.command("campaign")?;
    let done =
        common::write(&visit, move |tx| campaigns::prepare(&app, tx, now, (&command, &actor), anew, &wanted));
    match done.await? {
        Ok((id, outcome)) => {
            let say = if outcome == Outcome::Done { "done-campaign-prepared" } else { "done-campaign-there" };
            Ok(Answer::onward(format!("/desk/campaigns/{id}")).say(say))
        }
        Err(refused) => {
            filled.wrong(field_of(&refused.code), visit.words().refusal(&refused));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

/// The field at which a refusal is told.
fn field_of(code: &str) -> &'static str {
    match code {
        "campaign-no-name" => "name",
        "campaign-no-reason" => "reason_nl",
        "campaign-no-plan" | "campaign-plan-unknown" => "plan",
        "campaign-in-past" | "campaign-too-far" => "from",
        "campaign-until-before-from" => "until",
        "campaign-other-product" | "campaign-same-version" | "campaign-no-tariff" => "wording",
        "campaign-percent-out-of-range" | "campaign-amount-out-of-range" | "campaign-changes-nothing" => "by",
        _ => "",
    }
}

/// Codes of the plans of the version that the form is about.
async fn plans_of(visit: &Visit, filled: &Filled) -> Result<Vec<String>, Failure> {
    let app = visit.app()?.clone();
    let (code, version) = (filled.get("product").to_owned(), filled.get("version").to_owned());
    let found = common::read(visit, move |tx| app.products.latest(tx, &code, Some(&version))).await?;
    let product = found.ok_or(Failure::NotFound)?;
    Ok(product.plans().iter().map(|plan| plan.code.clone()).collect())
}

fn read(visit: &Visit, filled: &mut Filled, codes: &[String]) -> Option<Wanted> {
    let mut form = Reader { words: visit.words(), filled };
    let name = form.text("name");
    let reasons = ["reason_nl", "reason_en", "reason_fr"].map(|field| reason(&mut form, field));
    let chosen: Vec<String> =
        codes.iter().filter(|code| form.filled.all("plan").any(|given| given == **code)).cloned().collect();
    if chosen.is_empty() {
        form.wrong("plan", "form-choose");
    }
    let by = form.one_of("by", &BY);
    let mut plans = BTreeMap::new();
    for code in chosen {
        let repricing = match by.as_deref() {
            Some("percent") => number(&mut form, &format!("percent_{code}"))
                .and_then(|value| i32::try_from(value).ok())
                .map(|hundredths| Repricing::Percent { hundredths }),
            Some("amount") => number(&mut form, &format!("amount_{code}"))
                .map(|cents| Repricing::Amount { a_month: Money::from_cents(cents) }),
            Some("tariff") => Some(Repricing::Tariff),
            _ => Some(Repricing::Stays),
        };
        plans.extend(repricing.map(|repricing| (code, repricing)));
    }
    let wording = form.filled.given("wording").map(str::to_owned);
    let adverse = match (&wording, form.filled.get("adverse")) {
        (None, _) | (_, "no") => false,
        (_, "yes") => true,
        _ => {
            form.wrong("adverse", "form-choose");
            false
        }
    };
    let from = future(&mut form, "from");
    let until = match form.filled.given("until") {
        Some(_) => future(&mut form, "until"),
        None => from.map(|from| kernel::add_months_anchored(from, 12)),
    };
    let [nl, en, fr] = reasons;
    let wanted = Wanted {
        name: name?,
        reason: Reason { nl: nl?, en: en?, fr: fr? },
        product: form.filled.get("product").to_owned(),
        version: form.filled.get("version").to_owned(),
        plans,
        wording: wording.map(|hash| (hash, adverse)),
        from: from?,
        until: until?,
    };
    form.filled.is_good().then_some(wanted)
}

/// Why, in one language: some lines of text that must be there.
fn reason(form: &mut Reader<'_>, field: &str) -> Option<String> {
    const MOST_CHARS: usize = 2_000;
    let text = form.filled.get(field).to_owned();
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r');
    let is_long = text.chars().count() > MOST_CHARS;
    if text.is_empty() || is_long || text.chars().any(odd) {
        form.wrong(field, if is_long { "form-too-long" } else { "form-required" });
        return None;
    }
    Some(text)
}

fn future(form: &mut Reader<'_>, field: &str) -> Option<Date> {
    let found = form::day(form.filled.get(field));
    if found.is_none() {
        form.wrong(field, "form-date-wrong");
    }
    found
}

fn number(form: &mut Reader<'_>, field: &str) -> Option<i64> {
    let found = hundredths(form.filled.get(field));
    if found.is_none() {
        form.wrong(field, "campaign-number-wrong");
    }
    found
}

/// A number with at most two decimals, in hundredths: `2,5`, `2.50`, `-3`, `+4 %`, `€ 0,75`.
pub(super) fn hundredths(text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '€' | '%')).collect();
    let text = text.replace('\u{2212}', "-");
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (whole, part) = digits.split_once([',', '.']).unwrap_or((digits, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || part.len() > 2 || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some(sign * (whole * 100 + part))
}

/// The number as it is typed: `2.5`, `-3`.
pub(super) fn decimal(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
    let text = format!("{sign}{whole}.{part:02}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

async fn view(visit: &Visit, filled: &Filled) -> Result<CampaignFormPage, Failure> {
    let app = visit.app()?.clone();
    let (code, version) = (filled.get("product").to_owned(), filled.get("version").to_owned());
    let (code_, version_) = (code.clone(), version.clone());
    let read = move |tx: &mut store::Tx<'_>| {
        let product = app.products.latest(tx, &code_, Some(&version_))?;
        Ok((product, campaigns::versions(&app, tx)?))
    };
    let (product, versions) = common::read(visit, read).await?;
    let product = product.ok_or(Failure::NotFound)?;
    let page = visit.page();
    let words = page.words();
    let fields = Fields { words, area: "campaign", filled };
    let option = |value: &str, label: String, chosen: bool| Opt {
        value: value.to_owned(),
        label,
        hint: None,
        points: Vec::new(),
        tag: None,
        chosen,
    };
    let name_of = |plan: &terms::Plan| plan.name.get(words.language).to_owned();
    let given: Vec<&str> = filled.all("plan").collect();
    let mut plans = fields.choice("plan", &[]).style(Style::Ticks);
    plans.options = product
        .plans()
        .iter()
        .map(|plan| option(&plan.code, name_of(plan), given.contains(&plan.code.as_str())))
        .collect();
    let per_plan = |what: &str| -> Vec<Field> {
        let one = |plan: &terms::Plan| {
            let name = format!("{what}_{}", plan.code);
            let mut field = fields.text("number").optional(words);
            field.label = words.with(&format!("campaign-{what}-of"), "plan", name_of(plan));
            field.value = filled.get(&name).to_owned();
            let fault = filled.faults().iter().find(|fault| fault.field == name);
            field.error = fault.map(|fault| fault.message.clone());
            field.max_chars = 12;
            field.name = name;
            field
        };
        product.plans().iter().map(one).collect()
    };
    let mut wording = fields.choice("wording", &[]).style(Style::Select);
    wording.options =
        std::iter::once(option("", words.t("campaign-wording-none"), filled.get("wording").is_empty()))
            .chain(versions.iter().filter(|(line, _)| line.code == code && line.version != version).map(
                |(line, _)| {
                    let chosen = filled.get("wording") == line.hash;
                    option(&line.hash, format!("{} r{}", line.version, line.revision), chosen)
                },
            ))
            .collect();
    let back = match edited(visit)? {
        Some(id) => format!("/desk/campaigns/{id}"),
        None => "/desk/campaigns/new".to_owned(),
    };
    Ok(CampaignFormPage {
        crumb: Crumb { href: back, text: words.t("campaign-back") },
        action: match edited(visit)? {
            Some(id) => format!("/desk/campaigns/{id}/edit"),
            None => "/desk/campaigns/new".to_owned(),
        },
        command: visit.draw(),
        of: format!("{} {version}", product.name().get(words.language)),
        product: code,
        version,
        summary: Summary::new(words, filled.faults()),
        name: fields.text("name"),
        reasons: ["reason_nl", "reason_en", "reason_fr"].map(|field| fields.field(field, Kind::Long)).into(),
        plans,
        by: fields.choice("by", &BY),
        percents: per_plan("percent"),
        amounts: per_plan("amount"),
        wording,
        adverse: fields.choice("adverse", &["yes", "no"]).style(Style::Pills),
        from: fields.field("from", Kind::Date),
        until: fields.field("until", Kind::Date).optional(words),
        page,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expect) in [
            ("2,5", Some(250)),
            ("2.50", Some(250)),
            (" +4 % ", Some(400)),
            ("-3", Some(-300)),
            ("\u{2212}0,75", Some(-75)),
            ("€ 0,75", Some(75)),
            ("", None),
            ("2,555", None),
            ("1e3", None),
            ("--3", None),
            ("9999999", None),
            (",5", None),
        ] {
            assert_eq!(hundredths(text), expect, "{text}");
        }
        for (number, text) in [(250, "2.5"), (-300, "-3"), (75, "0.75"), (-5, "-0.05"), (0, "0")] {
            assert_eq!(decimal(number), text);
            assert_eq!(hundredths(text), Some(number));
        }
    }
}

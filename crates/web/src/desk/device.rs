//! One device: under which policies it was insured and what was claimed for it (PRIV-06).

use app::access::Action;
use app::apply::DeviceIdentity;
use app::claims::{Loss, Made};
use app::views::desk as views;
use askama::Template;
use terms::Remedy;

use super::common;
use crate::part::{Cell, Crumb, Empty, List};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/device.html")]
pub struct DevicePage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Make and model.
    pub title: String,
    /// Its numbers, of each device that the item was.
    pub numbers: Vec<(String, String)>,
    /// Where it was insured.
    pub stays: List,
    /// What was claimed for it.
    pub losses: List,
    /// How it was repaired or replaced, or what it replaced.
    pub made: List,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/policies/{number}/devices/{item}", Access::to(Action::ViewPolicy, "number"), show)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (app, number) = (visit.app()?.clone(), common::policy_number(&visit)?);
    let item: u32 = visit.parameter("item").parse().map_err(|_| Failure::NotFound)?;
    let wanted = number.clone();
    let read = move |tx: &mut store::Tx<'_>| views::device_file(&app, tx, &wanted, item);
    let file = common::read(&visit, read).await?.ok_or(Failure::NotFound)?;
    // PRIV-17: the number of a device leads to other people too.
    visit.look(file.history.people().into_iter().filter(|person| *person != file.holder).collect()).await?;
    let (page, now) = (visit.page(), visit.now());
    let words = page.words();
    let title = file.identities.last().map_or_else(|| words.t("person-forgotten"), |d| d.model.clone());
    let numbers = file.identities.iter().flat_map(|device| {
        let imei = device.imei.as_ref().map(|imei| (words.t("device-imei"), imei.as_str().to_owned()));
        let serial = device.serial.as_ref().map(|s| (words.t("device-serial"), s.as_str().to_owned()));
        [imei, serial].into_iter().flatten()
    });
    let stays = file.history.stays.iter().map(|stay| {
        let until = stay.until.filter(|until| *until <= now);
        let until = until.map_or_else(|| words.t("device-goes-on"), |until| words.moment(&until));
        let how = words.t(if stay.is_swap { "device-swapped-in" } else { "device-insured" });
        vec![
            Cell::Link {
                href: format!("/desk/policies/{}", stay.policy),
                text: stay.policy.to_string(),
                below: how,
            },
            Cell::text(words.moment(&stay.since)),
            Cell::text(until),
        ]
    });
    let stay_heads = ["device-policy", "device-since", "device-until"].map(|key| words.t(key));
    let losses = file.history.losses.iter().map(|loss| row(&visit, words, loss));
    let losses = losses.collect::<Result<Vec<_>, Failure>>()?;
    let loss_heads =
        ["list-file", "list-about", "list-since", "list-status", "claims-amount"].map(|key| words.t(key));
    let made = file.history.made.iter().map(|made| made_row(words, made)).collect();
    let made_heads =
        ["list-file", "device-made-what", "device-made-old", "device-made-new", "list-since", "list-status"]
            .map(|key| words.t(key));
    let none_made = Empty::new(words.t("device-none-made"), "");
    Answer::page(&DevicePage {
        made: List::new(words.t("device-made"), &made_heads, made, none_made),
        crumb: Crumb { href: format!("/desk/policies/{number}"), text: number.to_string() },
        title,
        numbers: numbers.collect(),
        stays: List::new(words.t("device-stays"), &stay_heads, stays.collect(), Empty::new("", "")),
        losses: List::new(
            words.t("device-losses"),
            &loss_heads,
            losses,
            Empty::new(words.t("device-no-losses"), ""),
        ),
        page,
    })
}

/// A repair or replacement: what it was before, and what it is since.
fn made_row(words: Words, made: &Made) -> Vec<Cell> {
    let device = |device: &Option<DeviceIdentity>, none: &str| match device {
        Some(device) => {
            let numbers = device.imei.iter().map(ToString::to_string);
            let numbers = numbers.chain(device.serial.iter().map(ToString::to_string));
            Cell::Pair { text: device.model.clone(), below: numbers.collect::<Vec<_>>().join(" · ") }
        }
        None => Cell::text(none),
    };
    vec![
        Cell::link(format!("/desk/claims/{}", made.number), made.number.to_string()),
        Cell::Pair { text: words.t(&format!("remedy-{}", made.work.code())), below: made.supplier.clone() },
        device(&made.old, &words.t("person-forgotten")),
        device(&made.new, "–"),
        Cell::text(words.moment(&made.accepted_at.unwrap_or(made.ordered_at))),
        Cell::Badge(super::claim::job_state(words, made.state)),
    ]
}

fn row(visit: &Visit, words: Words, loss: &Loss) -> Result<Vec<Cell>, Failure> {
    let remedy = |remedy: Remedy| words.t(&format!("remedy-{}", remedy.code()));
    let how = match (loss.approved, loss.way) {
        (Some((way, _)), _) => remedy(way),
        (None, Some(way)) => words.t(&format!("figures-{}", way.code())),
        (None, None) => String::new(),
    };
    let amount = loss.approved.map_or_else(|| "–".to_owned(), |(_, amount)| words.money(&amount));
    Ok(vec![
        Cell::Link {
            href: format!("/desk/claims/{}", loss.number),
            text: loss.number.to_string(),
            below: how,
        },
        Cell::text(super::claim::cause(visit.app()?, words, &loss.cause)),
        Cell::text(words.moment(&loss.reported_at)),
        Cell::Badge(super::claim::phase(words, loss.phase)),
        Cell::Figure(amount),
    ])
}

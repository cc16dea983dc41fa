//! Every component in every state and every page with sample data, for looking at the design and for testing it. Only in
//! debug builds: the released binary has neither the pages nor the samples.

mod components;
mod desk;
mod house;
mod partner;
mod portal;

pub use house::SampleHouse;

use askama::Template;
use kernel::{Date, Instant, Money};

use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Place, Visit, Who};

/// A page with sample data: its name, the path it pretends to be at, and how it is made.
pub(crate) struct Sample {
    pub(crate) name: &'static str,
    pub(crate) path: &'static str,
    pub(crate) who: Option<&'static str>,
    pub(crate) make: fn(Page) -> String,
}

impl Sample {
    /// The page in the words and with the token of `page`.
    pub(crate) fn render(&self, mut page: Page) -> String {
        self.path.clone_into(&mut page.path);
        page.who = self.who.map(|name| Who {
            name: name.to_owned(),
            place: match self.path.split('/').nth(1) {
                Some("desk") => Place::Desk,
                Some("repairs") => Place::Repairer,
                Some("partner") => Place::Partner,
                _ => Place::Customer,
            },
        });
        if self.path.starts_with("/desk") {
            page.words_mut().country = kernel::Country::Nl;
            page.waiting =
                vec![("work", 14), ("approvals", 2), ("applications", 5), ("claims", 7), ("stuck", 1)];
        }
        (self.make)(page)
    }
}

/// Every sample.
pub(crate) fn samples() -> impl Iterator<Item = &'static Sample> {
    components::SAMPLES.iter().chain(portal::SAMPLES).chain(desk::SAMPLES).chain(partner::SAMPLES)
}

/// The pages of the style guide.
pub(crate) fn routes(site: Site) -> Site {
    site.get("/styleguide", Access::Everyone, index).get("/styleguide/{name}", Access::Everyone, show)
}

#[derive(Template)]
#[template(path = "styleguide/index.html")]
struct IndexPage {
    page: Page,
    names: Vec<&'static str>,
}

async fn index(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&IndexPage { names: samples().map(|sample| sample.name).collect(), page: visit.page() })
}

#[derive(Template)]
#[template(source = "{{ html|safe }}", ext = "html")]
struct Raw {
    html: String,
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let name = visit.parameter("name");
    let sample = samples().find(|sample| sample.name == name).ok_or(Failure::NotFound)?;
    Answer::page(&Raw { html: sample.render(visit.page()) })
}

fn html(view: &impl Template) -> String {
    view.render().expect("samples can be written")
}

fn at(text: &str) -> Instant {
    text.parse().expect("samples are written with care")
}

fn day(text: &str) -> Date {
    text.parse().expect("samples are written with care")
}

fn euros(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

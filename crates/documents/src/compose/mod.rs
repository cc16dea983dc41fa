//! Facts into words.

mod account;
mod after;
mod application;
mod arrears;
mod change;
mod claim;
mod ended;
mod ladder;
mod partner;
mod policy;
mod premium;
mod shared;
mod work;

use kernel::Language;

use crate::content::{Content, Document};
use crate::house::House;
use crate::letter::{Block, Fact, Letter, Sheet};
use crate::words::Words;

/// What one content contributes to a letter.
pub(crate) struct Said {
    /// Key of the subject line.
    title: String,
    /// Start of the file's name.
    file: &'static str,
    blocks: Vec<Block>,
    sheet: Option<Sheet>,
}

/// All that composing needs besides the content itself.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    words: Words,
    house: &'a House,
    document: &'a Document,
}

pub(crate) fn letter(document: &Document, language: Language, house: &House) -> Letter {
    let words = Words { language, country: house.country };
    let desk = Desk { words, house, document };
    let said = match &document.content {
        Content::ApplicationReceived(facts) => application::received(desk, facts),
        Content::InformationRequested(facts) => application::information(desk, facts),
        Content::ApplicationRejected(facts) => application::rejected(desk, facts),
        Content::ApplicationLapsed(facts) => application::lapsed(desk, facts),
        Content::PolicyIssued(facts) => policy::issued(desk, facts),
        Content::MandateConfirmed(facts) => premium::mandate(desk, facts),
        Content::CollectionAnnounced(facts) => premium::announced(desk, facts),
        Content::PremiumInvoice(facts) => premium::invoice(desk, facts),
        Content::ReminderNl(facts) => premium::reminder(desk, facts),
        Content::FirstReminderBe(facts) => premium::first_reminder(desk, facts),
        Content::FormalNoticeBe(facts) => premium::formal_notice(desk, facts),
        Content::CoverSuspended(facts) => premium::suspended(desk, facts),
        Content::CoverReinstated(facts) => premium::reinstated(desk, facts),
        Content::CoverNotStopped(facts) => arrears::not_stopped(desk, facts),
        Content::PlanAgreed(facts) => arrears::plan_agreed(desk, facts),
        Content::PlanBroken(facts) => arrears::plan_broken(desk, facts),
        Content::RemindersPaused(facts) => arrears::paused(desk, facts),
        Content::CancellationReceived(facts) => policy::cancelled(desk, facts),
        Content::ClaimAcknowledged(facts) => claim::acknowledged(desk, facts),
        Content::ClaimDecided(facts) => claim::decided(desk, facts),
        Content::ObjectionAnswered(facts) => after::objection(desk, facts),
        Content::FraudDebt(facts) => after::fraud_debt(desk, facts),
        Content::ClaimPaid(facts) => claim::paid(desk, facts),
        Content::WorkOrdered(facts) => work::note(desk, work::WorkStage::Ordered, facts),
        Content::OrderTold(facts) => work::told(desk, facts),
        Content::WorkHandedOver(facts) => work::note(desk, work::WorkStage::HandedOver, facts),
        Content::WorkReady(facts) => work::note(desk, work::WorkStage::Ready, facts),
        Content::WorkAccepted(facts) => work::note(desk, work::WorkStage::Accepted, facts),
        Content::WorkReminder(facts) => work::note(desk, work::WorkStage::Reminder, facts),
        Content::ApplicantLink(facts) => account::applicant(desk, facts),
        Content::SignInHelp(facts) => account::sign_in(desk, facts),
        Content::SecurityNotice(facts) => account::security(desk, facts),
        Content::OfferMade(facts) => application::offered(desk, facts),
        Content::InsuranceEnded(facts) => ended::ended(desk, facts),
        Content::CancellationWithdrawn(facts) => ended::withdrawn(desk, facts),
        Content::ChangeAnnounced(facts) => change::announced(desk, facts),
        Content::ChangeWithdrawn(facts) => change::withdrawn(desk, facts),
        Content::ContactChanged(facts) => account::contact(desk, facts),
        Content::AddressLink(facts) => account::address(desk, facts),
        Content::ChangeDeclined(facts) => ended::declined(desk, facts),
        Content::PartnerViewOpened(facts) => partner::opened(desk, facts),
        Content::PartnerViewClosed(facts) => partner::closed(desk, facts),
    };
    desk.finish(said)
}

impl Desk<'_> {
    fn finish(self, said: Said) -> Letter {
        let Self { words, house, document } = self;
        let mut blocks = said.blocks;
        blocks.push(Block::Heading { text: words.say("questions-title") });
        blocks.push(self.questions());
        let name = document.to.name.trim();
        Letter {
            language: Letter::language_of(words.language),
            brand: house.brand.clone(),
            subject: self.subject(&said.title),
            title: said.title,
            window: self.window(),
            window_right: house.country == kernel::Country::Be,
            sender: self.sender(),
            postal_note: document.content.is_registered().then(|| words.say("registered")),
            references: self.references(),
            salutation: match name {
                "" => words.say("salutation-nobody"),
                name => words.with("salutation", &[("name", name.into())]),
            },
            blocks,
            sheet: said.sheet,
            closing: vec![words.say("closing"), house.brand.clone()],
            foot: self.foot(),
            page_words: [words.say("page"), words.say("page-of")],
            file_stem: self.file_stem(said.file),
        }
    }

    /// One line, whatever was typed into what it names: a mail's head must not go on where the subject ends.
    fn subject(self, title: &str) -> String {
        let title: String = title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let reference = match (&self.document.claim, &self.document.policy) {
            (Some(claim), _) => self.words.with("subject-claim", &[("number", claim.to_string().into())]),
            (None, Some(policy)) => {
                self.words.with("subject-policy", &[("number", policy.to_string().into())])
            }
            (None, None) => return title,
        };
        format!("{title} – {reference}")
    }

    /// The lines for the window of the envelope.
    fn window(self) -> Vec<String> {
        let to = &self.document.to;
        let Some(address) = &to.address else {
            return Vec::new();
        };
        let mut lines = vec![to.name.clone()];
        lines.extend(address.lines.iter().cloned());
        // Dutch mail sorting wants two spaces between postcode and town, in capitals.
        lines.push(match self.house.country {
            kernel::Country::Nl if address.country.is_none() => {
                format!("{}  {}", address.postcode, address.town.to_uppercase())
            }
            _ => format!("{} {}", address.postcode, address.town),
        });
        lines.extend(address.country.iter().map(|country| country.to_uppercase()));
        lines
    }

    fn sender(self) -> String {
        let mut parts = vec![self.house.brand.clone()];
        parts.extend(self.house.contact.post.iter().cloned());
        parts.join(" · ")
    }

    fn references(self) -> Vec<Fact> {
        let words = self.words;
        let mut facts = vec![fact(
            words.say("ref-date"),
            words.date(kernel::local_date(self.document.made_at, self.house.country)),
        )];
        if let Some(policy) = &self.document.policy {
            facts.push(fact(words.say("ref-policy"), policy.to_string()));
        }
        if let Some(claim) = &self.document.claim {
            facts.push(fact(words.say("ref-claim"), claim.to_string()));
        }
        facts
    }

    fn questions(self) -> Block {
        let contact = &self.house.contact;
        let (key, phone) = match (&self.document.claim, &self.document.policy) {
            (Some(_), _) => ("questions-claim", &contact.claims_phone),
            (None, Some(_)) => ("questions-policy", &contact.phone),
            (None, None) => ("questions", &contact.phone),
        };
        text(self.words.with(key, &[("phone", phone.into()), ("email", contact.email.to_string().into())]))
    }

    /// Administrator and insurer, licences, contact: what law and manners want at the foot (ACT-04…07, LAW-IDD-02).
    fn foot(self) -> Vec<String> {
        let Self { words, house, .. } = self;
        let administrators: Vec<&str> =
            house.administrators.iter().map(|company| company.name.as_str()).collect();
        let administrators = administrators.join(" & ");
        let licences: Vec<String> = house
            .licences
            .iter()
            .map(|licence| {
                let number =
                    licence.number.as_deref().map_or_else(String::new, |number| format!(" {number}"));
                let holder =
                    licence.holder.as_deref().map_or_else(String::new, |holder| format!(" ({holder})"));
                format!("{}{number}{holder}", licence.authority)
            })
            .collect();
        vec![
            words.with(
                "foot-roles",
                &[("administrator", administrators.into()), ("insurer", (&house.insurer.name).into())],
            ),
            licences.join(" · "),
            [
                house.contact.post.join(", "),
                house.contact.phone.clone(),
                house.contact.email.to_string(),
                house.contact.website.clone(),
            ]
            .join(" · "),
        ]
    }

    fn file_stem(self, file: &str) -> String {
        let name = self.words.say(file);
        let number = match (&self.document.claim, &self.document.policy) {
            (Some(claim), _) => Some(claim.to_string()),
            (None, Some(policy)) => Some(policy.to_string()),
            (None, None) => None,
        };
        match number {
            Some(number) => format!("{name}-{}", number.to_lowercase()),
            None => name,
        }
    }

    /// The absolute address of a page. What does not already start with `https://` is a path under the portal, so that
    /// no other scheme gets into a link.
    fn url(self, link: &str) -> String {
        if link.starts_with("https://") || link.starts_with("http://") {
            return link.to_owned();
        }
        format!("{}/{}", self.house.contact.portal_url, link.trim_start_matches('/'))
    }

    fn link(self, key: &str, link: &str) -> Block {
        Block::Link { label: self.words.say(key), url: self.url(link) }
    }
}

fn fact(label: impl Into<String>, value: impl Into<String>) -> Fact {
    Fact { label: label.into(), value: value.into() }
}

fn text(text: impl Into<String>) -> Block {
    Block::Text { text: text.into() }
}

fn heading(text: impl Into<String>) -> Block {
    Block::Heading { text: text.into() }
}

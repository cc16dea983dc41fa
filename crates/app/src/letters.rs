//! What is written to people: composed from facts in the transaction that makes it due, sealed there, rendered and sent
//! after the commit.

use std::collections::BTreeMap;

use documents::{Address, Addressee, Content, Document, House, content as say, house};
use kernel::{ClaimNumber, Country, Id, Instant, Language, PolicyNumber};
use policy::{Contract, ContractEvent};
use store::{Tx, outbox, row, sql};

use crate::{
    App, AppError, campaigns, contact,
    parties::{self, Known},
    sealed::Purpose,
    streams::{Loaded, New},
};

mod application;
mod campaign;
mod contract;
mod ending;
mod invoice;
mod partner;
mod unpaid;

/// A letter to be sent.
#[derive(Debug, Clone)]
pub struct NewLetter {
    /// What it is about.
    pub stream: Id,
    /// Who reads it.
    pub holder: Id,
    /// In which language.
    pub language: Language,
    /// On whose paper: the code of the agreement.
    pub agreement: String,
    /// The policy it is about.
    pub policy: Option<PolicyNumber>,
    /// The claim it is about.
    pub claim: Option<ClaimNumber>,
    /// What it says.
    pub content: Content,
    /// Whether it goes by post whatever the reader prefers: a mail to them came back.
    pub by_post: bool,
}

/// How a letter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterChannel {
    /// By e-mail, with consent (LAW-NL-INS-03).
    Email,
    /// Printed and posted.
    Print,
    /// Printed and sent as a registered item (LAW-BE-INS-02).
    Registered,
}

impl LetterChannel {
    /// The name it is stored under.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Print => "print",
            Self::Registered => "registered",
        }
    }
}

/// What the outbox carries of a letter.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct LetterJob {
    /// The letter.
    pub letter: Id,
}

/// Seals letters and puts them into the outbox; the key makes that each is sent once.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn send(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    letters: Vec<(String, NewLetter)>,
) -> Result<(), AppError> {
    if letters.is_empty() {
        return Ok(());
    }
    let readers: Vec<Id> = letters.iter().map(|(_, letter)| letter.holder).collect();
    let known = parties::known(app, tx, &readers)?;
    let mut addressed = Vec::new();
    for (key, letter) in letters {
        let reader = known.get(&letter.holder).ok_or_else(|| AppError::missing("a party", letter.holder))?;
        // Somebody who was forgotten gets no letters.
        let Some(to) = addressee(reader, app, &letter)? else { continue };
        let channel = channel(reader, &to, &letter);
        addressed.push((key, to, channel, letter));
    }
    write(app, tx, now, addressed)
}

/// Sends one mail to an address that belongs to no party yet, or to somebody of the desk.
///
/// # Errors
/// [`AppError::Store`].
pub fn send_to(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    key: &str,
    to: Addressee,
    letter: NewLetter,
) -> Result<(), AppError> {
    write(app, tx, now, vec![(key.to_owned(), to, LetterChannel::Email, letter)])
}

fn write(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    letters: Vec<(String, Addressee, LetterChannel, NewLetter)>,
) -> Result<(), AppError> {
    let mut documents = Vec::with_capacity(letters.len());
    let mut travels = Vec::with_capacity(letters.len());
    for (key, to, channel, letter) in letters {
        let NewLetter { stream, holder, language, agreement, policy, claim, content, by_post: _ } = letter;
        let kind = content.kind();
        documents.push((holder, kind, Document { to, made_at: now, policy, claim, content }));
        travels.push((key, stream, language, agreement, channel));
    }
    let sealed = app.seal_all(tx, now, Purpose::Letters, &documents)?;
    let mut rows = Vec::with_capacity(documents.len());
    let mut messages = Vec::with_capacity(documents.len());
    for (((holder, kind, _), (key, stream, language, agreement, channel)), sealed) in
        documents.iter().zip(travels).zip(sealed)
    {
        let id = app.new_id(stream.shard(), now);
        rows.push(row![
            id,
            stream,
            *holder,
            *kind,
            language.code(),
            agreement.as_str(),
            channel.code(),
            now,
            sealed.id
        ]);
        messages.push(outbox::NewMessage {
            id: app.new_id(stream.shard(), now),
            key: format!("letter:{key}"),
            kind: "letter",
            stream,
            body: serde_json::to_vec(&LetterJob { letter: id }).expect("an id serialises"),
        });
    }
    if !rows.is_empty() {
        tx.insert(
            sql!(
                "insert into letter (id, stream, holder, kind, language, house, channel, made_us, content) \
                 values {rows}"
            ),
            &rows,
        )?;
        outbox::enqueue(tx, now, &messages)?;
    }
    Ok(())
}

fn channel(reader: &Known, to: &Addressee, letter: &NewLetter) -> LetterChannel {
    let content = &letter.content;
    if content.is_registered() {
        LetterChannel::Registered
    } else if letter.by_post && content.is_letter() {
        LetterChannel::Print
    } else if to.email.is_some() && (reader.party.by_email || !content.is_letter()) {
        LetterChannel::Email
    } else {
        LetterChannel::Print
    }
}

/// Where somebody is now; none when they were forgotten.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Missing`].
pub fn reader(
    app: &App,
    tx: &mut Tx<'_>,
    holder: Id,
    agreement: &str,
    language: Language,
) -> Result<Option<Addressee>, AppError> {
    match parties::known(app, tx, &[holder])?.remove(&holder) {
        Some(known) => address_of(&known, app, agreement, language),
        None => Ok(None),
    }
}

fn addressee(reader: &Known, app: &App, letter: &NewLetter) -> Result<Option<Addressee>, AppError> {
    address_of(reader, app, &letter.agreement, letter.language)
}

fn address_of(
    reader: &Known,
    app: &App,
    agreement: &str,
    language: Language,
) -> Result<Option<Addressee>, AppError> {
    let Some(profile) = &reader.profile else { return Ok(None) };
    let house = app.products.agreement(agreement)?.country;
    let abroad = (profile.address.country != house).then(|| country_name(profile.address.country, language));
    Ok(Some(Addressee {
        name: profile.name.clone(),
        address: Some(Address {
            lines: vec![profile.address.street.clone()],
            postcode: profile.address.postcode.to_string(),
            town: profile.address.town.clone(),
            country: abroad,
        }),
        email: profile.email.clone(),
    }))
}

fn country_name(country: Country, language: Language) -> String {
    let name = match (country, language) {
        (Country::Nl, Language::Nl) => "Nederland",
        (Country::Nl, Language::En) => "The Netherlands",
        (Country::Nl, Language::Fr) => "Pays-Bas",
        (Country::Be, Language::Nl) => "België",
        (Country::Be, Language::En) => "Belgium",
        (Country::Be, Language::Fr) => "Belgique",
    };
    name.to_owned()
}

/// The paper of an agreement.
///
/// # Errors
/// [`AppError::Missing`] when there is no such agreement.
pub fn house(app: &App, agreement: &str) -> Result<House, AppError> {
    let agreement = app.products.agreement(agreement)?;
    let company = |entity: &agreement::Entity| house::Company {
        name: entity.name.clone(),
        address: entity.address.clone(),
        registration: entity.registration.clone(),
    };
    let contact = &agreement.contact;
    Ok(House {
        brand: agreement.brand.clone(),
        country: agreement.country,
        administrators: agreement.administrators.iter().map(company).collect(),
        licences: agreement
            .licences
            .iter()
            .map(|licence| house::Licence {
                authority: licence.authority.clone(),
                number: licence.number.clone(),
                holder: licence.holder.clone(),
            })
            .collect(),
        insurer: company(&agreement.insurer),
        contact: house::Contact {
            email: contact.email.clone(),
            privacy_email: contact.privacy_email.clone(),
            phone: contact.phone.clone(),
            claims_phone: contact.claims_phone.clone(),
            post: contact.post.clone(),
            website: contact.website.clone(),
            portal_url: app.portal_url.clone(),
        },
        complaint_bodies: agreement
            .complaint_bodies
            .iter()
            .map(|body| house::ComplaintBody {
                name: body.name.clone(),
                reach: body.reach.clone(),
                connection: body.connection.clone(),
            })
            .collect(),
        complaint_answer_working_days: contact.complaint_answer_working_days,
        collection: house::Collection {
            creditor_name: agreement.account.holder.clone(),
            creditor_id: agreement.account.creditor.clone(),
            account: agreement.account.iban.clone(),
        },
    })
}

/// Writes what events of contracts ask for.
///
/// # Errors
/// As [`send`].
pub fn of_contracts(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contracts: &BTreeMap<Id, Loaded<Contract>>,
) -> Result<(), AppError> {
    let mut letters = Vec::new();
    let told = contracts.values().filter(|loaded| contract::is_told(loaded));
    let told: Vec<&Loaded<Contract>> = told.collect();
    let sealed = app.unseal_all(tx, told.iter().flat_map(|loaded| contract::refers(loaded)))?;
    let holders: Vec<Id> = told.iter().filter_map(|loaded| Some(loaded.state.as_ref()?.holder())).collect();
    let languages = contact::languages(tx, &holders)?;
    let reasons =
        campaigns::reasons(tx, &told.iter().flat_map(|l| contract::campaigns(l)).collect::<Vec<_>>())?;
    for loaded in told {
        let contract = loaded.state()?;
        let application = &contract.application;
        // What the reader has chosen since; before they were registered, what they applied in.
        let language = languages.get(&contract.holder()).copied().unwrap_or(application.language);
        for index in 0..loaded.new.len() {
            let content = contract::content(app, tx, now, (loaded, index), (&sealed, &reasons), language)?;
            let Some(content) = content else { continue };
            letters.push((
                format!("{}:{}", loaded.id, loaded.seq_of(index)),
                NewLetter {
                    stream: loaded.id,
                    holder: contract.holder(),
                    language,
                    agreement: application.agreement.clone(),
                    policy: Some(application.number.clone()),
                    claim: None,
                    content,
                    by_post: contract.mail_came_back(),
                },
            ));
        }
    }
    send(app, tx, now, letters)
}

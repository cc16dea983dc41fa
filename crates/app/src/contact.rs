//! How somebody is reached: put right by themselves in the portal, or by the desk on their word (PORTAL-05, NL-OBL-04).
//!
//! Address, phone, language and the consent to e-mail count at once. A new e-mail address counts when the link that was sent to
//! it is used; until then we write to the old one, and the old one is told when it is left.

use documents::{Addressee, Content, content as say};
use kernel::{Actor, Channel, EmailAddress, Id, Instant, Language, Phone, Role, Rule, VaultRef};
use party::{Party, PartyEvent, PostalAddress, Profile};
use policy::{Change, Command, Contract, EndWay};
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx, params, row, sql};

use crate::{
    App, AppError, Refused,
    acceptance::unchanged,
    attachments::Upload,
    basis,
    contracts::{self, Order, Outcome},
    find::{self, Key},
    identity::{LinkPurpose, LinkRefusal, LinkTarget, NewLink, Token, links, users},
    known,
    letters::{self, NewLetter},
    sealed::Purpose,
    streams,
};

/// The most policies of one person that a change of address touches.
const MOST_POLICIES: i64 = 100;

/// How somebody wants to be reached from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Name as on letters, when it changes: at the desk only, with proof.
    pub name: Option<String>,
    /// Where letters go.
    pub address: PostalAddress,
    /// Telephone number.
    pub phone: Option<Phone>,
    /// Language for everything written.
    pub language: Language,
    /// Whether legal notices may go by e-mail (LAW-NL-INS-03).
    pub by_email: bool,
}

/// Who says so, and on what.
#[derive(Debug, Clone)]
pub struct Said {
    /// Id of the command: the same one again answers *already done*.
    pub command: String,
    /// Who enters it.
    pub actor: Actor,
    /// Whose data it is.
    pub party: Id,
    /// The version that was read; none where nobody else can have changed it in between.
    pub version: Option<i64>,
    /// What the desk notes about how it knows; empty when it is one's own word.
    pub note: String,
    /// The paper that shows it.
    pub paper: Option<Upload>,
}

/// What the page of somebody's own data shows.
#[derive(Debug, Clone)]
pub struct Known {
    /// Events the party has: what a change is held against.
    pub version: i64,
    /// What is not personal.
    pub party: Party,
    /// What is.
    pub profile: Profile,
    /// An address that waits for its link to be used.
    pub waiting: Option<EmailAddress>,
}

/// Reads how somebody is reached.
///
/// # Errors
/// [`AppError::Missing`] when nobody has this id, or when they were forgotten.
pub fn known(app: &App, tx: &mut Tx<'_>, now: Instant, party: Id) -> Result<Known, AppError> {
    let loaded = streams::look::<Party>(tx, &[party])?.remove(&party).expect("it was asked for");
    let state = loaded.state()?.clone();
    let profile: Option<Profile> = app.unseal(tx, &state.profile)?;
    let profile = profile.ok_or_else(|| AppError::missing("the profile of a party", party))?;
    let row = tx.query_opt(
        sql!(
            "select content from draft where holder = ?1 and contract is null and expires_us > ?2 \
             order by created_us desc, id desc limit 1"
        ),
        &params![party, now],
    )?;
    let waiting = match row {
        Some(row) => app.unseal_row::<NewAddress>(tx, row.id("content")?)?.map(|new| new.email),
        None => None,
    };
    Ok(Known { version: loaded.version, party: state, profile, waiting })
}

/// Changes how somebody is reached, and confirms it to them. Nothing new is *already done*.
///
/// # Errors
/// [`AppError::Refused`]: `applicant-no-email` when letters shall come by e-mail and there is no address;
/// [`StoreError::Conflict`] when somebody else changed it since it was read.
pub fn change(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    said: &Said,
    contact: &Contact,
) -> Result<Outcome, AppError> {
    if !unchanged::<Party>(tx, &said.command, said.party, said.version)? {
        return Ok(Outcome::AlreadyDone);
    }
    let mut loaded =
        streams::load::<Party>(tx, &[said.party])?.remove(&said.party).expect("it was asked for");
    let party = loaded.state()?.clone();
    let profile = profile(app, tx, &party, said.party)?;
    if contact.by_email && profile.email.is_none() {
        return Err(AppError::Refused(Refused::new("applicant-no-email", None)));
    }
    let new = Profile {
        name: contact.name.clone().unwrap_or_else(|| profile.name.clone()),
        address: contact.address.clone(),
        phone: contact.phone.clone(),
        ..profile.clone()
    };
    let preferences = (contact.language, contact.by_email);
    let (moved, chose) = (new != profile, preferences != (party.language, party.by_email));
    if !moved && !chose {
        return Ok(Outcome::AlreadyDone);
    }
    let running = if new.address == profile.address { Vec::new() } else { running(tx, now, said.party)? };
    let abroad = |(_, contract): &&(Id, Contract)| contract.country() != new.address.country;
    if running.iter().find(abroad).is_some_and(|(_, contract)| !moves_away(contract)) {
        // LAW-TAX-05: tax, law and product are others there, so that the policy ends by the move; that is told first.
        return Err(AppError::Refused(Refused::new("contact-moves-abroad", Some(Rule("LAW-TAX-05")))));
    }
    let basis = basis::seal(app, tx, now, said.party, &said.note, said.paper.as_ref())?;
    if moved {
        known::remember_profile(app, tx, said.party, &new)?;
        let profile = app.seal(tx, now, (said.party, Purpose::Contract, "profile"), None, &new)?;
        let basis = basis.clone();
        loaded.add(PartyEvent::ProfileChanged { profile, basis }, now, &said.actor, &said.command);
    }
    if chose {
        let (language, by_email) = preferences;
        let event = PartyEvent::PreferencesChanged { language, by_email, basis };
        loaded.add(event, now, &said.actor, &said.command);
    }
    streams::save(tx, now, [&loaded])?;
    store::command::record(tx, now, &[(said.command.as_str(), "\"done\"".to_owned())])?;
    confirm_change(app, tx, now, said, &new, contact)?;
    for (contract, _) in running.iter().filter(|(_, contract)| contract.country() == new.address.country) {
        let change = Command::Endorse { change: Change::AddressChanged, from: None, premium: None };
        let id = format!("{}:{contract}", said.command);
        let order = Order { id, contract: *contract, command: change, actor: said.actor.clone() };
        contracts::execute(app, tx, now, &[order])?.remove(0)?;
    }
    Ok(Outcome::Done)
}

/// The policies of somebody that run.
fn running(tx: &mut Tx<'_>, now: Instant, party: Id) -> Result<Vec<(Id, Contract)>, AppError> {
    let rows = tx.query(
        sql!("select id from contract where holder = ?1 and phase = 'running' order by id limit ?2"),
        &params![party, MOST_POLICIES],
    )?;
    let ids = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?;
    let loaded = streams::look::<Contract>(tx, &ids)?;
    let contracts = loaded.into_iter().filter_map(|(id, loaded)| Some((id, loaded.state?)));
    Ok(contracts.filter(|(_, contract)| !contract.is_over_at(now)).collect())
}

/// Whether the policyholder told already that they move to another country.
fn moves_away(contract: &Contract) -> bool {
    contract.ends().is_some_and(|ending| ending.way == EndWay::MovedAway)
}

/// Tells somebody what we now have, where they are insured: without a policy there is no paper of ours to write on.
fn confirm_change(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    said: &Said,
    profile: &Profile,
    contact: &Contact,
) -> Result<(), AppError> {
    let Some((stream, agreement)) = newest_contract(tx, said.party)? else { return Ok(()) };
    let address = &profile.address;
    let content = Content::ContactChanged(say::ContactChanged {
        at: now,
        street: address.street.clone(),
        town: format!("{} {}", address.postcode.as_str(), address.town),
        phone: profile.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        email: profile.email.as_ref().map(|email| email.as_str().to_owned()),
        by_email: contact.by_email,
    });
    let letter = letter(said.party, stream, agreement, contact.language, content);
    letters::send(app, tx, now, vec![(format!("contact:{}", said.command), letter)])
}

fn letter(holder: Id, stream: Id, agreement: String, language: Language, content: Content) -> NewLetter {
    NewLetter { stream, holder, language, agreement, policy: None, claim: None, content, by_post: false }
}

fn profile(app: &App, tx: &mut Tx<'_>, party: &Party, id: Id) -> Result<Profile, AppError> {
    app.unseal(tx, &party.profile)?.ok_or_else(|| AppError::missing("the profile of a party", id))
}

/// The newest contract of a party and whose paper it is written on.
fn newest_contract(tx: &mut Tx<'_>, party: Id) -> Result<Option<(Id, String)>, AppError> {
    let row = tx.query_opt(
        sql!(
            "select id, agreement from contract where holder = ?1 order by applied_us desc, id desc limit 1"
        ),
        &params![party],
    )?;
    Ok(row.map(|row| Ok::<_, StoreError>((row.id("id")?, row.text("agreement")?))).transpose()?)
}

/// An address that is not confirmed yet; sealed.
#[derive(Serialize, Deserialize)]
struct NewAddress {
    email: EmailAddress,
    basis: Option<VaultRef>,
}

/// Keeps a new e-mail address until the link that is sent to it is used; a newer one takes the place of an older. The
/// address we have already is *already done*.
///
/// # Errors
/// [`AppError::Missing`] when nobody has this id, or they have no policy.
pub fn ask_email(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    said: &Said,
    email: &EmailAddress,
    token: &Token,
) -> Result<Outcome, AppError> {
    if !unchanged::<Party>(tx, &said.command, said.party, None)? {
        return Ok(Outcome::AlreadyDone);
    }
    let loaded = streams::look::<Party>(tx, &[said.party])?.remove(&said.party).expect("it was asked for");
    let state = loaded.state()?;
    let profile = profile(app, tx, state, said.party)?;
    if profile.email.as_ref() == Some(email) {
        return Ok(Outcome::AlreadyDone);
    }
    let (stream, agreement) =
        newest_contract(tx, said.party)?.ok_or_else(|| AppError::missing("a policy of", said.party))?;
    let basis = basis::seal(app, tx, now, said.party, &said.note, said.paper.as_ref())?;
    let new = NewAddress { email: email.clone(), basis };
    let content = app.seal(tx, now, (said.party, Purpose::Contract, "new-address"), None, &new)?;
    let id = app.new_id(said.party.shard(), now);
    let valid = LinkPurpose::ConfirmAddress.valid_seconds().unsigned_abs();
    let works_until = now + std::time::Duration::from_secs(valid);
    tx.exec(sql!("delete from draft where holder = ?1 and contract is null"), &params![said.party])?;
    tx.insert(
        sql!("insert into draft (id, holder, content, created_us, expires_us) values {rows}"),
        &[row![id, said.party, content.id, now, works_until]],
    )?;
    let target = LinkTarget::File { party: said.party, file: id };
    links::issue(tx, now, &[NewLink { token: token.clone(), purpose: LinkPurpose::ConfirmAddress, target }])?;
    let to = Addressee { name: profile.name, address: None, email: Some(email.clone()) };
    let link = format!("/address/{}", token.text());
    let content = Content::AddressLink(say::AddressLink { link, works_until });
    let letter = letter(said.party, stream, agreement, state.language, content);
    letters::send_to(app, tx, now, &format!("address:{id}"), to, letter)?;
    store::command::record(tx, now, &[(said.command.as_str(), "\"asked\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// The address that a link would confirm, without using it.
///
/// # Errors
/// [`AppError::Refused`] when the link does not open.
pub fn waiting_address(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    token: &Token,
) -> Result<EmailAddress, AppError> {
    let target = links::peek(tx, now, token, LinkPurpose::ConfirmAddress)?;
    Ok(new_address(app, tx, target)?.2.email)
}

/// From now on the party is written to at the address that the link went to. The address before is told.
///
/// # Errors
/// [`AppError::Refused`] when the link does not open.
pub fn confirm_email(app: &App, tx: &mut Tx<'_>, now: Instant, token: &Token) -> Result<(), AppError> {
    let target = links::redeem(tx, now, token, LinkPurpose::ConfirmAddress)?;
    let (party, draft, new) = new_address(app, tx, target)?;
    let mut loaded = streams::load::<Party>(tx, &[party])?.remove(&party).expect("it was asked for");
    let state = loaded.state()?.clone();
    let before = profile(app, tx, &state, party)?;
    let after = Profile { email: Some(new.email.clone()), ..before.clone() };
    let profile = app.seal(tx, now, (party, Purpose::Contract, "profile"), None, &after)?;
    let actor = Actor::new(party, Role::Policyholder, Channel::Portal);
    let command = format!("address:{draft}");
    loaded.add(PartyEvent::ProfileChanged { profile, basis: new.basis }, now, &actor, &command);
    streams::save(tx, now, [&loaded])?;
    let email_ref = app.new_id(party.shard(), now);
    users::follow_address(tx, &app.vault, now, (party, &actor), (&new.email, email_ref, &command))?
        .map_err(|refusal| AppError::Refused(Refused::from(&refusal)))?;
    find::remember(app, tx, &[(Key::Email(&new.email), party)])?;
    tx.exec(sql!("delete from draft where id = ?1"), &params![draft])?;
    let (Some(old), Some((stream, agreement))) = (before.email, newest_contract(tx, party)?) else {
        return Ok(());
    };
    let event = say::SecurityEvent::EmailChanged;
    let content =
        Content::SecurityNotice(say::SecurityNotice { event, at: now, link: "/my/details".to_owned() });
    let letter = letter(party, stream, agreement, state.language, content);
    let to = Addressee { name: before.name, address: None, email: Some(old) };
    letters::send_to(app, tx, now, &format!("address-left:{draft}"), to, letter)
}

fn new_address(
    app: &App,
    tx: &mut Tx<'_>,
    target: Result<LinkTarget, LinkRefusal>,
) -> Result<(Id, Id, NewAddress), AppError> {
    let target = target.map_err(|refusal| AppError::Refused(Refused::from(&refusal)))?;
    let LinkTarget::File { party, file } = target else {
        return Err(AppError::damaged("the link of an address", "draft"));
    };
    let gone = || AppError::Refused(Refused::from(&LinkRefusal::TooOld));
    let row = tx.query_opt(sql!("select content from draft where id = ?1"), &params![file])?;
    let new: Option<NewAddress> = app.unseal_row(tx, row.ok_or_else(gone)?.id("content")?)?;
    Ok((party, file, new.ok_or_else(gone)?))
}

/// The languages in which parties are written to.
///
/// # Errors
/// [`AppError::Store`].
pub fn languages(
    tx: &mut Tx<'_>,
    parties: &[Id],
) -> Result<std::collections::BTreeMap<Id, Language>, AppError> {
    let rows =
        tx.query_ids(sql!("select id, language from party where id in ({ids})"), &params![], parties)?;
    let one = |row: &store::Row| Ok::<_, StoreError>((row.id("id")?, row.parse("language")?));
    Ok(rows.iter().map(one).collect::<Result<_, _>>()?)
}

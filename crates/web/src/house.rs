//! The real house behind the gate: sessions and looks from `app::identity`, access from `app::access`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use app::access::{Action, Kind, Resource};
use app::identity::{
    HashCost, Identity, Look, LookBook, LookPurpose, Passwords, Token, UserChange, UserId, UserOrder, keys,
    sessions, users,
};
use app::{App, parties};
use kernel::{Channel, ClaimNumber, Country, Id, Instant, Language, PolicyNumber, Role};
use store::{Priority, StoreError, Tx, params, sql};

use crate::public::{Document, Offer};
use crate::site::Need;
use crate::{Clock, Entropy, Failure, Granted, House, Live, Pending, Shell, Visitor};

/// How fast one network address may send a form: tries at once, then one in so many seconds.
const PACE: (i64, i64) = (20, 5);
/// The same for the answers of a report, by person.
const REPORT_PACE: (i64, i64) = (60, 2);
/// The same for the calls of programs.
const API_PACE: (i64, i64) = (300, 1);
/// Addresses remembered for their pace; beyond that those at rest are forgotten.
const MOST_CALLERS: usize = 20_000;
/// Passwords checked at the same time: each takes 19 MiB.
const PASSWORDS_AT_ONCE: u32 = 4;

/// What the shell of the pages is made of.
pub struct Setting {
    /// The use cases.
    pub app: App,
    /// The business clock.
    pub clock: Arc<dyn Clock>,
    /// The operational clock.
    pub operational: Arc<dyn Clock>,
    /// Random bytes.
    pub entropy: Entropy,
    /// Whether browsers reach us by https.
    pub https: bool,
    /// What one password's hash costs.
    pub hash_cost: HashCost,
}

/// Everything the pages stand on, over a house that runs.
///
/// # Errors
/// When the system gives no thread for the book of looks.
pub fn shell(setting: Setting) -> std::io::Result<Shell> {
    let app = setting.app;
    let passwords = Passwords::new(setting.hash_cost, PASSWORDS_AT_ONCE);
    let identity = Identity::new(app.db.clone(), app.vault.clone(), passwords);
    Ok(Shell {
        house: Arc::new(AppHouse::new(app.clone())?),
        sample_offers: Vec::new(),
        sample_documents: Vec::new(),
        live: Some(Live { app, identity }),
        clock: setting.clock,
        operational: setting.operational,
        entropy: setting.entropy,
        https: setting.https,
    })
}

/// Sessions, access and limits of a house that runs.
#[derive(Debug)]
pub struct AppHouse {
    app: App,
    looks: LookBook,
    /// When the bucket of a caller is empty again, in seconds.
    paces: Mutex<HashMap<(&'static str, String), i64>>,
}

impl AppHouse {
    /// Over these use cases.
    ///
    /// # Errors
    /// When the system gives no thread for the book of looks.
    pub fn new(app: App) -> std::io::Result<Self> {
        let looks = LookBook::open(app.db.clone())?;
        Ok(Self { app, looks, paces: Mutex::default() })
    }

    async fn find_visitor(&self, session: &str, now: Instant) -> Result<Option<Visitor>, Failure> {
        let Some(token) = Token::parse(session) else { return Ok(None) };
        let app = self.app.clone();
        let found = self.app.db.read_async(move |tx| {
            let session = sessions::find(tx, now, std::slice::from_ref(&token))?.pop().flatten();
            let Some(session) = session else { return Ok(None) };
            let is_customer = session.who.roles.contains(&Role::Policyholder);
            let (name, country) = match session.who.party.filter(|_| is_customer) {
                Some(party) => customer(&app, tx, party)?,
                None => (staff_name(&app, tx, session.who.id)?, Country::Nl),
            };
            Ok::<_, app::AppError>(Some((session, name, country)))
        });
        let Some((session, name, country)) = found.await? else { return Ok(None) };
        if session.touch_due {
            let touched = session.session_id;
            let touch =
                self.app.db.write_async(Priority::Click, move |tx| sessions::touch(tx, now, &[touched]));
            touch.await.map_err(|error: StoreError| Failure::from(error))?;
        }
        Ok(Some(Visitor {
            id: session.who.id,
            role: session.who.roles.first().copied().unwrap_or(Role::Anonymous),
            name,
            language: session.language,
            country,
            who: session.who,
        }))
    }

    async fn grant(
        &self,
        visitor: &Visitor,
        need: Need,
        resource: Option<&str>,
        now: Instant,
    ) -> Result<Granted, Failure> {
        let who = &visitor.who;
        let Some(name) = resource else {
            return at_large(&self.app, visitor, need.action).map(|role| Granted { role, thing: None });
        };
        let (kind, name) = (need.action.kind(), name.to_owned());
        let marked = self.app.db.read_async(move |tx| marks(tx, kind, &name)).await?;
        let (thing, on) = marked.ok_or(Failure::NotFound)?;
        let granted = self.app.access.authorise(who, need.action, &on).map_err(|_| {
            // Who is outside the house and guesses numbers learns nothing from the difference.
            let is_outside = matches!(visitor.role, Role::Policyholder | Role::Partner);
            if is_outside { Failure::NotFound } else { Failure::NotAllowed }
        })?;
        if granted.look
            && let Some(owner) = on.owner
        {
            self.write_looks(visitor, need.action, granted.role, &[owner], now).await?;
        }
        Ok(Granted { role: granted.role, thing: Some(thing) })
    }

    async fn write_looks(
        &self,
        visitor: &Visitor,
        action: Action,
        role: Role,
        people: &[Id],
        now: Instant,
    ) -> Result<(), Failure> {
        let others = people.iter().filter(|subject| visitor.who.party != Some(**subject));
        let one = |subject: &Id| Look {
            subject: *subject,
            at: now,
            actor: visitor.id,
            role,
            act: action.name(),
            purpose: LookPurpose::of(role),
        };
        Ok(self.looks.record(others.map(one).collect()).await?)
    }
}

impl House for AppHouse {
    fn visitor<'a>(
        &'a self,
        session: &'a str,
        now: Instant,
    ) -> Pending<'a, Result<Option<Visitor>, Failure>> {
        Box::pin(self.find_visitor(session, now))
    }

    fn program<'a>(&'a self, key: &'a str, now: Instant) -> Pending<'a, Result<Option<Visitor>, Failure>> {
        Box::pin(async move {
            let Some(token) = Token::parse(key) else { return Ok(None) };
            let found = self.app.db.read_async(move |tx| keys::find(tx, now, &token)).await;
            let found = found.map_err(|error: StoreError| Failure::from(error))?;
            Ok(found.map(|key| Visitor {
                id: key.who.id,
                role: key.who.roles.first().copied().unwrap_or(Role::Anonymous),
                name: String::new(),
                language: key.language,
                country: Country::Nl,
                who: key.who,
            }))
        })
    }

    fn may<'a>(
        &'a self,
        visitor: &'a Visitor,
        need: Need,
        resource: Option<&'a str>,
        now: Instant,
    ) -> Pending<'a, Result<Granted, Failure>> {
        Box::pin(self.grant(visitor, need, resource, now))
    }

    fn look<'a>(
        &'a self,
        visitor: &'a Visitor,
        need: Need,
        people: Vec<Id>,
        now: Instant,
    ) -> Pending<'a, Result<(), Failure>> {
        Box::pin(async move {
            let role = at_large(&self.app, visitor, need.action).unwrap_or(visitor.role);
            self.write_looks(visitor, need.action, role, &people, now).await
        })
    }

    fn slow_down(&self, what: &'static str, caller: &str, now: Instant) -> Option<u32> {
        let (at_once, every) = match what {
            crate::site::API => API_PACE,
            crate::site::REPORT => REPORT_PACE,
            _ => PACE,
        };
        let now = now.as_second();
        let mut paces = self.paces.lock().unwrap_or_else(PoisonError::into_inner);
        if paces.len() >= MOST_CALLERS {
            paces.retain(|_, clear| *clear > now);
        }
        let clear = paces.entry((what, caller.to_owned())).or_insert(now);
        let next = (*clear).max(now) + every;
        let wait = next - now - at_once * every;
        if wait > 0 {
            return Some(u32::try_from(wait).unwrap_or(u32::MAX));
        }
        *clear = next;
        None
    }

    fn remember_language<'a>(
        &'a self,
        visitor: &'a Visitor,
        language: Language,
        now: Instant,
    ) -> Pending<'a, Result<(), Failure>> {
        Box::pin(async move {
            // Who came through a mailed link has no profile; the browser remembers the choice.
            if visitor.who.file.is_some() {
                return Ok(());
            }
            let order = UserOrder {
                command: format!("language:{}:{}", visitor.id, now.as_microsecond()),
                user: UserId::from(visitor.id),
                change: UserChange::SetLanguage(language),
            };
            let (app, who) = (self.app.clone(), visitor.who.clone());
            let changed = self.app.db.write_async(Priority::Click, move |tx| {
                users::change(
                    tx,
                    &app.access,
                    &app.vault,
                    now,
                    &who,
                    Channel::Portal,
                    std::slice::from_ref(&order),
                )
            });
            changed.await.map_err(|error: StoreError| Failure::from(error))?;
            Ok(())
        })
    }

    fn waiting<'a>(&'a self, _: &'a Visitor, _: Instant) -> Pending<'a, Vec<(&'static str, usize)>> {
        Box::pin(async move {
            // Numbers beside a menu: a page does without them when the database is slow to answer.
            self.app.db.read_async(counts).await.unwrap_or_default()
        })
    }
}

/// May the visitor do this to what is their own, or to anything on the list? The role in which.
fn at_large(app: &App, visitor: &Visitor, action: Action) -> Result<Role, Failure> {
    let who = &visitor.who;
    let own = match action.kind() {
        Kind::Party if visitor.role == Role::Policyholder => {
            Some(Resource { owner: who.party, file: who.file, ..Resource::any() })
        }
        Kind::Account => Some(Resource::account(who.id)),
        Kind::Site => Some(Resource::any()),
        _ => None,
    };
    let role = match own {
        Some(on) => app.access.authorise(who, action, &on).map(|granted| granted.role),
        None => app.access.list(who, action).map(|granted| granted.role),
    };
    role.map_err(|_| Failure::NotAllowed)
}

/// The thing that a path names, and what the access rules must know of it.
fn marks(tx: &mut Tx<'_>, kind: Kind, name: &str) -> Result<Option<(Id, Resource)>, StoreError> {
    if let Ok(number) = PolicyNumber::parse(name) {
        let row = tx.query_opt(
            sql!("select id, holder, id as file, open_to, open_reports from contract where number = ?1"),
            &params![number.as_str()],
        )?;
        return row.map(|row| opened(&row)).transpose();
    }
    if let Ok(number) = ClaimNumber::parse(name) {
        let row = tx.query_opt(
            sql!("select id, holder, contract as file from claim where number = ?1"),
            &params![number.as_str()],
        )?;
        return row.map(|row| owned(&row)).transpose();
    }
    let Ok(id) = name.parse::<Id>() else { return Ok(None) };
    match kind {
        Kind::Application | Kind::Policy | Kind::Claim => approval(tx, id),
        Kind::Document => {
            let row = tx.query_opt(
                sql!(
                    "select l.id, l.holder, coalesce(c.contract, l.stream) as file from letter l \
                     left join claim c on c.id = l.stream where l.id = ?1"
                ),
                &params![id],
            )?;
            row.map(|row| owned(&row)).transpose()
        }
        Kind::RepairOrder => {
            let row = tx.query_opt(sql!("select repairer from repair_order where id = ?1"), &params![id])?;
            row.map(|row| Ok((id, Resource::any().ordered_from(row.id("repairer")?)))).transpose()
        }
        Kind::Task => {
            let row = tx.query_opt(sql!("select id from task where id = ?1"), &params![id])?;
            Ok(row.map(|_| (id, Resource::any())))
        }
        // Runs are prepared by the machine; whoever releases one is the second pair of eyes.
        Kind::Books => Ok(Some((id, Resource::any().proposed_by(App::machine().id)))),
        _ => Ok(Some((id, Resource::any()))),
    }
}

/// What waits for a second pair of eyes, with who proposed it.
fn approval(tx: &mut Tx<'_>, id: Id) -> Result<Option<(Id, Resource)>, StoreError> {
    let row = tx.query_opt(
        sql!(
            "select a.id, a.proposed_by, coalesce(k.holder, c.holder) as holder, coalesce(k.id, c.contract) as file \
             from approval a left join contract k on k.id = a.stream left join claim c on c.id = a.stream \
             where a.id = ?1"
        ),
        &params![id],
    )?;
    let Some(row) = row else { return Ok(None) };
    let on = Resource { owner: row.opt_id("holder")?, file: row.opt_id("file")?, ..Resource::any() };
    Ok(Some((id, on.proposed_by(row.id("proposed_by")?))))
}

fn owned(row: &store::Row) -> Result<(Id, Resource), StoreError> {
    Ok((row.id("id")?, Resource::of(row.id("holder")?).in_file(row.id("file")?)))
}

/// A policy with the partner that its holder opened it to (PRIV-24).
fn opened(row: &store::Row) -> Result<(Id, Resource), StoreError> {
    let (id, on) = owned(row)?;
    let partner = row.opt_id("open_to")?;
    let reports = row.opt_i64("open_reports")? == Some(1);
    Ok((id, on.open_to(partner).reported_by(partner.filter(|_| reports))))
}

fn customer(app: &App, tx: &mut Tx<'_>, party: Id) -> Result<(String, Country), app::AppError> {
    let known = parties::known(app, tx, &[party])?.remove(&party);
    Ok(known.map_or((String::new(), Country::Nl), |known| {
        (known.profile.map(|profile| profile.name).unwrap_or_default(), known.party.country)
    }))
}

/// People of the desk are shown by the part of their address before the `@`.
fn staff_name(app: &App, tx: &mut Tx<'_>, user: Id) -> Result<String, StoreError> {
    let found = users::load(tx, &[UserId::from(user)])?.pop().flatten();
    let Some(address) = found.and_then(|user| user.email_ref) else { return Ok(String::new()) };
    let opened = app.vault.open_rows(tx, &[address])?.pop();
    let text = opened.map_or(Ok(None), store::vault::Opened::text)?.unwrap_or_default();
    Ok(text.split('@').next().unwrap_or_default().to_owned())
}

fn counts(tx: &mut Tx<'_>) -> Result<Vec<(&'static str, usize)>, StoreError> {
    let row = tx.query_one(
        sql!(
            "select (select count(*) from task where state = 'open') as work, \
             (select count(*) from approval where state = 'waiting') as approvals, \
             (select count(*) from contract where phase in ('screening', 'applied')) as applications, \
             (select count(*) from task where state = 'open' and kind = 'decide-claim') as claims, \
             (select count(*) from collection where state = 'announced') as collections, \
             (select count(*) from statement_entry where state = 'suspense') as statements, \
             (select count(*) from payment_order where state = 'ordered') as payments, \
             (select count(*) from stuck) as stuck"
        ),
        &params![],
    )?;
    let lists =
        ["work", "approvals", "applications", "claims", "collections", "statements", "payments", "stuck"];
    lists.into_iter().map(|name| Ok((name, usize::try_from(row.i64(name)?).unwrap_or_default()))).collect()
}

/// What is sold now, the home market first.
pub(crate) fn offers(app: &App) -> Vec<Offer> {
    let products = app.products.codes().into_iter().filter_map(|code| app.products.current(&code));
    let mut offers: Vec<Offer> = products.map(|product| Offer::of(&product)).collect();
    offers.sort_by_key(|offer| offer.country != Country::Nl);
    offers
}

/// The conditions of what is sold now.
pub(crate) fn documents(app: &App) -> Vec<Document> {
    let products = app.products.codes().into_iter().filter_map(|code| app.products.current(&code));
    products
        .map(|product| Document {
            name: product.name().clone(),
            version: product.wording().version.clone(),
            href: format!("/conditions/{}", product.code()),
        })
        .collect()
}

//! Looks at somebody else's personal data (PRIV-17): who, whose, what for, when. A page that shows such data waits until its
//! looks are committed; looks of many pages are committed together.

use super::Session;
use crate::access::Action;
use kernel::{Id, Instant, Role};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, TrySendError, sync_channel};
use store::{Db, Priority, Result, StoreError, Tx, Value, params, row, sql};
use tokio::sync::oneshot;

kernel::text_enum! {
    /// What the look is for.
    pub enum LookPurpose {
        /// Deciding on an application.
        Acceptance = "acceptance",
        /// Handling a claim.
        Claim = "claim",
        /// Premium, payments, accounts.
        Payment = "payment",
        /// Answering a complaint.
        Complaint = "complaint",
        /// Answering a privacy request.
        PrivacyRequest = "privacy-request",
        /// Keeping a customer informed, as they asked (PRIV-24).
        Partner = "partner",
        /// Repairing a device.
        Repair = "repair",
        /// Approving or supervising a colleague's work.
        Supervision = "supervision",
        /// Audit.
        Audit = "audit",
        /// Answering the customer.
        Service = "service",
    }
}

impl LookPurpose {
    /// The purpose a role looks for, where the page does not ask.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Acceptance => Self::Acceptance,
            Role::Claims => Self::Claim,
            Role::Finance => Self::Payment,
            Role::Complaints => Self::Complaint,
            Role::PrivacyManager => Self::PrivacyRequest,
            Role::Partner => Self::Partner,
            Role::Repairer => Self::Repair,
            Role::Manager => Self::Supervision,
            Role::Auditor => Self::Audit,
            _ => Self::Service,
        }
    }
}

/// One look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whose data (party id).
    pub subject: Id,
    /// When (operational time).
    pub at: Instant,
    /// Who looked.
    pub actor: Id,
    /// In which role.
    pub role: Role,
    /// Which page or command showed it.
    pub act: &'static str,
    /// What for.
    pub purpose: LookPurpose,
}

impl Look {
    /// Looks of this session, in the role that the grant names, at these people.
    #[must_use]
    pub fn at_people(
        session: &Session,
        role: Role,
        act: Action,
        at: Instant,
        subjects: impl IntoIterator<Item = Id>,
    ) -> Vec<Self> {
        let one = |subject| Self {
            subject,
            at,
            actor: session.who.id,
            role,
            act: act.name(),
            purpose: LookPurpose::of(role),
        };
        subjects.into_iter().filter(|&subject| session.who.party != Some(subject)).map(one).collect()
    }
}

/// A look as it is read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookLine {
    /// Whose data.
    pub subject: Id,
    /// When.
    pub at: Instant,
    /// Who looked.
    pub actor: Id,
    /// In which role.
    pub role: Role,
    /// Which page or command.
    pub act: String,
    /// What for.
    pub purpose: LookPurpose,
}

/// Writes looks down. The same look twice in one microsecond is one.
///
/// # Errors
/// The store's.
pub fn record(tx: &mut Tx<'_>, looks: &[Look]) -> Result<()> {
    let mut rows: Vec<Vec<Value>> = looks
        .iter()
        .map(|look| row![look.subject, look.at, look.actor, look.act, look.role.code(), look.purpose.code()])
        .collect();
    rows.sort();
    tx.exec_rows(
        sql!(
            "insert into look (subject_id, looked_us, actor_id, act, role, purpose) values {rows} \
             on conflict (subject_id, looked_us, actor_id, act) do nothing"
        ),
        &[],
        &rows,
    )?;
    Ok(())
}

/// Who looked at this person's data: newest first, before `before`, at most 200.
///
/// # Errors
/// The store's.
pub fn at_subject(tx: &mut Tx<'_>, subject: Id, before: Instant) -> Result<Vec<LookLine>> {
    lines(&tx.query(
        sql!(
            "select subject_id, looked_us, actor_id, act, role, purpose from look where subject_id = ?1 \
             and looked_us < ?2 order by looked_us desc, actor_id, act limit 200"
        ),
        &params![subject, before],
    )?)
}

/// When people of this partner looked at this person's data: newest first, each moment once, at most `most` (PRIV-24).
///
/// # Errors
/// The store's.
pub fn of_partner(tx: &mut Tx<'_>, subject: Id, partner: Id, most: i64) -> Result<Vec<Instant>> {
    let rows = tx.query(
        sql!(
            "select l.looked_us from look l join user_account u on u.user_id = l.actor_id where l.subject_id = ?1 \
             and l.role = 'partner' and u.partner_id = ?2 group by l.looked_us order by l.looked_us desc limit ?3"
        ),
        &params![subject, partner, most],
    )?;
    rows.iter().map(|row| row.instant("looked_us")).collect()
}

/// What this person looked at: newest first, before `before`, at most 200.
///
/// # Errors
/// The store's.
pub fn by_actor(tx: &mut Tx<'_>, actor: Id, before: Instant) -> Result<Vec<LookLine>> {
    lines(&tx.query(
        sql!(
            "select subject_id, looked_us, actor_id, act, role, purpose from look where actor_id = ?1 \
             and looked_us < ?2 order by looked_us desc, subject_id, act limit 200"
        ),
        &params![actor, before],
    )?)
}

fn lines(rows: &[store::Row]) -> Result<Vec<LookLine>> {
    rows.iter()
        .map(|row| {
            Ok(LookLine {
                subject: row.id("subject_id")?,
                at: row.instant("looked_us")?,
                actor: row.id("actor_id")?,
                role: row.parse("role")?,
                act: row.text("act")?,
                purpose: row.parse("purpose")?,
            })
        })
        .collect()
}

/// Writes looks down in groups: what comes in while one group is being committed makes the next. One per process; its
/// thread ends when it is dropped.
#[derive(Debug)]
pub struct LookBook {
    queue: SyncSender<Entry>,
}

type Entry = (Vec<Look>, oneshot::Sender<Result<()>>);

/// Pages that may wait for their looks at the same time.
const MOST_WAITING: usize = 1_024;
/// Looks in one transaction.
const MOST_TOGETHER: usize = 2_048;

impl LookBook {
    /// Opens the book on this database.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn open(db: Db) -> std::io::Result<Self> {
        let (queue, entries) = sync_channel(MOST_WAITING);
        std::thread::Builder::new().name("looks".into()).spawn(move || keep(&db, &entries))?;
        Ok(Self { queue })
    }

    /// Writes these looks down; done when they are committed. Send the page only then.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when too many wait already; the store's.
    pub async fn record(&self, looks: Vec<Look>) -> Result<()> {
        if looks.is_empty() {
            return Ok(());
        }
        let (reply, answer) = oneshot::channel();
        match self.queue.try_send((looks, reply)) {
            Ok(()) => answer.await.unwrap_or(Err(BUSY)),
            Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => Err(BUSY),
        }
    }
}

const BUSY: StoreError = StoreError::Busy { what: "the book of looks" };

fn keep(db: &Db, entries: &Receiver<Entry>) {
    while let Ok(first) = entries.recv() {
        let mut group = vec![first];
        let mut count = group[0].0.len();
        while count < MOST_TOGETHER {
            match entries.try_recv() {
                Ok(entry) => {
                    count += entry.0.len();
                    group.push(entry);
                }
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
            }
        }
        let looks: Vec<Look> = group.iter().flat_map(|(looks, _)| looks.iter().copied()).collect();
        let done: Result<()> = db.write(Priority::Click, move |tx| record(tx, &looks));
        for (_, reply) in group {
            // Who asked may have gone away; the look stays.
            let _ = reply.send(done.clone());
        }
    }
}

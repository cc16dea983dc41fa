//! Rate limits: a bucket per counter, kept in the database so that every node counts the same.
//!
//! A counter is one instant: when its bucket is empty again. Each try moves it on by the time one try is worth; a try that
//! would move it further ahead than the bucket is deep is refused and does not count.

use kernel::Instant;
use store::{Result, Tx, params, sql};

/// A limit on tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Its name, part of the key.
    pub kind: &'static str,
    /// Tries at once from rest.
    pub at_once: u32,
    /// After that, one in this many seconds.
    pub then_every_seconds: u32,
}

impl Limit {
    /// Sign-in with one e-mail address, whoever tries.
    pub const SIGN_IN_ACCOUNT: Self = Self { kind: "sign-in-account", at_once: 10, then_every_seconds: 60 };
    /// Sign-in from one network address, whichever account.
    pub const SIGN_IN_ADDRESS: Self = Self { kind: "sign-in-address", at_once: 60, then_every_seconds: 10 };
    /// Mails with a link to one e-mail address.
    pub const LINK_ACCOUNT: Self = Self { kind: "link-account", at_once: 5, then_every_seconds: 600 };
    /// Mails with a link asked for from one network address.
    pub const LINK_ADDRESS: Self = Self { kind: "link-address", at_once: 30, then_every_seconds: 60 };

    fn step_us(self) -> i64 {
        i64::from(self.then_every_seconds) * 1_000_000
    }

    fn depth_us(self) -> i64 {
        self.step_us() * i64::from(self.at_once)
    }
}

/// Too many tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany {
    /// How long until the next try is looked at.
    pub wait_seconds: u64,
}

/// Counts one try each; `who` is a keyed index ([`store::vault::Vault::index`]), never a plain address. A refused try does not count.
///
/// # Errors
/// The store's.
pub fn take(tx: &mut Tx<'_>, now: Instant, tries: &[(Limit, &str)]) -> Result<Vec<Result<(), TooMany>>> {
    tries.iter().map(|&(limit, who)| take_one(tx, now, limit, who)).collect()
}

/// Forgets the tries: after the right password.
///
/// # Errors
/// The store's.
pub fn reset(tx: &mut Tx<'_>, counters: &[(Limit, &str)]) -> Result<()> {
    for &(limit, who) in counters {
        tx.exec(sql!("delete from try_limit where kind = ?1 and who = ?2"), &params![limit.kind, who])?;
    }
    Ok(())
}

/// Deletes counters at rest; run now and then.
///
/// # Errors
/// The store's.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<u64> {
    tx.exec(sql!("delete from try_limit where clear_us <= ?1"), &params![now])
}

fn take_one(tx: &mut Tx<'_>, now: Instant, limit: Limit, who: &str) -> Result<Result<(), TooMany>> {
    let now_us = now.as_microsecond();
    // Counted in one statement: two tries at the same time cannot both take the last place.
    let counted = tx.exec(
        sql!(
            "insert into try_limit (kind, who, clear_us) values (?1, ?2, cast(?3 as bigint) + cast(?4 as bigint)) \
             on conflict (kind, who) do update set clear_us = case when try_limit.clear_us > cast(?3 as bigint) \
             then try_limit.clear_us else cast(?3 as bigint) end + cast(?4 as bigint) \
             where try_limit.clear_us + cast(?4 as bigint) <= cast(?3 as bigint) + cast(?5 as bigint)"
        ),
        &params![limit.kind, who, now_us, limit.step_us(), limit.depth_us()],
    )?;
    if counted == 1 {
        return Ok(Ok(()));
    }
    let row = tx.query_opt(
        sql!("select clear_us from try_limit where kind = ?1 and who = ?2"),
        &params![limit.kind, who],
    )?;
    let clear_us = row.map_or(Ok(now_us), |row| row.i64("clear_us"))?;
    let wait_us = clear_us + limit.step_us() - limit.depth_us() - now_us;
    let wait_seconds = u64::try_from(wait_us.max(1)).unwrap_or(1).div_ceil(1_000_000);
    Ok(Err(TooMany { wait_seconds }))
}

//! Passwords: which are good enough, and how they are kept (Argon2id, with its settings beside each hash).

use super::refusal::PasswordRefusal;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, CustomizedPasswordHasher as _, Params, PasswordVerifier as _, Version};
use std::collections::HashSet;
use std::sync::{Condvar, LazyLock, Mutex, PoisonError};

/// Fewest letters and signs of a password.
pub const SHORTEST_PASSWORD: usize = 12;
/// Most bytes of a password; longer ones are refused before any work is done.
pub const LONGEST_PASSWORD: usize = 256;

/// A password somebody chose, found good enough. Never printed.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// Takes a new password: at least [`SHORTEST_PASSWORD`] signs of any kind, not one that everybody tries, and not the
    /// person's own e-mail address. There are no rules on its composition.
    ///
    /// # Errors
    /// [`PasswordRefusal`], the first that applies.
    pub fn choose(text: &str, own_email: &str) -> Result<Self, PasswordRefusal> {
        if text.len() > LONGEST_PASSWORD {
            return Err(PasswordRefusal::TooLong);
        }
        if text.chars().count() < SHORTEST_PASSWORD {
            return Err(PasswordRefusal::TooShort);
        }
        let simple = text.to_lowercase();
        let own = own_email.to_lowercase();
        let name = own.split('@').next().unwrap_or_default();
        if !own.is_empty() && (simple == own || simple == name) {
            return Err(PasswordRefusal::OwnAddress);
        }
        let few_signs = simple.chars().collect::<HashSet<_>>().len() < 4;
        if few_signs || COMMON.contains(simple.as_str()) {
            return Err(PasswordRefusal::TooCommon);
        }
        Ok(Self(text.to_owned()))
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("common_passwords.txt").lines().collect());

/// What one hash costs. Kept beside every hash, so that it can be raised: older hashes are made anew at the next sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HashCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl HashCost {
    /// What is recommended for sign-in on servers: 19 MiB, two passes, one lane.
    pub const USUAL: Self = Self { memory_kib: 19_456, passes: 2, lanes: 1 };
    /// The least that works: for tests and demonstrations on slow builds only.
    pub const LEAST: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };

    fn params(self) -> Params {
        Params::new(self.memory_kib, self.passes, self.lanes, None)
            .expect("HashCost is within what Argon2 takes")
    }
}

/// Whether a password was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// It is not.
    Wrong,
    /// It is.
    Right,
    /// It is, and its hash was made at another cost: make it anew.
    RightButStale,
}

/// Makes and checks hashes, a few at a time: each takes memory and processor, so the rest wait their turn.
/// Blocking: never call it in a transaction or on an async thread.
#[derive(Debug)]
pub struct Passwords {
    cost: HashCost,
    running: Mutex<u32>,
    at_once: u32,
    turn: Condvar,
}

impl Passwords {
    /// At this cost, at most `at_once` at a time (memory: `at_once` × `memory_kib`).
    #[must_use]
    pub fn new(cost: HashCost, at_once: u32) -> Self {
        Self { cost, running: Mutex::new(0), at_once: at_once.max(1), turn: Condvar::new() }
    }

    /// The hash to store: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
    #[must_use]
    pub fn hash(&self, password: &Password, salt: &[u8; 16]) -> String {
        self.hash_text(&password.0, salt)
    }

    /// Checks what was typed against the stored hash. `None` (no such account, or no password yet) costs the same and is
    /// always wrong, so that the time taken does not tell whether an account exists.
    #[must_use]
    pub fn check(&self, typed: &str, stored: Option<&str>) -> Checked {
        let nobody;
        let stored_or_nobody = match stored {
            Some(stored) => stored,
            None => {
                nobody = self.hash_of_nobody();
                &nobody
            }
        };
        let Ok(hash) = PasswordHash::new(stored_or_nobody) else {
            tracing::error!("identity: a stored password hash is not one");
            return Checked::Wrong;
        };
        let typed = if typed.len() > LONGEST_PASSWORD { "" } else { typed };
        let right = self.in_turn(|| self.argon2().verify_password(typed.as_bytes(), &hash).is_ok());
        match (right && stored.is_some(), self.is_stale(&hash)) {
            (false, _) => Checked::Wrong,
            (true, false) => Checked::Right,
            (true, true) => Checked::RightButStale,
        }
    }

    /// A new hash, at today's cost, of a password that was just found right.
    #[must_use]
    pub fn rehash(&self, typed: &str, salt: &[u8; 16]) -> String {
        self.hash_text(typed, salt)
    }

    fn hash_text(&self, text: &str, salt: &[u8; 16]) -> String {
        let made = self
            .in_turn(|| self.argon2().hash_password_with_params(text.as_bytes(), salt, self.cost.params()));
        let hash: PasswordHash =
            made.expect("a password within the limit and a salt of 16 bytes can be hashed");
        hash.to_string()
    }

    /// A well-formed hash at today's cost that no password has.
    fn hash_of_nobody(&self) -> String {
        let HashCost { memory_kib, passes, lanes } = self.cost;
        let (salt, hash) = ("A".repeat(22), "A".repeat(43));
        format!("$argon2id$v=19$m={memory_kib},t={passes},p={lanes}${salt}${hash}")
    }

    fn is_stale(&self, hash: &PasswordHash) -> bool {
        let today = self.cost.params();
        let same = Params::try_from(hash).is_ok_and(|made| {
            (made.m_cost(), made.t_cost(), made.p_cost()) == (today.m_cost(), today.t_cost(), today.p_cost())
        });
        hash.algorithm.as_str() != "argon2id" || !same
    }

    fn argon2(&self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.cost.params())
    }

    fn in_turn<T>(&self, work: impl FnOnce() -> T) -> T {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        while *running >= self.at_once {
            running = self.turn.wait(running).unwrap_or_else(PoisonError::into_inner);
        }
        *running += 1;
        drop(running);
        let done = work();
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.turn.notify_one();
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Result<(), PasswordRefusal>) {
        assert_eq!(Password::choose(text, "anna.de.vries@example.nl").map(|_| ()), expect, "{text}");
    }

    #[test]
    fn good_enough() {
        check("blauwe fiets 7", Ok(()));
        check("elevenchars", Err(PasswordRefusal::TooShort));
        check("twelve chars", Ok(()));
        check("éééé öööö üü", Ok(()));
        check("ééééé", Err(PasswordRefusal::TooShort));
        check(&"ab cd ".repeat(42), Ok(()));
        check(&"ab cd ".repeat(43), Err(PasswordRefusal::TooLong));
        check("Wachtwoord123", Err(PasswordRefusal::TooCommon));
        check("AZERTYUIOP123", Err(PasswordRefusal::TooCommon));
        check("ababababababab", Err(PasswordRefusal::TooCommon));
        check("Anna.de.Vries", Err(PasswordRefusal::OwnAddress));
        check("anna.de.vries@example.nl", Err(PasswordRefusal::OwnAddress));
    }

    #[test]
    fn the_list_holds_only_what_the_length_lets_through() {
        for word in COMMON.iter() {
            assert!(word.chars().count() >= SHORTEST_PASSWORD, "{word}");
            assert_eq!(*word, word.to_lowercase());
        }
    }

    #[test]
    fn hashes_carry_their_cost_and_age() {
        let least = Passwords::new(HashCost::LEAST, 2);
        let password = Password::choose("blauwe fiets 7", "").unwrap();
        let stored = least.hash(&password, &[7; 16]);
        assert!(stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{stored}");
        assert_ne!(stored, least.hash(&password, &[8; 16]));
        assert_eq!(least.check("blauwe fiets 7", Some(&stored)), Checked::Right);
        assert_eq!(least.check("blauwe fiets 8", Some(&stored)), Checked::Wrong);
        assert_eq!(least.check("", Some(&stored)), Checked::Wrong);
        let dearer = Passwords::new(HashCost { passes: 2, ..HashCost::LEAST }, 2);
        assert_eq!(dearer.check("blauwe fiets 7", Some(&stored)), Checked::RightButStale);
        let anew = dearer.rehash("blauwe fiets 7", &[9; 16]);
        assert_eq!(dearer.check("blauwe fiets 7", Some(&anew)), Checked::Right);
    }

    #[test]
    fn nobody_has_no_password() {
        let least = Passwords::new(HashCost::LEAST, 1);
        assert!(PasswordHash::new(&least.hash_of_nobody()).is_ok());
        assert_eq!(least.check("blauwe fiets 7", None), Checked::Wrong);
        assert_eq!(least.check("blauwe fiets 7", Some("not a hash")), Checked::Wrong);
        assert_eq!(least.check(&"x".repeat(1_000_000), None), Checked::Wrong);
    }

    #[test]
    fn printing_shows_nothing() {
        let password = Password::choose("blauwe fiets 7", "").unwrap();
        assert_eq!(format!("{password:?}"), "Password(…)");
    }

    /// What one check costs: `cargo test -p app --release hash_cost -- --ignored --nocapture`.
    #[test]
    #[ignore = "a measurement, not a check"]
    fn hash_cost() {
        let usual = Passwords::new(HashCost::USUAL, 1);
        let start = std::time::Instant::now();
        for _ in 0..10 {
            assert_eq!(usual.check("blauwe fiets 7", None), Checked::Wrong);
        }
        println!("a check at the usual cost: {:?}", start.elapsed() / 10);
    }
}

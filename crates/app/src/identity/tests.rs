//! Identity on both databases: sign-in, sessions, links, limits, users, looks.

mod keys;

use super::*;
use crate::access::{Access, Action, Principal};
use kernel::{Channel, EmailAddress, Instant, Language, Refusal as _, Role};
use std::net::IpAddr;
use store::testing::{TestDb, each_database, id, start};
use store::vault::Vault;
use store::{Priority, Result, StoreError, Tx, command, journal, params, sql};

const GOOD: &str = "blauwe fiets 7";
const OTHER: &str = "groene fiets 8";
const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));

/// One house: a database with a vault, an operator to make users, and fresh secrets by number.
struct House<'a> {
    test: &'a TestDb,
    vault: Vault,
    identity: Identity,
}

fn in_house(check: impl Fn(&House<'_>)) {
    each_database(MIGRATIONS, |test| {
        let vault = test.vault();
        let passwords = Passwords::new(HashCost::LEAST, 4);
        let identity = Identity::new(test.db.clone(), vault.clone(), passwords);
        check(&House { test, vault, identity });
    });
}

fn at(seconds: i64) -> Instant {
    Instant::from_second(start().as_second() + seconds).unwrap()
}

fn token(n: u8) -> Token {
    Token::from_entropy([n; 32])
}

fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

fn user(n: i64) -> UserId {
    UserId::from_id(id(n))
}

fn operator() -> Principal {
    Principal::with_role(id(9), Role::Operator)
}

impl House<'_> {
    fn write<T: Send + 'static>(&self, work: impl FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static) -> T {
        self.test.db.write(Priority::Click, work).unwrap()
    }

    fn order(&self, who: &Principal, order: &UserOrder) -> std::result::Result<Done, UserRefusal> {
        let (vault, who, order) = (self.vault.clone(), who.clone(), order.clone());
        let access = Access::new();
        self.write(move |tx| {
            let orders = std::slice::from_ref(&order);
            let mut answers = users::change(tx, &access, &vault, start(), &who, Channel::Desk, orders)?;
            Ok(answers.pop().unwrap())
        })
    }

    /// A user with this address and the password [`GOOD`].
    fn make(&self, n: i64, address: &str, rights: Rights) -> UserId {
        assert_eq!(self.order(&operator(), &make(n, address, rights)), Ok(Done::Now));
        let link = NewLink {
            token: token(200),
            purpose: LinkPurpose::Invitation,
            target: LinkTarget::User(user(n)),
        };
        let link =
            NewLink { token: Token::from_entropy([n.to_be_bytes(); 4].concat().try_into().unwrap()), ..link };
        let secret = link.token.clone();
        self.write(move |tx| links::issue(tx, start(), std::slice::from_ref(&link)));
        let set = self.identity.set_password_by_link(
            start(),
            &secret,
            LinkPurpose::Invitation,
            &Typed(GOOD.into()),
            &[1; 16],
        );
        assert_eq!(set.unwrap(), Ok(user(n)));
        user(n)
    }

    fn sign_in(
        &self,
        now: Instant,
        address: &str,
        password: &str,
        n: u8,
    ) -> std::result::Result<SignedIn, SignInRefusal> {
        self.identity.sign_in(now, &form(address, password, n)).unwrap()
    }

    fn session(&self, now: Instant, n: u8) -> Option<Session> {
        self.write(move |tx| Ok(sessions::find(tx, now, &[token(n)])?.pop().unwrap()))
    }

    fn load(&self, n: i64) -> User {
        self.write(move |tx| Ok(users::load(tx, &[user(n)])?.pop().unwrap())).unwrap()
    }

    fn journal(&self, n: i64) -> Vec<String> {
        let events = self.write(move |tx| journal::load(tx, &[id(n)]));
        events.into_values().flatten().map(|event| event.kind).collect()
    }
}

fn make(n: i64, address: &str, rights: Rights) -> UserOrder {
    UserOrder {
        command: format!("make-{n}"),
        user: user(n),
        change: UserChange::Make {
            rights,
            email: email(address),
            email_ref: id(1_000 + n),
            language: Language::Nl,
        },
    }
}

fn form(address: &str, password: &str, n: u8) -> SignIn {
    SignIn {
        email: address.into(),
        password: Typed(password.into()),
        address: HERE,
        old: None,
        token: token(n),
        session_id: SessionId::from_id(id(i64::from(n))),
        salt: [n; 16],
    }
}

#[test]
fn signing_in() {
    in_house(|house| {
        house.make(10, "anna@example.nl", Rights::customer(id(77)));
        let signed = house.sign_in(at(0), " Anna@Example.NL ", GOOD, 1).unwrap();
        assert_eq!((signed.user, signed.language), (user(10), Language::Nl));
        let session = house.session(at(1), 1).unwrap();
        assert_eq!(session.who, Principal::customer(id(10), id(77)));
        assert!(!session.touch_due);

        assert_eq!(house.sign_in(at(2), "anna@example.nl", OTHER, 2), Err(SignInRefusal::Wrong));
        assert_eq!(house.sign_in(at(2), "nobody@example.nl", GOOD, 2), Err(SignInRefusal::Wrong));
        assert_eq!(house.sign_in(at(2), "no address", GOOD, 2), Err(SignInRefusal::Wrong));
        assert_eq!(house.session(at(2), 2), None);

        // Signing in anew ends the session the browser had.
        let again = SignIn { old: Some(token(1)), ..form("anna@example.nl", GOOD, 3) };
        house.identity.sign_in(at(3), &again).unwrap().unwrap();
        assert_eq!(house.session(at(3), 1), None);
        assert!(house.session(at(3), 3).is_some());
    });
}

#[test]
fn too_many_tries() {
    in_house(|house| {
        house.make(10, "anna@example.nl", Rights::customer(id(77)));
        for address in ["anna@example.nl", "nobody@example.nl"] {
            for _ in 0..10 {
                assert_eq!(house.sign_in(at(0), address, OTHER, 1), Err(SignInRefusal::Wrong));
            }
            // Known or not, right or wrong: the same answer.
            let wait = Err(SignInRefusal::TooManyTries { wait_seconds: 60 });
            assert_eq!(house.sign_in(at(0), address, GOOD, 1), wait);
        }
        let refusal = SignInRefusal::TooManyTries { wait_seconds: 59 };
        assert_eq!(house.sign_in(at(1), "anna@example.nl", GOOD, 1), Err(refusal));
        assert_eq!(
            (refusal.code(), refusal.args()),
            ("sign-in-too-many-tries", vec![("minutes", "1".into())])
        );
        // After a minute one more; being right, it clears the account's counter.
        assert!(house.sign_in(at(60), "anna@example.nl", GOOD, 2).is_ok());
        for _ in 0..10 {
            assert_eq!(house.sign_in(at(60), "anna@example.nl", OTHER, 3), Err(SignInRefusal::Wrong));
        }
    });
}

#[test]
fn too_many_from_one_address() {
    in_house(|house| {
        for n in 0..60 {
            let tried = house.sign_in(at(0), &format!("nobody{n}@example.nl"), GOOD, 1);
            assert_eq!(tried, Err(SignInRefusal::Wrong));
        }
        let wait = Err(SignInRefusal::TooManyTries { wait_seconds: 10 });
        assert_eq!(house.sign_in(at(0), "another@example.nl", GOOD, 1), wait);
        // The account was not charged for it, and another address is free.
        let elsewhere =
            SignIn { address: "2001:db8::1".parse().unwrap(), ..form("another@example.nl", GOOD, 1) };
        assert_eq!(house.identity.sign_in(at(0), &elsewhere).unwrap(), Err(SignInRefusal::Wrong));
        assert_eq!(house.write(|tx| limits::sweep(tx, at(9))), 0);
        assert!(house.write(|tx| limits::sweep(tx, at(601))) > 60);
    });
}

#[test]
fn disabled_and_closed() {
    in_house(|house| {
        house.make(10, "anna@example.nl", Rights::staff([Role::Claims]));
        house.sign_in(at(0), "anna@example.nl", GOOD, 1).unwrap();
        let say = |command: &str, change: UserChange| {
            house.order(&operator(), &UserOrder { command: command.into(), user: user(10), change })
        };
        assert_eq!(say("a", UserChange::Disable), Ok(Done::Now));
        assert_eq!(say("a", UserChange::Disable), Ok(Done::Already));
        assert_eq!(say("b", UserChange::Disable), Ok(Done::Already));
        assert_eq!(house.session(at(1), 1), None);
        // Told only to who knows the password.
        assert_eq!(house.sign_in(at(1), "anna@example.nl", GOOD, 2), Err(SignInRefusal::Disabled));
        assert_eq!(house.sign_in(at(1), "anna@example.nl", OTHER, 2), Err(SignInRefusal::Wrong));
        assert_eq!(say("c", UserChange::Enable), Ok(Done::Now));
        assert!(house.sign_in(at(1), "anna@example.nl", GOOD, 3).is_ok());

        assert_eq!(say("d", UserChange::Close), Ok(Done::Now));
        assert_eq!(say("e", UserChange::Close), Err(UserRefusal::Unknown));
        assert_eq!(house.session(at(1), 3), None);
        assert_eq!(house.sign_in(at(1), "anna@example.nl", GOOD, 4), Err(SignInRefusal::Wrong));
        let closed = house.load(10);
        assert_eq!((closed.state, closed.has_password, closed.email_ref), (UserState::Closed, false, None));
        let said = ["user-made", "user-password-set", "user-disabled", "user-enabled", "user-closed"];
        assert_eq!(house.journal(10), said);
        // The key goes, and with it the address; then somebody may use the address again.
        assert_eq!(house.vault.forget(start(), &[(id(10), ACCOUNT_PURPOSE)]).unwrap(), 1);
        house.make(11, "anna@example.nl", Rights::staff([Role::Claims]));
    });
}

#[test]
fn a_customer_closes_the_own_account() {
    in_house(|house| {
        house.make(10, "anna@example.nl", Rights::customer(id(77)));
        let anna = Principal::customer(id(10), id(77));
        let close = UserOrder { command: "x".into(), user: user(10), change: UserChange::Close };
        let other = Principal::customer(id(11), id(78));
        assert!(matches!(house.order(&other, &close), Err(UserRefusal::Denied(_))));
        assert_eq!(house.order(&anna, &close), Ok(Done::Now));
    });
}

#[test]
fn customers_open_only_their_own_account() {
    in_house(|house| {
        let by_link = Principal::customer_by_link(id(77), id(500));
        let for_other = make(10, "anna@example.nl", Rights::customer(id(78)));
        assert!(matches!(house.order(&by_link, &for_other), Err(UserRefusal::Denied(_))));
        let as_staff =
            make(10, "anna@example.nl", Rights { party: Some(id(77)), ..Rights::staff([Role::Claims]) });
        assert!(matches!(house.order(&by_link, &as_staff), Err(UserRefusal::Denied(_))));
        let own =
            open_account("o".into(), user(10), id(77), email("anna@example.nl"), id(1_010), Language::Fr);
        assert_eq!(house.order(&by_link, &own), Ok(Done::Now));
        assert_eq!(house.order(&by_link, &own), Ok(Done::Already));
        let taken = make(12, "ANNA@example.nl", Rights::customer(id(79)));
        assert_eq!(house.order(&operator(), &taken), Err(UserRefusal::AddressTaken));
        let found = house.write({
            let vault = house.vault.clone();
            move |tx| users::by_email(tx, &vault, &[email("anna@EXAMPLE.nl"), email("b@example.nl")])
        });
        assert_eq!(found, [Some(user(10)), None]);
        // No password yet: nobody gets in.
        assert_eq!(house.sign_in(at(0), "anna@example.nl", GOOD, 1), Err(SignInRefusal::Wrong));
        let users = house.write(|tx| users::of_parties(tx, &[id(77), id(78)]));
        assert_eq!(users.len(), 1);
    });
}

#[test]
fn rights_that_do_not_go_together() {
    let customer = Rights::customer(id(77));
    let table = [
        (Rights::staff([]), Err(UserRefusal::RolesDoNotMix)),
        (Rights::staff([Role::Claims, Role::Finance]), Ok(())),
        (Rights { party: Some(id(77)), ..Rights::staff([Role::Claims]) }, Ok(())),
        (Rights::staff([Role::Claims, Role::Claims]), Err(UserRefusal::RolesDoNotMix)),
        (Rights::staff([Role::Claims, Role::Auditor]), Err(UserRefusal::RolesDoNotMix)),
        (Rights::staff([Role::Machine]), Err(UserRefusal::RolesDoNotMix)),
        (Rights::staff([Role::Anonymous]), Err(UserRefusal::RolesDoNotMix)),
        (customer.clone(), Ok(())),
        (Rights { party: None, ..customer.clone() }, Err(UserRefusal::ScopeMissing)),
        (Rights { partner: Some(id(1)), ..customer.clone() }, Err(UserRefusal::ScopeMissing)),
        (
            Rights { roles: vec![Role::Policyholder, Role::Claims], ..customer },
            Err(UserRefusal::RolesDoNotMix),
        ),
        (Rights::staff([Role::Partner]), Err(UserRefusal::ScopeMissing)),
        (Rights { insurer: Some("rosemont".into()), ..Rights::staff([Role::Insurer]) }, Ok(())),
    ];
    for (rights, expect) in table {
        assert_eq!(rights.check(), expect, "{rights:?}");
    }
}

#[test]
fn nobody_changes_their_own_rights() {
    in_house(|house| {
        house.make(9, "operator@example.nl", Rights::staff([Role::Operator]));
        let rights = Rights::staff([Role::Operator, Role::Finance]);
        let own =
            UserOrder { command: "s".into(), user: user(9), change: UserChange::SetRights(rights.clone()) };
        assert_eq!(house.order(&operator(), &own), Err(UserRefusal::OwnRights));
        let colleague = Principal::with_role(id(8), Role::Manager);
        assert_eq!(house.order(&colleague, &own), Ok(Done::Now));
        assert_eq!(house.load(9).rights, rights);
        let claims = Principal::with_role(id(8), Role::Claims);
        let again = UserOrder { command: "t".into(), ..own };
        assert!(matches!(house.order(&claims, &again), Err(UserRefusal::Denied(_))));
    });
}

#[test]
fn several_orders_in_one_call() {
    in_house(|house| {
        let (access, vault) = (Access::new(), house.vault.clone());
        let orders = [
            make(10, "anna@example.nl", Rights::staff([Role::Claims])),
            make(11, "ANNA@example.nl", Rights::staff([Role::Claims])),
            make(10, "anna@example.nl", Rights::staff([Role::Claims])),
            UserOrder { command: "l".into(), user: user(10), change: UserChange::SetLanguage(Language::Fr) },
            UserOrder { command: "m".into(), user: user(12), change: UserChange::Disable },
        ];
        let answers = house.write(move |tx| {
            users::change(tx, &access, &vault, start(), &operator(), Channel::Desk, &orders)
        });
        let expect = [
            Ok(Done::Now),
            Err(UserRefusal::AddressTaken),
            Ok(Done::Already),
            Ok(Done::Now),
            Err(UserRefusal::Unknown),
        ];
        assert_eq!(answers, expect);
        assert_eq!(house.journal(10), ["user-made", "user-language-set"]);
        assert_eq!(house.write(|tx| command::seen(tx, &["make-11"])), [None]);
    });
}

#[test]
fn edges_of_a_session() {
    in_house(|house| {
        let new = NewSession {
            session_id: SessionId::from_id(id(5)),
            token: token(1),
            holder: Holder::Link { party: id(77), file: id(500) },
            language: Language::En,
            terms: SessionTerms { idle_seconds: 100, longest_seconds: 250 },
        };
        house.write(move |tx| sessions::open(tx, at(0), std::slice::from_ref(&new)));
        let touch = |now| house.write(move |tx| sessions::touch(tx, now, &[SessionId::from_id(id(5))]));
        assert_eq!(house.session(at(0), 1).unwrap().who, Principal::customer_by_link(id(77), id(500)));
        assert!(!house.session(at(59), 1).unwrap().touch_due);
        assert!(house.session(at(60), 1).unwrap().touch_due);
        assert!(house.session(at(99), 1).is_some());
        assert!(house.session(at(100), 1).is_none(), "at rest too long");
        touch(at(100));
        assert!(house.session(at(100), 1).is_none(), "what is over is not touched back to life");
        touch(at(99));
        assert!(house.session(at(198), 1).is_some());
        touch(at(198));
        assert!(house.session(at(249), 1).is_some());
        assert!(house.session(at(250), 1).is_none(), "too old, however busy");
        assert!(house.session(at(0), 2).is_none(), "unknown");
        let month = 30 * 86_400;
        assert_eq!(house.write(move |tx| sessions::sweep(tx, at(250 + month))), 0);
        assert_eq!(house.write(move |tx| sessions::sweep(tx, at(251 + month))), 1);
    });
}

#[test]
fn signing_out_here_and_everywhere() {
    in_house(|house| {
        house.make(10, "anna@example.nl", Rights::customer(id(77)));
        for n in 1..=3 {
            house.sign_in(at(i64::from(n)), "anna@example.nl", GOOD, n).unwrap();
        }
        let list = house.write(|tx| sessions::of_user(tx, at(4), user(10)));
        assert_eq!(list.iter().map(|line| line.session_id.as_i64()).collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!(house.write(|tx| sessions::end(tx, at(4), &[token(1)])), 1);
        assert_eq!(house.write(|tx| sessions::end(tx, at(4), &[token(1)])), 0, "said twice");
        let end_two =
            |whose| house.write(move |tx| sessions::end_one(tx, at(4), whose, SessionId::from_id(id(2))));
        assert!(!end_two(user(11)), "not somebody else's");
        assert!(end_two(user(10)));
        house.sign_in(at(5), "anna@example.nl", GOOD, 4).unwrap();
        let keep = Some(SessionId::from_id(id(4)));
        assert_eq!(house.write(move |tx| sessions::end_all(tx, at(6), &[user(10)], keep)), 1);
        assert!(house.session(at(6), 3).is_none());
        assert!(house.session(at(6), 4).is_some());
    });
}

#[test]
fn the_oldest_of_too_many_sessions_ends() {
    in_house(|house| {
        house.make(10, "anna@example.nl", Rights::customer(id(77)));
        let most = u8::try_from(sessions::MOST_SESSIONS).unwrap();
        for n in 1..=most + 2 {
            house.sign_in(at(i64::from(n)), "anna@example.nl", GOOD, n).unwrap();
        }
        let holds = |n| house.session(at(100), n).is_some();
        assert_eq!([1, 2, 3, most + 2].map(holds), [false, false, true, true]);
    });
}

#[test]
fn a_link_opens_once() {
    in_house(|house| {
        let target = LinkTarget::File { party: id(77), file: id(500) };
        let issue = |now, n| {
            let link = NewLink { token: token(n), purpose: LinkPurpose::ConfirmApplication, target };
            house.write(move |tx| links::issue(tx, now, std::slice::from_ref(&link)));
        };
        let open = |now, n, purpose| house.write(move |tx| links::redeem(tx, now, &token(n), purpose));
        let confirm = LinkPurpose::ConfirmApplication;
        issue(at(0), 1);
        assert_eq!(open(at(1), 1, LinkPurpose::OpenFile), Err(LinkRefusal::Unknown), "for something else");
        assert_eq!(house.write(move |tx| links::peek(tx, at(1), &token(1), confirm)), Ok(target));
        assert_eq!(open(at(1), 1, confirm), Ok(target));
        assert_eq!(open(at(1), 1, confirm), Err(LinkRefusal::Used));
        assert_eq!(open(at(1), 2, confirm), Err(LinkRefusal::Unknown));
        issue(at(0), 3);
        issue(at(1), 4);
        assert_eq!(open(at(2), 3, confirm), Err(LinkRefusal::TooOld), "a newer one took its place");
        let ends = 1 + confirm.valid_seconds();
        assert_eq!(open(at(ends), 4, confirm), Err(LinkRefusal::TooOld));
        assert_eq!(open(at(ends - 1), 4, confirm), Ok(target));
    });
}

#[test]
fn of_two_at_once_one_gets_the_link() {
    in_house(|house| {
        let target = LinkTarget::File { party: id(77), file: id(500) };
        for round in 1..=20 {
            let link = NewLink { token: token(round), purpose: LinkPurpose::OpenFile, target };
            house.write(move |tx| links::issue(tx, at(0), std::slice::from_ref(&link)));
            let other = house.test.again();
            let opened: Vec<_> = std::thread::scope(|threads| {
                let both = [house.test.db.clone(), other].map(|db| {
                    threads.spawn(move || {
                        let redeem = move |tx: &mut Tx<'_>| {
                            links::redeem(tx, at(1), &token(round), LinkPurpose::OpenFile)
                        };
                        db.write::<_, StoreError, _>(Priority::Click, redeem).unwrap()
                    })
                });
                both.map(|thread| thread.join().unwrap()).into()
            });
            assert_eq!(opened.iter().filter(|answer| answer.is_ok()).count(), 1, "{opened:?}");
            assert!(opened.contains(&Err(LinkRefusal::Used)), "{opened:?}");
        }
    });
}

#[test]
fn passwords_by_link_and_by_hand() {
    in_house(|house| {
        house.make(10, "anna@example.nl", Rights::customer(id(77)));
        house.sign_in(at(0), "anna@example.nl", GOOD, 1).unwrap();
        house.sign_in(at(0), "anna@example.nl", GOOD, 2).unwrap();
        let typed = |text: &str| Typed(text.to_owned());
        let change = |old: &str, new: &str| {
            let passwords = (&typed(old), &typed(new));
            let keep = SessionId::from_id(id(1));
            house.identity.change_password(at(1), user(10), keep, passwords, HERE, &[3; 16]).unwrap()
        };
        assert_eq!(change(OTHER, GOOD), Err(SignInRefusal::Wrong.into()));
        assert_eq!(change(GOOD, "short"), Err(PasswordRefusal::TooShort.into()));
        assert_eq!(change(GOOD, "anna@example.nl"), Err(PasswordRefusal::OwnAddress.into()));
        assert_eq!(change(GOOD, OTHER), Ok(user(10)));
        assert!(house.session(at(1), 1).is_some(), "the session that asked stays");
        assert!(house.session(at(1), 2).is_none());
        assert_eq!(house.sign_in(at(1), "anna@example.nl", GOOD, 3), Err(SignInRefusal::Wrong));

        let found = house.write({
            let vault = house.vault.clone();
            move |tx| wants_link(tx, &vault, at(2), &email("anna@example.nl"), HERE)
        });
        assert_eq!(found.unwrap().unwrap().user_id, user(10));
        let target = LinkTarget::User(user(10));
        let link = NewLink { token: token(7), purpose: LinkPurpose::SetPassword, target };
        house.write(move |tx| links::issue(tx, at(2), std::slice::from_ref(&link)));
        let set = |text: &str| {
            let purpose = LinkPurpose::SetPassword;
            house.identity.set_password_by_link(at(3), &token(7), purpose, &typed(text), &[4; 16]).unwrap()
        };
        assert_eq!(
            set("wachtwoord123"),
            Err(PasswordRefusal::TooCommon.into()),
            "the link is not used up by it"
        );
        assert_eq!(set(GOOD), Ok(user(10)));
        assert_eq!(set(OTHER), Err(LinkRefusal::Used.into()));
        assert!(house.session(at(3), 1).is_none(), "all sessions end");
        assert!(house.sign_in(at(3), "anna@example.nl", GOOD, 4).is_ok());
    });
}

#[test]
fn a_dearer_hash_is_made_at_sign_in() {
    in_house(|house| {
        house.make(10, "anna@example.nl", Rights::customer(id(77)));
        let before = house.load(10).password_hash;
        let dearer = Passwords::new(HashCost { passes: 2, ..HashCost::LEAST }, 1);
        let identity = Identity::new(house.test.db.clone(), house.vault.clone(), dearer);
        identity.sign_in(at(0), &form("anna@example.nl", GOOD, 1)).unwrap().unwrap();
        let after = house.load(10).password_hash;
        assert_ne!(before, after);
        assert!(after.unwrap().contains("t=2"));
        identity.sign_in(at(1), &form("anna@example.nl", GOOD, 2)).unwrap().unwrap();
    });
}

#[test]
fn links_are_limited_too() {
    in_house(|house| {
        let ask = || {
            let vault = house.vault.clone();
            house.write(move |tx| wants_link(tx, &vault, at(0), &email("nobody@example.nl"), HERE))
        };
        for _ in 0..5 {
            assert_eq!(ask(), Ok(None));
        }
        assert_eq!(ask(), Err(TooMany { wait_seconds: 600 }));
    });
}

#[test]
fn looks_are_committed_together_and_read_back() {
    in_house(|house| {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let book = LookBook::open(house.test.db.clone()).unwrap();
        let look = |subject: i64, second: i64| Look {
            subject: id(subject),
            at: at(second),
            actor: id(20),
            role: Role::Claims,
            act: Action::ViewClaim.name(),
            purpose: LookPurpose::of(Role::Claims),
        };
        runtime.block_on(async {
            let pages = (0..50).map(|n| book.record(vec![look(77, n), look(78, n)]));
            for page in pages.collect::<Vec<_>>() {
                page.await.unwrap();
            }
            book.record(vec![]).await.unwrap();
            book.record(vec![look(77, 0)]).await.unwrap();
        });
        let lines = house.write(|tx| looks::at_subject(tx, id(77), at(40)));
        assert_eq!(lines.len(), 40, "the same look twice is one");
        assert_eq!(
            (lines[0].at, lines[0].purpose, lines[0].act.as_str()),
            (at(39), LookPurpose::Claim, "ViewClaim")
        );
        assert_eq!(house.write(|tx| looks::by_actor(tx, id(20), at(1_000))).len(), 100);
    });
}

/// What lies in the tables and the journal names nobody.
#[test]
fn nothing_personal_in_clear() {
    in_house(|house| {
        house.make(10, "anna.devries@example.nl", Rights::customer(id(77)));
        house.sign_in(at(0), "anna.devries@example.nl", GOOD, 1).unwrap();
        let _ = house.sign_in(at(0), "someone.else@example.nl", GOOD, 2);
        let texts = house.write(|tx| {
            let rows = tx.query(
                sql!(
                    "select email_index as t from user_account union all select password_hash from user_account \
                     union all select who from try_limit union all select value from unique_key \
                     union all select outcome from command"
                ),
                &params![],
            )?;
            rows.iter().map(|row| row.text("t")).collect::<Result<Vec<_>>>()
        });
        let events = house.write(|tx| journal::load(tx, &[id(10)]));
        let bodies: Vec<String> =
            events.values().flatten().map(|event| String::from_utf8(event.body.clone()).unwrap()).collect();
        for text in texts.iter().chain(&bodies) {
            for word in ["anna", "devries", "example", "someone", "192.0"] {
                assert!(!text.contains(word), "{text}");
            }
        }
        for shown in [format!("{:?}", form("a@b.nl", GOOD, 1)), format!("{:?}", house.identity)] {
            assert!(!shown.contains(GOOD), "{shown}");
        }
    });
}

//! A refund without an account: asked for, named once, and released by somebody else, on both databases (MONEY-03, OFFICE-15).
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test, also in a helper")]

use app::{
    AppError,
    contracts::Outcome,
    money::{
        self, payments,
        refunds::{self, Named},
    },
    tasks::TaskKind,
    testing::{World, at, bank, each_world, euro, proposal, staff},
};
use billing::PaymentSource;
use kernel::{Actor, Channel, Iban, Id, Role};
use party::Payee;
use policy::Command;
use store::{Priority, params, sql};

/// A rejected application whose premium came from an account nobody knows.
fn rejected(world: &World<'_>) -> Id {
    let mut proposal = proposal();
    proposal.mandate = None;
    let made = world.apply("2026-03-01 14:05", "apply", &proposal).unwrap();
    let finance = staff(41, Role::Finance);
    let paid = Command::BookPayment {
        source: PaymentSource::Transfer { payer: None },
        amount: euro("9.95"),
        credited: at("2026-03-02 09:00"),
    };
    world.order("2026-03-02 09:00", "paid", made.contract, &finance, paid).unwrap();
    let by = staff(11, Role::Acceptance);
    world.order("2026-03-03 09:00", "no", made.contract, &by, Command::Reject { reason: None }).unwrap();
    made.contract
}

fn name(world: &World<'_>, id: &str, contract: Id, holder: &str, actor: Actor) -> Result<Outcome, AppError> {
    let payee = Payee { name: holder.into(), iban: Iban::parse("NL39RABO0300065264").unwrap() };
    let named = Named { id: id.into(), contract, version: None, payee, actor };
    let (app, now) = (world.app.clone(), at("2026-03-05 09:00"));
    world.app.db.write(Priority::Click, move |tx| refunds::name_account(&app, tx, now, &named))
}

fn release(world: &World<'_>, command: &str, person: i64) -> Result<money::Released, AppError> {
    let (app, now, command) = (world.app.clone(), at("2026-03-06 09:00"), command.to_owned());
    world.app.db.write(Priority::Click, move |tx| {
        payments::release(&app, tx, now, (&command, &staff(person, Role::Finance)), "rosemont-nl")
    })
}

fn tasks(world: &World<'_>) -> i64 {
    let sql = sql!("select count(*) as number from task where state = 'open' and kind = ?1");
    world.number(sql, params![TaskKind::FindRefundAccount.code()].to_vec())
}

fn code<T: std::fmt::Debug>(refused: Result<T, AppError>) -> String {
    refused.unwrap_err().refused().unwrap().code.clone()
}

#[test]
fn office_15_who_names_the_account_does_not_release_the_refund() {
    each_world(|world| {
        let contract = rejected(world);
        assert_eq!(tasks(world), 1);
        assert_eq!(code(release(world, "p0", 42)), "nothing-to-release");
        let finance = || staff(41, Role::Finance);
        assert_eq!(code(name(world, "n0", contract, "Ivan Verdacht", finance())), "account-on-list");
        assert_eq!(tasks(world), 1, "nothing is paid to somebody who may be on a list");
        assert_eq!(name(world, "n1", contract, "S. de Vries", finance()).unwrap(), Outcome::Done);
        assert_eq!(name(world, "n1", contract, "S. de Vries", finance()).unwrap(), Outcome::AlreadyDone);
        assert_eq!(tasks(world), 0, "the work is done");
        assert_eq!(code(name(world, "n2", contract, "S. de Vries", finance())), "refund-not-waiting");
        let own = release(world, "p1", 41).unwrap_err();
        let why = ("why".to_owned(), "payment-four-eyes".to_owned());
        assert!(own.refused().unwrap().args.contains(&why), "{own:?}");
        let released = release(world, "p2", 42).unwrap();
        let (app, batch) = (world.app.clone(), released.batch);
        let (_, file) = world.app.db.read(move |tx| money::bank_file(&app, tx, batch)).unwrap();
        let orders = bank::orders(&file);
        assert_eq!(orders.len(), 1, "it goes out with the next payments");
        assert!(String::from_utf8_lossy(&file).contains("NL39RABO0300065264"));
        let sealed = sql!("select count(*) as number from event where cast(body as text) like '%RABO%'");
        assert_eq!(world.number(sealed, vec![]), 0);
    });
}

#[test]
fn money_03_the_customer_names_their_own_account() {
    each_world(|world| {
        let contract = rejected(world);
        let waiting = world.app.db.read(move |tx| refunds::waiting_on(tx, contract)).unwrap();
        assert_eq!(waiting, euro("9.95"));
        let customer = Actor::new(store::testing::id(61), Role::Policyholder, Channel::Portal);
        assert_eq!(name(world, "n1", contract, "S. de Vries", customer).unwrap(), Outcome::Done);
        let waiting = world.app.db.read(move |tx| refunds::waiting_on(tx, contract)).unwrap();
        assert_eq!(waiting, euro("0.00"));
        assert!(release(world, "p1", 41).is_ok());
    });
}

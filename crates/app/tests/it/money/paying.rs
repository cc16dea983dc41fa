//! Premium that the customer transfers: invoice, reference, what the portal shows; and the life of a mandate.

use app::{
    contracts::Outcome,
    mandates::{self, Given},
    testing::proposal_in,
    views::portal::{self, MoneyView},
};
use kernel::{Country, Iban, StructuredReference};
use party::Payee;

use super::*;

fn letters(world: &World<'_>, contract: Id, kind: &str) -> i64 {
    let sql = sql!("select count(*) as number from letter where stream = ?1 and kind = ?2");
    world.number(sql, params![contract, kind].to_vec())
}

fn money(world: &World<'_>, when: &str, contract: Id) -> MoneyView {
    let (app, now) = (world.app.clone(), at(when));
    world.app.db.read(move |tx| portal::money_of(&app, tx, now, contract)).unwrap()
}

fn kinds(view: &MoneyView) -> Vec<&'static str> {
    view.movements.iter().map(|movement| movement.kind).collect()
}

/// An accepted policy without a mandate.
fn by_transfer(world: &World<'_>, country: Country) -> app::apply::Made {
    let without = app::apply::Proposal { mandate: None, ..proposal_in(country) };
    let made = world.apply("2026-03-01 14:05", "apply", &without).unwrap();
    let accept = Command::Accept { accept_limit: euro("3500") };
    let done = world.order("2026-03-02 10:00", "accept", made.contract, &staff(11, Role::Acceptance), accept);
    assert_eq!(done, Ok(Outcome::Done));
    made
}

#[test]
fn premium_without_a_mandate_is_invoiced_and_paid_by_its_reference() {
    each_world(|world| {
        let made = by_transfer(world, Country::Nl);
        world.run("2026-03-03", "2026-03-05");
        assert_eq!(letters(world, made.contract, "premium-invoice"), 1);
        let view = money(world, "2026-03-05 10:00", made.contract);
        let pay = view.pay.clone().unwrap();
        assert_eq!((pay.amount, pay.reference.as_str()), (premium(world, 1), made.number.as_str()));
        assert_eq!(pay.account.replace(' ', ""), ACCOUNT);
        assert!(pay.code.unwrap().starts_with("<svg"));
        assert_eq!(kinds(&view), ["due"]);
        assert_eq!(view.coming.len(), 12);
        assert!(view.coming.iter().all(|premium| premium.split.adds_up()));

        let paid = Entry::transfer("S. de Vries", DEBTOR, premium(world, 1), &pay.reference);
        let statement = BankDouble::new(ACCOUNT).day(date(2026, 3, 6), &[], &[paid]);
        let imported = import(world, "2026-03-07 08:00", "s1", &statement).unwrap();
        assert_eq!((imported.matched, imported.suspense), (1, 0));
        let view = money(world, "2026-03-07 10:00", made.contract);
        assert_eq!(view.pay, None);
        assert_eq!(kinds(&view), ["transferred", "due"]);
        world.run("2026-03-06", "2026-03-20");
        assert_eq!(letters(world, made.contract, "premium-invoice"), 1, "an invoice is sent once");
        sound(world);
    });
}

#[test]
fn a_belgian_pays_with_a_structured_communication() {
    each_world(|world| {
        let made = by_transfer(world, Country::Be);
        world.run("2026-03-03", "2026-03-05");
        let pay = money(world, "2026-03-05 10:00", made.contract).pay.unwrap();
        assert_eq!(pay.reference, made.number.structured().to_string());
        let [reference] = &StructuredReference::find_in(&pay.reference)[..] else { panic!() };
        assert_eq!(kernel::PolicyNumber::from_structured(reference), made.number);
    });
}

fn give(world: &World<'_>, when: &str, id: &str, contract: Id, name: &str, iban: &str) -> Outcome {
    let (app, now) = (world.app.clone(), at(when));
    let payee = Payee { name: name.into(), iban: Iban::parse(iban).unwrap() };
    let actor = staff(31, Role::Policyholder);
    let given = Given { id: id.into(), contract, version: None, payee, signed: day("2026-03-02"), actor };
    world.app.db.write(Priority::Click, move |tx| mandates::give(&app, tx, now, &given)).unwrap()
}

#[test]
fn a_mandate_is_amended_by_its_holder_given_anew_by_another_and_taken_back() {
    each_world(|world| {
        let made = waiting(world);
        let contract = made.contract;
        let released = release(world, "2026-03-05 10:00", "r1", "2026-03-09").unwrap();
        let mut bank = BankDouble::new(ACCOUNT);
        let statement = bank.day(date(2026, 3, 9), &[&file(world, &released)], &[]);
        import(world, "2026-03-10 08:00", "s1", &statement).unwrap();
        let other = "NL91ABNA0417164300";
        let same_holder = "De Vries, S.";
        assert_eq!(give(world, "2026-03-11 09:00", "g1", contract, same_holder, other), Outcome::Done);
        assert_eq!(give(world, "2026-03-11 09:01", "g2", contract, same_holder, other), Outcome::AlreadyDone);
        world.run("2026-03-11", "2026-04-04");
        let second = release(world, "2026-04-04 10:00", "r2", "2026-04-30").unwrap();
        let text = String::from_utf8(file(world, &second)).unwrap();
        for part in ["<SeqTp>RCUR</SeqTp>", "-M1</MndtId>", "<AmdmntInd>true</AmdmntInd>", "SMNDA", other] {
            assert!(text.contains(part), "{part}");
        }
        valid(text.as_bytes(), "pain.008.001.08.xsd");

        assert_eq!(give(world, "2026-04-05 09:00", "g3", contract, "B. Jansen", DEBTOR), Outcome::Done);
        let (app, now) = (world.app.clone(), at("2026-04-06 09:00"));
        let revoke = move |tx: &mut store::Tx<'_>| {
            mandates::revoke(&app, tx, now, ("v1", &staff(31, Role::Policyholder)), contract)
        };
        assert_eq!(world.app.db.write(Priority::Click, revoke).unwrap(), Outcome::Done);
        let app = world.app.clone();
        let steps = world.app.db.read(move |tx| mandates::history(&app, tx, contract)).unwrap();
        let told: Vec<_> =
            steps.iter().map(|step| (step.kind, step.reference.rsplit('-').next().unwrap())).collect();
        assert_eq!(told, [("revoked", "M2"), ("given", "M2"), ("amended", "M1"), ("given", "M1")]);
        assert_eq!(steps[2].account, "NL91 •••• 4300", "never whole");
        // What falls due from now on is invoiced.
        world.run("2026-04-07", "2026-05-04");
        assert_eq!(letters(world, contract, "premium-invoice"), 1);
        sound(world);
    });
}

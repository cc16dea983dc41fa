//! Claims through the use cases, on both databases.

#![expect(clippy::unwrap_used, reason = "helpers of tests: what is missing fails the test")]

use std::sync::Arc;

use ::claims::{Command, Phase};
use app::{
    App, AppError,
    access::Bar,
    approvals,
    claims::{self, Approval, Draft, FieldFault, Given, NewFinding, Now, Report, Stated},
    contracts::Outcome,
    testing::{DROPPED, at, each_world, euro, proposal, staff},
};
use kernel::{Actor, Channel, Id, Instant, Language, Role};
use store::{Tx, params, sql};

use self::desk::{Desk, code, photo, refused, stated, with};

mod after;
mod begun;
mod clocks;
mod conditions;
mod desk;
mod hand_over;
mod in_kind;
mod never;
mod partner;
mod repairers;
mod set_off;
mod signs;
mod uploads;
mod work;

#[test]
fn the_main_job_from_the_drop_of_a_phone_to_the_payout() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        let page = desk.page("2026-03-11 09:10", claim);
        assert_eq!((page.phase, page.cause.1.as_str()), (Phase::Open, "It was dropped"));
        assert_eq!(page.cover.0, policy::Cover::On);
        let asked: Vec<&str> = page.questions.iter().map(|question| question.fact.as_str()).collect();
        assert_eq!(asked, ["repairable"], "all of the customer's part was told");
        assert_eq!((desk.letters("claim-acknowledged"), desk.open_tasks()), (1, 1));
        assert_eq!(
            desk.status("2026-03-11 09:10", claim).now,
            Now::YouGiveEvidence { by: at("2026-03-13 09:00") }
        );

        desk.desk_states("2026-03-11 10:00", claim, &[("repairable", "no"), ("equivalent_price", "600.00")])
            .unwrap();
        let page = desk.page("2026-03-11 10:01", claim);
        assert_eq!((page.phase, page.is_stale), (Phase::Decided, false));
        let item = &page.items[0];
        let amount = page.total.unwrap();
        assert_eq!(item.verdict, Some(terms::Verdict::Covered { remedy: terms::Remedy::Payment, amount }));
        assert_eq!(amount, euro("600.00") - item.excess);
        assert!(item.decided_by.iter().any(|clause| clause.rule == "NL-COV-01"), "the clause is named");
        assert_eq!(item.steps.last().unwrap().result, amount);

        let claims_desk = || staff(12, Role::Claims);
        assert_eq!(
            code(desk.approve("2026-03-11 10:02", "a0", desk.customer(), claim)),
            "claim-needs-person"
        );
        let approved = desk.approve("2026-03-11 10:02", "a1", claims_desk(), claim).unwrap();
        assert_eq!(approved, Approval::Done(Outcome::Done));
        let again = desk.approve("2026-03-11 10:03", "a1", claims_desk(), claim).unwrap();
        assert_eq!(again, Approval::Done(Outcome::AlreadyDone));
        assert_eq!(desk.letters("claim-decided"), 1);
        assert_eq!(desk.open_tasks(), 0, "the bank is next");
        let letter = desk.decision_letter();
        let steps: Vec<_> = letter.items[0].steps.iter().map(|step| step.kind.clone()).collect();
        use documents::content::{Outcome as Told, SumKind};
        assert_eq!(steps, [SumKind::EquivalentPrice, SumKind::Excess, SumKind::WePay]);
        assert!(
            letter.items[0]
                .clauses
                .iter()
                .any(|clause| clause.text.starts_with("U bent verzekerd voor schade"))
        );
        assert!(matches!(&letter.items[0].outcome, Told::Payment { iban: Some(_), .. }));
        let waiting = sql!(
            "select cast(sum(amount_cents) as bigint) as number from payment_order where kind = 'benefit' \
             and state = 'ordered' and payee is not null"
        );
        assert_eq!(desk.count(waiting), amount.cents());
        assert_eq!(desk.status("2026-03-11 10:10", claim).now, Now::WePay);

        let payment = desk.page("2026-03-11 10:10", claim).payments[0].id;
        let batch = store::testing::id(70);
        desk.bank("2026-03-12 09:00", claim, Command::SendPayment { payment, batch });
        let debited = at("2026-03-13 00:00");
        desk.bank("2026-03-13 09:00", claim, Command::ConfirmPayment { payment, debited });
        let page = desk.page("2026-03-13 09:01", claim);
        assert_eq!((page.phase, page.reserve, page.left_to_pay), (Phase::Closed, euro("0"), euro("0")));
        assert_eq!((desk.status("2026-03-13 09:01", claim).now, desk.letters("claim-paid")), (Now::Paid, 1));
        let kinds: Vec<&str> = page.history.iter().map(|line| line.kind.as_str()).collect();
        assert_eq!(kinds.last(), Some(&"reserve-set"));
        assert!(kinds.contains(&"closed"));
        assert_eq!(desk.count(sql!("select cast(sum(amount_cents) as bigint) as number from posting")), 0);
        let templates = sql!(
            "select count(distinct template) as number from posting where stream in (select id from claim)"
        );
        assert_eq!(desk.count(templates), 3, "approved, released, settled");
        assert_eq!(desk.replays(claim), 2);
    });
}

#[test]
fn the_questions_lead_to_a_report_that_needs_nothing_more_of_the_customer() {
    each_world(|world| {
        let desk = Desk::new(world);
        let contract = desk.made.contract;
        let mut facts: Vec<Stated> = Vec::new();
        let mut order = Vec::new();
        loop {
            let draft = Draft { contract, items: vec![], facts: facts.clone(), unknown: vec![] };
            let questions = desk
                .write("2026-03-11 09:00", move |app, tx, now| {
                    claims::questions_of_draft(app, tx, now, &draft, Language::Nl)
                })
                .unwrap();
            assert_eq!(questions.faults, []);
            let Some(next) = questions.ask.first() else {
                assert_eq!(
                    questions.evidence.len(),
                    2,
                    "photo, and proof of purchase: {:?}",
                    questions.evidence
                );
                break;
            };
            assert!(!next.question.is_empty() && !next.is_finding);
            let answer = DROPPED.iter().find(|(fact, _)| *fact == next.fact);
            let (fact, text) = answer.unwrap_or_else(|| panic!("asked for {}", next.fact));
            order.push(next.fact.clone());
            facts.push(Stated { item: next.item, fact: (*fact).into(), text: (*text).into() });
        }
        assert_eq!(order[..3], ["what_happened", "damage_arose_at", "discovered_at"]);
        let claim = desk.report("2026-03-11 09:00", "r1", facts, true).unwrap().id;
        assert!(desk.status("2026-03-11 09:01", claim).questions.is_empty());
    });
}

#[test]
fn a_machine_approves_what_is_small_and_complete_and_never_refuses() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.report("2026-03-11 09:00", "r1", stated(&DROPPED), false).unwrap().id;
        let small = [("repairable", "no"), ("equivalent_price", "200.00")];
        desk.desk_states("2026-03-11 10:00", claim, &small).unwrap();
        assert_eq!(desk.page("2026-03-11 10:01", claim).phase, Phase::Decided, "the photo is still to come");
        for (when, kind) in [("2026-03-11 11:00", "photo_damage"), ("2026-03-11 12:00", "proof_of_purchase")]
        {
            let upload = desk.upload(when, &photo(7));
            let customer = desk.customer();
            let add = move |app: &App, tx: &mut Tx<'_>, now: Instant| {
                let uploads = [(kind.to_owned(), upload.clone())];
                claims::add_evidence(app, tx, now, (&format!("e {kind} {now}"), &customer), claim, &uploads)
            };
            let add = Arc::new(add);
            let (first, second) = (Arc::clone(&add), add);
            assert_eq!(desk.write(when, move |a, t, n| first(a, t, n)).unwrap(), Outcome::Done);
            let later = &when.replace(":00", ":30");
            let again = desk.write(later, move |a, t, n| second(a, t, n));
            if kind == "photo_damage" {
                assert_eq!(again.unwrap(), Outcome::AlreadyDone, "the same file is already there");
            }
        }
        let page = desk.page("2026-03-11 13:00", claim);
        assert_eq!(page.phase, Phase::Paying, "approved by the machine");
        let approved = page.history.iter().find(|line| line.kind == "approved").unwrap();
        assert_eq!(approved.actor.role, Role::Machine);

        // Not covered: the machine leaves it to a person, however clear it is.
        let lost = with(
            &DROPPED,
            &[
                ("what_happened", "lost"),
                ("damage_arose_at", "2026-03-12T12:00"),
                ("discovered_at", "2026-03-12T12:05"),
            ],
        );
        let claim = desk.report("2026-03-13 09:00", "r2", lost, false).unwrap().id;
        let page = desk.page("2026-03-13 09:01", claim);
        assert_eq!((page.phase, &page.items[0].verdict), (Phase::Decided, &Some(terms::Verdict::NotCovered)));
        assert_eq!(
            desk.status("2026-03-13 09:01", claim).items[0].decided_by,
            [],
            "nothing is told before a person decided"
        );
        assert_eq!(
            code(desk.refuse("2026-03-13 09:02", App::machine(), claim, "lost")),
            "claim-needs-person"
        );
    });
}

#[test]
fn above_the_limit_two_people_approve_and_of_two_at_once_one_wins() {
    each_world(|world| {
        let mut dear = proposal();
        dear.device.purchase_value = euro("1499.00");
        let desk = Desk::of(world, &dear);
        let claim = desk.dropped();
        desk.desk_states("2026-03-11 10:00", claim, &[("repairable", "no"), ("equivalent_price", "1400.00")])
            .unwrap();
        let first = || staff(12, Role::Claims);
        let Approval::Waits(proposed) = desk.approve("2026-03-11 10:02", "a1", first(), claim).unwrap()
        else {
            panic!("one person may not approve it")
        };
        let Approval::Waits(again) = desk.approve("2026-03-11 10:03", "a2", first(), claim).unwrap() else {
            panic!("one person may not approve it")
        };
        assert_eq!((again.approval, again.was_there), (proposed.approval, true));
        assert_eq!(
            desk.page("2026-03-11 10:04", claim).waiting.map(|waiting| waiting.approval),
            Some(proposed.approval)
        );
        let (listed, count) = desk.write("2026-03-11 10:04", |_, tx, _| approvals::list(tx, 0)).unwrap();
        assert_eq!((listed[0].kind.as_str(), count), ("approve-payout", 1));

        let decide = |command: &'static str, by: Actor| {
            desk.write("2026-03-11 11:00", move |app, tx, now| {
                let verdict = approvals::Verdict::Approve;
                approvals::decide(app, tx, now, (command, &by), proposed.approval, verdict)
            })
        };
        match decide("d0", first()).unwrap_err() {
            AppError::Denied(denied) => assert_eq!(denied.bar, Bar::FourEyes),
            other => panic!("{other:?}"),
        }
        match decide("d1", staff(13, Role::Finance)).unwrap_err() {
            AppError::Denied(denied) => assert_eq!(denied.bar, Bar::NotPermitted),
            other => panic!("{other:?}"),
        }
        let answers: Vec<Result<Outcome, AppError>> = std::thread::scope(|scope| {
            let one = scope.spawn(|| decide("d2", staff(14, Role::Claims)));
            let two = scope.spawn(|| decide("d3", staff(15, Role::Manager)));
            vec![one.join().unwrap(), two.join().unwrap()]
        });
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        let lost = answers.into_iter().find(Result::is_err).unwrap();
        assert_eq!(code(lost), "approval-decided");
        let page = desk.page("2026-03-11 11:01", claim);
        assert_eq!((page.phase, page.payments.len(), page.waiting), (Phase::Paying, 1, None));
    });
}

#[test]
fn what_was_proposed_on_other_facts_is_not_carried_out() {
    each_world(|world| {
        let mut dear = proposal();
        dear.device.purchase_value = euro("1499.00");
        let desk = Desk::of(world, &dear);
        let claim = desk.dropped();
        desk.desk_states("2026-03-11 10:00", claim, &[("repairable", "no"), ("equivalent_price", "1400.00")])
            .unwrap();
        let Approval::Waits(old) =
            desk.approve("2026-03-11 10:02", "a1", staff(12, Role::Claims), claim).unwrap()
        else {
            panic!("one person may not approve it")
        };
        desk.desk_states("2026-03-11 10:05", claim, &[("equivalent_price", "1300.00")]).unwrap();
        let decide = |command: &'static str, approval: Id| {
            desk.write("2026-03-11 11:00", move |app, tx, now| {
                let by = staff(14, Role::Claims);
                approvals::decide(app, tx, now, (command, &by), approval, approvals::Verdict::Approve)
            })
        };
        assert_eq!(code(decide("d1", old.approval)), "approval-differs");
        let Approval::Waits(new) =
            desk.approve("2026-03-11 11:02", "a2", staff(12, Role::Claims), claim).unwrap()
        else {
            panic!("one person may not approve it")
        };
        assert_ne!(new.approval, old.approval);
        assert_eq!(code(decide("d2", old.approval)), "approval-decided", "it was withdrawn");
        assert_eq!(decide("d3", new.approval).unwrap(), Outcome::Done);
    });
}

#[test]
fn a_refusal_is_a_persons_with_a_reason_and_a_letter() {
    each_world(|world| {
        let desk = Desk::new(world);
        let lent = with(&DROPPED, &[("holder", "borrower")]);
        let claim = desk.report("2026-03-11 09:00", "r1", lent, true).unwrap().id;
        let by = || staff(12, Role::Claims);
        assert_eq!(code(desk.refuse("2026-03-11 10:00", by(), claim, "  ")), "claim-no-reason");
        assert_eq!(desk.refuse("2026-03-11 10:00", by(), claim, "You had lent it.").unwrap(), Outcome::Done);
        let status = desk.status("2026-03-11 10:01", claim);
        assert_eq!((status.now, desk.letters("claim-decided")), (Now::Refused, 1));
        assert!(status.items[0].decided_by.iter().any(|clause| clause.rule == "NL-EXCL-21"));
        let letter = desk.decision_letter();
        assert_eq!(letter.items[0].outcome, documents::content::Outcome::Refused);
        let clauses = &letter.items[0].clauses;
        assert!(
            clauses.iter().any(|clause| clause.rule == "NL-EXCL-21" && clause.text.contains("uitgeleend"))
        );
        assert!(clauses.iter().any(|clause| clause.text == "You had lent it."), "the person's own words");
        let posted = sql!("select count(*) as number from posting where stream in (select id from claim)");
        assert_eq!((desk.count(posted), desk.open_tasks()), (0, 0));

        let reopen = |reason: &'static str| {
            desk.write("2026-03-12 10:00", move |app, tx, now| {
                claims::reopen(app, tx, now, (reason, &staff(13, Role::Manager)), claim, reason)
            })
        };
        assert_eq!(reopen("It was his partner.").unwrap(), Outcome::Done);
        assert_eq!((desk.page("2026-03-12 10:01", claim).phase, desk.open_tasks()), (Phase::Decided, 1));
    });
}

#[test]
fn nl_cov_10_theft_is_reported_only_where_the_schedule_covers_it() {
    each_world(|world| {
        let mut plain = proposal();
        plain.plan = "xandocare".into();
        let desk = Desk::of(world, &plain);
        let stolen = with(&DROPPED, &[("what_happened", "stolen")]);
        let answer = refused(desk.report("2026-03-11 09:00", "r1", stolen, false));
        assert_eq!(
            (answer.code.as_str(), answer.rule.map(kernel::Rule::id)),
            ("claim-theft-not-insured", Some("NL-COV-10"))
        );
        let left = sql!("select count(*) as number from unique_key where kind like 'claim%'");
        assert_eq!((desk.count(sql!("select count(*) as number from claim")), desk.count(left)), (0, 0));
    });
}

#[test]
fn nl_dun_07_damage_in_a_gap_of_cover_is_never_covered() {
    each_world(|world| {
        let mut by_transfer = proposal();
        by_transfer.mandate = None;
        let desk = Desk::of(world, &by_transfer);
        desk.write("2026-03-02 11:00", |app, tx, now| {
            let agreement = app.products.agreements()[0].code.clone();
            let by = staff(13, Role::Finance);
            tx.insert(
                sql!(
                    "insert into statement (id, agreement, account, statement_id, follows, from_date, to_date, \
                     opening_cents, closing_cents, entries, imported_us, imported_by) values {rows}"
                ),
                &[store::row![
                    1_i64, agreement, "NL91ABNA0417164300", "1", 1_i64, "2026-03-01", "2026-05-20", 0_i64, 0_i64, 0_i64, now, by.id
                ]],
            )?;
            Ok(())
        })
        .unwrap();
        world.run("2026-03-03", "2026-05-20");
        let facts =
            with(&DROPPED, &[("damage_arose_at", "2026-05-19T12:00"), ("discovered_at", "2026-05-19T12:05")]);
        let claim = desk.report("2026-05-20 09:00", "r1", facts, true).unwrap().id;
        let page = desk.page("2026-05-20 09:01", claim);
        assert_eq!(page.cover.0, policy::Cover::Off);
        assert_eq!(page.cover.1.unwrap().rule.id(), "NL-DUN-04");
        assert_eq!(page.items[0].verdict, Some(terms::Verdict::NotCovered));
        assert!(
            page.items[0].decided_by.iter().any(|clause| clause.clause == "premium_paid"),
            "{:?}",
            page.items[0].decided_by
        );
        assert_eq!(desk.replays(claim), 1);
    });
}

#[test]
fn the_same_event_reported_again_is_the_same_claim() {
    each_world(|world| {
        let desk = Desk::new(world);
        let first = desk.report("2026-03-11 09:00", "r1", stated(&DROPPED), false).unwrap();
        let again = desk.report("2026-03-11 09:01", "r1", stated(&DROPPED), false).unwrap();
        let other =
            desk.report("2026-03-11 09:02", "r2", with(&DROPPED, &[("holder", "borrower")]), false).unwrap();
        assert!(!first.was_there && again.was_there && other.was_there);
        assert_eq!((again.id, other.id, &other.number), (first.id, first.id, &first.number));
        assert_eq!(desk.count(sql!("select count(*) as number from claim")), 1);
        assert_eq!(desk.letters("claim-acknowledged"), 1);

        // Given up, it may be reported again.
        let claim = first.id;
        desk.write("2026-03-11 10:00", move |app, tx, now| {
            let by = staff(12, Role::Claims);
            claims::close(app, tx, now, ("c1", &by), claim, ::claims::CloseWay::Withdrawn)
        })
        .unwrap();
        assert!(!desk.report("2026-03-11 11:00", "r3", stated(&DROPPED), false).unwrap().was_there);
    });
}

#[test]
fn every_wrong_fact_of_a_report_is_told_at_once() {
    each_world(|world| {
        let desk = Desk::new(world);
        let wrong = with(
            &DROPPED,
            &[("what_happened", "exploded"), ("damage_arose_at", "yesterday"), ("colour", "red")],
        );
        let error = desk.report("2026-03-11 09:00", "r1", wrong, false).unwrap_err();
        let fault = |fact: &str, code: &str| FieldFault { fact: fact.into(), code: code.into() };
        assert_eq!(
            claims::faults(&error),
            [
                fault("what_happened", "wrong-value"),
                fault("damage_arose_at", "wrong-value"),
                fault("colour", "unknown-fact"),
            ]
        );
        let before = with(&DROPPED, &[("discovered_at", "2026-03-10T11:00")]);
        let error = desk.report("2026-03-11 09:00", "r1", before, false).unwrap_err();
        assert_eq!(claims::faults(&error), [fault("noticed_before_it_happened", "facts-contradict")]);
        let missing = stated(&DROPPED[..2]);
        let answer = refused(desk.report("2026-03-11 09:00", "r1", missing, false));
        assert_eq!(
            (answer.code.as_str(), answer.args),
            ("claim-report-incomplete", vec![("fact".into(), "discovered_at".into())])
        );
        let finding = with(&DROPPED, &[("intent", "no")]);
        assert_eq!(code(desk.report("2026-03-11 09:00", "r1", finding, false)), "finding-needs-person");

        // Somebody else's contract is one that is not there.
        let (contract, stranger) = (desk.made.contract, store::testing::id(99));
        let answer = desk.write("2026-03-11 09:00", move |app, tx, now| {
            let report = Report {
                contract,
                holder: Some(stranger),
                items: vec![],
                facts: stated(&DROPPED),
                narrative: String::new(),
                uploads: vec![],
            };
            let actor = Actor::new(stranger, Role::Policyholder, Channel::Portal);
            claims::report(app, tx, now, "r9", &actor, &report)
        });
        assert_eq!(code(answer), "contract-unknown");
    });
}

#[test]
fn amb_25_evidence_is_reminded_of_and_late_evidence_waits_for_a_person() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.report("2026-03-11 09:00", "r1", stated(&DROPPED), false).unwrap().id;
        desk.desk_states("2026-03-11 10:00", claim, &[("repairable", "no"), ("equivalent_price", "600.00")])
            .unwrap();
        world.run("2026-03-12", "2026-03-13");
        assert_eq!(desk.letters("claim-acknowledged"), 2, "the reminder");
        world.run("2026-03-14", "2026-03-14");
        let page = desk.page("2026-03-14 09:00", claim);
        assert_eq!(
            page.items[0].verdict,
            Some(terms::Verdict::NeedsPerson),
            "harm by lateness is a person's to weigh"
        );
        let finding = NewFinding {
            finding: Stated::new("harm_late_evidence", "0.00"),
            reason: "We could still see all we had to.".into(),
        };
        let by = staff(12, Role::Claims);
        desk.write("2026-03-14 10:00", move |app, tx, now| {
            claims::state_finding(app, tx, now, ("f1", &by), claim, &finding)
        })
        .unwrap();
        let page = desk.page("2026-03-14 10:01", claim);
        assert_eq!(page.phase, Phase::Decided);
        assert!(page.items[0].facts.iter().any(|fact| fact.fact == "harm_late_evidence" && fact.is_finding));
        assert_eq!(desk.replays(claim), page.history.iter().filter(|line| line.kind == "decided").count());
    });
}

#[test]
fn a_payment_that_comes_back_is_owed_again_and_goes_to_another_account() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        desk.desk_states("2026-03-11 10:00", claim, &[("repairable", "no"), ("equivalent_price", "600.00")])
            .unwrap();
        desk.approve("2026-03-11 10:02", "a1", staff(12, Role::Claims), claim).unwrap();
        let batch = store::testing::id(70);
        let pay = |when: &str| {
            let payment = desk.page(when, claim).payments.last().unwrap().id;
            desk.bank(when, claim, Command::SendPayment { payment, batch });
            payment
        };
        let rejected = pay("2026-03-12 09:00");
        desk.bank(
            "2026-03-12 18:00",
            claim,
            Command::ReturnPayment { payment: rejected, reason: "AC01".into(), booked: None },
        );
        let order = |command: &'static str| {
            desk.write("2026-03-13 09:00", move |app, tx, now| {
                claims::order_payment(
                    app,
                    tx,
                    now,
                    (command, &staff(12, Role::Claims)),
                    claim,
                    &Given::KnownAccount,
                )
            })
        };
        assert_eq!(desk.open_tasks(), 1);
        order("o1").unwrap();
        let paid = pay("2026-03-13 10:00");
        let debited = at("2026-03-13 12:00");
        desk.bank("2026-03-14 09:00", claim, Command::ConfirmPayment { payment: paid, debited });
        desk.bank(
            "2026-03-15 09:00",
            claim,
            Command::ReturnPayment {
                payment: paid,
                reason: "AC04".into(),
                booked: Some(at("2026-03-15 00:00")),
            },
        );
        order("o2").unwrap();
        let tries = sql!("select failed_before as failed from payment_order where kind = 'benefit'");
        let tries = world.app.db.read(move |tx| tx.query(tries, &params![])).unwrap();
        let mut failed: Vec<_> = tries.iter().map(|row| row.opt_text("failed").unwrap()).collect();
        failed.sort();
        assert_eq!(failed, [None, Some("AC01".to_owned()), Some("AC04".to_owned())], "a new try says why");
        let sum = sql!(
            "select cast(sum(amount_cents) as bigint) as number from posting where stream in (select id from claim) \
             and account = ?1"
        );
        let balance = |account: ledger::Account| world.number(sum, params![account.code()].to_vec());
        let page = desk.page("2026-03-15 10:00", claim);
        assert_eq!(balance(ledger::Account::ClaimsPayable), -page.total.unwrap().cents(), "owed once");
        assert_eq!(balance(ledger::Account::PaymentsInTransit), 0);
        assert_eq!(balance(ledger::Account::Bank), 0);
    });
}

#[test]
fn lists_count_by_phase_and_show_what_is_due_first() {
    each_world(|world| {
        let desk = Desk::new(world);
        let first = desk.report("2026-03-11 09:00", "r1", stated(&DROPPED), true).unwrap();
        let later =
            with(&DROPPED, &[("damage_arose_at", "2026-03-10T15:00"), ("discovered_at", "2026-03-10T15:00")]);
        let second = desk.report("2026-03-11 08:00", "r2", later, false).unwrap();
        let listed = desk
            .write("2026-03-11 10:00", |_, tx, _| claims::work(tx, &claims::Filter::default(), 0))
            .unwrap();
        assert_eq!(listed.claims.iter().map(|line| line.id).collect::<Vec<_>>(), [second.id, first.id]);
        assert_eq!(listed.counts.of(Phase::Open), 2);
        let contract = desk.made.contract;
        let mine =
            desk.write("2026-03-11 10:00", move |_, tx, _| claims::of_contract(tx, &[contract])).unwrap();
        assert_eq!(mine[0].id, first.id);
        let number = first.number.clone();
        let found = desk.write("2026-03-11 10:00", move |_, tx, _| claims::by_number(tx, &number)).unwrap();
        assert_eq!(found, Some(first.id));
    });
}

//! A portfolio taken over and given back, on both databases: every problem by sheet, row and column; all or nothing; what was
//! charged is not charged again, and cover goes on as it stood.
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test, also in a helper")]

use app::{
    contracts,
    portfolio::{self, Book, Report},
    streams,
    testing::{World, at, each_world, euro, staff},
};
use kernel::{Country, Date, Id, PolicyNumber, Role, date};
use policy::{Contract, Cover};
use store::{params, sql};

const PERSONS: &str = "\
person;kind;name;born;street;postcode;town;country;email;phone;language;by_email
K1;person;Noor Bakker;1988-02-03;Lange Haven 5;3111 CA;Schiedam;NL;noor@example.org;0612345678;nl;yes
K2;company;Atelier Lumière;;Rue Haute 12;1000;Bruxelles;BE;;;fr;
";
const POLICIES: &str = "\
policy;person;holder;product;version;plan;frequency;applied;accepted;premium;charged_until;credit;reminder_sent;reminder_last_day;last_insured_day;ended_by;partner
OUD-77;K1;consumer;xandocare;2021-1;plus;monthly;2025-10-15T10:30;2025-10-16T09:00;9,95;2026-03-15;;2026-02-20;2026-03-06;;
OUD-78;K2;business;electronics-be;2021-1;complete;yearly;2025-05-31;;119,00;2026-05-31;12,50;;;2026-04-30;customer
";
const DEVICES: &str = "\
policy;item;kind;model;imei;serial;bought;purchase_value;excess;premium
OUD-77;1;phone;Fairphone 5;490154203237518;;01-10-2025;699;75;
OUD-78;1;laptop;Framework 13;;FRAMEABC123;2025-05-30;1799,00;100;
";
const MANDATES: &str = "\
policy;reference;holder;iban;signed;collected
OUD-77;OUD-M-0077;N. Bakker;NL39RABO0300065264;2025-10-15;2025-12-18
";
const BALANCES: &str = "\
policy;due;open;premium;taken_back
OUD-77;2026-01-15;9,95;
OUD-77;2026-02-15;4,95;
";

fn files() -> Vec<(String, Vec<u8>)> {
    [
        ("persons", PERSONS),
        ("policies", POLICIES),
        ("devices", DEVICES),
        ("mandates", MANDATES),
        ("balances", BALANCES),
    ]
    .map(|(name, text)| (format!("{name}.csv"), text.as_bytes().to_vec()))
    .to_vec()
}

fn with(name: &str, from: &str, to: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = files();
    let (_, bytes) = files.iter_mut().find(|(file, _)| *file == format!("{name}.csv")).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(from), "{from}");
    *bytes = text.replacen(from, to, 1).into_bytes();
    files
}

const ON: Date = date(2026, 3, 10);

fn dry(world: &World<'_>, files: &[(String, Vec<u8>)]) -> Report {
    let (book, problems) = portfolio::read(files);
    portfolio::dry_run(&world.app, at("2026-03-10 09:00"), ON, book, problems).unwrap()
}

fn import(world: &World<'_>, files: &[(String, Vec<u8>)]) -> Report {
    let operator = staff(2, Role::Operator);
    let now = at("2026-03-10 09:00");
    portfolio::import(&world.app, now, &operator, ON, portfolio::read(files), |_, _| {}).unwrap()
}

fn contracts_of(world: &World<'_>) -> Vec<(Id, Contract)> {
    world
        .app
        .db
        .read(|tx| {
            let rows = tx.query(sql!("select id from contract order by premium_cents"), &params![])?;
            let ids = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?;
            let mut loaded = streams::look::<Contract>(tx, &ids)?;
            Ok::<_, app::AppError>(
                ids.into_iter().map(|id| (id, loaded.remove(&id).unwrap().state.unwrap())).collect(),
            )
        })
        .unwrap()
}

fn cover_at(world: &World<'_>, contract: Id, when: &str) -> Cover {
    let facts =
        world.app.db.read(move |tx| contracts::facts(tx, &[contract])).unwrap().remove(&contract).unwrap();
    policy::cover(&facts, at("2026-12-31 00:00")).at(at(when))
}

#[test]
fn a_portfolio_goes_on_as_it_stood() {
    each_world(|world| {
        let looked = dry(world, &files());
        assert_eq!((looked.problems.as_slice(), looked.persons, looked.policies), (&[][..], 2, 2));
        assert!(contracts_of(world).is_empty(), "a dry run changes nothing");
        assert!(import(world, &files()).taken_over);
        assert!(import(world, &files()).already, "the same file again does nothing");
        let all = contracts_of(world);
        let [(noor, dutch), (_, belgian)] = all.as_slice() else { panic!("two policies: {}", all.len()) };
        // Instalments 1 to 5 had fallen due, the fourth and fifth are open in whole and in part.
        assert_eq!(dutch.billing.instalments(), 5);
        assert_eq!(dutch.billing.open(), euro("14.90"));
        assert_eq!(dutch.billing.mandate.as_ref().unwrap().reference.as_str(), "OUD-M-0077");
        assert_eq!(belgian.billing.credit, euro("12.50"));
        assert_eq!(belgian.country(), Country::Be);
        // NL-DUN-04: the reminder of the former administrator ran out on 6 March.
        assert_eq!(cover_at(world, *noor, "2026-03-06 23:59"), Cover::On);
        assert_eq!(cover_at(world, *noor, "2026-03-07 00:00"), Cover::Off);
        assert_eq!(cover_at(world, *noor, "2025-10-15 10:29"), Cover::Off);
        let letters = world.number(sql!("select count(*) as number from letter"), vec![]);
        assert_eq!(letters, 0, "nobody is written to because the administrator changed");
        // What follows is the daily run's: premium of 15 March falls due here, and nothing before is charged again.
        world.run("2026-03-11", "2026-03-15");
        let dutch = contracts_of(world).remove(0).1;
        assert_eq!((dutch.billing.instalments(), dutch.billing.open()), (6, euro("24.85")));
        let found = world.app.db.read({
            let app = world.app.clone();
            move |tx| app::views::desk::search(&app, tx, "oud 77")
        });
        assert_eq!(found.unwrap().policies.len(), 1, "found by its former number");
        sound(world);
    });
}

#[test]
fn a_belgian_notice_given_before_ends_it() {
    each_world(|world| {
        import(world, &files());
        let (_, belgian) = contracts_of(world).remove(1);
        assert_eq!(belgian.ends().unwrap().ends, kernel::start_of_day(date(2026, 5, 1), Country::Be));
        world.run("2026-03-11", "2026-05-01");
        let (_, belgian) = contracts_of(world).remove(1);
        // The last 30 of 365 days come back with the credit (BE-END, AMB-42).
        let refund = belgian.billing.refunds.iter().map(|refund| refund.amount).sum::<kernel::Money>();
        assert_eq!(refund, euro("22.28"));
        sound(world);
    });
}

#[test]
fn given_back_it_is_the_same() {
    each_world(|world| {
        import(world, &files());
        let app = world.app.clone();
        let given = world.app.db.read(move |tx| portfolio::give(&app, tx, at("2026-03-10 10:00"))).unwrap();
        assert_eq!((given.policies, given.left_out.as_slice()), (2, &[][..]));
        assert_eq!(
            given.book["mandates"].rows[0].1[5], "2025-12-18",
            "LAW-SEPA-04: when it was last collected on"
        );
        assert_eq!(
            given.book["balances"].rows.len(),
            3,
            "two debts, and what was taken back after the Belgian notice"
        );
        for files in [
            portfolio::csv_files(&given.book).unwrap(),
            vec![("portfolio.xlsx".to_owned(), portfolio::workbook(&given.book).unwrap())],
        ] {
            let (again, problems) = portfolio::read(&files);
            assert!(problems.is_empty(), "{:?}", problems.list);
            assert_eq!(cells(&again), cells(&given.book));
        }
        // Into an empty house it goes under the same numbers, and comes out as it went in.
        let numbers =
            |book: &Book| book["policies"].rows.iter().map(|(_, row)| row[0].clone()).collect::<Vec<_>>();
        let own = numbers(&given.book);
        assert!(own.iter().all(|number| PolicyNumber::parse(number).is_ok()));
        let (book, files) = (given.book.clone(), portfolio::csv_files(&given.book).unwrap());
        store::testing::each_database(&app::schema::domain(), |db| {
            let other = World { app: app::testing::app_over(db), db };
            assert!(import(&other, &files).taken_over);
            let app = other.app.clone();
            let out = other.app.db.read(move |tx| portfolio::give(&app, tx, at("2026-03-10 10:00"))).unwrap();
            let mut left = cells(&out.book);
            let mut right = cells(&book);
            for sheets in [&mut left, &mut right] {
                for (name, rows) in sheets.iter_mut() {
                    // Persons get new keys; everything else is the same.
                    let person = match name.as_str() {
                        "persons" => Some(0),
                        "policies" => Some(1),
                        _ => None,
                    };
                    for row in rows.iter_mut() {
                        if let Some(person) = person {
                            row.remove(person);
                        }
                    }
                    rows.sort();
                }
            }
            assert_eq!(left, right);
        });
    });
}

fn sound(world: &World<'_>) {
    let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
    assert!(report.is_sound(), "{:?}", report.faults);
}

fn cells(book: &Book) -> std::collections::BTreeMap<String, Vec<Vec<String>>> {
    let row = |cells: &Vec<String>| {
        let mut cells = cells.clone();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells
    };
    book.iter()
        .map(|(name, table)| ((*name).to_owned(), table.rows.iter().map(|(_, r)| row(r)).collect()))
        .collect()
}

#[test]
fn every_problem_has_its_place() {
    each_world(|world| {
        // What is changed in which sheet, and where the problem is told.
        let table: &[(&str, &str, &str, &str)] = &[
            ("persons", "3111 CA", "31", "persons row 2, postcode"),
            ("persons", "noor@example.org", "", "persons row 2, by_email"),
            ("persons", "noor@example.org", "noor at home", "persons row 2, email"),
            ("persons", "K2;company", "K1;company", "persons row 3, person"),
            ("persons", "language", "lang", "persons row 1, language"),
            ("persons", "NL;noor", "BE;noor", "persons row 2, postcode"),
            ("persons", "language;by_email", "language;Noor Bakker", "persons row 1, column 12"),
            ("policies", "OUD-78;K2", "OUD-78;K9", "policies row 3, person"),
            ("policies", "OUD-78;K2", "OUD-77;K2", "policies row 3, policy"),
            ("policies", "plus", "gold", "policies row 2, plan"),
            ("policies", "2021-1;plus", "1999-1;plus", "policies row 2, version"),
            ("policies", "xandocare", "petcare", "policies row 2, product"),
            ("policies", "2026-03-15", "2026-03-14", "policies row 2, charged_until"),
            ("policies", "9,95", "-9,95", "policies row 2, premium"),
            ("policies", "9,95", "0", "policies row 2, premium"),
            ("policies", "2025-10-15T10:30", "yesterday", "policies row 2, applied"),
            ("policies", "2025-10-16T09:00", "2025-10-14T09:00", "policies row 2, accepted"),
            ("policies", "2025-10-16T09:00", "2026-04-14T09:00", "policies row 2, accepted"),
            ("policies", ";2026-03-06;", ";;", "policies row 2, reminder_last_day"),
            ("policies", "2026-04-30;customer", "2026-03-01;customer", "policies row 3:"),
            ("policies", "2026-04-30;customer", "2026-04-30;customer;nobody", "policies row 3, partner"),
            ("devices", "490154203237518", "490154203237519", "devices row 2, imei"),
            ("devices", "OUD-78;1;laptop", "OUD-79;1;laptop", "devices row 3, policy"),
            ("devices", ";699;", ";;", "devices row 2, purchase_value"),
            ("devices", "phone", "smartwatch", "policies row 2:"),
            ("mandates", "NL39RABO0300065264", "NL39RABO0300065265", "mandates row 2, iban"),
            ("mandates", "2025-10-15;", "2026-10-15;", "mandates row 2, signed"),
            ("balances", "2026-01-15", "2026-01-16", "balances row 2, due"),
            ("balances", "2026-01-15;9,95", "2026-01-15;9,96", "balances row 2, open"),
            ("balances", "2026-02-15", "2026-01-15", "balances row 3, due"),
            ("balances", "OUD-77;2026-02-15", "OUD-70;2026-02-15", "balances row 3, policy"),
        ];
        for (sheet, from, to, place) in table {
            let report = dry(world, &with(sheet, from, to));
            let told: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
            assert!(
                told.iter().any(|problem| problem.starts_with(place)),
                "{from} → {to}: {place} in {told:#?}"
            );
            for problem in &told {
                assert!(
                    !problem.contains("Bakker") && !problem.contains("RABO"),
                    "nothing personal: {problem}"
                );
            }
            assert!(!import(world, &with(sheet, from, to)).taken_over, "{from} → {to}");
        }
        assert!(contracts_of(world).is_empty(), "nothing is taken over with a problem in it");
        let unknown = world.number(sql!("select count(*) as number from party"), vec![]);
        assert_eq!(unknown, 0, "nor anybody registered");
    });
}

#[test]
fn what_is_insured_here_is_not_taken_over_again() {
    each_world(|world| {
        let mut proposal = app::testing::proposal();
        proposal.device.identity.imei = Some(kernel::Imei::parse("490154203237518").unwrap());
        world.apply("2026-03-01 14:05", "apply", &proposal).unwrap();
        let report = import(world, &files());
        let told: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["policies row 2: a device of it is insured here already (PRIV-02)"]);
    });
}

#[test]
fn hostile_and_broken_files_are_refused_with_a_reason() {
    let told = |name: &str, bytes: &[u8]| {
        let (_, problems) = portfolio::read(&[(name.to_owned(), bytes.to_vec())]);
        problems.list.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        told("persons.csv", b"person;name\n\xff\xfe"),
        ["persons: not in UTF-8: save it as “CSV UTF-8”"]
    );
    assert_eq!(told("portfolio.xlsx", b"PK\x03\x04 nothing more"), ["this is no workbook: save it as .xlsx"]);
    assert_eq!(told("portfolio.xlsx", b""), ["this is no workbook: save it as .xlsx"]);
    assert!(told("virus.exe", b"MZ")[0].starts_with("virus.exe: no file of a portfolio"));
    assert!(told("persons.csv", b"person;name\na;b;c;d\n")[0].starts_with("persons row 2: more cells"));
    let long = format!("person;name\na;{}\n", "x".repeat(2_000));
    assert!(told("persons.csv", long.as_bytes())[0].starts_with("persons row 2: a cell with more"));
    // A workbook that unpacks to far more than it is: a gigabyte of zeros in a megabyte.
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let deflated =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    bomb.start_file("xl/sharedStrings.xml", deflated.large_file(true)).unwrap();
    let zeros = vec![0_u8; 1 << 20];
    for _ in 0..600 {
        std::io::Write::write_all(&mut bomb, &zeros).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 2 << 20);
    assert_eq!(told("portfolio.xlsx", &bomb), ["the workbook unpacks to more than 512 MB: split it"]);
}

#[test]
fn a_name_is_no_formula_and_comes_back_as_it_was() {
    let mut book = portfolio::empty();
    let row = [
        "=cmd|'/c calc'!A1",
        "person",
        "@name",
        "",
        "+1",
        "-2",
        "a,\"b\"\nc",
        "",
        "",
        "+31612345678",
        "",
        "",
    ];
    book.get_mut("persons").unwrap().push(row.map(str::to_owned).to_vec());
    let files = portfolio::csv_files(&book).unwrap();
    let text = String::from_utf8(files[0].1.clone()).unwrap();
    assert!(text.contains("'=cmd") && text.contains("'@name") && text.contains("'+1"), "{text}");
    let (again, problems) = portfolio::read(&files);
    assert!(problems.is_empty());
    assert_eq!(cells(&again), cells(&book));
    let workbook = vec![("p.xlsx".to_owned(), portfolio::workbook(&book).unwrap())];
    assert_eq!(cells(&portfolio::read(&workbook).0), cells(&book));
}

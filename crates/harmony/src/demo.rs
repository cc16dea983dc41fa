//! `serve --demo`: a small, lifelike portfolio, played as a story that ends today, and people who can sign in.

use app::{
    App,
    delivery::Outlet,
    identity::{Rights, users},
};
use kernel::{Country, EmailAddress, Instant, Language, Role};
use store::{params, sql};

use crate::{
    Wrong,
    operate::{self, Login, make_login},
};

/// Somebody the screening of the demo wants a person to look at (AMB-41).
pub(crate) const SCREENED: &str = "Ivan Verdacht";

/// The password of everybody in the demo.
const PASSWORD: &str = "harmony works for you";

const STORY: &str = include_str!("demo.story");

/// The desk of the demo.
const STAFF: [(&str, &[Role], Language); 7] = [
    ("acceptance@harmony.example", &[Role::Acceptance], Language::Nl),
    ("claims@harmony.example", &[Role::Claims], Language::Nl),
    ("finance@harmony.example", &[Role::Finance], Language::Nl),
    ("product@harmony.example", &[Role::ProductManager], Language::En),
    ("manager@harmony.example", &[Role::Manager], Language::En),
    ("operator@harmony.example", &[Role::Operator], Language::En),
    ("auditor@harmony.example", &[Role::Auditor], Language::Fr),
];

/// Customers of the demo with an account.
const CUSTOMERS: [(&str, &str, Language); 6] = [
    ("sanne", "sanne@example.org", Language::Nl),
    ("pieter", "pieter@example.org", Language::Nl),
    ("julie", "julie@example.org", Language::Fr),
    ("lucas", "lucas@example.org", Language::Fr),
    ("sam", "sam@example.org", Language::En),
    ("tom", "tom@example.org", Language::En),
];

/// Repairers of the demo: their address, and the code under which they work.
const REPAIRERS: [(&str, &str, Language); 2] = [
    ("repairs@phone-lab.example", "phone-lab", Language::Nl),
    ("repairs@atelier-mobile.example", "atelier-mobile", Language::Fr),
];

/// Partners of the demo: their address, and the agreement and code under which they bring customers.
const PARTNERS: [(&str, &str, &str, Language); 2] = [
    ("shop@phone-shop.example", "rosemont-nl", "phone-shop", Language::Nl),
    ("shop@electro-shop.example", "lime-street-be", "electro-shop", Language::Fr),
];

/// Fills an installation that has no policies yet, and prints who can sign in.
pub(crate) fn fill(app: &App, now: Instant, outlet: &dyn Outlet) -> Result<(), Wrong> {
    let filled: i64 = app.db.read(|tx| {
        tx.query_one(sql!("select count(*) as number from contract"), &params![])?.i64("number")
    })?;
    if filled == 0 {
        eprintln!("filling the demo: a hundred days of a small portfolio …");
        let script = story::parse(&dated(now))?;
        let played = story::play_with(app, &script, outlet)?;
        if let Some(failure) = played.failures.first() {
            return Err(format!("the demo's story did not come out: {failure}").into());
        }
        for (email, roles, language) in STAFF {
            login(app, now, email, Rights::staff(roles), language)?;
        }
        for (name, email, language) in CUSTOMERS {
            let party = played.people.get(name).ok_or("somebody of the demo did not apply")?.holder;
            login(app, now, email, Rights::customer(party), language)?;
        }
        for (email, code, language) in REPAIRERS {
            login(app, now, email, operate::repairer(app, code)?, language)?;
        }
        for (email, agreement, code, language) in PARTNERS {
            let partner = app.products.agreement(agreement)?.partner(code).and_then(|partner| partner.id);
            let rights = Rights { roles: vec![Role::Partner], partner, ..Rights::default() };
            login(app, now, email, rights, language)?;
        }
    } else if !is_whole(app)? {
        return Err(
            "these data are no whole demo: its filling was interrupted, or they are somebody's own. \
                    Name an empty folder with --data, or leave --demo out"
                .into(),
        );
    }
    println!("Who can sign in, all with the password “{PASSWORD}”:");
    for (email, roles, language) in STAFF {
        let roles: Vec<String> = roles.iter().map(ToString::to_string).collect();
        println!("  desk      {email:<28} {} ({language})", roles.join(", "));
    }
    for (email, _, language) in REPAIRERS {
        println!("  repairer  {email:<28} ({language})");
    }
    for (email, _, _, language) in PARTNERS {
        println!("  partner   {email:<28} ({language})");
    }
    for (_, email, language) in CUSTOMERS {
        println!("  customer  {email:<28} ({language})");
    }
    Ok(())
}

/// Whether the demo was filled to its end: whoever is entered last is there.
fn is_whole(app: &App) -> Result<bool, Wrong> {
    let last = PARTNERS.last().map(|(email, ..)| email.parse::<EmailAddress>()).transpose();
    let last: Vec<EmailAddress> = last.map_err(|_| "an address of the demo is wrong")?.into_iter().collect();
    let app_ = app.clone();
    let found = app.db.read(move |tx| users::by_email(tx, &app_.vault, &last))?;
    Ok(found.iter().all(Option::is_some))
}

fn login(app: &App, now: Instant, email: &str, rights: Rights, language: Language) -> Result<(), Wrong> {
    let email: EmailAddress = email.parse().map_err(|_| "an address of the demo is wrong")?;
    make_login(app, now, &Login { email, password: PASSWORD.to_owned(), rights, language })
}

/// The story with `{n}` replaced by the date n days before `now`.
fn dated(now: Instant) -> String {
    let today = kernel::local_date(now, Country::Nl);
    let mut text = String::with_capacity(STORY.len());
    let mut rest = STORY;
    while let Some(open) = rest.find('{') {
        let close = rest[open..].find('}').map_or(rest.len(), |at| open + at);
        text.push_str(&rest[..open]);
        match rest[open + 1..close].parse::<i64>() {
            Ok(days) => text.push_str(&kernel::add_days(today, -days).to_string()),
            Err(_) => text.push_str(&rest[open..=close.min(rest.len() - 1)]),
        }
        rest = rest.get(close + 1..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_plays_on_any_day() {
        for start in ["2026-11-21T15:00", "2027-03-29T08:00", "2028-02-29T12:00"] {
            let now = crate::cli::local(start).unwrap();
            let db = store::testing::fresh_sqlite(&app::schema::domain());
            let app = app::testing::app_over(&db);
            struct Nowhere;
            impl Outlet for Nowhere {
                fn mail(&self, _: &str, _: &EmailAddress, _: &documents::Rendered) -> Result<(), String> {
                    Ok(())
                }
                fn print(&self, _: &str, _: bool, _: &documents::Rendered) -> Result<(), String> {
                    Ok(())
                }
                fn bank_file(&self, _: &str, _: &[u8]) -> Result<(), String> {
                    Ok(())
                }
            }
            let script = story::parse(&dated(now)).unwrap();
            let played = story::play_with(&app, &script, &Nowhere).unwrap();
            assert_eq!(played.failures, [], "{start}");
            assert!(app::verify::verify(&app.db, |_, _| {}).unwrap().is_sound());
        }
    }
}

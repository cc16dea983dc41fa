//! The operator's verbs: day, verify, migrate, doctor, user.

use std::{io::Write, ops::ControlFlow, time::Duration};

use app::{
    access::Principal,
    identity::{
        HashCost, Identity, LinkPurpose, Passwords, Rights, Typed, UserChange, UserId, UserOrder, keys,
        links, users,
    },
};
use clap::Subcommand;
use kernel::{Channel, Country, Date, EmailAddress, Id, Instant, Language, Role, Shard};
use store::Priority;

use crate::{End, Wrong, cli::Place, clock, outlet::Folders};

/// When the daily run runs, as a local time.
pub(crate) const RUN_AT_HOUR: i64 = 6;

/// How often a long run says how far it is, on standard error.
const PROGRESS_EVERY: Duration = Duration::from_secs(2);

pub(crate) fn day(place: &Place, from: Option<Date>, until: Option<Date>) -> Result<End, Wrong> {
    let app = place.open()?;
    let outlet = Folders::new(&place.installation(""), "Harmony <customercare@harmony.nl>", None)?;
    let today = kernel::local_date(clock::system_now(), Country::Nl);
    let until = until.unwrap_or(today);
    let mut day = from.unwrap_or(until);
    if day > until {
        return Err(format!("--from {day} lies after --until {until}").into());
    }
    while day <= until {
        let now = run_instant(day);
        let (due, _) = app.db.read(move |tx| store::due::backlog(tx, now))?;
        let begun = std::time::Instant::now();
        let mut told = Duration::ZERO;
        let report = app::day::run(&app, now, |done| {
            if begun.elapsed() > told + PROGRESS_EVERY {
                told = begun.elapsed();
                let per_second = done as f64 / told.as_secs_f64();
                let left = due.saturating_sub(done) as f64 / per_second;
                eprintln!(
                    "{day}: {done} of {due} done, {per_second:.0} a second, about {left:.0} seconds left"
                );
            }
            ControlFlow::Continue(())
        })?;
        let delivered = app::delivery::run(&app, now, &outlet, || true)?;
        if place.json {
            println!("{}", serde_json::json!({ "day": day, "run": report, "delivered": delivered }));
        } else {
            println!(
                "{day}: {} done, {} stuck, {} passed over as stuck; {} sent, {} to be tried again",
                report.done, report.stuck, report.skipped, delivered.done, delivered.failed
            );
        }
        std::io::stdout().flush()?;
        day = kernel::add_days(day, 1);
    }
    Ok(End::Done)
}

/// The instant of the run of a day.
pub(crate) fn run_instant(day: Date) -> Instant {
    kernel::start_of_day(day, Country::Nl) + jiff::SignedDuration::from_hours(RUN_AT_HOUR)
}

pub(crate) fn verify(place: &Place) -> Result<End, Wrong> {
    let app = place.open()?;
    let report = app::verify::verify(&app.db, |what, done| tracing::info!(what, done, "verifying"))?;
    for name in &report.checked {
        println!("checked: {name}");
    }
    for (name, fault) in &report.faults {
        println!("FAULT: {name}: {fault}");
    }
    let replayed = app::claims::replay_all(&app, |done| {
        if done % 10_000 < 256 {
            tracing::info!(done, "deciding again");
        }
    })?;
    println!(
        "decided again: {} the same to the byte, {} the same as far as an earlier release kept them, {} forgotten",
        replayed.same, replayed.same_and_more, replayed.forgotten
    );
    for (claim, seq) in &replayed.differing {
        println!("FAULT: decision {seq} of claim {claim} comes out differently");
    }
    let is_sound = report.is_sound() && replayed.differ == 0;
    println!("{}", if is_sound { "sound" } else { "not sound" });
    Ok(if is_sound { End::Done } else { End::No })
}

pub(crate) fn migrate(place: &Place) -> Result<End, Wrong> {
    let app = place.open()?;
    println!("{} is at schema version {}", app.db.name(), app.db.schema_version()?);
    Ok(End::Done)
}

pub(crate) fn doctor(place: &Place) -> Result<End, Wrong> {
    let app = place.open()?;
    let found = store::doctor::examine(&app.db, &place.data, clock::system_now());
    println!("database        {}", found.database);
    if let Ok(engine) = &found.engine {
        println!("engine          {engine}");
    }
    if let Ok(version) = &found.schema_version {
        println!("schema version  {version}");
    }
    if let Some(free) = found.free_bytes {
        println!("free room       {} MB", free >> 20);
    }
    if let Ok(backlog) = &found.backlog {
        println!("stuck           {}", backlog.stuck);
        println!("outbox          {} waiting, {} given up", backlog.outbox_queued, backlog.outbox_failed);
        println!("due             {}", backlog.due);
    }
    let today = kernel::local_date(clock::system_now(), kernel::Country::Nl);
    for (country, since) in app::money::arrears::rates_to_look_up(today) {
        println!(
            "LOOK UP: statutory interest in {country} from {since}; the rate before it is used until then"
        );
    }
    let faults = found.faults();
    for fault in &faults {
        println!("FAULT: {fault}");
    }
    println!("{}", if faults.is_empty() { "well" } else { "not well" });
    Ok(if faults.is_empty() { End::Done } else { End::No })
}

/// The verbs on people of the desk and of repairers.
#[derive(Debug, Subcommand)]
pub(crate) enum UserVerb {
    /// Make somebody a user of the desk or of a repairer; the password is read from standard input.
    Add {
        /// E-mail address to sign in with.
        email: EmailAddress,
        /// Roles: acceptance, claims, finance, manager, auditor, …
        #[arg(long, required_unless_present = "repairer", value_delimiter = ',')]
        role: Vec<Role>,
        /// Code of the repairer or supplier of an agreement for whom they work, instead of a role at the desk.
        #[arg(long, conflicts_with = "role")]
        repairer: Option<String>,
        /// Language of their pages.
        #[arg(long, default_value = "nl")]
        language: Language,
    },
    /// Make a key with which somebody's own program calls the JSON API, and print it: it is shown once and kept nowhere.
    Key {
        /// E-mail address of the user for whom the program acts.
        email: EmailAddress,
        /// Days for which the key works, at most 366.
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..=366))]
        days: u16,
        /// End all keys of this user, and make none.
        #[arg(long)]
        end: bool,
    },
}

pub(crate) fn user(place: &Place, verb: &UserVerb) -> Result<End, Wrong> {
    let app = place.open()?;
    let (email, rights, language) = match verb {
        UserVerb::Add { email, repairer: Some(code), language, .. } => {
            (email, repairer(&app, code)?, language)
        }
        UserVerb::Add { email, role, language, .. } => (email, Rights::staff(role.clone()), language),
        UserVerb::Key { email, days, end } => return key(&app, email, *days, *end),
    };
    let mut password = String::new();
    eprint!("password: ");
    std::io::stdin().read_line(&mut password)?;
    let user =
        Login { email: email.clone(), password: password.trim_end().to_owned(), rights, language: *language };
    make_login(&app, clock::system_now(), &user)?;
    println!("{email} can sign in");
    Ok(End::Done)
}

/// What somebody may do who works for a repairer or supplier: see its own orders, and report on them (PRIV-26).
pub(crate) fn repairer(app: &app::App, code: &str) -> Result<Rights, Wrong> {
    let of = app.products.agreements().iter().find_map(|agreement| agreement.supplier(code));
    let supplier = of.ok_or_else(|| format!("no agreement has a repairer or supplier “{code}”"))?;
    Ok(Rights { roles: vec![Role::Repairer], repairer: Some(supplier.id), ..Rights::default() })
}

/// Makes a key for the API and prints it, or ends all of a user's keys.
fn key(app: &app::App, email: &EmailAddress, days: u16, end: bool) -> Result<End, Wrong> {
    let now = clock::system_now();
    let token = app::identity::Token::from_entropy(random(app));
    let (house, wanted, secret) = (app.clone(), email.clone(), token.clone());
    let ended = app.db.write(Priority::Click, move |tx| {
        let found = users::by_email(tx, &house.vault, std::slice::from_ref(&wanted))?.pop().flatten();
        let user = found.ok_or_else(|| app::AppError::missing("a user", &wanted))?;
        if end {
            return Ok(Some(keys::end_all(tx, now, user)?));
        }
        keys::issue(tx, now, user, &secret, days)?;
        Ok::<_, app::AppError>(None)
    })?;
    match ended {
        Some(count) => println!("{count} keys of {email} work no longer"),
        None => println!("{}", token.text()),
    }
    Ok(End::Done)
}

/// Somebody who can sign in.
pub(crate) struct Login {
    pub(crate) email: EmailAddress,
    pub(crate) password: String,
    pub(crate) rights: Rights,
    pub(crate) language: Language,
}

/// Makes a user with a password: an invitation that is used at once.
pub(crate) fn make_login(app: &app::App, now: Instant, login: &Login) -> Result<(), Wrong> {
    let user = UserId::from_id(app.new_id(app.new_shard(), now));
    let email_ref = app.new_id(Shard::of(1), now);
    let token = app::identity::Token::from_entropy(random(app));
    let change = UserChange::Make {
        rights: login.rights.clone(),
        email: login.email.clone(),
        email_ref,
        language: login.language,
    };
    let order = UserOrder { command: format!("make-user:{}", user.id()), user, change };
    let operator = Principal::with_role(Id::from_i64(2).expect("two is an id"), Role::Operator);
    let (app_, token_) = (app.clone(), token.clone());
    app.db.write(Priority::Click, move |tx| {
        let answers = users::change(
            tx,
            &app_.access,
            &app_.vault,
            now,
            &operator,
            Channel::Machine,
            std::slice::from_ref(&order),
        )?;
        for answer in answers {
            answer.map_err(|refusal| app::AppError::Refused(app::Refused::from(&refusal)))?;
        }
        let link = app::identity::NewLink {
            token: token_.clone(),
            purpose: LinkPurpose::Invitation,
            target: app::identity::LinkTarget::User(user),
        };
        Ok::<_, app::AppError>(links::issue(tx, now, &[link])?)
    })?;
    let identity = Identity::new(app.db.clone(), app.vault.clone(), Passwords::new(HashCost::USUAL, 2));
    let mut salt = [0; 16];
    app.entropy.fill(&mut salt);
    identity
        .set_password_by_link(now, &token, LinkPurpose::Invitation, &Typed(login.password.clone()), &salt)?
        .map_err(|refusal| format!("the password is not taken: {refusal}"))?;
    Ok(())
}

fn random(app: &app::App) -> [u8; 32] {
    let mut bytes = [0; 32];
    app.entropy.fill(&mut bytes);
    bytes
}

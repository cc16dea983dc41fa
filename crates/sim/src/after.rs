//! What comes after a decision: objections, answered by who decided or by somebody else, and money that others owe.

use ::claims::RecoveryKind;
use app::{
    AppError,
    claims::{self as cases, NewRecovery, Toward},
    money,
    testing::staff,
};
use kernel::{Channel, Id, Language, Money, Role};
use store::{params, sql};

use crate::{
    bank::Banks,
    claims::desk,
    draw::Draws,
    in_kind::pays,
    people::{Person, holder_of},
    world::World,
};

/// Others who owe something pay from accounts that begin here.
const OTHERS: u32 = 500_000;

/// Goes through all claims, as far as somebody comes to it today.
pub(crate) fn play(
    world: &mut World,
    draws: &mut Draws,
    people: &[Person],
    banks: &mut Banks,
) -> Result<(), AppError> {
    let claims: Vec<(Id, Id)> = world.app.db.read(|tx| {
        let rows = tx.query(sql!("select id, contract from claim order by id"), &params![])?;
        rows.iter()
            .map(|row| Ok((row.id("id")?, row.id("contract")?)))
            .collect::<Result<_, store::StoreError>>()
    })?;
    for (claim, contract) in &claims {
        let of = people.iter().find(|person| person.made.as_ref().is_some_and(|m| m.contract == *contract));
        let Some(person) = of else { continue };
        if draws.happens(person.who(), "somebody comes back on the claim", 6_000) {
            comes_back(world, draws, person, *claim, banks)?;
        }
    }
    place(world, draws, people, &claims)
}

fn comes_back(
    world: &mut World,
    draws: &mut Draws,
    person: &Person,
    claim: Id,
    banks: &mut Banks,
) -> Result<(), AppError> {
    let (who, day) = (person.who(), draws.day);
    let (app, now) = (world.app.clone(), world.now);
    let page = world.app.db.read(move |tx| cases::page(&app, tx, now, claim, Language::Nl))?;
    let id = |what: &str| format!("sim:{claim}:{day}:{what}");
    if page.after.waits() {
        // Who decided tries it too.
        let by = match draws.below(who, "who answers", 4) {
            0 => staff(31, Role::Claims),
            1 => staff(51, Role::Manager),
            _ => staff(53, Role::Manager),
        };
        let (command, upheld) = (id("answer"), draws.below(who, "upheld", 3) == 0);
        return desk(world, draws, (who, "answer"), move |app, tx, now| {
            let answer = (upheld, "As the papers say.");
            cases::answer_objection(app, tx, now, (&command, &by), claim, answer).map(|_| ())
        });
    }
    if page.after.may_object && draws.below(who, "objects", 4) == 0 {
        let (command, actor) = (id("object"), person.actor(Channel::Portal));
        return desk(world, draws, (who, "objection"), move |app, tx, now| {
            cases::object(app, tx, now, (&command, &actor), claim, "It is not fair.").map(|_| ())
        });
    }
    if let Some(line) = page.after.recoveries.iter().find(|line| line.open.is_positive()) {
        let (open, no) = (line.open, line.no);
        let amount = match draws.below(who, "recovery", 8) {
            0..3 => open,
            3 => Money::from_cents(open.cents() / 3 + 1).min(open),
            4 => open + open,
            5 => {
                let command = id("give-up");
                return desk(world, draws, (who, "recovery"), move |app, tx, now| {
                    let by = staff(31, Role::Claims);
                    cases::give_up_recovery(app, tx, now, (&command, &by), claim, (no, "Nothing to get."))
                        .map(|_| ())
                });
            }
            _ => return Ok(()),
        };
        pays(banks, person, OTHERS + person.number, amount, &page.number);
        return Ok(());
    }
    if draws.below(who, "asks for it back", 6) > 0 {
        return Ok(());
    }
    let kind = match draws.below(who, "kind of recovery", 4) {
        0 => RecoveryKind::Salvage,
        // Without a finding of fraud it is refused.
        1 => RecoveryKind::Reclaim,
        _ => RecoveryKind::ThirdParty,
    };
    let amount = Money::from_cents(i64::try_from(1 + draws.below(who, "recovers", 60_000)).unwrap_or(1));
    let new =
        NewRecovery { kind, amount, from: "Somebody".to_owned(), why: "It was their doing.".to_owned() };
    let command = id("recovery");
    desk(world, draws, (who, "recovery"), move |app, tx, now| {
        let by = staff(31, Role::Claims);
        cases::expect_recovery(app, tx, now, (&command, &by), claim, &new).map(|_| ())
    })
}

/// Finance finds out for which claim others paid; what is not asked for goes back.
fn place(
    world: &mut World,
    draws: &mut Draws,
    people: &[Person],
    claims: &[(Id, Id)],
) -> Result<(), AppError> {
    let waiting: Vec<String> = world.app.db.read(|tx| {
        let rows = tx.query(
            sql!(
                "select fingerprint from statement_entry where state = 'suspense' and open_cents > 0 \
                 order by booked_on, fingerprint limit 20"
            ),
            &params![],
        )?;
        rows.iter().map(|row| row.text("fingerprint")).collect::<Result<_, store::StoreError>>()
    })?;
    for fingerprint in waiting {
        let (app, key) = (world.app.clone(), fingerprint.clone());
        let details = world.app.db.read(move |tx| money::suspense::details(&app, tx, &key))?;
        let number = details.and_then(|details| holder_of(details.iban?.as_str()));
        let number = number.and_then(|number| number.checked_sub(usize::try_from(OTHERS).unwrap_or(0)));
        let Some(person) = number.and_then(|number| people.get(number)) else { continue };
        let Some(made) = &person.made else { continue };
        if !draws.happens(person.who(), "finance finds the recovery", 40_000) {
            continue;
        }
        let mut asked = None;
        for (claim, _) in claims.iter().filter(|(_, contract)| *contract == made.contract) {
            let (app, now, id) = (world.app.clone(), world.now, *claim);
            let page = world.app.db.read(move |tx| cases::page(&app, tx, now, id, Language::Nl))?;
            let open = page.after.recoveries.iter().find(|line| line.open.is_positive());
            asked = open.map(|line| (id, line.no)).or(asked);
        }
        let command = format!("sim:recovery:{fingerprint}:{}", draws.day);
        desk(world, draws, (person.who(), "placing"), move |app, tx, now| {
            let by = staff(42, Role::Finance);
            match asked {
                Some((claim, no)) => {
                    let toward = (Some(Toward::Recovery(no)), None);
                    cases::place_money(app, tx, now, (&command, &by), claim, &fingerprint, toward).map(|_| ())
                }
                None => money::to_payer::give_back(app, tx, now, (&command, &by), &fingerprint).map(|_| ()),
            }
        })?;
    }
    Ok(())
}

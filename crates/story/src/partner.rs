//! What a policyholder opens to the partner that brought them, and what the partner does with it.

use app::{
    access::Scope,
    partner::{self, Wish},
    testing::staff,
};
use kernel::{Actor, Channel, Id, Role};

use crate::{
    Line,
    expect::{Otherwise, differs},
    player::{Acted, Player, acceptance, command_id, policyholder},
};

impl Player<'_> {
    /// The policyholder, or the desk on their request, opens or closes a policy to its partner.
    pub(crate) fn share(&self, line: &Line, who: &str, opens: bool) -> Acted {
        let made = self.person(line)?;
        let wish = match (opens, line.is("reports")) {
            (false, _) => Wish::Nothing,
            (true, false) => Wish::Look,
            (true, true) => Wish::LookAndReport,
        };
        let actor = match who {
            "customer" => policyholder(made.holder, Channel::Portal),
            _ => Actor { channel: Channel::Phone, ..acceptance() },
        };
        let command = command_id(line);
        self.write(move |app, tx, now| partner::wish(app, tx, now, (&command, &actor), made.contract, wish))
    }
}

/// Somebody of a partner.
pub(crate) fn shop() -> Actor {
    Actor { channel: Channel::Partner, ..staff(71, Role::Partner) }
}

/// What the partner of a policy sees of it: whether it is there, whether it may report, how many claims, and how far the last is.
pub(crate) fn seen(player: &Player<'_>, line: &Line) -> Otherwise {
    let made = player.person(line)?;
    let (app, now, number) = (player.app.clone(), player.now, made.number.clone());
    let partner: Option<Id> = app
        .products
        .agreements()
        .iter()
        .flat_map(|agreement| agreement.partners.iter())
        .find(|partner| Some(partner.code.as_str()) == line.get("partner"))
        .and_then(|partner| partner.id);
    let partner = partner.ok_or_else(|| line.error("partner: no partner with that code has a number"))?;
    let seen = player.app.db.read(move |tx| partner::seen(&app, tx, now, &Scope::Partner(partner), None))?;
    let seen = seen.into_iter().find(|seen| seen.number == number);
    let found = if seen.is_some() { "yes" } else { "no" };
    let otherwise = differs("whether the partner sees it", line.need("is")?, found);
    let Some(seen) = seen else { return Ok(otherwise) };
    let stage = seen.claims.first().map_or("none", |claim| claim.stage.code());
    let reports = if seen.reports { "yes" } else { "no" };
    Ok(otherwise
        .or_else(|| differs("whether it may report", line.get("reports").unwrap_or(reports), reports))
        .or_else(|| differs("how far the last claim is", line.get("claim").unwrap_or(stage), stage)))
}

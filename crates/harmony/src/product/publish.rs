//! `harmony product publish` and `list`: what is published, and publishing more.

use std::path::Path;

use app::products;
use kernel::Country;
use store::Priority;
use terms::Product;

use super::check;
use crate::{
    End, Wrong,
    cli::{Place, shown},
    clock,
};

/// Lists what is published: by code, the oldest first. What is sold now is marked.
pub(super) fn list(place: &Place) -> Result<End, Wrong> {
    let app = place.open()?;
    let house = app.clone();
    let all = app.db.read(move |tx| house.products.published(tx))?;
    for line in &all {
        let is_sold = app.products.current(&line.code).is_some_and(|sold| sold.content_hash() == line.hash);
        if place.json {
            println!("{}", serde_json::json!({ "published": line, "is_sold": is_sold }));
        } else {
            let sold = if is_sold { "sold" } else { "" };
            let when = shown(line.published_at, Country::Nl);
            println!("{} {} r{}  {}  {when}  {sold}", line.code, line.version, line.revision, line.hash);
        }
    }
    Ok(End::Done)
}

/// Checks a folder and publishes it.
pub(super) fn publish(place: &Place, folder: &Path) -> Result<End, Wrong> {
    let files = check::read(folder)?;
    let product = match Product::load(&files) {
        Ok(product) => product,
        Err(faults) => {
            check::print(place, &faults);
            return Ok(End::No);
        }
    };
    let app = place.open()?;
    let now = clock::system_now();
    let published = app.db.write(Priority::Click, move |tx| products::publish(tx, now, &product, &files))?;
    match published {
        Err(why) if place.json => println!("{}", serde_json::json!({ "refused": why.to_string() })),
        Err(why) => println!("{}: {why}", folder.display()),
        Ok(done) => {
            let line = &done.published;
            if place.json {
                println!(
                    "{}",
                    serde_json::json!({ "published": line, "was_there": done.was_there, "is_sold": done.is_sold })
                );
            } else {
                let said = if done.was_there { "was published before" } else { "is published" };
                let sold = if done.is_sold { "; it is sold from now on" } else { "" };
                println!("{} {} r{} {said}: {}{sold}", line.code, line.version, line.revision, line.hash);
            }
            return Ok(End::Done);
        }
    }
    Ok(End::No)
}

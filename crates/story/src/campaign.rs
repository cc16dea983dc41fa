//! A change by the insurer over many policies, as a campaign: drawn up and proposed; a second person approves it, and the next
//! run announces it.

use app::campaigns::{self, Wanted};
use policy::{Reason, Repricing};

use crate::{
    Line,
    player::{Acted, Answer, LineError, Player, acceptance, command_id},
};

impl Player<'_> {
    pub(crate) fn propose_campaign(&mut self, line: &Line) -> Acted {
        let name = line.need("as")?.to_owned();
        let wanted = self.wanted(line, &name)?;
        let (command, drawn) = (command_id(line), std::sync::Arc::new(std::sync::Mutex::new(None)));
        let kept = drawn.clone();
        let prepared = self.write(move |app, tx, now| {
            let (id, outcome) = campaigns::prepare(app, tx, now, (&command, &acceptance()), None, &wanted)?;
            *kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(id);
            Ok(outcome)
        })?;
        let drawn = *drawn.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (Answer::Done, Some(campaign)) = (&prepared, drawn) else { return Ok(prepared) };
        self.campaigns.insert(name, campaign);
        let totals = campaigns::preview(&self.app, self.now, campaign)?.totals;
        let command = format!("{}:propose", command_id(line));
        self.write(move |app, tx, now| {
            campaigns::propose(app, tx, now, (&command, &acceptance()), campaign, totals.clone())
        })
    }

    fn wanted(&self, line: &Line, name: &str) -> Result<Wanted, LineError> {
        let code = line.get("product").unwrap_or("xandocare");
        let product = self.app.products.current(code);
        let product = product.ok_or_else(|| line.error(format!("product={code}: there is none")))?;
        let plan = line.need("plan")?.to_owned();
        let a_month = line.read("more", "an amount such as 1.00")?;
        let reason = |text: &str| text.to_owned();
        Ok(Wanted {
            name: name.to_owned(),
            reason: Reason {
                nl: reason("Reparaties worden duurder."),
                en: reason("Repairs cost more."),
                fr: reason("Les réparations coûtent plus cher."),
            },
            product: code.to_owned(),
            version: product.wording().version.clone(),
            plans: [(plan, Repricing::Amount { a_month })].into(),
            wording: None,
            from: line.read("from", "a date such as 2027-03-01")?,
            until: line.read("until", "a date such as 2027-06-01")?,
        })
    }
}

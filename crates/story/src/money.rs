//! Money in a story: transfers, direct debits, refunds and benefits, and what the bank does with them.

use app::{App, AppError, Refused, money, testing::staff};
use kernel::{Actor, Country, Id, Instant, Money, Role};
use store::{Priority, Tx, params, sql};

use crate::{
    Line,
    player::{Acted, Answer, LineError, Player, command_id, finance},
};

impl Player<'_> {
    pub(crate) fn money(&mut self, line: &Line, does: &str) -> Acted {
        match does {
            "pays" => {
                let made = self.person(line)?;
                let amount: Money = line.read("amount", "an amount such as 9.95")?;
                let agreement = self.agreement(line)?;
                let when = (line.at, line.is("to_the_minute"));
                let text = if let Some(claim) = self.own_share_reference(line)? {
                    claim
                } else if line.is("reference") {
                    let contract = made.contract;
                    let country = self.app.db.read(move |tx| {
                        let sql = sql!("select country from contract where id = ?1");
                        tx.query_one(sql, &params![contract])?.parse::<Country>("country")
                    })?;
                    made.number.payment_reference(country)
                } else {
                    format!("Premium {}", made.number)
                };
                // As the people of a story are called if it does not say.
                let name = line.get("name").unwrap_or("S. de Vries-Peeters");
                self.bank.transfer(&self.app, (&agreement, name, &text), amount, when);
            }
            "releases collections" => {
                let up_to = kernel::add_days(kernel::local_date(self.now, Country::Nl), 31);
                return self.release(&command_id(line), move |app, tx, now, of, agreement| {
                    money::collections::release(app, tx, now, of, agreement, up_to).map(|_| ())
                });
            }
            "releases payments" => {
                return self.release(&command_id(line), |app, tx, now, of, agreement| {
                    money::payments::release(app, tx, now, of, agreement).map(|_| ())
                });
            }
            "credits" => self.bank.credit_released(),
            "collects daily" => self.bank.collects_daily = true,
            "returns" => {
                let contract = self.person(line)?.contract;
                let agreement = self.agreement(line)?;
                self.bank.return_last(&self.app, &agreement, contract, (line.at, line.need("reason")?))?;
            }
            "refuses" => {
                let contract = self.person(line)?.contract;
                let agreement = self.agreement(line)?;
                self.bank.refuse_last(&self.app, &agreement, contract, (line.at, line.need("reason")?))?;
            }
            "notifies" => self.bank.notify(),
            "sends money" => {
                self.bank.stranger(&self.app, line.read("amount", "an amount such as 9.95")?, line.at);
            }
            "gives back" => return self.give_back(line),
            "sends statement" => {}
            "misses statements" => self.bank.silent = true,
            "sends statements" => self.bank.silent = false,
            other => return Err(line.error(format!("no bank {other}; see stories/README.md")).into()),
        }
        Ok(Answer::Done)
    }

    /// Money without a place goes back to who sent it; another person than this one releases it.
    fn give_back(&self, line: &Line) -> Acted {
        let amount: Money = line.read("amount", "an amount such as 9.95")?;
        let (list, _) = self.app.db.read(|tx| money::suspense::list(tx, 0))?;
        let entry = list.into_iter().find(|entry| entry.open == amount);
        let key = entry.ok_or_else(|| line.error("nothing of this amount is without a place".to_owned()))?;
        let id = command_id(line);
        self.write(move |app, tx, now| {
            let by = staff(42, Role::Finance);
            money::to_payer::give_back(app, tx, now, (&id, &by), &key.fingerprint)
        })
    }

    /// Releases every announced direct debit and has it credited today.
    pub(crate) fn collect(&mut self, command: &str) -> Result<(), AppError> {
        let up_to = kernel::add_days(kernel::local_date(self.now, Country::Nl), 31);
        let released = self.release(command, move |app, tx, now, of, agreement| {
            money::collections::release(app, tx, now, of, agreement, up_to).map(|_| ())
        });
        match released {
            Ok(Answer::Done | Answer::AlreadyDone) => self.bank.credit_released(),
            Err(LineError::App(error)) => return Err(error),
            // Nothing was announced.
            Ok(Answer::Refused(_)) | Err(LineError::Script(_)) => {}
        }
        Ok(())
    }

    /// The power of attorney that a policy was sold under.
    fn agreement(&self, line: &Line) -> Result<String, LineError> {
        Ok(self.agreement_of(self.person(line)?.contract)?)
    }

    pub(crate) fn agreement_of(&self, contract: Id) -> Result<String, store::StoreError> {
        self.app.db.read(move |tx| {
            let sql = sql!("select agreement from contract where id = ?1");
            tx.query_one(sql, &params![contract])?.text("agreement")
        })
    }

    /// Releases what there is under each power of attorney: a file for each account. Refused when there is nothing at all.
    fn release(
        &self,
        command: &str,
        release: impl Fn(&App, &mut Tx<'_>, Instant, (&str, &Actor), &str) -> Result<(), AppError>
        + Clone
        + Send
        + 'static,
    ) -> Acted {
        let mut refused: Option<Refused> = None;
        let mut is_done = false;
        for agreement in self.app.products.agreements() {
            let (app, now, release) = (self.app.clone(), self.now, release.clone());
            let (code, command) = (agreement.code.clone(), format!("{command}:{}", agreement.code));
            match self
                .app
                .db
                .write(Priority::Click, move |tx| release(&app, tx, now, (&command, &finance()), &code))
            {
                Ok(()) => is_done = true,
                Err(AppError::Refused(nothing)) => refused = refused.or(Some(nothing)),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(refused.filter(|_| !is_done).map_or(Answer::Done, Answer::Refused))
    }
}

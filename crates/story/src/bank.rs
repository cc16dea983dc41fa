//! The bank of a story: it reads the files that were released and answers with a statement for each day and account.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    App, AppError, money,
    testing::{
        bank::{BankDouble, Entry},
        staff,
    },
};
use kernel::{Date, Id, Instant, Money, Role};
use store::{params, sql};

/// The insurer whose account has a statement every day, also while nobody has applied.
const HOME: &str = "rosemont-nl";

pub(crate) struct Bank {
    /// The account of each insurer whose policies the story sells, by power of attorney.
    accounts: BTreeMap<String, Account>,
    /// Files carried out already.
    carried_out: BTreeSet<Id>,
    /// Direct debits are carried out at the end of this day.
    credits_today: bool,
    /// Statements that were made and not sent.
    kept_back: Vec<Vec<u8>>,
    /// Whether statements are kept back.
    pub(crate) silent: bool,
    sent: u64,
}

struct Account {
    double: BankDouble,
    /// What else happened today.
    today: Vec<Entry>,
}

impl Bank {
    pub(crate) fn new(app: &App) -> Self {
        let mut bank = Self {
            accounts: BTreeMap::new(),
            carried_out: BTreeSet::new(),
            credits_today: false,
            kept_back: Vec::new(),
            silent: false,
            sent: 0,
        };
        bank.account(app, HOME);
        bank
    }

    fn account(&mut self, app: &App, agreement: &str) -> &mut Account {
        self.accounts.entry(agreement.to_owned()).or_insert_with(|| {
            let iban = app.products.agreement(agreement).map(|found| found.account.iban.to_string());
            Account { double: BankDouble::new(&iban.unwrap_or_default()), today: Vec::new() }
        })
    }

    /// Somebody pays by transfer today, with the policy number in the text (FAQ-12).
    pub(crate) fn transfer(&mut self, app: &App, agreement: &str, number: &str, amount: Money) {
        let entry = Entry::transfer("P. Payer", "NL20INGB0001234567", amount, &format!("Premium {number}"));
        self.account(app, agreement).today.push(entry);
    }

    /// What was released is credited today.
    pub(crate) fn credit_released(&mut self) {
        self.credits_today = true;
    }

    /// The last direct debit of a contract comes back today; one that is still under way is credited first.
    pub(crate) fn return_last(
        &mut self,
        app: &App,
        agreement: &str,
        contract: Id,
        reason: &str,
    ) -> Result<(), AppError> {
        let row = app.db.read(move |tx| {
            tx.query_opt(
                sql!(
                    "select end_to_end, amount_cents, state from collection where contract = ?1 \
                     and state in ('released', 'credited') order by collect_on desc, end_to_end desc limit 1"
                ),
                &params![contract],
            )
        })?;
        let row = row.ok_or_else(|| AppError::missing("a direct debit under way of", contract))?;
        let end_to_end = row.text("end_to_end")?;
        let account = self.account(app, agreement);
        if row.text("state")? == "credited" {
            account.today.push(Entry::returned(&end_to_end, row.money("amount_cents")?, reason));
        } else {
            account.double.returns(&end_to_end, reason);
            self.credits_today = true;
        }
        Ok(())
    }

    /// Makes the statements of a day and sends them, with those kept back before, unless statements are missing.
    pub(crate) fn end_of_day(&mut self, app: &App, now: Instant, day: Date) -> Result<(), AppError> {
        let files = self.files(app)?;
        for (agreement, _) in &files {
            self.account(app, agreement);
        }
        for (agreement, account) in &mut self.accounts {
            let of_account = files.iter().filter(|(of, _)| of == agreement);
            let files: Vec<&[u8]> = of_account.map(|(_, bytes)| bytes.as_slice()).collect();
            let statement = account.double.day(day, &files, &std::mem::take(&mut account.today));
            self.kept_back.push(statement);
        }
        self.credits_today = false;
        if self.silent {
            return Ok(());
        }
        for statement in std::mem::take(&mut self.kept_back) {
            self.sent += 1;
            let command = format!("story-statement:{}", self.sent);
            money::statements::import(app, now, &command, &staff(41, Role::Finance), statement)?;
        }
        Ok(())
    }

    /// Files to be carried out today: payments on the day they were released, direct debits when the story says so.
    fn files(&mut self, app: &App) -> Result<Vec<(String, Vec<u8>)>, AppError> {
        let rows = app.db.read(|tx| {
            let rows =
                tx.query(sql!("select id, kind, agreement from batch order by released_us, id"), &params![])?;
            rows.iter()
                .map(|row| Ok((row.id::<Id>("id")?, row.text("kind")?, row.text("agreement")?)))
                .collect::<Result<Vec<_>, store::StoreError>>()
        })?;
        let mut files = Vec::new();
        for (batch, kind, agreement) in rows {
            let is_collection = money::BatchKind::from_code(&kind) == Some(money::BatchKind::Collections);
            if self.carried_out.contains(&batch) || (is_collection && !self.credits_today) {
                continue;
            }
            self.carried_out.insert(batch);
            let app_ = app.clone();
            let (_, bytes) = app.db.read(move |tx| money::bank_file(&app_, tx, batch))?;
            files.push((agreement, bytes));
        }
        Ok(files)
    }
}

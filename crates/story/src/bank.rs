//! The bank of a story: it reads the files that were released and answers with a statement for each day and account.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    App, AppError, money,
    testing::{
        answer::Answer,
        bank::{BankDouble, Entry, orders},
        staff,
    },
};
use kernel::{Country, Date, Id, Instant, Money, Role};
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
    /// Notifications of today's entries are sent at the end of this day.
    notifies_today: bool,
    /// Statements that were made and not sent.
    kept_back: Vec<Vec<u8>>,
    /// Direct debits are released and credited every day, without being asked for.
    pub(crate) collects_daily: bool,
    /// Whether statements are kept back.
    pub(crate) silent: bool,
    sent: u64,
}

pub(crate) struct Account {
    double: BankDouble,
    /// What else happened, and on which day.
    entries: Vec<(Date, Entry)>,
}

impl Bank {
    pub(crate) fn new(app: &App) -> Self {
        let mut bank = Self {
            accounts: BTreeMap::new(),
            carried_out: BTreeSet::new(),
            credits_today: false,
            notifies_today: false,
            kept_back: Vec::new(),
            collects_daily: false,
            silent: false,
            sent: 0,
        };
        bank.account(app, HOME);
        bank
    }

    /// Whether its next statements would tell nothing.
    pub(crate) fn is_quiet(&self) -> bool {
        !self.silent
            && !self.credits_today
            && !self.notifies_today
            && self.accounts.values().all(|account| account.entries.is_empty())
    }

    /// The account under a power of attorney; from now on it has a statement every day.
    pub(crate) fn account(&mut self, app: &App, agreement: &str) -> &mut Account {
        self.accounts.entry(agreement.to_owned()).or_insert_with(|| {
            let iban = app.products.agreement(agreement).map(|found| found.account.iban.to_string());
            Account { double: BankDouble::new(&iban.unwrap_or_default()), entries: Vec::new() }
        })
    }

    /// Somebody pays by transfer today, with what names the policy in the text (FAQ-12). The statement tells the
    /// minute where it is asked to, otherwise only the day.
    pub(crate) fn transfer(
        &mut self,
        app: &App,
        (agreement, name, text): (&str, &str, &str),
        amount: Money,
        (now, to_the_minute): (Instant, bool),
    ) {
        let entry = Entry::transfer(name, "NL20INGB0001234567", amount, text);
        let entry = if to_the_minute { entry.at(&now.to_string()) } else { entry };
        self.account(app, agreement).entries.push((kernel::local_date(now, Country::Nl), entry));
    }

    /// Somebody nobody knows transfers money today, and names nothing.
    pub(crate) fn stranger(&mut self, app: &App, amount: Money, now: Instant) {
        let entry = Entry::transfer("B. Vreemd", "NL20INGB0001234567", amount, "thank you");
        self.account(app, HOME).entries.push((kernel::local_date(now, Country::Nl), entry));
    }

    /// What happens today is told by a notification too (camt.054), before the statement.
    pub(crate) fn notify(&mut self) {
        self.notifies_today = true;
    }

    /// The last direct debit of a contract that is under way is refused (pain.002): it is never booked.
    pub(crate) fn refuse_last(
        &mut self,
        app: &App,
        agreement: &str,
        contract: Id,
        (now, reason): (Instant, &str),
    ) -> Result<(), AppError> {
        let row = app.db.read(move |tx| {
            tx.query_opt(
                sql!(
                    "select end_to_end, batch from collection where contract = ?1 and state = 'released' \
                     order by collect_on desc, end_to_end desc limit 1"
                ),
                &params![contract],
            )
        })?;
        let row = row.ok_or_else(|| AppError::missing("a direct debit under way of", contract))?;
        let (end_to_end, batch): (String, Id) = (row.text("end_to_end")?, row.id("batch")?);
        let app_ = app.clone();
        let (_, file) = app.db.read(move |tx| money::bank_file(&app_, tx, batch))?;
        let ours = orders(&file);
        let order = ours.iter().find(|order| order.end_to_end == end_to_end);
        let order = order.ok_or_else(|| AppError::missing("an order in the file", &end_to_end))?;
        let report = Answer::to(&file).refuses(order, reason).xml(kernel::local_date(now, Country::Nl));
        self.account(app, agreement).double.refuses(&end_to_end);
        self.import(app, now, report)
    }

    fn import(&mut self, app: &App, now: Instant, bytes: Vec<u8>) -> Result<(), AppError> {
        self.sent += 1;
        let command = format!("story-statement:{}", self.sent);
        money::statements::import(app, now, &command, &staff(41, Role::Finance), bytes).map(|_| ())
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
        (now, reason): (Instant, &str),
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
            let entry = Entry::returned(&end_to_end, row.money("amount_cents")?, reason);
            account.entries.push((kernel::local_date(now, Country::Nl), entry));
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
        let mut notices = Vec::new();
        for (agreement, account) in &mut self.accounts {
            let of_account = files.iter().filter(|(of, _)| of == agreement);
            let files: Vec<&[u8]> = of_account.map(|(_, bytes)| bytes.as_slice()).collect();
            let entries = std::mem::take(&mut account.entries);
            let (of_day, later): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(on, _)| *on <= day);
            account.entries = later;
            let of_day: Vec<Entry> = of_day.into_iter().map(|(_, entry)| entry).collect();
            let booked = account.double.entries(&files, &of_day);
            if self.notifies_today && !booked.is_empty() {
                notices.push(account.double.notice(day, &booked));
            }
            self.kept_back.push(account.double.close(day, &booked));
        }
        (self.credits_today, self.notifies_today) = (false, false);
        for notice in notices {
            self.import(app, now, notice)?;
        }
        if self.silent {
            return Ok(());
        }
        for statement in std::mem::take(&mut self.kept_back) {
            self.import(app, now, statement)?;
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

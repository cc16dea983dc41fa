//! Rows as what they say: each cell parsed into its type, each cell that is not one named.

use std::{collections::BTreeMap, str::FromStr};

use jiff::civil::DateTime;
use kernel::{
    Country, Date, DeviceKind, EmailAddress, Frequency, Iban, Imei, Language, MandateReference, Money, Phone,
    Postcode, SerialNumber,
};
use party::{PartyKind, Payee, PostalAddress, Profile};
use policy::{EndWay, HolderKind, Relation};

use super::{
    format::{self, SheetFormat},
    table::{self, Book, Problems, Table},
};
use crate::apply::DeviceIdentity;

/// The rows of all sheets. Each row carries its number in the spreadsheet.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) persons: Vec<(u32, PersonRow)>,
    pub(super) policies: Vec<(u32, PolicyRow)>,
    pub(super) devices: Vec<(u32, DeviceRow)>,
    pub(super) insured: Vec<(u32, InsuredRow)>,
    pub(super) mandates: Vec<(u32, MandateRow)>,
    pub(super) balances: Vec<(u32, BalanceRow)>,
}

#[derive(Debug)]
pub(super) struct PersonRow {
    pub(super) person: String,
    pub(super) kind: PartyKind,
    pub(super) language: Language,
    pub(super) by_email: bool,
    pub(super) profile: Profile,
}

#[derive(Debug)]
pub(super) struct PolicyRow {
    pub(super) policy: String,
    pub(super) person: String,
    pub(super) holder: HolderKind,
    pub(super) product: String,
    pub(super) version: String,
    pub(super) plan: String,
    pub(super) frequency: Frequency,
    pub(super) applied: DateTime,
    pub(super) accepted: Option<DateTime>,
    pub(super) premium: Money,
    pub(super) charged_until: Option<Date>,
    pub(super) credit: Money,
    pub(super) reminder_sent: Option<Date>,
    pub(super) reminder_last_day: Option<Date>,
    pub(super) partner: Option<String>,
    pub(super) last_insured_day: Option<Date>,
    pub(super) ended_by: Option<EndWay>,
}

#[derive(Debug)]
pub(super) struct DeviceRow {
    pub(super) policy: String,
    pub(super) item: u32,
    pub(super) kind: DeviceKind,
    pub(super) identity: DeviceIdentity,
    pub(super) bought: Date,
    pub(super) purchase_value: Money,
    pub(super) excess: Money,
    pub(super) premium: Option<Money>,
}

#[derive(Debug)]
pub(super) struct InsuredRow {
    pub(super) policy: String,
    pub(super) person: String,
    pub(super) relation: Relation,
}

#[derive(Debug)]
pub(super) struct MandateRow {
    pub(super) policy: String,
    pub(super) reference: MandateReference,
    pub(super) payee: Payee,
    pub(super) signed: Date,
    pub(super) collected: Option<Date>,
}

#[derive(Debug)]
pub(super) struct BalanceRow {
    pub(super) policy: String,
    pub(super) due: Date,
    pub(super) open: Money,
    pub(super) premium: Option<Money>,
    pub(super) taken_back: Money,
}

/// Reads all rows of a book.
pub(super) fn read(book: &Book, problems: &mut Problems) -> Rows {
    Rows {
        persons: each(book, &format::PERSONS, problems, person),
        policies: each(book, &format::POLICIES, problems, policy),
        devices: each(book, &format::DEVICES, problems, device),
        insured: each(book, &format::INSURED, problems, insured),
        mandates: each(book, &format::MANDATES, problems, mandate),
        balances: each(book, &format::BALANCES, problems, balance),
    }
}

fn each<T>(
    book: &Book,
    format: &'static SheetFormat,
    problems: &mut Problems,
    read: impl Fn(&mut Cells<'_>) -> Option<T>,
) -> Vec<(u32, T)> {
    let Some(table) = book.get(format.name) else {
        let needed = [format::PERSONS.name, format::POLICIES.name, format::DEVICES.name];
        if needed.contains(&format.name) {
            problems.add(format.name, 0, "", "this sheet is missing");
        }
        return Vec::new();
    };
    let before = problems.count;
    table::check_heads(format, table, problems);
    if problems.count > before {
        return Vec::new();
    }
    let places: BTreeMap<&str, usize> =
        table.heads.iter().enumerate().map(|(place, head)| (head.as_str(), place)).collect();
    let mut rows = Vec::with_capacity(table.rows.len());
    for (row, cells) in &table.rows {
        let mut cells = Cells { sheet: format.name, row: *row, places: &places, cells, problems };
        if let Some(read) = read(&mut cells) {
            rows.push((*row, read));
        }
    }
    rows
}

fn person(cells: &mut Cells<'_>) -> Option<PersonRow> {
    let country = cells.must("country", code::<Country>("NL or BE"));
    let person = cells.text("person");
    let kind = cells.must("kind", one_of(&[("person", PartyKind::Person), ("company", PartyKind::Company)]));
    let name = cells.text("name");
    let born = cells.may("born", date);
    let street = cells.text("street");
    let postcode = cells.must("postcode", |text| match country {
        Some(country) => Postcode::parse_for(country, text).map_err(|error| error.to_string()),
        None => Postcode::parse(text).map_err(|error| error.to_string()),
    });
    let town = cells.text("town");
    let email = cells.may("email", |text| EmailAddress::parse(text).map_err(|error| error.to_string()));
    let phone = cells.may("phone", |text| match country {
        Some(country) => Phone::parse_for(country, text).map_err(|error| error.to_string()),
        None => Phone::parse(text).map_err(|error| error.to_string()),
    });
    let language = cells.must("language", code::<Language>("nl, en or fr"));
    let by_email = cells.may("by_email", one_of(&[("yes", true), ("no", false)]));
    let (email, by_email) = (email?, by_email?.unwrap_or(false));
    if by_email && email.is_none() {
        cells.wrong("by_email", "there is no e-mail address to write to");
        return None;
    }
    let address = PostalAddress { street: street?, postcode: postcode?, town: town?, country: country? };
    Some(PersonRow {
        person: person?,
        kind: kind?,
        language: language?,
        by_email,
        profile: Profile {
            name: name?,
            born: born?,
            insured_person: None,
            insured_born: None,
            address,
            email,
            phone: phone?,
        },
    })
}

fn policy(cells: &mut Cells<'_>) -> Option<PolicyRow> {
    let policy = cells.text("policy");
    let person = cells.text("person");
    let holder = cells
        .must("holder", one_of(&[("consumer", HolderKind::Consumer), ("business", HolderKind::Business)]));
    let product = cells.text("product");
    let version = cells.text("version");
    let plan = cells.text("plan");
    let frequency = cells.must("frequency", code::<Frequency>("monthly, yearly or one-off"));
    let applied = cells.must("applied", local);
    let accepted = cells.may("accepted", local);
    let premium = cells.must("premium", amount);
    let charged_until = cells.may("charged_until", date);
    let credit = cells.may("credit", amount);
    let reminder_sent = cells.may("reminder_sent", date);
    let reminder_last_day = cells.may("reminder_last_day", date);
    let partner = cells.may("partner", |text| Ok(text.to_owned()));
    let last_insured_day = cells.may("last_insured_day", date);
    let ended_by = cells
        .may("ended_by", one_of(&[("customer", EndWay::Ordinary), ("insurer", EndWay::InsurerOrdinary)]));
    let (reminder_sent, reminder_last_day) = (reminder_sent?, reminder_last_day?);
    let (last_insured_day, ended_by) = (last_insured_day?, ended_by?);
    let together = [
        (
            "reminder_last_day",
            reminder_sent.is_some() != reminder_last_day.is_some(),
            "goes with reminder_sent",
        ),
        ("ended_by", last_insured_day.is_some() != ended_by.is_some(), "goes with last_insured_day"),
        ("reminder_last_day", reminder_last_day < reminder_sent, "lies before reminder_sent"),
    ];
    for (column, wrong, what) in together {
        if wrong {
            cells.wrong(column, what);
            return None;
        }
    }
    Some(PolicyRow {
        policy: policy?,
        person: person?,
        holder: holder?,
        product: product?,
        version: version?,
        plan: plan?,
        frequency: frequency?,
        applied: applied?,
        accepted: accepted?,
        premium: premium?,
        charged_until: charged_until?,
        credit: credit?.unwrap_or(Money::ZERO),
        reminder_sent,
        reminder_last_day,
        partner: partner?,
        last_insured_day,
        ended_by,
    })
}

fn device(cells: &mut Cells<'_>) -> Option<DeviceRow> {
    let policy = cells.text("policy");
    let item = cells.must("item", |text| match text.parse() {
        Ok(0) | Err(_) => Err(String::from("a number from 1")),
        Ok(item) => Ok(item),
    });
    let kind = cells.must("kind", code::<DeviceKind>("phone, tablet, laptop, smartwatch or other"));
    let model = cells.text("model");
    let imei = cells.may("imei", |text| Imei::parse(text).map_err(|error| error.to_string()));
    let serial = cells.may("serial", |text| SerialNumber::parse(text).map_err(|error| error.to_string()));
    let bought = cells.must("bought", date);
    let purchase_value = cells.must("purchase_value", amount);
    let excess = cells.must("excess", amount);
    let premium = cells.may("premium", amount);
    let (imei, serial) = (imei?, serial?);
    if imei.is_none() && serial.is_none() {
        cells.wrong("imei", "fill in the IMEI or the serial number (NL-PROV-09)");
        return None;
    }
    Some(DeviceRow {
        policy: policy?,
        item: item?,
        kind: kind?,
        identity: DeviceIdentity { model: model?, imei, serial },
        bought: bought?,
        purchase_value: purchase_value?,
        excess: excess?,
        premium: premium?,
    })
}

fn insured(cells: &mut Cells<'_>) -> Option<InsuredRow> {
    let policy = cells.text("policy");
    let person = cells.text("person");
    let relation =
        cells.must("relation", one_of(&[("household", Relation::Household), ("staff", Relation::Staff)]));
    Some(InsuredRow { policy: policy?, person: person?, relation: relation? })
}

fn mandate(cells: &mut Cells<'_>) -> Option<MandateRow> {
    let policy = cells.text("policy");
    let reference =
        cells.must("reference", |text| MandateReference::parse(text).map_err(|error| error.to_string()));
    let name = cells.text("holder");
    let iban = cells.must("iban", |text| Iban::parse(text).map_err(|error| error.to_string()));
    let signed = cells.must("signed", date);
    let collected = cells.may("collected", date);
    let payee = Payee { name: name?, iban: iban? };
    Some(MandateRow { policy: policy?, reference: reference?, payee, signed: signed?, collected: collected? })
}

fn balance(cells: &mut Cells<'_>) -> Option<BalanceRow> {
    let policy = cells.text("policy");
    let due = cells.must("due", date);
    let open = cells.must("open", amount);
    let premium = cells.may("premium", amount);
    let taken_back = cells.may("taken_back", amount);
    Some(BalanceRow {
        policy: policy?,
        due: due?,
        open: open?,
        premium: premium?,
        taken_back: taken_back?.unwrap_or(Money::ZERO),
    })
}

/// The cells of a row, by heading.
struct Cells<'a> {
    sheet: &'static str,
    row: u32,
    places: &'a BTreeMap<&'a str, usize>,
    cells: &'a [String],
    problems: &'a mut Problems,
}

impl Cells<'_> {
    fn wrong(&mut self, column: &str, what: impl Into<String>) {
        self.problems.add(self.sheet, self.row, column, what);
    }

    fn raw(&self, column: &str) -> &str {
        self.places.get(column).and_then(|place| self.cells.get(*place)).map_or("", String::as_str)
    }

    /// A text that must be there.
    fn text(&mut self, column: &'static str) -> Option<String> {
        self.must(column, |text| Ok(text.to_owned()))
    }

    /// A cell that must be filled; none when it is empty or not what belongs there, which is a problem.
    fn must<T>(&mut self, column: &'static str, parse: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        match self.may(column, parse)? {
            Some(value) => Some(value),
            None => {
                self.wrong(column, "is empty");
                None
            }
        }
    }

    /// A cell that may be empty; the outer none when it is not what belongs there, which is a problem.
    fn may<T>(
        &mut self,
        column: &'static str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<Option<T>> {
        let text = self.raw(column);
        if text.is_empty() {
            return Some(None);
        }
        match parse(text) {
            Ok(value) => Some(Some(value)),
            Err(what) => {
                self.wrong(column, what);
                None
            }
        }
    }
}

fn date(text: &str) -> Result<Date, String> {
    // As Dutch and Belgian spreadsheets write it: 31-05-2026.
    let turned: Vec<&str> = text.split(['-', '/']).collect();
    let iso = match turned.as_slice() {
        [day, month, year] if year.len() == 4 && day.len() <= 2 => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => text.to_owned(),
    };
    let wrong = || String::from("no date: write it as 2026-05-31 or 31-05-2026");
    // A time would be read over in silence.
    if iso.len() > "2026-05-31".len() { Err(wrong()) } else { iso.parse().map_err(|_| wrong()) }
}

fn local(text: &str) -> Result<DateTime, String> {
    if let Ok(date) = date(text) {
        return Ok(date.to_datetime(jiff::civil::Time::midnight()));
    }
    text.replacen(' ', "T", 1)
        .parse()
        .map_err(|_| String::from("no local time: write it as 2026-05-31T14:05"))
}

fn amount(text: &str) -> Result<Money, String> {
    let amount = Money::from_str(text).map_err(|error| error.to_string())?;
    if amount < Money::ZERO { Err(String::from("may not be below zero")) } else { Ok(amount) }
}

fn code<T: FromStr>(which: &'static str) -> impl Fn(&str) -> Result<T, String> {
    move |text| {
        let found =
            text.parse().or_else(|_| text.to_lowercase().parse()).or_else(|_| text.to_uppercase().parse());
        found.map_err(|_: T::Err| format!("must be {which}"))
    }
}

fn one_of<T: Copy>(values: &'static [(&'static str, T)]) -> impl Fn(&str) -> Result<T, String> {
    move |text| {
        let text = text.to_lowercase();
        let found = values.iter().find(|(name, _)| *name == text);
        found.map(|(_, value)| *value).ok_or_else(|| {
            let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
            format!("must be {}", names.join(" or "))
        })
    }
}

/// The headings and cells of a table that is written.
pub(super) fn row(table: &mut Table, cells: impl IntoIterator<Item = String>) {
    table.push(cells.into_iter().collect());
}

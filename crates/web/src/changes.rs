//! The form of a change, which the portal and the desk share: its fields, and how they are read.

use app::apply::{DeviceIdentity, ProposedDevice};
use app::changes::What;
use kernel::{Country, Date, DeviceKind, Id, Imei, Money, SerialNumber};
use policy::{Gone, Swap};

use crate::Words;
use crate::form::{Filled, day};
use crate::part::{Choice, Field, Fields, Kind, Opt, Style};
use crate::read::Reader;

/// What a form offers to choose from: value and words.
pub(crate) type Options = Vec<(String, String)>;

/// What there is to choose on a policy.
#[derive(Debug, Default)]
pub(crate) struct Offered {
    /// Its devices, by their numbers in the schedule.
    pub(crate) items: Options,
    /// Other plans.
    pub(crate) plans: Options,
    /// Who is named as insured.
    pub(crate) people: Options,
    /// The kinds of device that its product covers, by code.
    pub(crate) kinds: Vec<String>,
}

/// The fields of every change; a page shows those it asks for.
#[derive(Debug)]
pub struct ChangeForm {
    /// `item`: which device.
    pub item: Choice,
    /// `swap`: why it has another number.
    pub swap: Choice,
    /// `device`: the kind of the new one.
    pub device: Choice,
    /// `model`: make and model.
    pub model: Field,
    /// `imei`.
    pub imei: Field,
    /// `serial`.
    pub serial: Field,
    /// `bought`: day of purchase.
    pub bought: Field,
    /// `price`: on the proof of purchase.
    pub price: Field,
    /// `gone`: why it left.
    pub gone: Choice,
    /// `on`: since when, or the first day in another country.
    pub on: Field,
    /// `plan`: the other plan.
    pub plan: Choice,
    /// `name` of somebody insured.
    pub name: Field,
    /// `born`: their day of birth.
    pub born: Field,
    /// `person`: who is not insured any longer.
    pub person: Choice,
    /// `to`: the new country.
    pub to: Choice,
}

impl ChangeForm {
    /// The form with what was typed, in the words of an area.
    pub(crate) fn new(
        words: Words,
        area: &str,
        filled: &Filled,
        (offered, swaps, lands): (&Offered, &[&str], &[&str]),
    ) -> Self {
        let fields = Fields { words, area, filled };
        let apply = Fields { words, area: "apply", filled };
        let of = |name: &str, options: &Options| {
            let mut choice = fields.choice(name, &[]);
            let only = options.len() == 1;
            let opt = |(value, label): &(String, String)| Opt {
                value: value.clone(),
                label: label.clone(),
                hint: None,
                points: Vec::new(),
                tag: None,
                chosen: only || filled.get(name) == value,
            };
            choice.options = options.iter().map(opt).collect();
            choice
        };
        let kinds: Vec<&str> = offered.kinds.iter().map(String::as_str).collect();
        let where_imei = ["imei-dial", "imei-back", "imei-papers"].map(|key| words.t(key)).to_vec();
        Self {
            item: of("item", &offered.items),
            swap: fields.choice("swap", swaps),
            device: apply.choice("device", &kinds).style(Style::Pills),
            model: fields.text("model"),
            // FAQ-02: where an IMEI is found is told at every field for one.
            imei: apply.field("imei", Kind::Digits).optional(words).aid(words.t("imei-where"), where_imei),
            serial: apply.text("serial").optional(words),
            bought: apply.field("bought", Kind::Date),
            price: apply.field("price", Kind::Money),
            gone: fields.choice("gone", &["sold", "broken", "stolen", "not-wanted"]),
            on: fields.field("on", Kind::Date).optional(words),
            plan: of("plan", &offered.plans),
            name: fields.text("name"),
            born: fields.field("born", Kind::Date).optional(words),
            person: of("person", &offered.people),
            to: fields.choice("to", lands).style(Style::Pills),
        }
    }
}

/// Reads a change, noting what is wrong; none when something is.
pub(crate) fn read(
    words: Words,
    filled: &mut Filled,
    what: &str,
    offered: &Offered,
    today: Date,
) -> Option<What> {
    let mut form = Reader { words, filled };
    let read = match what {
        "swapped" => swapped(&mut form),
        "added" => added(&mut form, offered, today),
        "left" => left(&mut form, today),
        "plan" => chosen(&mut form, "plan").map(|plan| What::Plan { plan }),
        "person-added" => {
            let name = form.text("name");
            let born = match form.filled.given("born") {
                Some(_) => form.past_day("born", today),
                None => None,
            };
            name.map(|name| What::PersonAdded { name, born })
        }
        "person-left" => chosen(&mut form, "person")
            .and_then(|person| person.parse::<Id>().ok())
            .map(|person| What::PersonLeft { person }),
        "moved" => {
            let to = form.one_of("to", &["NL", "BE", "other"]);
            let on = day(form.filled.get("on"));
            if on.is_none() {
                form.wrong("on", "form-date-wrong");
            }
            to.zip(on).map(|(to, on)| What::Moved { to: to.parse::<Country>().ok(), on })
        }
        _ => {
            form.wrong("what", "form-choose");
            None
        }
    };
    read.filter(|_| filled.is_good())
}

fn swapped(form: &mut Reader<'_>) -> Option<What> {
    let why = form.one_of("swap", &["replaced", "repaired", "warranty", "wrong-number"]);
    let identity = identity(form);
    let item = item(form)?;
    let why = match why?.as_str() {
        "replaced" => Swap::Replaced,
        "repaired" => Swap::Repaired,
        "warranty" => Swap::Warranty,
        _ => Swap::WrongNumber,
    };
    Some(What::Swapped { item, identity: identity?, why })
}

fn added(form: &mut Reader<'_>, offered: &Offered, today: Date) -> Option<What> {
    let kinds: Vec<&str> = offered.kinds.iter().map(String::as_str).collect();
    let kind: Option<DeviceKind> = form.one_of("device", &kinds).and_then(|kind| kind.parse().ok());
    let identity = identity(form);
    let bought = form.past_day("bought", today);
    let value = form.needed("price", |text| text.parse::<Money>().map_err(kernel::MoneyError::code));
    let device = ProposedDevice { kind: kind?, identity: identity?, bought: bought?, purchase_value: value? };
    Some(What::Added { device })
}

fn left(form: &mut Reader<'_>, today: Date) -> Option<What> {
    let why = form.one_of("gone", &["stolen", "sold", "broken", "not-wanted"]);
    let on = match form.filled.given("on") {
        Some(_) => Some(form.past_day("on", today)?),
        None => None,
    };
    let item = item(form)?;
    let why = match why?.as_str() {
        "stolen" => Gone::Stolen,
        "sold" => Gone::Sold,
        "broken" => Gone::Broken,
        _ => Gone::NotWanted,
    };
    Some(What::Left { item, why, on })
}

fn identity(form: &mut Reader<'_>) -> Option<DeviceIdentity> {
    let model = form.text("model");
    let imei = form.optional("imei", |text| Imei::parse(text).map_err(kernel::ImeiError::code));
    let serial =
        form.optional("serial", |text| SerialNumber::parse(text).map_err(kernel::SerialNumberError::code));
    if form.filled.given("imei").is_none() && form.filled.given("serial").is_none() {
        form.wrong("imei", "apply-one-number");
    }
    Some(DeviceIdentity { model: model?, imei, serial })
}

/// One of a list that may have changed since it was shown: whether it is still right is decided where the change is.
fn chosen(form: &mut Reader<'_>, field: &str) -> Option<String> {
    let value = form.filled.given(field).map(str::to_owned);
    if value.is_none() {
        form.wrong(field, "form-choose");
    }
    value
}

fn item(form: &mut Reader<'_>) -> Option<u32> {
    let item = form.filled.get("item").parse().ok();
    if item.is_none() {
        form.wrong("item", "form-choose");
    }
    item
}

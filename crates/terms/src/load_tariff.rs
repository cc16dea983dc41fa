//! The rows of a tariff: every plan and device sold is priced, each purchase value once.

use std::collections::BTreeSet;

use kernel::Money;

use crate::limits;
use crate::product::{Plan, SoldDevice};
use crate::reader::Section;
use crate::tariff::TariffRow;

pub(crate) fn rows(file: &Section<'_>, plans: &[Plan], devices: &[SoldDevice]) -> Vec<TariffRow> {
    let sections = file.rows("price");
    if sections.len() > limits::TARIFF_ROWS {
        file.fault(format!("{} rows", sections.len()), format!("at most {}", limits::TARIFF_ROWS));
        return Vec::new();
    }
    let mut out: Vec<TariffRow> = Vec::new();
    for section in &sections {
        let Some(row) = row(section, plans, devices) else { continue };
        if let Some(other) = out.iter().find(|other| overlaps(other, &row)) {
            section.fault(
                format!("a purchase value of {} has two prices", row.from.max(other.from)),
                "bands end below where the next begins",
            );
        }
        out.push(row);
    }
    is_complete(file, &out, plans, devices);
    out
}

fn row(section: &Section<'_>, plans: &[Plan], devices: &[SoldDevice]) -> Option<TariffRow> {
    let plan = section.text("plan", "the code of a plan");
    let device = section.read("device", "phone, tablet or laptop");
    let amount = |key| {
        let money: Option<Money> = section.read(key, "an amount such as 7.95");
        if money.is_some_and(|money| money.is_negative() || money.cents() > limits::MONEY_CENTS) {
            section.fault(format!("`{key}` is out of range"), "0.00 to 10000000.00");
        }
        money
    };
    let (from, below) = (amount("from"), amount("below"));
    let (monthly, yearly, one_off, excess) =
        (amount("monthly"), amount("yearly"), amount("one_off"), amount("excess"));
    section.close();
    let plan = plan?;
    if !plans.iter().any(|known| known.code == plan.value) {
        section.source.fault(plan.at, "no such plan", "the code of a plan of product.toml");
    }
    let row = TariffRow {
        plan: plan.value.to_owned(),
        device: device?,
        from: from?,
        below: below?,
        monthly: monthly?,
        yearly: yearly?,
        one_off: one_off?,
        excess: excess?,
    };
    if !devices.iter().any(|sold| sold.kind == row.device) {
        section.fault(format!("`{}` is not sold", row.device), "add [[device]] in product.toml");
    }
    if row.below <= row.from {
        section.fault("the band is empty", "`below` is more than `from`");
    }
    if row.excess >= row.below {
        section.fault("the excess eats the whole value", "an excess below the purchase value");
    }
    Some(row)
}

fn overlaps(a: &TariffRow, b: &TariffRow) -> bool {
    a.plan == b.plan && a.device == b.device && a.from < b.below && b.from < a.below
}

/// Each plan and device has one band after the other over all values that are sold.
fn is_complete(file: &Section<'_>, rows: &[TariffRow], plans: &[Plan], devices: &[SoldDevice]) {
    for plan in plans {
        for device in devices {
            let bands: BTreeSet<(Money, Money)> = rows
                .iter()
                .filter(|row| row.plan == plan.code && row.device == device.kind)
                .map(|row| (row.from, row.below))
                .collect();
            let mut priced_below = device.value_from;
            for (from, below) in bands {
                if from <= priced_below {
                    priced_below = priced_below.max(below);
                }
            }
            if priced_below < device.value_below {
                file.fault(
                    format!("no price for `{}` with a {} of {priced_below}", plan.code, device.kind),
                    "add a [[price]] row",
                );
            }
        }
    }
}

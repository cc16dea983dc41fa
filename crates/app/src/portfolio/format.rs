//! The sheets of a portfolio and their columns: one format for import and export, as a workbook or as a folder of CSV files.

/// A column of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: &'static str,
    /// Whether each row must fill it.
    pub needed: bool,
    /// What belongs there, for who fills it in.
    pub about: &'static str,
}

/// A sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetFormat {
    /// Its name: of the sheet in a workbook, of the file (with `.csv`) in a folder.
    pub name: &'static str,
    /// Its columns, in the order they are written; they may be read in any order.
    pub columns: &'static [Column],
}

const fn must(name: &'static str, about: &'static str) -> Column {
    Column { name, needed: true, about }
}

const fn may(name: &'static str, about: &'static str) -> Column {
    Column { name, needed: false, about }
}

/// Who: policyholders and others who are insured.
pub const PERSONS: SheetFormat = SheetFormat {
    name: "persons",
    columns: &[
        must("person", "your own key of the person, such as a customer number"),
        must("kind", "person or company"),
        must("name", "as on letters"),
        may("born", "date of birth: 1990-05-31"),
        must("street", "street with number and addition"),
        must("postcode", "1234 AB or 1000"),
        must("town", ""),
        must("country", "NL or BE"),
        may("email", ""),
        may("phone", ""),
        must("language", "nl, en or fr"),
        may("by_email", "yes if legal notices may come by e-mail (LAW-NL-INS-03)"),
    ],
};

/// Policies that run.
pub const POLICIES: SheetFormat = SheetFormat {
    name: "policies",
    columns: &[
        must("policy", "its number; one of ours (HP-…) stays, another is kept to find it by"),
        must("person", "the policyholder's key"),
        must("holder", "consumer or business (DATA-10)"),
        must("product", "such as xandocare"),
        must("version", "version of the conditions, such as 2021-1"),
        must("plan", "such as plus"),
        must("frequency", "monthly, yearly or one-off"),
        must("applied", "local time of the application: 2025-03-01T14:05; cover and due dates run from it"),
        may("accepted", "local time of the acceptance; the application's when empty"),
        must("premium", "one instalment in euros, tax included"),
        may("charged_until", "first day for which no premium fell due yet; empty if none fell due"),
        may("credit", "paid too much, in euros"),
        may("reminder_sent", "day of a reminder whose debt is still open"),
        may("reminder_last_day", "last day on which payment keeps the cover"),
        may(
            "partner",
            "code of the partner that brought the policyholder, as in the power of attorney (ACT-08)",
        ),
        may("last_insured_day", "if it was cancelled: the last day with cover"),
        may("ended_by", "customer or insurer, if it was cancelled"),
    ],
};

/// What is insured.
pub const DEVICES: SheetFormat = SheetFormat {
    name: "devices",
    columns: &[
        must("policy", "the policy's number, as in policies"),
        must("item", "number in the schedule, from 1"),
        must("kind", "phone, tablet, laptop, smartwatch or other"),
        must("model", "make and model"),
        may("imei", "15 digits; IMEI or serial must be filled"),
        may("serial", ""),
        must("bought", "day of purchase"),
        must("purchase_value", "price on the proof of purchase, in euros"),
        must("excess", "what the policyholder bears per claim, in euros"),
        may("premium", "its part of an instalment, if there is more than one device"),
    ],
};

/// Who is insured beside the policyholder.
pub const INSURED: SheetFormat = SheetFormat {
    name: "insured",
    columns: &[
        must("policy", "the policy's number, as in policies"),
        must("person", "the key in persons"),
        must("relation", "household or staff (ACT-02, ACT-03)"),
    ],
};

/// Mandates for direct debit.
pub const MANDATES: SheetFormat = SheetFormat {
    name: "mandates",
    columns: &[
        must("policy", "the policy's number, as in policies"),
        must("reference", "unique mandate reference, at most 35 characters (LAW-SEPA-03)"),
        must("holder", "name of the account holder"),
        must("iban", ""),
        must("signed", "day of signature"),
        may("collected", "day of the last collection; empty if none (LAW-SEPA-04)"),
    ],
};

/// Instalments that are not paid in full, or were another than today's.
pub const BALANCES: SheetFormat = SheetFormat {
    name: "balances",
    columns: &[
        must("policy", "the policy's number, as in policies"),
        must("due", "premium due date of the instalment"),
        must("open", "what is still to be paid of it, in euros; 0 if nothing"),
        may("premium", "the whole instalment, if it was another than today's"),
        may("taken_back", "what was taken back of it, such as for days after the end"),
    ],
};

/// All sheets, in the order they are written.
pub const SHEETS: [&SheetFormat; 6] = [&PERSONS, &POLICIES, &DEVICES, &INSURED, &MANDATES, &BALANCES];

//! The power of attorney: which insurer bears which products, what the administrator may decide on its own, what it earns,
//! and through which accounts the money runs (ACT-04…07, AMB-57).
//!
//! An agreement is data: a text file read at the start, checked whole, never changed while it runs.
#![warn(missing_docs)]

mod dated;
mod split;
mod supplier;

pub use dated::{Basis, LaterTerms, Partner, Share, TakesBack, Terms};
pub use split::{TaxRate, split_premium, tax_rate};
pub use supplier::{Settling, Supplier};

use billing::ArrearsTerms;
use kernel::{Country, CreditorId, Date, EmailAddress, Iban, Money, Term};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A power of attorney of one insurer for one country.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Short stable name, such as `rosemont-nl`.
    pub code: String,
    /// Country of the risks; decides law and tax (GEN-LAW-01, LAW-TAX-05).
    pub country: Country,
    /// Product codes that may be sold under it.
    pub products: Vec<String>,
    /// First day on which it may be used.
    pub from: Date,
    /// Day from which it may no longer be used, if one is known.
    pub until: Option<Date>,
    /// The insurer that bears the risk.
    pub insurer: Entity,
    /// The company that acts for it; in Belgium two together (ACT-06, AMB-57).
    pub administrators: Vec<Entity>,
    /// Licences and registers that letters name, in order (ACT-07).
    #[serde(default)]
    pub licences: Vec<Licence>,
    /// The brand on letters and pages.
    pub brand: String,
    /// What the administrator may decide without the insurer.
    pub authority: Authority,
    /// What the administrator earns.
    pub remuneration: Remuneration,
    /// When the insurer's part of premium is owed.
    #[serde(default)]
    pub basis: Basis,
    /// Insurers that share the risk with the one named first.
    #[serde(default)]
    pub coinsurers: Vec<Share>,
    /// Terms that hold from a later day on.
    #[serde(default)]
    pub later: Vec<LaterTerms>,
    /// Partners that bring policyholders.
    #[serde(default)]
    pub partners: Vec<Partner>,
    /// Repairers and suppliers that make damage good.
    #[serde(default)]
    pub suppliers: Vec<Supplier>,
    /// What is asked of the customer after a repair or replacement.
    #[serde(default)]
    pub settling: Settling,
    /// What is asked for on top of premium that is not paid in time; nothing unless it says so.
    #[serde(default = "nothing_on_top")]
    pub arrears: ArrearsTerms,
    /// The client-money account premium is collected on and benefits are paid from.
    pub account: ClientAccount,
    /// How soon claims are answered and paid, as far as the product does not state the law's terms; nothing unless it says so.
    #[serde(default)]
    pub claims: Option<ClaimsPromise>,
    /// How customers reach us, as printed and shown (DATA-CONTACT, AMB-18).
    pub contact: Contact,
    /// Where a complaint can go that we did not settle, in order (NL-COMPL, BE-COMPL).
    pub complaint_bodies: Vec<ComplaintBody>,
}

const fn nothing_on_top() -> ArrearsTerms {
    ArrearsTerms::NONE
}

/// How soon claims are answered and paid, and when the desk is warned (OFFICE-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimsPromise {
    /// Time to answer with reasons, from the report; none: the product states it (LAW-BE-INS-09).
    #[serde(default)]
    pub answer: Option<Term>,
    /// Time to pay what was agreed; none: the product states it.
    #[serde(default)]
    pub payment: Option<Term>,
    /// How long before the end of either the desk is warned.
    pub warn_before: Term,
}

/// How customers reach us. The two telephone lines are different on purpose (AMB-18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// For everything.
    pub email: EmailAddress,
    /// For privacy requests (PRIV-31).
    pub privacy_email: EmailAddress,
    /// Questions and cancellations, as printed.
    pub phone: String,
    /// Claims, as printed.
    pub claims_phone: String,
    /// Address lines.
    pub post: Vec<String>,
    /// Web site, without `https://`.
    pub website: String,
    /// Working days within which a complaint is answered (FAQ-17).
    pub complaint_answer_working_days: u32,
}

/// A body that looks at complaints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComplaintBody {
    /// Its name.
    pub name: String,
    /// Address lines, telephone, web site.
    pub reach: Vec<String>,
    /// Our connection number there, if it asks for one.
    pub connection: Option<String>,
}

/// A company named on documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Registered name.
    pub name: String,
    /// Address lines as printed.
    pub address: Vec<String>,
    /// Registration or licence data as printed, if any (ACT-07).
    pub registration: Option<String>,
    /// Its number at the tax office, as the audit file names it.
    #[serde(default)]
    pub tax_number: Option<String>,
}

/// A licence or registration (ACT-07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// The authority, such as `AFM`.
    pub authority: String,
    /// The number there; none for a mere listing.
    pub number: Option<String>,
    /// The company that holds it, if it is not the first administrator.
    pub holder: Option<String>,
}

/// Limits of the power of attorney (OFFICE-15). Amounts in cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Highest purchase value that may be accepted.
    pub accept_value_cents: Money,
    /// Benefits up to this amount need one person.
    pub settle_one_person_cents: Money,
    /// Highest benefit that may be settled at all without the insurer; above the first limit two persons.
    pub settle_cents: Money,
    /// Payments out up to this amount need one person; none: as for benefits (OFFICE-15).
    #[serde(default)]
    pub pay_one_person_cents: Option<Money>,
}

impl Authority {
    /// The highest payment that goes out without a second person (OFFICE-15).
    pub fn pay_one_person(&self) -> Money {
        self.pay_one_person_cents.unwrap_or(self.settle_one_person_cents)
    }
}

/// What the administrator keeps of the premium.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remuneration {
    /// Percentage of the net premium.
    pub commission_percent: Decimal,
    /// Fixed amount per instalment, part of the net premium.
    pub fee_cents: Money,
}

/// The client-money account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClientAccount {
    /// Name of the holder, as in bank files.
    pub holder: String,
    /// The account.
    pub iban: Iban,
    /// Creditor identifier for direct debits (LAW-SEPA-13).
    pub creditor: CreditorId,
    /// The one before it: the first debit on each older mandate tells the bank (LAW-SEPA-03).
    #[serde(default)]
    pub former_creditor: Option<FormerCreditor>,
}

/// A creditor identifier that is not used any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerCreditor {
    /// The identifier.
    pub id: CreditorId,
    /// The creditor's name with it, if that was another.
    #[serde(default)]
    pub name: Option<String>,
    /// The first day of the one that is used now.
    pub until: Date,
}

/// Why an agreement cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AgreementError {
    /// The text is not valid.
    #[error("{file}: {reason}")]
    Text {
        /// Name of the file.
        file: String,
        /// What is wrong and where.
        reason: String,
    },
    /// A figure lies outside what makes sense.
    #[error("{file}: {field} {problem}")]
    Figure {
        /// Name of the file.
        file: String,
        /// Which figure.
        field: &'static str,
        /// What is wrong with it.
        problem: &'static str,
    },
}

impl Agreement {
    /// Reads and checks an agreement.
    ///
    /// # Errors
    /// [`AgreementError`], naming file, field and what is wrong.
    pub fn read(file: &str, text: &str) -> Result<Self, AgreementError> {
        let agreement: Self = toml::from_str(text)
            .map_err(|e| AgreementError::Text { file: file.to_owned(), reason: e.to_string() })?;
        let figure = |field, problem| Err(AgreementError::Figure { file: file.to_owned(), field, problem });
        if let Some((field, problem)) = agreement.wrong_in_time() {
            return figure(field, problem);
        }
        if let Some((field, problem)) = agreement.wrong_in_suppliers() {
            return figure(field, problem);
        }
        if agreement.arrears.interest_from.is_some_and(|least| least < Money::ZERO) {
            return figure("arrears.interest_from_cents", "must not be negative");
        }
        if agreement.authority.settle_cents < agreement.authority.settle_one_person_cents {
            return figure("authority.settle_cents", "must not be below settle_one_person_cents");
        }
        if agreement.until.is_some_and(|until| until <= agreement.from) {
            return figure("until", "must lie after `from`");
        }
        if agreement.products.is_empty() {
            return figure("products", "must name at least one product");
        }
        if agreement.administrators.is_empty() {
            return figure("administrators", "must name at least one company");
        }
        Ok(agreement)
    }

    /// Whether a policy may be sold under it on that day.
    pub fn in_force(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    const LIME_STREET: &str = include_str!("../../../products/agreements/lime-street-be.toml");
    pub(crate) const ROSEMONT: &str = include_str!("../../../products/agreements/rosemont-nl.toml");

    #[test]
    fn the_agreement_we_ship_reads() {
        let agreement = Agreement::read("rosemont-nl.toml", ROSEMONT).unwrap();
        assert_eq!(agreement.country, Country::Nl);
        assert!(agreement.in_force(kernel::date(2026, 3, 1)));
        assert!(!agreement.in_force(kernel::date(2020, 12, 31)));
    }

    #[test]
    fn the_belgian_agreement_names_two_administrators_and_its_own_ladder() {
        let agreement = Agreement::read("lime-street-be.toml", LIME_STREET).unwrap();
        assert_eq!(
            (agreement.country, agreement.products.as_slice()),
            (Country::Be, &["electronics-be".to_owned()][..])
        );
        let names: Vec<&str> = agreement.administrators.iter().map(|company| company.name.as_str()).collect();
        assert_eq!(names, ["Harmony Financial Services B.V.", "Harmony Service Center B.V."]);
        let authorities: Vec<&str> = agreement.licences.iter().map(|l| l.authority.as_str()).collect();
        assert_eq!(authorities, ["AFM", "FSMA"]);
        assert_eq!(agreement.contact.claims_phone, "+32 78 48 37 93");
        // BE-COMPL-03, 04: the Ombudsman before the Maltese Arbiter.
        assert!(agreement.complaint_bodies[0].name.starts_with("Insurance Ombudsman"));
        assert!(agreement.complaint_bodies[1].reach.contains(&"+356 21249245".to_owned()));
        let dutch = Agreement::read("rosemont-nl.toml", ROSEMONT).unwrap();
        assert_ne!(agreement.account.iban, dutch.account.iban, "each insurer's money is apart");
    }

    #[test]
    fn a_wrong_figure_names_its_field() {
        let wrong = ROSEMONT.replace("commission_percent = \"20\"", "commission_percent = \"120\"");
        assert_ne!(wrong, ROSEMONT);
        let error = Agreement::read("x.toml", &wrong).unwrap_err().to_string();
        assert_eq!(error, "x.toml: remuneration.commission_percent must lie between 0 and 100");
        assert!(Agreement::read("x.toml", "code = 1").is_err());
        let (before, after) = ROSEMONT.split_once("[[administrators]]").unwrap();
        let nobody = format!("administrators = []\n{before}{}", after.split_once("\n\n").unwrap().1);
        let error = Agreement::read("x.toml", &nobody).unwrap_err().to_string();
        assert_eq!(error, "x.toml: administrators must name at least one company");
    }
}

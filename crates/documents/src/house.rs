//! In whose name and on whose paper we write.

use kernel::{Country, CreditorId, EmailAddress, Iban};
use serde::{Deserialize, Serialize};

/// The administrator, insurer and contact points that one product's documents show (ACT-04…07, DATA-CONTACT, *-COMPL):
/// configuration, one per product, never written into a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct House {
    /// The name at the head of the paper, such as "Harmony".
    pub brand: String,
    /// Whose law, clocks and post: the dates in a document are dates there.
    pub country: Country,
    /// Who administers under power of attorney. In Belgium two companies together (AMB-57).
    pub administrators: Vec<Company>,
    /// The administrator's licence and registers, as printed in the footer; in order.
    pub licences: Vec<Licence>,
    /// Who bears the risk.
    pub insurer: Company,
    /// Where the customer reaches the administrator.
    pub contact: Contact,
    /// The way a complaint can go after the administrator and the insurer (*-COMPL-03, -04).
    pub complaint_bodies: Vec<ComplaintBody>,
    /// Working days within which a complaint is answered (FAQ-17).
    pub complaint_answer_working_days: u32,
    /// Where a payment goes, and who collects.
    pub collection: Collection,
}

/// A company as letters name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// Registered name.
    pub name: String,
    /// The lines of its postal address, without the name.
    pub address: Vec<String>,
    /// What register knows it under which number, if letters name it: "Isle of Man 88315C".
    #[serde(default)]
    pub registration: Option<String>,
}

/// A licence or registration (ACT-07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// The authority: "AFM", "Kifid", "FSMA".
    pub authority: String,
    /// The number there; none for a mere listing.
    #[serde(default)]
    pub number: Option<String>,
    /// The company that holds it, if it is not the (first) administrator itself.
    #[serde(default)]
    pub holder: Option<String>,
}

/// Contact points (DATA-CONTACT). Numbers are text as printed; two different ones stay two (AMB-18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// General questions, cancellation, complaints.
    pub email: EmailAddress,
    /// Questions about personal data.
    pub privacy_email: EmailAddress,
    /// Questions and cancellation by phone (FAQ-18).
    pub phone: String,
    /// Claims by phone (NL-CLAIM-01, BE-CLAIM-01).
    pub claims_phone: String,
    /// The lines of the postal address for letters from customers, without a name.
    pub post: Vec<String>,
    /// The public site, without "https://".
    pub website: String,
    /// Where the portal is: an absolute address without a slash at the end.
    pub portal_url: String,
}

/// A body that hears complaints (ACT-16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComplaintBody {
    /// Its name.
    pub name: String,
    /// Address, phone, e-mail, site: as printed, joined by commas.
    pub reach: Vec<String>,
    /// The number under which the administrator is connected there.
    #[serde(default)]
    pub connection: Option<String>,
}

/// The administrator as creditor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collection {
    /// In whose name direct debits are taken.
    pub creditor_name: String,
    /// The creditor identifier on mandates.
    pub creditor_id: CreditorId,
    /// The account customers transfer to.
    pub account: Iban,
}

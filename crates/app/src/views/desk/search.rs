//! Finding a policy or claim by its number here or where it came from, the customer's e-mail address, or the device's number.

use kernel::{ClaimNumber, EmailAddress, Id, Imei, PolicyNumber, SerialNumber};
use store::{Tx, params, sql};

use super::lists::{PolicyLine, policy_line};
use crate::{
    App, AppError, claims,
    find::{self, Key},
};

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Policies and applications.
    pub policies: Vec<PolicyLine>,
    /// A claim.
    pub claim: Option<ClaimNumber>,
    /// Whose data the search was about: the looks to be logged. Empty when a number was searched for.
    pub people: Vec<Id>,
}

/// The longest text that is searched for, in characters.
const LONGEST: usize = 100;

/// Searches. Only the whole number or address finds something: there is no looking around.
///
/// # Errors
/// [`AppError::Store`].
pub fn search(app: &App, tx: &mut Tx<'_>, text: &str) -> Result<Found, AppError> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return Ok(Found::default());
    }
    if let Ok(number) = PolicyNumber::parse(text) {
        let rows = tx.query(
            sql!(
                "select id, number, phase, product, plan, applied_us, until_us, ends_us, open_cents, blocked \
                 from contract where number = ?1"
            ),
            &params![number.as_str()],
        )?;
        let policies = rows.iter().map(policy_line).collect::<Result<_, _>>()?;
        return Ok(Found { policies, ..Found::default() });
    }
    if let Ok(number) = ClaimNumber::parse(text) {
        let claim = claims::by_number(tx, &number)?.map(|_| number);
        return Ok(Found { claim, ..Found::default() });
    }
    if let Ok(email) = EmailAddress::parse(text) {
        let people = find::streams(app, tx, Key::Email(&email))?;
        let rows = tx.query_ids(
            sql!(
                "select id, number, phase, product, plan, applied_us, until_us, ends_us, open_cents, blocked \
                 from contract where holder in ({ids}) order by applied_us desc limit 200"
            ),
            &params![],
            &people,
        )?;
        let policies = rows.iter().map(policy_line).collect::<Result<_, _>>()?;
        return Ok(Found { policies, people, ..Found::default() });
    }
    let mut contracts = Vec::new();
    if let Ok(imei) = Imei::parse(text) {
        contracts = find::streams(app, tx, Key::Imei(&imei))?;
    } else if let Ok(serial) = SerialNumber::parse(text) {
        contracts = find::streams(app, tx, Key::Serial(&serial))?;
    }
    if contracts.is_empty() {
        contracts = find::streams(app, tx, Key::FormerNumber(text))?;
    }
    let rows = tx.query_ids(
        sql!(
            "select id, number, phase, product, plan, applied_us, until_us, ends_us, open_cents, blocked, holder \
             from contract where id in ({ids}) order by applied_us desc limit 200"
        ),
        &params![],
        &contracts,
    )?;
    let people = rows.iter().map(|row| row.id("holder")).collect::<Result<_, _>>()?;
    Ok(Found {
        policies: rows.iter().map(policy_line).collect::<Result<_, _>>()?,
        people,
        ..Found::default()
    })
}

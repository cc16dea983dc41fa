//! A change of premium or conditions by the insurer: announced, withdrawn before it counts, or in force (BE-PREM-04, AMB-56).

use std::collections::BTreeMap;

use kernel::{Country, Date, Id, Instant, Money, Roll, Rule};

use crate::{
    Change, Contract, Day, Done, EndWay, Endorsement, Happened, PolicyEvent, PolicyRefusal as No, ProductRef,
    beginning::FARTHEST_DAYS,
    endorsement::{endorsed, runs},
    ends,
    quote::with_money,
};

/// What is announced.
pub(crate) struct Announcement<'a> {
    pub(crate) campaign: Id,
    pub(crate) product: Option<&'a ProductRef>,
    pub(crate) flags: Option<&'a BTreeMap<String, bool>>,
    pub(crate) premium: Option<Money>,
    pub(crate) parts: &'a BTreeMap<u32, Money>,
    pub(crate) adverse: bool,
    pub(crate) from: Date,
}

/// The days that follow from announcing something now.
pub(crate) struct Dates {
    /// First day on which the change may count: the whole term lies before it, and the policyholder's time to leave.
    pub(crate) earliest: Date,
    /// Last day of the month in which the policyholder may say that they leave. They must act in it, so that it rolls (AMB-71).
    pub(crate) month: Date,
}

/// From when a change may count that is announced now, from receipt of the letter.
pub(crate) fn dates(contract: &Contract, day: &Day<'_>) -> Dates {
    let country = contract.country();
    let term = ends::endings(contract).announce;
    let by = crate::agenda::delivery(country, day.by_email, false);
    let received = kernel::presumed_receipt(day.now, by, country).day;
    let announced = kernel::local_date(term.from_date(received, country, Roll::Never).end, country);
    let month = term.from_date(received, country, Roll::for_customer(country)).last_day;
    let month = month.expect("notice periods are in days or months");
    Dates { earliest: announced.max(kernel::add_days(month, 1)), month }
}

/// Last day on which the policyholder may leave for a change: in the Netherlands until it counts (LAW-NL-INS-07).
pub(crate) fn leave_by(country: Country, dates: &Dates, from: Date) -> Date {
    match country {
        Country::Nl => dates.month.max(kernel::add_days(from, -1)),
        Country::Be => dates.month,
    }
}

/// Announces a change of premium or conditions: at least a month before it counts, from receipt of the letter (BE-PREM-04); in the
/// Netherlands on a renewal only (NL-PREM-05, AMB-56). Who says nothing stays, on the new terms.
pub(crate) fn announce(contract: &Contract, what: &Announcement<'_>, day: &Day<'_>) -> Result<Done, No> {
    if of_campaign(contract, what.campaign).is_some() {
        return Ok(Done::AlreadyDone);
    }
    runs(contract, day.now)?;
    if what.premium.into_iter().chain(what.parts.values().copied()).any(|premium| premium <= Money::ZERO) {
        return Err(No::AmountNotPositive);
    }
    let country = contract.country();
    let dates = dates(contract, day);
    if country == Country::Nl {
        let renewal = |day| ends::renewal_on_or_after(contract, day).ok_or(No::NoRenewal);
        if renewal(what.from)? != what.from {
            return Err(No::ChangeNotAtRenewal { date: renewal(what.from.max(dates.earliest))? });
        }
        if what.from < dates.earliest {
            return Err(No::ChangeTooSoon { date: renewal(dates.earliest)? });
        }
    }
    if what.from < dates.earliest {
        return Err(No::ChangeTooSoon { date: dates.earliest });
    }
    let today = kernel::local_date(day.now, country);
    if what.from > kernel::add_days(today, 2 * FARTHEST_DAYS) {
        return Err(No::DateOutOfRange);
    }
    let from = kernel::start_of_day(what.from, country);
    if contract.is_over_at(from) {
        let ends = contract.ends().map_or(from, |ending| ending.ends);
        return Err(No::ChangeAfterEnd { date: kernel::local_date(ends, country) });
    }
    let change = Change::TermsChanged {
        campaign: what.campaign,
        product: what.product.cloned(),
        flags: what.flags.cloned(),
        parts: what.parts.clone(),
        adverse: what.adverse,
        leave_by: leave_by(country, &dates, what.from),
    };
    Ok(Done::Happened(endorsed(contract, change, from, what.premium, rule(country), day)))
}

/// The rule by which the insurer changes premium or conditions.
pub(crate) const fn rule(country: Country) -> Rule {
    Rule(match country {
        Country::Nl => "AMB-56",
        Country::Be => "BE-PREM-04",
    })
}

/// The endorsement that a campaign made, in force, to come or withdrawn.
pub(crate) fn of_campaign(contract: &Contract, wanted: Id) -> Option<&Endorsement> {
    let is_it =
        |e: &&Endorsement| matches!(e.change, Change::TermsChanged { campaign, .. } if campaign == wanted);
    contract.endorsements.iter().find(is_it)
}

/// Takes an announced change back before it counts: the policy goes on as it was.
pub(crate) fn withdraw(contract: &Contract, campaign: Id, day: &Day<'_>) -> Result<Done, No> {
    let endorsement = of_campaign(contract, campaign).ok_or(No::ChangeUnknown)?;
    if contract.withdrawn.contains(&endorsement.no) {
        return Ok(Done::AlreadyDone);
    }
    runs(contract, day.now)?;
    if endorsement.from <= day.now {
        let date = kernel::local_date(endorsement.from, contract.country());
        return Err(No::ChangeInForce { date });
    }
    let event = PolicyEvent::TermsChangeWithdrawn { no: endorsement.no };
    Ok(Done::Happened(with_money(
        contract,
        vec![Happened::at(day.now, event)],
        day,
        rule(contract.country()),
    )))
}

/// Where an announced change of terms stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Announced; counts later.
    Announced,
    /// It counts.
    InForce,
    /// The policyholder leaves because of it (BE-END-08, AMB-56).
    Left,
    /// The policy ends for another reason before it counts.
    Ended,
    /// The insurer took it back.
    Withdrawn,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 5] = [Self::Announced, Self::InForce, Self::Left, Self::Ended, Self::Withdrawn];

    /// Its name in files and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::InForce => "in-force",
            Self::Left => "left",
            Self::Ended => "ended",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A change of terms that was announced to a policyholder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TermsChange<'a> {
    /// The campaign.
    pub campaign: Id,
    /// The endorsement that it made.
    pub endorsement: &'a Endorsement,
    /// Whether there is a right to leave for it.
    pub adverse: bool,
    /// Last day on which the policyholder may say so.
    pub leave_by: Date,
    /// Where it stands.
    pub standing: Standing,
    /// Price of an instalment just before it.
    pub before: Money,
    /// Price of an instalment from it on.
    pub after: Money,
}

/// Every change of terms that was announced on a contract, in the order in which they were.
pub fn terms_changes(contract: &Contract) -> impl Iterator<Item = TermsChange<'_>> {
    contract.endorsements.iter().filter_map(|endorsement| {
        let Change::TermsChanged { campaign, adverse, leave_by, .. } = endorsement.change else {
            return None;
        };
        let (before, after) = contract.premium_around(endorsement);
        let standing = standing(contract, endorsement);
        Some(TermsChange { campaign, endorsement, adverse, leave_by, standing, before, after })
    })
}

fn standing(contract: &Contract, endorsement: &Endorsement) -> Standing {
    if contract.withdrawn.contains(&endorsement.no) {
        Standing::Withdrawn
    } else if contract.in_force.contains(&endorsement.no) {
        Standing::InForce
    } else {
        match contract.ends().filter(|ending| ending.ends <= endorsement.from) {
            Some(ending) if ending.way == EndWay::AdverseChange => Standing::Left,
            Some(_) => Standing::Ended,
            None => Standing::Announced,
        }
    }
}

/// The next change of terms that has yet to be told to be in force, and from when it is.
pub(crate) fn to_come(contract: &Contract) -> impl Iterator<Item = (u32, Instant)> {
    contract.endorsements.iter().filter_map(|endorsement| {
        let is_one = matches!(endorsement.change, Change::TermsChanged { .. });
        let waits = is_one && standing(contract, endorsement) == Standing::Announced;
        waits.then_some((endorsement.no, endorsement.from))
    })
}

//! Where a contract stands: the fold of its facts. Whether there is cover is not part of it (see `cover`).

use std::collections::BTreeSet;

use billing::Billing;
use kernel::{Country, Date, Id, Instant, Money, Roll, VaultRef};
use serde::{Deserialize, Serialize};

use crate::{
    Application, ApplicationItem, Back, ContractEvent, Corrected, EndWay, Ending, Endorsement, Offer,
    PartnerView, PolicyEvent, Verdict,
};

/// Where the process stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Phase {
    /// Applied for; waits for the screening, without cover (AMB-41).
    Screening {
        /// What the screening said, if it needs a person.
        verdict: Option<Verdict>,
    },
    /// Applied for and screened; provisional cover runs until the instant given.
    Applied {
        /// End of provisional cover if nobody decides (NL-PROV-02).
        until: Instant,
        /// Days of which the desk was warned (AMB-08).
        warned: Vec<u32>,
        /// A question is open (NL-PROV-03).
        asked: bool,
    },
    /// Accepted on other terms only: an offer waits for the applicant (NL-PROV-05, AMB-09).
    Offered {
        /// Until when it can be agreed to: the latest end of provisional cover.
        until: Instant,
        /// When the offer was sent.
        sent: Instant,
        /// The offer.
        offer: Box<Offer>,
    },
    /// Accepted; runs until the earliest ending.
    Running {
        /// When it was accepted.
        accepted: Instant,
        /// Notices and events that end it; the earliest wins (NL-END-11).
        endings: Vec<Ending>,
        /// The holder was told that it ended.
        end_announced: bool,
    },
    /// Not accepted.
    Rejected {
        /// When the letter was sent.
        sent: Instant,
    },
    /// Nobody decided in time.
    Lapsed {
        /// When provisional cover ended.
        at: Instant,
    },
    /// Taken back by the applicant, or an offer was declined.
    Withdrawn {
        /// When.
        at: Instant,
        /// When the offer that was declined had been sent, if there was one.
        offered: Option<Instant>,
    },
}

/// A contract: what was applied for, where it stands, and its money side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contract {
    /// What was applied for; after acceptance on other terms, what was agreed. Later changes are in `endorsements`.
    pub application: Application,
    /// Application instant.
    pub applied: Instant,
    /// From when cover and due dates run, if an offer was agreed to that says so (AMB-09).
    pub own_start: Option<Instant>,
    /// Where the process stands.
    pub phase: Phase,
    /// What the application asks for and has not come yet.
    pub missing: BTreeSet<ApplicationItem>,
    /// When the last of the things came that the application asks for, in whatever order they were entered; none if none came
    /// later than the application. Counts once nothing is missing.
    pub completed: Option<Instant>,
    /// What the known-person check found last, sealed.
    pub found: Option<VaultRef>,
    /// Offers made.
    pub offers: u32,
    /// Changes, in the order in which they were made.
    pub endorsements: Vec<Endorsement>,
    /// Numbers of the endorsements that the insurer took back before they counted.
    pub withdrawn: Vec<u32>,
    /// Numbers of the changes of terms of which the policyholder was told that they count now.
    pub in_force: Vec<u32>,
    /// When an ending was last taken back or corrected: premium that fell due meanwhile is due from here.
    pub resumed: Option<Instant>,
    /// Places in the stream of acceptances, rejections and endings that should not have been: each is taken back once.
    pub struck: BTreeSet<i64>,
    /// The money side.
    pub billing: Billing,
    /// Whether money on it is blocked by a sanctions hit (LAW-SANC-03).
    pub blocked: bool,
    /// Who made the largest transfer, sealed, and how much it was: where a refund goes without a mandate. A cent that names
    /// the policy changes nothing.
    pub payer: Option<(VaultRef, Money)>,
    /// What the policyholder opened to a partner and did not take back; whether it still counts says
    /// [`Contract::open_to_partner`].
    pub partner_view: Option<PartnerView>,
}

impl Contract {
    /// The version of this state as it is cached; an older cache is folded again.
    pub const STATE_VERSION: i64 = 6;

    /// Folds a whole stream; none if it is empty.
    ///
    /// # Panics
    /// When the stream does not begin with an application or an event cannot follow: the journal is damaged.
    pub fn fold<'a>(facts: impl IntoIterator<Item = (&'a ContractEvent, Instant)>) -> Option<Self> {
        let mut contract = None;
        for (event, effective) in facts {
            contract = Some(Self::next(contract, event, effective));
        }
        contract
    }

    /// The contract after one more event.
    ///
    /// # Panics
    /// As [`Contract::fold`].
    pub fn next(contract: Option<Self>, event: &ContractEvent, effective: Instant) -> Self {
        match (contract, event) {
            (None, ContractEvent::Policy(PolicyEvent::Applied { application })) => {
                Self::begun(application, effective)
            }
            (None, ContractEvent::Policy(PolicyEvent::TakenOver { application, accepted, ending })) => {
                let mut contract = Self::begun(application, effective);
                contract.run(*accepted);
                contract.endings_mut().extend(*ending);
                contract
            }
            (Some(mut contract), event) => {
                contract.apply(event, effective);
                contract
            }
            (None, _) => panic!("a contract begins with an application or a takeover"),
        }
    }

    fn begun(application: &Application, applied: Instant) -> Self {
        Self {
            application: application.clone(),
            applied,
            own_start: None,
            phase: Phase::Screening { verdict: None },
            missing: application.missing.clone(),
            completed: None,
            found: None,
            offers: 0,
            endorsements: Vec::new(),
            withdrawn: Vec::new(),
            in_force: Vec::new(),
            resumed: None,
            struck: BTreeSet::new(),
            billing: Billing::default(),
            blocked: false,
            payer: None,
            partner_view: None,
        }
    }

    fn apply(&mut self, event: &ContractEvent, effective: Instant) {
        match event {
            ContractEvent::Policy(event) => self.apply_policy(event, effective),
            ContractEvent::Billing(event) => {
                if let billing::BillingEvent::PaymentReceived {
                    source: billing::PaymentSource::Transfer { payer: Some(payer) },
                    amount,
                    ..
                } = event
                    && self.payer.as_ref().is_none_or(|(_, largest)| amount >= largest)
                {
                    self.payer = Some((payer.clone(), *amount));
                }
                self.billing.apply(event, effective);
            }
        }
    }

    fn apply_policy(&mut self, event: &PolicyEvent, effective: Instant) {
        match event {
            PolicyEvent::Applied { .. } | PolicyEvent::TakenOver { .. } => panic!("a contract begins once"),
            PolicyEvent::Screened { verdict } => match (&mut self.phase, verdict) {
                (Phase::Screening { .. }, Verdict::Clear) => {
                    self.phase =
                        Phase::Applied { until: self.provisional_until(), warned: Vec::new(), asked: false };
                }
                (Phase::Screening { verdict: known }, verdict) => {
                    *known = Some(*verdict);
                    self.blocked = *verdict == Verdict::Hit;
                }
                (_, verdict) => self.blocked = *verdict == Verdict::Hit,
            },
            PolicyEvent::InformationRequested { .. } => self.set_asked(true),
            PolicyEvent::InformationReceived { .. } => self.set_asked(false),
            PolicyEvent::DecisionWarned { day } => {
                if let Phase::Applied { warned, .. } = &mut self.phase {
                    warned.push(*day);
                }
            }
            PolicyEvent::SignalsFound { found, .. } => self.found.clone_from(found),
            PolicyEvent::ItemsReceived { items } => {
                let asked_before = self.missing.len();
                self.missing.retain(|item| !items.contains(item));
                if self.missing.len() < asked_before {
                    self.completed = self.completed.max(Some(effective));
                }
            }
            PolicyEvent::OtherTermsOffered { offer } => {
                self.offers = offer.no;
                self.phase =
                    Phase::Offered { until: self.provisional_until(), sent: effective, offer: offer.clone() };
            }
            PolicyEvent::OfferAgreed { .. } => match &self.phase {
                Phase::Offered { offer, .. } => {
                    let offer = offer.clone();
                    self.take_over(&offer);
                    self.run(effective);
                }
                _ => panic!("only an offer that was made is agreed to"),
            },
            PolicyEvent::OfferDeclined { .. } | PolicyEvent::ApplicationWithdrawn => {
                let offered = match &self.phase {
                    Phase::Offered { sent, .. } => Some(*sent),
                    _ => None,
                };
                self.phase = Phase::Withdrawn { at: effective, offered };
            }
            PolicyEvent::Accepted => self.run(effective),
            PolicyEvent::Rejected { .. } => self.phase = Phase::Rejected { sent: effective },
            PolicyEvent::Lapsed => self.phase = Phase::Lapsed { at: effective },
            PolicyEvent::Endorsed { endorsement } => self.endorsements.push((**endorsement).clone()),
            PolicyEvent::TermsChangeWithdrawn { no } => self.withdrawn.push(*no),
            PolicyEvent::TermsTookEffect { no } => self.in_force.push(*no),
            PolicyEvent::Cancelled { way, ends, back, .. } => {
                self.endings_mut().push(Ending { way: *way, received: effective, ends: *ends, back: *back });
            }
            PolicyEvent::CancellationWithdrawn { way, ends } => {
                self.endings_mut().retain(|ending| (ending.way, ending.ends) != (*way, *ends));
                self.resumed = Some(effective);
            }
            PolicyEvent::Corrected { seq, corrected } => {
                let never = matches!(
                    corrected,
                    Corrected::Acceptance
                        | Corrected::Rejection { sent: None }
                        | Corrected::Ending { right: None, .. }
                );
                if never {
                    self.struck.insert(*seq);
                }
                self.correct(corrected, effective);
            }
            PolicyEvent::EndAnnounced => match &mut self.phase {
                Phase::Running { end_announced, .. } => *end_announced = true,
                _ => panic!("only a policy that ran comes to its end"),
            },
            PolicyEvent::PartnerViewOpened { partner, reports } => {
                let (partner, reports) = (*partner, *reports);
                self.partner_view = Some(PartnerView { partner, reports, since: effective });
            }
            PolicyEvent::PartnerViewClosed { .. } => self.partner_view = None,
        }
    }

    fn run(&mut self, accepted: Instant) {
        let endings = self.end_of_duration().into_iter().collect();
        self.phase = Phase::Running { accepted, endings, end_announced: false };
    }

    fn take_over(&mut self, offer: &Offer) {
        let application = &mut self.application;
        if let Some(plan) = &offer.plan {
            application.plan.clone_from(plan);
        }
        if let Some(flags) = &offer.flags {
            application.flags.clone_from(flags);
        }
        application.premium = offer.premium.unwrap_or(application.premium);
        for device in &mut application.devices {
            device.excess = offer.excess.get(&device.item).copied().unwrap_or(device.excess);
        }
        self.own_start = offer.starts;
    }

    fn endings_mut(&mut self) -> &mut Vec<Ending> {
        match &mut self.phase {
            Phase::Running { endings, .. } => endings,
            _ => panic!("only a policy that runs is cancelled"),
        }
    }

    fn correct(&mut self, corrected: &Corrected, at: Instant) {
        match corrected {
            Corrected::Ending { way, ends, right } => {
                let endings = self.endings_mut();
                let wrong = endings.iter().position(|ending| (ending.way, ending.ends) == (*way, *ends));
                endings.remove(wrong.expect("an ending that is corrected was recorded"));
                endings.extend(right);
                self.resumed = Some(at);
                if let Phase::Running { endings, end_announced, .. } = &mut self.phase
                    && crate::earliest(endings).is_none_or(|ending| ending.ends > at)
                {
                    *end_announced = false;
                }
            }
            Corrected::Endorsement { no, from, premium } => match from {
                None => self.endorsements.retain(|endorsement| endorsement.no != *no),
                Some(from) => {
                    let wrong = self.endorsements.iter_mut().find(|endorsement| endorsement.no == *no);
                    let wrong = wrong.expect("an endorsement that is corrected was made");
                    wrong.from = *from;
                    wrong.premium = premium.or(wrong.premium);
                }
            },
            Corrected::Application { right } => {
                self.applied = *right;
                let ends = self.provisional_until();
                if let Phase::Applied { until, .. } | Phase::Offered { until, .. } = &mut self.phase {
                    *until = ends;
                }
            }
            Corrected::Acceptance | Corrected::Rejection { sent: None } => {
                let until = self.provisional_until();
                self.phase = Phase::Applied { until, warned: Vec::new(), asked: false };
            }
            Corrected::Rejection { sent: Some(sent) } => self.phase = Phase::Rejected { sent: *sent },
            Corrected::Reminder { no } => self.billing.cancel_reminder(*no),
            Corrected::Payment { credited, right } => self.billing.correct_payment(*credited, *right),
        }
    }

    fn set_asked(&mut self, open: bool) {
        if let Phase::Applied { asked, .. } = &mut self.phase {
            *asked = open;
        }
    }

    /// Country of the contract.
    pub fn country(&self) -> Country {
        self.application.country
    }

    /// Who holds it.
    pub fn holder(&self) -> Id {
        self.application.holder
    }

    /// Instant from which the coverage period runs: the application, unless an offer that was agreed to says otherwise
    /// (NL-PROV-07, BE-PROV-07, AMB-09).
    pub fn starts(&self) -> Instant {
        self.own_start.unwrap_or(self.applied)
    }

    /// Civil date of the start: due dates are anchored to it (NL-PROV-07, GEN-TIME-04).
    pub fn start(&self) -> Date {
        kernel::local_date(self.starts(), self.country())
    }

    /// Instant from which there is provisional cover: NL the application (NL-PROV-01), BE when all that the application asks for
    /// has come (BE-PROV-02, AMB-69); none while something is missing there.
    pub fn provisional_from(&self) -> Option<Instant> {
        match self.country() {
            Country::Nl => Some(self.applied),
            Country::Be if !self.missing.is_empty() => None,
            Country::Be => Some(self.applied.max(self.completed.unwrap_or(self.applied))),
        }
    }

    /// End of provisional cover if nobody decides: 24:00 of the last day, the application day not counted (NL-PROV-02).
    pub fn provisional_until(&self) -> Instant {
        self.application.terms.provisional.from_instant(self.applied, self.country(), Roll::Never).end
    }

    /// The instant at which the policy ends, as far as is known: the earliest ending (NL-END-11, BE-END-15).
    pub fn ends(&self) -> Option<&Ending> {
        match &self.phase {
            Phase::Running { endings, .. } => crate::earliest(endings),
            _ => None,
        }
    }

    /// Whether the policy has come to its end at an instant, by what is known.
    pub fn is_over_at(&self, at: Instant) -> bool {
        self.ends().is_some_and(|ending| ending.ends <= at)
    }

    /// Whether a reminder by e-mail came back: from then on we write by post (GEN-TIME-06).
    pub fn mail_came_back(&self) -> bool {
        self.billing.reminders.iter().any(|reminder| reminder.returned.is_some() && reminder.by_email)
    }

    /// Whether a reminder came back by post and waits for the right address.
    pub fn waits_for_address(&self, reminder: u32) -> bool {
        let speaks = |no: u32| {
            let held =
                |r: &billing::Receivable| r.no == no && r.is_open() && crate::reminding::is_held(self, r);
            self.billing.receivables.iter().any(held)
        };
        let found = self.billing.reminders.iter().find(|found| found.no == reminder);
        found.is_some_and(|found| {
            found.returned.is_some() && found.arrears.iter().any(|arrear| speaks(arrear.no))
        })
    }

    /// Day after the last insured day of a policy with a fixed duration (NL-END-07).
    pub fn end_date(&self) -> Option<Date> {
        let duration = self.application.terms.duration?;
        Some(duration.from_date(self.start(), self.country(), Roll::Never).end)
            .map(|end| kernel::local_date(end, self.country()))
    }

    fn end_of_duration(&self) -> Option<Ending> {
        let ends = kernel::start_of_day(self.end_date()?, self.country());
        Some(Ending { way: EndWay::EndDate, received: self.applied, ends, back: Back::ByDays })
    }
}

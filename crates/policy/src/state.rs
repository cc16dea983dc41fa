//! Where a contract stands: the fold of its facts. Whether there is cover is not part of it (see `cover`).

use billing::Billing;
use kernel::{Country, Date, Id, Instant, Money, Roll, VaultRef};
use serde::{Deserialize, Serialize};

use crate::{Application, ContractEvent, Ending, PolicyEvent, Verdict};

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
}

/// A contract: what was applied for, where it stands, and its money side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contract {
    /// What was applied for.
    pub application: Application,
    /// Application instant.
    pub applied: Instant,
    /// Where the process stands.
    pub phase: Phase,
    /// The money side.
    pub billing: Billing,
    /// Whether money on it is blocked by a sanctions hit (LAW-SANC-03).
    pub blocked: bool,
    /// Who made the largest transfer, sealed, and how much it was: where a refund goes without a mandate. A cent that names
    /// the policy changes nothing.
    pub payer: Option<(VaultRef, Money)>,
}

impl Contract {
    /// The version of this state as it is cached; an older cache is folded again.
    pub const STATE_VERSION: i64 = 1;

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
            (None, ContractEvent::Policy(PolicyEvent::Applied { application })) => Self {
                application: (**application).clone(),
                applied: effective,
                phase: Phase::Screening { verdict: None },
                billing: Billing::default(),
                blocked: false,
                payer: None,
            },
            (Some(mut contract), event) => {
                contract.apply(event, effective);
                contract
            }
            (None, _) => panic!("a contract begins with an application"),
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
            PolicyEvent::Applied { .. } => panic!("a contract is applied for once"),
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
            PolicyEvent::Accepted => {
                let endings = self.end_of_duration().into_iter().collect();
                self.phase = Phase::Running { accepted: effective, endings, end_announced: false };
            }
            PolicyEvent::Rejected { .. } => self.phase = Phase::Rejected { sent: effective },
            PolicyEvent::Lapsed => self.phase = Phase::Lapsed { at: effective },
            PolicyEvent::Cancelled { way, ends } => match &mut self.phase {
                Phase::Running { endings, .. } => {
                    endings.push(Ending { way: *way, received: effective, ends: *ends });
                }
                _ => panic!("only a policy that runs is cancelled"),
            },
            PolicyEvent::EndAnnounced => match &mut self.phase {
                Phase::Running { end_announced, .. } => *end_announced = true,
                _ => panic!("only a policy that ran comes to its end"),
            },
        }
    }

    fn set_asked(&mut self, open: bool) {
        if let Phase::Applied { asked, .. } = &mut self.phase {
            *asked = open;
        }
    }

    /// First day of the policy: the day of the application (NL-PROV-07, BE-PROV-07).
    pub fn started_on(&self) -> Date {
        kernel::local_date(self.applied, self.country())
    }

    /// Country of the contract.
    pub fn country(&self) -> Country {
        self.application.country
    }

    /// Who holds it.
    pub fn holder(&self) -> Id {
        self.application.holder
    }

    /// Civil date of the application: the coverage period runs from it and due dates are anchored to it (NL-PROV-07).
    pub fn start(&self) -> Date {
        kernel::local_date(self.applied, self.country())
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

    /// Day after the last insured day of a policy with a fixed duration (NL-END-07).
    pub fn end_date(&self) -> Option<Date> {
        let duration = self.application.terms.duration?;
        Some(duration.from_date(self.start(), self.country(), Roll::Never).end)
            .map(|end| kernel::local_date(end, self.country()))
    }

    fn end_of_duration(&self) -> Option<Ending> {
        let ends = kernel::start_of_day(self.end_date()?, self.country());
        Some(Ending { way: crate::EndWay::EndDate, received: self.applied, ends })
    }
}

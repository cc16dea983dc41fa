//! What becomes of a campaign: prepared, approved by a second person, announced policy by policy; stopped, resumed, withdrawn.

use std::collections::BTreeMap;

use kernel::{Instant, Money};
use serde::{Deserialize, Serialize};

use super::{CampaignPlan, CampaignRefusal as No, LeftOut, Planned};

/// What can happen to a campaign. Names are the eternal format.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum CampaignEvent {
    /// It was drawn up, or drawn up anew.
    Prepared {
        /// What it wants.
        plan: Box<CampaignPlan>,
    },
    /// It waits for a second person (OFFICE-15).
    Proposed {
        /// What it came to when it was proposed.
        totals: Totals,
    },
    /// The second person said no: it can be drawn up anew.
    Declined,
    /// The second person said yes: the run announces it.
    Approved,
    /// The run stops announcing.
    Stopped,
    /// The run goes on.
    Resumed,
    /// Every policy was announced it, or left out.
    Announced,
    /// What is announced and does not count yet is taken back.
    Withdrawn,
    /// All of that was taken back.
    TakenBack,
    /// It was laid aside before it was approved.
    Dropped,
}

/// Where a campaign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CampaignPhase {
    /// Drawn up.
    Prepared,
    /// Waits for a second person.
    Proposed,
    /// The run announces it.
    Announcing,
    /// Stopped on the way.
    Stopped,
    /// Announced to all it concerns.
    Announced,
    /// The run takes back what does not count yet.
    Withdrawing,
    /// Taken back where it did not count yet.
    Withdrawn,
    /// Laid aside.
    Dropped,
}

impl CampaignPhase {
    /// Its name in files and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Proposed => "proposed",
            Self::Announcing => "announcing",
            Self::Stopped => "stopped",
            Self::Announced => "announced",
            Self::Withdrawing => "withdrawing",
            Self::Withdrawn => "withdrawn",
            Self::Dropped => "dropped",
        }
    }

    /// Whether the run has something to do for it.
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Announcing | Self::Withdrawing)
    }

    /// Whether it is after policies that it has not reached yet, so that no other may be after the same.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Proposed | Self::Announcing | Self::Stopped | Self::Withdrawing)
    }
}

/// What a campaign comes to over the policies that were looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Policies that get it.
    pub reached: u64,
    /// What those pay in a year now, tax included.
    pub before: Money,
    /// What they will.
    pub after: Money,
    /// Policies that may leave for it.
    pub adverse: u64,
    /// Policies that are left out, by the code of [`LeftOut`].
    pub left_out: BTreeMap<String, u64>,
}

impl Totals {
    /// Counts one more policy.
    pub fn add(&mut self, one: &Result<Planned, LeftOut>) {
        match one {
            Ok(planned) => {
                self.reached += 1;
                self.adverse += u64::from(planned.adverse);
                self.before += planned.a_year(planned.before);
                self.after += planned.a_year(planned.after);
            }
            Err(why) => *self.left_out.entry(why.code().to_owned()).or_default() += 1,
        }
    }
}

/// A campaign: what it wants and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Campaign {
    /// What it wants.
    pub plan: CampaignPlan,
    /// Where it stands.
    pub phase: CampaignPhase,
    /// What it came to when it was proposed.
    pub totals: Option<Totals>,
    /// When it was first drawn up.
    pub since: Instant,
    /// When it came to where it stands.
    pub phase_since: Instant,
}

impl Campaign {
    /// The version of this state as it is cached; an older cache is folded again.
    pub const STATE_VERSION: i64 = 1;

    /// The campaign after one more event.
    ///
    /// # Panics
    /// When the stream does not begin with `Prepared`: the journal is damaged.
    pub fn next(campaign: Option<Self>, event: &CampaignEvent, at: Instant) -> Self {
        let Some(mut campaign) = campaign else {
            let CampaignEvent::Prepared { plan } = event else { panic!("a campaign is drawn up first") };
            let plan = (**plan).clone();
            return Self { plan, phase: CampaignPhase::Prepared, totals: None, since: at, phase_since: at };
        };
        campaign.phase_since = at;
        campaign.phase = match event {
            CampaignEvent::Prepared { plan } => {
                campaign.plan = (**plan).clone();
                campaign.totals = None;
                CampaignPhase::Prepared
            }
            CampaignEvent::Proposed { totals } => {
                campaign.totals = Some(totals.clone());
                CampaignPhase::Proposed
            }
            CampaignEvent::Declined => CampaignPhase::Prepared,
            CampaignEvent::Approved | CampaignEvent::Resumed => CampaignPhase::Announcing,
            CampaignEvent::Stopped => CampaignPhase::Stopped,
            CampaignEvent::Announced => CampaignPhase::Announced,
            CampaignEvent::Withdrawn => CampaignPhase::Withdrawing,
            CampaignEvent::TakenBack => CampaignPhase::Withdrawn,
            CampaignEvent::Dropped => CampaignPhase::Dropped,
        };
        campaign
    }

    /// Decides whether something may happen to it now; `false` when it had happened before.
    ///
    /// # Errors
    /// [`CampaignRefusal::NotNow`](No::NotNow) when it does not fit where the campaign stands.
    pub fn may(&self, event: &CampaignEvent) -> Result<bool, No> {
        use CampaignPhase as P;
        let (from, to): (&[P], P) = match event {
            CampaignEvent::Prepared { plan } => {
                if self.phase == P::Prepared && **plan == self.plan {
                    return Ok(false);
                }
                return if self.phase == P::Prepared { Ok(true) } else { Err(No::NotNow) };
            }
            CampaignEvent::Proposed { .. } => (&[P::Prepared], P::Proposed),
            CampaignEvent::Declined => (&[P::Proposed], P::Prepared),
            CampaignEvent::Approved => (&[P::Proposed], P::Announcing),
            CampaignEvent::Resumed => (&[P::Stopped], P::Announcing),
            CampaignEvent::Stopped => (&[P::Announcing], P::Stopped),
            CampaignEvent::Announced => (&[P::Announcing], P::Announced),
            CampaignEvent::Withdrawn => (&[P::Announcing, P::Stopped, P::Announced], P::Withdrawing),
            CampaignEvent::TakenBack => (&[P::Withdrawing], P::Withdrawn),
            CampaignEvent::Dropped => (&[P::Prepared], P::Dropped),
        };
        if self.phase == to {
            Ok(false)
        } else if from.contains(&self.phase) {
            Ok(true)
        } else {
            Err(No::NotNow)
        }
    }
}

impl CampaignEvent {
    /// The version in which every event is written now.
    pub const VERSION: u32 = 1;

    /// The name under which the event is stored: the `event` tag of its body.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Prepared { .. } => "prepared",
            Self::Proposed { .. } => "proposed",
            Self::Declined => "declined",
            Self::Approved => "approved",
            Self::Stopped => "stopped",
            Self::Resumed => "resumed",
            Self::Announced => "announced",
            Self::Withdrawn => "withdrawn",
            Self::TakenBack => "taken-back",
            Self::Dropped => "dropped",
        }
    }
}

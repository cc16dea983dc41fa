//! The contract: a policy from application to end, together with its money side (crate `billing`), and the cover timeline.
//!
//! A contract is the fold of its [`Fact`]s. [`decide`] answers a command with events or a named refusal; [`fall_due`] says what
//! time does to it and [`next_due`] when that is next; [`cover`] computes when there was cover, as known at any instant.
//! Cover is never stored.
#![warn(missing_docs)]

mod agenda;
mod announcing;
mod application;
mod beginning;
mod by_item;
mod campaign;
mod change;
mod charging;
mod collecting;
mod command;
mod consequence;
mod correction;
mod cover;
mod decide;
mod ending;
mod endorsement;
mod ends;
mod event;
mod in_order_of_effect;
mod late;
mod mandate;
mod money;
mod notice;
mod offer;
mod partner;
mod planning;
mod premium;
mod quote;
mod refusal;
mod reminding;
mod schedule;
mod setting_off;
mod state;
mod takeover;
mod terms;

pub use agenda::{Day, fall_due, next_due};
pub use announcing::{Standing, TermsChange, terms_changes};
pub use application::{
    Application, ApplicationItem, Device, HolderKind, Insured, Minor, ProductRef, Relation, Signal,
    SignalKind, Verdict,
};
pub use campaign::{
    Campaign, CampaignEvent, CampaignPhase, CampaignPlan, CampaignRefusal, LeftOut, NewWording, Planned,
    Reason, Repricing, Totals, plan_change,
};
pub use change::{Change, Endorsement, Gone, Swap};
pub use collecting::{COLLECTION_NOTICE_DAYS, is_collected};
pub use command::Command;
pub use consequence::{Consequence, consequences};
pub use correction::{Corrected, Right};
pub use cover::{Boundary, Cover, Segment, Timeline, cover, is_paid_and_waiting};
pub use decide::{Done, decide};
pub use ending::{Back, EndWay, Ending, earliest, refund_share};
pub use event::{ContractEvent, Fact, Happened, PolicyEvent};
pub use late::{Late, late};
pub use notice::{Notice, Sender};
pub use offer::Offer;
pub use partner::PartnerView;
pub use quote::{EndQuote, EndStep, quote_end};
pub use refusal::PolicyRefusal;
pub use reminding::no_reminder_until;
pub use schedule::Schedule;
pub use setting_off::{Beneficiary, Overdue, overdue};
pub use state::{Contract, Phase};
pub use terms::{EndingTerms, PolicyTerms};

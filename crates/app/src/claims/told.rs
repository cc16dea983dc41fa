//! What the history of a claim tells of an event: its rule and its amount.

use ::claims::ClaimEvent;
use kernel::{Money, Rule};

/// The rule under which an event happened, if one did.
pub(super) fn rule(event: &ClaimEvent) -> Option<Rule> {
    Some(Rule(match event {
        ClaimEvent::Reported { .. } => "NL-CLAIM-01",
        ClaimEvent::EvidenceAdded { .. } => "NL-CLAIM-04",
        ClaimEvent::EvidenceRequested { .. }
        | ClaimEvent::EvidenceReminded
        | ClaimEvent::EvidenceTermPassed { .. } => "AMB-25",
        ClaimEvent::FindingStated { .. } => "GEN-HARM-01",
        ClaimEvent::Decided { .. } => "NL-CLAIM-10",
        ClaimEvent::Approved { proposed_by: Some(_), .. } | ClaimEvent::ObjectionAnswered { .. } => {
            "OFFICE-15"
        }
        ClaimEvent::Approved { .. } | ClaimEvent::Refused { .. } => "OFFICE-05",
        ClaimEvent::SetOff { .. } => "AMB-14",
        ClaimEvent::Objected { .. } => "FAQ-17",
        ClaimEvent::ReferredToInsurer { .. } | ClaimEvent::InsurerAnswered { .. } => "ACT-06",
        ClaimEvent::RecoveryExpected { kind, .. } => return Some(kind.rule()),
        ClaimEvent::PaymentOrdered { .. }
        | ClaimEvent::PaymentSent { .. }
        | ClaimEvent::PaymentConfirmed { .. } => "MONEY-10",
        ClaimEvent::JobOrdered { .. } => "PRIV-26",
        ClaimEvent::JobDelivered { .. } => "MONEY-08",
        ClaimEvent::JobHandedOver { .. } | ClaimEvent::HandOverDenied { .. } => "NL-CLAIM-08",
        ClaimEvent::JobAccepted { .. }
        | ClaimEvent::OldDeviceCame { .. }
        | ClaimEvent::OldDeviceReminded { .. } => "NL-CLAIM-06",
        ClaimEvent::OwnShareReceived { .. }
        | ClaimEvent::OwnShareWaived { .. }
        | ClaimEvent::OwnShareReminded { .. } => "MONEY-07",
        ClaimEvent::TermNear { .. } | ClaimEvent::TermMissed { .. } | ClaimEvent::LatenessOwed { .. } => {
            "LAW-BE-INS-09"
        }
        ClaimEvent::LeftAside { .. } => "BE-FRAUD-03",
        ClaimEvent::FactsStated { .. }
        | ClaimEvent::JobSentBack { .. }
        | ClaimEvent::JobStopped { .. }
        | ClaimEvent::ApprovalLapsed { .. }
        | ClaimEvent::ReserveSet { .. }
        | ClaimEvent::PaymentReturned { .. }
        | ClaimEvent::RecoveryReceived { .. }
        | ClaimEvent::RecoveryGivenUp { .. }
        | ClaimEvent::Closed { .. }
        | ClaimEvent::Reopened { .. } => return None,
    }))
}

/// The amount an event is about.
pub(super) fn amount(event: &ClaimEvent) -> Option<Money> {
    match event {
        ClaimEvent::Decided { verdicts, .. } => verdicts.total,
        ClaimEvent::Approved { items, .. } => Some(items.iter().map(|item| item.amount).sum()),
        ClaimEvent::ReserveSet { amount, .. }
        | ClaimEvent::SetOff { amount }
        | ClaimEvent::ReferredToInsurer { amount, .. }
        | ClaimEvent::InsurerAnswered { agreed: amount, .. }
        | ClaimEvent::RecoveryExpected { amount, .. }
        | ClaimEvent::RecoveryReceived { amount, .. }
        | ClaimEvent::OwnShareReceived { amount }
        | ClaimEvent::OwnShareWaived { amount, .. }
        | ClaimEvent::PaymentOrdered { amount, .. } => Some(*amount),
        ClaimEvent::LatenessOwed { lateness, .. } => Some(lateness.total()),
        ClaimEvent::JobDelivered { invoice, .. } => Some(*invoice),
        ClaimEvent::JobAccepted { borne, .. } => Some(*borne),
        _ => None,
    }
}

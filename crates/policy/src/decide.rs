//! What a command does to a contract: events, *already done*, or a named refusal.

use billing::RefundState;

use crate::{
    Command, Contract, Day, Happened, Phase, PolicyEvent, PolicyRefusal as No, announcing, beginning,
    charging, correction, endorsement, mandate, money, partner, planning, quote, reminding, setting_off,
    takeover,
};

/// What a command did.
#[derive(Debug, Clone, PartialEq)]
pub enum Done {
    /// These events happened.
    Happened(Vec<Happened>),
    /// It had been done before; nothing changes.
    AlreadyDone,
}

impl Done {
    /// The events; none when it had been done before.
    pub fn events(self) -> Vec<Happened> {
        match self {
            Self::Happened(events) => events,
            Self::AlreadyDone => Vec::new(),
        }
    }
}

/// Decides on a command.
///
/// # Errors
/// A [`PolicyRefusal`](crate::PolicyRefusal); nothing has happened then.
pub fn decide(contract: Option<&Contract>, command: &Command, day: &Day<'_>) -> Result<Done, No> {
    let now = day.now;
    let happened = |event: PolicyEvent| Ok(Done::Happened(vec![Happened::at(now, event)]));
    let Some(contract) = contract else {
        return match command {
            Command::Apply { application } => {
                beginning::check_application(application)?;
                happened(PolicyEvent::Applied { application: application.clone() })
            }
            Command::TakeOver { application, applied, accepted, ending, opening } => {
                takeover::take_over(application, (*applied, *accepted), *ending, opening, day)
            }
            _ => Err(No::Unknown),
        };
    };
    match command {
        Command::Apply { application } if **application == contract.application => Ok(Done::AlreadyDone),
        Command::Apply { .. } | Command::TakeOver { .. } => Err(No::AlreadyDecided),
        Command::Screen { verdict } => beginning::screen(contract, *verdict, now),
        Command::NoteSignals { found } => beginning::note_signals(contract, found, now),
        Command::ReceiveItems { items, received } => {
            beginning::receive_items(contract, items, *received, now)
        }
        Command::RequestInformation { question } => {
            beginning::undecided(contract, now)?;
            happened(PolicyEvent::InformationRequested { question: question.clone() })
        }
        Command::AnswerInformation { answer } => match &contract.phase {
            Phase::Applied { asked: true, .. } => {
                happened(PolicyEvent::InformationReceived { answer: answer.clone() })
            }
            _ => Err(No::NothingAsked),
        },
        Command::Accept { accept_limit } => beginning::accept(contract, *accept_limit, day),
        Command::OfferOtherTerms { offer } => beginning::offer(contract, offer, day),
        Command::AgreeToOffer { no } => beginning::answer_offer(contract, *no, true, day),
        Command::DeclineOffer { no } => beginning::answer_offer(contract, *no, false, day),
        Command::WithdrawApplication => beginning::withdraw_application(contract, day),
        Command::Reject { reason } => beginning::reject(contract, reason.as_ref(), day),
        Command::GiveMandate { reference, debtor, signed } => {
            mandate::give(contract, reference, debtor, *signed, now)
        }
        Command::AmendMandate { debtor, signed } => mandate::amend(contract, debtor, *signed, now),
        Command::StopMandate { reason } => mandate::stop(contract, reason, now),
        Command::StopMandateOf { end_to_end, reason } => {
            money::stop_mandate_of(contract, end_to_end, reason, now)
        }
        Command::ClearDeath => Ok(money::clear_death(contract, now)),
        Command::Endorse { change, from, premium } => {
            endorsement::endorse(contract, change, *from, *premium, day)
        }
        Command::AnnounceChange { campaign, product, flags, premium, parts, adverse, from } => {
            let what = announcing::Announcement {
                campaign: *campaign,
                product: product.as_ref(),
                flags: flags.as_ref(),
                premium: *premium,
                parts,
                adverse: *adverse,
                from: *from,
            };
            announcing::announce(contract, &what, day)
        }
        Command::WithdrawChange { campaign } => announcing::withdraw(contract, *campaign, day),
        Command::Move { to, on } => endorsement::move_to(contract, *to, *on, day),
        Command::OpenToPartner { partner, reports } => partner::open(contract, *partner, *reports, now),
        Command::CloseToPartner => Ok(partner::close(contract, now)),
        Command::Cancel { notice } => quote::cancel(contract, notice, day),
        Command::WithdrawCancellation { way } => quote::withdraw(contract, *way, day),
        Command::Correct { seq, wrong, effective, right } => {
            correction::correct(contract, *seq, wrong, *effective, right, day)
        }
        Command::ReleaseCollection { end_to_end, batch } => {
            money::release_collection(contract, end_to_end, *batch, now)
        }
        Command::BookPayment { source, amount, credited } => {
            money::book_payment(contract, source, *amount, *credited, day)
        }
        Command::SetOff { claim, amount, owed_to } => {
            setting_off::set_off(contract, *claim, *amount, *owed_to, day)
        }
        Command::BookReturn { end_to_end, reason, retry, booked } => {
            money::book_return(contract, end_to_end, (reason, *retry), *booked, now)
        }
        Command::ReturnReminder { no, reason } => money::return_reminder(contract, *no, reason, now),
        Command::ProveReceipt { no, received, proof } => {
            money::prove_receipt(contract, *no, *received, proof.as_ref(), now)
        }
        Command::HoldReminders { reason, until, note } => {
            reminding::hold(contract, *reason, *until, note, now)
        }
        Command::AgreePlan { parts, first, note } => planning::agree(contract, (*parts, *first), note, day),
        Command::ResumeReminders => reminding::resume(contract, now),
        Command::WaiveCharge { no, reason } => charging::waive(contract, *no, reason, now),
        Command::RemindAgain => money::remind_again(contract, day),
        Command::NameRefundAccount { payment, payee } => {
            money::name_refund_account(contract, *payment, payee, now)
        }
        Command::ReleaseRefund { payment } => {
            money::move_refund(contract, *payment, RefundState::Ordered, now)
        }
        Command::SettleRefund { payment, booked } => {
            money::move_refund(contract, *payment, RefundState::Released, *booked)
        }
        Command::ReturnRefund { payment, reason, same_account, booked } => {
            money::return_refund(contract, *payment, (reason, *same_account), *booked, day)
        }
    }
}

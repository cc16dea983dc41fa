//! The fold of mandates and direct debits.

use kernel::Instant;

use crate::{Billing, BillingEvent, Collection, CollectionState, Mandate};

/// The bank's reason code for a debtor who has died (LAW-SEPA-11).
const DECEASED: &str = "MD07";

impl Billing {
    /// The direct debit with this key.
    pub fn collection(&self, end_to_end: &kernel::EndToEndId) -> Option<&Collection> {
        self.collections.iter().find(|c| c.end_to_end == *end_to_end)
    }

    /// Whether a direct debit under way covers this instalment.
    pub fn is_being_collected(&self, no: u32) -> bool {
        self.collections.iter().any(|c| c.is_pending() && c.receivables.contains(&no))
    }

    /// Times a direct debit for this instalment came back.
    pub fn returns(&self, no: u32) -> usize {
        let came_back = |c: &&Collection| matches!(c.state, CollectionState::Returned { .. });
        self.collections.iter().filter(came_back).filter(|c| c.receivables.contains(&no)).count()
    }

    /// The direct debits for this instalment on the account in use: what came back from another one says nothing of this.
    pub fn tries(&self, no: u32) -> impl DoubleEndedIterator<Item = &Collection> {
        let account = self.mandate.as_ref().map(|mandate| mandate.debtor.id);
        let on_account = move |c: &&Collection| c.debtor.is_none_or(|debtor| account == Some(debtor));
        self.collections.iter().filter(on_account).filter(move |c| c.receivables.contains(&no))
    }

    /// The day from which the mandate counts as unused: its last debit, or its signature (LAW-SEPA-04).
    pub fn mandate_last_used(&self) -> Option<kernel::Date> {
        let mandate = self.mandate.as_ref()?;
        let debited = self.collections.iter().filter(|c| {
            matches!(
                c.state,
                CollectionState::Released { .. }
                    | CollectionState::Credited
                    | CollectionState::Returned { .. }
            )
        });
        let days = debited.map(|c| c.collect_on).chain(mandate.collected_before);
        Some(days.fold(mandate.signed, kernel::Date::max))
    }

    /// Folds what happens to mandates and direct debits.
    pub(crate) fn apply_collecting(&mut self, event: &BillingEvent, effective: Instant) {
        match event {
            BillingEvent::MandateGiven { reference, debtor, signed } => {
                self.mandate = Some(Mandate {
                    reference: reference.clone(),
                    debtor: debtor.clone(),
                    signed: *signed,
                    used: false,
                    stopped: false,
                    account_changed: false,
                    collected_before: None,
                });
            }
            BillingEvent::MandateAmended { debtor, .. } => {
                let mandate = self.mandate.as_mut().expect("a mandate that is amended was given");
                mandate.debtor = debtor.clone();
                mandate.account_changed = mandate.used;
            }
            BillingEvent::MandateStopped { .. } => {
                self.mandate.as_mut().expect("a mandate that is stopped was given").stopped = true;
            }
            BillingEvent::CollectionAnnounced { end_to_end, receivables, amount, collect_on, debtor } => {
                self.collections.push(Collection {
                    end_to_end: end_to_end.clone(),
                    receivables: receivables.clone(),
                    amount: *amount,
                    collect_on: *collect_on,
                    debtor: *debtor,
                    state: CollectionState::Announced,
                    mandate: None,
                    credited: None,
                });
            }
            BillingEvent::CollectionReleased { end_to_end, batch } => {
                if let Some(mandate) = &mut self.mandate {
                    mandate.used = true;
                }
                let mandate = self.mandate.as_ref().map(|mandate| mandate.reference.clone());
                self.move_collection(end_to_end, CollectionState::Released { batch: *batch }).mandate =
                    mandate;
            }
            BillingEvent::CollectionWithdrawn { end_to_end } => {
                self.move_collection(end_to_end, CollectionState::Withdrawn);
            }
            BillingEvent::DeathCleared => self.death_reported = false,
            BillingEvent::CollectionReturned { end_to_end, reason, was_credited, retry } => {
                self.death_reported |= reason == DECEASED;
                let collection = self.collection(end_to_end).expect("what came back was announced").clone();
                self.move_collection(end_to_end, CollectionState::Returned { retry: *retry });
                if *was_credited {
                    self.unpay(&collection, effective);
                }
            }
            other => unreachable!("folded elsewhere: {other:?}"),
        }
    }

    pub(crate) fn credit_collection(&mut self, end_to_end: &kernel::EndToEndId, effective: Instant) {
        self.move_collection(end_to_end, CollectionState::Credited).credited = Some(effective);
        if let Some(mandate) = &mut self.mandate {
            mandate.account_changed = false;
        }
    }

    fn move_collection(&mut self, end_to_end: &kernel::EndToEndId, to: CollectionState) -> &mut Collection {
        let collection = self
            .collections
            .iter_mut()
            .find(|c| c.end_to_end == *end_to_end)
            .expect("a direct debit that moves was announced");
        collection.state = to;
        collection
    }
}

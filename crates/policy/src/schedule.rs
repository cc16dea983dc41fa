//! The schedule: what is insured, at which price, from a given instant. Every endorsement makes a new version of it.

use std::collections::BTreeMap;

use kernel::{Date, Instant, Money, Rounding};

use crate::{Application, Change, Contract, Device, Endorsement, Insured, ProductRef};

/// A version of the schedule.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    /// Number of the latest endorsement in it; 0 as the policy was made.
    pub no: u32,
    /// From when this version counts.
    pub from: Instant,
    /// Version of the wording.
    pub product: ProductRef,
    /// Plan.
    pub plan: String,
    /// Schedule flags of the plan.
    pub flags: BTreeMap<String, bool>,
    /// What is insured.
    pub devices: Vec<Device>,
    /// Who is named as insured beside the policyholder.
    pub insured: Vec<Insured>,
    /// Price of one instalment, tax included.
    pub premium: Money,
}

impl Schedule {
    /// As the policy was made.
    fn first(application: &Application, from: Instant) -> Self {
        Self {
            no: 0,
            from,
            product: application.product.clone(),
            plan: application.plan.clone(),
            flags: application.flags.clone(),
            devices: application.devices.clone(),
            insured: application.insured.clone(),
            premium: application.premium,
        }
    }

    /// The device with this number.
    pub fn device(&self, item: u32) -> Option<&Device> {
        self.devices.iter().find(|device| device.item == item)
    }

    /// What a device costs of the instalment: its own part, or what the others leave if only its part is not stated.
    pub fn part_of(&self, item: u32) -> Option<Money> {
        let device = self.device(item)?;
        if device.premium.is_some() {
            return device.premium;
        }
        let others: Option<Money> =
            self.devices.iter().filter(|other| other.item != item).map(|other| other.premium).sum();
        Some(self.premium - others?)
    }

    /// The version after one more endorsement. One that speaks of what is not in it changes nothing there: a change that was
    /// annulled may leave others behind that rested on it.
    fn endorsed(mut self, endorsement: &Endorsement) -> Self {
        self.no = self.no.max(endorsement.no);
        self.from = self.from.max(endorsement.from);
        let before = self.premium;
        match &endorsement.change {
            Change::DeviceSwapped { item, identity, kind, .. } => {
                if let Some(device) = self.device_mut(*item) {
                    device.identity = identity.clone();
                    device.kind = kind.unwrap_or(device.kind);
                }
            }
            Change::DeviceCorrected { item, bought, purchase_value } => {
                if let Some(device) = self.device_mut(*item) {
                    device.bought = *bought;
                    device.purchase_value = *purchase_value;
                }
            }
            Change::ItemAdded { device } => {
                self.premium += device.premium.unwrap_or(Money::ZERO);
                self.devices.push(device.clone());
            }
            Change::ItemLeft { item, .. } => {
                if let Some(index) = self.devices.iter().position(|device| device.item == *item) {
                    self.premium -= self.part_of(*item).unwrap_or(Money::ZERO);
                    self.devices.remove(index);
                }
            }
            Change::PlanChanged { plan, flags, excess, parts } => {
                self.plan.clone_from(plan);
                self.flags.clone_from(flags);
                if parts.is_empty() {
                    self.share(endorsement.premium, before);
                }
                for device in &mut self.devices {
                    device.excess = excess.get(&device.item).copied().unwrap_or(device.excess);
                    device.premium = parts.get(&device.item).copied().or(device.premium);
                }
            }
            Change::InsuredAdded { insured } => self.insured.push(*insured),
            Change::InsuredLeft { person } => self.insured.retain(|insured| insured.person != *person),
            Change::AddressChanged => {}
            Change::TermsChanged { product, flags, parts, .. } => {
                if let Some(product) = product {
                    self.product = product.clone();
                }
                if let Some(flags) = flags {
                    self.flags.clone_from(flags);
                }
                if !parts.is_empty() {
                    self.reprice(parts);
                    return self;
                }
                self.share(endorsement.premium, before);
            }
        }
        if let Some(premium) = endorsement.premium {
            self.premium = premium;
        }
        // Worked out part by part: a device that came or left since it was decided costs its own part more or less.
        if let Change::PlanChanged { parts, .. } = &endorsement.change
            && !parts.is_empty()
            && let Some(sum) = self.devices.iter().map(|device| device.premium).sum()
        {
            self.premium = sum;
        }
        if self.premium < Money::ZERO {
            self.premium = before;
        }
        self
    }

    /// Changes each device's own part as the whole instalment changes, rounded half up; a device without one has what is left.
    fn share(&mut self, premium: Option<Money>, before: Money) {
        let Some(premium) = premium.filter(|_| before.is_positive()) else { return };
        for part in self.devices.iter_mut().filter_map(|device| device.premium.as_mut()) {
            *part = part.part(premium.cents(), before.cents(), Rounding::HalfUp);
        }
    }

    /// Gives each device that is named its new price; the policy costs so much more or less.
    fn reprice(&mut self, parts: &BTreeMap<u32, Money>) {
        let alone = self.devices.len() == 1;
        for (item, price) in parts {
            let Some(before) = self.part_of(*item) else { continue };
            self.premium += *price - before;
            if let Some(device) = self.device_mut(*item).filter(|device| !alone || device.premium.is_some()) {
                device.premium = Some(*price);
            }
        }
    }

    fn device_mut(&mut self, item: u32) -> Option<&mut Device> {
        self.devices.iter_mut().find(|device| device.item == item)
    }
}

impl Contract {
    /// The schedule that counts at an instant: every endorsement that counts by then, in the order in which they count.
    pub fn schedule_at(&self, at: Instant) -> Schedule {
        let first = Schedule::first(&self.application, self.starts());
        self.counting(|endorsement| endorsement.from <= at).into_iter().fold(first, Schedule::endorsed)
    }

    /// The contract with what its schedule said at an instant in place of what was applied for: what a claim for damage at
    /// that moment goes by.
    #[must_use]
    pub fn as_of(mut self, at: Instant) -> Self {
        let Schedule { product, plan, flags, devices, insured, premium, .. } = self.schedule_at(at);
        let application = Application { product, plan, flags, devices, insured, premium, ..self.application };
        self.application = application;
        self
    }

    /// All versions of the schedule, in the order in which they count; the first is as the policy was made.
    pub fn schedules(&self) -> Vec<Schedule> {
        let mut versions = vec![Schedule::first(&self.application, self.starts())];
        for endorsement in self.counting(|_| true) {
            let last = versions.last().expect("the first version is always there").clone();
            versions.push(last.endorsed(endorsement));
        }
        versions
    }

    /// Price of one instalment as it is by the end of a day: the day of a change is at the new price.
    pub fn premium_on(&self, day: Date) -> Money {
        if self.endorsements.is_empty() {
            return self.application.premium;
        }
        let first = Schedule::first(&self.application, self.starts());
        let counts = |endorsement: &Endorsement| kernel::local_date(endorsement.from, self.country()) <= day;
        self.counting(counts).into_iter().fold(first, Schedule::endorsed).premium
    }

    /// Price of one instalment just before an endorsement and from it on.
    pub(crate) fn premium_around(&self, endorsement: &Endorsement) -> (Money, Money) {
        let place = |e: &Endorsement| (e.from, e.no);
        let first = Schedule::first(&self.application, self.starts());
        let before = self.counting(|e| place(e) < place(endorsement));
        let before = before.into_iter().fold(first, Schedule::endorsed);
        (before.premium, before.clone().endorsed(endorsement).premium)
    }

    /// Endorsements that count: in their order, without those the insurer took back.
    fn counting(&self, counts: impl Fn(&Endorsement) -> bool) -> Vec<&Endorsement> {
        let stands = |e: &&Endorsement| counts(e) && !self.withdrawn.contains(&e.no);
        let mut counting: Vec<&Endorsement> = self.endorsements.iter().filter(stands).collect();
        counting.sort_by_key(|e| (e.from, e.no));
        counting
    }
}

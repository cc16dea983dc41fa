//! A house with two people in it, for the style guide and the tests of the gate.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use app::access::Principal;
use kernel::{Country, DeviceKind, Instant, Language, Money};

use crate::public::{Offer, OfferedPlan};
use crate::site::Need;
use crate::{Clock, Failure, Granted, House, Pending, Shell, Visitor};

/// Tries of one thing by one caller before it is slowed down.
const TRIES: u32 = 3;

/// Knows the sessions `customer` and `desk`. A customer may act on `my` things, the desk on all but `secret` ones.
#[derive(Debug, Default)]
pub struct SampleHouse {
    tries: Mutex<HashMap<(&'static str, String), u32>>,
}

impl SampleHouse {
    /// Everything the pages stand on, with a clock that stands still at `now` and randomness from `entropy`.
    pub fn shell(now: Instant, entropy: crate::Entropy, https: bool) -> Shell {
        Shell {
            house: Arc::new(Self::default()),
            live: None,
            clock: Arc::new(Still(now)),
            operational: Arc::new(Still(now)),
            entropy,
            https,
            sample_offers: offers(),
            sample_documents: Vec::new(),
        }
    }
}

/// Sample offers of both countries.
pub(super) fn offers() -> Vec<Offer> {
    let plan = |code: &str, cents, covers: &[(&'static str, bool)]| OfferedPlan {
        code: code.to_owned(),
        covers: covers.to_vec(),
        price: Some(Money::from_cents(cents)),
    };
    let (accident, defect, theft, case) = ("covers-accident", "covers-defect", "covers-theft", "covers-case");
    vec![
        Offer {
            product: "xandocare".to_owned(),
            country: Country::Nl,
            devices: vec![DeviceKind::Phone, DeviceKind::Tablet, DeviceKind::Laptop],
            plans: vec![
                plan("xandocare", 450, &[(accident, true), (defect, true), (theft, false), (case, false)]),
                plan("plus", 699, &[(accident, true), (defect, true), (theft, true), (case, false)]),
                plan("plus-protect", 625, &[(accident, true), (defect, true), (theft, true), (case, true)]),
            ],
        },
        Offer {
            product: "electronics-be".to_owned(),
            country: Country::Be,
            devices: vec![DeviceKind::Phone, DeviceKind::Smartwatch],
            plans: vec![plan("complete", 720, &[(accident, true), (defect, true), (theft, false)])],
        },
    ]
}

struct Still(Instant);

impl Clock for Still {
    fn now(&self) -> Instant {
        self.0
    }
}

impl House for SampleHouse {
    fn visitor<'a>(&'a self, session: &'a str, _: Instant) -> Pending<'a, Result<Option<Visitor>, Failure>> {
        let visitor = |id, role, name: &str, language| Visitor {
            id: kernel::Id::from_i64(id).expect("small numbers are IDs"),
            role,
            name: name.to_owned(),
            language,
            country: Country::Nl,
            who: Principal::with_role(kernel::Id::from_i64(id).expect("small numbers are IDs"), role),
        };
        let found = match session {
            "customer" => Some(visitor(1, kernel::Role::Policyholder, "Noor van Dijk", Language::Nl)),
            "desk" => Some(visitor(2, kernel::Role::Claims, "Sam Peeters", Language::En)),
            _ => None,
        };
        Box::pin(async move { if session == "broken" { Err(Failure::Unavailable) } else { Ok(found) } })
    }

    fn may<'a>(
        &'a self,
        visitor: &'a Visitor,
        _: Need,
        resource: Option<&'a str>,
        _: Instant,
    ) -> Pending<'a, Result<Granted, Failure>> {
        let desk = visitor.role != kernel::Role::Policyholder;
        let may = resource.is_none_or(|name| name != "secret" && (desk || name.starts_with("my")));
        let granted = Granted { role: visitor.role, thing: None };
        Box::pin(async move { if may { Ok(granted) } else { Err(Failure::NotAllowed) } })
    }

    fn look<'a>(
        &'a self,
        _: &'a Visitor,
        _: Need,
        _: Vec<kernel::Id>,
        _: Instant,
    ) -> Pending<'a, Result<(), Failure>> {
        Box::pin(async { Ok(()) })
    }

    fn slow_down(&self, what: &'static str, caller: &str, _: Instant) -> Option<u32> {
        let mut tries = self.tries.lock().ok()?;
        let count = tries.entry((what, caller.to_owned())).or_default();
        *count += 1;
        (*count > TRIES).then_some(90)
    }

    fn remember_language<'a>(
        &'a self,
        _: &'a Visitor,
        _: Language,
        _: Instant,
    ) -> Pending<'a, Result<(), Failure>> {
        Box::pin(async { Ok(()) })
    }

    fn waiting<'a>(&'a self, _: &'a Visitor, _: Instant) -> Pending<'a, Vec<(&'static str, usize)>> {
        Box::pin(async {
            vec![("work", 14), ("approvals", 2), ("applications", 5), ("claims", 7), ("stuck", 1)]
        })
    }
}

//! What is opened to a partner (PRIV-24): explicit, taken back at once, over with the insurance.

use billing::Frequency;
use kernel::Country;
use policy::{Command, PolicyRefusal};

use crate::history::{History, euro, sealed};

fn open(partner: u64, reports: bool) -> Command {
    Command::OpenToPartner { partner: sealed(partner).id, reports }
}

fn running(country: Country) -> History {
    let mut history = History::new(country);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history
}

#[test]
fn priv_24_nothing_is_open_until_the_policyholder_says_so_and_it_is_taken_back_at_once() {
    for country in [Country::Nl, Country::Be] {
        let mut history = running(country);
        assert_eq!(history.contract().open_to_partner(), None, "{country}");
        history.must("2026-03-02 09:00", &open(7, false));
        let view = history.contract().open_to_partner().copied().expect("it was opened");
        assert_eq!((view.partner, view.reports), (sealed(7).id, false), "looking only");
        assert_eq!(history.give("2026-03-02 09:01", &open(7, false)), Ok(0), "already done");
        history.must("2026-03-03 09:00", &open(7, true));
        assert!(history.contract().open_to_partner().is_some_and(|view| view.reports), "{country}");
        history.must("2026-03-03 09:01", &Command::CloseToPartner);
        assert_eq!(history.contract().open_to_partner(), None, "from that moment");
        assert_eq!(history.give("2026-03-03 09:02", &Command::CloseToPartner), Ok(0), "already done");
    }
}

#[test]
fn priv_19_it_is_over_with_the_insurance_and_taking_it_back_is_never_refused() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    history.must("2026-03-02 09:00", &open(7, true));
    history.must("2026-03-03 09:00", &Command::Reject { reason: None });
    assert_eq!(history.contract().open_to_partner(), None);
    assert_eq!(history.give("2026-03-04 09:00", &open(7, true)), Err(PolicyRefusal::PartnerViewOver));
    assert_eq!(history.give("2026-03-04 09:01", &Command::CloseToPartner), Ok(1));
}

//! A campaign itself: what is refused, and what may follow what.

use crate::{
    campaign::plan,
    history::{at, day, euro},
};
use kernel::{Country, Refusal};
use policy::{
    Campaign, CampaignEvent as Event, CampaignPhase as Phase, CampaignPlan, CampaignRefusal as No,
    NewWording, ProductRef, Reason, Repricing, Totals,
};

fn good() -> CampaignPlan {
    plan(Country::Nl, "2026-06-01", "2027-06-01")
}

fn to(code: &str, version: &str, plans: &[&str]) -> Option<NewWording> {
    let flags = plans.iter().map(|plan| ((*plan).to_owned(), [].into())).collect();
    let product = ProductRef { code: code.into(), version: version.into(), hash: "h2".into() };
    Some(NewWording { product, flags, adverse: true })
}

#[test]
fn what_cannot_be_meant_is_refused_by_name() {
    let one = |repricing| CampaignPlan { plans: [("plus".to_owned(), repricing)].into(), ..good() };
    let percent = |hundredths| one(Repricing::Percent { hundredths });
    let amount = |a_month: &str| one(Repricing::Amount { a_month: euro(a_month) });
    for (plan, expect) in [
        (good(), None),
        (CampaignPlan { name: "  ".into(), ..good() }, Some(No::NoName)),
        (CampaignPlan { reason: Reason { fr: " ".into(), ..good().reason }, ..good() }, Some(No::NoReason)),
        (CampaignPlan { plans: [].into(), ..good() }, Some(No::NoPlan)),
        (percent(0), Some(No::ChangesNothing)),
        (percent(10_000), None),
        (percent(10_001), Some(No::PercentOutOfRange)),
        (percent(-9_000), None),
        (percent(-9_001), Some(No::PercentOutOfRange)),
        (amount("0.00"), Some(No::ChangesNothing)),
        (amount("100.00"), None),
        (amount("100.01"), Some(No::AmountOutOfRange)),
        (amount("-100.01"), Some(No::AmountOutOfRange)),
        (one(Repricing::Tariff), Some(No::NoTariff)),
        (one(Repricing::Stays), Some(No::ChangesNothing)),
        (CampaignPlan { wording: to("xandocare", "2027-1", &["plus"]), ..one(Repricing::Stays) }, None),
        (CampaignPlan { wording: to("xandocare", "2027-1", &["plus"]), ..one(Repricing::Tariff) }, None),
        (
            CampaignPlan { wording: to("electronics-be", "2027-1", &["plus"]), ..good() },
            Some(No::OtherProduct),
        ),
        (CampaignPlan { wording: to("xandocare", "2021-1", &["plus"]), ..good() }, Some(No::SameVersion)),
        (CampaignPlan { wording: to("xandocare", "2027-1", &["basic"]), ..good() }, Some(No::PlanUnknown)),
        (CampaignPlan { from: day("2026-05-10"), ..good() }, Some(No::InPast)),
        (CampaignPlan { from: day("2026-05-11"), ..good() }, None),
        (CampaignPlan { until: day("2026-05-31"), ..good() }, Some(No::UntilBeforeFrom)),
        (CampaignPlan { until: day("2029-06-01"), ..good() }, Some(No::TooFar)),
        (CampaignPlan { from: day("9000-01-01"), until: day("9000-01-02"), ..good() }, Some(No::TooFar)),
    ] {
        let said = plan.check(day("2026-05-10")).err();
        assert_eq!(said, expect, "{plan:?}");
        if let Some(no) = said {
            assert!(no.code().starts_with("campaign-") && no.rule().is_some());
        }
    }
}

#[test]
fn two_campaigns_overlap_where_they_share_a_plan_of_a_version() {
    let other = |plan: &str, version: &str| CampaignPlan {
        plans: [(plan.to_owned(), Repricing::Stays)].into(),
        version: version.into(),
        ..good()
    };
    assert!(good().overlaps(&good()));
    assert!(good().overlaps(&other("plus", "2021-1")));
    assert!(!good().overlaps(&other("basic", "2021-1")));
    assert!(!good().overlaps(&other("plus", "2020-1")));
}

#[test]
fn what_may_follow_what() {
    let prepared = || Event::Prepared { plan: Box::new(good()) };
    let anew = || Event::Prepared { plan: Box::new(CampaignPlan { name: "Other".into(), ..good() }) };
    let proposed = || Event::Proposed { totals: Totals::default() };
    let told = |events: &[Event]| {
        let step = |campaign, event: &Event| Some(Campaign::next(campaign, event, at("2026-05-10 12:00")));
        events.iter().fold(None, step).expect("it began")
    };
    let running = [prepared(), proposed(), Event::Approved];
    for (before, event, expect) in [
        (vec![], prepared(), Ok(false)),
        (vec![], anew(), Ok(true)),
        (vec![], proposed(), Ok(true)),
        (vec![], Event::Approved, Err(No::NotNow)), // nobody proposed it: no way around the second person
        (vec![], Event::Dropped, Ok(true)),
        (vec![proposed()], anew(), Err(No::NotNow)),
        (vec![proposed()], Event::Dropped, Err(No::NotNow)),
        (vec![proposed()], Event::Declined, Ok(true)),
        (vec![proposed(), Event::Declined], anew(), Ok(true)),
        (running[1..].to_vec(), Event::Approved, Ok(false)),
        (running[1..].to_vec(), Event::Stopped, Ok(true)),
        (running[1..].to_vec(), Event::Announced, Ok(true)),
        ([&running[1..], &[Event::Stopped]].concat(), Event::Announced, Err(No::NotNow)),
        ([&running[1..], &[Event::Stopped]].concat(), Event::Resumed, Ok(true)),
        ([&running[1..], &[Event::Stopped, Event::Resumed]].concat(), Event::Resumed, Ok(false)),
        ([&running[1..], &[Event::Announced]].concat(), Event::Withdrawn, Ok(true)),
        ([&running[1..], &[Event::Withdrawn]].concat(), Event::TakenBack, Ok(true)),
        ([&running[1..], &[Event::Withdrawn]].concat(), Event::Resumed, Err(No::NotNow)),
        (vec![Event::Dropped], proposed(), Err(No::NotNow)),
    ] {
        let campaign = told(&[&[prepared()], before.as_slice()].concat());
        assert_eq!(campaign.may(&event), expect, "{event:?} after {before:?}");
    }
    assert_eq!(told(&running).phase, Phase::Announcing);
}

/// The eternal format of a campaign's events.
#[test]
fn events_are_written_as_they_always_were() {
    let plan = CampaignPlan {
        wording: to("xandocare", "2027-1", &["plus"]),
        plans: [
            ("basic".to_owned(), Repricing::Amount { a_month: euro("0.50") }),
            ("plus".to_owned(), Repricing::Tariff),
        ]
        .into(),
        ..good()
    };
    let totals = Totals { reached: 3, left_out: [("ending".to_owned(), 1)].into(), ..Totals::default() };
    for (event, written) in [
        (
            Event::Prepared { plan: Box::new(plan) },
            r#"{"event":"prepared","plan":{"name":"Premium 2027","reason":{"nl":"Duurder.","en":"Dearer.","fr":"Plus cher."},"country":"NL","product":"xandocare","version":"2021-1","plans":{"basic":{"by":"amount","a_month":50},"plus":{"by":"tariff"}},"wording":{"product":{"code":"xandocare","version":"2027-1","hash":"h2"},"flags":{"plus":{}},"adverse":true},"from":"2026-06-01","until":"2027-06-01"}}"#,
        ),
        (
            Event::Proposed { totals },
            r#"{"event":"proposed","totals":{"reached":3,"before":0,"after":0,"adverse":0,"left_out":{"ending":1}}}"#,
        ),
        (Event::Declined, r#"{"event":"declined"}"#),
        (Event::Approved, r#"{"event":"approved"}"#),
        (Event::Stopped, r#"{"event":"stopped"}"#),
        (Event::Resumed, r#"{"event":"resumed"}"#),
        (Event::Announced, r#"{"event":"announced"}"#),
        (Event::Withdrawn, r#"{"event":"withdrawn"}"#),
        (Event::TakenBack, r#"{"event":"taken-back"}"#),
        (Event::Dropped, r#"{"event":"dropped"}"#),
    ] {
        assert_eq!(serde_json::to_string(&event).unwrap(), written);
        assert_eq!(serde_json::from_str::<Event>(written).unwrap(), event);
        assert!(written.contains(event.kind()));
    }
}

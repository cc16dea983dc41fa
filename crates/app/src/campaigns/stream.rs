//! How a campaign is stored, and how what becomes of a policy reaches its campaign's row.

use std::collections::BTreeMap;

use kernel::{Id, Instant};
use policy::{Campaign, CampaignEvent, Contract, ContractEvent, terms_changes};
use store::{Tx, Value, params, row, sql, sql::Sql};

use crate::{
    AppError,
    streams::{Loaded, Stream},
};

impl Stream for Campaign {
    type Event = CampaignEvent;

    const WHAT: &'static str = "campaign";
    const STATE_VERSION: i64 = Campaign::STATE_VERSION;
    const EVENT_VERSION: u32 = CampaignEvent::VERSION;

    fn kind(event: &CampaignEvent) -> &'static str {
        event.kind()
    }

    fn write(event: &CampaignEvent) -> Vec<u8> {
        serde_json::to_vec(event).expect("an event has string keys only and always serialises")
    }

    fn read(version: u32, body: &[u8]) -> Result<CampaignEvent, serde_json::Error> {
        if version == CampaignEvent::VERSION {
            return serde_json::from_slice(body);
        }
        Err(serde::de::Error::custom(format_args!("no event of a campaign has version {version}")))
    }

    fn next(state: Option<Self>, event: &CampaignEvent, effective: Instant) -> Self {
        Campaign::next(state, event, effective)
    }

    fn select() -> &'static Sql {
        sql!("select id, version, state_version, state from campaign where id in ({ids})")
    }

    fn select_locked() -> &'static Sql {
        sql!(
            "select id, version, state_version, state from campaign where id in ({ids}) order by id {for_update}"
        )
    }

    fn upsert() -> &'static Sql {
        sql!(
            "insert into campaign (id, version, state_version, state, phase, product, since_us) values {rows} \
             on conflict (id) do update set version = excluded.version, state_version = excluded.state_version, \
             state = excluded.state, phase = excluded.phase, product = excluded.product"
        )
    }

    fn row(&self, id: Id, version: i64, state: String, _: Instant) -> Vec<Value> {
        let (phase, product) = (self.phase.code(), self.plan.product.as_str());
        row![id, version, Self::STATE_VERSION, state, phase, product, self.since]
    }

    /// The run looks for campaigns by their phase, and goes through policies rather than through campaigns.
    fn next_due(&self, _: Instant) -> Option<Instant> {
        None
    }
}

/// Writes where the changes of terms on contracts stand into the rows of their campaigns.
pub(crate) fn follow(
    tx: &mut Tx<'_>,
    now: Instant,
    contracts: &BTreeMap<Id, Loaded<Contract>>,
) -> Result<(), AppError> {
    let mut rows = Vec::new();
    let moved = |loaded: &&Loaded<Contract>| {
        loaded.new.iter().any(|new| matches!(new.event, ContractEvent::Policy(_)))
    };
    for loaded in contracts.values().filter(moved) {
        let Some(contract) = &loaded.state else { continue };
        for change in terms_changes(contract) {
            rows.push(row![
                change.campaign,
                loaded.id,
                change.standing.code(),
                change.before,
                change.after,
                kernel::local_date(change.endorsement.from, contract.country()),
                change.leave_by,
                change.adverse,
                now
            ]);
        }
    }
    if !rows.is_empty() {
        tx.exec_rows(
            sql!(
                "insert into campaign_policy (campaign, contract, state, before_cents, after_cents, starts_on, leave_by, \
                 adverse, told_us) values {rows} \
                 on conflict (campaign, contract) do update set state = excluded.state, reason = null"
            ),
            &params![],
            &rows,
        )?;
    }
    Ok(())
}

//! The claim as a stream, and its row.

use claims::{Claim, ClaimEvent};
use kernel::{Id, Instant};
use store::{Value, row, sql, sql::Sql};

use crate::streams::Stream;

impl Stream for Claim {
    type Event = ClaimEvent;

    const WHAT: &'static str = "claim";
    const STATE_VERSION: i64 = Claim::STATE_VERSION;
    const EVENT_VERSION: u32 = 1;

    fn kind(event: &ClaimEvent) -> &'static str {
        event.kind()
    }

    fn write(event: &ClaimEvent) -> Vec<u8> {
        event.write()
    }

    fn read(version: u32, body: &[u8]) -> Result<ClaimEvent, serde_json::Error> {
        ClaimEvent::read(i64::from(version), body)
    }

    fn next(state: Option<Self>, event: &ClaimEvent, effective: Instant) -> Self {
        Claim::next(state, event, effective)
    }

    fn select() -> &'static Sql {
        sql!("select id, version, state_version, state from claim where id in ({ids})")
    }

    fn select_locked() -> &'static Sql {
        sql!(
            "select id, version, state_version, state from claim where id in ({ids}) order by id {for_update}"
        )
    }

    fn upsert() -> &'static Sql {
        sql!(
            "insert into claim (id, version, state_version, state, number, contract, holder, country, agreement, phase, \
             cause, happened_us, reported_us, until_us, reserve_cents, approved_cents, paid_cents, way, closed_us) values {rows} \
             on conflict (id) do update set version = excluded.version, state_version = excluded.state_version, \
             state = excluded.state, phase = excluded.phase, cause = excluded.cause, \
             happened_us = excluded.happened_us, until_us = excluded.until_us, \
             reserve_cents = excluded.reserve_cents, approved_cents = excluded.approved_cents, \
             paid_cents = excluded.paid_cents, way = excluded.way, closed_us = excluded.closed_us"
        )
    }

    fn row(&self, id: Id, version: i64, state: String, _now: Instant) -> Vec<Value> {
        let report = &self.report;
        row![
            id,
            version,
            Self::STATE_VERSION,
            state,
            report.number.as_str(),
            report.contract,
            report.holder,
            report.country.code(),
            report.agreement.as_str(),
            self.phase().code(),
            self.cause(),
            self.happened_at(),
            self.reported_at,
            evidence_by(self),
            self.reserve,
            self.approved(),
            self.paid(),
            self.closed.map(|closed| closed.way.code()),
            self.closed.map(|closed| closed.at)
        ]
    }

    fn next_due(&self, _now: Instant) -> Option<Instant> {
        claims::next_due(self)
    }
}

/// When the term of evidence that is still awaited ends; the latest of several.
pub(super) fn evidence_by(claim: &Claim) -> Option<Instant> {
    claim.awaited().filter(|wanted| !wanted.passed).map(|wanted| wanted.until).max()
}

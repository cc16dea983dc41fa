//! What time does to a claim: the clock of evidence, our own terms, and reminders of what is due after a repair or replacement.

use kernel::Instant;

use crate::{Claim, ClaimEvent, Happened, Wanted, clock, job};

/// What is due by `now`, in the order in which it fell due. A reminder counts from when it is sent, the end of a term from
/// when it ended.
pub fn fall_due(claim: &Claim, now: Instant) -> Vec<Happened> {
    let mut out = job::fall_due(claim, now);
    if claim.closed.is_some() {
        return out;
    }
    out.extend(clock::fall_due(claim, now));
    let passed: Vec<&Wanted> =
        claim.awaited().filter(|wanted| !wanted.passed && wanted.until <= now).collect();
    let mut ends: Vec<Instant> = passed.iter().map(|wanted| wanted.until).collect();
    ends.sort_unstable();
    ends.dedup();
    for end in ends {
        let of_end = passed.iter().filter(|wanted| wanted.until == end);
        let missing = of_end.map(|wanted| wanted.kind.clone()).collect();
        out.push(Happened::at(end, ClaimEvent::EvidenceTermPassed { missing }));
    }
    // A reminder helps only while there is time left.
    let in_time = |wanted: &&Wanted| !wanted.reminded && wanted.remind_at <= now && now < wanted.until;
    if claim.awaited().any(|wanted| in_time(&wanted)) {
        out.push(Happened::at(now, ClaimEvent::EvidenceReminded));
    }
    out
}

/// When the claim next needs a look; none when time brings it nothing more.
pub fn next_due(claim: &Claim) -> Option<Instant> {
    let of_jobs = job::next_due(claim);
    if claim.closed.is_some() {
        return of_jobs;
    }
    let awaited = claim.awaited().filter(|wanted| !wanted.passed);
    let of_evidence = awaited.map(|wanted| if wanted.reminded { wanted.until } else { wanted.remind_at });
    of_evidence.chain(of_jobs).chain(clock::next_due(claim)).min()
}

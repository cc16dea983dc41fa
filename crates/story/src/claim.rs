//! Claims in a story.

use app::{
    App, AppError, attachments,
    claims::{self as claim_cases, Stated},
    contracts::Outcome,
    sealed::Purpose,
    testing::staff,
};
use kernel::{Actor, Channel, Instant, Language, Role};
use store::{Priority, Tx};

use crate::{
    Line,
    partner::shop,
    player::{Acted, Answer, Player, applicant, command_id, policyholder},
};

/// What a customer sends: nothing is read in it.
const PAPER: &[u8] = b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

impl Player<'_> {
    fn facts(line: &Line) -> Vec<Stated> {
        let own = ["of", "as", "claim", "refused", "rule", "already", "reason", "narrative"];
        line.others(&own).map(|(name, text)| Stated::new(name, &text.replacen(' ', "T", 1))).collect()
    }

    pub(crate) fn claim(&mut self, line: &Line) -> Acted {
        let made = self.person(line)?;
        let name = line.need("as")?.to_owned();
        let by_partner = line.verb.starts_with("partner");
        let report = claim_cases::Report {
            contract: made.contract,
            holder: Some(made.holder).filter(|_| !by_partner),
            items: Vec::new(),
            facts: Self::facts(line),
            narrative: line.get("narrative").unwrap_or("It just happened.").to_owned(),
            uploads: Vec::new(),
        };
        let actor = if by_partner { shop() } else { policyholder(made.holder, Channel::Portal) };
        let (app, now, command) = (self.app.clone(), self.now, command_id(line));
        let answer = self
            .app
            .db
            .write(Priority::Click, move |tx| claim_cases::report(&app, tx, now, &command, &actor, &report));
        match answer {
            Ok(reported) => {
                self.claims.insert(name, reported.id);
                Ok(if reported.was_there { Answer::AlreadyDone } else { Answer::Done })
            }
            Err(AppError::Refused(refused)) => Ok(Answer::Refused(refused)),
            Err(error) => Err(error.into()),
        }
    }

    pub(crate) fn state(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let facts = Self::facts(line);
        let actor = if line.verb.starts_with("customer") { applicant() } else { claims_desk() };
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::state_facts(app, tx, now, (command, &actor), claim, &facts)
        })
    }

    /// Papers and photos for a claim, one for each kind.
    pub(crate) fn send_evidence(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let kinds: Vec<String> = line.need("evidence")?.split(',').map(str::to_owned).collect();
        self.on_claim(line, move |app, tx, now, command| {
            let status = claim_cases::status(app, tx, now, claim, Language::En)?;
            let to = (status.holder, Purpose::Claim);
            let mut uploads = Vec::new();
            for kind in &kinds {
                uploads.push((kind.clone(), attachments::store(app, now, to, PAPER, kind)?));
            }
            let actor = policyholder(status.holder, Channel::Portal);
            claim_cases::add_evidence(app, tx, now, (command, &actor), claim, &uploads)
        })
    }

    pub(crate) fn find(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let mut facts = Self::facts(line);
        let Some(finding) = facts.pop().filter(|_| facts.is_empty()) else {
            return Err(line.error("`desk finds` needs exactly one finding by name").into());
        };
        let finding = claim_cases::NewFinding { finding, reason: line.need("reason")?.to_owned() };
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::state_finding(app, tx, now, (command, &claims_desk()), claim, &finding)
        })
    }

    pub(crate) fn approve(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::approve(app, tx, now, (command, &claims_desk()), claim).map(|_| Outcome::Done)
        })
    }

    pub(crate) fn refuse(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let reason = line.need("reason")?.to_owned();
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::refuse(app, tx, now, (command, &claims_desk()), claim, (&[1], &reason))
        })
    }

    pub(crate) fn object(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let words = line.need("words")?.to_owned();
        self.on_claim(line, move |app, tx, now, command| {
            let holder = claim_cases::status(app, tx, now, claim, Language::En)?.holder;
            let actor = policyholder(holder, Channel::Portal);
            claim_cases::object(app, tx, now, (command, &actor), claim, &words)
        })
    }

    /// The desk is who decided on the claims of a story; a manager is somebody else.
    pub(crate) fn answer_objection(&self, line: &Line, who: &str, upheld: bool) -> Acted {
        let claim = self.claim_of(line)?;
        let reason = line.need("reason")?.to_owned();
        let actor = if who == "desk" { claims_desk() } else { staff(22, Role::Manager) };
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::answer_objection(app, tx, now, (command, &actor), claim, (upheld, &reason))
        })
    }

    pub(crate) fn expect_back(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let kind = line.need("kind")?.parse();
        let new = claim_cases::NewRecovery {
            kind: kind.map_err(|_| line.error("kind= is third-party, salvage, reclaim or investigation"))?,
            amount: line.need("amount")?.parse().map_err(|_| line.error("amount= is an amount"))?,
            from: line.get("from").unwrap_or("somebody").to_owned(),
            why: line.need("reason")?.to_owned(),
        };
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::expect_recovery(app, tx, now, (command, &claims_desk()), claim, &new)
                .map(|_| Outcome::Done)
        })
    }

    /// What being late comes to, with the registered reminder if there was one; a manager agrees.
    pub(crate) fn propose_lateness(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let reminded = crate::ending::day(line, "reminded")?;
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::propose_lateness(app, tx, now, (command, &claims_desk()), claim, reminded)
                .map(|_| Outcome::Done)
        })
    }

    /// What is pending beside a claim with fraud; a manager agrees.
    pub(crate) fn leave_aside(&self, line: &Line) -> Acted {
        let claim = self.claim_of(line)?;
        let reason = line.need("reason")?.to_owned();
        self.on_claim(line, move |app, tx, now, command| {
            claim_cases::propose_leaving_aside(app, tx, now, (command, &claims_desk()), claim, &reason)
                .map(|_| Outcome::Done)
        })
    }

    /// An incident that the claims desk writes down; a manager agrees.
    pub(crate) fn propose_incident(&self, line: &Line) -> Acted {
        let contract = self.person(line)?.contract;
        let claim = if line.get("claim").is_some() { Some(self.claim_of(line)?) } else { None };
        let kind = line.need("kind")?.parse().map_err(|_| line.error("kind= is fraud or non-payment"))?;
        let (words, command) = (line.need("reason")?.to_owned(), command_id(line));
        self.write(move |app, tx, now| {
            let by = (command.as_str(), &claims_desk());
            app::incidents::propose(app, tx, now, by, (contract, claim), (kind, &words))
                .map(|_| Outcome::Done)
        })
    }

    fn on_claim(
        &self,
        line: &Line,
        act: impl Fn(&App, &mut Tx<'_>, Instant, &str) -> Result<Outcome, AppError> + Send + 'static,
    ) -> Acted {
        let command = command_id(line);
        self.write(move |app, tx, now| act(app, tx, now, &command))
    }
}

fn claims_desk() -> Actor {
    staff(21, Role::Claims)
}

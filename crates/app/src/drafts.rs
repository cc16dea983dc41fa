//! Applying without an account (PRIV-33): what was told waits, sealed, until the link in the mail is used. The application
//! is made then, and cover starts then (NL-PROV-01).

use documents::{Addressee, Content, content as say};
use kernel::{Actor, Channel, Id, Instant, Role};
use store::{Tx, params, row, sql};

use crate::{
    App, AppError, Refused,
    apply::{self, Holder, Made, Proposal},
    identity::{LinkPurpose, LinkRefusal, LinkTarget, NewLink, Token, links},
    letters::{self, NewLetter},
    sealed::Purpose,
};

/// Keeps a proposal until its link is used, and mails the link. `holder` is the id the applicant will have: attachments were
/// sealed for it. The same form with the same answers again does nothing; with other answers, such as a corrected address, it
/// takes the place of the one before, whose link no longer opens.
///
/// # Errors
/// [`AppError::Refused`] when the proposal cannot be insured or names no e-mail address; `draft-made-already` when the
/// application was made of it meanwhile.
pub fn save(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    command: &str,
    holder: Id,
    token: &Token,
    proposal: &Proposal,
) -> Result<(), AppError> {
    let before = tx.query_opt(
        sql!("select id, content, contract from draft where form = ?1 {for_update}"),
        &params![command],
    )?;
    if let Some(row) = &before {
        if row.opt_id::<Id>("contract")?.is_some() {
            return Err(AppError::Refused(Refused::new("draft-made-already", None)));
        }
        if app.unseal_row::<Proposal>(tx, row.id("content")?)?.is_some_and(|kept| is_same(&kept, proposal)) {
            return Ok(());
        }
    }
    let Some(email) = proposal.profile.email.clone() else {
        return Err(AppError::Refused(Refused::new("applicant-no-email", None)));
    };
    apply::check_all(app, tx, now, proposal)?;
    // A draft is of somebody new: it can be forgotten whole. The id of a party never becomes one.
    if tx.query_opt(sql!("select id from party where id = ?1"), &params![holder])?.is_some() {
        return Err(AppError::Refused(Refused::new("draft-not-yours", None)));
    }
    let product = app.products.sold(tx, &proposal.product)?;
    let agreement = app
        .products
        .agreement_for(product.code(), kernel::local_date(now, product.country()))
        .ok_or_else(|| AppError::missing("an agreement in force for", product.code()))?;
    let draft = app.new_id(holder.shard(), now);
    let content = app.seal(tx, now, (holder, Purpose::Draft, "proposal"), None, proposal)?;
    let works_until =
        now + std::time::Duration::from_secs(LinkPurpose::ConfirmApplication.valid_seconds().unsigned_abs());
    if let Some(row) = &before {
        // Its link leads nowhere from now on.
        tx.exec(sql!("delete from draft where id = ?1"), &params![row.id::<Id>("id")?])?;
    }
    tx.insert(
        sql!("insert into draft (id, holder, content, created_us, expires_us, form) values {rows}"),
        &[row![draft, holder, content.id, now, works_until, command]],
    )?;
    let target = LinkTarget::File { party: holder, file: draft };
    links::issue(
        tx,
        now,
        &[NewLink { token: token.clone(), purpose: LinkPurpose::ConfirmApplication, target }],
    )?;
    let plan = product.plan(&proposal.plan).map_or("", |plan| plan.name.get(proposal.language)).to_owned();
    let to = Addressee { name: String::new(), address: None, email: Some(email) };
    let letter = NewLetter {
        stream: draft,
        holder,
        language: proposal.language,
        agreement: agreement.code.clone(),
        policy: None,
        claim: None,
        content: Content::ApplicantLink(say::ApplicantLink {
            plan,
            link: format!("/apply/confirm/{}", token.text()),
            works_until,
        }),
        by_post: false,
    };
    letters::send_to(app, tx, now, &format!("draft:{draft}"), to, letter)
}

/// For so long after a link was used, using it again is the same click said twice.
const SAME_CLICK: std::time::Duration = std::time::Duration::from_secs(10 * 60);

/// What would be confirmed with a link, without using it.
///
/// # Errors
/// [`AppError::Refused`] when the link does not open, or the draft was forgotten.
pub fn waiting(app: &App, tx: &mut Tx<'_>, now: Instant, token: &Token) -> Result<Proposal, AppError> {
    let target = links::peek(tx, now, token, LinkPurpose::ConfirmApplication)?;
    let target = match target {
        Err(LinkRefusal::Used) => {
            links::just_used(tx, now, token, LinkPurpose::ConfirmApplication, SAME_CLICK)?
        }
        other => other,
    };
    let target = target.map_err(|refusal| AppError::Refused(Refused::from(&refusal)))?;
    let LinkTarget::File { file, .. } = target else {
        return Err(AppError::damaged("the link of a draft", "draft"));
    };
    let proposal = content(app, tx, file)?;
    proposal.ok_or_else(|| AppError::Refused(Refused::new("draft-forgotten", None)))
}

/// Makes the application of a draft whose link was used; the link works once. Who clicks twice gets the same answer.
///
/// # Errors
/// [`AppError::Refused`] when the link does not open, or the proposal cannot be insured any more.
pub fn confirm(app: &App, tx: &mut Tx<'_>, now: Instant, token: &Token) -> Result<Made, AppError> {
    let target = match links::redeem(tx, now, token, LinkPurpose::ConfirmApplication)? {
        Err(LinkRefusal::Used) => {
            links::just_used(tx, now, token, LinkPurpose::ConfirmApplication, SAME_CLICK)?
        }
        other => other,
    };
    let target = target.map_err(|refusal| AppError::Refused(Refused::from(&refusal)))?;
    let LinkTarget::File { party, file } = target else {
        return Err(AppError::damaged("the link of a draft", "draft"));
    };
    let proposal = content(app, tx, file)?;
    let proposal = proposal.ok_or_else(|| AppError::Refused(Refused::new("draft-forgotten", None)))?;
    let actor = Actor::new(party, Role::Policyholder, Channel::Portal);
    let made = apply::apply(app, tx, now, &format!("draft:{file}"), &actor, Holder::New(party), &proposal)?;
    tx.exec(sql!("update draft set contract = ?1 where id = ?2"), &params![made.contract, file])?;
    Ok(made)
}

/// Whether two forms say the same. A file that is sent again is sealed again under another name; its size tells.
fn is_same(kept: &Proposal, sent: &Proposal) -> bool {
    let file = |proposal: &Proposal| {
        proposal.proof.as_ref().map(|proof| (proof.media_type.clone(), proof.size_bytes))
    };
    let bare = |proposal: &Proposal| Proposal { proof: None, ..proposal.clone() };
    file(kept) == file(sent) && bare(kept) == bare(sent)
}

/// What was told; none when it was forgotten, or replaced by a later form.
fn content(app: &App, tx: &mut Tx<'_>, draft: Id) -> Result<Option<Proposal>, AppError> {
    let row = tx.query_opt(sql!("select content from draft where id = ?1"), &params![draft])?;
    row.map_or(Ok(None), |row| app.unseal_row(tx, row.id("content")?))
}

/// Drafts forgotten in one transaction.
const SWEEP: i64 = 500;

/// Forgets drafts whose link was never used, with everything sealed for them. Answers how many. The rows go first, in one
/// transaction that looks again; keys are destroyed only of those who became no party.
///
/// # Errors
/// [`AppError::Store`].
pub fn sweep(app: &App, now: Instant) -> Result<u64, AppError> {
    let mut swept = 0;
    loop {
        let holders = app.db.write(store::Priority::Run, move |tx| {
            let rows = tx.query(
                sql!(
                    "delete from draft where id in (select id from draft where contract is null and expires_us <= ?1 \
                     order by id limit ?2) and contract is null returning holder"
                ),
                &params![now, SWEEP],
            )?;
            let holders = rows.iter().map(|row| row.id::<Id>("holder")).collect::<Result<Vec<_>, _>>()?;
            let known = tx.query_ids(sql!("select id from party where id in ({ids})"), &params![], &holders)?;
            let known = known.iter().map(|row| row.id::<Id>("id")).collect::<Result<Vec<_>, _>>()?;
            let left =
                tx.query_ids(sql!("select holder from draft where holder in ({ids})"), &params![], &holders)?;
            let left = left.iter().map(|row| row.id::<Id>("holder")).collect::<Result<Vec<_>, _>>()?;
            Ok::<_, AppError>((
                rows.len() as u64,
                holders.into_iter().filter(|id| !known.contains(id) && !left.contains(id)).collect::<Vec<_>>(),
            ))
        })?;
        let (count, holders) = holders;
        let keys: Vec<(Id, &str)> = holders
            .iter()
            .flat_map(|id| [Purpose::Draft, Purpose::Contract, Purpose::Letters].map(|p| (*id, p.name())))
            .collect();
        app.vault.forget(now, &keys)?;
        swept += count;
        if count < SWEEP.unsigned_abs() {
            return Ok(swept);
        }
    }
}

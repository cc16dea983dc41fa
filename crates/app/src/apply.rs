//! Applying for a policy: what the applicant tells, checked and sealed, becomes an application (NL-PROV, BE-PROV).

use std::collections::BTreeSet;

use kernel::{
    Actor, Date, DeviceKind, Frequency, Id, Imei, Instant, Language, Money, PolicyNumber, Rule, SerialNumber,
    VaultRef,
};
use party::{PartyKind, Payee, Profile};
use policy::{Application, ApplicationItem, Command, Device, HolderKind, PolicyTerms, ProductRef};
use serde::{Deserialize, Serialize};
use store::{Tx, unique};
use terms::Product;

use crate::{
    App, AppError, Refused,
    contracts::{self, Order},
    devices,
    known::{self, Applicant},
    mandates,
    parties::{self, NewParty},
    screening::Subject,
    sealed::Purpose,
};

/// Make, model and numbers of a device: sealed, because they lead to a person (DATA-05).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceIdentity {
    /// Make and model.
    pub model: String,
    /// IMEI, of what has one.
    pub imei: Option<Imei>,
    /// Serial number.
    pub serial: Option<SerialNumber>,
}

impl std::fmt::Debug for DeviceIdentity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DeviceIdentity(sealed)")
    }
}

/// All that an applicant tells. Personal: only ever sealed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// Product code.
    pub product: String,
    /// Plan.
    pub plan: String,
    /// How premium is paid.
    pub frequency: Frequency,
    /// Consumer or business (DATA-10).
    pub holder_kind: HolderKind,
    /// Language for everything written.
    pub language: Language,
    /// Who applies.
    pub profile: Profile,
    /// Agrees that legal notices come by e-mail (LAW-NL-INS-03).
    pub by_email: bool,
    /// What is to be insured.
    pub device: ProposedDevice,
    /// Account for direct debit, with the mandate given; none: the applicant transfers.
    pub mandate: Option<Payee>,
    /// Proof of purchase: the attachment's name, if one was uploaded.
    pub proof: Option<Attached>,
    /// What the application asks for and did not come with it; in Belgium cover waits for it (BE-PROV-02).
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub missing: BTreeSet<ApplicationItem>,
    /// Code of the partner that brought the applicant, as its link carries it (ACT-08).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
}

/// The device of a proposal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProposedDevice {
    /// What it is.
    pub kind: DeviceKind,
    /// Make, model, numbers.
    pub identity: DeviceIdentity,
    /// Day of purchase.
    pub bought: Date,
    /// Price on the proof of purchase.
    pub purchase_value: Money,
}

/// An attachment that was uploaded and sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// Its name in the folder of attachments.
    pub hash: String,
    /// Type by content, such as `image/jpeg`.
    pub media_type: String,
    /// Size in bytes.
    pub size_bytes: u64,
}

/// What a proposal costs, before anybody is asked who they are.
///
/// # Errors
/// [`AppError::Refused`] when it cannot be insured.
pub fn quote(
    product: &Product,
    plan: &str,
    device: DeviceKind,
    purchase_value: Money,
    frequency: Frequency,
    (bought, today): (Date, Date),
) -> Result<terms::Quote, AppError> {
    product
        .quote(plan, device, purchase_value, frequency, bought, today)
        .map_err(|refusal| AppError::Refused(Refused::from(&refusal)))
}

/// An application that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The contract.
    pub contract: Id,
    /// The policyholder.
    pub holder: Id,
    /// The policy number.
    pub number: PolicyNumber,
}

/// Who applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Somebody we know: their own data counts, not the proposal's.
    Known(Id),
    /// Somebody new, under this id.
    New(Id),
}

/// Checks a proposal without making anything of it.
///
/// # Errors
/// [`AppError::Refused`] when it cannot be insured.
pub fn check_all(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    proposal: &Proposal,
) -> Result<terms::Quote, AppError> {
    let product = app.products.sold(tx, &proposal.product)?;
    let today = kernel::local_date(now, product.country());
    check(proposal, today)?;
    let device = &proposal.device;
    let (bought, value) = (device.bought, device.purchase_value);
    quote(&product, &proposal.plan, device.kind, value, proposal.frequency, (bought, today))
}

/// Makes an application of a proposal: registers the applicant who is new, asks the screening, and starts
/// provisional cover when it is clear (NL-PROV-01, AMB-41). The same command again gives the same answer.
///
/// # Errors
/// [`AppError::Refused`] when it cannot be insured; nothing is kept then.
pub fn apply(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    command: &str,
    actor: &Actor,
    holder: Holder,
    proposal: &Proposal,
) -> Result<Made, AppError> {
    if let Some(made) = store::command::seen(tx, &[command])?.remove(0) {
        return already_made(&made);
    }
    let product = app.products.sold(tx, &proposal.product)?;
    let country = product.country();
    let today = kernel::local_date(now, country);
    let device = &proposal.device;
    let price = check_all(app, tx, now, proposal)?;
    let agreement = app
        .products
        .agreement_for(product.code(), today)
        .ok_or_else(|| AppError::missing("an agreement in force for", product.code()))?;
    if let Some(code) = &proposal.partner
        && !agreement.partner(code).is_some_and(|partner| partner.in_force(today))
    {
        return Err(Refused::new("partner-unknown", Some(kernel::Rule("ACT-08")))
            .with("partner", code)
            .into());
    }
    let (holder, is_new) = match holder {
        Holder::Known(id) => (id, false),
        Holder::New(id) => (id, true),
    };
    let contract = app.new_id(holder.shard(), now);
    if is_new {
        let kind =
            if proposal.holder_kind == HolderKind::Business { PartyKind::Company } else { PartyKind::Person };
        let new = NewParty {
            kind,
            country,
            language: proposal.language,
            by_email: proposal.by_email,
            profile: &proposal.profile,
        };
        parties::register(app, tx, now, holder, actor, command, &new)?;
    }
    devices::take(app, tx, now, contract, &device.identity)?;
    let number = free_number(app, tx, contract)?;
    let identity = app.seal(tx, now, (holder, Purpose::Contract, "device"), None, &device.identity)?;
    let proof: Option<VaultRef> = match &proposal.proof {
        None => None,
        Some(proof) => {
            Some(app.seal(tx, now, (holder, Purpose::Contract, "proof-of-purchase"), None, proof)?)
        }
    };
    let plan = product.plan(&proposal.plan).ok_or_else(|| AppError::missing("a plan", &proposal.plan))?;
    let application = Application {
        number: number.clone(),
        holder,
        holder_kind: proposal.holder_kind,
        country,
        language: proposal.language,
        product: ProductRef {
            code: product.code().to_owned(),
            version: product.wording().version.clone(),
            hash: product.content_hash().to_owned(),
        },
        agreement: agreement.code.clone(),
        plan: plan.code.clone(),
        flags: plan.flags.clone(),
        devices: vec![Device {
            item: 1,
            kind: device.kind,
            identity,
            bought: device.bought,
            purchase_value: device.purchase_value,
            excess: price.excess,
            premium: None,
        }],
        premium: price.premium,
        frequency: proposal.frequency,
        terms: policy_terms(&product, proposal.frequency),
        proof,
        missing: proposal.missing.clone(),
        minor: None,
        insured: Vec::new(),
        partner: proposal.partner.clone(),
    };
    let verdict = app.screener.screen(&Subject { name: &proposal.profile.name, born: proposal.profile.born });
    let order = |step: &str, command_: Command| Order {
        id: format!("{command}:{step}"),
        contract,
        command: command_,
        actor: actor.clone(),
    };
    let mut orders = vec![order("apply", Command::Apply { application: Box::new(application) })];
    if let Some(debtor) = &proposal.mandate {
        let debtor = app.seal(tx, now, (holder, Purpose::Contract, "account"), None, debtor)?;
        orders.push(order(
            "mandate",
            Command::GiveMandate {
                reference: mandates::next_reference(&number, None),
                debtor,
                signed: today,
            },
        ));
    }
    let applicant = Applicant {
        contract,
        holder,
        profile: &proposal.profile,
        device: &device.identity,
        account: proposal.mandate.as_ref(),
    };
    if let Some(found) = known::check(app, tx, now, &applicant)? {
        orders.push(Order { actor: App::machine(), ..order("known", Command::NoteSignals { found }) });
    }
    orders.push(Order { actor: App::machine(), ..order("screen", Command::Screen { verdict }) });
    for answer in contracts::execute(app, tx, now, &orders)? {
        answer?;
    }
    let outcome = serde_json::json!({ "contract": contract, "holder": holder, "number": number }).to_string();
    store::command::record(tx, now, &[(command, outcome)])?;
    Ok(Made { contract, holder, number })
}

fn already_made(outcome: &str) -> Result<Made, AppError> {
    #[derive(Deserialize)]
    struct Stored {
        contract: Id,
        holder: Id,
        number: PolicyNumber,
    }
    let stored: Stored = serde_json::from_str(outcome)
        .map_err(|_| AppError::damaged("the outcome of a command", "application"))?;
    Ok(Made { contract: stored.contract, holder: stored.holder, number: stored.number })
}

/// Whether somebody is not of age on a day (LAW-FMT-10).
pub fn is_minor(born: Date, today: Date) -> bool {
    const OF_AGE_YEARS: i32 = 18;
    today < kernel::years_old_on(born, OF_AGE_YEARS)
}

/// What the forms check too, so that no channel gets past it.
fn check(proposal: &Proposal, today: Date) -> Result<(), AppError> {
    let refuse = |code: &str, rule| Err(AppError::Refused(Refused::new(code, rule)));
    if proposal.profile.name.trim().is_empty() {
        return refuse("applicant-no-name", None);
    }
    if let Some(born) = proposal.profile.born {
        // LAW-FMT-10: a minor applies through a parent.
        if is_minor(born, today) {
            return refuse("applicant-minor", Some(Rule("LAW-FMT-10")));
        }
    }
    let identity = &proposal.device.identity;
    if identity.imei.is_none() && identity.serial.is_none() {
        return refuse("device-no-number", Some(Rule("NL-PROV-09")));
    }
    if proposal.by_email && proposal.profile.email.is_none() {
        return refuse("applicant-no-email", None);
    }
    Ok(())
}

pub(crate) fn free_number(app: &App, tx: &mut Tx<'_>, contract: Id) -> Result<PolicyNumber, AppError> {
    for _ in 0..16 {
        let number = PolicyNumber::from_entropy(app.draw());
        let claim =
            unique::Claim { kind: "policy-number", value: number.as_str().to_owned(), owner: contract };
        if matches!(unique::claim(tx, &[claim])?[0], unique::Claimed::Yours) {
            return Ok(number);
        }
    }
    Err(AppError::missing("a free policy number after tries", 16))
}

/// The figures a policy is sold under, from the product's parameters (GEN-RANK-05).
pub(crate) fn policy_terms(product: &Product, frequency: Frequency) -> PolicyTerms {
    let days = |name: &str| match product.param_term(name) {
        kernel::Term::Days(days) => days,
        _ => 0,
    };
    let rulebook = policy::EndingTerms::of(product.country());
    PolicyTerms {
        provisional: product.param_term("provisional_cover"),
        warn_days: vec![days("provisional_first_alarm"), days("provisional_last_alarm")],
        cooling_off: product.param_term("cooling_off"),
        minimum: product.param_term("minimum_duration"),
        notice: product.param_term("notice_customer"),
        duration: Some(match frequency {
            Frequency::OneOff => product.param_term("one_off_duration"),
            Frequency::Monthly | Frequency::Yearly => product.param_term("maximum_duration"),
        }),
        dunning: billing::DunningTerms {
            remind_after: product.param_term("overdue_before_reminder"),
            pay_within: product.param_term("reminder_term"),
            cover_back_after: product.param_term("cover_resumes_after"),
        },
        endings: Some(policy::EndingTerms {
            renewal: product.param_term("renewal_period"),
            insurer: product.param_term("notice_insurer"),
            after_claim_within: product.param_term("after_claim_window"),
            after_claim: product.param_term("notice_customer_after_claim"),
            insurer_after_claim: product.param_term("notice_insurer_after_claim"),
            unpaid_due_dates: u32::try_from(product.param_percent("unpaid_due_dates_before_end"))
                .unwrap_or(rulebook.unpaid_due_dates),
            ..rulebook
        }),
    }
}

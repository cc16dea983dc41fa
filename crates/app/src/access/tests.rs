//! The rules as one table, and what must hold over all of it.

use super::engine::{group, policies, schema, uid};
use super::*;
use cedar_policy::{PolicySet, ValidationMode, Validator};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

static ACCESS: LazyLock<Access> = LazyLock::new(Access::new);

const ROLES: [Role; 15] = [
    Role::Anonymous,
    Role::Policyholder,
    Role::Partner,
    Role::Repairer,
    Role::Insurer,
    Role::Acceptance,
    Role::Claims,
    Role::Finance,
    Role::Complaints,
    Role::PrivacyManager,
    Role::ProductManager,
    Role::Manager,
    Role::Auditor,
    Role::Operator,
    Role::Machine,
];

fn id(n: i64) -> Id {
    Id::from_i64(n).unwrap()
}

/// Somebody in this role who holds every scope there is.
fn somebody(role: Role) -> Principal {
    Principal {
        party: Some(id(11)),
        partner: Some(id(12)),
        repairer: Some(id(13)),
        insurer: Some("rosemont".to_owned()),
        ..Principal::with_role(id(10), role)
    }
}

fn outsider(role: Role) -> bool {
    matches!(role, Role::Policyholder | Role::Partner | Role::Repairer | Role::Insurer | Role::Anonymous)
}

/// Each role × act, with the kind of resource as heading and the scope in the cell.
#[test]
fn the_whole_table() {
    let mut columns: Vec<(String, Principal)> =
        ROLES.iter().map(|&role| (short(role.code()), somebody(role))).collect();
    let by_link = Principal::customer_by_link(id(11), id(70));
    columns.insert(2, ("by link".to_owned(), by_link));
    let mut table = String::from(
        "all: everything   own: the customer's own   file: of it, the one application or policy of the mailed link\n\
         shop: what the customer opened to this partner   report: what it lets it report   rep: ordered from this repairer   ins: this insurer's\n\
         me: one's own login   \u{b7}: not allowed   *: needs a second person\n\n",
    );
    write!(table, "{:26}", "").unwrap();
    for (heading, _) in &columns {
        write!(table, "{heading:<9}").unwrap();
    }
    let mut kind = None;
    for &action in Action::ALL {
        if kind != Some(action.kind()) {
            kind = Some(action.kind());
            write!(table, "\n{}", action.kind().name()).unwrap();
        }
        let second = if in_group(action, "Second") { "*" } else { "" };
        write!(table, "\n  {:24}", format!("{}{second}", action.name())).unwrap();
        for (_, who) in &columns {
            let cell = match ACCESS.scope(who, action) {
                Scope::All => "all",
                Scope::Own(_) => "own",
                Scope::File { .. } => "file",
                Scope::Partner(_) => "shop",
                Scope::Reporter(_) => "report",
                Scope::Repairer(_) => "rep",
                Scope::Insurer(_) => "ins",
                Scope::Account(_) => "me",
                Scope::None => "\u{b7}",
            };
            write!(table, "{cell:<9}").unwrap();
        }
    }
    let table = table.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!("role_by_act", table);
}

/// A heading of at most eight letters.
fn short(code: &str) -> String {
    match code {
        "policyholder" => "customer".to_owned(),
        "privacy-manager" => "privacy".to_owned(),
        "product-manager" => "product".to_owned(),
        _ => code.chars().take(8).collect(),
    }
}

#[test]
fn policies_fit_the_schema() {
    let set = PolicySet::from_policies(policies()).unwrap();
    let found = Validator::new(schema()).validate(&set, ValidationMode::Strict);
    let faults: Vec<String> = found.validation_errors().map(ToString::to_string).collect();
    assert!(found.validation_passed(), "{faults:#?}");
    let warnings: Vec<String> = found.validation_warnings().map(ToString::to_string).collect();
    assert!(warnings.is_empty(), "{warnings:#?}");
}

#[test]
fn acts_in_code_and_schema_are_the_same() {
    let schema = schema();
    let groups = ["View", "Change", "Personal", "Refuse", "Find", "Second", "Desk"];
    let named: BTreeSet<String> = schema.actions().map(|uid| uid.id().unescaped().to_owned()).collect();
    let ours: BTreeSet<String> =
        Action::ALL.iter().map(|a| a.name()).chain(groups).map(ToOwned::to_owned).collect();
    assert_eq!(named, ours);
    for &action in Action::ALL {
        assert_eq!(Action::from_name(action.name()), Some(action));
        let kinds: Vec<String> = schema
            .resources_for_action(&uid("Action", action.name()))
            .into_iter()
            .flatten()
            .map(ToString::to_string)
            .collect();
        assert_eq!(kinds, [action.kind().name()], "{}", action.name());
        assert!(
            in_group(action, "View") != in_group(action, "Change"),
            "{}: either View or Change",
            action.name()
        );
    }
}

#[test]
fn rules_are_named_once_and_bars_are_known() {
    let mut names = BTreeSet::new();
    for policy in policies() {
        assert!(names.insert(policy.id().to_string()), "two rules are called {}", policy.id());
        let forbids = policy.effect() == cedar_policy::Effect::Forbid;
        let bar = policy.annotation("bar");
        assert_eq!(forbids, bar.is_some(), "{}: a forbid, and only it, names its @bar", policy.id());
        assert!(bar.is_none_or(|name| Bar::ALL.iter().any(|bar| bar.name() == name)), "{}", policy.id());
    }
}

/// One answer: who, what, on what, and the bar if any.
#[track_caller]
fn check(who: &Principal, action: Action, on: &Resource, expect: Result<(), Bar>) {
    let answer = ACCESS.authorise(who, action, on).map(|_| ()).map_err(|denied| denied.bar);
    assert_eq!(answer, expect, "{:?} {} {on:?}", who.roles, action.name());
}

#[test]
fn single_answers() {
    let customer = Principal::customer(id(10), id(11));
    let (own, other) = (Resource::of(id(11)), Resource::of(id(99)));
    check(&customer, Action::ViewPolicy, &own, Ok(()));
    check(&customer, Action::ViewPolicy, &other, Err(Bar::NotPermitted));
    check(&customer, Action::ViewPolicy, &Resource::any(), Err(Bar::NotPermitted));
    check(&customer, Action::ManageAccount, &Resource::account(id(10)), Ok(()));
    check(&customer, Action::ManageAccount, &Resource::account(id(99)), Err(Bar::NotPermitted));

    let by_link = Principal::customer_by_link(id(11), id(70));
    check(&by_link, Action::ConfirmApplication, &Resource::of(id(11)).in_file(id(70)), Ok(()));
    check(&by_link, Action::ConfirmApplication, &Resource::of(id(11)).in_file(id(71)), Err(Bar::OneFile));
    check(
        &by_link,
        Action::ConfirmApplication,
        &Resource::of(id(12)).in_file(id(70)),
        Err(Bar::NotPermitted),
    );
    check(&by_link, Action::ViewOwnOverview, &own, Err(Bar::OneFile));
    check(&by_link, Action::OpenAccount, &Resource::any(), Ok(()));

    let claims = Principal::with_role(id(20), Role::Claims);
    check(&claims, Action::ApprovePayout, &own.clone().proposed_by(id(21)), Ok(()));
    check(&claims, Action::ApprovePayout, &own.clone().proposed_by(id(20)), Err(Bar::FourEyes));
    check(&claims, Action::ApprovePayout, &own, Err(Bar::FourEyes));
    check(&claims, Action::ReleasePayments, &Resource::any().proposed_by(id(21)), Err(Bar::NotPermitted));
    let insured_colleague = Principal { party: Some(id(11)), ..claims };
    check(&insured_colleague, Action::DecideClaim, &own, Err(Bar::OwnAffairs));
    check(&insured_colleague, Action::DecideClaim, &other, Ok(()));

    let machine = Principal::machine(id(1));
    check(&machine, Action::DecideClaim, &own, Ok(()));
    for action in
        [Action::RefuseClaim, Action::RejectApplication, Action::StateFinding, Action::ApprovePayout]
    {
        check(&machine, action, &own.clone().proposed_by(id(21)), Err(Bar::OnlyAPersonRefuses));
    }
    let auditor = Principal::with_role(id(30), Role::Auditor);
    check(&auditor, Action::ViewClaim, &own, Ok(()));
    check(&auditor, Action::AddEvidence, &own, Err(Bar::ChangesNothing));

    let partner = Principal { partner: Some(id(12)), ..Principal::with_role(id(40), Role::Partner) };
    check(&partner, Action::ViewClaimStatus, &own.clone().open_to([id(12), id(14)]), Ok(()));
    check(&partner, Action::ViewClaimStatus, &own.clone().open_to([id(14)]), Err(Bar::NotPermitted));
    check(&partner, Action::ReportClaim, &own.clone().open_to([id(12)]), Err(Bar::NotPermitted));
    check(&partner, Action::ReportClaim, &own.clone().reported_by([id(12)]), Ok(()));
    check(&partner, Action::ReportClaim, &own.clone().reported_by([id(14)]), Err(Bar::NotPermitted));
    check(&partner, Action::GrantPartnerView, &own.clone().open_to([id(12)]), Err(Bar::NotPermitted));
    check(&partner, Action::ViewClaim, &own.open_to([id(12)]), Err(Bar::NotPermitted));
}

#[test]
fn several_roles_act_in_the_one_that_permits() {
    let both = Principal {
        roles: vec![Role::Acceptance, Role::Finance],
        ..Principal::with_role(id(20), Role::Finance)
    };
    let granted = ACCESS.authorise(&both, Action::ImportStatement, &Resource::any()).unwrap();
    assert_eq!(granted, Grant { role: Role::Finance, look: false });
    let none = Principal { roles: vec![], ..both };
    assert!(ACCESS.authorise(&none, Action::ViewSite, &Resource::any()).is_err());
}

#[test]
fn looks_at_others_are_to_be_logged() {
    let customer = Principal::customer(id(10), id(11));
    assert!(!ACCESS.authorise(&customer, Action::ViewPolicy, &Resource::of(id(11))).unwrap().look);
    assert!(!ACCESS.list(&customer, Action::ViewPolicy).unwrap().look);
    let claims = Principal::with_role(id(20), Role::Claims);
    assert!(ACCESS.authorise(&claims, Action::ViewPolicy, &Resource::of(id(11))).unwrap().look);
    assert!(ACCESS.list(&claims, Action::SearchPeople).unwrap().look);
    assert!(!ACCESS.authorise(&claims, Action::ViewWorkList, &Resource::any()).unwrap().look);
}

/// What must hold for every role and act, whoever edits the rules.
#[test]
fn nobody_gets_more_than_their_place() {
    for &action in Action::ALL {
        for role in ROLES {
            let allowed = ACCESS.may_ever(&somebody(role), action);
            let scope = ACCESS.scope(&somebody(role), action);
            let case = format!("{} {}", role.code(), action.name());
            if role == Role::Machine {
                assert!(!(allowed && (in_group(action, "Refuse") || in_group(action, "Find"))), "{case}");
            }
            if role == Role::Auditor {
                assert!(!allowed || in_group(action, "View") || action == Action::ManageAccount, "{case}");
            }
            if outsider(role) && action.kind() != Kind::Site {
                assert_ne!(scope, Scope::All, "{case}");
            }
            if matches!(
                role,
                Role::Operator | Role::ProductManager | Role::Anonymous | Role::Partner | Role::Insurer
            ) {
                assert!(!(allowed && in_group(action, "Personal")), "{case}: PRIV-17");
            }
        }
    }
}

fn in_group(action: Action, name: &str) -> bool {
    let entities = schema_actions();
    entities.is_ancestor_of(&group(name), &uid("Action", action.name()))
}

fn schema_actions() -> &'static cedar_policy::Entities {
    static ACTIONS: LazyLock<cedar_policy::Entities> = LazyLock::new(|| schema().action_entities().unwrap());
    &ACTIONS
}

fn few_ids() -> impl Strategy<Value = Option<Id>> {
    prop_oneof![Just(None), (1_i64..4).prop_map(|n| Some(id(n)))]
}

fn few_codes() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        Just(None),
        prop_oneof![Just("rosemont"), Just("lime-street")].prop_map(|c| Some(c.to_owned()))
    ]
}

prop_compose! {
    fn people()(
        user in 1_i64..4, role in prop::sample::select(&ROLES[..]), more in prop::option::of(prop::sample::select(&ROLES[5..11])),
        party in few_ids(), partner in few_ids(), repairer in few_ids(), insurer in few_codes(), file in few_ids(),
    ) -> Principal {
        // As `identity` makes them: only staff hold several roles, only a customer comes through a link.
        let more = more.filter(|_| ROLES[5..11].contains(&role));
        let file = file.filter(|_| role == Role::Policyholder);
        let roles = std::iter::once(role).chain(more).collect();
        Principal { id: id(user), roles, party, partner, repairer, insurer, file }
    }
}

prop_compose! {
    fn resources()(
        owner in few_ids(), partners in prop::collection::vec((1_i64..4).prop_map(id), 0..3),
        reporters in prop::collection::vec((1_i64..4).prop_map(id), 0..3), repairer in few_ids(),
        insurer in few_codes(), file in few_ids(), account in few_ids(), proposer in few_ids(),
    ) -> Resource {
        Resource { owner, partners, reporters, repairer, insurer, file, account, proposer }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    /// A list shows exactly what may be looked at one by one; only the two bars on acts (second pair of eyes, own affairs)
    /// may be narrower than the list.
    #[test]
    fn list_and_single_answers_agree(
        who in people(), action in prop::sample::select(Action::ALL), on in resources()
    ) {
        let scope = ACCESS.scope(&who, action);
        match ACCESS.authorise(&who, action, &on) {
            Ok(_) => prop_assert!(scope.covers(&on), "allowed but not listed: {scope:?}"),
            Err(Denied { bar: Bar::FourEyes, .. }) => prop_assert!(in_group(action, "Second")),
            Err(Denied { bar: Bar::OwnAffairs, .. }) => prop_assert!(in_group(action, "Desk")),
            Err(denied) => prop_assert!(!scope.covers(&on), "listed as {scope:?} but {denied}"),
        }
    }
}

/// What one question costs: `cargo test -p app --release access_cost -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a check"]
fn access_cost() {
    let start = std::time::Instant::now();
    let access = Access::new();
    println!("compile: {:?}", start.elapsed());
    let claims = Principal::with_role(id(20), Role::Claims);
    let customer = Principal::customer(id(10), id(11));
    for (name, who, action) in [
        ("claims ViewClaim", &claims, Action::ViewClaim),
        ("claims ApprovePayout", &claims, Action::ApprovePayout),
        ("customer ViewPolicy", &customer, Action::ViewPolicy),
    ] {
        let on = Resource::of(id(11)).proposed_by(id(21));
        let rounds: u32 = 20_000;
        let start = std::time::Instant::now();
        for _ in 0..rounds {
            std::hint::black_box(access.authorise(who, action, std::hint::black_box(&on))).unwrap();
        }
        println!("{name}: {:?} a question", start.elapsed() / rounds);
        let start = std::time::Instant::now();
        for _ in 0..rounds {
            std::hint::black_box(access.list(who, action)).unwrap();
        }
        println!("{name}: {:?} a list", start.elapsed() / rounds);
    }
}

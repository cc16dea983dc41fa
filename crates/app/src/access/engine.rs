//! The bridge to Cedar: parsed once, indexed by act, asked with three small entities.

use super::{Action, Bar, Kind, Principal, Resource};
use cedar_policy::{
    ActionConstraint, Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid,
    Policy, PolicyId, PolicySet, Request, RestrictedExpression, Schema,
};
use kernel::{Id, Role};
use std::collections::{HashMap, HashSet};
use std::str::FromStr;

const POLICIES: &str = include_str!("harmony.cedar");
const SCHEMA: &str = include_str!("harmony.cedarschema");

/// The policy set with everything that does not change from one question to the next.
#[derive(Debug)]
pub(super) struct Engine {
    authorizer: Authorizer,
    acts: HashMap<Action, Act>,
    bars: HashMap<PolicyId, Bar>,
    roles: HashMap<Role, EntityUid>,
    user: EntityUid,
}

/// One act: its entity with all its groups, the policies whose head can match it, and the one name of its resources.
#[derive(Debug)]
struct Act {
    entity: Entity,
    policies: PolicySet,
    resource: EntityUid,
    personal: bool,
}

impl Engine {
    pub(super) fn new() -> Self {
        let schema = schema();
        let policies = policies();
        let actions = schema.action_entities().expect("the embedded schema has no cycle, as a test shows");
        let personal = group("Personal");
        let bars = policies.iter().filter_map(|p| Some((p.id().clone(), bar_of(p)?))).collect();
        let acts = Action::ALL
            .iter()
            .map(|&action| {
                let uid = uid("Action", action.name());
                let entity = actions.get(&uid).expect("every act is in the schema, as a test shows").clone();
                let groups: HashSet<EntityUid> =
                    actions.ancestors(&uid).into_iter().flatten().cloned().collect();
                let applying = policies.iter().filter(|p| speaks_of(p, &uid, &groups)).cloned();
                let act = Act {
                    policies: PolicySet::from_policies(applying)
                        .expect("policy names are unique, as a test shows"),
                    entity,
                    resource: uid_of_kind(action.kind()),
                    personal: groups.contains(&personal),
                };
                (action, act)
            })
            .collect();
        let roles = Role::ALL.iter().map(|&role| (role, uid("Role", role.code()))).collect();
        Self { authorizer: Authorizer::new(), acts, bars, roles, user: uid("User", "self") }
    }

    /// Whether the act shows personal data.
    pub(super) fn is_personal(&self, action: Action) -> bool {
        self.act(action).personal
    }

    /// May this person, in this role? The bar is the first, in the order of [`Bar::ALL`], that stands in the way.
    pub(super) fn ask(&self, who: &Principal, role: Role, action: Action, on: &Resource) -> Result<(), Bar> {
        let act = self.act(action);
        let (Some(user), Some(resource)) = (self.user(who, role), resource(&act.resource, on)) else {
            tracing::error!(action = action.name(), "access: the question could not be put");
            return Err(Bar::NotPermitted);
        };
        let request =
            Request::new(self.user.clone(), act.entity.uid(), act.resource.clone(), Context::empty(), None);
        let entities = Entities::from_entities([user, act.entity.clone(), resource], None);
        let (Ok(request), Ok(entities)) = (request, entities) else {
            tracing::error!(action = action.name(), "access: the question could not be put");
            return Err(Bar::NotPermitted);
        };
        let answer = self.authorizer.is_authorized(&request, &act.policies, &entities);
        // A rule that fails while it is read permits nothing and may not let a bar through either: the answer is no.
        if let Some(error) = answer.diagnostics().errors().next() {
            tracing::error!(action = action.name(), %error, "access: a rule failed");
            return Err(Bar::NotPermitted);
        }
        if answer.decision() == Decision::Allow {
            return Ok(());
        }
        let barred: Vec<Bar> =
            answer.diagnostics().reason().filter_map(|id| self.bars.get(id).copied()).collect();
        Err(Bar::ALL.into_iter().find(|bar| barred.contains(bar)).unwrap_or(Bar::NotPermitted))
    }

    fn act(&self, action: Action) -> &Act {
        self.acts.get(&action).expect("every act is indexed at the start")
    }

    fn user(&self, who: &Principal, role: Role) -> Option<Entity> {
        let role = self.roles.get(&role)?.clone();
        let mut attributes = HashMap::with_capacity(7);
        attributes.insert("role".to_owned(), RestrictedExpression::new_entity_uid(role));
        attributes.insert("id".to_owned(), long(who.id));
        put(&mut attributes, "party", who.party.map(long));
        put(&mut attributes, "partner", who.partner.map(long));
        put(&mut attributes, "repairer", who.repairer.map(long));
        put(&mut attributes, "insurer", who.insurer.clone().map(RestrictedExpression::new_string));
        put(&mut attributes, "file", who.file.map(long));
        Entity::new(self.user.clone(), attributes, HashSet::new()).ok()
    }
}

/// The embedded schema.
pub(super) fn schema() -> Schema {
    Schema::from_cedarschema_str(SCHEMA).expect("the embedded schema is valid, as a test shows").0
}

/// The embedded policies, each under its own `@id`.
pub(super) fn policies() -> Vec<Policy> {
    let set = PolicySet::from_str(POLICIES).expect("the embedded policy set is valid, as a test shows");
    set.policies()
        .map(|policy| {
            let id = policy.annotation("id").expect("every rule has an @id, as a test shows");
            policy.new_id(PolicyId::new(id))
        })
        .collect()
}

/// The action group of this name.
pub(super) fn group(name: &str) -> EntityUid {
    uid("Action", name)
}

pub(super) fn uid(type_name: &str, id: &str) -> EntityUid {
    let type_name = EntityTypeName::from_str(type_name).expect("our type names are identifiers");
    EntityUid::from_type_name_and_id(type_name, EntityId::new(id))
}

fn uid_of_kind(kind: Kind) -> EntityUid {
    uid(kind.name(), "this")
}

/// Whether the policy's head can match the act: those that cannot are left out of the question.
fn speaks_of(policy: &Policy, act: &EntityUid, groups: &HashSet<EntityUid>) -> bool {
    let named = |uid: &EntityUid| uid == act || groups.contains(uid);
    match policy.action_constraint() {
        ActionConstraint::Any => true,
        ActionConstraint::Eq(uid) => uid == *act,
        ActionConstraint::In(uids) => uids.iter().any(named),
    }
}

fn bar_of(policy: &Policy) -> Option<Bar> {
    let name = policy.annotation("bar")?;
    Bar::ALL.into_iter().find(|bar| bar.name() == name)
}

fn resource(uid: &EntityUid, on: &Resource) -> Option<Entity> {
    let mut attributes = HashMap::with_capacity(8);
    for (name, partners) in [("partners", &on.partners), ("reporters", &on.reporters)] {
        let partners = RestrictedExpression::new_set(partners.iter().copied().map(long));
        attributes.insert(name.to_owned(), partners);
    }
    put(&mut attributes, "owner", on.owner.map(long));
    put(&mut attributes, "repairer", on.repairer.map(long));
    put(&mut attributes, "insurer", on.insurer.clone().map(RestrictedExpression::new_string));
    put(&mut attributes, "file", on.file.map(long));
    put(&mut attributes, "account", on.account.map(long));
    put(&mut attributes, "proposer", on.proposer.map(long));
    Entity::new(uid.clone(), attributes, HashSet::new()).ok()
}

fn put(
    attributes: &mut HashMap<String, RestrictedExpression>,
    name: &str,
    value: Option<RestrictedExpression>,
) {
    if let Some(value) = value {
        attributes.insert(name.to_owned(), value);
    }
}

fn long(id: Id) -> RestrictedExpression {
    RestrictedExpression::new_long(id.as_i64())
}

//! The tables of identity. Nothing in them names a person: the e-mail address is sealed in the vault and found by its
//! keyed index, a network address is kept as such an index only.

use store::migrate::Migration;

/// Migrations 1000 to 1019.
pub const MIGRATIONS: &[Migration] = &[FIRST, KEYS];

const KEYS: Migration = Migration::new(
    1_001,
    "keys of programs",
    &[
        // A key with which a user's own program calls the JSON API.
        "create table api_key (key_hash blob primary key, user_id bigint not null, made_us bigint not null, \
         ends_us bigint not null, ended_us bigint)",
        "create index api_key_user on api_key (user_id)",
    ],
);

const FIRST: Migration = Migration::new(
    1_000,
    "identity",
    &[
        // state: active, disabled, closed; once closed there is no address and no password. roles: codes with blanks
        // between. The address is unique by the registry (`unique_key`). events: how many the journal has.
        "create table user_account (user_id bigint primary key, state text not null, roles text not null, \
         language text not null, party_id bigint, partner_id bigint, repairer_id bigint, insurer text, \
         email_ref bigint, email_index text, password_hash text, password_set_us bigint, created_us bigint not null, \
         changed_us bigint not null, events bigint not null)",
        "create index user_account_party on user_account (party_id)",
        // A session of a user, or (user_id null) of a customer who came through a mailed link for one file.
        "create table user_session (token_hash blob primary key, session_id bigint not null, user_id bigint, \
         party_id bigint, file_id bigint, language text not null, opened_us bigint not null, seen_us bigint not null, \
         idle_s bigint not null, idle_until_us bigint not null, ends_us bigint not null, ended_us bigint)",
        "create index user_session_user on user_session (user_id, ended_us)",
        "create index user_session_ends on user_session (ends_us)",
        "create table one_time_link (link_hash blob primary key, purpose text not null, user_id bigint, \
         party_id bigint, file_id bigint, made_us bigint not null, ends_us bigint not null, used_us bigint)",
        "create index one_time_link_ends on one_time_link (ends_us)",
        "create index one_time_link_user on one_time_link (user_id, purpose)",
        "create index one_time_link_file on one_time_link (file_id, purpose)",
        // How far a counter of tries is ahead of the clock.
        "create table try_limit (kind text not null, who text not null, clear_us bigint not null, \
         primary key (kind, who))",
        "create index try_limit_clear on try_limit (clear_us)",
        // Who looked at whose personal data, when, what for (PRIV-17).
        "create table look (subject_id bigint not null, looked_us bigint not null, actor_id bigint not null, \
         act text not null, role text not null, purpose text not null, \
         primary key (subject_id, looked_us, actor_id, act))",
        "create index look_actor on look (actor_id, looked_us)",
    ],
);

//! The tables every use case shares. Ids, enumerations, money and dates only: what is personal lies sealed in `vault`.

use crate::migrate::Migration;

/// Migrations of the database: put them before your own in [`crate::Db::migrate`].
pub const GROUND: &[Migration] = &[Migration::new(
    1,
    "ground",
    &[
        // The journal: append-only, a hash chain per stream.
        "create table event (stream bigint not null, seq bigint not null, kind text not null, version bigint not null, \
         effective_us bigint not null, recorded_us bigint not null, actor bigint not null, role text not null, \
         channel text not null, on_behalf_of bigint, proof text, command text not null, body blob not null, \
         hash blob not null, primary key (stream, seq))",
        // Commands that were done, with what came of them.
        "create table command (id text primary key, outcome text not null, recorded_us bigint not null) {clustered}",
        // What must be unique everywhere: numbers in clear, personal values as keyed hash.
        "create table unique_key (kind text not null, value text not null, owner bigint not null, \
         primary key (kind, value)) {clustered}",
        "create index unique_key_owner on unique_key (owner)",
        // When time next matters to a stream.
        "create table due (stream bigint not null, what text not null, at_us bigint not null, \
         primary key (stream, what)) {clustered}",
        "create index due_at on due (what, at_us)",
        // What leaves the house after the commit.
        "create table outbox (id bigint primary key, key text not null unique, kind text not null, \
         stream bigint not null, body blob not null, state text not null, attempts bigint not null, \
         next_us bigint not null, created_us bigint not null, last_error text)",
        "create index outbox_next on outbox (state, next_us)",
        "create index outbox_stream on outbox (stream)",
        // Items a run cannot get past.
        "create table stuck (stream bigint not null, what text not null, error text not null, since_us bigint not null, \
         tries bigint not null, primary key (stream, what)) {clustered}",
        // Personal data, sealed.
        "create table vault (id bigint primary key, subject bigint not null, purpose text not null, class text not null, \
         key_id bigint not null, keep_until text, created_us bigint not null, sealed blob not null)",
        "create index vault_subject on vault (subject, purpose)",
        "create index vault_keep_until on vault (keep_until)",
        // Attachments that some event refers to; the sealed files lie in the objects folder.
        "create table object (hash text primary key, subject bigint not null, purpose text not null, \
         key_id bigint not null, size_bytes bigint not null, stored_us bigint not null) {clustered}",
        "create index object_subject on object (subject, purpose)",
    ],
)];

/// Migrations of the database that keeps the vault's keys, which is another one and is backed up apart.
pub const KEYS: &[Migration] = &[Migration::new(
    900,
    "keys",
    &[
        "create table vault_key (id bigint primary key, subject bigint not null, purpose text not null, wrapped blob, \
         created_us bigint not null, destroyed_us bigint, check ((wrapped is null) = (destroyed_us is not null)))",
        "create unique index vault_key_live on vault_key (subject, purpose) where destroyed_us is null",
        "create table vault_master (id bigint primary key check (id = 1), proof blob not null)",
    ],
)];

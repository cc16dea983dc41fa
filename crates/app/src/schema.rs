//! The tables of the domain. Typed columns for all that is searched, sorted, counted or reported; `state` for the rest.
//!
//! Migrations are added at the end and never edited: a database remembers what it was made with.

use store::migrate::Migration;

/// Every migration of the program, in order.
pub fn migrations() -> Vec<Migration> {
    let mut all = store::schema::GROUND.to_vec();
    all.extend(domain());
    all
}

/// The migrations of this crate, which come after the store's own.
pub fn domain() -> Vec<Migration> {
    let mut all = crate::identity::MIGRATIONS.to_vec();
    all.extend(DOMAIN);
    all
}

const DOMAIN: [Migration; 20] = [
    Migration::new(
        2_000,
        "parties and contracts",
        &[
            "create table party (id bigint primary key, version bigint not null, state_version bigint not null, \
         state text not null, kind text not null, country text not null, language text not null, \
         by_email bigint not null, profile bigint not null)",
            "create table contract (id bigint primary key, version bigint not null, state_version bigint not null, \
         state text not null, number text not null, holder bigint not null, country text not null, \
         agreement text not null, product text not null, plan text not null, phase text not null, \
         applied_us bigint not null, until_us bigint, ends_us bigint, open_cents bigint not null, \
         premium_cents bigint not null, blocked bigint not null)",
            "create unique index contract_number on contract (number)",
            "create index contract_holder on contract (holder)",
            "create index contract_open on contract (agreement, open_cents)",
            "create index contract_phase on contract (phase, until_us)",
            "create table find_key (kind text not null, value text not null, stream bigint not null, \
         primary key (kind, value, stream))",
            "create index find_key_stream on find_key (stream)",
            "create table draft (id bigint primary key, holder bigint not null, content bigint not null, \
         created_us bigint not null, expires_us bigint not null, contract bigint)",
            "create index draft_expires on draft (expires_us)",
            "create table product_version (hash text primary key, code text not null, version text not null, \
         revision bigint not null, files blob not null, published_us bigint not null)",
        ],
    ),
    Migration::new(
        2_001,
        "claims",
        &[
            "create table claim (id bigint primary key, version bigint not null, state_version bigint not null, \
         state text not null, number text not null, contract bigint not null, holder bigint not null, \
         country text not null, agreement text not null, phase text not null, cause text not null, \
         happened_us bigint not null, reported_us bigint not null, until_us bigint, reserve_cents bigint not null, \
         approved_cents bigint not null, paid_cents bigint not null)",
            "create unique index claim_number on claim (number)",
            "create index claim_contract on claim (contract)",
            "create index claim_holder on claim (holder)",
            "create index claim_phase on claim (phase, until_us)",
            // A report that was begun and not sent yet: one per contract.
            "create table claim_draft (contract bigint primary key, content bigint not null, changed_us bigint not null)",
        ],
    ),
    Migration::new(
        2_002,
        "money",
        &[
            "create table posting (stream bigint not null, seq bigint not null, line bigint not null, \
         account text not null, amount_cents bigint not null, booked_on text not null, template text not null, \
         agreement text not null, primary key (stream, seq, line))",
            "create index posting_account on posting (account, booked_on)",
            "create table collection (end_to_end text primary key, contract bigint not null, \
         agreement text not null, amount_cents bigint not null, collect_on text not null, state text not null, \
         batch bigint, block bigint)",
            "create index collection_state on collection (state, collect_on)",
            "create index collection_batch on collection (batch)",
            "create index collection_contract on collection (contract)",
            "create table payment_order (id bigint primary key, kind text not null, stream bigint not null, \
         holder bigint not null, agreement text not null, amount_cents bigint not null, payee bigint, \
         rule text not null, state text not null, created_us bigint not null, batch bigint, block bigint)",
            "create index payment_order_state on payment_order (state, created_us)",
            "create index payment_order_batch on payment_order (batch)",
            "create index payment_order_stream on payment_order (stream)",
            "create table batch (id bigint primary key, kind text not null, agreement text not null, \
         message_id text not null, released_by bigint not null, released_us bigint not null, \
         orders bigint not null, sum_cents bigint not null, execute_on text not null, content text not null)",
            "create unique index batch_message on batch (message_id)",
            "create index batch_released on batch (released_us)",
            "create table statement (id bigint primary key, agreement text not null, account text not null, \
         statement_id text not null, sequence bigint, follows bigint not null, from_date text not null, \
         to_date text not null, opening_cents bigint not null, \
         closing_cents bigint not null, entries bigint not null, imported_us bigint not null, imported_by bigint not null)",
            "create unique index statement_key on statement (account, statement_id)",
            "create index statement_date on statement (account, to_date)",
            "create table statement_entry (fingerprint text primary key, statement bigint not null, \
         agreement text not null, booked_on text not null, amount_cents bigint not null, \
         open_cents bigint not null, state text not null, matched_as text, stream bigint, seq bigint, \
         details bigint)",
            "create index statement_entry_state on statement_entry (state, booked_on)",
            "create index statement_entry_statement on statement_entry (statement)",
        ],
    ),
    Migration::new(
        2_003,
        "work and letters",
        &[
            "create table task (id bigint primary key, kind text not null, stream bigint not null, rule text not null, \
         state text not null, due_us bigint, created_us bigint not null, done_us bigint, done_by bigint, \
         amount_cents bigint, detail text not null)",
            "create index task_state on task (state, due_us)",
            "create index task_stream on task (stream, kind)",
            "create table approval (id bigint primary key, kind text not null, stream bigint not null, \
         rule text not null, command bigint not null, amount_cents bigint not null, proposed_by bigint not null, \
         proposed_us bigint not null, state text not null, decided_by bigint, decided_us bigint)",
            "create index approval_state on approval (state, proposed_us)",
            "create index approval_stream on approval (stream)",
            "create table letter (id bigint primary key, stream bigint not null, holder bigint not null, \
         kind text not null, language text not null, house text not null, channel text not null, \
         made_us bigint not null, content bigint not null, object text, file_name text, sent_us bigint)",
            "create index letter_stream on letter (stream, made_us)",
            "create index letter_holder on letter (holder, made_us)",
        ],
    ),
    Migration::new(
        2_004,
        "one draft a form",
        &[
            "alter table draft add column form text",
            "create unique index draft_form on draft (form)",
            "create index draft_holder on draft (holder)",
        ],
    ),
    Migration::new(
        2_005,
        "changes that policyholders ask for",
        &[
            "create table change_request (id bigint primary key, contract bigint not null, holder bigint not null, \
         kind text not null, content bigint not null, state text not null, asked_us bigint not null, \
         decided_us bigint, decided_by bigint, reason bigint)",
            "create index change_request_contract on change_request (contract, asked_us)",
        ],
    ),
    Migration::new(
        2_010,
        "campaigns",
        &[
            "create table campaign (id bigint primary key, version bigint not null, state_version bigint not null, \
         state text not null, phase text not null, product text not null, since_us bigint not null)",
            "create index campaign_phase on campaign (phase)",
            // One row a policy that a campaign has been to: what it did there, or why it left it out.
            "create table campaign_policy (campaign bigint not null, contract bigint not null, state text not null, \
         reason text, before_cents bigint, after_cents bigint, starts_on text, leave_by text, adverse bigint, \
         told_us bigint not null, primary key (campaign, contract))",
            "create index campaign_policy_contract on campaign_policy (contract)",
            "create index campaign_policy_state on campaign_policy (campaign, state, contract)",
            "create index contract_product on contract (product, phase, id)",
        ],
    ),
    Migration::new(
        2_020,
        "what banks send",
        &[
            // Content of the entry it is in: a statement's sum and the transactions that a notification names for it.
            "alter table statement_entry add column head text",
            "alter table statement_entry add column entry text",
            // 1 as long as only a notification shows it, and no statement yet.
            "alter table statement_entry add column notified bigint",
            // The file and block of ours that it sums up.
            "alter table statement_entry add column batch bigint",
            "alter table statement_entry add column block bigint",
            "create index statement_entry_notified on statement_entry (agreement, booked_on) where notified = 1",
            "create index statement_entry_head on statement_entry (head) where state = 'suspense'",
            "create index statement_entry_batch on statement_entry (batch) where state = 'suspense'",
            // Files that can be read and are odd: kept until a person releases or dismisses them.
            "create table bank_file (id bigint primary key, kind text not null, name text not null, account text not null, \
         state text not null, findings text not null, content text not null, received_us bigint not null, \
         received_by bigint not null, decided_us bigint, decided_by bigint, reason bigint)",
            "create unique index bank_file_content on bank_file (content)",
            "create index bank_file_state on bank_file (state, received_us)",
        ],
    ),
    Migration::new(
        2_021,
        "what became of money without a place",
        &[
            // How much the last decision placed, who decided, and why.
            "alter table statement_entry add column placed_cents bigint",
            "alter table statement_entry add column decided_by bigint",
            "alter table statement_entry add column reason bigint",
        ],
    ),
    Migration::new(
        2_031,
        "late premium",
        &[
            // From when a contract stands in the list of reminders, and what it shows there.
            "alter table contract add column late_us bigint",
            "alter table contract add column oldest_due text",
            "alter table contract add column remind_us bigint",
            "alter table contract add column free_us bigint",
            "alter table contract add column stops_us bigint",
            "alter table contract add column repeated_us bigint",
            "alter table contract add column held_us bigint",
            "create index contract_late on contract (late_us) where late_us is not null",
            // The next daily run looks at what is open, and writes the new columns.
            "insert into due (stream, what, at_us) select id, 'contract', 0 from contract where open_cents > 0 \
         on conflict (stream, what) do update set at_us = 0",
        ],
    ),
    Migration::new(
        2_040,
        "months that close",
        &[
            // The day a fact belongs to, where its month was closed before it was known.
            "alter table posting add column belongs_on text",
            // One row: the first day that takes postings. Whoever posts shares it, whoever closes holds it alone.
            "create table books (id bigint primary key, open_from text not null)",
            "insert into books (id, open_from) values (1, '0001-01-01')",
            "create table closed_month (month text primary key, closed_us bigint not null, proposed_by bigint not null, \
         closed_by bigint not null)",
            // What a closed month moved, so that balances need not be summed from the beginning and nothing can slip in.
            "create table closed_balance (month text not null, agreement text not null, account text not null, \
         debit_cents bigint not null, credit_cents bigint not null, lines bigint not null, \
         primary key (month, agreement, account)) {clustered}",
            // What premium that fell due or was taken back was for: amounts are the postings' own.
            "create table premium_line (stream bigint not null, seq bigint not null, due text not null, \
         from_date text not null, to_date text, product text not null, version text not null, plan text not null, \
         schedule bigint not null, partner text, primary key (stream, seq)) {clustered}",
        ],
    ),
    Migration::new(
        2_050,
        "left out, checked, blocked",
        &[
            // Why a release left a direct debit out: it comes after the others until it can be collected.
            "alter table collection add column left_out text",
            // The second person of a payment that is high or whose payee is not clear (OFFICE-15).
            "alter table payment_order add column checked_by bigint",
            "alter table payment_order add column checked_us bigint",
            // Accounts nothing is paid to: a keyed index, and what was sealed of it. A row is never deleted.
            "create table blocked_account (account text primary key, content bigint not null, reason text not null, \
         since_us bigint not null, since_by bigint not null, ended_us bigint, ended_by bigint)",
            "create index blocked_account_since on blocked_account (since_us)",
        ],
    ),
    Migration::new(
        2_022,
        "money that goes back to its payer",
        &[
            // The entry in suspense it gives back, who ordered it, and for what reason the bank sent it back.
            "alter table payment_order add column entry text",
            "alter table payment_order add column ordered_by bigint",
            "alter table payment_order add column failed text",
            "create index payment_order_entry on payment_order (entry) where entry is not null",
        ],
    ),
    Migration::new(
        2_051,
        "payments that failed, and those left out",
        &[
            // The bank's code of the order whose place it takes.
            "alter table payment_order add column failed_before text",
            // Why a release left it out: it comes after the others until it can be paid.
            "alter table payment_order add column left_out text",
        ],
    ),
    Migration::new(
        2_060,
        "what a statement has in suspense",
        // Counted after each part of a statement: without it a statement of many entries was read again and again.
        &["create index statement_entry_suspense on statement_entry (statement) where state = 'suspense'"],
    ),
    Migration::new(
        2_100,
        "claims at the desk",
        &[
            // Who has a claim in hand; no row: nobody.
            "create table claim_handler (claim bigint primary key, handler bigint not null, given_by bigint not null, \
         since_us bigint not null)",
            "create index claim_handler_handler on claim_handler (handler)",
            // What colleagues tell each other about a claim: the words lie sealed.
            "create table claim_note (id bigint primary key, claim bigint not null, author bigint not null, \
         content bigint not null, written_us bigint not null)",
            "create index claim_note_claim on claim_note (claim, id)",
            // Signs that a person should see before they decide, sealed; here only how many.
            "create table claim_signal (claim bigint primary key, content bigint not null, signs bigint not null, \
         found_us bigint not null)",
            "alter table claim add column way text",
            "alter table claim add column closed_us bigint",
            "create index claim_reported on claim (reported_us)",
            "create index claim_closed on claim (closed_us) where closed_us is not null",
            // What the claims bordereau says of a claim beside its postings, as it was on the day it was told.
            "create table claim_line (claim bigint not null, seq bigint not null, agreement text not null, \
         booked_on text not null, cause text not null, happened_us bigint not null, phase text not null, \
         reserve_cents bigint not null, primary key (claim, seq)) {clustered}",
            "create index claim_line_booked on claim_line (agreement, booked_on)",
        ],
    ),
    Migration::new(
        2_080,
        "repair and replacement",
        &[
            // Orders to repairers and suppliers: what each sees of its own.
            "create table repair_order (id bigint primary key, claim bigint not null, repairer bigint not null, \
         work text not null, state text not null, ordered_us bigint not null)",
            "create index repair_order_repairer on repair_order (repairer, state, ordered_us)",
            "create index repair_order_claim on repair_order (claim)",
            // What is open of the own share of a claim: what a transfer that names the claim can pay.
            "create table own_share (claim bigint primary key, number text not null, agreement text not null, \
         open_cents bigint not null)",
            "create index own_share_number on own_share (number)",
        ],
    ),
    Migration::new(
        2_220,
        "how fast repairers are",
        &[
            // When the repairer said what it found and what it costs, and when the device was ready; none before.
            "alter table repair_order add column quoted_us bigint",
            "alter table repair_order add column delivered_us bigint",
            "create index repair_order_ordered on repair_order (ordered_us)",
        ],
    ),
    Migration::new(
        2_200,
        "the register of incidents",
        &[
            // What is left of one that was removed says nothing of anybody: no person, contract or claim (PRIV-06, PRIV-19).
            "create table incident (id bigint primary key, kind text not null, ground text not null, basis text not null, \
         person bigint, contract bigint, claim bigint, content bigint not null, proposed_by bigint not null, \
         recorded_by bigint not null, recorded_us bigint not null, keep_until text not null, corrected_us bigint, \
         corrected_by bigint, removed_us bigint, removed_by bigint, removed_for text, version bigint not null)",
            "create unique index incident_contract on incident (contract, kind)",
            "create index incident_person on incident (person)",
            "create index incident_kept on incident (keep_until) where removed_us is null",
        ],
    ),
    Migration::new(
        2_240,
        "what is open to partners",
        &[
            // The partner that may look at a contract and its claims now, and whether it may report for the policyholder.
            "alter table contract add column open_to bigint",
            "alter table contract add column open_reports bigint",
            "create index contract_open_to on contract (open_to, id) where open_to is not null",
            // A partner's report is its own: it never sees the one that the customer began. 0 is the customer's.
            "alter table claim_draft rename to claim_draft_before",
            "create table claim_draft (contract bigint not null, partner bigint not null, content bigint not null, \
         changed_us bigint not null, primary key (contract, partner))",
            "insert into claim_draft (contract, partner, content, changed_us) \
         select contract, 0, content, changed_us from claim_draft_before",
            "drop table claim_draft_before",
        ],
    ),
];

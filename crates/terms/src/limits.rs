//! Every stated limit of the wording language. A folder beyond one of them is refused with a fault, never half read.

/// Files in one product folder.
pub const FILES: usize = 24;
/// Bytes of one file.
pub const FILE_BYTES: usize = 512 * 1024;
/// Bytes of one text in one language.
pub const TEXT_BYTES: usize = 1_200;
/// Characters of a name (fact, value, clause, parameter, plan).
pub const NAME_CHARS: usize = 48;
/// Bytes of one expression.
pub const EXPRESSION_BYTES: usize = 2_000;
/// Nesting of one expression.
pub const EXPRESSION_DEPTH: usize = 48;
/// Parts of one expression.
pub const EXPRESSION_PARTS: usize = 400;
/// Facts of one product.
pub const FACTS: usize = 400;
/// Values of one choice or set: a set is kept as bits of one word.
pub const VALUES: usize = 60;
/// Clauses of one product, all kinds together.
pub const CLAUSES: usize = 600;
/// Headings of one product.
pub const HEADINGS: usize = 60;
/// Definitions of one product.
pub const DEFINITIONS: usize = 200;
/// Definitions that use definitions that use …
pub const DEFINITION_LEVELS: usize = 16;
/// Parameters of one product.
pub const PARAMETERS: usize = 200;
/// Rows of a tariff.
pub const TARIFF_ROWS: usize = 2_000;
/// Items of one case.
pub const ITEMS: usize = 50;
/// Bytes of a file with the facts of one case.
pub const CASE_BYTES: usize = 1 << 20;
/// Nesting of such a file.
pub const CASE_DEPTH: usize = 8;
/// Names of one table and values of one list in it.
pub const CASE_ROWS: usize = 1_000;
/// Faults reported of one folder; the rest is counted.
pub const FAULTS: usize = 200;
/// Largest amount a fact or parameter may state: ten million euros in cents.
pub const MONEY_CENTS: i64 = 1_000_000_000;
/// Largest plain number a fact or parameter may state.
pub const NUMBER: i64 = 1_000_000_000;
/// Parts of a product's logic that `harmony product check` and `diff` look at.
pub const LOGIC_GATES: usize = 200_000;
/// Steps of one search for a situation.
pub const LOGIC_STEPS: u64 = 2_000_000;
/// Steps of all searches of one check or diff.
pub const LOGIC_ALL_STEPS: u64 = 20_000_000;
/// Comparisons of two facts with each other that are settled exactly, each counted both ways; more are taken to be possible.
pub const LOGIC_PAIRS: usize = 200;
/// Forms one value can take under conditions before it is no longer looked into.
pub const LOGIC_FORMS: usize = 48;
/// Differences reported of one kind.
pub const DIFFERENCES: usize = 60;

//! What goes out, as people read it.

#[expect(unreachable_pub, clippy::unwrap_used, reason = "the example shares this file")]
mod samples;

mod hostile;
mod paper;
mod words;

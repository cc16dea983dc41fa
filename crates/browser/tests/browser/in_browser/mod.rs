//! One module a walk.

mod harness;

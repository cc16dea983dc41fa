//! Tests that drive a browser, one module a walk.

mod harness;

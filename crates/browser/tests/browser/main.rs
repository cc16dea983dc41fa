//! Tests that drive a browser. All lie in `in_browser`, by which name `cargo xtask test` makes them a step of their own.

mod in_browser;

//! Who may go where: every route with its access rule, as one list to be read.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::site::{Access, Need};
use crate::styleguide::SampleHouse;

#[test]
fn every_route_and_who_may_use_it() {
    let now = "2026-11-21T09:30:00Z".parse().unwrap();
    let site = crate::site(SampleHouse::shell(now, Arc::new(|| [7; 32]), true));
    let mut list = String::new();
    for route in site.routes().iter().filter(|route| !route.path.starts_with("/styleguide")) {
        let access = match route.access {
            Access::Everyone => "everyone".to_owned(),
            Access::Bearer => "whoever has the link".to_owned(),
            Access::May(Need { action, parameter: None }) => action.name().to_owned(),
            Access::May(Need { action, parameter: Some(name) }) => format!("{} of {{{name}}}", action.name()),
        };
        let pace = route.pace.map(|pace| format!(", slowed down as {pace}")).unwrap_or_default();
        let size = if route.max_bytes > 1 << 20 { ", with files" } else { "" };
        writeln!(list, "{:4} {:44} {access}{pace}{size}", route.method, route.path).unwrap();
    }
    insta::assert_snapshot!(list);
}

//! Every component in every state and every page with sample data, for looking at the design. Only in debug builds: the
//! released binary has neither the pages nor the samples.

mod components;
mod house;

pub use house::SampleHouse;

use crate::site::{Access, Site};

/// The pages of the style guide.
pub(crate) fn routes(site: Site) -> Site {
    site.get("/styleguide", Access::Everyone, components::show)
}

//! The components that pages are made of: plain data, each with its own small template.

mod bars;
mod chrome;
mod ending;
mod field;
mod list;
mod notice;
mod timeline;
mod told;
mod upload;
mod verdict;

pub use bars::{Bar, Bars};
pub use chrome::{Crumb, Empty, Pages, Step, StepAt, Steps, Trail, TrailStep};
pub use ending::EndTold;
pub use field::{Aid, Choice, Field, Fields, Kind, Opt, Style};
pub use list::{Cell, List};
pub use notice::{Badge, Fault, Notice, RuleChip, Summary, Tone};
pub use timeline::{Cover, CoverPart, Timeline};
pub use told::ChangeTold;
pub use upload::{MAX_FILE_BYTES, MAX_UPLOAD_BYTES, Upload};
pub use verdict::{Answered, Clause};

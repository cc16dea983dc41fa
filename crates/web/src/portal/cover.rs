//! Cover in the reader's words: the badge for now, and the timeline.

use kernel::{DeviceKind, Instant};

use crate::Words;
use crate::part::{Badge, Cover, CoverPart, Timeline, Tone};

/// Where a policy stands now.
pub(crate) fn badge(words: Words, phase: &str, cover: policy::Cover) -> Badge {
    let (tone, key) = match (phase, cover) {
        ("screening", _) => (Tone::Info, "cover-checking"),
        ("rejected", _) => (Tone::Plain, "cover-rejected"),
        (_, policy::Cover::On) => (Tone::Good, "cover-on"),
        (_, policy::Cover::Provisional) => (Tone::Warn, "cover-provisional"),
        ("ended" | "lapsed", _) => (Tone::Plain, "cover-ended"),
        _ => (Tone::Bad, "cover-off"),
    };
    Badge::new(tone, words.t(key))
}

/// Which drawing shows the device.
pub(crate) fn drawing(kind: DeviceKind) -> &'static str {
    match kind {
        DeviceKind::Phone => "phone",
        DeviceKind::Tablet => "tablet",
        DeviceKind::Laptop => "laptop",
        _ => "other",
    }
}

/// The timeline in the customer's words: covered from when to when, and why not in between.
pub(crate) fn timeline(words: Words, computed: &policy::Timeline, now: Instant) -> Timeline {
    let segments = &computed.segments;
    let mut parts = Vec::with_capacity(segments.len());
    let mut was_on = false;
    for (index, segment) in segments.iter().enumerate() {
        let is_last = index + 1 == segments.len();
        let cover = match segment.cover {
            policy::Cover::Provisional => Cover::Provisional,
            policy::Cover::On => Cover::On,
            policy::Cover::Off if is_last && !segment.is_gap() => Cover::Ended,
            policy::Cover::Off | policy::Cover::Suspended | policy::Cover::Void => Cover::Off,
        };
        parts.push(CoverPart {
            from: segment.begins.at,
            to: segments.get(index + 1).map(|next| next.begins.at),
            cover,
            reason: why(words, segment, was_on),
            rule: None,
        });
        was_on |= segment.cover == policy::Cover::On;
    }
    Timeline::new(words, parts, now)
}

/// Why it is so from then on; empty where nothing need be said.
fn why(words: Words, segment: &policy::Segment, was_on: bool) -> String {
    let key = match (segment.cover, segment.begins.end) {
        (policy::Cover::Provisional, _) => "cover-why-provisional",
        (policy::Cover::On, _) if was_on => "cover-why-back",
        (policy::Cover::On, _) => return String::new(),
        (_, Some(way)) => return words.t(&format!("cover-end-{}", way.code())),
        _ if segment.is_gap() => "cover-why-unpaid",
        (policy::Cover::Void, _) => "cover-why-void",
        _ if was_on => return String::new(),
        _ => "cover-why-not-accepted",
    };
    words.t(key)
}

//! Cover in the reader's words: the badge for now, and the timeline.

use kernel::{DeviceKind, Instant};

use crate::Words;
use crate::part::{Badge, Cover, CoverPart, RuleChip, Timeline, Tone};

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

/// The timeline as a drawing. The desk's rules lead to their texts.
pub(crate) fn timeline(words: Words, computed: &policy::Timeline, now: Instant, linked: bool) -> Timeline {
    let segments = &computed.segments;
    let mut parts = Vec::with_capacity(segments.len());
    for (index, segment) in segments.iter().enumerate() {
        let is_last = index + 1 == segments.len();
        let cover = match segment.cover {
            policy::Cover::Provisional => Cover::Provisional,
            policy::Cover::On => Cover::On,
            policy::Cover::Off if is_last && !segment.is_gap() => Cover::Ended,
            policy::Cover::Off | policy::Cover::Suspended | policy::Cover::Void => Cover::Off,
        };
        let id = segment.begins.rule.id();
        parts.push(CoverPart {
            from: segment.begins.at,
            to: segments.get(index + 1).map(|next| next.begins.at),
            cover,
            reason: String::new(),
            rule: Some(if linked { RuleChip::linked(id) } else { RuleChip::plain(id) }),
        });
    }
    Timeline::new(words, parts, now)
}

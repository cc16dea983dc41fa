//! WCAG 2.2 AA: text at least 4.5:1, edges of fields and focus rings at least 3:1, in both colour schemes.

use std::collections::HashMap;

const CSS: &str = include_str!("../../assets/harmony.css");

/// Letters on what they stand on.
const TEXT: &[(&str, &str)] = &[
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "sunk"),
    ("soft", "paper"),
    ("soft", "card"),
    ("soft", "sunk"),
    ("link", "paper"),
    ("link", "card"),
    ("link", "sunk"),
    ("brick", "paper"),
    ("brick", "card"),
    ("on-spruce", "spruce"),
    ("on-spruce", "spruce-deep"),
    ("on-mist", "mist"),
    ("on-marigold", "marigold"),
    ("on-honey", "honey"),
    ("on-blush", "blush"),
    ("on-sky", "sky"),
    ("spruce", "mist"),
];
/// What must be seen without being read.
const SHAPES: &[(&str, &str)] = &[
    ("edge", "card"),
    ("edge", "paper"),
    ("focus", "card"),
    ("focus", "paper"),
    ("spruce", "card"),
    ("brick", "card"),
];

#[test]
fn colours_can_be_told_apart() {
    let (light, dark) = CSS.split_once("prefers-color-scheme: dark").unwrap();
    let light = colours(light);
    let mut night = light.clone();
    night.extend(colours(dark.split_once("body {").unwrap().0));
    for (scheme, colours) in [("light", &light), ("dark", &night)] {
        for (pairs, least) in [(TEXT, 4.5), (SHAPES, 3.0)] {
            for (front, back) in pairs {
                let ratio = ratio(colours[*front], colours[*back]);
                assert!(ratio >= least, "{scheme}: {front} on {back} is {ratio:.2}:1, not {least}:1");
            }
        }
    }
}

fn colours(css: &str) -> HashMap<&str, [f64; 3]> {
    css.match_indices("--")
        .filter_map(|(index, _)| {
            let (name, rest) = css[index + 2..].split_once(": #")?;
            let hex = rest.get(..6).filter(|_| !name.contains([' ', ';', ')']))?;
            let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok().map(f64::from);
            Some((name, [part(0)?, part(2)?, part(4)?]))
        })
        .collect()
}

fn ratio(a: [f64; 3], b: [f64; 3]) -> f64 {
    let light = |colour: [f64; 3]| {
        let channel = |value: f64| {
            let value = value / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour[0]) + 0.7152 * channel(colour[1]) + 0.0722 * channel(colour[2])
    };
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

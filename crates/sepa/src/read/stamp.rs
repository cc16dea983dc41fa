//! Dates and times as banks write them.

use kernel::{Date, Instant};

/// A date, with the instant where the bank gave one.
///
/// The date is the one written in the file, in the bank's own time zone. The instant is there only when time and offset
/// are; many banks leave out the offset, and then only the date can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The date as written.
    pub date: Date,
    /// The instant, when time and offset are written.
    pub instant: Option<Instant>,
}

/// Reads `2026-11-21`, `2026-11-21+01:00`, `2026-11-21T09:00:00` and `2026-11-21T09:00:00.123+01:00`.
pub(super) fn parse(text: &str) -> Option<Stamp> {
    let bytes = text.as_bytes();
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, rest @ ..] = bytes else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0i16, |n, d| d.is_ascii_digit().then(|| n * 10 + i16::from(d - b'0')))
    };
    let year = number(&[*y1, *y2, *y3, *y4])?;
    let month = i8::try_from(number(&[*m1, *m2])?).ok()?;
    let day = i8::try_from(number(&[*d1, *d2])?).ok()?;
    let date = Date::new(year, month, day).ok()?;
    let instant = match rest {
        [] | [b'Z'] => None,
        [b'+' | b'-', offset @ ..] => {
            is_offset(offset).then_some(())?;
            None
        }
        [b'T', time @ ..] => {
            is_time(time).then_some(())?;
            text.parse().ok()
        }
        _ => return None,
    };
    Some(Stamp { date, instant })
}

/// `hh:mm`.
fn is_offset(bytes: &[u8]) -> bool {
    matches!(bytes, [a, b, b':', c, d] if [a, b, c, d].into_iter().all(u8::is_ascii_digit))
}

/// `hh:mm:ss`, then anything of decimals and offset; `24:00:00` is allowed by the schema and gives no instant here.
fn is_time(bytes: &[u8]) -> bool {
    let [a, b, b':', c, d, b':', e, f, rest @ ..] = bytes else { return false };
    [a, b, c, d, e, f].into_iter().all(u8::is_ascii_digit)
        && rest.iter().all(|x| x.is_ascii_digit() || matches!(x, b'.' | b'Z' | b'+' | b'-' | b':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(&str, Option<&str>)>) {
        let found = parse(text).map(|s| (s.date.to_string(), s.instant.map(|i| i.to_string())));
        let found = found.as_ref().map(|(date, instant)| (date.as_str(), instant.as_deref()));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn dates_and_times() {
        check("2026-11-21", Some(("2026-11-21", None)));
        check("2026-11-21Z", Some(("2026-11-21", None)));
        check("2026-11-21+01:00", Some(("2026-11-21", None)));
        check("2026-11-21T00:30:00+01:00", Some(("2026-11-21", Some("2026-11-20T23:30:00Z"))));
        check("2026-11-21T09:00:00.25Z", Some(("2026-11-21", Some("2026-11-21T09:00:00.25Z"))));
        check("2026-11-21T09:00:00", Some(("2026-11-21", None)));
        check("2026-11-21T24:00:00Z", Some(("2026-11-21", None)));
        for bad in [
            "",
            "21-11-2026",
            "2026-02-30",
            "2026-11-21T",
            "2026-11-21T9:00",
            "2026-11-21 09:00:00",
            "2026-11-2é",
        ] {
            check(bad, None);
        }
    }
}

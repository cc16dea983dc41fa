//! A disk that is full, on a small file system made for it.

use std::path::Path;
use std::process::Command;

use crate::support::{copy, counts, folder, harmony, is_sound, portfolio, skipped, sqlite};

/// A small file system in memory, unmounted when dropped.
struct Small<'a>(&'a Path);

impl<'a> Small<'a> {
    /// None where this user may not mount.
    fn mount(place: &'a Path) -> Option<Self> {
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=8m", "harmony-test"]).arg(place).output();
        mounted.ok().filter(|output| output.status.success()).map(|_| Self(place))
    }
}

impl Drop for Small<'_> {
    fn drop(&mut self) {
        // What cannot be unmounted now is when its folder's last user ends.
        let _unmounted = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_is_named_and_with_room_again_it_goes_on() {
    let base = folder();
    portfolio(base.path(), None, 3);
    let calm = folder();
    copy(base.path(), calm.path());
    let days = ["day", "--from", "2026-03-02", "--until", "2026-03-03"];
    let place = folder();
    let Some(small) = Small::mount(place.path()) else {
        return skipped("a full disk (this user may not mount a small file system)");
    };
    let data = place.path().join("data");
    copy(base.path(), &data);
    let ballast = place.path().join("ballast");
    fill(&ballast, 16 << 20);
    // Nothing fits; then a little room, in which some of it is done and then no more.
    harmony(&data, &days).is_wrong(&["full", "Make room"]);
    let full = std::fs::metadata(&ballast).unwrap().len();
    let mut stopped = 0;
    for room in [40_u64 << 10, 120 << 10, 400 << 10] {
        std::fs::OpenOptions::new().write(true).open(&ballast).unwrap().set_len(full - room).unwrap();
        let ran = harmony(&data, &days);
        if ran.status != 0 {
            assert_eq!(ran.status, 2, "{ran:?}");
            assert!(ran.err.contains("full") && ran.err.lines().count() == 1, "{ran:?}");
            stopped += 1;
        }
        fill(&ballast, full - room);
    }
    assert!(stopped > 0, "the disk was full");
    std::fs::remove_file(&ballast).unwrap();
    is_sound(&data, &[]);
    for data in [calm.path(), &data] {
        for day in ["2026-03-03", "2026-03-04", "2026-03-05"] {
            harmony(data, &["day", "--until", day]).is_done();
        }
        is_sound(data, &[]);
    }
    assert_eq!(counts(&sqlite(&data)), counts(&sqlite(calm.path())));
    drop(small);
}

/// Writes until there is no room.
fn fill(file: &Path, most: u64) {
    use std::io::Write;
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(file).unwrap();
    let begin = file.metadata().unwrap().len();
    let mut written = begin;
    while written < most.max(16 << 20) && file.write_all(&[0; 4_096]).is_ok() {
        written += 4_096;
    }
}

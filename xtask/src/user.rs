//! Who runs this, and whom a program that refuses to run as root can run as.

use std::os::unix::fs::MetadataExt;

/// A user of this machine.
#[derive(Clone, Copy)]
pub(crate) struct User {
    pub(crate) uid: u32,
    pub(crate) gid: u32,
}

pub(crate) fn is_root() -> bool {
    current_uid() == 0
}

/// The user that `postgres` can run as: `postgres`, else `nobody`, when this is root; else `None` (run it as it is).
pub(crate) fn unprivileged() -> Result<Option<User>, String> {
    if !is_root() {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd").map_err(|error| format!("/etc/passwd: {error}"))?;
    ["postgres", "nobody"].into_iter().find_map(|name| look_up(&users, name)).map(Some).ok_or_else(|| {
        "PostgreSQL refuses to run as root, and there is no user postgres or nobody".to_owned()
    })
}

fn current_uid() -> u32 {
    // The owner of this process's own entry; where there is no /proc, the home folder's owner is the nearest thing.
    ["/proc/self".into(), std::env::var_os("HOME").unwrap_or_default()]
        .into_iter()
        .find_map(|path| std::fs::metadata(path).ok())
        .map_or(u32::MAX, |found| found.uid())
}

fn look_up(users: &str, name: &str) -> Option<User> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        if fields.next()? != name {
            return None;
        }
        let uid = fields.nth(1)?.parse().ok()?;
        let gid = fields.next()?.parse().ok()?;
        Some(User { uid, gid })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_are_found_by_whole_name() {
        let users = "root:x:0:0::/:/bin/sh\npostgres2:x:7:8::/:/bin/sh\npostgres:x:114:121::/:/bin/sh\n";
        let found = look_up(users, "postgres").map(|user| (user.uid, user.gid));
        assert_eq!(found, Some((114, 121)));
        assert!(look_up(users, "nobody").is_none());
    }
}

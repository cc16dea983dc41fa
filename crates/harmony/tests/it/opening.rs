//! What keeps an installation from opening is named, with what to do.

use std::net::TcpListener;

use store::testing::config;
use store::{Db, Priority, StoreError, row, sql};

use crate::support::{Server, folder, harmony, is_sound, sqlite};

#[test]
fn a_port_that_is_taken() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let data = folder();
    let place = data.path().join("data");
    harmony(&place, &["serve", "--listen", &address]).is_wrong(&[&address, "--listen"]);
    assert!(!place.exists(), "nothing is made before that is known");
}

#[test]
fn a_data_folder_that_cannot_be_written() {
    let data = folder();
    let file = data.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    let under = file.join("data");
    for verb in [&["day"][..], &["verify"], &["serve", "--listen", "127.0.0.1:0"]] {
        harmony(&under, verb).is_wrong(&[
            &under.display().to_string(),
            "cannot be written",
            "check the path",
        ]);
    }
    let url = format!("sqlite:{}", under.join("x.db").display());
    harmony(data.path(), &["--database", &url, "day"])
        .is_wrong(&[&file.display().to_string(), "cannot be written"]);
}

#[test]
fn a_database_of_a_newer_version() {
    let data = folder();
    harmony(data.path(), &["migrate"]).is_done();
    let db = Db::open(&config(&sqlite(data.path()))).unwrap();
    db.write(Priority::Click, |tx| {
        tx.insert(
            sql!("insert into schema_version (version, name, hash, applied_us) values {rows}"),
            &[row![9_999_999, "of tomorrow", "", 0]],
        )
    })
    .unwrap();
    for verb in [&["day"][..], &["verify"], &["migrate"], &["serve", "--listen", "127.0.0.1:0"]] {
        harmony(data.path(), verb).is_wrong(&["newer", "9999999"]);
    }
    db.write(Priority::Click, |tx| {
        tx.exec(sql!("delete from schema_version where version = ?1"), &store::params![9_999_999])
    })
    .unwrap();
    db.close();
    is_sound(data.path(), &[]);
}

#[test]
fn a_database_that_is_none() {
    let data = folder();
    let file = data.path().join("letter.txt");
    std::fs::write(&file, "Dear reader, ".repeat(500)).unwrap();
    harmony(data.path(), &["--database", &format!("sqlite:{}", file.display()), "day"])
        .is_wrong(&["letter.txt"]);
    harmony(data.path(), &["--database", "mysql://root:hunter2@x/y", "day"])
        .is_wrong(&["sqlite:", "postgres://"]);
}

#[test]
fn a_postgresql_that_is_down() {
    let data = folder();
    for verb in [&["day"][..], &["serve", "--listen", "127.0.0.1:0"]] {
        let url = ["--database", "postgres://harmony:hunter2@127.0.0.1:1/harmony"];
        let ran = harmony(data.path(), &[&url[..], verb].concat());
        ran.is_wrong(&["127.0.0.1:1/harmony", "cannot be reached", "Check that it runs"]);
        assert!(!ran.err.contains("hunter2"));
    }
}

#[test]
fn a_key_that_is_lost_or_of_another_installation() {
    let data = folder();
    harmony(data.path(), &["migrate"]).is_done();
    let key = data.path().join("keys/master.key");
    std::fs::write(&key, [1; 32]).unwrap();
    let other = harmony(data.path(), &["day"]);
    other.is_wrong(&["key"]);
    std::fs::write(&key, [1; 5]).unwrap();
    harmony(data.path(), &["day"]).is_wrong(&["master.key", "32 bytes"]);
}

#[test]
fn a_server_asked_to_stop_ends_well() {
    let data = folder();
    let server = Server::start(data.path(), &[]);
    assert_eq!(server.get("/").status, 200);
    assert_eq!(server.stop(), Some(0));
    let error = Db::open(&config(&sqlite(data.path()))).map(|db| db.close()).err();
    assert_eq!(error, None::<StoreError>);
}

//! Files of the bank from the command line: booked once, refused with their place, kept when they are odd.

use std::fs;

use app::testing::bank::{BankDouble, Entry};
use kernel::{Money, date};

use crate::support::{folder, harmony, is_sound};

#[test]
fn files_of_the_bank_are_read_once_and_refused_whole() {
    let (data, files) = (folder(), folder());
    let products = app::products::Products::shipped().unwrap();
    let account = products.agreement("rosemont-nl").unwrap().account.iban.to_string();
    let mut bank = BankDouble::new(&account);
    let paid = Entry::transfer("J. Jansen", "NL39RABO0300065264", Money::from_cents(995), "premie");
    let path = |name: &str| files.path().join(name).display().to_string();
    let write = |name: &str, bytes: &[u8]| fs::write(files.path().join(name), bytes).unwrap();
    write("one.xml", &bank.day(date(2026, 3, 9), &[], std::slice::from_ref(&paid)));
    write("two.xml", &bank.day(date(2026, 3, 10), &[], &[paid]));
    write("three.xml", &bank.day(date(2026, 3, 11), &[], &[]));
    let read = |names: &[&str]| {
        let paths: Vec<String> = names.iter().map(|name| path(name)).collect();
        let args: Vec<&str> = ["bank", "read"].into_iter().chain(paths.iter().map(String::as_str)).collect();
        harmony(data.path(), &args)
    };
    let first = read(&["one.xml"]);
    assert!(first.is_done().contains("one.xml: 1 booked (0 matched, 1 in suspense)"), "{first:?}");
    assert!(!first.out.contains("Jansen"), "nothing personal on a terminal");
    assert_eq!(read(&["one.xml"]).status, 0, "again");
    // Two is missing: three is kept; with two it is booked by itself.
    let gap = read(&["three.xml"]);
    assert_eq!(gap.status, 1, "{gap:?}");
    assert!(gap.out.contains("kept, and nothing booked") && gap.out.contains("one is missing"), "{gap:?}");
    assert!(read(&["two.xml"]).is_done().contains("1 that waited for it booked too"));
    assert!(read(&["three.xml"]).is_done().contains("0 booked"));
    let broken = fs::read(files.path().join("two.xml")).unwrap();
    write("half.xml", &broken[..broken.len() / 2]);
    write("words.txt", b"Dear bank");
    let wrong = read(&["half.xml", "words.txt"]);
    assert_eq!(wrong.status, 1, "{wrong:?}");
    let lines: Vec<&str> = wrong.out.lines().collect();
    assert!(lines[0].contains("half.xml: This file is empty or ends in the middle (line "), "{wrong:?}");
    assert!(lines[1].contains("words.txt: This is not the file as the bank made it"), "{wrong:?}");
    is_sound(data.path(), &[]);
}

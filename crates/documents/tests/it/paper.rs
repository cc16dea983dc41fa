//! The PDF files.

use documents::render;
use kernel::Language;

use crate::samples::{KINDS, at, sample};

#[test]
fn every_letter_prints_in_every_language() {
    for kind in KINDS {
        for &language in Language::ALL {
            let (document, house) = sample(kind, language);
            let pdf = render(&document, language, &house).unwrap().pdf;
            assert_eq!(pdf.is_some(), document.content.is_letter(), "{kind}");
            let Some(pdf) = pdf else { continue };
            assert!(pdf.bytes.starts_with(b"%PDF-1.7"), "{kind}");
            assert!((1..=4).contains(&pdf.pages), "{kind}: {} pages", pdf.pages);
            assert!(pdf.bytes.len() < 200_000, "{kind}: {} bytes", pdf.bytes.len());
            assert!(
                pdf.file_name
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b)),
                "{}",
                pdf.file_name
            );
        }
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let (mut document, house) = sample("policy-issued", Language::Nl);
    let first = render(&document, Language::Nl, &house).unwrap();
    let (other, other_house) = sample("reminder-nl", Language::Fr);
    render(&other, Language::Fr, &other_house).unwrap();
    assert_eq!(render(&document, Language::Nl, &house).unwrap(), first);
    document.made_at = at("2026-11-20T10:15:01Z");
    let later = render(&document, Language::Nl, &house).unwrap();
    assert_eq!(later.mail_text, first.mail_text);
    assert_ne!(later.pdf, first.pdf, "the time in the file is the document's");
}

#[test]
fn threads_print_beside_each_other() {
    let (document, house) = sample("cover-reinstated", Language::En);
    let expected = render(&document, Language::En, &house).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| assert_eq!(render(&document, Language::En, &house).unwrap(), expected));
        }
    });
}

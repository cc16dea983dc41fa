//! The PDF files.

use documents::render;
use kernel::Language;

use crate::samples::{KINDS, at, sample};

/// One language a kind: the words of all three are in the snapshots, and the paper is the same for all.
#[test]
fn every_letter_prints() {
    for (kind, &language) in KINDS.into_iter().zip(Language::ALL.iter().cycle()) {
        let (document, house) = sample(kind, language);
        let pdf = render(&document, language, &house).unwrap().pdf;
        assert_eq!(pdf.is_some(), document.content.is_letter(), "{kind}");
        let Some(pdf) = pdf else { continue };
        assert!(pdf.bytes.starts_with(b"%PDF-1.7"), "{kind}");
        assert!((1..=4).contains(&pdf.pages), "{kind}: {} pages", pdf.pages);
        assert!(pdf.bytes.len() < 200_000, "{kind}: {} bytes", pdf.bytes.len());
        assert!(
            pdf.file_name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b)),
            "{}",
            pdf.file_name
        );
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

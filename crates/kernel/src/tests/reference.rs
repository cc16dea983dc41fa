use proptest::prelude::*;

use super::few_cases;
use crate::{EndToEndId, MandateReference, ReferenceError, StructuredReference, StructuredReferenceError};

#[test]
fn references_in_bank_files() {
    let read = |text: &str| MandateReference::parse(text).map(|reference| reference.to_string());
    for text in ["A", "HP-1234-5678-9012/1", "a?b:c(d).e,f'g+h i", &"X".repeat(35)] {
        assert_eq!(read(text), Ok(text.to_owned()));
        assert!(EndToEndId::parse(text).is_ok());
    }
    let long = "X".repeat(36);
    for (text, wrong) in [
        ("", ReferenceError::Empty),
        (long.as_str(), ReferenceError::Length),
        ("café", ReferenceError::Characters),
        ("a_b", ReferenceError::Characters),
        ("a&b", ReferenceError::Characters),
        ("a\nb", ReferenceError::Characters),
        ("/a", ReferenceError::Slash),
        ("a/", ReferenceError::Slash),
        ("a//b", ReferenceError::Slash),
        (" a", ReferenceError::Space),
        ("a ", ReferenceError::Space),
    ] {
        assert_eq!(read(text), Err(wrong), "{text:?}");
    }
}

#[test]
fn structured_communications() {
    let read = |text: &str| StructuredReference::parse(text).map(|reference| reference.to_string());
    let known = "+++090/9337/55493+++";
    for text in [known, "090933755493", "***090/9337/55493***", " 090 9337 55493"] {
        assert_eq!(read(text), Ok(known.to_owned()), "{text:?}");
    }
    assert_eq!(StructuredReference::parse(known).unwrap().as_str(), "090933755493");
    assert_eq!(read(""), Err(StructuredReferenceError::Empty));
    assert_eq!(read("+++"), Err(StructuredReferenceError::Empty));
    assert_eq!(read("09093375549"), Err(StructuredReferenceError::Shape));
    assert_eq!(read("09093375549X"), Err(StructuredReferenceError::Shape));
    assert_eq!(read("090933755494"), Err(StructuredReferenceError::CheckDigits));
    // A remainder of 0 gives 97.
    assert_eq!(StructuredReference::from_number(97).unwrap().as_str(), "000000009797");
    assert_eq!(read("000000009700"), Err(StructuredReferenceError::CheckDigits));
    assert_eq!(StructuredReference::from_number(10_000_000_000), Err(StructuredReferenceError::TooLarge));
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn any_number_fits(entropy in any::<u64>()) {
        let reference = StructuredReference::from_entropy(entropy);
        prop_assert_eq!(StructuredReference::parse(&format!("{reference}")), Ok(reference.clone()));
        prop_assert_eq!(StructuredReference::parse(reference.as_str()), Ok(reference));
    }
}

#[test]
fn structured_communications_in_free_text() {
    let check = |text: &str, expect: &[&str]| {
        let found: Vec<String> = StructuredReference::find_in(text).iter().map(ToString::to_string).collect();
        assert_eq!(found, expect, "{text:?}");
    };
    let known = "+++090/9337/55493+++";
    check("", &[]);
    check("premie maart", &[]);
    for text in
        [known, "***090/9337/55493***", "090933755493", "prime 090/9337/55493, merci", "+090.9337.55493+"]
    {
        check(text, &[known]);
    }
    check(&format!("{known} {known}"), &[known]);
    check(&format!("{known}+++000/0000/09797+++"), &[known, "+++000/0000/09797+++"]);
    // A digit too many, or a typing error.
    check("0909337554931", &[]);
    check("+++090/9337/55494+++", &[]);
}

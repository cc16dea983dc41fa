use proptest::prelude::*;

use super::few_cases;
use crate::{ClaimNumber, EndToEndId, NumberError, PolicyNumber};

fn check(text: &str, expected: Result<&str, NumberError>) {
    assert_eq!(
        PolicyNumber::parse(text).as_ref().map(PolicyNumber::as_str),
        expected.as_ref().copied(),
        "{text:?}"
    );
}

#[test]
fn what_is_forgiven_and_what_is_not() {
    let number = PolicyNumber::from_entropy(1_234_567_890);
    let text = number.as_str();
    assert!(text.starts_with("HP-1234-5678-90"), "{text}");
    check(text, Ok(text));
    check(&text.to_lowercase().replace('-', " "), Ok(text));
    check(&format!("  {} ", text.replace('-', "")), Ok(text));
    check("", Err(NumberError::Empty));
    check(" - ", Err(NumberError::Empty));
    check("1234-5678-9012", Err(NumberError::Prefix));
    check("HX-1234-5678-9012", Err(NumberError::Prefix));
    check("HP-1234-5678-901", Err(NumberError::Shape));
    check("HP-1234-5678-901A", Err(NumberError::Shape));
    check("HP-1234-5678-90é", Err(NumberError::Shape));
    let claim = ClaimNumber::from_entropy(1_234_567_890);
    check(claim.as_str(), Err(NumberError::OtherKind));
    check(&claim.as_str().replace("HC", "HP"), Err(NumberError::CheckDigits));
    assert_eq!(PolicyNumber::PREFIX, "HP");
    assert_eq!(ClaimNumber::PREFIX, "HC");
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn typing_errors_are_found(entropy in any::<u64>()) {
        let number = PolicyNumber::from_entropy(entropy);
        prop_assert_eq!(PolicyNumber::parse(number.as_str()), Ok(number.clone()));
        prop_assert!(EndToEndId::parse(number.as_str()).is_ok(), "fits in a bank text");
        prop_assert_eq!(PolicyNumber::from_structured(&number.structured()), number.clone(), "LAW-SEPA-14");
        let compact: Vec<u8> = number.as_str().bytes().filter(|&b| b != b'-').collect();
        let refused = |wrong: &[u8]| PolicyNumber::parse(std::str::from_utf8(wrong).unwrap()).is_err();
        for place in 2..compact.len() {
            for digit in b'0'..=b'9' {
                let mut wrong = compact.clone();
                wrong[place] = digit;
                prop_assert_eq!(refused(&wrong), digit != compact[place]);
            }
            let mut wrong = compact.clone();
            wrong.swap(place - 1, place);
            prop_assert_eq!(refused(&wrong), compact[place - 1] != compact[place]);
        }
    }
}

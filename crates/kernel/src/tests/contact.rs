use proptest::prelude::*;

use super::few_cases;
use crate::{Country, EmailAddress, EmailAddressError, Phone, PhoneError};

#[test]
fn addresses_that_look_right() {
    for text in
        ["j@example.nl", "Jan.de-Vries+harmony@mail.example.co.uk", "o'neil@example.be", "a_b@xn--caf-dma.fr"]
    {
        assert_eq!(EmailAddress::parse(text).map(|mail| mail.to_string()), Ok(text.to_owned()));
    }
    assert_eq!(EmailAddress::parse("  j@example.nl\n").unwrap().as_str(), "j@example.nl");
}

#[test]
fn addresses_that_do_not() {
    let long = format!("{}@example.nl", "a".repeat(65));
    for (text, wrong) in [
        ("", EmailAddressError::Empty),
        (" ", EmailAddressError::Empty),
        ("example.nl", EmailAddressError::At),
        ("@example.nl", EmailAddressError::At),
        ("j@", EmailAddressError::At),
        ("a@b@example.nl", EmailAddressError::At),
        (long.as_str(), EmailAddressError::Length),
        ("j an@example.nl", EmailAddressError::Local),
        (".j@example.nl", EmailAddressError::Local),
        ("j.@example.nl", EmailAddressError::Local),
        ("j..v@example.nl", EmailAddressError::Local),
        ("jürgen@example.nl", EmailAddressError::Local),
        ("j\r\nBcc:x@example.nl", EmailAddressError::Local),
        ("j@example", EmailAddressError::Domain),
        ("j@example.", EmailAddressError::Domain),
        ("j@.nl", EmailAddressError::Domain),
        ("j@-example.nl", EmailAddressError::Domain),
        ("j@exa mple.nl", EmailAddressError::Domain),
        ("j@127.0.0.1", EmailAddressError::Domain),
        ("j@example.n", EmailAddressError::Domain),
    ] {
        assert_eq!(EmailAddress::parse(text), Err(wrong), "{text:?}");
    }
    assert_eq!(EmailAddress::parse(&"a".repeat(300)), Err(EmailAddressError::Length));
}

#[test]
fn case_does_not_make_another_address() {
    let (a, b) =
        (EmailAddress::parse("Jan@Example.NL").unwrap(), EmailAddress::parse("jan@example.nl").unwrap());
    assert_eq!(a, b);
    assert_eq!(a.key(), b.key());
    assert_eq!(std::collections::HashSet::from([a.clone(), b]).len(), 1);
    assert_eq!(a.masked(), "J••••@Example.NL");
    assert_eq!(format!("{a:?}"), "EmailAddress(••••)");
}

#[test]
fn phone_numbers() {
    let check = |country, text: &str, expected: Result<&str, PhoneError>| {
        let read = match country {
            Some(country) => Phone::parse_for(country, text),
            None => Phone::parse(text),
        };
        assert_eq!(read.as_ref().map(Phone::as_str), expected.as_ref().copied(), "{text:?}");
    };
    let (nl, be) = (Some(Country::Nl), Some(Country::Be));
    check(None, "+31 6 1234 5678", Ok("+31612345678"));
    check(None, "0031-6-12345678", Ok("+31612345678"));
    check(None, "+31 (0)6-12345678", Ok("+31612345678"));
    check(nl, "06-12345678", Ok("+31612345678"));
    check(nl, "(020) 123 45 67", Ok("+31201234567"));
    check(be, "0470/12.34.56", Ok("+32470123456"));
    check(be, "02 123 45 67", Ok("+3221234567"));
    check(be, "+31 6 12345678", Ok("+31612345678"));
    check(None, "+44 20 7946 0018", Ok("+442079460018"));
    check(None, "", Err(PhoneError::Empty));
    check(None, "+", Err(PhoneError::Characters));
    check(None, "call me", Err(PhoneError::Characters));
    check(None, "+31+612345678", Err(PhoneError::Characters));
    check(None, "06 12345678", Err(PhoneError::NoCountry));
    check(nl, "6 12345678", Err(PhoneError::Start));
    check(None, "+31 06 12345678", Err(PhoneError::Start));
    check(nl, "06 1234567", Err(PhoneError::Length));
    check(nl, "06 123456789", Err(PhoneError::Length));
    check(be, "0470 12 34 567", Err(PhoneError::Length));
    check(None, "+1234567", Err(PhoneError::Length));
    check(None, "+1234567890123456", Err(PhoneError::Length));
    let phone = Phone::parse("+31612345678").unwrap();
    assert_eq!(format!("{phone:?} {phone}"), "Phone(•••• 678) +31612345678");
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,40}") {
        let _ = EmailAddress::parse(&text).map(|mail| mail.masked());
        let _ = Phone::parse(&text).map(|phone| phone.masked());
        let _ = Phone::parse_for(Country::Be, &text);
        let _ = crate::Postcode::parse(&text);
        let _ = crate::SerialNumber::parse(&text);
        let _ = crate::Imei::parse(&text);
        let _ = crate::CreditorId::parse(&text);
        let _ = crate::EnterpriseNumber::parse(&text);
        let _ = crate::StructuredReference::parse(&text);
        let _ = crate::PolicyNumber::parse(&text);
        let _ = text.parse::<crate::Money>();
        let _ = text.parse::<crate::Term>();
        let _ = text.parse::<crate::Id>();
    }
}

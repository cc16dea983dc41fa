use std::collections::BTreeSet;

use crate::*;

/// Codes are keys of texts: kebab-case and different from each other, over all errors of the crate.
#[test]
fn every_error_code_is_kebab_case_and_unique() {
    macro_rules! all { ($($error:ident),+ $(,)?) => { [$($error::ALL.iter().map(|e| (e.code(), e.to_string())).collect::<Vec<_>>()),+].concat() } }
    let mut codes = all![
        CreditorIdError,
        EmailAddressError,
        EnterpriseNumberError,
        IbanError,
        IdError,
        ImeiError,
        KvkNumberError,
        MoneyError,
        NumberError,
        PhoneError,
        PostcodeError,
        ReferenceError,
        RuleError,
        SerialNumberError,
        StructuredReferenceError,
        TermError,
    ];
    codes.push((EmptyPeriod.code(), EmptyPeriod.to_string()));
    codes.push((UnknownCode { what: "Country" }.code(), UnknownCode { what: "Country" }.to_string()));
    let unique: BTreeSet<&str> = codes.iter().map(|(code, _)| *code).collect();
    assert_eq!(unique.len(), codes.len());
    for (code, text) in &codes {
        assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{code}");
        assert!(!text.is_empty() && !text.ends_with('.'), "{text}");
    }
}

#[test]
fn enums_read_what_they_write() {
    macro_rules! check { ($($name:ident),+ $(,)?) => { $(
        for &it in $name::ALL {
            assert_eq!(it.to_string().parse(), Ok(it));
            assert_eq!(serde_json::from_str::<$name>(&serde_json::to_string(&it).unwrap()).unwrap(), it);
        }
        assert_eq!("nonsense".parse::<$name>(), Err(UnknownCode { what: stringify!($name) }));
    )+ } }
    check![Calendar, Channel, Country, Delivery, DeviceKind, Language, Role, Rounding];
    assert_eq!(Country::Nl.to_string(), "NL");
    assert_eq!(Language::ALL.iter().map(|l| l.code()).collect::<Vec<_>>(), ["nl", "en", "fr"]);
    assert_eq!(Role::PrivacyManager.code(), "privacy-manager");
    assert!(Role::Claims.is_desk() && !Role::Machine.is_desk() && !Role::Operator.is_desk());
}

#[test]
fn rules_are_kept_once() {
    let rule: Rule = "NL-DUN-04".parse().unwrap();
    assert_eq!(rule, Rule("NL-DUN-04"));
    assert!(std::ptr::eq(rule.id(), "NL-DUN-04".parse::<Rule>().unwrap().id()));
    for wrong in ["", "nl-dun-04", "NL DUN", &"A".repeat(33)] {
        assert_eq!(wrong.parse::<Rule>(), Err(RuleError::Shape), "{wrong:?}");
    }
}

#[test]
fn a_refusal_can_be_carried_around() {
    #[derive(Debug)]
    struct TooLate;
    impl Refusal for TooLate {
        fn code(&self) -> &'static str {
            "too-late"
        }
        fn rule(&self) -> Option<Rule> {
            Some(Rule("NL-END-05"))
        }
    }
    let refusal: Box<dyn Refusal> = Box::new(TooLate);
    assert_eq!(
        (refusal.code(), refusal.rule(), refusal.args()),
        ("too-late", Some(Rule("NL-END-05")), vec![])
    );
}

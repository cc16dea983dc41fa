use crate::{
    Country, CreditorId, CreditorIdError, EnterpriseNumber, EnterpriseNumberError, KvkNumber, KvkNumberError,
    Postcode, PostcodeError,
};

#[test]
fn dutch_trade_register() {
    let read = |text: &str| KvkNumber::parse(text).map(|number| number.to_string());
    assert_eq!(read(" 1234 5678"), Ok("12345678".to_owned()));
    assert_eq!(read("01234567"), Ok("01234567".to_owned()));
    assert_eq!(read(""), Err(KvkNumberError::Empty));
    assert_eq!(read("1234567"), Err(KvkNumberError::Shape));
    assert_eq!(read("1234567A"), Err(KvkNumberError::Shape));
    assert_eq!(read("000012345678"), Err(KvkNumberError::Branch));
    assert_eq!(read("00000000"), Err(KvkNumberError::Zeros));
}

#[test]
fn belgian_enterprises() {
    let read = |text: &str| EnterpriseNumber::parse(text).map(|number| number.to_string());
    assert_eq!(read("0202.239.951"), Ok("0202.239.951".to_owned()));
    assert_eq!(read("BE 0202 239 951"), Ok("0202.239.951".to_owned()));
    assert_eq!(read("be0202239951"), Ok("0202.239.951".to_owned()));
    assert_eq!(EnterpriseNumber::parse("0202.239.951").unwrap().as_str(), "0202239951");
    assert_eq!(read(""), Err(EnterpriseNumberError::Empty));
    assert_eq!(read("BE"), Err(EnterpriseNumberError::Empty));
    assert_eq!(read("202239951"), Err(EnterpriseNumberError::Shape));
    assert_eq!(read("NL0202239951"), Err(EnterpriseNumberError::Shape));
    assert_eq!(read("2202239951"), Err(EnterpriseNumberError::Start));
    assert_eq!(read("0202.239.952"), Err(EnterpriseNumberError::CheckDigits));
    // A remainder of 0 gives 97, never 00.
    assert!(read("0000009797").is_ok());
    assert_eq!(read("0000009700"), Err(EnterpriseNumberError::CheckDigits));
}

#[test]
fn creditor_identifiers() {
    let read = |text: &str| CreditorId::parse(text).map(|id| id.to_string());
    for valid in ["DE98ZZZ09999999999", "BE69ZZZ050D000000008", "AT61ZZZ01234567890"] {
        assert_eq!(read(valid), Ok(valid.to_owned()), "published samples");
    }
    let dutch = CreditorId::dutch(&KvkNumber::parse("12345678").unwrap(), 1).unwrap();
    assert!(dutch.as_str().ends_with("ZZZ123456780001"));
    assert_eq!(read(dutch.as_str()), Ok(dutch.to_string()));
    let belgian = CreditorId::belgian(&EnterpriseNumber::parse("0202239951").unwrap());
    assert_eq!(read(&belgian.as_str().to_lowercase()), Ok(belgian.to_string()));
    // The business code plays no part in the check, nor in who the creditor is.
    let shop = CreditorId::parse(&dutch.as_str().replace("ZZZ", "A01")).unwrap();
    assert_eq!((shop.business_code(), shop.country()), ("A01", "NL"));
    assert!(shop.is_same_creditor(&dutch) && shop != dutch);

    assert_eq!(read(""), Err(CreditorIdError::Empty));
    assert_eq!(read("DE98ZZZ"), Err(CreditorIdError::Shape));
    assert_eq!(read("DEA8ZZZ09999999999"), Err(CreditorIdError::Shape));
    assert_eq!(read("DE98ZZZ0999999999é"), Err(CreditorIdError::Shape));
    assert_eq!(read("DE97ZZZ09999999999"), Err(CreditorIdError::CheckDigits));
    assert_eq!(read("NL98ZZZ12345678"), Err(CreditorIdError::Dutch));
    assert_eq!(read("BE98ZZZ0202239952"), Err(CreditorIdError::Belgian));
    assert_eq!(
        CreditorId::dutch(&KvkNumber::parse("12345678").unwrap(), 10_000),
        Err(CreditorIdError::Dutch)
    );
}

#[test]
fn postcodes() {
    let read = |text: &str| Postcode::parse(text).map(|code| (code.country(), code.to_string()));
    for text in ["1234 AB", "1234AB", " 1234 ab ", "12 34 a b"] {
        assert_eq!(read(text), Ok((Country::Nl, "1234 AB".to_owned())), "{text:?}");
    }
    assert_eq!(read("1000"), Ok((Country::Be, "1000".to_owned())));
    assert_eq!(read("9999"), Ok((Country::Be, "9999".to_owned())));
    assert_eq!(read(""), Err(PostcodeError::Empty));
    for text in ["0999", "999", "10000", "12-34"] {
        assert_eq!(read(text), Err(PostcodeError::Belgian), "{text:?}");
    }
    for text in ["0123 AB", "123 AB", "1234 A", "1234 ABC", "1234 1A", "AB 1234", "1234 ÄB", "1234é"] {
        assert_eq!(read(text), Err(PostcodeError::Dutch), "{text:?}");
    }
    for text in ["1234 SA", "1234 sd", "1234SS"] {
        assert_eq!(read(text), Err(PostcodeError::Letters), "{text:?}");
    }
    for text in ["1234 SB", "1234 AS", "1234 FS"] {
        assert!(read(text).is_ok(), "{text:?}");
    }
    assert_eq!(Postcode::parse_for(Country::Nl, "1234"), Err(PostcodeError::Dutch));
    assert_eq!(Postcode::parse_for(Country::Be, "1234 AB"), Err(PostcodeError::Belgian));
}

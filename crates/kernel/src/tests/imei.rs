use proptest::prelude::*;

use super::few_cases;
use crate::{Imei, ImeiError, SerialNumber, SerialNumberError};

fn check(text: &str, expected: Result<&str, ImeiError>) {
    assert_eq!(Imei::parse(text).as_ref().map(Imei::as_str), expected.as_ref().copied(), "{text:?}");
}

#[test]
fn the_vectors_of_law_fmt() {
    for valid in ["490154203237518", "352099001761481", "355762052793235", "868902030000002"] {
        check(valid, Ok(valid));
        let last = valid.as_bytes()[14] - b'0';
        for other in (0..10).filter(|&digit| digit != last) {
            check(&format!("{}{other}", &valid[..14]), Err(ImeiError::CheckDigit));
        }
    }
    check("49-015420-323751-8", Ok("490154203237518"));
    check("490154/20/323751/8", Ok("490154203237518"));
    check(" 490154 20 323751 8 ", Ok("490154203237518"));
    check("4901542032375101", Ok("490154203237518")); // with software version
    check("", Err(ImeiError::Empty));
    check("000000000000000", Err(ImeiError::Zeros));
    check("0000000000000000", Err(ImeiError::Zeros));
    check("A0000012345678", Err(ImeiError::Meid));
    check("ff-000012-345678", Err(ImeiError::Meid));
    check("49015420323751X", Err(ImeiError::Characters));
    check("49015420323751", Err(ImeiError::Length));
    check("49015420323751801", Err(ImeiError::Length));
    check("٤٩٠١٥٤٢٠٣٢٣٧٥١٨", Err(ImeiError::Characters));
}

#[test]
fn it_is_masked_and_points_to_its_type() {
    let imei = Imei::parse("490154203237518").unwrap();
    assert_eq!(imei.tac(), "49015420");
    assert_eq!(imei.masked(), "•••• 7518");
    assert_eq!(format!("{imei:?}"), "Imei(•••• 7518)");
}

#[test]
fn serial_numbers_have_no_standard() {
    let read = |text: &str| SerialNumber::parse(text).map(|serial| serial.as_str().to_owned());
    assert_eq!(read(" c02xg0f jh7jy "), Ok("C02XG0FJH7JY".to_owned()));
    assert_eq!(read("PF-2ABC.9/1"), Ok("PF-2ABC.9/1".to_owned()));
    assert_eq!(read(""), Err(SerialNumberError::Empty));
    assert_eq!(read("abc"), Err(SerialNumberError::Length));
    assert_eq!(read(&"A".repeat(41)), Err(SerialNumberError::Length));
    assert_eq!(read("ABC<script>"), Err(SerialNumberError::Characters));
    assert!(SerialNumber::parse("C02XGOFJH7JY").unwrap().may_be_mistyped());
    assert!(!SerialNumber::parse("C02XG0FJH7JY").unwrap().may_be_mistyped());
    assert_eq!(format!("{:?}", SerialNumber::parse("C02XG0FJH7JY").unwrap()), "SerialNumber(•••• JY)");
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn a_software_version_leads_to_the_same_number(digits in "[0-9]{13}[1-9]", version in "[0-9]{2}") {
        let imei = Imei::parse(&format!("{digits}{version}")).unwrap();
        prop_assert_eq!(Imei::parse(imei.as_str()), Ok(imei.clone()));
        prop_assert!(imei.as_str().starts_with(&digits));
    }

    #[test]
    fn a_wrong_digit_is_found(digits in "[1-9][0-9]{13}00", place in 0_usize..15, other in b'0'..=b'9') {
        let imei = Imei::parse(&digits).unwrap();
        let mut wrong = imei.as_str().as_bytes().to_vec();
        prop_assume!(wrong[place] != other);
        wrong[place] = other;
        prop_assert!(Imei::parse(std::str::from_utf8(&wrong).unwrap()).is_err());
    }
}

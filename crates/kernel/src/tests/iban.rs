use proptest::prelude::*;

use super::few_cases;
use crate::{Iban, IbanError};

/// One of each SEPA country, as the countries publish them.
const SAMPLES: &[&str] = &[
    "AD1200012030200359100100",
    "AL47212110090000000235698741",
    "AT611904300234573201",
    "BE68539007547034",
    "BG80BNBG96611020345678",
    "CH9300762011623852957",
    "CY17002001280000001200527600",
    "CZ6508000000192000145399",
    "DE89370400440532013000",
    "DK5000400440116243",
    "EE382200221020145685",
    "ES9121000418450200051332",
    "FI2112345600000785",
    "FR1420041010050500013M02606",
    "GB29NWBK60161331926819",
    "GI75NWBK000000007099453",
    "GR1601101250000000012300695",
    "HR1210010051863000160",
    "HU42117730161111101800000000",
    "IE29AIBK93115212345678",
    "IS140159260076545510730339",
    "IT60X0542811101000000123456",
    "LI21088100002324013AA",
    "LT121000011101001000",
    "LU280019400644750000",
    "LV80BANK0000435195001",
    "MC5811222000010123456789030",
    "MD24AG000225100013104168",
    "ME25505000012345678951",
    "MK07250120000058984",
    "MT84MALT011000012345MTLCAST001S",
    "NL91ABNA0417164300",
    "NL39RABO0300065264",
    "NO9386011117947",
    "PL61109010140000071219812874",
    "PT50000201231234567890154",
    "RO49AAAA1B31007593840000",
    "RS35260005601001611379",
    "SE4550000000058398257466",
    "SI56263300012039086",
    "SK3112000000198742637541",
    "SM86U0322509800000000270100",
    "VA59001123000012345678",
];

fn check(text: &str, expected: Result<&str, IbanError>) {
    assert_eq!(Iban::parse(text).as_ref().map(Iban::as_str), expected.as_ref().copied(), "{text:?}");
}

#[test]
fn one_of_each_country() {
    for sample in SAMPLES {
        check(sample, Ok(sample));
    }
}

#[test]
fn what_is_forgiven_and_what_is_not() {
    check(" nl91 abna 0417 1643 00 ", Ok("NL91ABNA0417164300"));
    check("BE68-5390-0754-7034", Ok("BE68539007547034"));
    check("", Err(IbanError::Empty));
    check("  ", Err(IbanError::Empty));
    check("NL91ABNA04171643é0", Err(IbanError::Characters));
    check("NL91ABNA0417*64300", Err(IbanError::Characters));
    check("TR330006100519786457841326", Err(IbanError::NotSepa));
    check("417164300", Err(IbanError::NotSepa));
    check("N", Err(IbanError::NotSepa));
    check("NL", Err(IbanError::Length));
    check("NL91ABNA041716430", Err(IbanError::Length));
    check("BE685390075470341", Err(IbanError::Length));
    check(&"1".repeat(10_000), Err(IbanError::Length));
    check("NL91ABN10417164300", Err(IbanError::Shape));
    check("NLA1ABNA0417164300", Err(IbanError::Shape));
    check("BE68A39007547034", Err(IbanError::Shape));
    check("NL91ABNA0417164301", Err(IbanError::CheckDigits));
    check("NL19ABNA0417164300", Err(IbanError::CheckDigits));
}

#[test]
fn check_digits_out_of_range_are_refused() {
    // 97 more or less leaves the remainder as it is: of 00 to 99 only 02 to 98 are ever given out.
    for account in 0..97 {
        let fits =
            (0..100).filter(|digits| Iban::parse(&format!("DE{digits:02}{account:018}")).is_ok()).count();
        assert_eq!(fits, 1, "one pair of digits fits each account");
    }
}

#[test]
fn the_belgian_number_inside_is_checked() {
    // The outer digits fit, the inner ones do not.
    let inner = "539007547035";
    let digits = (2..=98)
        .map(|digits| format!("BE{digits:02}{inner}"))
        .find(|text| Iban::parse(text) != Err(IbanError::CheckDigits))
        .expect("one pair fits");
    check(&digits, Err(IbanError::BelgianCheckDigits));
}

#[test]
fn forms_for_letters_screens_and_logs() {
    let iban = Iban::parse("NL91ABNA0417164300").unwrap();
    assert_eq!(iban.grouped(), "NL91 ABNA 0417 1643 00");
    assert_eq!(iban.masked(), "NL91 •••• 4300");
    assert_eq!(format!("{iban:?}"), "Iban(NL91 •••• 4300)");
    assert_eq!(iban.to_string(), "NL91ABNA0417164300");
    assert_eq!(iban.country(), "NL");
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn a_wrong_digit_or_a_swap_is_found(sample in prop::sample::select(SAMPLES), place in 2_usize..34, digit in b'0'..=b'9') {
        let mut text = sample.as_bytes().to_vec();
        let place = 2 + place % (text.len() - 2);
        let original = text[place];
        if original.is_ascii_digit() && original != digit {
            text[place] = digit;
            prop_assert!(Iban::parse(std::str::from_utf8(&text).unwrap()).is_err());
            text[place] = original;
        }
        // (Not between letter and digit: `B1` and `1B` are both 111 to the check.)
        let swappable = text.get(place + 1).is_some_and(|next| {
            *next != original && next.is_ascii_digit() == original.is_ascii_digit()
        });
        if swappable {
            text.swap(place, place + 1);
            prop_assert!(Iban::parse(std::str::from_utf8(&text).unwrap()).is_err());
        }
    }

    #[test]
    fn grouping_goes_round(sample in prop::sample::select(SAMPLES)) {
        let iban = Iban::parse(sample).unwrap();
        prop_assert_eq!(Iban::parse(&iban.grouped()), Ok(iban.clone()));
        prop_assert_eq!(Iban::parse(&sample.to_lowercase()), Ok(iban));
    }

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,40}") {
        let _ = Iban::parse(&text);
    }
}

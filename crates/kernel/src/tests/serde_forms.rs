//! What is written to the journal: these forms are for ever.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{day, instant};
use crate::*;

fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T, json: &str) {
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    assert_eq!(serde_json::from_str::<T>(json).unwrap(), value);
}

#[test]
fn forms_that_stay() {
    check(Money::from_cents(-1_234), "-1234");
    check(Term::WorkingDays(15), r#""15 working days""#);
    check(Roll::Never, r#""never""#);
    check(Roll::NextWorkingDay(Calendar::BeLegal), r#"{"next-working-day":"be-legal"}"#);
    check(
        Deadline::on(day("2026-04-15"), Country::Nl),
        r#"{"last_day":"2026-04-15","end":"2026-04-15T22:00:00Z"}"#,
    );
    check(Receipt { day: day("2026-04-01"), at: None }, r#"{"day":"2026-04-01","at":null}"#);
    check(
        Period::between(day("2026-04-01"), day("2026-05-01")).unwrap(),
        r#"{"from":"2026-04-01","to":"2026-05-01"}"#,
    );
    check(Period::starting(instant("2026-04-01T00:00:00Z")), r#"{"from":"2026-04-01T00:00:00Z","to":null}"#);
    check(Iban::parse("NL91ABNA0417164300").unwrap(), r#""NL91ABNA0417164300""#);
    check(Imei::parse("490154203237518").unwrap(), r#""490154203237518""#);
    check(Postcode::parse("1234AB").unwrap(), r#""1234 AB""#);
    check(EnterpriseNumber::parse("0202.239.951").unwrap(), r#""0202239951""#);
    check(StructuredReference::parse("+++090/9337/55493+++").unwrap(), r#""090933755493""#);
    check(Phone::parse("+31 6 12345678").unwrap(), r#""+31612345678""#);
    check(Rule("NL-DUN-04"), r#""NL-DUN-04""#);
    check(Shard::of(7), "7");
    check(Id::from_i64(32).unwrap(), r#""0000000000010""#);
    let actor = Actor::new(Id::from_i64(32).unwrap(), Role::Machine, Channel::Bank);
    check(actor.clone(), r#"{"id":"0000000000010","role":"machine","channel":"bank"}"#);
    check(
        actor.for_other(Id::from_i64(33).unwrap()).with_proof("statement-1"),
        r#"{"id":"0000000000010","role":"machine","channel":"bank","on_behalf_of":"0000000000011","proof":"statement-1"}"#,
    );
}

/// A wrong one is an error, and the message does not repeat it.
#[test]
fn wrong_ones_are_refused_without_repeating_them() {
    fn refused<T: DeserializeOwned + Debug>(json: &str) {
        let message = serde_json::from_str::<T>(json).unwrap_err().to_string();
        let value = json.trim_matches('"');
        assert!(!message.contains(value), "{message}");
    }
    refused::<Iban>(r#""NL91ABNA0417164301""#);
    refused::<Imei>(r#""490154203237519""#);
    refused::<Imei>("490154203237518");
    refused::<Imei>("-490154203237518");
    refused::<Imei>("490154203237518.5");
    refused::<EmailAddress>(r#""jan@example""#);
    refused::<Phone>(r#""0612345678""#);
    refused::<Postcode>(r#""0123 AB""#);
    refused::<SerialNumber>(r#""C02<XG0F""#);
    refused::<KvkNumber>(r#""1234567""#);
    refused::<CreditorId>(r#""DE97ZZZ09999999999""#);
    refused::<PolicyNumber>(r#""HP-1234-5678-9011""#);
    refused::<ClaimNumber>(r#""HP-1234-5678-9012""#);
    refused::<MandateReference>(r#""with_underscore""#);
    refused::<Term>(r#""14 dagen""#);
    refused::<Id>(r#""000000000000u""#);
    refused::<Rule>(r#""nl-dun""#);
    refused::<Country>(r#""DE""#);
    refused::<Period<Date>>(r#"{"from":"2026-05-01","to":"2026-05-01"}"#);
    refused::<Shard>("4096");
    assert!(serde_json::from_str::<Money>("12.34").is_err(), "cents are whole");
}

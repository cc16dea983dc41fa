//! Applications and policies at the desk.

use app::testing::proposal;
use axum::http::StatusCode;
use kernel::Role;
use store::sql;

use super::{ANNA, BRAM, Desk, FRED};

#[test]
fn an_application_is_seen_and_accepted_once() {
    let desk = Desk::open("2026-03-02 09:00");
    let made = desk.world().apply("2026-03-01 14:05", "c1", &proposal()).unwrap();
    let path = format!("/desk/applications/{}", made.number);
    desk.get(ANNA, "/desk").has("Decide on an application").has(&path).has("NL-PROV-02");
    desk.get(ANNA, "/desk/applications").has(&path).lacks("Sanne");
    let page = desk.get(ANNA, &path);
    page.has("Sanne de Vries").has("490154203237518").has("13 days left").has("nothing found").has("849");
    let looks = sql!("select count(*) as number from look");
    assert_eq!(desk.count(looks), 1, "the list names nobody, the page logs its look");

    let fields = [
        ("command", &*page.hidden("command")),
        ("version", &*page.hidden("version")),
        ("decision", "accept"),
    ];
    let done = desk.post(ANNA, &path, &fields);
    assert_eq!((done.status, &*done.to), (StatusCode::SEE_OTHER, &*path), "{}", done.body);
    let again = desk.post(ANNA, &path, &fields);
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the same form twice is once: {}", again.body);
    let accepted = sql!("select count(*) as number from event where kind = 'accepted'");
    assert_eq!(desk.count(accepted), 1);
    desk.get(ANNA, "/desk").lacks(&path);
    desk.get(ANNA, &format!("/desk/policies/{}", made.number))
        .has("Accepted")
        .has("acceptance, desk")
        .has("NL-PROV-07")
        .has("Covered");
}

#[test]
fn the_second_of_two_people_is_told_that_somebody_was_first() {
    let desk = Desk::open("2026-03-02 09:00");
    let made = desk.world().apply("2026-03-01 14:05", "c1", &proposal()).unwrap();
    let path = format!("/desk/applications/{}", made.number);
    let [anna, bram] = [ANNA, BRAM].map(|who| desk.get(who, &path));
    let fields = |page: &super::Got, decision: &str| {
        [
            ("command", page.hidden("command")),
            ("version", page.hidden("version")),
            ("decision", decision.to_owned()),
        ]
    };
    let send = |who, fields: [(&str, String); 3]| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        desk.post(who, &path, &fields)
    };
    assert_eq!(send(ANNA, fields(&anna, "reject")).status, StatusCode::SEE_OTHER);
    let late = send(BRAM, fields(&bram, "accept"));
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.has("Somebody else decided first");
    let now = desk.get(BRAM, &path);
    now.has("rejected").lacks("name=\"decision\"");
    // Even with the present version, what is decided stays decided: the refusal is shown on the page.
    let version = desk.count(sql!("select version as number from contract"));
    let version = version.to_string();
    let refused =
        desk.post(BRAM, &path, &[("command", "abcdef0123"), ("version", &version), ("decision", "accept")]);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn questions_notes_and_names_are_shown_as_text() {
    let desk = Desk::open("2026-03-02 09:00");
    let mut hostile = proposal();
    hostile.profile.name = "<script>alert(1)</script> \"O'Neil\"".into();
    hostile.device.identity.model = "<img src=x onerror=alert(2)>".into();
    let made = desk.world().apply("2026-03-01 14:05", "c1", &hostile).unwrap();
    let path = format!("/desk/applications/{}", made.number);
    let page = desk.get(ANNA, &path);
    page.lacks("<script>alert").lacks("<img src=x").has("alert(1)");
    let ask = |question: &str| {
        let page = desk.get(ANNA, &path);
        let (command, version) = (page.hidden("command"), page.hidden("version"));
        let fields =
            [("command", &*command), ("version", &*version), ("decision", "ask"), ("question", question)];
        desk.post(ANNA, &path, &fields)
    };
    assert_eq!(ask("").status, StatusCode::UNPROCESSABLE_ENTITY, "a question has words");
    assert_eq!(ask("Which colour?</p><script>x</script>").status, StatusCode::SEE_OTHER);
    desk.get(ANNA, &path).has("Which colour?").lacks("<script>x");
    desk.get(ANNA, &format!("/desk/policies/{}", made.number)).lacks("<script>").has("Question asked");
    desk.get(ANNA, "/desk/search?q=%3Cscript%3E").lacks("<script>").has("Nothing found");
    let sealed = sql!("select count(*) as number from event where cast(body as text) like '%colour%'");
    assert_eq!(desk.count(sealed), 0, "what is said is sealed");
}

#[test]
fn other_roles_decide_nothing() {
    let desk = Desk::open("2026-03-02 09:00");
    let made = desk.world().apply("2026-03-01 14:05", "c1", &proposal()).unwrap();
    let path = format!("/desk/applications/{}", made.number);
    let fields = [("command", "abcdef0123"), ("version", "3"), ("decision", "accept")];
    for who in [FRED, (Role::Auditor, 71), (Role::Complaints, 72), (Role::Policyholder, 73)] {
        let refused = desk.post(who, &path, &fields).status;
        assert!(matches!(refused, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{who:?}: {refused}");
    }
    desk.get((Role::Auditor, 71), &path).has("Sanne de Vries").lacks("name=\"decision\"");
    assert_eq!(desk.count(sql!("select count(*) as number from event where kind = 'accepted'")), 0);
}

#[test]
fn a_sanctions_match_is_judged_before_anything_else() {
    let desk = Desk::open("2026-03-02 09:00");
    let mut alike = proposal();
    alike.profile.name = "Ivan Verdacht".into();
    let made = desk.world().apply("2026-03-01 14:05", "c1", &alike).unwrap();
    let path = format!("/desk/applications/{}", made.number);
    let decide = |decision: &str| {
        let page = desk.get(ANNA, &path);
        let (command, version) = (page.hidden("command"), page.hidden("version"));
        desk.post(ANNA, &path, &[("command", &command), ("version", &version), ("decision", decision)])
    };
    desk.get(ANNA, &path).has("to be judged").has("AMB-41");
    let refused = decide("accept");
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "cover needs a clear name first");
    assert_eq!(decide("clear").status, StatusCode::SEE_OTHER);
    assert_eq!(decide("accept").status, StatusCode::SEE_OTHER);
}

#[test]
fn somebody_is_found_by_number_address_and_device_and_by_nothing_less() {
    let desk = Desk::open("2026-03-02 09:00");
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00");
    let place = format!("/desk/policies/{}", made.number);
    let searches = [made.number.as_str(), "SANNE@example.org", "490154203237518"];
    for (minute, text) in searches.into_iter().enumerate() {
        desk.now(&format!("2026-03-02 09:0{minute}"));
        let found = desk.get(FRED, &format!("/desk/search?q={}", super::encoded(text)));
        assert_eq!((found.status, &*found.to), (StatusCode::SEE_OTHER, &*place), "{text}");
    }
    for text in ["sanne", "HP-", "4901542032375", ""] {
        desk.get(FRED, &format!("/desk/search?q={}", super::encoded(text))).lacks(made.number.as_str());
    }
    assert_eq!(desk.count(sql!("select count(*) as number from look")), 2, "by address and by device");
}

#[test]
fn a_second_application_shows_the_first() {
    let desk = Desk::open("2026-03-02 09:00");
    let first = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00");
    let mut other = proposal();
    other.device.identity.imei = Some(kernel::Imei::parse("356938035643809").unwrap());
    let second = desk.world().apply("2026-03-01 16:00", "c2", &other).unwrap();
    desk.get(ANNA, &format!("/desk/applications/{}", second.number))
        .has("same customer")
        .has(first.number.as_str());
}

#[test]
fn a_cancellation_by_post_counts_from_its_receipt() {
    let desk = Desk::open("2026-03-01 09:00");
    let made = desk.world().policy("2026-03-01 14:05", "2026-03-01 15:00");
    desk.now("2027-05-20 10:00");
    let path = format!("/desk/policies/{}", made.number);
    let form = format!("{path}/end");
    desk.get(FRED, &path).has(&form);
    let enter = |way: &str, received: &str, step: &str| {
        let page = desk.get(FRED, &form);
        let (command, version) = (page.hidden("command"), page.hidden("version"));
        let fields = [
            ("command", &*command),
            ("version", &*version),
            ("way", way),
            ("from", "holder"),
            ("received", received),
            ("channel", "post"),
            ("note", "Letter, signed S. de Vries"),
            ("do", step),
        ];
        desk.upload(FRED, &form, &fields, None)
    };
    let future = enter("ordinary", "2027-06-01", "show");
    assert_eq!(future.status, StatusCode::UNPROCESSABLE_ENTITY, "not in the future");
    let late = enter("cooling-off", "2027-05-18", "show");
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    late.has("cooling-off");
    let shown = enter("ordinary", "2027-05-18", "show");
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    shown.has("What follows").has("18 June 2027").has("NL-END-09").has("one month’s notice");
    assert_eq!(desk.count(sql!("select count(*) as number from event where kind = 'cancelled'")), 0);
    let done = enter("ordinary", "2027-05-18", "end");
    assert_eq!((done.status, &*done.to), (StatusCode::SEE_OTHER, &*path), "{}", done.body);
    desk.get(FRED, &path).has("Cancelled").has("finance, post").has("NL-END-09");
    // As it was known before: nothing of it.
    desk.get(FRED, &format!("{path}?known=2027-05-01T12:00")).lacks("Cancelled");
}

#[test]
fn an_application_by_phone_needs_no_e_mail() {
    let desk = Desk::open("2026-03-02 09:00");
    let page = desk.get(ANNA, "/desk/applications/new");
    let command = page.hidden("command");
    let fields = [
        ("command", &*command),
        ("channel", "phone"),
        ("language", "fr"),
        ("plan", "plus"),
        ("device", "phone"),
        ("brand", "Fairphone"),
        ("model", "5"),
        ("imei", "490154203237518"),
        ("bought", "2026-02-20"),
        ("price", "849.00"),
        ("user", "me"),
        ("first_name", "Jan"),
        ("last_name", "Zonder"),
        ("born", "1950-05-17"),
        ("postcode", "3011 AD"),
        ("house_number", "40"),
        ("street", "Coolsingel"),
        ("town", "Rotterdam"),
        ("iban", "NL39RABO0300065264"),
        ("holder", "J. Zonder"),
    ];
    let missing: Vec<_> = fields.iter().copied().filter(|(name, _)| *name != "channel").collect();
    assert_eq!(
        desk.upload(ANNA, "/desk/applications/new", &missing, None).status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let done = desk.upload(ANNA, "/desk/applications/new", &fields, None);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    desk.get(ANNA, &done.to).has("Jan Zonder").has("missing").has("French");
    let again = desk.upload(ANNA, "/desk/applications/new", &fields, None);
    assert_eq!(again.to, done.to, "the same form twice is one application");
    let printed = sql!("select count(*) as number from letter where channel = 'print' and language = 'fr'");
    assert_eq!(desk.count(printed), 1, "letters go to the print folder");
}

#[test]
fn the_form_of_a_minor_becomes_that_of_a_parent() {
    let desk = Desk::open("2026-03-02 09:00");
    let page = desk.get(ANNA, "/desk/applications/new");
    let command = page.hidden("command");
    let send = |first: &str, last: &str, born: &str, user: &str, user_name: &str, user_born: &str| {
        let fields = [
            ("command", &*command),
            ("channel", "phone"),
            ("language", "nl"),
            ("plan", "plus"),
            ("device", "phone"),
            ("brand", "Fairphone"),
            ("model", "5"),
            ("imei", "490154203237518"),
            ("bought", "2026-02-20"),
            ("price", "849.00"),
            ("user", user),
            ("user_name", user_name),
            ("user_born", user_born),
            ("first_name", first),
            ("last_name", last),
            ("born", born),
            ("postcode", "3011 AD"),
            ("house_number", "40"),
            ("street", "Coolsingel"),
            ("town", "Rotterdam"),
            ("iban", "NL39RABO0300065264"),
            ("holder", "S. de Vries"),
        ];
        desk.upload(ANNA, "/desk/applications/new", &fields, None)
    };
    let minor = send("Noor", "de Vries", "2014-09-01", "me", "", "");
    assert_eq!(minor.status, StatusCode::UNPROCESSABLE_ENTITY);
    minor
        .has("a parent or guardian takes out the insurance")
        .has("value=\"Noor de Vries\"")
        .has("2014-09-01");
    let unnamed = send("Sanne", "de Vries", "1990-05-17", "family", "", "");
    assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY, "who uses it is named");
    let also = send("Tim", "de Vries", "2009-01-01", "family", "Noor de Vries", "2014-09-01");
    assert_eq!(also.status, StatusCode::UNPROCESSABLE_ENTITY, "a brother who is a minor too is no parent");
    also.has("must be 18 or older");
    let done = send("Sanne", "de Vries", "1990-05-17", "family", "Noor de Vries", "2014-09-01");
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    desk.get(ANNA, &done.to).has("Sanne de Vries").has("Noor de Vries, ");
}

#[test]
fn what_is_known_of_an_applicant_is_weighed_by_a_person() {
    let desk = Desk::open("2026-03-03 09:00");
    let first = desk.world().apply("2026-03-01 14:05", "c1", &proposal()).unwrap();
    let by = app::testing::staff(11, Role::Acceptance);
    let no = policy::Command::Reject { reason: None };
    desk.world().order("2026-03-02 09:00", "no", first.contract, &by, no).unwrap();
    let mut other = proposal();
    other.profile.name = "Pim Bakker".into();
    other.profile.born = Some(kernel::date(1980, 1, 2));
    other.profile.email = Some("pim@example.org".parse().unwrap());
    other.device.identity.imei = Some(kernel::Imei::parse("356938035643809").unwrap());
    let second = desk.world().apply("2026-03-03 08:00", "c2", &other).unwrap();
    let path = format!("/desk/applications/{}", second.number);
    let page = desk.get(ANNA, &path);
    page.has("same account")
        .has("same address")
        .has("rejected before")
        .has("nobody is rejected automatically");
    page.has(&format!("/desk/policies/{}", first.number)).has("value=\"accept\"");
    let looks = sql!("select count(*) as number from look");
    assert_eq!(desk.count(looks), 2, "at the applicant, and at whom the check found");
}

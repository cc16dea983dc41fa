//! What people type into forms is text and stays text.

use documents::{
    Content,
    content::{Clause, InformationRequested, InsuredDevice},
};
use documents::{RenderError, compose, render};
use kernel::Language;

use crate::samples::{content, sample};

/// Names that would do something if they met a template, a page or a font unprepared.
fn names() -> Vec<String> {
    vec![
        "#eval(\"panic()\")".to_owned(),
        "#read(\"/etc/passwd\")".to_owned(),
        "*bold* _it_ `raw` $x^2$ = Title @label <label> // gone".to_owned(),
        "]; #set page(width: 1pt) [".to_owned(),
        "\\u{41} \"quoted\" 'single' {brace} { $name }".to_owned(),
        "<script>alert(1)</script>".to_owned(),
        "\"><img src=x onerror=alert(1)>".to_owned(),
        "Zoë 😀👩‍👩‍👧 Łukasz Ñandú Ωmega Жанна".to_owned(),
        "שלום עליכם".to_owned(),
        "محمد علي".to_owned(),
        "zero\u{200b}width\u{feff}\u{202e}right to left".to_owned(),
        "control\u{0}\u{7}\u{1b}[31m".to_owned(),
        "漢字".to_owned(),
        "x".repeat(10_000),
        "lang ".repeat(2_000),
        String::new(),
        " ".to_owned(),
    ]
}

#[test]
fn a_name_stays_text() {
    for name in names() {
        let (mut document, house) = sample("cover-reinstated", Language::Nl);
        document.to.name.clone_from(&name);
        let letter = compose(&document, Language::Nl, &house);
        assert!(letter.mail_text().contains(name.trim()));
        let html = letter.mail_html();
        for forbidden in ["<script", "<img", "<label>"] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
        let html = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        let html = html.replace("&#39;", "'").replace("&amp;", "&");
        assert!(html.contains(name.trim()));
    }
}

/// All of them at once, in every place that takes text: the schedule prints, and as many pages as it should.
#[test]
fn every_field_takes_hostile_text() {
    let names = names();
    let (mut document, house) = sample("policy-issued", Language::Fr);
    document.to.name = names.join(" ");
    let Content::PolicyIssued(mut facts) = content("policy-issued", Language::Fr) else { panic!() };
    facts.plan.clone_from(&names[0]);
    facts.devices =
        names.iter().map(|name| InsuredDevice { model: name.clone(), ..facts.devices[0].clone() }).collect();
    facts.clauses = names
        .iter()
        .map(|name| Clause { title: name.chars().take(200).collect(), text: name.clone(), rule: None })
        .collect();
    document.content = Content::PolicyIssued(facts);
    let rendered = render(&document, Language::Fr, &house).unwrap();
    assert!(!rendered.mail_html.contains("<script") && !rendered.mail_html.contains("<img"));
    let pages = rendered.pdf.unwrap().pages;
    assert!((10..40).contains(&pages), "{pages}");
}

/// The subject is one line, whatever is in it: a mail's head must not be continued by what somebody typed.
#[test]
fn a_subject_is_one_line() {
    let (mut document, house) = sample("policy-issued", Language::En);
    let Content::PolicyIssued(mut facts) = content("policy-issued", Language::En) else { panic!() };
    facts.plan = "Plus\r\nBcc: everybody@example.org".to_owned();
    document.content = Content::PolicyIssued(facts);
    let letter = compose(&document, Language::En, &house);
    assert!(!letter.subject.contains(['\r', '\n']), "{}", letter.subject);
}

#[test]
fn a_link_has_no_other_scheme() {
    let (document, house) = sample("information-requested", Language::En);
    let Content::InformationRequested(facts) = &document.content else { panic!() };
    for link in ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example", "JAVASCRIPT:x"] {
        let facts = InformationRequested { link: Some(link.to_owned()), ..facts.clone() };
        let mut document = document.clone();
        document.content = Content::InformationRequested(facts);
        let html = compose(&document, Language::En, &house).mail_html();
        for href in html.split("href=\"").skip(1) {
            assert!(href.starts_with("https://www.harmony.nl/mijn/"), "{link}: {}", &href[..40]);
        }
    }
}

#[test]
fn a_letter_has_a_limit() {
    let (mut document, house) = sample("information-requested", Language::En);
    let Content::InformationRequested(facts) = &mut document.content else { panic!() };
    facts.questions = vec!["What? ".repeat(200); 400];
    let error = render(&document, Language::En, &house).unwrap_err();
    assert!(matches!(error, RenderError::TooMuch { .. }), "{error}");
    assert!(!error.to_string().contains("What"));
}

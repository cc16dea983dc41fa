//! The harness itself, on pages of its own: what the other walks rely on.

use browser::{Browser, Screen, Scripts, Setup, Site, is_available};

const PAGE: &str = r##"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Form</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>input, select, button { min-height: 2.5rem; min-width: 2rem }</style></head>
<body><main>
<h1>Form</h1>
<form action="/done" method="post" enctype="multipart/form-data">
  <p><label for="mail">E-mail address</label> <input id="mail" name="mail" type="email"></p>
  <p><label>Day <input name="day" type="date"></label></p>
  <fieldset><legend>Plan</legend>
    <label><input type="radio" name="plan" value="basic"> Basic</label>
    <label><input type="radio" name="plan" value="plus"> Plus</label>
  </fieldset>
  <p><label for="land">Country</label>
     <select id="land" name="land"><option value="nl">Netherlands</option><option value="be">Belgium</option></select></p>
  <p><label for="proof">Proof of purchase</label> <input id="proof" name="proof" type="file"></p>
  <p><button>Send it off</button></p>
</form>
<p><button type="button" id="change">Change</button> <output id="told">nothing yet</output></p>
<script>
  const tell = (text) => { document.getElementById("told").textContent = text; };
  document.getElementById("change").addEventListener("click", () => {
    const form = document.forms[0];
    tell([form.mail.value, form.day.value, form.plan.value, form.land.value, form.proof.files[0]?.name].join(" "));
  });
</script>
</main></body></html>
"##;

const DONE: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Done</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Thank you</h1><p><a href="/">Once more</a></p></main></body></html>
"#;

const POOR: &str = r##"<!doctype html>
<html><head><meta charset="utf-8"><title></title></head>
<body><h1>One</h1><h3>Three</h3><input name="q"><img src="data:,"><a href="#"></a>
<p style="color:#999;background:#fff">Pale words</p><div style="width:3000px">Wide</div>
</body></html>
"##;

/// A link round a picture that has no size before it is there.
const LATE: &str = r##"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Late</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Late</h1><a href="/done"><span id="photo" style="display:block;height:0;width:0"></span></a></main>
<script>
  setTimeout(() => { document.getElementById("photo").style = "display:block;height:40px;width:60px"; }, 700);
</script></body></html>
"##;

fn site() -> Site {
    Site::serve(&[("/", PAGE), ("/done", DONE), ("/late", LATE), ("/poor", POOR), ("/favicon.ico", "")])
}

#[test]
fn a_form_is_filled_in_both_sizes() {
    if !is_available("a_form_is_filled_in_both_sizes") {
        return;
    }
    let site = site();
    let folder = tempfile::tempdir().expect("a folder");
    let receipt = folder.path().join("receipt.png");
    std::fs::write(&receipt, b"x").expect("a file");
    for screen in Screen::ALL {
        let page = Browser::open("harness", screen);
        page.goto(&site.url("/"));
        page.fill("E-mail", "anna@example.org");
        page.fill("mail", "bert@example.org");
        page.fill("Day", "2026-03-01");
        page.choose("Plus");
        page.select("Country", "Belgium");
        page.upload("Proof of purchase", &receipt);
        page.press("Change");
        page.sees("bert@example.org 2026-03-01 plus be receipt.png");
        page.does_not_see("nothing yet");
        page.is_in_order();
        page.screenshot(&format!("harness-{}", screen.name()));
        page.press("Send it off");
        page.sees("Thank you");
        assert_eq!(page.address(), "/done");
        page.press("Once more");
        assert_eq!(page.text("h1"), "Form");
        page.goto("/done");
        assert_eq!(page.count("a"), 1);
        assert_eq!(page.attribute("a", "href"), "/");
        assert!(page.weight_bytes() > DONE.len() as u64);
    }
}

#[test]
fn scripts_can_be_off() {
    if !is_available("scripts_can_be_off") {
        return;
    }
    let site = site();
    let setup = Setup { screen: Screen::Phone, scripts: Scripts::Off, language: "nl".to_owned() };
    let page = Browser::open_as("harness-no-scripts", &setup);
    page.goto(&site.url("/"));
    page.fill("E-mail", "anna@example.org");
    page.fill("Day", "2026-03-01");
    page.choose("Basic");
    page.press("Change");
    page.sees("nothing yet");
    page.is_in_order();
    page.press("Send it off");
    page.sees("Thank you");
}

#[test]
fn a_click_waits_for_what_is_still_on_its_way() {
    if !is_available("a_click_waits_for_what_is_still_on_its_way") {
        return;
    }
    let site = site();
    let page = Browser::open("harness-late", Screen::Phone);
    page.goto(&site.url("/late"));
    page.follow("a");
    assert_eq!(page.address(), "/done");
}

#[test]
fn what_is_not_in_order_is_named() {
    if !is_available("what_is_not_in_order_is_named") {
        return;
    }
    let site = site();
    let page = Browser::open("harness-poor", Screen::Phone);
    page.goto(&site.url("/poor"));
    let faults = page.faults().join("\n");
    for expected in [
        "no language",
        "no title",
        "no <main>",
        "no viewport",
        "leaves out a level",
        "name=q> has no label",
        "has no text",
        "has no name",
        "contrast of only 2.8",
        "wide in a window",
    ] {
        assert!(faults.contains(expected), "{expected} is not among:\n{faults}");
    }
}

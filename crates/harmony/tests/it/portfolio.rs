//! A portfolio through the command line: looked at, taken over, given back, into another house.

use std::fs;

use crate::support::{folder, harmony, is_sound};

const SHEETS: [(&str, &str); 3] = [
    (
        "persons",
        "person,kind,name,street,postcode,town,country,language\n\
         K1,person,Noor Bakker,Lange Haven 5,3111 CA,Schiedam,NL,nl\n",
    ),
    (
        "policies",
        "policy,person,holder,product,version,plan,frequency,applied,premium,charged_until\n\
         OUD-77,K1,consumer,xandocare,2021-1,plus,monthly,2026-01-15T10:30,9.95,2026-03-15\n",
    ),
    (
        "devices",
        "policy,item,kind,model,imei,bought,purchase_value,excess\n\
         OUD-77,1,phone,Fairphone 5,490154203237518,2026-01-10,699,75\n",
    ),
];

#[test]
fn a_portfolio_goes_in_and_comes_out() {
    let (data, files) = (folder(), folder());
    let given = files.path().join("in");
    fs::create_dir(&given).unwrap();
    for (name, text) in SHEETS {
        fs::write(given.join(format!("{name}.csv")), text).unwrap();
    }
    let path = |name: &str| files.path().join(name).display().to_string();
    let import = |args: &[&str]| harmony(data.path(), &[&["import", "--on", "2026-03-10"], args].concat());
    let looked = import(&[&path("in"), "--check"]);
    assert_eq!(looked.is_done(), "no problems: 1 policy of 1 person can be taken over as of 2026-03-10\n");
    let taken = import(&[&path("in")]);
    assert!(taken.is_done().starts_with("taken over as of 2026-03-10: 1 policy of 1 person"), "{taken:?}");
    assert!(import(&[&path("in")]).is_done().contains("taken over before"));
    is_sound(data.path(), &[]);
    // The same as a workbook, into an empty house.
    let out = harmony(data.path(), &["export", &path("out.xlsx")]);
    assert!(out.is_done().ends_with("out.xlsx: 1 policy\n"), "{out:?}");
    harmony(data.path(), &["export", &path("out.xlsx")]).is_wrong(&["out.xlsx"]);
    let other = folder();
    let again = harmony(other.path(), &["import", &path("out.xlsx"), "--json"]);
    let told: serde_json::Value = serde_json::from_str(again.is_done()).unwrap();
    assert_eq!((&told["taken_over"], &told["policies"]), (&true.into(), &1.into()));
    is_sound(other.path(), &[]);
    // Headings to be filled in are no portfolio yet.
    harmony(data.path(), &["export", &path("empty"), "--empty"]).is_done();
    assert!(
        fs::read_to_string(files.path().join("empty/mandates.csv")).unwrap().starts_with("policy,reference,")
    );
}

#[test]
fn a_portfolio_with_a_problem_stays_outside() {
    let (data, files) = (folder(), folder());
    for (name, text) in SHEETS {
        let text = text.replace("490154203237518", "490154203237519");
        fs::write(files.path().join(format!("{name}.csv")), text).unwrap();
    }
    let given = files.path().display().to_string();
    let ran = harmony(data.path(), &["import", &given, "--on", "2026-03-10"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(lines[0].starts_with("devices row 2, imei: "), "{ran:?}");
    assert!(lines.contains(&"policies row 2, policy: has no row in devices (NL-PROV-09)"), "{ran:?}");
    assert!(lines.last().unwrap().ends_with("problems: nothing was taken over"), "{ran:?}");
    harmony(data.path(), &["import", "no-such-folder"]).is_wrong(&["no-such-folder"]);
}

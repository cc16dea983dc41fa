//! Uploads: what is refused, what is left behind, and what is swept.

use app::{
    AppError, attachments,
    claims::{self, Report},
    sealed::Purpose,
    testing::{DROPPED, at, each_world},
};
use store::sql;

use super::desk::{Desk, code, photo, stated};

/// A PNG whose header claims so many pixels, with next to nothing behind it.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let body = [kind.as_slice(), data].concat();
        let crc = !body.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 }
            })
        });
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [length.as_slice(), &body, &crc.to_be_bytes()].concat()
    };
    let header = [width.to_be_bytes().as_slice(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header), chunk(b"IDAT", &[0x78]), chunk(b"IEND", &[])]
        .concat()
}

#[test]
fn an_upload_is_what_its_bytes_are_and_nothing_else_of_it_stays() {
    each_world(|world| {
        let desk = Desk::new(world);
        let try_ = |bytes: &[u8], name: &str| {
            let to = (desk.made.holder, Purpose::Claim);
            attachments::store(&world.app, at("2026-03-11 09:00"), to, bytes, name)
        };
        let zip = [b"%PDF-1.7\n%%EOF\n".as_slice(), b"PK\x05\x06", &[0; 18]].concat();
        let tail = [b"%PDF-1.7\n%%EOF\n".as_slice(), &[b'x'; 2_000]].concat();
        let cut = photo(1)[..200].to_vec();
        for (bytes, expect) in [
            (Vec::new(), "upload-empty"),
            (vec![0xff; (15 << 20) + 1], "upload-too-large"),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>".to_vec(), "upload-wrong-type"),
            (b"<!doctype html><script>x()</script>".to_vec(), "upload-wrong-type"),
            (b"GIF89a;".to_vec(), "upload-wrong-type"),
            (b"MZ\x90\x00".to_vec(), "upload-wrong-type"),
            (b"\x00\x00\x00\x18ftypheic".to_vec(), "upload-heic"),
            (bomb(60_000, 60_000), "upload-too-many-pixels"),
            (bomb(10_000, 5_001), "upload-too-many-pixels"),
            (bomb(10_000, 5_000), "upload-damaged"),
            (vec![0xff, 0xd8, 0xff, 0xe0], "upload-damaged"),
            (cut, "upload-damaged"),
            (b"%PDF-1.7 and no end".to_vec(), "upload-damaged"),
            (zip, "upload-damaged"),
            (tail, "upload-damaged"),
        ] {
            assert_eq!(code(try_(&bytes, "photo.jpg")), expect, "{:?}", bytes.get(..20));
        }
        // Where it was taken, and a page hidden behind the end of the picture, are gone.
        let mut hostile = photo(9);
        let exif = b"Exif\0\0 N 51.9225 E 4.47917";
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        hostile.splice(2..2, [&[0xff, 0xe1], length.as_slice(), exif.as_slice()].concat());
        hostile.extend(b"<script>alert(1)</script>PK\x03\x04");
        let upload = try_(&hostile, "../../etc/passwd\0.jpg").unwrap();
        assert_eq!((upload.name.as_str(), upload.attached.media_type.as_str()), ("passwd.jpg", "image/jpeg"));
        let served = attachments::open(&world.app, &upload.attached.hash).unwrap().unwrap();
        assert!(served.is_shown);
        let holds = |part: &[u8]| served.bytes.windows(part.len()).any(|window| window == part);
        assert!(!holds(b"Exif") && !holds(b"51.9225") && !holds(b"<script>") && !holds(b"PK\x03\x04"));
        // A paper is kept as it came and only downloaded.
        let paper = try_(b"%PDF-1.7\nhello\n%%EOF\n", "receipt.pdf").unwrap();
        let served = attachments::open(&world.app, &paper.attached.hash).unwrap().unwrap();
        assert_eq!((served.media_type, served.is_shown), ("application/pdf", false));
    });
}

#[test]
fn an_upload_whose_report_never_came_is_swept_and_one_that_came_stays() {
    each_world(|world| {
        let desk = Desk::new(world);
        let orphan = desk.upload("2026-03-11 09:00", &photo(5));
        // The process dies between writing the object and the commit: here the transaction is given up.
        let customer = desk.customer();
        let (contract, holder) = (desk.made.contract, desk.made.holder);
        let uploads = vec![("photo_damage".to_owned(), orphan.clone())];
        let died: Result<(), AppError> = desk.write("2026-03-11 09:00", move |app, tx, now| {
            let report = Report {
                contract,
                holder: Some(holder),
                items: vec![],
                facts: stated(&DROPPED),
                narrative: String::new(),
                uploads: uploads.clone(),
            };
            claims::report(app, tx, now, "r1", &customer, &report)?;
            Err(AppError::missing("the process", "killed"))
        });
        assert!(died.is_err());
        assert_eq!(desk.count(sql!("select count(*) as number from claim")), 0);
        let claim = desk.dropped();
        let kept = desk.page("2026-03-11 09:30", claim).evidence[0].attached.clone().unwrap();
        // Files carry the machine's own time; a day after the end of this century all are old.
        let later = at("2099-12-31 00:00");
        let swept =
            world.app.objects.sweep(&world.app.db, later, std::time::Duration::from_secs(86_400)).unwrap();
        assert_eq!((swept.removed, swept.kept), (1, 1));
        assert!(attachments::open(&world.app, &kept.hash).unwrap().is_some());
        assert!(attachments::open(&world.app, &orphan.attached.hash).is_err());
        let verified = store::journal::verify(&world.app.db, |_| {}).unwrap();
        assert!(verified.breaks.is_empty());
    });
}

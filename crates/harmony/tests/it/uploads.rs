//! Uploads that are too large or broken: a page says so, and the server lives on.

use crate::support::{Server, folder};

const TOKEN: &str = "0123456789abcdef0123456789abcdef";
const MB: usize = 1 << 20;

fn part(name: &str, file: &str, value: &[u8]) -> Vec<u8> {
    let mut part =
        format!("--XX\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n").into_bytes();
    part.extend_from_slice(value);
    part.extend_from_slice(b"\r\n");
    part
}

fn form(file_bytes: usize) -> Vec<u8> {
    let file = part("proof", "; filename=\"../../etc/passwd\"", &vec![b'x'; file_bytes]);
    [part("_token", "", TOKEN.as_bytes()), part("command", "", b"0123456789"), file, b"--XX--\r\n".to_vec()]
        .concat()
}

#[test]
fn a_hostile_upload_gets_a_page_and_the_server_lives() {
    let data = folder();
    let server = Server::start(data.path(), &[]);
    let check = |kind: &str, body: &[u8], status: u16, words: &str| {
        let headers =
            format!("content-type: {kind}\r\ncontent-length: {}\r\ncookie: form={TOKEN}\r\n", body.len());
        let answer = server.ask("POST", "/apply", &headers, body);
        assert_eq!(answer.status, status, "{} {}", answer.head, answer.body);
        assert!(answer.body.contains(words) && answer.body.contains("<html"), "{words}: {}", answer.body);
        assert_eq!(server.get("/faq").status, 200);
    };
    let multipart = "multipart/form-data; boundary=XX";
    check(multipart, &form(27 * MB), 413, "too large");
    check(multipart, &form(11 * MB), 422, "10 MB");
    check(multipart, &form(1_000), 422, "Apply");
    check(multipart, b"--XX\r\nbroken", 400, "");
    check(multipart, &form(1_000)[..600], 400, "");
    check(multipart, &[], 400, "");
    check("multipart/form-data", &form(10), 400, "");
    check(multipart, &[&part("a", "", b"1").repeat(400)[..], b"--XX--\r\n"].concat(), 400, "");
    check("application/x-www-form-urlencoded", &vec![b'a'; 27 * MB], 413, "too large");
    check("application/x-www-form-urlencoded", b"%ff%fe=%00", 403, "");
    // Who hangs up in the middle, or never sends what was promised, keeps nobody waiting.
    for _ in 0..20 {
        server.hang_up(b"POST /apply HTTP/1.1\r\nhost: x\r\ncontent-length: 99999\r\n\r\nfew");
        server.hang_up(b"POST /apply HTT");
    }
    assert_eq!(server.get("/faq").status, 200);
    assert_eq!(server.stop(), Some(0));
}

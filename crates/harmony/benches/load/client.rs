//! A small load: HTTP over kept connections, one thread each, latency counted from when a request was due.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Connections of a steady load.
const STEADY_CONNECTIONS: u32 = 16;

/// What is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) path: String,
    /// Cookies, `name=value; …`.
    pub(crate) cookie: String,
}

impl Asked {
    pub(crate) fn get(path: &str) -> Self {
        Self { path: path.to_owned(), cookie: String::new() }
    }

    fn text(&self, host: &str) -> String {
        let Self { path, cookie } = self;
        let cookie = if cookie.is_empty() { String::new() } else { format!("cookie: {cookie}\r\n") };
        format!("GET {path} HTTP/1.1\r\nhost: {host}\r\naccept-language: en\r\n{cookie}\r\n")
    }
}

/// How it is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Load {
    /// As quickly as the answers come.
    Flat { connections: u32 },
    /// So many per second, whether the answers come or not.
    Steady { rate: u32 },
}

/// Times of all answers, sorted.
pub(crate) struct Found {
    times: Vec<Duration>,
    took: Duration,
}

impl Found {
    pub(crate) fn count(&self) -> usize {
        self.times.len()
    }

    pub(crate) fn per_second(&self) -> f64 {
        self.times.len() as f64 / self.took.as_secs_f64()
    }

    /// The time, in milliseconds, that this part of the answers kept within.
    pub(crate) fn at(&self, part: f64) -> f64 {
        let last = self.times.len().saturating_sub(1);
        let index = (last as f64 * part).round() as usize;
        self.times.get(index).map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
    }
}

/// Loads one address for a time, or until it is over.
pub(crate) fn run(
    address: &str,
    asked: &Asked,
    load: Load,
    lasts: Duration,
    over: impl Fn() -> bool,
) -> Found {
    let (connections, pause) = match load {
        Load::Flat { connections } => (connections, None),
        Load::Steady { rate } => {
            (STEADY_CONNECTIONS, Some(Duration::from_secs(1) * STEADY_CONNECTIONS / rate))
        }
    };
    let stop = Arc::new(AtomicBool::new(false));
    let begin = Instant::now();
    let threads: Vec<_> = (0..connections)
        .map(|n| {
            let (address, text, stop) = (address.to_owned(), asked.text(address), Arc::clone(&stop));
            let first = begin + pause.unwrap_or_default() * n / connections;
            thread::spawn(move || one(&address, &text, first, pause, &stop))
        })
        .collect();
    while begin.elapsed() < lasts && !over() {
        thread::sleep(Duration::from_millis(5));
    }
    stop.store(true, Ordering::Relaxed);
    let took = begin.elapsed();
    let mut times: Vec<Duration> =
        threads.into_iter().flat_map(|thread| thread.join().expect("every answer was 200")).collect();
    times.sort();
    Found { times, took }
}

fn one(
    address: &str,
    text: &str,
    first: Instant,
    pause: Option<Duration>,
    stop: &AtomicBool,
) -> Vec<Duration> {
    let mut connection = Connection::open(address);
    let mut times = Vec::new();
    let mut due = first;
    while !stop.load(Ordering::Relaxed) {
        if pause.is_some() {
            thread::sleep(due.saturating_duration_since(Instant::now()));
        } else {
            due = Instant::now();
        }
        let answer = connection.ask(text);
        assert_eq!(answer.status, 200, "{}", answer.head);
        times.push(due.elapsed());
        due += pause.unwrap_or_default();
    }
    times
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

/// Asks once.
pub(crate) fn ask(address: &str, asked: &Asked) -> Answer {
    Connection::open(address).ask(&asked.text(address))
}

/// Sends a form.
pub(crate) fn post(address: &str, path: &str, cookie: &str, body: &str) -> Answer {
    let text = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    Connection::open(address).ask(&text)
}

struct Connection(BufReader<TcpStream>);

impl Connection {
    fn open(address: &str) -> Self {
        let stream = TcpStream::connect(address).expect("the server listens");
        stream.set_nodelay(true).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a connection");
        Self(BufReader::with_capacity(64 << 10, stream))
    }

    fn ask(&mut self, text: &str) -> Answer {
        self.0.get_mut().write_all(text.as_bytes()).expect("the server reads");
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(self.0.read_line(&mut head).expect("the server answers"), 0, "it hung up: {head}");
        }
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        let length = head
            .lines()
            .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.trim().parse().ok());
        let mut body = vec![0; length.unwrap_or(0)];
        self.0.read_exact(&mut body).expect("the server answers");
        Answer { status, head, body }
    }
}

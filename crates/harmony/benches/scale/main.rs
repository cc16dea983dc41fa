//! The daily run over a large portfolio in which every policy has its due event, and what a click waits meanwhile.
//!
//! `cargo bench -p harmony --bench scale [-- POLICIES [FIRST]] [sqlite] [postgres] [alone]` prints a table and asserts nothing about time.
//! PostgreSQL is measured where `HARMONY_TEST_POSTGRES` names a server, with one worker process and with two. SQLite is measured
//! as `harmony serve` uses it, the run and the clicks in one process, and with two worker processes beside the one that is clicked in.
//! Each run stands beside the bare driver, which writes the same rows in transactions of as many policies into a database of the
//! same size; `alone` leaves that out. With FIRST each stops after so many policies, among as many that are due.
//!
//! A thousand policies are made by the real use cases; the rest are copies of their rows under other ids and numbers. Copies
//! share parties and sealed rows with their model, and the hashes of their journals are not computed anew: the run reads only
//! the last one.

#[expect(dead_code, reason = "the other benchmark uses all of it")]
#[path = "../use_cases/bare.rs"]
mod bare;
mod beside;
mod clicks;
mod copies;
#[path = "../use_cases/world.rs"]
mod world;

use std::{
    ops::ControlFlow,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use app::{App, day, open::Installation, screening::NamedList, testing::at};
use kernel::Date;
use world::{Place, World};

/// Policies made by the use cases.
const MODELS: usize = 1_000;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [role, day, first, folder, rest @ ..] = args.as_slice()
        && role == "worker"
    {
        return work(day, first, folder, rest.first().cloned());
    }
    let mut numbers = args.iter().filter_map(|arg| arg.parse().ok());
    let policies = numbers.next().unwrap_or(50_000);
    let first = numbers.next().unwrap_or(policies);
    let says = |name: &str| args.iter().any(|arg| arg == name);
    let asked = |name: &str| says(name) || !(says("sqlite") || says("postgres"));
    let day = world::premium_day();
    println!(
        "| on | policies | the run | per second | bare driver | ours takes | peak memory | a click meanwhile: p50 | p99 | slowest |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    let measure_each = |place: Place, ways: [usize; 2]| {
        let bare = (!says("alone")).then(|| beside::measure(place.again(), (policies, first), day));
        for workers in ways {
            measure(place.again(), (policies, first), day, workers, bare);
        }
    };
    if asked("sqlite") {
        measure_each(Place::sqlite(), [0, 2]);
    }
    if asked("postgres")
        && let Some(place) = Place::postgres()
    {
        measure_each(place, [1, 2]);
    }
}

/// One run: by so many worker processes, or in this process if none.
fn measure(
    place: Place,
    (policies, first): (usize, usize),
    day: Date,
    workers: usize,
    bare: Option<Duration>,
) {
    let mut world = World::new(place);
    let models = world.apply(MODELS, true);
    world.days_before(day);
    let begin = Instant::now();
    let copied = copies::multiply(&world.app, &models, policies);
    copies::settle(&world);
    eprintln!("{copied} policies were there after {:.0} s", begin.elapsed().as_secs_f64());
    let installation = world.place.installation();
    let clicks = clicks::Clicks::start(world.app.clone(), models);
    let begin = Instant::now();
    let reports: Vec<String> = if workers == 0 {
        vec![run(&world.app, day, first)]
    } else {
        let running: Vec<Child> = (0..workers).map(|_| spawn(&installation, day, first / workers)).collect();
        running.into_iter().map(report_of).collect()
    };
    let took = begin.elapsed();
    let waits = clicks.stop();
    let fallen = copies::fallen_due(&world.app, day);
    let done: usize =
        reports.iter().filter_map(|report| report.split_whitespace().next()?.parse::<usize>().ok()).sum();
    assert!(fallen >= first && fallen <= copied, "{fallen} of {copied} premiums fell due, each once");
    assert!(done >= fallen, "{done} looked at, {fallen} fell due");
    let memory: Vec<&str> = reports.iter().filter_map(|report| report.split_whitespace().nth(1)).collect();
    println!(
        "| {} | {copied}, the first {fallen} | {} | {:.0} | {} | {} | {} MB | {} | {} | {} |",
        world.place.name(),
        match workers {
            0 => "in the server".to_owned(),
            1 => "one worker process".to_owned(),
            many => format!("{many} worker processes"),
        },
        fallen as f64 / took.as_secs_f64(),
        shown(bare.map(|bare| format!("{:.0}", first as f64 / bare.as_secs_f64()))),
        shown(bare.map(|bare| format!(
            "{:.1} ×",
            took.as_secs_f64() / fallen as f64 / (bare.as_secs_f64() / first as f64)
        ))),
        memory.join(" and "),
        waits.quantile(0.5),
        waits.quantile(0.99),
        waits.quantile(1.0),
    );
    for report in reports {
        eprintln!("run: {report}");
    }
}

fn shown(figure: Option<String>) -> String {
    figure.unwrap_or_else(|| "–".to_owned())
}

fn spawn(installation: &Installation, day: Date, first: usize) -> Child {
    let program = std::env::current_exe().expect("this program has a file");
    let mut command = Command::new(program);
    command
        .arg("worker")
        .arg(day.to_string())
        .arg(first.to_string())
        .arg(&installation.folder)
        .args(&installation.database);
    command.stdout(Stdio::piped()).spawn().expect("this program starts once more")
}

fn report_of(worker: Child) -> String {
    let output = worker.wait_with_output().expect("the worker ends");
    assert!(output.status.success(), "the worker failed");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// What a worker process does: opens the installation and runs the day.
fn work(day: &str, first: &str, folder: &str, database: Option<String>) {
    let now = at(&format!("{day} 06:00"));
    let installation = Installation {
        folder: PathBuf::from(folder),
        database,
        portal_url: "https://my.harmony.example".into(),
    };
    let entropy = std::sync::Arc::new(store::testing::Seeded::new(u64::from(std::process::id())));
    let app: App = app::open::open(&installation, Box::new(NamedList::default()), entropy, now)
        .expect("the installation opens");
    let first = first.parse().expect("a number of policies");
    println!("{}", run(&app, now.to_zoned(kernel::Country::Nl.time_zone()).date(), first));
}

/// Runs the day and says how many streams were looked at, the most memory meanwhile, and how long it took.
fn run(app: &App, day: Date, first: usize) -> String {
    let begin = Instant::now();
    let (mut told, mut peak) = (Duration::ZERO, 0);
    let report = day::run(app, at(&format!("{day} 06:00")), |done| {
        // What is the process's own: pages of SQLite's file that are mapped belong to the system.
        peak = peak.max(memory_mb("RssAnon"));
        if begin.elapsed() > told + Duration::from_secs(10) {
            told = begin.elapsed();
            eprintln!(
                "{done} done, {:.0} a second, {} MB",
                done as f64 / told.as_secs_f64(),
                memory_mb("RssAnon")
            );
        }
        if done < first as u64 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })
    .expect("the run runs");
    assert_eq!(report.stuck, 0);
    format!("{} {} MB peak, {:.0} s", report.done, peak, begin.elapsed().as_secs_f64())
}

fn memory_mb(which: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(which));
    let kilobytes =
        line.and_then(|line| line.split_whitespace().nth(1)).and_then(|kb| kb.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}

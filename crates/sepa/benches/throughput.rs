//! How fast, and in how much memory: 1,000,000 collections out, a statement of 500,000 entries in.
//!
//! `cargo bench -p sepa@0.1.0 [-- COLLECTIONS ENTRIES]` prints figures and asserts nothing about them. Peak memory is that of
//! the process so far, so the second figure includes the first. The statement is made while it is read, at memory speed,
//! so no disk is measured; its making is timed alone and shown.

use kernel::{CreditorId, EndToEndId, Iban, MandateReference, Money, PolicyNumber};
use sepa::read::{ReadOptions, StatementItem, StatementReader};
use sepa::write::{
    Collection, CollectionBlock, CollectionRun, Creditor, Debtor, Initiator, Mandate, Name, Remittance,
    RunId, Sequence, WriteError, write_collections,
};
use std::io::{self, Read, Write};
use std::time::Instant;

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|arg| arg.parse::<u64>().ok());
    let collections = numbers.next().unwrap_or(1_000_000);
    let entries = numbers.next().unwrap_or(500_000);
    println!("at start: peak memory {}", peak_memory());
    write(collections, 100_000);
    read(entries);
}

fn write(count: u64, limit: u64) {
    let run = run();
    let block =
        CollectionBlock { date: "2026-11-25".parse().expect("a date"), sequence: Sequence::Recurrent };
    let rows = || (0..count).map(|n| Ok::<_, WriteError>((block, collection(n))));
    let begin = Instant::now();
    let made = rows().map(|row| row.expect("made here").1.amount.cents()).sum::<i64>();
    let making = begin.elapsed();
    let (begin, begin_cpu) = (Instant::now(), processor_time());
    let files =
        write_collections(&run, limit, rows, |_| Ok(Count::default())).expect("the collections are right");
    let (took, cpu) = (begin.elapsed(), processor_time() - begin_cpu);
    let bytes: u64 = files.iter().map(|(_, out)| out.bytes).sum();
    println!(
        "pain.008.001.08: {count} collections ({} euro) in {} files, {} MB, {:.2} s ({cpu:.2} s of processor), {:.0} collections/s, {:.0} MB/s, peak memory {}",
        Money::from_cents(made),
        files.len(),
        bytes / 1_000_000,
        took.as_secs_f64(),
        count as f64 / took.as_secs_f64(),
        bytes as f64 / 1e6 / took.as_secs_f64(),
        peak_memory()
    );
    println!("    making the collections takes {:.2} s of that, twice", making.as_secs_f64());
}

fn read(count: u64) {
    let begin = Instant::now();
    let bytes = io::copy(&mut Statement::new(count), &mut io::sink()).expect("made in memory");
    let making = begin.elapsed();
    let (begin, begin_cpu) = (Instant::now(), processor_time());
    let reader =
        StatementReader::open(Statement::new(count), ReadOptions::default()).expect("a right statement");
    let (mut entries, mut findings) = (0, 0);
    for item in reader {
        match item.expect("a right statement") {
            StatementItem::Entry(entry) => entries += entry.transactions.len(),
            StatementItem::End(end) => findings += end.findings.len(),
            StatementItem::Start(_) => {}
        }
    }
    let (took, cpu) = (begin.elapsed(), processor_time() - begin_cpu);
    println!(
        "camt.053.001.08: {entries} entries, {findings} findings, {} MB, {:.2} s ({cpu:.2} s of processor), {:.0} entries/s, {:.0} MB/s, peak memory {}",
        bytes / 1_000_000,
        took.as_secs_f64(),
        entries as f64 / took.as_secs_f64(),
        bytes as f64 / 1e6 / took.as_secs_f64(),
        peak_memory()
    );
    println!("    making the statement takes {:.2} s of that", making.as_secs_f64());
    let begin_cpu = processor_time();
    let mut xml =
        quick_xml::Reader::from_reader(io::BufReader::with_capacity(64 << 10, Statement::new(count)));
    let (mut buffer, mut events) = (Vec::new(), 0_u64);
    while !matches!(xml.read_event_into(&mut buffer), Ok(quick_xml::events::Event::Eof) | Err(_)) {
        events += 1;
        buffer.clear();
    }
    let cpu = processor_time() - begin_cpu;
    println!(
        "    bare quick-xml over the same, {events} events: {cpu:.2} s of processor, {:.0} MB/s",
        bytes as f64 / 1e6 / cpu
    );
    let few = count.min(4_000);
    let mut text = String::new();
    Statement::new(few).read_to_string(&mut text).expect("made in memory");
    let begin_cpu = processor_time();
    let peer = sepa_peer::camt053::parse_camt053(&text).map(|document| document.statements[0].entries.len());
    let cpu = processor_time() - begin_cpu;
    println!(
        "    the crate sepa 0.9 over {few} of these entries, whole in memory: read {peer:?}, {cpu:.2} s of processor, {:.0} MB/s, peak memory {}",
        text.len() as f64 / 1e6 / cpu,
        peak_memory()
    );
}

fn run() -> CollectionRun {
    let name = Name::new("Harmony Volmacht B.V.").expect("a name");
    CollectionRun {
        id: RunId::new("C20261120").expect("an identifier"),
        created: "2026-11-20T08:30:15Z".parse().expect("an instant"),
        initiator: Initiator { name: name.clone(), id: None },
        creditor: Creditor {
            name,
            address: None,
            iban: Iban::parse("NL91ABNA0417164300").expect("an IBAN"),
            bic: None,
            id: CreditorId::parse("NL69ZZZ123456780000").expect("a creditor identifier"),
        },
        batch_booking: true,
    }
}

fn collection(n: u64) -> Collection {
    Collection {
        end_to_end: EndToEndId::parse(&format!("E2E-{n:012}")).expect("an identifier"),
        amount: Money::from_cents(i64::try_from(n % 5_000).expect("small") + 1),
        mandate: Mandate {
            reference: MandateReference::parse(&format!("M-{n:012}")).expect("a reference"),
            signed_on: "2026-01-15".parse().expect("a date"),
            amendment: None,
        },
        debtor: Debtor {
            name: Name::new("Zoë Müller-Łęcka").expect("a name"),
            address: None,
            iban: Iban::parse("BE68539007547034").expect("an IBAN"),
            bic: None,
        },
        remittance: Remittance::for_policy(&PolicyNumber::from_entropy(n), "premie november 2026"),
    }
}

/// Counts what is written.
#[derive(Default)]
struct Count {
    bytes: u64,
}

impl Write for Count {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.bytes += buffer.len() as u64;
        Ok(buffer.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-20T20:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>S</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">0</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>
";
const ENTRY: &str = "<Ntry>
  <NtryRef>000000000000</NtryRef>
  <Amt Ccy=\"EUR\">11.99</Amt>
  <CdtDbtInd>CRDT</CdtDbtInd>
  <Sts><Cd>BOOK</Cd></Sts>
  <BookgDt><Dt>2026-11-20</Dt></BookgDt>
  <ValDt><Dt>2026-11-20</Dt></ValDt>
  <AcctSvcrRef>000000000000</AcctSvcrRef>
  <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
  <NtryDtls>
    <TxDtls>
      <Refs><EndToEndId>E2E-000000000000</EndToEndId><TxId>000000000000</TxId></Refs>
      <Amt Ccy=\"EUR\">11.99</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd>
      <RltdPties>
        <Dbtr><Pty><Nm>Zo\u{eb} M\u{fc}ller</Nm><PstlAdr><TwnNm>Gent</TwnNm><Ctry>BE</Ctry></PstlAdr></Pty></Dbtr>
        <DbtrAcct><Id><IBAN>BE68539007547034</IBAN></Id></DbtrAcct>
      </RltdPties>
      <RmtInf><Ustrd>HP-0000-0000-0178 premie november 2026</Ustrd></RmtInf>
    </TxDtls>
  </NtryDtls>
</Ntry>
";
const TAIL: &str = "</Stmt></BkToCstmrStmt></Document>\n";

/// A statement made while it is read; the twelve zeros of an entry become its number.
struct Statement {
    next: u64,
    count: u64,
    piece: Vec<u8>,
    read: usize,
    places: Vec<usize>,
    ended: bool,
}

impl Statement {
    fn new(count: u64) -> Self {
        let places = ENTRY.match_indices("000000000000").map(|(at, _)| at).collect();
        Self { next: 0, count, piece: HEAD.as_bytes().to_vec(), read: 0, places, ended: false }
    }
}

impl Read for Statement {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.read == self.piece.len() {
            self.read = 0;
            self.piece.clear();
            while self.next < self.count && self.piece.len() < 256 << 10 {
                let from = self.piece.len();
                self.piece.extend_from_slice(ENTRY.as_bytes());
                let number = format!("{:012}", self.next);
                for at in &self.places {
                    self.piece[from + at..from + at + 12].copy_from_slice(number.as_bytes());
                }
                self.next += 1;
            }
            if self.next == self.count && !self.ended {
                self.ended = true;
                self.piece.extend_from_slice(TAIL.as_bytes());
            }
        }
        let n = out.len().min(self.piece.len() - self.read);
        out[..n].copy_from_slice(&self.piece[self.read..self.read + n]);
        self.read += n;
        Ok(n)
    }
}

/// Processor time of this process in seconds, which other work on the machine does not lengthen.
fn processor_time() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11);
    fields.take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Largest resident size so far, as Linux tells it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".into(), |line| line.trim().to_owned())
}

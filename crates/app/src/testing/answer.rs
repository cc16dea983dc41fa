//! Answers of the bank double to files of ours: status reports (pain.002), for tests, stories and the simulator.

use std::{collections::BTreeMap, fmt::Write as _};

use kernel::Date;

use super::bank::{Ordered, one, orders};

/// What a bank says of a file of ours before it books anything (pain.002.001.10).
#[derive(Debug, Clone)]
pub struct Answer {
    message: String,
    name: &'static str,
    count: usize,
    group: Option<(String, Option<String>)>,
    /// By block: what is said of it, and of orders in it.
    blocks: BTreeMap<String, Said>,
}

/// Why a block is refused as a whole, and which orders in it are, each with its reason.
type Said = (Option<String>, Vec<(Ordered, String)>);

impl Answer {
    /// An answer to a file that this program wrote; it says nothing yet.
    pub fn to(file: &[u8]) -> Self {
        let text = std::str::from_utf8(file).expect("our files are UTF-8");
        let name = if text.contains("pain.008") { "pain.008.001.08" } else { "pain.001.001.09" };
        let message = one(one(text, "GrpHdr"), "MsgId").to_owned();
        Self { message, name, count: orders(file).len(), group: None, blocks: BTreeMap::new() }
    }

    /// The whole file has this status (`ACCP`, `RJCT`, …), and why.
    #[must_use]
    pub fn file(mut self, status: &str, reason: Option<&str>) -> Self {
        self.group = Some((status.to_owned(), reason.map(str::to_owned)));
        self
    }

    /// A block of it is refused.
    #[must_use]
    pub fn refuses_block(mut self, block: &str, reason: &str) -> Self {
        self.blocks.entry(block.to_owned()).or_default().0 = Some(reason.to_owned());
        self
    }

    /// One order is refused.
    #[must_use]
    pub fn refuses(mut self, order: &Ordered, reason: &str) -> Self {
        self.blocks.entry(order.block.clone()).or_default().1.push((order.clone(), reason.to_owned()));
        self
    }

    /// The report.
    pub fn xml(&self, date: Date) -> Vec<u8> {
        let why = |reason: &str| format!("<StsRsnInf><Rsn><Cd>{reason}</Cd></Rsn></StsRsnInf>");
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr>\
             <MsgId>ANSWER-{}</MsgId><CreDtTm>{date}T08:00:00+00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts>\
             <OrgnlMsgId>{}</OrgnlMsgId><OrgnlMsgNmId>{}</OrgnlMsgNmId><OrgnlNbOfTxs>{}</OrgnlNbOfTxs>",
            self.message, self.message, self.name, self.count
        );
        if let Some((status, reason)) = &self.group {
            let _ =
                write!(xml, "<GrpSts>{status}</GrpSts>{}", reason.as_deref().map_or_else(String::new, why));
        }
        xml.push_str("</OrgnlGrpInfAndSts>");
        for (block, (refused, orders)) in &self.blocks {
            let _ = write!(xml, "<OrgnlPmtInfAndSts><OrgnlPmtInfId>{block}</OrgnlPmtInfId>");
            if let Some(reason) = refused {
                let _ = write!(xml, "<PmtInfSts>RJCT</PmtInfSts>{}", why(reason));
            }
            for (order, reason) in orders {
                let _ = write!(
                    xml,
                    "<TxInfAndSts><OrgnlEndToEndId>{}</OrgnlEndToEndId><TxSts>RJCT</TxSts>{}<OrgnlTxRef><Amt>\
                     <InstdAmt Ccy=\"EUR\">{}</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>",
                    order.end_to_end,
                    why(reason),
                    order.amount
                );
            }
            xml.push_str("</OrgnlPmtInfAndSts>");
        }
        xml.push_str("</CstmrPmtStsRpt></Document>\n");
        xml.into_bytes()
    }
}

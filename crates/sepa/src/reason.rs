//! Why a payment came back or was refused, and what is done about it (LAW-SEPA-11, LAW-SEPA-12).

use std::fmt;

/// How often a collection that failed for want of money, or without a stated reason, is tried again (LAW-SEPA-12:
/// once or twice).
pub const RETRIES_MAX: u8 = 2;

/// What a reason code asks of us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Treatment {
    /// Nothing is wrong with account or mandate: try again, at most [`RETRIES_MAX`] times.
    Retry,
    /// The account cannot be debited or credited: ask the customer for another one and collect no more until it is there.
    AskNewAccount,
    /// The customer or the bank denies the mandate: stop it and contact the customer.
    StopMandate,
    /// The customer had the debit refunded, no questions asked (LAW-SEPA-08): the premium is unpaid again.
    RefundedByDebtor,
    /// The account holder has died: stop every collection and start the death process.
    Deceased,
    /// Our file or our master data is wrong: put it right and send again; the customer has done nothing.
    FixOurFile,
    /// It came back because we asked for it.
    RecalledByUs,
    /// A person looks at it: regulatory reasons, and codes that are not known here.
    Review,
}

/// A reason code as the bank gave it: four characters of the ISO 20022 external lists, or the bank's own.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReasonCode(String);

impl ReasonCode {
    /// Takes any code; surrounding white space goes, letters become capitals.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(code.trim().to_ascii_uppercase())
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the code stands in the table here. Another one is treated as [`Treatment::Review`] and should be shown.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.row().is_some()
    }

    /// What to do.
    #[must_use]
    pub fn treatment(&self) -> Treatment {
        self.row().map_or(Treatment::Review, |(_, treatment, _)| *treatment)
    }

    /// What the code says, in a few English words; `None` when it is not in the table.
    #[must_use]
    pub fn meaning(&self) -> Option<&'static str> {
        self.row().map(|(_, _, meaning)| *meaning)
    }

    fn row(&self) -> Option<&'static (&'static str, Treatment, &'static str)> {
        REASONS.binary_search_by(|(code, ..)| code.cmp(&self.as_str())).ok().map(|at| &REASONS[at])
    }
}

impl fmt::Display for ReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Every code with a treatment of its own: code, treatment, meaning. In order of code.
pub const REASONS: &[(&str, Treatment, &str)] = {
    use Treatment::{
        AskNewAccount, Deceased, FixOurFile, RecalledByUs, RefundedByDebtor, Retry, Review, StopMandate,
    };
    &[
        ("AB05", Retry, "time ran out at the receiving bank"),
        ("AB06", Retry, "time ran out in clearing"),
        ("AB08", Retry, "receiving bank was offline"),
        ("AC01", AskNewAccount, "account number wrong"),
        ("AC03", AskNewAccount, "creditor's account number wrong"),
        ("AC04", AskNewAccount, "account closed"),
        ("AC06", AskNewAccount, "account blocked"),
        ("AC07", AskNewAccount, "creditor's account closed"),
        ("AC13", FixOurFile, "consumer's account in the business scheme"),
        ("AC14", FixOurFile, "a bank in the chain is not valid"),
        ("AC15", AskNewAccount, "account details have changed"),
        ("AG01", AskNewAccount, "direct debit not allowed on this account"),
        ("AG02", FixOurFile, "wrong sequence type or operation code"),
        ("AM01", FixOurFile, "amount is zero"),
        ("AM02", FixOurFile, "amount above the limit allowed"),
        ("AM03", FixOurFile, "currency not allowed"),
        ("AM04", Retry, "not enough money"),
        ("AM05", FixOurFile, "sent twice"),
        ("AM09", FixOurFile, "amount not as agreed"),
        ("AM10", FixOurFile, "control sum does not match"),
        ("AM18", FixOurFile, "number of transactions does not match"),
        ("BE01", Review, "name and account do not belong together"),
        ("BE04", FixOurFile, "creditor's address missing or wrong"),
        ("BE05", FixOurFile, "creditor identifier not known"),
        ("BE06", Review, "end customer not known"),
        ("BE07", FixOurFile, "debtor's address missing or wrong"),
        ("CH03", FixOurFile, "date too far ahead"),
        ("CNOR", AskNewAccount, "creditor's bank not reachable"),
        ("CUST", RecalledByUs, "cancelled at the customer's request"),
        ("DNOR", AskNewAccount, "debtor's bank not reachable"),
        ("DT01", FixOurFile, "date not valid"),
        ("DT06", Review, "bank changed the date"),
        ("DU01", FixOurFile, "message identifier used before"),
        ("DU02", FixOurFile, "payment information identifier used before"),
        ("DU03", FixOurFile, "transaction sent twice"),
        ("DU04", FixOurFile, "end-to-end identifier used before"),
        ("DUPL", FixOurFile, "payment sent twice"),
        ("ED05", Retry, "settlement failed"),
        ("FF01", FixOurFile, "file format not valid"),
        ("FF05", FixOurFile, "scheme code missing or wrong"),
        ("FOCR", RecalledByUs, "returned after our recall"),
        ("FR01", StopMandate, "returned because of fraud"),
        ("FRAD", Review, "fraud"),
        ("MD01", StopMandate, "no valid mandate"),
        ("MD02", StopMandate, "mandate data missing or wrong"),
        ("MD06", RefundedByDebtor, "refund asked by the customer"),
        ("MD07", Deceased, "account holder has died"),
        ("MS02", StopMandate, "refused by the customer"),
        ("MS03", Retry, "no reason given by the bank"),
        ("NARR", Review, "reason in the text"),
        ("NOAS", Review, "no answer from the customer"),
        ("RC01", FixOurFile, "BIC wrong"),
        ("RC07", FixOurFile, "creditor's BIC wrong"),
        ("RR01", Review, "regulation: debtor's account or identification missing"),
        ("RR02", Review, "regulation: debtor's name or address missing"),
        ("RR03", Review, "regulation: creditor's name or address missing"),
        ("RR04", Review, "regulatory reason"),
        ("SL01", StopMandate, "customer's bank blocks this creditor"),
        ("SL02", StopMandate, "creditor's bank blocks this"),
        ("SVNR", Review, "service not rendered"),
        ("TECH", FixOurFile, "technical problem on our side"),
        ("TM01", FixOurFile, "received after cut-off"),
        ("UPAY", Review, "payment not due"),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_law_sheet_has_its_treatment() {
        use Treatment::*;
        for (codes, treatment) in [
            ("AM04 MS03", Retry),
            ("AC01 AC04 AC06 AG01 CNOR DNOR", AskNewAccount),
            ("MD01 MD02 MS02 SL01", StopMandate),
            ("MD06", RefundedByDebtor),
            ("MD07", Deceased),
            ("AC13 AG02 AM05 BE05 FF01 RC01", FixOurFile),
            ("RR01 RR02 RR03 RR04", Review),
        ] {
            for code in codes.split(' ') {
                let code = ReasonCode::new(code);
                assert!(code.is_known(), "{code}");
                assert_eq!(code.treatment(), treatment, "{code}");
            }
        }
    }

    #[test]
    fn the_table_is_in_order_and_unknown_codes_go_to_a_person() {
        assert!(REASONS.is_sorted_by(|a, b| a.0 < b.0));
        let own = ReasonCode::new(" x9z1 ");
        assert_eq!((own.as_str(), own.is_known(), own.treatment()), ("X9Z1", false, Treatment::Review));
    }
}

//! The elements of ISO 20022 that are read. Everything else is [`Tag::Other`] and skipped.

macro_rules! tags {
    ($($length:literal: $($tag:ident)+;)+) => {
        /// An element, by its local name.
        #[expect(clippy::upper_case_acronyms, reason = "these are the names of ISO 20022")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Tag { $($($tag,)+)+ Other }

        impl Tag {
            /// By length first: a statement has fifty elements per entry and each comes by here.
            pub(super) fn of(name: &str) -> Self {
                match name.len() {
                    $($length => match name { $(stringify!($tag) => Self::$tag,)+ _ => Self::Other },)+
                    _ => Self::Other,
                }
            }

            /// The name, or `*` for an element that is not read.
            pub(super) fn name(self) -> &'static str {
                match self { $($(Self::$tag => stringify!($tag),)+)+ Self::Other => "*" }
            }
        }

        #[cfg(test)]
        const ALL: &[(usize, &str)] = &[$($(($length, stringify!($tag)),)+)+];
    };
}

tags! {
    2: Id Tp Cd Nm Dt;
    3: Amt Bal Ccy Sts Ref Rsn Pty;
    4: Acct Btch Domn Fmly IBAN Ntry Dbtr Cdtr Othr Refs Stmt DtTm PgNb Strd TxId UETR;
    5: Prtry MsgId TxAmt Ustrd ValDt TxSts StsId;
    6: MndtId RmtInf RtrInf FrToDt GrpHdr GrpSts Ntfctn BkTxCd TxDtls FrDtTm ToDtTm;
    7: BookgDt InstrId NtryRef RvslInd AmtDtls CreDtTm NbOfTxs;
    8: Document MsgPgntn LglSeqNb NtryDtls PmtInfId InstdAmt DbtrAcct CdtrAcct AddtlInf;
    9: StmtPgntn LastPgInd CdOrPrtry CdtDbtInd SubFmlyCd TxsSummry TtlNtries RltdPties UltmtDbtr UltmtCdtr StsRsnInf PmtInfSts DtOfSgntr;
    10: NbOfNtries EndToEndId CdtrRefInf AddtlTxInf OrgnlMsgId OrgnlTxRef;
    11: NtfctnPgntn CpyDplctInd AcctSvcrRef TxInfAndSts MndtRltdInf;
    12: ElctrncSeqNb AddtlNtryInf OrgnlMsgNmId OrgnlNbOfTxs OrgnlCtrlSum OrgnlInstrId ReqdColltnDt;
    13: BkToCstmrStmt OrgnlPmtInfId;
    14: CstmrPmtStsRpt;
    15: OrgnlEndToEndId;
    17: OrgnlGrpInfAndSts OrgnlPmtInfAndSts;
    21: BkToCstmrDbtCdtNtfctn;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_under_its_length() {
        for (length, name) in ALL {
            assert_eq!((name.len(), Tag::of(name).name()), (*length, *name));
        }
        assert_eq!(Tag::of("Nt"), Tag::Other);
    }
}

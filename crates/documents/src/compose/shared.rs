//! Sentences that several documents use.

use kernel::{Frequency, Iban, Money};

use super::{Desk, fact, text};
use crate::content::{Debit, DeviceLine, Owed, PayInstruction, Premium, Refund};
use crate::epc::Transfer;
use crate::letter::{Block, Fact};

impl Desk<'_> {
    pub(super) fn refund(self, refund: &Refund) -> Block {
        let (amount, by) = (("amount", refund.amount.into()), ("by", refund.by.into()));
        text(match &refund.iban {
            Some(iban) => self.words.with("refund", &[amount, by, ("account", masked(iban).into())]),
            None => {
                let email = self.house.contact.email.to_string();
                self.words.with("refund-no-account", &[amount, by, ("email", email.into())])
            }
        })
    }

    /// "Apple iPhone 15 (IMEI 49…)".
    pub(super) fn device(self, device: &DeviceLine) -> String {
        let number = match (&device.imei, &device.serial) {
            (Some(imei), _) => format!(" (IMEI {imei})"),
            (None, Some(serial)) => format!(" ({} {serial})", self.words.say("serial")),
            (None, None) => String::new(),
        };
        format!("{}{number}", device.model)
    }

    /// "€ 9,95 per maand".
    pub(super) fn premium(self, premium: &Premium) -> String {
        self.words.with(
            match premium.frequency {
                Frequency::OneOff => "price-once",
                Frequency::Monthly => "price-monthly",
                Frequency::Yearly => "price-yearly",
            },
            &[("amount", premium.gross.into())],
        )
    }

    /// "Samen per maand": what the lines of a premium come to.
    pub(super) fn premium_word(self, frequency: Frequency) -> String {
        self.words.say(match frequency {
            Frequency::OneOff => "total-once",
            Frequency::Monthly => "total-monthly",
            Frequency::Yearly => "total-yearly",
        })
    }

    pub(super) fn frequency(self, frequency: Frequency) -> String {
        self.words.say(match frequency {
            Frequency::OneOff => "frequency-once",
            Frequency::Monthly => "frequency-monthly",
            Frequency::Yearly => "frequency-yearly",
        })
    }

    pub(super) fn debits(self, debits: &[Debit]) -> Block {
        Block::Facts {
            facts: debits
                .iter()
                .map(|debit| fact(self.words.date(debit.on), self.words.money(debit.amount)))
                .collect(),
        }
    }

    /// What is owed, line by line, with its total; `more` are lines after the premiums.
    pub(super) fn owed(self, owed: &[Owed], more: Vec<Fact>, total: Money) -> Block {
        let mut lines: Vec<Fact> = owed
            .iter()
            .map(|owed| {
                fact(
                    self.words.with("owed-premium", &[("due", owed.due.into())]),
                    self.words.money(owed.amount),
                )
            })
            .collect();
        lines.extend(more);
        Block::Sum { lines, total: fact(self.words.say("owed-total"), self.words.money(total)) }
    }

    /// Account, name, reference, the code for a banking app, and, if there is one, the page to pay on.
    pub(super) fn pay(self, total: Money, pay: &PayInstruction) -> Vec<Block> {
        let words = self.words;
        let collection = &self.house.collection;
        let facts = Block::Facts {
            facts: vec![
                fact(words.say("pay-amount"), words.money(total)),
                fact(words.say("pay-account"), unbroken(&collection.account.grouped())),
                fact(words.say("pay-name"), collection.creditor_name.as_str()),
                fact(words.say("pay-reference"), pay.reference.as_str()),
            ],
        };
        let transfer = Transfer {
            name: &collection.creditor_name,
            account: &collection.account,
            amount: total,
            reference: &pay.reference,
        };
        let code = transfer.svg().map(|svg| Block::Code { svg, label: words.say("pay-code") });
        let mut blocks = vec![facts];
        blocks.extend(code);
        if let Some(link) = &pay.link {
            blocks.push(self.link("pay-link", link));
        }
        blocks
    }
}

/// An account of which only the ends can be read: a letter in the wrong hands gives nothing away.
pub(super) fn masked(iban: &Iban) -> String {
    unbroken(&iban.masked())
}

/// With spaces at which no line breaks.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

### Nederlands: u, kort, vriendelijk.


## Collections

collect-due = Klaar om te incasseren
collect-due-text = De vooraankondiging is verstuurd en de termijn is voorbij.
collect-on = Incassodatum
collect-kind = Soort
collect-count = Aantal
collect-total = Totaal
collect-none = Er is niets te incasseren
collect-none-text = Premies verschijnen hier zodra ze mogen worden geïncasseerd.
collect-release = Vrijgeven
collect-of = { $n ->
        [one] { $n } incasso
       *[other] { $n } incasso’s
    }
collect-release-text = Daarna ligt het bestand klaar voor de bank. Dit kan niet worden teruggedraaid.
collect-release-button = Incassobestand vrijgeven
collect-batches = Vrijgegeven incasso’s
batch-file = Bestand
batch-count = Aantal
batch-total = Totaal
batch-status = Status
batch-released = { $at }, { $name }
batch-none = Er is nog geen bestand gemaakt

## Statements

statement-file = Bestand van de bank
statement-file-hint = camt.053, zoals u het bij de bank downloadt.
statement-file-limits = XML, tot 10 MB. Hetzelfde bestand nog een keer is geen probleem.
statement-new = Afschrift inlezen
statement-send = Inlezen
statement-read = Ingelezen afschriften
statement-day = Dag
statement-account = Rekening
statement-entries = Regels
statement-balance = Eindsaldo
statement-none = Er is nog geen afschrift ingelezen
suspense-title = Geld zonder bestemming
suspense-none = Al het geld heeft zijn plaats.
suspense-policy = Hoort bij polis
suspense-book = Boeken
suspense-return = Terugsturen

## Payments out

payout-ready = Klaar om te betalen
payout-for = Voor
payout-to = Aan
payout-why = Waarvoor
payout-amount = Bedrag
payout-none = Er is niets te betalen
payout-none-text = Goedgekeurde uitkeringen en restituties verschijnen hier.
payout-release = Vrijgeven
payout-of = { $n ->
        [one] { $n } betaling
       *[other] { $n } betalingen
    }
payout-release-text = Daarna ligt het betaalbestand klaar voor de bank. Dit kan niet worden teruggedraaid.
payout-release-button = Betaalbestand vrijgeven
payout-batches = Vrijgegeven betalingen

## Ledger

ledger-balances = Saldi
ledger-postings = Boekingen
ledger-account = Rekening
ledger-debit = Debet
ledger-credit = Credit
ledger-balance = Saldo
ledger-day = Dag
ledger-about = Over
ledger-none = Er is nog niets geboekt
ledger-closed = Maand gesloten
ledger-open = Maand open
ledger-zero = Sluit op nul
ledger-not-zero = Sluit niet: { $sum }

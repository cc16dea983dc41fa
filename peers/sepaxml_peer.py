"""The Python library sepaxml 2.7 beside our own writer of bank files: `pip install sepaxml==2.7.0` first.

    python3 sepaxml_peer.py golden FOLDER    the same orders as our tests write, for them to compare with
    python3 sepaxml_peer.py measure COUNT    how long COUNT collections take, and in how much memory
"""

import datetime
import pathlib
import resource
import sys
import time

from sepaxml import SepaDD, SepaTransfer

DEBTOR = "BE68539007547034"
CREDITOR = "NL91ABNA0417164300"


def collection(n, cents, day):
    """Collection number n of our tests."""
    return {
        "name": "Zoë Müller-Łęcka",
        "IBAN": DEBTOR,
        "amount": cents,
        "type": "RCUR",
        "collection_date": day,
        "mandate_id": f"M-{n:06}",
        "mandate_date": datetime.date(2026, 1, 15),
        "description": f"premie november 2026 {n}",
        "endtoend_id": f"E2E-{n:06}",
    }


def collections(rows):
    """A file with those collections."""
    config = {
        "name": "Verzekeringen Angstrom",
        "IBAN": CREDITOR,
        "BIC": "ABNANL2A",
        "batch": True,
        "creditor_id": "NL69ZZZ123456780000",
        "currency": "EUR",
    }
    file = SepaDD(config, schema="pain.008.001.08", clean=True)
    for row in rows:
        file.add_payment(row)
    return file


def golden(folder):
    """Writes both kinds of file, with the orders that our tests have."""
    day = datetime.date(2026, 11, 25)
    rows = [collection(1, 11_988, day), collection(2, 999, day), collection(4, 950, datetime.date(2026, 11, 26))]
    (folder / "sepaxml.pain.008.xml").write_bytes(collections(rows).export(validate=True, pretty_print=True).replace(b"\t", b""))
    config = {"name": "Rosemont rekening-courant", "IBAN": CREDITOR, "batch": False, "currency": "EUR"}
    file = SepaTransfer(config, schema="pain.001.001.09", clean=True)
    for n, cents in [(1, 45_000), (2, 9_950)]:
        file.add_payment(
            {
                "name": "Renée d'Hondt",
                "IBAN": DEBTOR,
                "amount": cents,
                "execution_date": datetime.date(2026, 11, 23),
                "description": f"uitkering schade 2026/{n}",
                "endtoend_id": f"PAY-{n}",
            }
        )
    (folder / "sepaxml.pain.001.xml").write_bytes(file.export(validate=True, pretty_print=True).replace(b"\t", b""))


def measure(count):
    """Says how long it takes, with the library's own check of the schema and without."""
    day = datetime.date(2026, 11, 25)
    for validate in [False, True]:
        begin = time.process_time()
        size = len(collections(collection(n, 999, day) for n in range(count)).export(validate=validate, pretty_print=False))
        took = time.process_time() - begin
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        checked = "checked by its schema" if validate else "not checked"
        print(f"sepaxml: {count} collections, {checked}: {took:.1f} s, {count / took:.0f}/s, {size // 1_000_000} MB, peak {peak} MB")


if __name__ == "__main__":
    if sys.argv[1] == "golden":
        golden(pathlib.Path(sys.argv[2]))
    else:
        measure(int(sys.argv[2]))

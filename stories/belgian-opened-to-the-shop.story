# PRIV-24, ACT-08: in Belgium too the partner sees what the customer opens; it is over with the insurance, and there is nothing to open without a partner
2026-03-02 14:05  customer applies     as=lucas product=electronics-be plan=complete partner=electro-shop value=849.00 bought=2026-02-20
                  customer applies     as=nele product=electronics-be plan=accident value=449.00 bought=2026-02-20 name="Nele Claes" email=nele@example.org
2026-03-03 10:00  desk accepts         of=lucas
                  desk accepts         of=nele
# NEARLY PRIV-24: nobody brought Nele, so there is nobody to open it to
                  customer opens       of=nele refused=partner-view-none rule=PRIV-24
                  customer opens       of=lucas reports=yes
                  expect seen          of=lucas partner=electro-shop is=yes reports=yes claim=none
# NEARLY PRIV-24: another shop sees nothing of it
                  expect seen          of=lucas partner=phone-shop is=no
2026-03-06 12:00  partner claims       as=fall of=lucas what_happened=dropped damage_arose_at="2026-03-06 10:00" discovered_at="2026-03-06 10:05" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  partner claims       as=fall of=lucas what_happened=dropped damage_arose_at="2026-03-06 10:00" discovered_at="2026-03-06 10:05" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00 already=yes
                  expect letters       claim=fall kind=claim-acknowledged count=1
2026-03-07 09:30  desk states          claim=fall repairable=no equivalent_found=no current_value=400.00 handing_over=handed_over
                  desk approves        claim=fall
                  expect seen          of=lucas partner=electro-shop is=yes claim=settling
2026-03-08 10:00  customer withdraws   of=lucas
2026-03-09 12:00  expect phase         of=lucas is=ended
                  expect seen          of=lucas partner=electro-shop is=no
                  customer opens       of=lucas refused=partner-view-over rule=PRIV-24
                  expect sound

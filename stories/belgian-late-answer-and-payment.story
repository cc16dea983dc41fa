# LAW-BE-INS-09, OFFICE-15: who answers and pays a Belgian claim too late owes the law's sums, once two people have agreed; they go with the benefit
2026-03-02 09:00  customer applies         as=lucas product=electronics-be plan=complete value=849.00 bought=2026-02-20
2026-03-02 09:05  customer applies         as=sanne plan=plus value=849.00
2026-03-03 10:00  desk accepts             of=lucas
                  desk accepts             of=sanne
                  bank collects daily
2026-03-10 12:00  customer claims          as=slow of=lucas what_happened=dropped damage_arose_at="2026-03-10 10:00" discovered_at="2026-03-10 10:00" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00
                  customer claims          as=dutch of=sanne what_happened=dropped damage_arose_at="2026-03-10 10:00" discovered_at="2026-03-10 10:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
# NEARLY LAW-BE-INS-09: all of the last day of three months is in time
2026-06-10 23:59  expect late              claim=slow amount=0.00
                  desk proposes lateness   claim=slow refused=claim-not-late rule=LAW-BE-INS-09
2026-06-12 10:00  expect late              claim=slow amount=300.00
# NEARLY LAW-BE-INS-09: a Dutch claim that waits as long; Dutch law has no such sum
                  expect late              claim=dutch amount=0.00
                  desk proposes lateness   claim=dutch refused=claim-not-late
# NEARLY LAW-BE-INS-09: eleven days after the registered reminder count for nothing, the twelfth makes all of them count
2026-06-23 10:00  expect late              claim=slow reminded=2026-06-12 amount=300.00
2026-06-24 10:00  expect late              claim=slow reminded=2026-06-12 amount=3900.00
2026-06-27 10:00  desk finds               claim=slow harm_late_evidence=0.00 reason="Nothing was lost by it"
                  desk states              claim=slow repairable=no equivalent_found=no current_value=700.00 handing_over=handed_over
                  desk approves            claim=slow
                  expect claim             claim=slow is=paying approved=650.00
# The answer stops the days.
2026-07-20 10:00  expect late              claim=slow reminded=2026-06-12 amount=4800.00
# LAW-BE-INS-09: € 650 approved on 27 June was to be paid by 27 July; ten days at twice 4.5 %
2026-08-07 10:00  expect late              claim=slow reminded=2026-06-12 amount=4801.60
                  expect late              claim=slow amount=301.60
                  desk proposes lateness   claim=slow
# NEARLY OFFICE-15: one person only proposes it
                  expect payments          state=ordered count=1
                  manager approves         claim=slow
                  expect payments          state=ordered count=2
                  expect balance           account=1700 amount=-951.60
                  desk proposes lateness   claim=slow reminded=2026-06-12 refused=claim-lateness-owed
                  desk releases payments
2026-08-11 10:00  expect claim             claim=slow is=closed approved=650.00 paid=951.60
                  expect letters           claim=slow kind=claim-paid count=2
                  expect balance           account=1700 amount=0.00
                  expect sound

# NL-EXCL-03, AMB-32: a defect within the warranty is sent to the seller, not just refused; a person may set the end of the warranty
2026-03-01 09:00  customer applies     as=tom plan=xandocare value=849.00 pays=one-off by=transfer bought=2026-01-10
2026-03-02 10:00  desk accepts         of=tom
2026-03-05 12:00  customer pays        of=tom amount=238.50
2026-05-10 12:00  customer claims      as=dead of=tom what_happened=fails_by_itself damage_arose_at="2026-05-10 08:00" discovered_at="2026-05-10 08:00" warranty_refused_for_repair=no
                  expect claim         claim=dead verdict=routed rule=NL-EXCL-03
# The repairer finds a blow after all: accident damage is covered within the warranty too (NL-COV-01).
2026-05-11 10:00  desk states          claim=dead cause_found=impact_found affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00 repairable=yes repair_cost=180.00 equivalent_price=600.00
                  expect claim         claim=dead verdict=covered rule=NL-COV-01
# Three months on a second defect; the shop has gone out of business and the maker no longer answers.
2026-08-10 12:00  customer claims      as=again of=tom what_happened=fails_by_itself damage_arose_at="2026-08-10 08:00" discovered_at="2026-08-10 08:00" warranty_refused_for_repair=no affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  expect claim         claim=again verdict=routed rule=NL-EXCL-03
                  desk finds           claim=again warranty_reviewed_ends_on=2026-08-01 reason="Seller bankrupt, maker out of business: nobody is left to answer"
                  desk states          claim=again repairable=yes repair_cost=90.00 equivalent_price=600.00
                  expect claim         claim=again verdict=covered rule=NL-COV-01
                  desk approves        claim=again
                  expect claim         claim=again approved=40.00
                  expect sound

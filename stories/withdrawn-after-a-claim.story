# AMB-39, NL-END-05: with a claim withdrawing stays possible, but only the days that are left come back; a business may too
2026-03-01 09:00  customer applies     as=fleur plan=plus pays=yearly by=transfer
                  customer applies     as=firm plan=plus pays=yearly by=transfer business=yes name="Atelier BV"
2026-03-01 10:00  desk accepts         of=fleur
                  desk accepts         of=firm
2026-03-03 09:00  customer pays        of=fleur amount=109.45
                  customer pays        of=firm amount=109.45
2026-03-05 09:00  customer claims      as=theft of=fleur what_happened=stolen damage_arose_at="2026-03-04 20:00" discovered_at="2026-03-04 20:00" theft_how=pickpocketing
2026-03-10 09:00  customer withdraws   of=fleur
# 1 to 10 March are ten days of 365: 109.45 × 355 / 365.
                  expect refund        of=fleur amount=106.45 rule=AMB-42
# NEARLY AMB-39: the same day without a claim everything comes back
                  customer withdraws   of=firm
                  expect refund        of=firm amount=109.45 rule=NL-END-05
                  expect sound

# AMB-63, AMB-42: a phone that was sold leaves the schedule; as the only one it ends the policy, and the days left come back
2026-03-01 09:00  customer applies     as=tom pays=yearly
                  customer applies     as=emma pays=yearly name="Emma Bakker"
2026-03-01 10:00  desk accepts         of=tom
                  desk accepts         of=emma
                  bank collects daily
2026-06-10 12:00  customer changes     of=tom gone=sold on=2026-06-01
                  expect ends          of=tom at="2026-06-01 00:00" way=nothing-left rule=AMB-63
# 1 June 2026 to 1 March 2027 are 273 of 365 days: 87.45 × 273 / 365.
                  expect refund        of=tom amount=65.41
                  customer changes     of=tom gone=sold on=2026-06-01 refused=policy-not-running
# NEARLY AMB-63, AMB-42: who merely does not want it any longer cancels, and the first year holds
                  customer changes     of=emma gone=not-wanted
                  expect ends          of=emma at="2027-03-01 00:00" way=ordinary
                  expect refund        of=emma amount=0.00
                  expect sound

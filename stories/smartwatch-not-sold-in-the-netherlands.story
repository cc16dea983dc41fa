# AMB-46: cover that could never pay is not sold: no smartwatch in the Netherlands
2026-03-01 09:00  customer applies     as=sanne device=smartwatch value=449.00 refused=device-not-sold
# NEARLY AMB-46: in Belgium the conditions do not exclude it
                  customer applies     as=nele product=electronics-be plan=accident device=smartwatch value=449.00
                  expect cover         of=nele is=provisional

# AMB-36, BE-END-02, BE-TERM-03, AMB-70: after the first year a Belgian consumer is let out after two months, not held to the next yearly due date
2026-03-02 09:00  customer applies     as=lucas product=electronics-be pays=yearly
                  customer applies     as=shop product=electronics-be pays=yearly business=yes name="Atelier BV"
2026-03-02 10:00  desk accepts         of=lucas
                  desk accepts         of=shop
                  bank collects daily
2026-06-10 09:00  expect quote         of=lucas way=ordinary ends="2027-03-02 00:00" rule=BE-END-02
2027-04-10 09:00  customer cancels     of=lucas
                  expect ends          of=lucas at="2027-06-11 00:00" way=ordinary rule=BE-END-02
# 11 June 2027 to 2 March 2028 are 265 of 366 days: 63.25 × 265 / 366.
                  expect refund        of=lucas amount=45.80 rule=AMB-70
# NEARLY BE-TERM-03, AMB-36, AMB-70: a business waits for its premium due date, and nothing comes back
                  customer cancels     of=shop
                  expect ends          of=shop at="2028-03-02 00:00" way=ordinary rule=BE-END-02
                  expect refund        of=shop amount=0.00
                  expect sound

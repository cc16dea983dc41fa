# AMB-62: a business insures like a consumer, but the free reminder of consumer law is not for it
2026-03-02 09:00  customer applies     as=shop product=electronics-be business=yes name="Atelier BV" by=transfer
                  customer applies     as=lucas product=electronics-be by=transfer
2026-03-02 10:00  desk accepts         of=shop
                  desk accepts         of=lucas
# NEARLY AMB-62: the same conditions, the same day; only the consumer gets the free reminder first
2026-03-17 12:00  expect letters       of=lucas kind=first-reminder-be count=1
                  expect letters       of=shop kind=first-reminder-be count=0
2026-04-02 12:00  expect letters       of=shop kind=formal-notice-be count=1
                  expect letters       of=lucas kind=formal-notice-be count=1
                  expect sound

# OFFICE-15: money that belongs to no policy goes back to the account it came from, released by a second person
2026-03-01 09:00  customer applies     as=emma plan=plus value=849.00
2026-03-05 09:00  stranger sends money amount=40.00
2026-03-06 09:00  expect balance       account=1900 amount=-40.00
                  expect task          kind=match-entry count=1
                  desk gives back      amount=40.00
                  expect balance       account=1900 amount=0.00
                  expect balance       account=1720 amount=-40.00
                  expect payments      state=ordered count=1
                  expect task          kind=match-entry count=0
                  desk releases payments
                  expect payments      state=released count=1
                  expect balance       account=1720 amount=0.00
2026-03-10 09:00  expect payments      state=settled count=1
                  expect balance       account=1000 amount=0.00
                  expect sound

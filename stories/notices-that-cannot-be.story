# NL-END-11, AMB-19: a notice from the future, from before the application, for a policy that is over or in a way that is none, is refused by name
2026-03-01 09:00  customer applies     as=sanne
                  customer ends        of=sanne way=ordinary refused=policy-not-running rule=NL-END-11
2026-03-01 10:00  desk accepts         of=sanne
                  customer ends        of=sanne way=ordinary on=2026-04-01 refused=ending-in-future
                  holder dies          of=sanne on=2026-02-27 refused=ending-before-application
                  customer ends        of=sanne way=end-date refused=ending-not-by-notice
                  trustee ends         of=sanne way=ordinary refused=ending-sender-may-not
                  customer takes back  of=sanne refused=cancellation-none
                  customer withdraws   of=sanne
                  customer takes back  of=sanne way=cooling-off
# NEARLY NL-END-11, AMB-19: until that midnight it can be taken back, and given again
                  customer withdraws   of=sanne
2026-03-02 00:00  customer takes back  of=sanne way=cooling-off refused=cancellation-worked date=2026-03-02
                  customer cancels     of=sanne refused=policy-not-running
                  expect sound

# BE-PROV-02, AMB-69: Belgian cover begins when the last paper that the application asks for has come, not before
2026-03-02 14:05  customer applies     as=lucas product=electronics-be missing=proof-of-purchase,identity
                  expect cover         of=lucas is=off
2026-03-04 09:00  desk receives        of=lucas items=identity
                  desk receives        of=lucas items=identity already=yes
                  expect cover         of=lucas is=off
2026-03-05 16:30  desk receives        of=lucas items=proof-of-purchase at="2026-03-05 11:20"
                  expect cover         of=lucas at="2026-03-05 11:20" is=provisional rule=BE-PROV-02
# NEARLY BE-PROV-02: a minute before it came there was none
                  expect cover         of=lucas at="2026-03-05 11:19" is=off
# NEARLY AMB-69: a question asked later does not stop cover, and acceptance counts from the application
2026-03-06 10:00  desk asks            of=lucas text="Is the phone for your own use?"
                  expect cover         of=lucas is=provisional rule=BE-PROV-02
2026-03-09 10:00  desk accepts         of=lucas
                  expect cover         of=lucas at="2026-03-02 14:05" is=on rule=BE-PROV-07
# A Dutch application is covered at once, whatever is missing (NL-PROV-01).
                  customer applies     as=sanne missing=proof-of-purchase
                  expect cover         of=sanne is=provisional rule=NL-PROV-01
                  expect sound

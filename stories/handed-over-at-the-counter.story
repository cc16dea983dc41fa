# NL-CLAIM-08, AMB-31: the repairer says that the customer has it; who is paid for it is not believed at once
2026-03-01 09:00  customer applies     as=sanne plan=plus
                  customer applies     as=joris plan=plus email=joris@example.org
2026-03-02 10:00  desk accepts         of=sanne
                  desk accepts         of=joris
                  bank collects daily
2026-04-10 12:00  customer claims      as=fall of=sanne what_happened=dropped damage_arose_at="2026-04-10 08:00" discovered_at="2026-04-10 08:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00
                  desk states          claim=fall unforeseen_from_outside=yes repaired_elsewhere=no
                  desk orders          claim=fall work=repair from=phone-lab
2026-04-12 10:00  repairer finds       claim=fall repairable=yes repair_cost=200.00 equivalent_price=600.00 cause_found=as_stated
                  desk approves        claim=fall
# NEARLY NL-CLAIM-08: what is not ready cannot be handed over
                  repairer hands over  claim=fall refused=job-not-there
2026-04-15 10:00  repairer delivers    claim=fall invoice=200.00
                  customer did not get it claim=fall refused=job-not-there
                  repairer hands over  claim=fall
                  repairer hands over  claim=fall already=yes
                  expect letters       claim=fall kind=work-handed-over count=1
                  expect payments      state=ordered count=0
# The customer says otherwise: no time makes it accepted, and a person sees to it.
2026-04-16 09:00  customer did not get it claim=fall
                  customer did not get it claim=fall already=yes
2026-04-30 09:00  expect payments      state=ordered count=0
                  expect balance       account=1725 amount=0.00
                  expect letters       claim=fall kind=work-accepted count=0
# Now it was handed over, and the customer says nothing: on the eighth day it counts, and the repairer is owed.
                  repairer hands over  claim=fall
2026-05-07 20:00  expect payments      state=ordered count=0
2026-05-08 09:00  expect payments      state=ordered count=1
                  expect letters       claim=fall kind=work-accepted count=1
                  expect balance       account=1725 amount=-200.00
                  expect balance       account=1310 amount=50.00
                  customer did not get it claim=fall refused=job-not-there
                  customer accepts     claim=fall already=yes
                  expect sound

# NL-CLAIM-02, NL-CLAIM-03, AMB-26, AMB-27, AMB-28: after theft 24 hours run from noticing it; what was not done in time, a paper that is not there, tracking that was off: a person says what it harmed
2026-03-01 09:00  customer applies     as=emma plan=plus value=849.00 name="Emma Bakker"
                  customer applies     as=bram plan=plus value=849.00 name="Bram Visser"
                  customer applies     as=lotte plan=plus value=849.00 name="Lotte Smit"
                  customer applies     as=daan plan=plus value=849.00 name="Daan Mulder"
                  customer applies     as=fleur plan=plus value=849.00 name="Fleur Bos"
2026-03-02 10:00  desk accepts         of=emma
                  desk accepts         of=bram
                  desk accepts         of=lotte
                  desk accepts         of=daan
                  desk accepts         of=fleur
2026-03-12 12:00  customer claims      as=emma-theft of=emma what_happened=stolen damage_arose_at="2026-03-10 22:00" discovered_at="2026-03-11 08:00" theft_how=robbery offender_described=yes moment_known=yes holder=insured_person circumstances="" recovered_elsewhere=0.00 police_told=yes remote_block=blocked sim_block=sim_blocked police_reported_at="2026-03-12 07:59" tracking=tracked
                  desk states          claim=emma-theft equivalent_price=600.00 settle_by=money police_report_seen=yes
# NEARLY NL-CLAIM-02, NL-CLAIM-03, AMB-26, AMB-27: a minute before the 24 hours from noticing end; a digital report will do
                  expect claim         claim=emma-theft verdict=covered rule=NL-COV-10
                  customer claims      as=bram-theft of=bram what_happened=stolen damage_arose_at="2026-03-10 22:00" discovered_at="2026-03-11 08:00" theft_how=robbery offender_described=yes moment_known=yes holder=insured_person circumstances="" recovered_elsewhere=0.00 police_told=yes remote_block=blocked sim_block=sim_blocked police_reported_at="2026-03-12 08:00" tracking=tracked
                  desk states          claim=bram-theft equivalent_price=600.00 settle_by=money police_report_seen=yes
                  expect claim         claim=bram-theft verdict=needs-person
                  desk finds           claim=bram-theft harm_theft_steps=50.00 reason="The police could have found it the same evening"
                  expect claim         claim=bram-theft verdict=covered rule=NL-CLAIM-02
# There is no report of the police at all.
                  customer claims      as=lotte-theft of=lotte what_happened=stolen damage_arose_at="2026-03-10 22:00" discovered_at="2026-03-11 08:00" theft_how=robbery offender_described=yes moment_known=yes holder=insured_person circumstances="" recovered_elsewhere=0.00 police_told=yes remote_block=blocked sim_block=sim_blocked police_reported_at="2026-03-11 10:00" tracking=tracked
                  desk states          claim=lotte-theft equivalent_price=600.00 settle_by=money police_report_seen=no
                  expect claim         claim=lotte-theft verdict=needs-person
                  desk finds           claim=lotte-theft harm_theft_steps=0.00 reason="The robbery is on camera, the police confirm it by phone"
                  expect claim         claim=lotte-theft verdict=covered rule=NL-CLAIM-03
                  customer claims      as=daan-theft of=daan what_happened=stolen damage_arose_at="2026-03-10 22:00" discovered_at="2026-03-11 08:00" theft_how=robbery offender_described=yes moment_known=yes holder=insured_person circumstances="" recovered_elsewhere=0.00 police_told=yes remote_block=blocked sim_block=sim_blocked police_reported_at="2026-03-11 10:00" tracking=not_tracked
                  desk states          claim=daan-theft equivalent_price=600.00 settle_by=money police_report_seen=yes
                  expect claim         claim=daan-theft verdict=needs-person
                  desk finds           claim=daan-theft harm_no_tracking=0.00 reason="It was switched off at once and would not have been found"
                  expect claim         claim=daan-theft verdict=covered rule=NL-OBL-01
                  customer claims      as=fleur-theft of=fleur what_happened=stolen damage_arose_at="2026-03-10 22:00" discovered_at="2026-03-11 08:00" theft_how=robbery offender_described=yes moment_known=yes holder=insured_person circumstances="" recovered_elsewhere=0.00 police_told=yes remote_block=blocked sim_block=sim_blocked police_reported_at="2026-03-11 10:00" tracking=cannot_be_tracked
                  desk states          claim=fleur-theft equivalent_price=600.00 settle_by=money police_report_seen=yes
# NEARLY AMB-28: a device that has no such function breaks no duty
                  expect claim         claim=fleur-theft verdict=covered rule=NL-COV-10
                  expect sound

# LAW-FMT-10: from the eighteenth birthday on, and not a minute earlier, somebody applies alone
2026-03-14 23:59  customer applies     as=mila born=2008-03-15 refused=applicant-minor rule=LAW-FMT-10
# NEARLY LAW-FMT-10: a minute later it is the birthday
2026-03-15 00:00  customer applies     as=mila born=2008-03-15
                  expect cover         of=mila is=provisional
                  expect sound

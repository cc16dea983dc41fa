# A small, lifelike portfolio; {n} is the date n days ago
{100} 09:12  customer applies     as=sanne partner=phone-shop name="Sanne de Vries" email=sanne@example.org model="Fairphone 5" plan=plus value=649.00 iban=NL39RABO0300065264
{99} 10:00  desk accepts         of=sanne
{98} 11:20  customer applies     as=pieter partner=phone-shop name="Pieter Jansen" email=pieter@example.org model="Samsung Galaxy A56" plan=xandocare value=449.00 by=transfer
{97} 09:30  desk accepts         of=pieter
{96} 14:00  customer applies     as=emma name="Emma Bakker" email=emma@example.org model="MacBook Air 13" device=laptop plan=plus-protect value=1299.00 iban=NL91ABNA0417164300
{95} 10:10  desk accepts         of=emma
            desk releases collections
{92} 16:45  customer applies     as=julie name="Julie Dubois" email=julie@example.org model="iPhone 16" plan=plus-protect value=969.00 language=fr iban=NL20INGB0001234567
{91} 09:05  desk accepts         of=julie
{90} 12:00  bank credits
{88} 09:00  desk releases collections
{82} 12:00  bank credits
{81} 15:20  customer applies     as=lucas partner=electro-shop product=electronics-be plan=complete name="Lucas Peeters" email=lucas@example.org model="Samsung Galaxy S25" value=849.00 iban=BE68539007547034
{80} 09:15  desk accepts         of=lucas
{80} 13:00  customer applies     as=noor name="Noor Smit" email=noor@example.org model="Google Pixel 9" plan=xandocare value=899.00 pays=one-off by=transfer
{78} 12:00  customer pays        of=noor amount=238.50 name="N. Smit"
{76} 15:30  desk rejects         of=noor
{75} 09:30  desk releases payments
{72} 11:00  customer applies     as=tom name="Tom Peters" email=tom@example.org model="Lenovo IdeaPad 5" device=laptop plan=plus value=799.00 language=en
{70} 10:00  customer applies     as=fleur name="Fleur de Boer" email=fleur@example.org model="iPad Air" device=tablet plan=plus value=729.00
{69} 10:00  desk accepts         of=fleur
{68} 10:00  desk accepts         of=tom
{66} 09:00  desk releases collections
{62} 20:15  customer withdraws   of=fleur
{60} 12:00  bank credits
{58} 09:00  desk releases collections
{52} 12:00  bank credits
{50} 19:40  customer claims      as=paid of=sanne what_happened=dropped damage_arose_at="{50} 18:05" discovered_at="{50} 18:05" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00 narrative="My phone slipped out of my hand on the stairs."
{48} 10:30  desk states          claim=paid unforeseen_from_outside=yes repairable=no equivalent_price=560.00 settle_by=money cause_found=as_stated repaired_elsewhere=no
            desk approves        claim=paid
{47} 09:15  desk releases payments
{45} 20:10  customer opens       of=pieter
{44} 10:00  customer applies     as=lotte name="Lotte van Dijk" email=lotte@example.org model="Nothing Phone 3" plan=xandocare value=799.00 mail=no
{43} 10:00  desk accepts         of=lotte
{36} 09:00  desk releases collections
{30} 12:00  bank credits
{29} 11:00  customer applies     as=daan name="Daan Mulder" email=daan@example.org model="OnePlus 13" plan=plus value=899.00
{24} 09:00  bank returns         of=emma reason=AM04
{20} 14:20  customer claims      as=stolen of=julie what_happened=stolen damage_arose_at="{20} 12:30" discovered_at="{20} 13:00" theft_how=pickpocketing narrative="Somebody took it from my bag on the tram."
{19} 11:00  desk refuses         claim=stolen reason="Taken from a bag, without force or burglary"
{18} 18:30  customer claims      as=brussels of=lucas what_happened=liquid damage_arose_at="{18} 12:10" discovered_at="{18} 12:10" affects_function=yes holder=insured_person circumstances="" recovered_elsewhere=0.00 liquid_how=spilled narrative="Un verre d'eau s'est renversé sur mon téléphone."
{18} 18:50  customer opens       of=lucas reports=yes
{17} 09:40  desk states          claim=brussels repairable=no equivalent_found=yes equivalent_price=690.00
            desk approves        claim=brussels
{16} 10:30  customer applies     as=nele product=electronics-be plan=accident name="Nele Claes" email=nele@example.org model="Apple Watch Series 10" device=smartwatch value=449.00 language=nl iban=BE71096123456769
{15} 09:20  desk accepts         of=nele
{15} 09:30  desk releases collections
{11} 16:00  customer applies     as=omar name="Omar Haddad" email=omar@example.org model="Google Pixel 9a" plan=plus value=549.00 language=en
{9} 12:00  bank credits
{6} 10:15  customer applies     as=sam partner=phone-shop name="Sam de Wit" email=sam@example.org model="Fairphone 6" plan=plus value=599.00 language=en
{5} 09:40  desk accepts         of=sam
{5} 12:00  customer opens       of=sam reports=yes
{4} 13:05  customer applies     as=ines name="Inès Lambert" email=ines@example.org model="iPhone 17" plan=plus value=1029.00 language=fr
{3} 09:20  customer applies     as=ivan name="Ivan Verdacht" email=ivan@example.org model="Honor 400" plan=xandocare value=399.00
{2} 18:40  customer claims      as=open of=tom what_happened=dropped damage_arose_at="{2} 18:00" discovered_at="{2} 18:00" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00 narrative="The laptop fell from the table when I stood up."
{1} 08:10  customer claims      as=high of=emma what_happened=bumped damage_arose_at="{1} 07:50" discovered_at="{1} 07:50" affects_function=yes holder=insured_person circumstances="" damaged_before=no recovered_elsewhere=0.00 case_and_shield_in_use=yes narrative="A bicycle fell on my bag with the laptop in it."
{1} 10:30  desk states          claim=high unforeseen_from_outside=yes repairable=no equivalent_price=1250.00 settle_by=money cause_found=as_stated repaired_elsewhere=no case_and_shield_shown=yes
            desk approves        claim=high
{1} 15:30  customer applies     as=mila name="Mila Kok" email=mila@example.org model="iPad mini" device=tablet plan=plus-protect value=649.00

### English: short and kind.


## Home

home-title = Your phone, tablet and laptop in good hands
home-headline = If it falls, we catch it.
home-lead = Insure your phone, tablet or laptop against accidents, defects and theft. Covered provisionally at once – and with every claim you see exactly why we pay or not.
home-apply = Apply
home-claim = Report a claim
home-plans = Three plans, one way of working
home-plans-lead = You choose what to insure. Your excess and the value of your device are on your policy schedule.
home-plans-be = Do you live in Belgium? These are our plans for Belgium.
home-why = What you may expect of us
home-why-now = Covered at once
home-why-now-text = As soon as your application arrives you are provisionally covered. Within 14 days you hear whether we accept.
home-why-clear = Every decision with its reason
home-why-clear-text = With every decision you read which clause of the conditions it rests on and how the amount was worked out.
home-why-world = Anywhere in the world
home-why-world-text = It does not matter where it happens. Repair or replacement is arranged in the Netherlands.

## Plans

plans-title = Choose your plan
plans-lead = Choose by the country where you live.
plans-nl = In the Netherlands
plans-nl-lead = Every plan covers accidents during and after the warranty. Choose Plus or Plus Protect to be insured against theft too.
plans-be = In Belgium
plans-be-lead = You choose: accidents, defects after the warranty, or both.
plan-from = from { $price }
plan-month = a month
plan-price-example = Example price. The premium depends on your device; insurance tax is included.
plan-price-later = You see the price once you fill in your device.
plan-choose = Choose { $plan }
plan-best = Most complete
covers-accident = Accident damage
covers-defect = Defect after the warranty
covers-theft = Theft after burglary or robbery
covers-case = Case and screen shield count as part of the device
plan-xandocare-text = For those who mostly fear a fall or a glass of water.
plan-plus-text = All of Xandocare, and insured against theft as well.
plan-plus-protect-text = All of Plus, for those who always use an approved case and shield. Drop and bump damage is covered only if both were in use.
plan-accident-text = For those who mostly fear a fall or a glass of water.
plan-defect-text = For those who want to keep a good device working after the warranty. Without an excess.
plan-complete-text = Accidents and defects in one plan.
plans-not = Not insured
plans-nl-not = Loss, pickpocketing, wear, and scratches that do not affect how the device works are covered by no plan. We do not insure smartwatches.
plans-be-not = Theft, loss, wear, and scratches that do not affect how the device works are covered by no plan.
plans-excess = The excess on your policy schedule applies to every claim, unless it says €0 there.

## How it works

how-title = How it works
how-lead = From application to repair: this is how it goes.
how-apply = You apply
how-apply-text = Fill in your device and your details and add the proof of purchase. You do not need an account.
how-provisional = You are provisionally covered
how-provisional-text = Confirm your e-mail address and provisional cover runs from the moment you applied, for at most 14 days.
how-accept = We decide
how-accept-text = If we accept, you receive your policy schedule. You then have 14 days to change your mind. If we do not accept, you get all premium back.
how-claim = Something happens
how-claim-text = Report it in My Harmony as soon as you can, within 14 days at the latest. After theft: report to the police, lock the device remotely and have the SIM blocked within 24 hours.
how-decide = You get a decision with its reason
how-decide-text = You see which rules apply and what we pay. Only a person can refuse a claim.
how-repair = Repair, replacement or money
how-repair-text = Our repairer mends the device. If that is not possible, you get an equivalent one or a payment of up to the purchase value.

## Questions

faq-title = Questions and answers
faq-lead = Is your question not here? Call or write to us.
faq-damage = Damage and repair
faq-theft = Theft
faq-policy = Your insurance
faq-claim-q = How do I report damage?
faq-claim-a = Sign in to My Harmony. You will see your insured devices; choose the device and select Report a claim. If you have no account, open one with your policy number, or call us.
faq-imei-q = Where do I find the IMEI number?
faq-find-q = How do I turn off Find My iPhone?
faq-find-a = This is needed for a repair. On the iPhone, open Settings, tap your name, then Find My, and turn the feature off with your Apple account password. Does the device no longer respond? Sign in at icloud.com and remove it from your account there.
faq-backup-q = Should I make a back-up?
faq-backup-a = Yes, do so before you send the device in. Data may disappear during a repair, and sometimes you receive another device. The repairer makes no back-up.
faq-loan-q = Do I get a device on loan?
faq-loan-a = No. There is no loan device during the repair.
faq-stolen-q = My device has been stolen. What now?
faq-stolen-1 = Have your provider block the SIM card at once.
faq-stolen-2 = Put the device in lost mode or lock it remotely.
faq-stolen-3 = Report it to the police within 24 hours of noticing the theft. Show them where the device is: tracking must be switched on.
faq-stolen-4 = Then report the theft in My Harmony and add the police report.
faq-stolen-note = Theft is insured if your policy schedule says so (Plus and Plus Protect).
faq-lost-apple-q = How do I lock an Apple device remotely?
faq-lost-apple-a = Sign in with your Apple account at icloud.com/find or open the Find My app on another device. Choose the device, then Lost or Lock, and follow the steps. With family sharing, your family’s devices are listed under their names.
faq-lost-google-q = How do I lock an Android device remotely?
faq-lost-google-a = Sign in with your Google account at google.com/android/find. Choose the device and lock or erase it. Does it have several users? Use the account of its main user.
faq-theft-claim-q = What do I need to report a theft?
faq-theft-claim-a = Your policy number and the IMEI or serial number. The policy number is on your policy schedule and in the description on your bank statement.
faq-excess-q = Is there an excess?
faq-excess-a = Yes, for every claim, unless you bought insurance without an excess. The amount is on your policy schedule.
faq-complaint-q = How do I make a complaint?
faq-complaint-a = Write to customercare@harmony.nl or to Postbus 21460, 3001 AL Rotterdam, and mention your policy number. You get an answer within 15 working days, usually much sooner.
faq-complaint-ladder = Still not satisfied? You can then turn to the insurer, next to Kifid or the Isle of Man ombudsman, and finally to the court.
faq-cancel-q = How do I cancel?
faq-cancel-a = In My Harmony, with the contact form or by phone: +31 10 206 86 86 (Netherlands) or +32 78 48 37 93 (Belgium). You see beforehand on which day your insurance ends.
warning-cancel-sites = Beware of cancellation services on the internet
warning-cancel-sites-text = Websites that offer to cancel for you have no connection with Harmony. Cancelling with us is free and takes a few minutes.

## Contact

contact-title = Contact
contact-lead = Keep your policy number at hand. We can then help you faster.
contact-service = Questions and cancelling
contact-claims = Claims and your file
contact-nl = From the Netherlands
contact-be = From Belgium
contact-write = Write to us
contact-email = E-mail
contact-post = Post
contact-theft = Has your device just been stolen?
contact-theft-text = First block your SIM card and go to the police. Read what to do within 24 hours.
contact-theft-link = What to do after theft
contact-recorded = We may record calls, to look up what was agreed and to train our people. We erase them after at most 180 days.

## Privacy

privacy-title = Your privacy
privacy-lead = We use your data to insure you, and keep them no longer than needed.
privacy-changed = Last changed on { $date }.
privacy-what = Which data we use
privacy-what-text = Name, date of birth and gender; address, e-mail and phone; customer and policy number; bank account and its holder; the IMEI or serial number of your device; and your sign-in details if you have an account.
privacy-why = What for
privacy-why-1 = To assess your application and run your insurance: collecting premium, handling claims, paying.
privacy-why-2 = To keep in touch and improve our service, also with short surveys.
privacy-why-3 = To prevent fraud and to obey the law.
privacy-why-4 = News about our products. You can always unsubscribe.
privacy-rights = Your rights
privacy-access = Access and rectification
privacy-access-text = Ask what we know about you. You receive an overview within 4 weeks. If something is wrong, we put it right.
privacy-erase = Erasure
privacy-erase-text = We erase your data once we no longer need them for your insurance or by law. Otherwise we explain why it is not possible yet.
privacy-object = Objection and restriction
privacy-object-text = Say no to advertising, or ask us not to use data for a while.
privacy-move = Portability
privacy-move-text = Take your data elsewhere, in a form that computers can read.
privacy-keep = How long we keep data
privacy-keep-text = As long as needed. Recorded calls at most 180 days, invoices 7 years.
privacy-share = Whom we share with
privacy-share-text = The insurer gets what is needed for your policy. After a claim the repairer gets your name, address and phone number, nothing more. A shop sees something only if you allow it.
privacy-cookies = Cookies
privacy-cookies-text = This site uses only cookies it needs: for your language, your sign-in and the safety of forms.
privacy-ask = Questions or a complaint about privacy
privacy-ask-text = Write to the privacy manager: privacy@harmony.nl, or Postbus 21460, 3001 AL Rotterdam. If we cannot solve it together, you can turn to the Dutch Data Protection Authority, P.O. Box 93374, 2509 AJ The Hague; in Belgium also to the Belgian authority.

## Conditions

conditions-title = Conditions and product information
conditions-lead = The version named on your policy schedule applies to your insurance.
conditions-none = There are no documents here yet
conditions-none-text = Ask us for them and we will send them to you.
wording-version = Version { $version }. The version named on your policy schedule applies to your insurance.
wording-grant = What is covered
wording-condition = What must be met
wording-exclusion = What is not covered
wording-not-paid = What is not paid
wording-obligation = What we ask of you
wording-note = This is a summary by article. Feel free to ask us for the full conditions.

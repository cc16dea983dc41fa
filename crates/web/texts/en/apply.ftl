### English: short and kind.


## The application form

apply-title = Apply for insurance
apply-lead = Keep your device and your receipt at hand. It takes about five minutes, and you do not need an account.
apply-part-plan = 1. Your plan
apply-part-device = 2. Your device
apply-part-purchase = 3. The purchase
apply-part-you = 4. About you
apply-part-you-text = You become the policyholder and must be 18 or older. Is it your child’s device? Then apply as the parent or guardian.
apply-part-reach = 5. How we reach you
apply-part-pay = 6. Paying
apply-part-pay-text = We collect the premium by direct debit. We always tell you the day and the amount beforehand.
apply-part-agree = 7. Agreement
apply-plan = Which plan do you choose?
apply-device = What kind of device is it?
apply-device-phone = Phone
apply-device-tablet = Tablet
apply-device-laptop = Laptop
apply-brand = Brand
apply-model = Model
apply-model-hint = For example iPhone 15, 128 GB
apply-imei = IMEI number
apply-imei-hint = 15 digits, for a phone or a tablet with a SIM card.
apply-serial = Serial number
apply-serial-hint = For a laptop, or a tablet without a SIM card.
apply-bought = Date of purchase
apply-price = Purchase value
apply-price-hint = The price on the proof of purchase.
apply-warranty = Manufacturer’s warranty in months
apply-warranty-hint = Only if it is longer than 24 months.
apply-proof = Proof of purchase
apply-proof-hint = A receipt or invoice that shows the shop, the date, the device and the price.
apply-first-name = First name
apply-last-name = Last name
apply-born = Date of birth
apply-user = Who uses the device?
apply-user-me = I do
apply-user-family = Somebody in my family, for example my child
apply-user-staff = Somebody who works for my company
apply-family-text = You remain the policyholder; your family member is the insured person.
apply-user-name = Name of the family member
apply-user-born = Date of birth of the family member
apply-email = E-mail address
apply-email-hint = We send a link here to confirm your application.
apply-phone = Phone number
apply-postcode = Postcode
apply-house-number = House number and addition
apply-street = Street
apply-town = Town
apply-iban = Account number (IBAN)
apply-holder = Name of the account holder
apply-mandate = I give Harmony a mandate to collect the premium from this account.
apply-mandate-hint = If you disagree with a collection, you can have your bank return it within 8 weeks.
apply-email-consent = Send me the policy and letters by e-mail.
apply-email-consent-hint = Otherwise everything comes by post. You can change this at any time.
apply-conditions = I have read the policy conditions and the product information document and agree to them.
apply-truth = I have answered truthfully. The device is undamaged and works well.
apply-privacy = How we handle your data is explained here:
apply-next = After sending you receive an e-mail. Confirm your application with it; you are then provisionally covered from the moment you applied.
apply-send = Send application
apply-underage = The policyholder must be 18 or older. Please let a parent or guardian apply.
apply-one-number = Fill in the IMEI number or the serial number.
apply-must-agree = Without this agreement we cannot insure you.

## After sending

applied-title = One more step: check your mail
applied-text = We have sent an e-mail to { $email }. Open the link in it to confirm your application.
applied-not-yet = You are not covered yet
applied-not-yet-text = Once you confirm, provisional cover applies from the moment you sent the application. The link works for 24 hours.
applied-nothing = Nothing received? Look in your spam folder or contact us.
confirm-title = Confirm your application
confirm-text = Is this right? One click completes your application.
confirm-button = Yes, I confirm my application
confirm-not-me = Did you not apply for this? Then do nothing. Nothing will happen and we will erase the data.
confirmed-title = We have your application
confirmed-covered = { $device } is now provisionally covered.
confirmed-check = Before provisional cover can begin, one of our people checks something. You will hear from us as soon as possible.
confirmed-number = Your application number
confirmed-from = Provisionally covered from
confirmed-until = Until at the latest
confirmed-next = What happens now
confirmed-next-1 = We look at your application. Sometimes we ask one more thing.
confirmed-next-2 = Within 14 days you receive your policy schedule, or word that we do not accept. In that case you get all premium back.
confirmed-next-3 = Does something happen to your device meanwhile? Tell us at once.

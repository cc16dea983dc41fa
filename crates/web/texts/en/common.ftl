### English: short and kind.


## Frame

brand = My Harmony
skip-to-content = Skip to content
language-switch = Language
nav-main = Main menu
nav-menu = Menu
nav-plans = Plans
nav-how = How it works
nav-faq = Questions
nav-contact = Contact
nav-privacy = Privacy
nav-conditions = Policy conditions
nav-apply = Apply for insurance
nav-sign-in = Sign in
nav-sign-out = Sign out
nav-overview = Overview
nav-claims = Claims
foot-insurance = Insurance
foot-help = Help
foot-about = About us
foot-complaint = A complaint
foot-legal = Harmony Service Center B.V. administers this insurance for the insurer. Postbus 21460, 3001 AL Rotterdam. Licence of Harmony Financial Services B.V.: AFM 12004420. Kifid 300.001913.

## Forms

form-optional = (optional)
form-faults = { $n ->
        [one] One thing needs your attention
       *[other] { $n } things need your attention
    }
form-required = Please fill this in.
form-choose = Please choose an answer.
form-date-wrong = This date does not exist. Write it as 21-11-2026.
form-date-future = This date is in the future.
form-email-wrong = This is not an e-mail address. For example: name@example.com
form-phone-wrong = This phone number is not right. For example: +31 6 12345678
form-iban-wrong = This account number is not right. Please check the letters and digits.
form-imei-wrong = This IMEI number is not right. It has 15 digits.
form-serial-wrong = This serial number is not right. Please check the letters and digits.
form-postcode-wrong = This postcode is not right. For example: 3011 AB
form-money-wrong = This amount is not right. Write it as 749.00.
form-file-limits = Photo (JPG, PNG, WebP) or PDF, up to { $mb } MB per file.
form-file-too-large = This file is larger than { $mb } MB. Choose a smaller file or take a new photo.
form-file-kind = We cannot read this file. Please send a photo or a PDF.
form-file-missing = Please add a photo or a PDF.

## Answers

yes = Yes
no = No
unknown = I don’t know

## Words that stand alone

all = All
back = Back
send = Send
print = Print
search = Search
page-back = Previous
page-on = Next

## Cover

cover-on = Covered
cover-provisional = Provisionally covered
cover-off = Not covered
cover-ended = Ended
cover-ends = Ends
cover-none-now = Not covered now
cover-today = today
cover-picture = Timeline of the cover. Today: { $now }.
cover-from = From { $from }
cover-from-to = { $from } until { $to }

## Plans

plan-xandocare = Xandocare
plan-plus = Xandocare Plus
plan-plus-protect = Xandocare Plus Protect
plan-accident = Accident
plan-defect = Defect
plan-complete = Complete

## Devices

device-phone = Phone
device-tablet = Tablet
device-laptop = Laptop
device-smartwatch = Smartwatch
device-other = Other device

## Help with the IMEI (FAQ-02)

imei-where = Where do I find the IMEI number?
imei-dial = Dial *#06# on the device, as if you were making a call. The number appears on the screen.
imei-back = Look on the back of the device or on the SIM tray.
imei-papers = It is also on your receipt, in your phone contract, on the SIM card packaging and on your policy schedule.

## Messages after something was done

done-signed-out = You have signed out.
done-saved = Saved.
done-sent = Sent. Thank you.
done-decided = Your decision has been recorded.
done-already = This was already done. Nothing happened twice.
form-too-long = This is too long: at most 200 characters.
cover-checking = Being checked
cover-rejected = Not accepted
done-cancelled = We have your cancellation. You will hear from us about it.
form-time-wrong = This time is not right. Write it as 14:05.
done-reported = We have your report. Here you see what happens now.
done-reported-before = You had reported this already. Here is that report.
done-report-discarded = The report you had begun is thrown away.


done-accepted-device = You accepted the device. Thank you.

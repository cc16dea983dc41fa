### English: short and kind.


## One page for each way in which a page cannot be given

error-again = Try again
error-back = Back to the form
error-home = To the home page
error-reference = Reference of this message:
error-not-found = This page does not exist
error-not-found-text = The address may have been mistyped, or the page has moved.
error-not-found-next = The home page will lead you back.
error-not-allowed = This page is not meant for you
error-not-allowed-text = To protect everybody’s data, people only see what belongs to them.
error-not-allowed-next = Do you think this is wrong? Please contact us.
error-stale-form = This form was open for too long
error-stale-form-text = For your safety we did not process it. Nothing has happened.
error-stale-form-next = Open the form again and send it once more.
error-malformed = We could not read this
error-malformed-text = What we received was incomplete or damaged. Nothing has happened.
error-malformed-next = Send the form once more. If it fails again, feel free to call us.
error-too-large = Your files are too large together
error-too-large-text = A form may not be larger than { $mb } MB in total. Nothing was sent.
error-too-large-next = Send fewer photos at once, or make them smaller. You can add more later.
error-too-many = Please wait a moment
error-too-many-text = There were too many tries in a row. You can try again in { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }.
error-too-many-next = This is how we protect your data from people who guess passwords.
error-conflict = Somebody else decided first
error-conflict-text = Something changed while this page was open. Your decision was therefore not recorded.
error-conflict-next = Look at the page again and then decide whether anything is left to do.
error-unavailable = We will be right back
error-unavailable-text = We cannot reach our data just now. Nothing is lost: what you had already sent is kept.
error-unavailable-next = Please try again in half a minute. Is it urgent? Then call us.
error-fault = Something went wrong on our side
error-fault-text = It was not your doing. We have noticed the fault and will repair it.
error-fault-next = Please try again later. If you call us, give the reference below.
error-refused = This cannot be done
error-refused-next = Nothing has happened.

# The JSON API.
api-key = A key is needed
api-key-text = Send a key that works, as “Authorization: Bearer KEY”. Your administrator makes one with “harmony user key”.
api-not-found = There is nothing here
api-not-found-text = Look at /api/openapi.json for what there is.
api-media = This kind of content is not read
api-media-text = Send the case as application/json or application/toml.
api-facts = The case cannot be decided
api-facts-text = Nothing was decided. Put right what is listed, and send it again.
api-moment = { $name } is no moment
api-moment-text = Write it as 2026-03-01T14:05 or 2026-03-01T13:05:00Z.
api-letters = The list cannot be read
api-letters-text = Send a list “news”, each line with “reference”, “what”, “day” and “detail”, at most 5,000 lines. Nothing was recorded.
api-report = The report cannot be read
api-report-text = Send “id” (8 to 64 letters and figures), “event” with its facts, and if need be “items” and “narrative”. Nothing was kept.
api-report-not-kept = Nothing was kept. Put right what is named and send it again with the same “id”.

### The books: short and exact.

## Month close

proposal-close-month = Close a month of the books
refusal-month-not-next = { $month } cannot be closed yet. Close { $next } first: months close in order.
refusal-month-not-ready = { $month } cannot be closed yet: something on the checklist is not in order. Put it right and propose it again.
refusal-partner-unknown = No partner with the code { $partner } may bring policyholders now. Leave the code out, or ask the partner for a new link.
refusal-export-too-long = This cannot be written as one sheet. Choose a shorter period, or CSV.

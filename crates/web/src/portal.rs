//! Pages of the customer.

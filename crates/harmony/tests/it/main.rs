//! The binary as its users meet it: what it says and with which status it ends, also when the world is against it.

mod calls;
mod disk;
mod killed;
mod opening;
mod postgres_lost;
mod support;
mod uploads;

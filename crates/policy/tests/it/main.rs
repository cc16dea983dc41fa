//! The life of a contract, told in tables and small histories.

mod history;

mod application;
mod beginning;
mod campaign;
mod campaign_life;
mod changing;
mod charging;
mod correcting;
mod correcting_beginning;
mod cover;
mod ending;
mod golden;
mod mandates;
mod money;
mod notices;
mod partner;
mod planning;
mod properties;
mod refusals;
mod reminding;
mod setting_off;
mod whole_life;

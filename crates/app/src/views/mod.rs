//! What pages show: plain data read in one transaction, without words and without mark-up.

pub mod desk;
pub mod portal;

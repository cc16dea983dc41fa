//! What holds for every page and every request.

mod contrast;
mod desk;
mod gate;
mod journey;
mod pages;
mod refusals;
mod routes;
mod words;

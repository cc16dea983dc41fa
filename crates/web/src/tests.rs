//! What holds for every page and every request.

mod contrast;
mod gate;
mod pages;
mod words;

/// Why a letter could not be printed. These are faults of the program's own template; the text never quotes the letter.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum RenderError {
    /// The template does not compile with these facts.
    #[error("the letter template failed at {at}")]
    Template {
        /// File and place in the template, as `letter.typ:1234`.
        at: String,
    },
    /// The laid out pages could not be written as PDF.
    #[error("the letter could not be written as PDF")]
    Export,
    /// The letter is longer than any letter we send ([`MAX_PAGES`](crate::letter::MAX_PAGES)).
    #[error("the letter has {pages} pages, more than {most}")]
    TooLong {
        /// Pages it would have.
        pages: usize,
        /// The limit.
        most: usize,
    },
}

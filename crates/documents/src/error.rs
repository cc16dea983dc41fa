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
    /// There is more text than any letter of ours has.
    #[error("the letter has {bytes} bytes of text, more than {most}")]
    TooMuch {
        /// Bytes it has, with what holds them together.
        bytes: usize,
        /// The limit.
        most: usize,
    },
    /// It would be more pages than any letter we send.
    #[error("the letter has {pages} pages, more than {most}")]
    TooLong {
        /// Pages it would have.
        pages: usize,
        /// The limit.
        most: usize,
    },
}

//! Prints a sample of every document in every language into a folder, to look at: `cargo run -p documents --example
//! letters -- FOLDER [KIND]`.

#[expect(unreachable_pub, clippy::unwrap_used, reason = "the tests share this file")]
#[path = "../tests/it/samples.rs"]
mod samples;

use std::path::PathBuf;

use kernel::Language;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("which folder?")?);
    let only = arguments.next();
    std::fs::create_dir_all(&folder)?;
    for kind in samples::KINDS.into_iter().filter(|kind| only.as_ref().is_none_or(|only| only == kind)) {
        for &language in Language::ALL {
            let (document, house) = samples::sample(kind, language);
            let rendered = documents::render(&document, language, &house)?;
            let name = format!("{kind}.{}", language.code());
            std::fs::write(folder.join(format!("{name}.txt")), &rendered.mail_text)?;
            std::fs::write(folder.join(format!("{name}.html")), &rendered.mail_html)?;
            if let Some(pdf) = rendered.pdf {
                println!("{name}: {} pages, {} bytes, {}", pdf.pages, pdf.bytes.len(), pdf.file_name);
                std::fs::write(folder.join(format!("{name}.pdf")), pdf.bytes)?;
            }
        }
    }
    Ok(())
}

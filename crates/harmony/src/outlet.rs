//! Where mails, letters and bank files go: an SMTP server or the data folder.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use app::{delivery::Outlet, open::Installation};
use documents::Rendered;
use kernel::EmailAddress;
use lettre::{
    Message, SmtpTransport, Transport,
    message::{Attachment, Mailbox, MultiPart, SinglePart, header::ContentType},
};

/// Delivers into the data folder, and mail over SMTP where a server is configured.
pub(crate) struct Folders {
    mail: PathBuf,
    print: PathBuf,
    bank: PathBuf,
    from: Mailbox,
    smtp: Option<SmtpTransport>,
}

impl Folders {
    /// The folders of an installation; `smtp` as in `smtp://user:password@host:587`, `smtps://…`.
    ///
    /// # Errors
    /// When the URL cannot be read.
    pub(crate) fn new(installation: &Installation, from: &str, smtp: Option<&str>) -> Result<Self, String> {
        let from = from.parse().map_err(|_| "the sender's address is not an e-mail address".to_owned())?;
        let smtp = match smtp {
            None => None,
            Some(url) => {
                Some(SmtpTransport::from_url(url).map_err(|e| format!("the SMTP URL: {e}"))?.build())
            }
        };
        Ok(Self {
            mail: installation.mail_folder(),
            print: installation.print_folder(),
            bank: installation.bank_folder(),
            from,
            smtp,
        })
    }

    fn message(&self, key: &str, to: &EmailAddress, mail: &Rendered) -> Result<Message, String> {
        let to: Mailbox =
            to.as_str().parse().map_err(|_| "the address is not one a mail can go to".to_owned())?;
        let body = MultiPart::alternative_plain_html(mail.mail_text.clone(), mail.mail_html.clone());
        let whole = match &mail.pdf {
            None => body,
            Some(pdf) => {
                let kind =
                    ContentType::parse("application/pdf").map_err(|_| "the type of the letter".to_owned())?;
                let letter: SinglePart = Attachment::new(pdf.file_name.clone()).body(pdf.bytes.clone(), kind);
                MultiPart::mixed().multipart(body).singlepart(letter)
            }
        };
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(mail.subject.clone())
            // The same key is the same mail: a server that sees it twice can tell.
            .message_id(Some(format!("<{}@harmony>", file_name(key))))
            .multipart(whole)
            .map_err(|_| "the mail could not be put together".to_owned())
    }
}

impl Outlet for Folders {
    fn mail(&self, key: &str, to: &EmailAddress, mail: &Rendered) -> Result<(), String> {
        let message = self.message(key, to, mail)?;
        match &self.smtp {
            Some(smtp) => smtp.send(&message).map(|_| ()).map_err(|e| {
                let kind = if e.is_permanent() { "for good" } else { "for now" };
                format!("the mail server refused it {kind}")
            }),
            None => write(&self.mail, &format!("{}.eml", file_name(key)), &message.formatted()),
        }
    }

    fn print(&self, key: &str, registered: bool, letter: &Rendered) -> Result<(), String> {
        let pdf = letter.pdf.as_ref().ok_or("a mere mail cannot be printed")?;
        let folder = if registered { self.print.join("registered") } else { self.print.clone() };
        write(&folder, &format!("{}.pdf", file_name(key)), &pdf.bytes)
    }

    fn bank_file(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        write(&self.bank, name, bytes)
    }
}

/// A key as a file name: letters, digits and dashes.
fn file_name(key: &str) -> String {
    key.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect()
}

/// Writes a file whole or not at all; the same name again replaces it.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    let fail = |error: std::io::Error| format!("{} cannot be written ({})", folder.display(), error.kind());
    fs::create_dir_all(folder).map_err(fail)?;
    let place = folder.join(name);
    let beside = folder.join(format!(".{name}.part"));
    let mut file = fs::File::create(&beside).map_err(fail)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(fail)?;
    fs::rename(&beside, &place).map_err(fail)
}

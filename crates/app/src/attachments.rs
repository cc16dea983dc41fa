//! Uploads: photos and papers, checked by their content, cleaned, sealed, and kept by the transaction that refers to them.
//!
//! Pictures are drawn anew, which leaves behind where and with what they were taken, and whatever else a file can hide. A
//! PDF is kept as it came and only ever served as a download. What no commit refers to is swept (see [`store::objects`]).

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use image::{
    DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};
use kernel::{Id, Instant, Refusal, Rule};
use serde::{Deserialize, Serialize};
use store::{
    Tx,
    objects::{Attachment, Object, Objects},
};

use crate::{App, AppError, Refused, apply::Attached, open::ATTACHMENT_BYTES_MAX, sealed::Purpose};

/// The most pixels of a picture: what a good phone takes, and little enough to open.
pub const PIXELS_MAX: u64 = 50_000_000;
/// The longest side of a picture as it is kept.
pub const SIDE_KEPT: u32 = 4_096;
/// The most bytes after the end of a PDF: more is another file in disguise.
const PDF_TAIL_BYTES: usize = 1_024;
/// Quality of pictures as they are kept, of 100.
const JPEG_QUALITY: u8 = 88;
/// The most characters kept of a file's declared name.
const NAME_CHARS: usize = 120;

/// Why an upload is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadRefusal {
    /// There is nothing in it.
    Empty,
    /// More bytes than allowed.
    TooLarge,
    /// Neither JPEG, PNG, WebP nor PDF.
    WrongType,
    /// A picture as Apple devices keep them (HEIC), which must be sent as JPEG.
    Heic,
    /// A picture with more pixels than allowed.
    TooManyPixels,
    /// It begins like a picture or PDF and cannot be read as one.
    Damaged,
}

impl Refusal for UploadRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "upload-empty",
            Self::TooLarge => "upload-too-large",
            Self::WrongType => "upload-wrong-type",
            Self::Heic => "upload-heic",
            Self::TooManyPixels => "upload-too-many-pixels",
            Self::Damaged => "upload-damaged",
        }
    }

    fn rule(&self) -> Option<Rule> {
        Some(Rule("PORTAL-08"))
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge => vec![("megabytes", (ATTACHMENT_BYTES_MAX >> 20).to_string())],
            Self::TooManyPixels => vec![("megapixels", (PIXELS_MAX / 1_000_000).to_string())],
            _ => Vec::new(),
        }
    }
}

/// An upload that was checked, cleaned and sealed. Personal: the name is what the sender called it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Where it is and what it is.
    pub attached: Attached,
    /// The name its sender gave it, without folders and control characters.
    pub name: String,
    subject: Id,
    purpose: String,
    key: Id,
}

impl std::fmt::Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Upload({:?})", self.attached)
    }
}

/// Checks, cleans and seals an upload for a subject and purpose. Done before the transaction that [`keep`]s it, on a thread
/// that may take its time. The same file for the same subject and purpose has the same name.
///
/// # Errors
/// [`AppError::Refused`] with an [`UploadRefusal`]; [`AppError::Store`] when it cannot be written.
pub fn store(
    app: &App,
    now: Instant,
    (subject, purpose): (Id, Purpose),
    bytes: &[u8],
    declared_name: &str,
) -> Result<Upload, AppError> {
    let clean = clean(bytes).map_err(|refusal| AppError::Refused(Refused::from(&refusal)))?;
    let object = app.objects.put(&app.vault, now, subject, purpose.name(), &clean.bytes)?;
    Ok(Upload {
        attached: Attached {
            hash: object.hash,
            media_type: clean.media_type.to_owned(),
            size_bytes: object.size_bytes,
        },
        name: file_name(declared_name),
        subject,
        purpose: object.purpose,
        key: object.key_id,
    })
}

/// Keeps uploads, in the transaction that refers to them.
///
/// # Errors
/// [`AppError::Store`].
pub fn keep<'a>(
    tx: &mut Tx<'_>,
    now: Instant,
    uploads: impl IntoIterator<Item = &'a Upload>,
) -> Result<(), AppError> {
    let object = |upload: &Upload| Object {
        hash: upload.attached.hash.clone(),
        subject: upload.subject,
        purpose: upload.purpose.clone(),
        key_id: upload.key,
        size_bytes: upload.attached.size_bytes,
    };
    let objects: Vec<Object> = uploads.into_iter().map(object).collect();
    if !objects.is_empty() {
        Objects::keep(tx, now, &objects)?;
    }
    Ok(())
}

/// An attachment to be served.
#[derive(Clone, PartialEq, Eq)]
pub struct Served {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its type, by content.
    pub media_type: &'static str,
    /// Whether it may be shown in a page; otherwise it is only ever downloaded.
    pub is_shown: bool,
}

impl std::fmt::Debug for Served {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Served({}, {} bytes)", self.media_type, self.bytes.len())
    }
}

/// Reads an attachment; none when it was forgotten. Whether somebody may see it is for the caller to know.
///
/// # Errors
/// [`AppError::Store`] when there is none of this name, or it was altered.
pub fn open(app: &App, hash: &str) -> Result<Option<Served>, AppError> {
    Ok(match app.objects.get(&app.vault, hash)? {
        Attachment::Forgotten => None,
        Attachment::Bytes(bytes) => {
            let media_type = kind(&bytes).map_or("application/octet-stream", Kind::media_type);
            Some(Served { is_shown: media_type.starts_with("image/"), media_type, bytes })
        }
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Jpeg,
    Png,
    WebP,
    Pdf,
}

impl Kind {
    const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }
}

/// The kind by the first bytes; the declared type and name say nothing.
fn kind(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Some(Kind::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Png)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(Kind::WebP)
    } else if bytes.starts_with(b"%PDF-") {
        Some(Kind::Pdf)
    } else {
        None
    }
}

/// What is kept of an upload.
struct Clean {
    bytes: Vec<u8>,
    media_type: &'static str,
}

fn clean(bytes: &[u8]) -> Result<Clean, UploadRefusal> {
    if bytes.is_empty() {
        return Err(UploadRefusal::Empty);
    }
    if bytes.len() as u64 > ATTACHMENT_BYTES_MAX {
        return Err(UploadRefusal::TooLarge);
    }
    match kind(bytes) {
        Some(Kind::Pdf) => pdf(bytes),
        Some(Kind::Jpeg) => picture(bytes, ImageFormat::Jpeg),
        Some(Kind::Png) => picture(bytes, ImageFormat::Png),
        Some(Kind::WebP) => picture(bytes, ImageFormat::WebP),
        None if is_heic(bytes) => Err(UploadRefusal::Heic),
        None => Err(UploadRefusal::WrongType),
    }
}

fn is_heic(bytes: &[u8]) -> bool {
    let brands: [&[u8; 4]; 6] = [b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heif"];
    bytes.get(4..8) == Some(b"ftyp") && brands.iter().any(|brand| bytes.get(8..12) == Some(brand.as_slice()))
}

/// A PDF ends with its mark; much after it, or an archive's directory, is another file in disguise.
fn pdf(bytes: &[u8]) -> Result<Clean, UploadRefusal> {
    const END: &[u8] = b"%%EOF";
    let end = bytes.windows(END.len()).rposition(|part| part == END).ok_or(UploadRefusal::Damaged)?;
    let tail = &bytes[end + END.len()..];
    let is_archive = tail.windows(4).any(|part| part == b"PK\x05\x06");
    if tail.len() > PDF_TAIL_BYTES || is_archive {
        return Err(UploadRefusal::Damaged);
    }
    Ok(Clean { bytes: bytes.to_vec(), media_type: Kind::Pdf.media_type() })
}

/// Draws a picture anew, upright and without anything but its pixels.
fn picture(bytes: &[u8], format: ImageFormat) -> Result<Clean, UploadRefusal> {
    let reader = || ImageReader::with_format(Cursor::new(bytes), format);
    let damaged = |_| UploadRefusal::Damaged;
    let (width, height) = reader().into_dimensions().map_err(damaged)?;
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(UploadRefusal::TooManyPixels);
    }
    // One at a time: a picture of the most pixels takes some 300 MB while it is drawn.
    static DRAWING: Mutex<()> = Mutex::new(());
    let _one = DRAWING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut decoder = reader().into_decoder().map_err(damaged)?;
    let orientation = decoder.orientation().map_err(damaged)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    if width.max(height) > SIDE_KEPT {
        picture = picture.resize(SIDE_KEPT, SIDE_KEPT, FilterType::Triangle);
    }
    picture.apply_orientation(orientation);
    let mut out = Vec::new();
    // Drawings and screens stay sharp; everything else becomes a photo.
    let media_type = if format == ImageFormat::Png || picture.color().has_alpha() {
        let drawn = DynamicImage::ImageRgba8(picture.to_rgba8());
        drawn.write_to(&mut Cursor::new(&mut out), ImageFormat::Png).map_err(damaged)?;
        Kind::Png.media_type()
    } else {
        let drawn = DynamicImage::ImageRgb8(picture.to_rgb8());
        drawn.write_with_encoder(JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY)).map_err(damaged)?;
        Kind::Jpeg.media_type()
    };
    if out.len() as u64 > ATTACHMENT_BYTES_MAX {
        return Err(UploadRefusal::TooLarge);
    }
    Ok(Clean { bytes: out, media_type })
}

fn file_name(declared: &str) -> String {
    let last = declared.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect::<String>().trim().to_owned()
}

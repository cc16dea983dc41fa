//! The letter as a mail: plain text, and HTML that says the same.

use crate::letter::{Block, Fact, Letter, Tone};

/// The mail as text.
pub(crate) fn text(letter: &Letter) -> String {
    let mut out = String::new();
    paragraph(&mut out, &letter.salutation);
    text_blocks(&mut out, &letter.blocks);
    paragraph(&mut out, &letter.closing.join("\n"));
    paragraph(&mut out, &format!("-- \n{}", foot(letter)));
    finish(out)
}

/// The whole letter as text, paper included.
pub(crate) fn plain(letter: &Letter) -> String {
    let mut out = String::new();
    paragraph(&mut out, &format!("[{}]", letter.subject));
    if let Some(note) = &letter.postal_note {
        paragraph(&mut out, note);
    }
    paragraph(&mut out, &letter.window.join("\n"));
    text_facts(&mut out, &letter.references);
    text_block(&mut out, &Block::Heading { text: letter.title.clone() });
    paragraph(&mut out, &letter.salutation);
    text_blocks(&mut out, &letter.blocks);
    paragraph(&mut out, &letter.closing.join("\n"));
    if let Some(sheet) = &letter.sheet {
        paragraph(&mut out, &format!("=== {}\n{}", sheet.title, sheet.lead));
        text_blocks(&mut out, &sheet.blocks);
    }
    paragraph(&mut out, &format!("-- \n{}", foot(letter)));
    finish(out)
}

fn foot(letter: &Letter) -> String {
    letter.foot.iter().filter(|line| !line.is_empty()).cloned().collect::<Vec<_>>().join("\n")
}

fn finish(out: String) -> String {
    format!("{}\n", out.trim_end())
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str(text);
        out.push_str("\n\n");
    }
}

fn text_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        text_block(out, block);
    }
}

fn text_block(out: &mut String, block: &Block) {
    match block {
        Block::Text { text } | Block::Small { text } => paragraph(out, text),
        Block::Heading { text } => {
            let line = "-".repeat(text.chars().count().min(72));
            paragraph(out, &format!("{text}\n{line}"));
        }
        Block::Callout { title, text, .. } => {
            let text = text.lines().map(|line| format!("| {line}")).collect::<Vec<_>>().join("\n");
            paragraph(out, &format!("| {title}\n{text}"));
        }
        Block::Facts { facts } => text_facts(out, facts),
        Block::Terms { terms } => {
            for term in terms {
                paragraph(out, &format!("{}:\n{}", term.label, term.value));
            }
        }
        Block::Bullets { items } => {
            paragraph(out, &items.iter().map(|item| format!("* {item}")).collect::<Vec<_>>().join("\n"));
        }
        Block::Steps { items } => {
            let numbered = items.iter().enumerate().map(|(index, item)| format!("{}. {item}", index + 1));
            paragraph(out, &numbered.collect::<Vec<_>>().join("\n"));
        }
        Block::Sum { lines, total } => {
            let lines =
                lines.iter().map(|line| format!("{}: {}\n", line.label, line.value)).collect::<String>();
            paragraph(out, &format!("{lines}= {}: {}", total.label, total.value));
        }
        Block::Checks { checks } => {
            let lines = checks.iter().map(|check| {
                let sign = if check.yes { '+' } else { '-' };
                format!("{sign} {}: {}. {}", check.label, check.said, check.detail)
            });
            paragraph(out, &lines.collect::<Vec<_>>().join("\n"));
        }
        Block::Table { columns, rows } => {
            for row in rows {
                let cells = columns.iter().zip(row).filter(|(_, cell)| !cell.text.is_empty()).map(
                    |(column, cell)| {
                        let under = cell.under.iter().map(|line| format!(", {line}")).collect::<String>();
                        format!("{}: {}{under}", column.title, cell.text)
                    },
                );
                paragraph(out, &cells.collect::<Vec<_>>().join("\n"));
            }
        }
        Block::Reasons { reasons } => {
            for reason in reasons {
                paragraph(out, &format!("* {}\n  ({})", reason.text, reason.source));
            }
        }
        Block::Code { .. } => {}
        Block::Link { label, url } => paragraph(out, &format!("{label}:\n{url}")),
        Block::Pair { left, right } => {
            text_blocks(out, left);
            text_blocks(out, right);
        }
    }
}

fn text_facts(out: &mut String, facts: &[Fact]) {
    paragraph(
        out,
        &facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect::<Vec<_>>().join("\n"),
    );
}

const INK: &str = "#1d2b36";
const QUIET: &str = "#5b6b78";
const LINE: &str = "#dfe5ea";
const BRAND: &str = "#0f5c5c";

/// The mail as HTML: tables for layout as mail programs want them, styles inline, nothing fetched.
pub(crate) fn html(letter: &Letter) -> String {
    let mut body = String::new();
    tag(&mut body, "h1", "margin:0 0 20px;font-size:22px;line-height:1.3;font-weight:700", &letter.title);
    html_text(&mut body, &letter.salutation);
    html_blocks(&mut body, &letter.blocks);
    let closing: Vec<String> = letter.closing.iter().map(|line| escaped(line)).collect();
    body.push_str(&format!("<p style=\"margin:28px 0 0\">{}</p>", closing.join("<br>")));
    let foot: Vec<String> =
        letter.foot.iter().filter(|line| !line.is_empty()).map(|line| escaped(line)).collect();
    let (language, subject, brand, foot) =
        (letter.language, escaped(&letter.subject), escaped(&letter.brand), foot.join("<br>"));
    format!(
        "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{subject}</title></head>\
         <body style=\"margin:0;padding:0;background:#f3f6f7;color:{INK};font-family:'Source Sans Pro',\
         -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5\">\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td align=\"center\" \
         style=\"padding:24px 12px\"><table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" \
         style=\"max-width:600px\"><tr><td style=\"padding:0 8px 16px;color:{BRAND};font-size:20px;font-weight:700\">\
         {brand}</td></tr><tr><td style=\"background:#ffffff;border-radius:12px;padding:32px 28px;\
         overflow-wrap:anywhere\">{body}</td></tr><tr><td style=\"padding:16px 8px;color:{QUIET};font-size:13px\">\
         {foot}</td></tr></table></td></tr></table></body></html>\n"
    )
}

fn html_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        html_block(out, block);
    }
}

fn html_block(out: &mut String, block: &Block) {
    match block {
        Block::Text { text } => html_text(out, text),
        Block::Small { text } => tag(out, "p", &format!("margin:0 0 16px;font-size:14px;color:{QUIET}"), text),
        Block::Heading { text } => tag(out, "h2", "margin:28px 0 8px;font-size:17px;font-weight:700", text),
        Block::Callout { tone, title, text } => {
            let (back, edge) = match tone {
                Tone::Good => ("#e9f5ef", "#1e7a4c"),
                Tone::Plain => ("#eef3f6", "#4a6b80"),
                Tone::Warn => ("#fdf3e1", "#b36b00"),
            };
            out.push_str(&format!(
                "<div style=\"margin:20px 0;padding:14px 18px;background:{back};border-left:4px solid {edge};\
                 border-radius:6px\"><strong>{}</strong><br>{}</div>",
                escaped(title),
                escaped(text)
            ));
        }
        Block::Facts { facts } => {
            out.push_str("<table cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px;width:100%\">");
            for fact in facts {
                out.push_str(&format!(
                    "<tr><th align=\"left\" valign=\"top\" style=\"padding:5px 16px 5px 0;font-weight:400;\
                     color:{QUIET};width:38%\">{}</th><td valign=\"top\" style=\"padding:5px 0\">{}</td></tr>",
                    escaped(&fact.label),
                    escaped(&fact.value)
                ));
            }
            out.push_str("</table>");
        }
        Block::Terms { terms } => {
            for term in terms {
                let (label, value) = (escaped(&term.label), escaped(&term.value));
                out.push_str(&format!("<p style=\"margin:0 0 16px\"><strong>{label}</strong><br>{value}</p>"));
            }
        }
        Block::Bullets { items } => html_list(out, "ul", items),
        Block::Steps { items } => html_list(out, "ol", items),
        Block::Sum { lines, total } => {
            out.push_str("<table cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px;width:100%\">");
            for line in lines {
                out.push_str(&sum_row(line, "padding:5px 0"));
            }
            out.push_str(&sum_row(total, &format!("padding:8px 0;font-weight:700;border-top:1px solid {INK}")));
            out.push_str("</table>");
        }
        Block::Checks { checks } => {
            let items: Vec<String> =
                checks.iter().map(|check| format!("{}: {}. {}", check.label, check.said, check.detail)).collect();
            html_list(out, "ul", &items);
        }
        Block::Table { columns, rows } => {
            out.push_str("<table cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px;width:100%\"><tr>");
            for column in columns {
                out.push_str(&format!(
                    "<th align=\"left\" style=\"padding:5px 8px 5px 0;border-bottom:1px solid {LINE}\">{}</th>",
                    escaped(&column.title)
                ));
            }
            out.push_str("</tr>");
            for row in rows {
                out.push_str("<tr>");
                for cell in row {
                    let under = cell.under.iter().map(|line| format!("<br>{}", escaped(line))).collect::<String>();
                    out.push_str(&format!(
                        "<td valign=\"top\" style=\"padding:5px 8px 5px 0;border-bottom:1px solid {LINE}\">{}{under}</td>",
                        escaped(&cell.text)
                    ));
                }
                out.push_str("</tr>");
            }
            out.push_str("</table>");
        }
        Block::Reasons { reasons } => {
            out.push_str("<ul style=\"margin:0 0 16px;padding-left:22px\">");
            for reason in reasons {
                out.push_str(&format!(
                    "<li style=\"margin:0 0 8px\">{}<br><span style=\"color:{QUIET};font-size:14px\">{}</span></li>",
                    escaped(&reason.text),
                    escaped(&reason.source)
                ));
            }
            out.push_str("</ul>");
        }
        Block::Code { .. } => {}
        Block::Link { label, url } => out.push_str(&format!(
            "<p style=\"margin:24px 0\"><a href=\"{url}\" style=\"display:inline-block;padding:12px 22px;\
             background:{BRAND};color:#ffffff;border-radius:8px;text-decoration:none;font-weight:600\">{}</a></p>\
             <p style=\"margin:0 0 16px;font-size:13px;color:{QUIET}\">{url}</p>",
            escaped(label),
            url = escaped(url)
        )),
        Block::Pair { left, right } => {
            html_blocks(out, left);
            html_blocks(out, right);
        }
    }
}

fn sum_row(line: &Fact, style: &str) -> String {
    format!(
        "<tr><td style=\"{style}\">{}</td><td align=\"right\" style=\"{style};white-space:nowrap\">{}</td></tr>",
        escaped(&line.label),
        escaped(&line.value)
    )
}

fn html_text(out: &mut String, text: &str) {
    tag(out, "p", "margin:0 0 16px", text);
}

fn html_list(out: &mut String, list: &str, items: &[String]) {
    out.push_str(&format!("<{list} style=\"margin:0 0 16px;padding-left:22px\">"));
    for item in items {
        tag(out, "li", "margin:0 0 6px", item);
    }
    out.push_str(&format!("</{list}>"));
}

fn tag(out: &mut String, name: &str, style: &str, text: &str) {
    out.push_str(&format!("<{name} style=\"{style}\">{}</{name}>", escaped(text)));
}

/// Text for HTML content and double-quoted attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            other => out.push(other),
        }
    }
    out
}

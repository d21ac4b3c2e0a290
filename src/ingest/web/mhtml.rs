//! Web archives (MHTML): a page and what it shows in one file, as browsers save it. Only the page is read.

use mail_parser::{HeaderValue, Message, MessageParser, PartType};

use super::page;
use crate::ingest::encoding::Decoded;
use crate::ingest::fields::Filled;
use crate::ingest::input::{Format, Input, Loaded, Place};
use crate::text::web_address::is_http;

/// Archives hold pictures too, but not films.
const LARGEST: usize = 128 << 20;

pub(in crate::ingest) const ARCHIVE: Format = Format { endings: &["mhtml", "mht"], decode, read };

/// Every part of an archive has an encoding of its own, and pictures none.
fn decode(_bytes: &[u8]) -> Option<Decoded> {
    Some(Decoded { text: String::new(), note: None })
}

fn read(input: &Input, loaded: &mut Loaded) {
    match archived(input) {
        Ok(filled) => loaded.push(input, Place::Whole, filled),
        Err(message) => loaded.skip(input, Place::Whole, message),
    }
}

fn archived(input: &Input) -> Result<Filled, String> {
    if input.bytes.len() > LARGEST {
        return Err(format!("the archive is larger than {} MiB; save the page alone", LARGEST >> 20));
    }
    let message = MessageParser::default().parse(input.bytes).ok_or("the file is no web archive")?;
    let pages = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Html(html) => Some(html),
        PartType::Text(_)
        | PartType::Binary(_)
        | PartType::InlineBinary(_)
        | PartType::Message(_)
        | PartType::Multipart(_) => None,
    });
    let html = pages.into_iter().next().ok_or("the web archive holds no page")?;
    page(html, input, address(&message))
}

/// Where the page was saved from, as the browser noted it.
fn address(message: &Message) -> Option<String> {
    let noted = ["Snapshot-Content-Location", "Content-Location"].iter().find_map(|name| {
        let HeaderValue::Text(address) = message.header(*name)? else { return None };
        Some(address.trim().to_owned())
    });
    noted.filter(|address| is_http(address))
}

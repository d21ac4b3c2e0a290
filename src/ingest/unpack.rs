//! Files packed by gzip or zstd, told by their first bytes whatever their ending.
//!
//! Unpacking stops at a bound: a few kilobytes may unpack to more than any memory holds.

use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// File endings that say how a file is packed, not what it holds.
const ENDINGS: [&str; 4] = ["gz", "gzip", "zst", "zstd"];
const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
/// Frames that hold no data begin with `?*M`, their first byte between 0x50 and 0x5f.
const ZSTD_SKIPPED: &[u8] = &[0x2a, 0x4d, 0x18];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Gzip,
    Zstd,
}

/// `news.jsonl.gz` → `news.jsonl`.
pub(super) fn inner(path: &Path) -> PathBuf {
    let packed = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    match packed.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
        true => path.with_extension(""),
        false => path.to_owned(),
    }
}

/// Whether bytes begin as packed ones do.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    packing(bytes).is_some()
}

fn packing(bytes: &[u8]) -> Option<Packing> {
    let skipped = bytes.first().is_some_and(|first| (0x50..=0x5f).contains(first));
    if bytes.starts_with(GZIP) {
        Some(Packing::Gzip)
    } else if bytes.starts_with(ZSTD) || skipped && bytes[1..].starts_with(ZSTD_SKIPPED) {
        Some(Packing::Zstd)
    } else {
        None
    }
}

/// The unpacked bytes; `None` where they are not packed, the reason where they cannot be unpacked.
pub(super) fn unpack(bytes: &[u8], largest: u64) -> Option<Result<Vec<u8>, String>> {
    is_packed(bytes).then(|| {
        let mut unpacked = Vec::new();
        stream(bytes, largest)
            .and_then(|mut from| from.read_to_end(&mut unpacked))
            .map(|_| unpacked)
            .map_err(|error| reason(&error))
    })
}

/// Why something could not be unpacked, for a message.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::FileTooLarge => error.to_string(),
        io::ErrorKind::UnexpectedEof => "cannot be unpacked: the file is cut off; fetch it again".to_owned(),
        _ => format!("cannot be unpacked: {error}"),
    }
}

/// Reads on, unpacked where it is packed; more than `largest` unpacked bytes are an error.
pub(super) fn stream<'a>(mut from: impl BufRead + 'a, largest: u64) -> io::Result<Box<dyn Read + 'a>> {
    let bounded = |from: Box<dyn Read + 'a>| Box::new(Bounded { from, left: largest, largest });
    Ok(match packing(from.fill_buf()?) {
        None => Box::new(from),
        Some(Packing::Gzip) => bounded(Box::new(MultiGzDecoder::new(from))),
        Some(Packing::Zstd) => bounded(Box::new(Frames { from, decoder: FrameDecoder::new() })),
    })
}

pub(super) fn too_large(largest: u64) -> String {
    format!("larger than {} MiB; split it, or raise --max-file-size", largest >> 20)
}

struct Bounded<R> {
    from: R,
    left: u64,
    largest: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => {
                let message = format!("unpacked, it is {}", too_large(self.largest));
                return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
            }
        }
        Ok(read)
    }
}

/// The frames of a zstd file, one after the other: packers that use several threads write many.
struct Frames<R> {
    from: R,
    decoder: FrameDecoder,
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.decoder.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            if !self.decoder.is_finished() {
                let few = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.from, few).map_err(io::Error::other)?;
            } else if self.from.fill_buf()?.is_empty() {
                return self.checked().map(|()| 0);
            } else {
                self.next_frame()?;
            }
        }
    }
}

impl<R: BufRead> Frames<R> {
    fn next_frame(&mut self) -> io::Result<()> {
        self.checked()?;
        match self.decoder.reset(&mut self.from) {
            Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                length, ..
            })) => io::copy(&mut self.from.by_ref().take(length.into()), &mut io::sink()).map(drop),
            other => other.map_err(io::Error::other),
        }
    }

    /// What came out is what went in, as far as the file says.
    fn checked(&self) -> io::Result<()> {
        let given = self.decoder.get_checksum_from_data();
        match given.is_none() || given == self.decoder.get_calculated_checksum() {
            true => Ok(()),
            false => Err(io::Error::other("its checksum is not that of its data")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(text).expect("packed");
        packer.finish().expect("packed")
    }

    fn zstd(text: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(text, ruzstd::encoding::CompressionLevel::Fastest)
    }

    fn unpacked(bytes: &[u8], largest: u64) -> Result<Vec<u8>, String> {
        unpack(bytes, largest).expect("packed bytes")
    }

    #[test]
    fn what_was_packed_comes_back() {
        let skipped = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
        let twice = |packed: Vec<u8>| [packed.clone(), packed].concat();
        for (name, packed, text) in [
            ("gzip", gzip(b"A crane fell."), "A crane fell."),
            ("gzip twice", twice(gzip(b"A crane fell.")), "A crane fell.A crane fell."),
            ("zstd", zstd(b"A crane fell."), "A crane fell."),
            ("zstd twice", twice(zstd(b"A crane fell.")), "A crane fell.A crane fell."),
            ("zstd behind a frame without data", [&skipped, &zstd(b"It fell.")[..]].concat(), "It fell."),
        ] {
            assert_eq!(unpacked(&packed, 1 << 20).as_deref(), Ok(text.as_bytes()), "{name}");
        }
        assert_eq!(unpack(b"A crane fell.", 1 << 20), None);
    }

    #[test]
    fn bombs_and_torn_files_are_refused() {
        let zeros = vec![b' '; 3 << 20];
        for packed in [gzip(&zeros), zstd(&zeros)] {
            let refused = unpacked(&packed, 1 << 20).expect_err("too large");
            assert!(refused.starts_with("unpacked, it is larger than 1 MiB"), "{refused}");
            assert_eq!(unpacked(&packed, 3 << 20).map(|text| text.len()), Ok(zeros.len()));
            let torn = unpacked(&packed[..packed.len() / 2], 3 << 20).expect_err("cut off");
            assert!(torn.starts_with("cannot be unpacked: "), "{torn}");
        }
    }

    #[test]
    fn the_ending_of_what_is_inside() {
        for (path, expected) in [
            ("a/news.jsonl.gz", "a/news.jsonl"),
            ("page.html.ZST", "page.html"),
            ("page.html", "page.html"),
            ("gz", "gz"),
        ] {
            assert_eq!(inner(Path::new(path)), Path::new(expected));
        }
    }
}

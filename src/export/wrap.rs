//! Labels broken into lines by how wide they are drawn.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands for the words left out.
const MORE: &str = "…";

/// `text` in at most `lines` lines of at most `width` columns, ending in `…` if words were left out.
///
/// Breaks at spaces; a word wider than a line (an address, a script without spaces) is broken
/// between characters as readers see them. White space is made single spaces.
pub(super) fn wrap(text: &str, width: usize, lines: usize) -> String {
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in text.split_whitespace().flat_map(|word| pieces(word, width)) {
        let gap = usize::from(!line.is_empty() && piece.starts_word);
        if line.is_empty() || line.width() + gap + piece.text.width() <= width {
            line.push_str(&" "[..gap]);
            line.push_str(&piece.text);
        } else if done.len() + 1 < lines {
            done.push(std::mem::replace(&mut line, piece.text));
        } else {
            shorten(&mut line, width);
            break;
        }
    }
    done.push(line);
    done.join("\n")
}

/// One line of at most `width` columns.
pub(super) fn clip(text: &str, width: usize) -> String {
    wrap(text, width, 1)
}

struct Piece {
    text: String,
    starts_word: bool,
}

/// A word, cut where it is wider than a line.
fn pieces(word: &str, width: usize) -> Vec<Piece> {
    let mut pieces = vec![Piece { text: String::new(), starts_word: true }];
    let mut filled = 0;
    for grapheme in word.graphemes(true) {
        let wide = grapheme.width();
        if filled > 0 && filled + wide > width {
            pieces.push(Piece { text: String::new(), starts_word: false });
            filled = 0;
        }
        filled += wide;
        if let Some(last) = pieces.last_mut() {
            last.text.push_str(grapheme);
        }
    }
    pieces
}

/// Makes room for the mark of more.
fn shorten(line: &mut String, width: usize) {
    while line.width() + MORE.width() > width {
        let Some((at, _)) = line.grapheme_indices(true).next_back() else { break };
        line.truncate(at);
    }
    line.truncate(line.trim_end().len());
    line.push_str(MORE);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_break_at_words_and_inside_long_ones() {
        for (text, width, lines, wrapped) in [
            ("The fire began  in\nwarehouse four", 14, 3, "The fire began\nin warehouse\nfour"),
            ("The fire began in warehouse four", 14, 2, "The fire began\nin warehouse…"),
            ("abcdefghij", 4, 3, "abcd\nefgh\nij"),
            ("abcdefghijklmnop", 4, 2, "abcd\nefg…"),
            ("港で火災が発生した", 8, 3, "港で火災\nが発生し\nた"),
            ("👩‍🚒👩‍🚒👩‍🚒", 4, 2, "👩‍🚒👩‍🚒\n👩‍🚒"),
            ("short", 40, 1, "short"),
            ("", 4, 1, ""),
        ] {
            assert_eq!(wrap(text, width, lines), wrapped, "{text}");
        }
    }
}

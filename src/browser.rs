//! Shows a file in the program that the user's desktop has for it.
//!
//! By hand: the crates for it that are kept up bring a parser of addresses with all of Unicode's name tables along.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long a starter gets to fail; one that still runs then is the browser itself.
const PATIENCE: Duration = Duration::from_millis(1500);
const STEP: Duration = Duration::from_millis(20);

/// Opens a file in the first browser of those in `BROWSER` that starts; where that is not set, in the desktop's own choice.
pub fn open(file: &Path) -> io::Result<()> {
    let file = std::path::absolute(file)?;
    let named = std::env::var("BROWSER").ok().filter(|browsers| !browsers.trim().is_empty());
    let commands = match &named {
        Some(browsers) => commands(browsers, &file),
        None => vec![vec![starter().into(), file.into()]],
    };
    let mut result = Err(io::Error::other("BROWSER names no command"));
    for command in commands {
        result = start(&command);
        if result.is_ok() {
            break;
        }
    }
    result
}

/// The commands in `BROWSER`, as other programs read it: parted by colons, words as in a shell, and the file in place
/// of `%s` or at the end. A value that is the path of a program is that program.
fn commands(browsers: &str, file: &Path) -> Vec<Vec<OsString>> {
    if Path::new(browsers).is_file() {
        return vec![vec![browsers.into(), file.into()]];
    }
    let mut words: Vec<Vec<String>> = browsers.split(':').filter_map(shlex::split).collect();
    // "In the background" is how everything is started here.
    words.iter_mut().for_each(|words| words.retain(|word| word != "&"));
    let words = words.into_iter().filter(|words| !words.is_empty());
    words.map(|words| with_file(&words, file)).collect()
}

fn with_file(words: &[String], file: &Path) -> Vec<OsString> {
    let place = |word: &String| match word.split_once("%s") {
        Some((before, after)) => {
            let mut word = OsString::from(before);
            word.push(file);
            word.push(after);
            word
        }
        None => word.into(),
    };
    let mut command: Vec<OsString> = words.iter().map(place).collect();
    if !words.iter().any(|word| word.contains("%s")) {
        command.push(file.into());
    }
    command
}

fn start(command: &[OsString]) -> io::Result<()> {
    let (program, arguments) = command.split_first().expect("commands have a word");
    let name = program.to_string_lossy();
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let child = command.spawn().map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
    failed_soon(child, &name)
}

fn starter() -> &'static str {
    match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    }
}

fn failed_soon(mut child: Child, program: &str) -> io::Result<()> {
    let mut waited = Duration::ZERO;
    while waited < PATIENCE {
        match child.try_wait()? {
            // Windows' explorer gives 1 when all went well.
            Some(status) if status.success() || program == "explorer" => return Ok(()),
            Some(status) => return Err(io::Error::other(format!("{program}: {status}"))),
            None => std::thread::sleep(STEP),
        }
        waited += STEP;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_named_as_other_programs_name_them() {
        for (browsers, expected) in [
            ("firefox", vec![vec!["firefox", "/a b.html"]]),
            ("firefox --new-window", vec![vec!["firefox", "--new-window", "/a b.html"]]),
            ("one:two -x", vec![vec!["one", "/a b.html"], vec!["two", "-x", "/a b.html"]]),
            ("w3m -T text/html '%s' &", vec![vec!["w3m", "-T", "text/html", "/a b.html"]]),
            ("open --url=%s", vec![vec!["open", "--url=/a b.html"]]),
            ("'my browser'", vec![vec!["my browser", "/a b.html"]]),
            ("'not closed: ::", vec![]),
        ] {
            assert_eq!(commands(browsers, Path::new("/a b.html")), expected, "{browsers}");
        }
    }
}

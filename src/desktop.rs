//! Shows a file in the program that the user's desktop has for it.
//!
//! By hand: the crates for it that are kept up bring a parser of addresses with all of Unicode's name tables along.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long a starter gets to fail; one that still runs then is the browser itself.
const PATIENCE: Duration = Duration::from_millis(1500);
const STEP: Duration = Duration::from_millis(20);

/// Opens a file in the browser that `BROWSER` names, else in the desktop's own choice.
pub fn open(file: &Path) -> io::Result<()> {
    let file = std::path::absolute(file)?;
    let program = std::env::var("BROWSER").ok().filter(|name| !name.trim().is_empty());
    let program = program.as_deref().unwrap_or(starter());
    let mut command = Command::new(program);
    command.arg(&file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let child =
        command.spawn().map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))?;
    failed_soon(child, program)
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

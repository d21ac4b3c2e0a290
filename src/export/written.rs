//! Which files a run writes, for texts that send the reader on to one of them.

use super::{ALL, BY_DEFAULT, EXPORTERS, Exporter, Options};

/// The files of a run: nobody is sent to one that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written(Vec<&'static str>);

impl Written {
    pub fn of(options: &Options) -> Self {
        let exporters = EXPORTERS.iter().filter(|exporter| is_asked(options, **exporter));
        Written(exporters.map(|exporter| exporter.file_name()).collect())
    }

    pub fn holds(&self, file: &str) -> bool {
        self.0.contains(&file)
    }

    /// ` in claims.csv`, or nothing where that is not written.
    pub fn also_in(&self, file: &str) -> String {
        if self.holds(file) { format!(" in {file}") } else { String::new() }
    }
}

/// Whether an exporter's format is one of those that a run writes.
pub(super) fn is_asked(options: &Options, exporter: &dyn Exporter) -> bool {
    let format = exporter.format();
    match options.formats.is_empty() {
        true => BY_DEFAULT.contains(&format),
        false => options.formats.iter().any(|name| name == format || name == ALL),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_are_sent_to_what_is_written() {
        for (formats, file, sent) in [
            (&[][..], "claims.csv", " in claims.csv"),
            (&[], "comparison.xlsx", ""),
            (&["html"], "claims.csv", ""),
            (&["all"], "comparison.xlsx", " in comparison.xlsx"),
        ] {
            let formats = formats.iter().map(|&name| name.to_owned()).collect();
            let written = Written::of(&Options { formats, ..Options::default() });
            assert_eq!(written.also_in(file), sent, "{file}");
        }
    }
}

//! Faults that were found once and shall not come back: reruns, tables of pairs, messages.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use tempfile::TempDir;

fn run(folder: &Path, arguments: &[&str]) -> Assert {
    Command::cargo_bin("crosswire").expect("the program").current_dir(folder).args(arguments).assert()
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    files.iter().for_each(|(name, bytes)| fs::write(folder.path().join(name), bytes).expect("a file"));
    folder
}

fn said(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

/// The output of `pairs` for this input.
fn paired(name: &str, table: &[u8], output: &str) -> String {
    let folder = folder(&[(name, table)]);
    run(folder.path(), &["pairs", name, "-o", output]).code(0);
    fs::read_to_string(folder.path().join(output)).expect("the output")
}

#[test]
fn outputs_below_the_input_folder_are_not_read_as_coverage() {
    let folder = folder(&[
        ("post.txt", b"A crane fell at the Marlow quay on Tuesday, and 4 dockers were hurt.".as_slice()),
        ("herald.txt", b"A crane fell at the Marlow quay on Tuesday, and 9 dockers were hurt."),
    ]);
    let written = |name: &str| fs::read(folder.path().join("out").join(name)).expect("an output");
    run(folder.path(), &["compare", ".", "-o", "out", "-q"]).code(0);
    let first = (written("claims.csv"), written("mentions.csv"));
    run(folder.path(), &["compare", ".", "-o", "out", "-q"]).code(0);
    assert!(first == (written("claims.csv"), written("mentions.csv")), "the second run differs");
}

#[test]
fn a_table_of_pairs_without_rows_keeps_its_columns() {
    let table = paired("in.csv", b"id,a,b,note\n", "out.csv");
    assert_eq!(table, "\u{feff}id,a,b,note,score,relation,divergences\r\n");
}

#[test]
fn columns_of_one_name_are_both_kept() {
    let table = paired("in.csv", b"a,b,x,x\nOne.,One.,first,second\n", "out.csv");
    assert!(table.contains("first") && table.contains("second"), "{table}");
}

#[test]
fn an_input_with_score_and_input_score_keeps_both() {
    let row = br#"{"a":"x","b":"x","score":"first","input_score":"second"}"#;
    let rows = paired("in.jsonl", row, "out.jsonl");
    assert!(rows.contains("first") && rows.contains("second"), "{rows}");
}

#[test]
fn pairs_say_that_bytes_are_not_utf_8() {
    let folder = folder(&[("in.csv", b"a,b\nThe caf\xe9 burned.,The caf\xe9 is gone.\n".as_slice())]);
    let done = run(folder.path(), &["pairs", "in.csv", "-o", "out.csv"]).code(0);
    assert!(said(&done).contains("not valid UTF-8"), "{}", said(&done));
}

#[test]
fn a_wrong_output_ending_is_wrong_usage_whatever_the_input() {
    run(folder(&[]).path(), &["pairs", "missing.csv", "-o", "out.pdf"]).code(2);
}

#[test]
fn an_output_that_cannot_be_written_is_named_itself() {
    let folder = folder(&[("post.txt", b"A crane fell.".as_slice())]);
    let done = run(folder.path(), &["inspect", "post.txt", "-o", "gone/rows.jsonl"]).code(1);
    let said = said(&done);
    assert!(said.contains("gone/rows.jsonl") && !said.contains(".crosswire-"), "{said}");
}

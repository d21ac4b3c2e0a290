"""The share of planted pairs that were found: recall.py PLANTED SENTENCES KIND FOUND

KIND says what FOUND is: `lines` (a table of two line numbers), `places` (document and sentence, twice), or `compare` (a
folder that `crosswire compare` wrote, or one with such a folder for each event).
"""

import csv
import json
import pathlib
import sys

csv.field_size_limit(sys.maxsize)


def main():
    planted, sentences, kind, found = sys.argv[1:5]
    with open(planted, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    wanted = {pair(int(row["line"]), int(row["original_line"])) for row in rows}
    pairs = list(KINDS[kind](found, rows, sentences))
    hit = len(wanted & set(pairs))
    figures = {"pairs": len(pairs), "planted": len(wanted), "found": hit, "recall": hit / max(len(wanted), 1)}
    json.dump(figures, sys.stdout)


def pair(a, b):
    """None where one of them is no sentence of a planted pair."""
    return None if a is None or b is None else (min(a, b), max(a, b))


def lines(found, _rows, _sentences):
    with open(found, encoding="utf-8") as file:
        for row in file:
            a, b = row.split()
            yield pair(int(a), int(b))


def places(found, rows, _sentences):
    known = {place: line for row in rows for place, line in places_of(row)}
    with open(found, encoding="utf-8") as file:
        for row in file:
            a, at_a, b, at_b = row.split()
            yield pair(known.get((a, at_a)), known.get((b, at_b)))


def compare(found, rows, sentences):
    """A mention is known by its document and its words."""
    with open(sentences, encoding="utf-8") as file:
        texts = file.read().splitlines()
    known = {(place[0], texts[line]): line for row in rows for place, line in places_of(row)}
    for table in pathlib.Path(found).glob("**/alignments.csv"):
        mentions = {
            row["mention_id"]: known.get((row["document"], row["text"]))
            for row in read(table.with_name("mentions.csv"))
        }
        for row in read(table):
            yield pair(mentions[row["mention_a"]], mentions[row["mention_b"]])


def places_of(row):
    yield (row["document"], row["sentence"]), int(row["line"])
    yield (row["original_document"], row["original_sentence"]), int(row["original_line"])


def read(table):
    with open(table, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


KINDS = {"lines": lines, "places": places, "compare": compare}

if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Makes wordnet.tsv, the table of word senses, from the files of WordNet 3.0 (Debian package wordnet-base).

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb wordnet
    python3 data/lexicon/make_wordnet.py wordnet/usr/share/wordnet data/lexicon/vectors.bin data/lexicon/wordnet.tsv

Kept are the senses of the words that vectors.bin knows (and of verbs of two such words: carry out), each with its
links to the senses that are near it: the next wider one, the one it is similar to, the ones its words are derived
from. Irregular forms stand beside their word, since the program compares stems.

The file: comment lines; then a line a sense: `kind<TAB>words<TAB>links`, words parted by |, with ~ before a word
for which the sense is not one of its first two; links are line numbers, from 0. The kind is n, v, a or r, and for
nouns the number of WordNet's lexicographer file (5 animals, 6 things, 18 people, …). Behind them a line a pair of
opposites: `!<TAB>word<TAB>word`.
"""
import collections
import pathlib
import re
import sys

FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
# What is near a sense: wider, similar, derived, pertaining.
NEAR = {"@", "@i", "&", "+", "\\"}
FIRST = 2           # senses that a word is mostly used in
LAST = 7            # senses after this one are rare
VOCABULARY = 22_000

HEADER = """\
# Senses of English words, with the words that share them and the senses near them.
# Made by make_wordnet.py from WordNet 3.0 (https://wordnet.princeton.edu), shortened to frequent words and to the links
# that tell nearness. Licence: that of WordNet 3.0, in full:
#
# This software and database is being provided to you, the LICENSEE, by
# Princeton University under the following license.  By obtaining, using
# and/or copying this software and database, you agree that you have
# read, understood, and will comply with these terms and conditions.:
#
# Permission to use, copy, modify and distribute this software and
# database and its documentation for any purpose and without fee or
# royalty is hereby granted, provided that you agree to comply with
# the following copyright notice and statements, including the disclaimer,
# and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal
# use or for distribution.
#
# WordNet 3.0 Copyright 2006 by Princeton University.  All rights reserved.
#
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON
# UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR
# IMPLIED.  BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON
# UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANT-
# ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE
# OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT
# INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR
# OTHER RIGHTS.
#
# The name of Princeton University or Princeton may not be used in
# advertising or publicity pertaining to distribution of the software
# and/or database.  Title to copyright in this software, database and
# any associated documentation shall at all times remain with
# Princeton University and LICENSEE agrees to preserve same.
#
# kind	words (parted by |, ~ before a rare one)	links to near senses (line numbers from 0); or !	word	its opposite
"""


def main():
    folder, vectors, target = map(pathlib.Path, sys.argv[1:])
    known = vocabulary(vectors)
    ranks, forms = sense_ranks(folder), irregular(folder)
    senses, pointers, kinds, lemmas = {}, {}, {}, {}
    for file, kind in FILES.items():
        for line in data_lines(folder / f"data.{file}"):
            key, number, words, links = sense(line, kind)
            lemmas[key] = words
            kept = [w for w in dict.fromkeys(words) if is_kept(w, kind, known) and rank(ranks, w, key) <= LAST]
            if kept:
                senses[key], pointers[key] = kept, links
                kinds[key] = f"{kind}{number}" if kind == "n" else kind
    near = {key: {other for symbol, other, *_ in links if symbol in NEAR and other in senses}
            for key, links in pointers.items()}
    linked = collections.Counter(other for links in near.values() for other in links)
    order = [key for key in sorted(senses) if len(senses[key]) > 1 or near[key] or linked[key]]
    lines = {key: index for index, key in enumerate(order)}
    rows = []
    for key in order:
        words = [("" if rank(ranks, w, key) <= FIRST else "~") + form.replace("_", " ")
                 for w in senses[key] for form in [w, *forms.get((w, kinds[key][0]), [])]]
        links = " ".join(str(n) for n in sorted(lines[other] for other in near[key] if other in lines))
        rows.append(f"{kinds[key]}\t{'|'.join(words)}\t{links}")
    rows += [f"!\t{a}\t{b}" for a, b in sorted(opposites(pointers, lemmas, known))]
    target.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")


def vocabulary(vectors):
    _, words, _ = vectors.read_bytes().split(b"\n\n", 2)
    return set(words.decode().split("\n")[:VOCABULARY])


def is_kept(word, kind, known):
    """Names have a capital here, and no meaning that another word could be near."""
    parts = word.split("_")
    return all(part in known for part in parts) and (len(parts) == 1 or len(parts) == 2 and kind == "v")


def data_lines(path):
    return (line for line in path.read_text().splitlines() if not line.startswith("  "))


def sense(line, kind):
    """(key, lexicographer file, words, [(symbol, key, source word, target word)]) of a line of a data file."""
    cells = line.split(" | ")[0].split()
    count = int(cells[3], 16)
    words = [re.sub(r"\(.*\)", "", word) for word in cells[4:4 + 2 * count:2]]
    links, at = [], 5 + 2 * count
    for _ in range(int(cells[4 + 2 * count])):
        symbol, offset, pos, ends = cells[at:at + 4]
        links.append((symbol, (("a" if pos == "s" else pos), offset), int(ends[:2], 16), int(ends[2:], 16)))
        at += 4
    return (kind, cells[0]), int(cells[1]), words, links


def sense_ranks(folder):
    """(kind, word) -> its senses from the most frequent on."""
    ranks = {}
    for file, kind in FILES.items():
        for line in data_lines(folder / f"index.{file}"):
            cells = line.split()
            ranks[kind, cells[0]] = cells[-int(cells[2]):]
    return ranks


def rank(ranks, word, key):
    offsets = ranks.get((key[0], word), [])
    return offsets.index(key[1]) + 1 if key[1] in offsets else LAST + 1


def irregular(folder):
    """(word, kind) -> forms that no rule gives: fall -> fell, fallen."""
    forms = collections.defaultdict(list)
    for file, kind in FILES.items():
        for line in (folder / f"{file}.exc").read_text().splitlines():
            form, *words = line.split()
            for word in words:
                if form != word and "_" not in form:
                    forms[word, kind].append(form)
    return forms


def opposites(pointers, lemmas, known):
    for key, links in pointers.items():
        for symbol, other, source, target in links:
            if symbol == "!" and source and target and key < other:
                pair = sorted((lemmas[key][source - 1], lemmas[other][target - 1]))
                if all(word in known for word in pair):
                    yield tuple(pair)


if __name__ == "__main__":
    main()

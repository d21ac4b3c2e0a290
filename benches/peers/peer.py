"""One peer on one file of sentences, in a process of its own: peer.py NAME SENTENCES PAIRS

The sentences are in memory before the clock starts. The clock runs from strings to pairs; where a peer wants sets of
words, making them is timed too, and said apart. Pairs go to PAIRS, two line numbers a line; the figures to standard
output, as JSON.
"""

import json
import re
import sys
import time

WORD = re.compile(r"\w+")
THRESHOLD = 0.5
PERMUTATIONS = 128
# rensa wants to be told how many bands: 32 of 4 propose most pairs from .4 on, so few above .5 are missed.
BANDS = 32


def main():
    name, sentences, pairs = sys.argv[1:4]
    with open(sentences, encoding="utf-8") as file:
        lines = file.read().splitlines()
    peer = PEERS[name]
    begun = time.perf_counter()
    found, prepared = peer(lines)
    total = time.perf_counter() - begun
    with open(pairs, "w", encoding="utf-8") as file:
        file.writelines(f"{a}\t{b}\n" for a, b in found)
    json.dump({"total": total, "prepared": prepared, "pairs": len(found)}, sys.stdout)


def rapidfuzz(lines):
    """Every sentence with every other; two threads. Given one list twice it compares each pair once."""
    import numpy
    from rapidfuzz import fuzz, process

    scores = process.cdist(lines, lines, scorer=fuzz.ratio, score_cutoff=70, workers=2, dtype=numpy.uint8)
    return [(int(a), int(b)) for a, b in zip(*numpy.nonzero(scores)) if a < b], None


def set_similarity_search(lines):
    from SetSimilaritySearch import all_pairs

    sets, prepared = timed_sets(lines)
    pairs = all_pairs(sets, similarity_func_name="jaccard", similarity_threshold=THRESHOLD)
    return [(min(a, b), max(a, b)) for a, b, _ in pairs], prepared


def datasketch(lines):
    from datasketch import MinHash, MinHashLSH

    sets, prepared = timed_sets(lines)
    encoded = ([word.encode() for word in words] for words in sets)
    hashes = MinHash.bulk(encoded, num_perm=PERMUTATIONS)
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for at, one in enumerate(hashes):
        index.insert(at, one)
    return verified(sets, (index.query(one) for one in hashes)), prepared


def rensa(lines):
    from rensa import RMinHash, RMinHashLSH

    sets, prepared = timed_sets(lines)
    hashes = RMinHash.from_token_sets(sets, PERMUTATIONS, 42)
    index = RMinHashLSH(THRESHOLD, PERMUTATIONS, BANDS)
    index.insert_many(hashes)
    return verified(sets, index.query_all(hashes)), prepared


def timed_sets(lines):
    begun = time.perf_counter()
    sets = [set(WORD.findall(line.lower())) for line in lines]
    return sets, time.perf_counter() - begun


def verified(sets, candidates):
    """What hashing proposes is compared word by word, so that only pairs above the threshold are left."""
    found = []
    for a, others in enumerate(candidates):
        for b in others:
            if a < b:
                common = len(sets[a] & sets[b])
                if common >= THRESHOLD * (len(sets[a]) + len(sets[b]) - common):
                    found.append((a, b))
    return found


PEERS = {
    "rapidfuzz": rapidfuzz,
    "SetSimilaritySearch": set_similarity_search,
    "rensa": rensa,
    "datasketch": datasketch,
}

if __name__ == "__main__":
    main()

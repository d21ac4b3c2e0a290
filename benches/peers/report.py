"""The figures as Markdown."""

import json
import math
import os
import platform
import subprocess

MEGABYTE = 1e6
NOTES = """\
- A peer has the sentences in memory; its time runs from strings to pairs. *Without preparing* leaves out making sets of
  words, where a peer wants them. Its memory is that of its whole process.
- *crosswire, alignment stage* is `align` of `compare --timings`: from profiles to pairs, matched and grouped into claims;
  *with profiles* adds what it needs to know of each mention, *from strings* the words as well. No peer makes groups, and
  none looks at what stands around a sentence. crosswire also aligns the titles, which the peers do not see. Its memory is that
  of the whole `compare`.
- *Alignment alone* is the same stage called through the library, with nothing after it; its memory is that of reading,
  cutting, profiles and alignment.
- What a peer finds is every pair above its threshold; crosswire leaves out pairs of one document, and keeps the best,
  or nearly, of each sentence in each document. MinHash proposes, and Jaccard of at least .5 is then checked word by word.
- The text is made (`benches/coverage`): words by their frequency in news, people, numbers, quotations. Where all documents
  are strangers, each tells a story of its own, and one sentence in twenty is a copy of some other document's. Elsewhere
  ten documents (or the three of a small event) tell one story, are as like each other as real reports of one event, and
  one sentence in five (small events: three in ten) is a copy within the story. Copies have 5 to 30 % of their words
  edited; *recall* is the share of those pairs that was found. How good crosswire is on real text stands in `quality.md`.
- *Read and tokenised* is one pass with the library: JSON lines to documents, documents cut into sentences with furniture
  and quotations, sentences to words; two threads, word lists loaded. `compare` pays for loading them. In *alignment
  alone*, `profile` makes the words too.
- Where many events are compared at once, stages are summed over the threads."""


class Results:
    def __init__(self, asked, options):
        self.asked, self.options = asked, options
        self.sizes, self.stories, self.events = {}, {}, None


def markdown(results, python, root):
    parts = ["# Performance", intro(results), "## The machine", machine(python, root)]
    parts += ["## What is to be reached", table(["", "to reach", "measured", ""], reach(results))]
    for size, figures in results.sizes.items():
        parts += [f"## {size:,} sentences of strangers", peers(figures), stages(figures)]
    for size, figures in results.stories.items():
        parts += [f"## One event of {size:,} sentences, ten documents a story", stages(figures)]
    if results.events:
        parts += ["## Many events: 100 of three documents, 10,000 sentences", stages(results.events)]
    return "\n\n".join(parts + ["## What the figures include", NOTES])


def intro(results):
    options, command = results.options, " ".join(["python3 benches/peers/run.py", *results.asked])
    rounds = "one round" if options.rounds == 1 else f"{options.rounds} rounds, medians"
    return (
        f"Made by `{command} > reports/performance.md`: all programs on the same sentences, turn by turn, {rounds}; seed "
        f"{options.seed}. A run is stopped after {options.limit:g} s. Ratios hold between machines, seconds do not."
    )


def machine(python, root):
    rows = [
        ["processor", f"{processor()}, {os.cpu_count()} cores"],
        ["memory", f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"],
        ["system", f"{platform.system()} {platform.machine()}"],
        ["crosswire", *said(["git", "-C", root, "describe", "--always", "--dirty"])],
        ["compiler", *said(["rustc", "--version"])],
        ["Python", platform.python_version()],
    ]
    if python:
        rows.append(["peers", ", ".join(said([python, "-m", "pip", "freeze"]))])
    return table(["", ""], rows)


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown"


def said(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    return done.stdout.splitlines()


def reach(results):
    """One row a goal; what was not measured is said to be so."""
    few, many = results.sizes.get(10_000), results.sizes.get(1_000_000)
    small, large, events = results.stories.get(10_000), results.stories.get(100_000), results.events
    return [
        goal("alignment, 10k sentences, against rapidfuzz", against(few, "rapidfuzz"), 300, "times faster"),
        goal("… against SetSimilaritySearch", against(few, "SetSimilaritySearch"), 80, "times faster"),
        goal("planted pairs found, 10k strangers", recall(few, "crosswire"), 0.98, ""),
        goal("… 10k, ten documents a story", recall(small, "crosswire"), 0.98, ""),
        goal("`compare`, 100 small events, against reading and tokenising", floor(events), 12, "times", at_most=True),
        goal("`compare`, 100k sentences, memory", peak(large, "crosswire"), 1, "GB", at_most=True),
        goal("… growth from 10k", growth(small, large), 1.4, "(exponent)", at_most=True),
        goal("alignment, 1M sentences", staged(many, "alignment alone", "align"), 60, "s", at_most=True),
        goal("… memory", peak(many, "alignment alone"), 1.5, "GB", at_most=True),
        goal("two threads against one, 100 small events", threads(events, "crosswire"), 1.7, "times"),
        goal("… `compare`, 10k sentences", threads(small, "crosswire"), 1.7, "times"),
        goal("… alignment, 10k sentences", threads(few, "alignment alone", "align"), 1.7, "times"),
    ]


def goal(what, value, bound, unit, at_most=False):
    wanted = f"{'≤' if at_most else '≥'} {bound:g} {unit}".strip()
    if value is None:
        return [what, wanted, "not measured", ""]
    met = value <= bound if at_most else value >= bound
    return [what, wanted, f"{number(value)} {unit}".strip(), "reached" if met else "not yet"]


def against(figures, name):
    return figures and ratio(total(figures, name), align_stage(figures))


def align_stage(figures):
    """As `compare` has it; where it was not run, the stage alone."""
    whole = staged(figures, "crosswire", "align")
    return whole if whole is not None else staged(figures, "alignment alone", "align")


def total(figures, name):
    return figures[name].total() if figures and name in figures else None


def staged(figures, name, *stages):
    return figures[name].stages(*stages) if figures and name in figures else None


def peak(figures, name):
    value = figures[name].peak() if figures and name in figures else None
    return None if value is None else value / 1e9


def recall(figures, name):
    value = figures[name].recall if figures and name in figures else None
    return value["recall"] if value else None


def floor(figures):
    return figures and ratio(figures["crosswire"].wall(), total(figures, "read and tokenised"))


def growth(small, large):
    times = ratio(total(large, "crosswire"), total(small, "crosswire"))
    return None if times is None else math.log10(times)


def threads(figures, name, *stages):
    pair = [f"{name}, one thread", name]
    if stages:
        return ratio(*(staged(figures, one, *stages) for one in pair))
    return ratio(*(total(figures, one) for one in pair))


def ratio(a, b):
    return None if a is None or not b else a / b


def peers(figures):
    """Everything that makes pairs, and how much longer it takes than the alignment stage."""
    base = align_stage(figures)
    names = [name for name in figures if name not in WHOLE and "thread" not in name]
    rows = [peer_row(name, figures[name], base) for name in names]
    rows += crosswire_rows(figures, base)
    return table(["", "seconds", "× alignment", "without preparing", "× alignment", "memory", "pairs", "recall"], rows)


WHOLE = ("crosswire", "read and tokenised", "alignment alone")


def peer_row(name, one, base):
    if one.failure():
        return [name, one.failure()] + [""] * 6
    total = one.median(lambda run: heard(run, "total"))
    prepared = one.median(lambda run: heard(run, "prepared"))
    bare = None if prepared is None else total - prepared
    figures = [number(total), number(ratio(total, base)), number(bare), number(ratio(bare, base))]
    return [name, *figures, megabytes(one.peak()), number(one.median(lambda run: heard(run, "pairs"))), share(one.recall)]


def crosswire_rows(figures, base):
    """From the whole `compare`; where it was not run to its end, from the alignment stage alone."""
    one, words = figures["alignment alone"], []
    if "crosswire" in figures and not figures["crosswire"].failure():
        one, words = figures["crosswire"], ["tokens"]
    if one.failure():
        return [["crosswire", one.failure()] + [""] * 6]
    rows = []
    for name, stages in CROSSWIRE:
        spent = one.stages(*(words + ["profile", "align"] if stages is None else stages))
        rows.append([f"crosswire, {name}", number(spent), number(ratio(spent, base)), "", "", "", "", ""])
    rows[0][5:] = [megabytes(one.peak()), number(one.recall and one.recall["pairs"]), share(one.recall)]
    return rows


CROSSWIRE = (
    ("alignment stage", ["align"]),
    ("with profiles", ["profile", "align"]),
    ("from strings", None),
)


def stages(figures):
    """Where crosswire's time goes, run by run."""
    shown = [name for name in figures if name in WHOLE or name.endswith("one thread")]
    names = []
    for name in shown:
        for run in figures[name].good:
            names += [stage for stage in run.stages if stage not in names]
    names = [name for name in names if name != "total"] + ["total"]
    rows = [[stage] + [number(figures[name].stages(stage)) for name in shown] for stage in names]
    rows.append(["process"] + [figures[name].failure() or number(figures[name].wall()) for name in shown])
    rows.append(["memory"] + [megabytes(figures[name].peak()) for name in shown])
    rows.append(["recall"] + [share(figures[name].recall) for name in shown])
    return table(["seconds", *shown], rows)


def heard(run, key):
    return json.loads(run.out)[key]


def number(value):
    if value is None:
        return ""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"


def megabytes(value):
    return "" if value is None else f"{value / MEGABYTE:,.0f} MB"


def share(recall):
    return "" if not recall else f"{recall['recall']:.3f}"


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)

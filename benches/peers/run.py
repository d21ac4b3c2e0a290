"""Measures crosswire against its peers on the same made sentences, turn by turn, and prints a report in Markdown.

    python3 benches/peers/run.py > reports/performance.md

Needs Python 3.9 or later with venv, pip that reaches a package index, and cargo. README.md beside this file says more.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys

import measure
import report

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SIZES = [10_000, 100_000, 1_000_000]
# The most sentences that a peer is given: more would take it hours, or more memory than a laptop has.
MOST = {"rapidfuzz": 10_000, "SetSimilaritySearch": 100_000, "rensa": 1_000_000, "datasketch": 100_000}
# The most sentences of strangers that the whole `compare` is given; beyond, the alignment stage alone is run.
MOST_COMPARED = 10_000
# The most sentences of stories that anything is given: every two tellings of a story are compared in earnest.
MOST_TOLD = 100_000
# The most sentences that one thread is given as well.
MOST_ALONE = 10_000
# Documents that tell stories of their own, and have a sentence from one another now and then: what peers are made for.
STRANGERS = {"of-one-story": 1, "edited": 0.05}
# Many small events.
EVENTS = {"events": 100, "documents-per-event": 3, "sentences": 10_000, "edited": 0.3}
THREADS = 2


def main():
    options = arguments()
    options.work.mkdir(parents=True, exist_ok=True)
    python = environment(options.work / "venv") if options.peers else sys.executable
    build()
    results = report.Results(sys.argv[1:], options)
    for size in options.sizes:
        say(f"{size} sentences")
        results.sizes[size] = strangers(options, python, size)
        if size <= MOST_TOLD:
            results.stories[size] = stories(options, size)
    if options.events:
        say("many events")
        results.events = many_events(options)
    print(report.markdown(results, python if options.peers else None, ROOT))


def arguments():
    parser = argparse.ArgumentParser(description="crosswire against its peers")
    numbers = lambda text: [int(part) for part in text.split(",")]
    names = lambda text: [part for part in text.split(",") if part]
    parser.add_argument("--sizes", type=numbers, default=SIZES, help="numbers of sentences [10000,100000,1000000]")
    parser.add_argument("--rounds", type=int, default=3, help="how often each program runs [3]")
    parser.add_argument("--peers", type=names, default=list(MOST), help="which peers [all]")
    parser.add_argument("--limit", type=float, default=900, help="seconds after which a run is stopped [900]")
    parser.add_argument("--long", type=float, default=120, help="a run of so many seconds is not repeated [120]")
    parser.add_argument("--seed", type=int, default=7, help="seed of the made text [7]")
    parser.add_argument("--no-events", dest="events", action="store_false", help="leave out the many small events")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "target" / "peers", help="folder for all of it")
    return parser.parse_args()


def strangers(options, python, size):
    """Peers and crosswire on documents that have little in common; few of them with one thread, too."""
    text = made(options, f"strangers-{size}", sentences=size, **STRANGERS)
    programs = {name: peer(python, name, text) for name in options.peers if size <= MOST[name]}
    for threads in [THREADS, 1] if size <= MOST_ALONE else [THREADS]:
        if size <= MOST_COMPARED:
            programs["crosswire" + counted(threads)] = compare(text, threads)
        programs["alignment alone" + counted(threads)] = align(text, threads)
    programs["read and tokenised"] = tokenise(text, THREADS)
    figures = measure.in_turn(programs, options.rounds, options.limit, options.long)
    found = {"crosswire": ("compare", out(text, THREADS)), "alignment alone": ("places", links(text))}
    found.update({name: ("lines", pairs(text, name)) for name in options.peers})
    for name in figures.keys() & found.keys():
        if figures[name].good:
            figures[name].recall = recall(python, text, *found[name])
    return figures


def stories(options, size):
    """The whole `compare` on documents of which ten each tell one story."""
    text = made(options, f"stories-{size}", sentences=size)
    counts = [THREADS, 1] if size <= MOST_ALONE else [THREADS]
    programs = {"crosswire" + counted(threads): compare(text, threads) for threads in counts}
    programs["read and tokenised"] = tokenise(text, THREADS)
    figures = measure.in_turn(programs, options.rounds, options.limit, options.long)
    if figures["crosswire"].good:
        figures["crosswire"].recall = recall(sys.executable, text, "compare", out(text, THREADS))
    return figures


def many_events(options):
    text = made(options, "events", **EVENTS)
    programs = {
        "crosswire": compare(text, THREADS, "--events"),
        "crosswire, one thread": compare(text, 1, "--events"),
        "read and tokenised": tokenise(text, THREADS),
    }
    figures = measure.in_turn(programs, options.rounds, options.limit, options.long)
    if figures["crosswire"].good:
        figures["crosswire"].recall = recall(sys.executable, text, "compare", out(text, THREADS))
    return figures


def counted(threads):
    return ", one thread" if threads == 1 else ""


class Text:
    """Made coverage and what was planted in it."""

    def __init__(self, folder):
        self.folder = folder
        self.documents, self.sentences = folder / "documents.jsonl", folder / "sentences.txt"
        self.planted = folder / "planted.tsv"


def made(options, name, **plan):
    text = Text(options.work / "text" / name)
    shutil.rmtree(text.folder, ignore_errors=True)
    text.folder.mkdir(parents=True)
    command = [example(), "--out", text.documents, "--plain", text.sentences, "--planted", text.planted]
    plan = {"seed": options.seed, **plan}
    subprocess.run(command + [part for key, value in plan.items() for part in (f"--{key}", str(value))], check=True)
    return text


def peer(python, name, text):
    return [python, HERE / "peer.py", name, text.sentences, pairs(text, name)]


def compare(text, threads, *more):
    """Into a folder of its own each round, as a user would."""
    command = [program(), "compare", text.documents, "--output", out(text, threads, measure.ROUND)]
    return command + ["--quiet", "--timings", "--jobs", threads, *more]


def align(text, threads):
    more = ["--links", links(text)] if threads == THREADS else []
    return [example(), "--align", text.documents, "--jobs", threads, *more]


def tokenise(text, threads):
    return [example(), "--tokenise", text.documents, "--jobs", threads]


def out(text, threads, round=0):
    return text.folder / f"out-{threads}-{round}"


def links(text):
    return text.folder / "links.tsv"


def pairs(text, name):
    return text.folder / f"{name}.tsv"


def recall(python, text, kind, found):
    """As a child: its tables are large, and this script's memory is the least that a measured child can show."""
    command = [python, HERE / "recall.py", text.planted, text.sentences, kind, found]
    done = subprocess.run(command, capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else None


def program():
    return ROOT / "target" / "release" / "crosswire"


def example():
    return ROOT / "target" / "release" / "examples" / "coverage"


def build():
    say("building")
    command = ["cargo", "build", "--release", "--quiet", "--bin", "crosswire", "--example", "coverage"]
    subprocess.run(command, cwd=ROOT, check=True)


def environment(folder):
    """Peers live in an environment of their own; pip's own settings say where packages come from."""
    python = folder / "bin" / "python"
    wanted = HERE / "requirements.txt"
    installed = folder / "requirements.txt"
    if not installed.exists() or installed.read_text() != wanted.read_text():
        say("installing the peers")
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted]
        subprocess.run(install, check=True, stdout=sys.stderr)
        installed.write_text(wanted.read_text())
    return python


def say(what):
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

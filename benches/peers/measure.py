"""Runs one program at a time, and says how long it took, how much memory it had, and what it said itself."""

import json
import os
import re
import resource
import statistics
import subprocess
import tempfile
import threading
import time

# In a command, which round it is: a file system may take its time to give new files the place of those just deleted.
ROUND = "{round}"
STAGE = re.compile(r"^\s{2,}(\S.*?)\s+(\d+\.\d+) s$")


class Run:
    """What one run gave. `code` is None where the time limit ended it."""

    def __init__(self, code, wall, peak, out, said):
        self.code, self.wall, self.peak, self.out, self.said = code, wall, peak, out, said
        matches = map(STAGE.match, said.splitlines())
        self.stages = {match[1]: float(match[2]) for match in matches if match}

    @property
    def ok(self):
        return self.code == 0

    @property
    def total(self):
        """By the program's own clock if it has one, else from start to end of its process."""
        if self.out.startswith("{"):
            return json.loads(self.out)["total"]
        return self.stages.get("total", self.wall)


def run(command, limit):
    """Peak memory is the kernel's own count for this child. It can't be lower than this script's own, so that is kept
    small: whatever needs large tables runs as a child too."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as said:
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=said, preexec_fn=held)
        timer = threading.Timer(limit, child.kill)
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begun
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        code = None if wall >= limit and child.returncode else child.returncode
        out.seek(0)
        said.seek(0)
        return Run(code, wall, usage.ru_maxrss * 1024, out.read(), said.read())


def held():
    """A program that wants more memory than most of the machine's ends itself, and not the machine."""
    most = int(0.8 * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


class Figures:
    """The runs of one program on one text."""

    def __init__(self):
        self.runs = []
        self.recall = None

    @property
    def good(self):
        return [run for run in self.runs if run.ok]

    def median(self, of):
        values = [value for value in map(of, self.good) if value is not None]
        return statistics.median(values) if values else None

    def total(self):
        return self.median(lambda run: run.total)

    def wall(self):
        return self.median(lambda run: run.wall)

    def peak(self):
        return self.median(lambda run: run.peak)

    def stages(self, *names):
        """The sum of some stages; None where one of them was not told."""

        def summed(run):
            times = [run.stages.get(name) for name in names]
            return None if None in times else sum(times)

        return self.median(summed)

    def failure(self):
        """Why there is no figure."""
        if not self.runs or self.good:
            return None
        last = self.runs[-1]
        return "stopped at the time limit" if last.code is None else f"failed ({last.code})"


def in_turn(programs, rounds, limit, long):
    """Every program once, then every program again: what disturbs the machine for a while disturbs all of them. One
    that takes longer than `long` seconds runs once, one that fails is not tried again."""
    figures = {name: Figures() for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            before = figures[name].runs
            if not before or before[-1].ok and before[-1].wall < long:
                parts = [str(part).replace(ROUND, str(len(before))) for part in command]
                before.append(run(parts, limit))
    return figures

#!/usr/bin/env python3
"""Times carers assess score against jq doing only the sums, on the same answer sheets in the same run:
whole processes in pairs. Needs jq.

    make build
    Benchmarks/score.py [--sheets 100000] [--runs 5] [--carers .build/release/carers]

Half of the sheets are MACA-YC18, half PANOC-YC20; one in twenty has an item missing, and an item that
is an alarm rings once in ten. jq is given the least that adds them up, '.answers | add'; carers also
proves each line, scores each total, finds the bands, the missing items and the flags, and writes each
sheet out again. First it is checked that the sums are the same. Prints medians of wall and CPU seconds, peak memory, sheets a second, the ratio of
each pair's walls, and the peak memory for half the sheets, to show that it does not grow.
"""
import argparse
import itertools
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
INSTRUMENTS = (("MACA-YC18", 18), ("PANOC-YC20", 20))
ALARMS = ("PANOC-YC209", "PANOC-YC2011", "PANOC-YC2016")
SUMS = ".answers | add"


def run(command):
    """Wall and CPU seconds and peak kilobytes of one process, by the system's own account."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, process.returncode


def generate(count, path):
    chance = random.Random(7)
    with open(path, "w") as file:
        for number in range(count):
            code, items = INSTRUMENTS[number % 2]
            answers = {
                str(item): chance.choice((0,) * 9 + (1,) if code + str(item) in ALARMS else (0, 0, 0, 1, 1, 2))
                for item in range(1, items + 1)}
            if chance.random() < 0.05:
                del answers[str(chance.randint(1, items))]
            sheet = {"id": f"S-{number:06}", "instrument": code, "day": "2026-11-22", "answers": answers}
            file.write(json.dumps(sheet, separators=(",", ":")) + "\n")


def check(carers, path):
    """The lowest that each of our sums can be, added up, is jq's sum. Line by line: what this process
    holds would count as its children's memory."""
    ours = subprocess.Popen([carers, "assess", "score", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    theirs = subprocess.Popen(["jq", SUMS, path], stdout=subprocess.PIPE)
    count = 0
    for count, (line, total) in enumerate(itertools.zip_longest(ours.stdout, theirs.stdout), 1):
        if line is None or total is None:
            sys.exit(f"one has {count - 1} results, the other more")
        result = json.loads(line)
        mine = sum(
            value if value is not None else result["range"][name][0]
            for name, value in result["scores"].items())
        if mine != int(total):
            sys.exit(f"sheet {count}: {mine} and {total.decode()}")
    if ours.wait() not in (0, 1) or theirs.wait() != 0:
        sys.exit("a process failed")
    print(f"checked: {count:,} sums are the same")


def show(name, measured, sheets):
    wall, cpu, memory = (statistics.median(m[i] for m in measured) for i in range(3))
    print(f"  {name:<8} {wall:8.4f} s wall  {cpu:8.4f} s cpu  {memory / 1024:7.1f} MB  {sheets / wall:>9,.0f} sheets/s")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sheets", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--carers", default=os.path.join(HERE, "..", ".build", "release", "carers"))
    chosen = options.parse_args()
    carers, sheets = os.path.abspath(chosen.carers), chosen.sheets
    if not shutil.which("jq"):
        sys.exit("score.py needs jq")
    folder = tempfile.mkdtemp(prefix="carers-benchmark-")
    try:
        whole, half = (os.path.join(folder, name) for name in ("whole.jsonl", "half.jsonl"))
        generate(sheets, whole)
        generate(sheets // 2, half)
        check(carers, whole)
        ours, theirs = [], []
        for turn in range(chosen.runs + 1):
            mine, other = run([carers, "assess", "score", whole]), run(["jq", SUMS, whole])
            if mine[3] not in (0, 1) or other[3] != 0:
                sys.exit(f"a process failed ({mine[3]}, {other[3]})")
            if turn:
                ours.append(mine)
                theirs.append(other)
        ratios = sorted(a[0] / b[0] for a, b in zip(ours, theirs))
        print(f"score: {sheets:,} answer sheets, {os.path.getsize(whole) / 1e6:.1f} MB, against jq '{SUMS}'")
        show("carers", ours, sheets)
        show("jq", theirs, sheets)
        print(f"  ratio    {statistics.median(ratios):.2f}  from {ratios[0]:.2f} to {ratios[-1]:.2f} (target <= 0.2)")
        small = run([carers, "assess", "score", half])[2] / 1024
        print(f"memory: {sheets // 2:,} sheets {small:.1f} MB, {sheets:,} sheets {ours[-1][2] / 1024:.1f} MB")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Times what a caseworker types on a large store: whole processes, user and system time together.

    make build
    Benchmarks/casework.py [--families 100000] [--led 200] [--runs 20] [--carers .build/release/carers]

Prints medians in milliseconds, and the ratio to the sqlite3 shell reading the same family's referrals.
  show  one family of all                                            (target <= 20 ms)
  next  what waits for a worker who leads 200 of them                (target <= 20 ms)
"""
import argparse
import json
import os
import secrets
import sqlite3
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def cost(command):
    """User and system milliseconds of one process, by the system's own account."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[1]}: the process failed")
    return (usage.ru_utime + usage.ru_stime) * 1000


def entries(store, led):
    """What a year of work leaves: a screen, a lead and a contact for some, a lead for all others."""
    people = sqlite3.connect(store).execute(
        "SELECT family, id FROM person WHERE role = 'young carer' ORDER BY seq").fetchall()
    number = 0
    for place, (family, person) in enumerate(people):
        is_led = 5000 <= place < 5000 + led
        kinds = [("allocation", {"lead": "R Shah" if is_led else f"Worker {place % 400}"})]
        if is_led:
            kinds += [
                ("screening", {"person": person, "result": "clear", "screener": "B Ali"}),
                ("triage", {"person": person, "ways": ["accepted"], "decider": "R Shah"}),
                ("contact", {"person": person, "purpose": "visit", "nextDay": "2026-11-01"}),
                ("offer", {"person": person, "what": "family group conference",
                           "answer": "declined", "askAgain": "2026-11-10"})]
        for kind, more in kinds:
            number += 1
            yield json.dumps({
                "record": kind, "id": secrets.token_hex(16), "family": family, "day": "2026-11-22",
                "recorded": f"2036-11-22T23:00:{number // 1000000:02}.{number % 1000000:06}Z", **more
            }, sort_keys=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--families", type=int, default=100000)
    parser.add_argument("--led", type=int, default=200)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--carers", default=os.path.join(HERE, "../.build/release/carers"))
    asked = parser.parse_args()
    carers = os.path.abspath(asked.carers)
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "town.sqlite")
        subprocess.run([sys.executable, os.path.join(HERE, "gen_referrals.py"), "--rows",
                        str(asked.families), "--seed", "7", "--out", folder],
                       check=True, stderr=subprocess.DEVNULL)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([carers, "init", store, "--profile", "bolton", "-q"], check=True, **quiet)
        subprocess.run([carers, "refer", "import", os.path.join(folder, "referrals.csv"), "--store",
                        store, "--no-match", "--agency", "Oak", "-q"], **quiet)
        more = os.path.join(folder, "more.jsonl")
        with open(more, "w") as file:
            file.writelines(line + "\n" for line in entries(store, asked.led))
        subprocess.run([carers, "load", more, "--store", store, "-q"], check=True, **quiet)
        family = sqlite3.connect(store).execute(
            "SELECT family FROM allocation ORDER BY seq LIMIT 1 OFFSET ?",
            (asked.families // 2,)).fetchone()[0]
        shell = ["sqlite3", store, f"SELECT * FROM referral WHERE family = '{family}'"]
        commands = {
            "show": [carers, "show", family, "--store", store],
            "next": [carers, "next", "--lead", "R Shah", "--format", "csv", "--store", store],
        }
        for name, command in commands.items():
            pairs = [(cost(command), cost(shell)) for _ in range(asked.runs + 1)][1:]
            ours = statistics.median(a for a, _ in pairs)
            theirs = statistics.median(b for _, b in pairs)
            print(f"{name}  {ours:5.1f} ms user and system (target <= 20)   {ours / theirs:.1f} x sqlite3"
                  f" ({theirs:.1f} ms)")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Times carers against the sqlite3 shell on the same file, in the same run: whole processes in pairs.

    make build
    Benchmarks/import.py [--rows 100000] [--runs 5] [--carers .build/release/carers]

Prints medians of wall and CPU seconds, peak memory, rows a second, and the ratio of each pair's walls.
  start    carers --version                     against sqlite3 --version
  file     refer import --no-match              against .import into one flat table with a key and an index
  tables   refer import --no-match              against .import of the same entries into the same tables
  matched  refer import                         (no public tool does the same; for the record)
  memory   refer import of a half and the whole (bounded by the index, not by the file)
"""
import argparse
import csv
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FLAT = """referral_id text primary key, source_agency text, source_type text, referral_date text,
upn text, nhs_number text, given_name text, preferred_name text, family_name text,
date_of_birth text, sex text, postcode text, address text, school text, year_group text,
attendance text, cared_for_name text, cared_for_relationship text, cared_for_condition text,
caring_tasks text, notes text, assessed_date text"""


def run(command, **more):
    """Wall and CPU seconds and peak kilobytes of one process, by the system's own account."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, process.returncode


class Pair:
    """Ours and theirs in turn, after one turn that does not count."""

    def __init__(self, name, target, ours, theirs, runs, rows=None):
        self.name, self.target, self.rows = name, target, rows
        self.ours, self.theirs = [], []
        for turn in range(runs + 1):
            mine, other = ours(), theirs() if theirs else None
            if mine[3] not in (0, 1) or (other and other[3] != 0):
                sys.exit(f"{name}: a process failed ({mine[3]}, {other and other[3]})")
            if turn:
                self.ours.append(mine)
                self.theirs.append(other)

    def report(self):
        def show(label, measured):
            wall, cpu, memory = (statistics.median(m[i] for m in measured) for i in range(3))
            rate = f"  {self.rows / wall:>9,.0f} rows/s" if self.rows else ""
            print(f"  {label:<8} {wall:8.4f} s wall  {cpu:8.4f} s cpu  {memory / 1024:7.1f} MB{rate}")

        print(self.name)
        show("carers", self.ours)
        if self.theirs[0]:
            show("sqlite3", self.theirs)
            ratios = sorted(a[0] / b[0] for a, b in zip(self.ours, self.theirs))
            target = f" (target <= {self.target})" if self.target else ""
            print(f"  ratio    {statistics.median(ratios):.2f}  from {ratios[0]:.2f} to {ratios[-1]:.2f}{target}")


def generate(rows, folder):
    os.makedirs(folder, exist_ok=True)
    script = os.path.join(HERE, "gen_referrals.py")
    subprocess.run(
        [sys.executable, script, "--rows", str(rows), "--seed", "7", "--out", folder],
        check=True, stderr=subprocess.DEVNULL)
    return os.path.join(folder, "referrals.csv")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--carers", default=os.path.join(HERE, "..", ".build", "release", "carers"))
    chosen = options.parse_args()
    carers = os.path.abspath(chosen.carers)
    folder = tempfile.mkdtemp(prefix="carers-benchmark-")
    try:
        measure(carers, folder, chosen.rows, chosen.runs)
    finally:
        shutil.rmtree(folder)


def measure(carers, folder, rows, runs):
    sheet = generate(rows, folder)
    store, flat, tables = (os.path.join(folder, name) for name in ("ours.sqlite", "flat.db", "tables.db"))

    def fresh(path, *commands):
        for suffix in ("", "-wal", "-shm", "-journal"):
            if os.path.exists(path + suffix):
                os.remove(path + suffix)
        for command in commands:
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ours(*more, file=sheet):
        fresh(store, [carers, "init", store])
        return run([carers, "refer", "import", file, "--store", store, "-q", *more])

    def theirs_flat():
        fresh(flat)
        return run([
            "sqlite3", flat, "-cmd", "pragma journal_mode=wal", "-cmd", "pragma synchronous=normal",
            "-cmd", f"create table referrals({FLAT}) without rowid",
            "-cmd", "create index ix_ref on referrals(source_agency, referral_date)",
            "-cmd", ".mode csv", f".import --skip 1 {sheet} referrals"])

    Pair("start: --version", 2.5, lambda: run([carers, "--version"]),
         lambda: run(["sqlite3", "--version"]), max(20, runs)).report()
    Pair(f"file: {rows:,} rows, matching off, against one flat table", 2.0,
         lambda: ours("--no-match"), theirs_flat, runs, rows).report()

    ours("--no-match")
    schema, imports = dump(store, folder)
    page_size = subprocess.run(
        ["sqlite3", store, "pragma page_size"], check=True, capture_output=True, text=True).stdout.strip()

    def theirs_tables():
        fresh(tables)
        return run(["sqlite3", tables, "-cmd", f"pragma page_size={page_size}", *schema, *imports[:-1], imports[-1]])

    Pair(f"tables: the same entries into the same tables, same pragmas", 1.2,
         lambda: ours("--no-match"), theirs_tables, runs, rows).report()
    Pair(f"matched: {rows:,} rows, every child looked for", None, ours, None, min(runs, 3), rows).report()
    half = generate(rows // 2, os.path.join(folder, "half"))
    small, large = ours("--no-match", file=half)[2] / 1024, ours("--no-match")[2] / 1024
    print(f"memory: {rows // 2:,} rows {small:.1f} MB, {rows:,} rows {large:.1f} MB")


def dump(store, folder):
    """The store's own schema as commands for the shell, and an .import of each table's rows."""
    ask = lambda sql: subprocess.run(["sqlite3", store, sql], check=True, capture_output=True, text=True).stdout
    schema = ["-cmd", "pragma journal_mode=delete", "-cmd", "pragma synchronous=extra",
              "-cmd", "pragma secure_delete=on", "-cmd", "pragma cell_size_check=on",
              "-cmd", "pragma cache_size=-4096"]
    imports = ["-cmd", ".mode csv", "-cmd", "begin immediate"]
    wanted = [t for t in ("family", "person", "referral") if int(ask(f"select count(*) from {t}"))]
    for table in wanted:
        for sql in json.loads(ask(
                f"select json_group_array(sql) from sqlite_master where tbl_name='{table}' and sql is not null "
                "order by type desc")):
            # A CSV has no NULL: what is optional arrives as an empty text, so partial indexes and
            # STRICT numbers would differ; they are loosened alike.
            schema += ["-cmd", re.sub(r"\) STRICT$", ")", re.sub(r"REFERENCES \w+\(id\) DEFERRABLE INITIALLY DEFERRED", "", sql)) if sql.startswith("CREATE TABLE") else sql]
        path = os.path.join(folder, f"{table}.csv")
        with open(path, "w", newline="") as file:
            rows = subprocess.Popen(["sqlite3", "-csv", store, f"select * from {table}"], stdout=file)
            rows.wait()
        imports += ["-cmd", f".import {path} {table}"]
    return schema, imports + ["commit"]


if __name__ == "__main__":
    main()

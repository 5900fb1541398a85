#!/usr/bin/env python3
"""Times `carers report timeliness` against the same questions in SQL, in the sqlite3 shell and in
DuckDB, in the same run: whole processes in pairs, their answers compared first.

    make build
    python3 -m venv .build/duckdb && .build/duckdb/bin/pip install -q duckdb
    .build/duckdb/bin/python Benchmarks/report.py [--rows 1000000] [--runs 5]

Theirs read one flat table of the referrals as they came; ours a store into which the same CSV was
imported, `assessed_date` become an assessment. `--keep FOLDER` keeps both for another run.
  month   one month, by agency and year group       against the sqlite3 shell (mean where ours is median)
  years   all three years, by agency, month, year   against the sqlite3 shell
  duckdb  the same                                  against DuckDB
  growth  one month out of 1, 2 and 4 years of as many referrals each: what came before costs nothing
"""
import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FLAT = """create table referrals(referral_id text primary key, source_agency text, source_type text,
referral_date text, upn text, nhs_number text, given_name text, preferred_name text, family_name text,
date_of_birth text, sex text, postcode text, address text, school text, year_group text,
attendance text, cared_for_name text, cared_for_relationship text, cared_for_condition text,
caring_tasks text, notes text, assessed_date text) without rowid;
create index ix_ref on referrals(source_agency, referral_date);"""
MONTH = """select source_agency, year_group, count(*), sum(assessed_date=''),
avg(case when assessed_date<>'' then julianday(assessed_date)-julianday(referral_date) end)
from referrals where referral_date between '2026-09-01' and '2026-09-30' group by 1, 2;"""
YEARS = """with m as (select source_agency a, substr(referral_date,1,7) mo, year_group yg,
  case when assessed_date<>'' then julianday(assessed_date)-julianday(referral_date) end w from referrals),
r as (select a, mo, yg, w, row_number() over (partition by a, mo, yg order by w) rn,
  count(w) over (partition by a, mo, yg) c from m where w is not null),
n as (select a, mo, yg, count(*) n, sum(w is null) waiting from m group by a, mo, yg),
med as (select a, mo, yg, avg(w) med from r where rn in ((c+1)/2, (c+2)/2) group by a, mo, yg)
select n.a, n.mo, n.yg, n.n, n.waiting, med.med from n left join med using (a, mo, yg) order by 1, 2, 3;"""
DUCK = """import duckdb, sys
c = duckdb.connect(sys.argv[1], read_only=True)
for row in c.sql('''select source_agency, substr(referral_date, 1, 7) mo, year_group, count(*) n,
  count(*) filter (where coalesce(assessed_date, '') = '') waiting,
  median(date_diff('day', referral_date::date, nullif(assessed_date, '')::date)) med
  from referrals group by all order by all''').fetchall(): pass"""


def run(command, **more):
    """Wall and CPU seconds and peak kilobytes of one process, by the system's own account."""
    start = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(command, stdout=more.pop("stdout", nowhere), **more)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} failed: {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def pair(name, target, ours, theirs, runs):
    mine, other = [], []
    for turn in range(runs + 1):
        a, b = run(ours), run(theirs)
        if turn:
            mine.append(a)
            other.append(b)
    ratios = sorted(a[1] / b[1] for a, b in zip(mine, other))
    walls = sorted(a[0] / b[0] for a, b in zip(mine, other))
    middle = lambda rows, place: statistics.median(row[place] for row in rows)
    print(f"{name:8} ours {middle(mine, 0):.3f} s wall {middle(mine, 1):.3f} s CPU "
          f"{middle(mine, 2) / 1024:.0f} MB; theirs {middle(other, 0):.3f} s wall "
          f"{middle(other, 1):.3f} s CPU {middle(other, 2) / 1024:.0f} MB; ratio of walls "
          f"{statistics.median(walls):.3f} ({walls[0]:.3f} to {walls[-1]:.3f}), of CPU "
          f"{statistics.median(ratios):.3f}; target {target}")


def store(carers, sheet, path):
    """The sheet in a store, each assessed date an assessment about its referral."""
    def ours(*words, **more):
        return subprocess.run([carers, *words], check=False, **more)
    ours("init", path, "-q")
    ours("refer", "import", sheet, "--no-match", "-q", "--store", path, stdout=subprocess.DEVNULL)
    assessed = {}
    with open(sheet, newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["assessed_date"]:
                assessed[row["referral_id"]] = row["assessed_date"]
    lines = path + ".jsonl"
    export = subprocess.Popen([carers, "export", "--store", path], stdout=subprocess.PIPE, text=True)
    with open(lines, "w", encoding="utf-8") as out:
        for line in export.stdout:
            if '"record":"referral"' not in line:
                continue
            entry = json.loads(line)
            day = assessed.get(entry["source"].rsplit("#", 1)[-1])
            if day is None:
                continue
            out.write(json.dumps({
                "record": "assessment", "id": "A" + entry["id"], "about": entry["id"], "day": day,
                "family": entry["family"], "finished": day, "form": "brief",
                "person": entry["person"], "recorded": entry["recorded"],
            }, sort_keys=True, separators=(",", ":")) + "\n")
    export.wait()
    ours("load", lines, "-q", "--store", path)
    os.remove(lines)


def answers(carers, path, flat):
    """Ours against theirs, group by group."""
    made = subprocess.run(
        [carers, "report", "timeliness", "--starts", "2000-01-01", "--ends", "2030-01-01", "--by",
         "agency,month,year", "--rows", "--audience", "contract", "--for", "us", "--store", path],
        capture_output=True, text=True, check=False)
    ours = {tuple(row[:3]): (int(row[3]), int(row[4]), float(row[5]) if row[5] else None)
            for row in list(csv.reader(made.stdout.splitlines()))[1:]}
    shell = subprocess.run(["sqlite3", "-csv", flat, YEARS], capture_output=True, text=True, check=True)
    theirs = {(row[0], row[1], row[2] or "not known"):
              (int(row[3]), int(row[4]), float(row[5]) if row[5] else None)
              for row in csv.reader(shell.stdout.splitlines())}
    wrong = [key for key in set(ours) | set(theirs) if ours.get(key) != theirs.get(key)]
    print(f"answers  {len(ours)} groups, {len(wrong)} otherwise" +
          (f": {wrong[0]} {ours.get(wrong[0])} {theirs.get(wrong[0])}" if wrong else ""))
    return not wrong


def apart(what):
    """In a process of its own: the peak memory of those begun later would begin with ours."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        fine = what()
        sys.stdout.flush()
        os._exit(1 if fine is False else 0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def growth(carers, sheet, folder, runs):
    """One month's question to stores of 1, 2 and 4 years, each year the same referrals again."""
    with open(sheet, newline="", encoding="utf-8") as rows:
        last = [row for row in csv.DictReader(rows) if "2025-11" <= row["referral_date"][:7]][::8]
    for years in (1, 2, 4):
        path = os.path.join(folder, f"years-{years}")
        if not os.path.exists(path + ".sqlite"):
            with open(path + ".csv", "w", newline="", encoding="utf-8") as out:
                writer = csv.DictWriter(out, last[0].keys())
                writer.writeheader()
                for back in range(years):
                    for row in last:
                        day = row["referral_date"]
                        year = int(day[:4]) - back
                        writer.writerow(row | {
                            "referral_id": f"{row['referral_id']}-{back}", "assessed_date": "",
                            "referral_date": f"{year}{day[4:8]}{min(int(day[8:]), 28):02}"})
            subprocess.run([carers, "init", path + ".sqlite", "-q"], check=True)
            subprocess.run([carers, "refer", "import", path + ".csv", "--no-match", "-q", "--store",
                            path + ".sqlite"], check=False, stdout=subprocess.DEVNULL)
            os.remove(path + ".csv")
        ask = [carers, "report", "timeliness", "2026-01", "--by", "agency,year", "--rows",
               "--audience", "contract", "--for", "us", "--store", path + ".sqlite"]
        run(ask)
        measured = [run(ask) for _ in range(runs)]
        print(f"growth   {years} years: {statistics.median(row[0] for row in measured):.3f} s wall, "
              f"{statistics.median(row[1] for row in measured):.3f} s CPU")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--carers", default=".build/release/carers")
    options.add_argument("--keep")
    asked = options.parse_args()
    carers = os.path.abspath(asked.carers)
    os.environ["CARERS_TODAY"] = "2026-11-23"
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.keep or temporary
        os.makedirs(folder, exist_ok=True)
        sheet, flat, ours = (os.path.join(folder, name)
                             for name in ("referrals.csv", "flat.db", "store.sqlite"))
        if not os.path.exists(sheet):
            subprocess.run([sys.executable, os.path.join(HERE, "gen_referrals.py"), "--rows",
                            str(asked.rows), "--seed", "7", "--out", folder], check=True)
        if not os.path.exists(flat):
            subprocess.run(["sqlite3", flat, FLAT], check=True)
            subprocess.run(["sqlite3", flat, "-cmd", ".mode csv",
                            f".import --skip 1 {sheet} referrals"], check=True)
        if not os.path.exists(ours):
            if apart(lambda: store(carers, sheet, ours)):
                sys.exit(1)
        duck = os.path.join(folder, "flat.duckdb")
        if not os.path.exists(duck):
            subprocess.run([sys.executable, "-c", f"""import duckdb
duckdb.connect({duck!r}).execute("create table referrals as select * from read_csv({sheet!r}, "
  "all_varchar=true, header=true, quote='\\"', escape='\\"')")"""], check=True)
        if apart(lambda: answers(carers, ours, flat)):
            sys.exit(1)
        timeliness = [carers, "report", "timeliness", "--rows", "--audience", "contract", "--for",
                      "us", "--store", ours]
        month = timeliness + ["2026-09", "--by", "agency,year"]
        years = timeliness + ["--starts", "2000-01-01", "--ends", "2030-01-01", "--by",
                              "agency,month,year"]
        apart(lambda: growth(carers, sheet, folder, asked.runs))
        pair("month", "0.2", month, ["sqlite3", flat, MONTH], asked.runs)
        pair("years", "0.12", years, ["sqlite3", flat, YEARS], asked.runs)
        pair("duckdb", "1.0", years, [sys.executable, "-c", DUCK, duck], asked.runs)


main()

"""The report of a region: region.py PROGRAM "month 2026-10" PARTS EXPORT...

Apache Spark holds the entries of all services, brings together what belongs together, and gives each
partition to `carers report month 2026-10 --part` through a pipe. What the partitions say is written to
PARTS, which `carers report month 2026-10 PARTS` adds up.
"""

import itertools
import json
import os
import sys

from pyspark.sql import SparkSession

GROUND = ("agency", "listing")


def read(line):
    """An entry's id, with what says where it belongs, and its line; nothing of a head or an end."""
    entry = json.loads(line)
    if entry["record"] in ("stream", "end"):
        return []
    said = {key: entry[key] for key in ("record", "family", "one", "other", "entries") if key in entry}
    if entry["record"] == "family":
        said["family"] = entry["id"]
    if entry["record"] in ("person", "family") and "replaces" in entry:
        said["one"], said["other"] = entry["replaces"], entry["id"]
    return [(entry["id"], (said, line))]


def one(a, b):
    """The same entry from two services is one; an entry never changes."""
    if a[1] != b[1]:
        raise ValueError("one id names two entries: carers check tells which export is wrong")
    return a


class Together:
    """Who belongs together: union-find."""

    def __init__(self):
        self.parents = {}

    def root(self, at):
        while at in self.parents:
            at = self.parents[at]
        return at

    def join(self, a, b):
        a, b = self.root(a), self.root(b)
        if a != b:
            self.parents[max(a, b)] = min(a, b)


def homes(entries):
    """Of each decision and withdrawal the case it belongs to, and which cases belong together.

    Only what is named in a decision or a withdrawal is brought to the driver: few of all entries.
    """
    deciding = entries.filter(
        lambda entry: "one" in entry[1][0] or entry[1][0]["record"] == "withdrawal"
    ).mapValues(lambda value: value[0]).collectAsMap()
    named = set()
    for said in deciding.values():
        named.update(said.get("entries", []))
        named.update(said[key] for key in ("one", "other") if key in said)
    spread = entries.context.broadcast(named)
    home = entries.filter(lambda entry: entry[0] in spread.value).mapValues(
        lambda value: value[0].get("family") or "ground" * (value[0]["record"] in GROUND)
    ).collectAsMap()
    together = Together()
    for id, said in deciding.items():
        if "one" in said:
            families = [home.get(said[key], said[key]) for key in ("one", "other")]
            together.join(*families)
            home[id] = families[0]
    # A withdrawal goes with what it withdraws, and one of a withdrawal with that: until nothing changes.
    waiting = {id for id, said in deciding.items() if said["record"] == "withdrawal"}
    while waiting:
        settled = {
            id for id in waiting
            if not any(other in waiting and other != id for other in deciding[id]["entries"])
        } or waiting
        for id in settled:
            # What names no case belongs together with whatever withdraws it.
            found = [home.get(other) or "loose" for other in deciding[id]["entries"]] or ["loose"]
            for other in found[1:]:
                if "ground" not in (found[0], other):
                    together.join(found[0], other)
            home[id] = "ground" if "ground" in found else found[0]
        waiting -= settled
    return home, {at: together.root(at) for at in together.parents}


def stream(lines):
    """A stream of entries, with its end: a partition that was cut short is refused."""
    count = 0
    yield '{"record":"stream","version":1}'
    for line in lines:
        count += 1
        yield line
    yield f'{{"record":"end","count":{count}}}'


def main(program, period, parts, exports):
    os.umask(0o077)
    spark = SparkSession.builder.appName("region").master("local[*]").config(
        "spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1").config(
        "spark.driver.host", "127.0.0.1").config(
        "spark.ui.showConsoleProgress", "false").getOrCreate()
    context = spark.sparkContext
    many = 4 * context.defaultParallelism
    entries = context.textFile(",".join(exports), many).flatMap(read).reduceByKey(one).persist()
    decided, joined = map(context.broadcast, homes(entries))

    def belongs(entry):
        id, (said, _) = entry
        if said["record"] in GROUND:
            return "ground"
        at = decided.value.get(id) if said["record"] == "withdrawal" else said.get("family")
        return joined.value.get(at, at) or "loose"

    placed = entries.keyBy(belongs).mapValues(lambda entry: entry[1][1]).persist()
    ground = context.broadcast(
        placed.filter(lambda entry: entry[0] == "ground").values().collect())
    command = (
        f"'{program}' report {period} --part --audience contract --for region --store -")
    told = (
        placed.filter(lambda entry: entry[0] != "ground").partitionBy(many).values()
        .mapPartitions(lambda lines: stream(itertools.chain(ground.value, lines)))
        .pipe(command, dict(os.environ), checkCode=True)
    ).collect()
    with open(parts, "w") as file:
        file.writelines(line + "\n" for line in told)
    # Every partition is a part, one without a family too: the sum is told how many must come.
    print(f"{entries.count()} entries of {len(exports)} services, counted in {many} parts.")
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])

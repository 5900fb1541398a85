"""Whether each view of a store says the same in SQLite, DuckDB and datasette: compare.py STORE.

Status 1 where one says otherwise, and a line for it.
"""

import asyncio
import collections
import pathlib
import sqlite3
import sys

import duckdb
import duckdb_extension_sqlite_scanner
from datasette.app import Datasette

# Named in carers-entries(5): how many children each agency referred.
EXAMPLE = "SELECT agency, count(DISTINCT today) FROM {}referrals GROUP BY agency"


def counted(rows):
    """Rows in no order."""
    return collections.Counter(tuple(told(value) for value in row) for row in rows)


def told(value):
    """DuckDB may give a worked-out number as text, and has true and false where SQLite has 1 and 0."""
    return value if value is None else str(int(value) if isinstance(value, bool) else value)


def attached(store):
    """The store in DuckDB, as `ATTACH 'leeds.sqlite' AS leeds (TYPE sqlite, READ_ONLY)` has it."""
    extension = next(
        pathlib.Path(duckdb_extension_sqlite_scanner.__file__).parent.glob("**/*.duckdb_extension"))
    database = duckdb.connect()
    database.execute(f"LOAD '{extension}'")
    database.execute(f"ATTACH '{store}' AS leeds (TYPE sqlite, READ_ONLY)")
    return database


class Served:
    """The store in datasette, as its web pages have it."""

    def __init__(self, store):
        self.datasette = Datasette(
            [store], settings={"max_returned_rows": 10**7, "sql_time_limit_ms": 600_000})
        self.path = f"/{pathlib.Path(store).stem}"

    def get(self, path, **parameters):
        answer = asyncio.run(self.datasette.client.get(f"{self.path}{path}", params=parameters))
        if answer.status_code != 200:
            raise RuntimeError(f"datasette: {answer.status_code}: {answer.text[:200]}")
        return answer

    def rows(self, sql):
        found = self.get(".json", sql=sql, _shape="arrays").json()
        if found.get("truncated"):
            raise RuntimeError("datasette: not every row was given")
        return found["rows"]


def main(store):
    base = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    views = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    if not views:
        sys.exit("compare: there are no views in it")
    duck, web = attached(store), Served(store)
    status = rows = 0
    for view in views + [None]:
        here = f"SELECT * FROM {view}" if view else EXAMPLE.format("")
        there = f"SELECT * FROM leeds.{view}" if view else EXAMPLE.format("leeds.")
        wanted = counted(base.execute(here))
        rows += wanted.total()
        for tool, ask in [
            ("DuckDB", lambda: duck.execute(there).fetchall()), ("datasette", lambda: web.rows(here))
        ]:
            try:
                found = counted(ask())
            except Exception as problem:
                found, said = None, str(problem)[:300]
            if found != wanted:
                status = 1
                more = said if found is None else f"{found.total()} rows, {wanted.total()} in SQLite"
                print(f"{view or 'example'}: {tool}: {more}")
        if view and "<h1" not in web.get(f"/{view}").text:
            status = 1
            print(f"{view}: datasette shows no page")
    print(f"{len(views)} views, {rows} rows: {'the same' if not status else 'not the same'} in all")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

#ifndef SQLITE_DEFENCE_H
#define SQLITE_DEFENCE_H

/// Before the first connection: SQLite need not count its memory, which takes a lock at every
/// allocation, and gets memory for a page when it reads one, not for twenty whenever a statement lists
/// something. Swift cannot call the variadic `sqlite3_config` itself. Returns an SQLite result code.
int sqlite_defence_prepare(void);

/// Turns on SQLite's defensive mode and turns off extensions; variadic as well.
/// `connection` is a `sqlite3 *`; returns an SQLite result code.
int sqlite_defence_raise(void *connection);

#endif

#ifndef SQLITE_DEFENCE_H
#define SQLITE_DEFENCE_H

/// Turns on SQLite's defensive mode and turns off extensions. Swift cannot call the variadic
/// `sqlite3_db_config` itself. `connection` is a `sqlite3 *`; returns an SQLite result code.
int sqlite_defence_raise(void *connection);

#endif

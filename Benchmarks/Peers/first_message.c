// Opens a snapshot and looks up one message, like a program that keeps nothing in memory.
// Usage: first_message SNAPSHOT CODE LANGUAGE
#include <sqlite3.h>

#include "peer.h"

int main(int argc, char **argv) {
    if (argc != 4) fail("usage: first_message SNAPSHOT CODE LANGUAGE");

    long start = nanoseconds();
    sqlite3 *database;
    sqlite3_stmt *statement;
    if (sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) fail("The file does not open.");
    if (sqlite3_prepare_v2(database, "SELECT text FROM message WHERE code = ? AND language = ?", -1, &statement,
                           NULL) != SQLITE_OK)
        fail(sqlite3_errmsg(database));
    sqlite3_bind_int64(statement, 1, atol(argv[2]));
    sqlite3_bind_text(statement, 2, argv[3], -1, SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_ROW) fail("There is no such message.");
    const char *text = (const char *)sqlite3_column_text(statement, 0);
    long elapsed = nanoseconds() - start;

    printf("nanoseconds=%ld\ntext=%s\n", elapsed, text);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return 0;
}

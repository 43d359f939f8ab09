// Loads every text of a snapshot through SQLite's C interface, without any checks, into one growing buffer with an
// offset for each row.
// Usage: load_messages SNAPSHOT
#include <sqlite3.h>
#include <stdlib.h>

#include "peer.h"

int main(int argc, char **argv) {
    if (argc != 2) fail("usage: load_messages SNAPSHOT");

    long start = nanoseconds();
    sqlite3 *database;
    sqlite3_stmt *statement;
    if (sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) fail("The file does not open.");
    if (sqlite3_prepare_v2(database, "SELECT code, language, text FROM message ORDER BY language, code", -1, &statement,
                           NULL) != SQLITE_OK)
        fail(sqlite3_errmsg(database));
    size_t size = 0, capacity = 1 << 16, count = 0, rows = 1 << 12;
    char *texts = malloc(capacity);
    size_t *ends = malloc(rows * sizeof *ends);
    int step;
    while (texts && ends && (step = sqlite3_step(statement)) == SQLITE_ROW) {
        const unsigned char *text = sqlite3_column_text(statement, 2);
        size_t length = (size_t)sqlite3_column_bytes(statement, 2);
        if (size + length > capacity) texts = realloc(texts, capacity = 2 * capacity + length);
        if (count == rows) ends = realloc(ends, (rows *= 2) * sizeof *ends);
        if (!texts || !ends) break;
        memcpy(texts + size, text, length);
        size += length;
        ends[count++] = size;
    }
    if (!texts || !ends) fail("There is no memory left.");
    if (step != SQLITE_DONE) fail(sqlite3_errmsg(database));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    long elapsed = nanoseconds() - start;

    uint64_t fingerprint = FINGERPRINT;
    for (size_t row = 0; row < count; row++) {
        size_t first = row ? ends[row - 1] : 0;
        fingerprint = fingerprinted(fingerprint, texts + first, ends[row] - first);
    }
    printf("nanoseconds=%ld\nmessages=%zu\nfingerprint=%016lx\n", elapsed, count, fingerprint);
    return 0;
}

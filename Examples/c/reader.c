/* Reads status messages from a registry file: a released snapshot or the live registry.db (contract 1).
 * Debian packages: gcc libc6-dev libsqlite3-dev
 * Build and run:   cc -std=c11 -Wall -Wextra -Werror -O2 -o reader reader.c -lsqlite3
 *                  ./reader FILE LANGUAGE CODE...
 * Exit status: 0 done, 1 SQLite or I/O error, 4 no such file or language, 6 not a registry of contract 1, 64 usage. */
#define _POSIX_C_SOURCE 200809L
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SYMBOL, TEXT, TEXT_LANGUAGE, DIRECTION, FIELDS }; /* in the query's order */
struct message { sqlite3_int64 code; char *field[FIELDS]; };
static struct message *messages; /* sorted by code */
static size_t count;

static _Noreturn void fail(int status, const char *subject, const char *what, const char *found) {
    char line[8192];
    snprintf(line, sizeof line, "%s: %s%s", subject, what, found);
    /* A path or a value from the file may contain a newline. The error must stay on one line. */
    for (char *c = line; *c; c++) if ((unsigned char)*c < 0x20 || *c == 0x7f) *c = '?';
    fprintf(stderr, "reader: %s\n", line);
    exit(status);
}

static int by_code(const void *a, const void *b) {
    sqlite3_int64 x = ((const struct message *)a)->code, y = ((const struct message *)b)->code;
    return (x > y) - (x < y);
}

/* Checks UTF-8 (RFC 3629, section 4). mbstowcs would depend on the installed locales. */
static int is_utf8(const unsigned char *c) {
    while (*c) {
        int length = *c < 0x80 ? 1 : *c < 0xC2 ? 0 : *c < 0xE0 ? 2 : *c < 0xF0 ? 3 : *c < 0xF5 ? 4 : 0;
        if (!length || (*c == 0xE0 && c[1] < 0xA0) || (*c == 0xED && c[1] > 0x9F) || (*c == 0xF0 && c[1] < 0x90)
            || (*c == 0xF4 && c[1] > 0x8F))
            return 0;
        for (c++; --length; c++) if ((*c & 0xC0) != 0x80) return 0;
    }
    return 1;
}

/* Copies the current row, because SQLite frees its texts at the next step. */
static void append(const char *path, sqlite3_stmt *row) {
    if ((count & (count - 1)) == 0) { /* full at every power of two */
        messages = realloc(messages, (count ? 2 * count : 1) * sizeof *messages);
        if (!messages) fail(1, path, "out of memory", "");
    }
    struct message *message = &messages[count++];
    message->code = sqlite3_column_int64(row, 0);
    for (int i = 0; i < FIELDS; i++) {
        const unsigned char *text = sqlite3_column_text(row, i + 1);
        /* SQLite returns the stored bytes unchecked, including NULs. */
        if (!text || strlen((const char *)text) != (size_t)sqlite3_column_bytes(row, i + 1) || !is_utf8(text))
            fail(1, path, "a text is not UTF-8, or holds a NUL", "");
        if (!(message->field[i] = strdup((const char *)text))) fail(1, path, "out of memory", "");
    }
}

/* Steps to the next row; returns false at the end. */
static int next(const char *path, sqlite3_stmt *query) {
    int result = sqlite3_step(query);
    if (result != SQLITE_ROW && result != SQLITE_DONE) fail(1, path, sqlite3_errmsg(sqlite3_db_handle(query)), "");
    return result == SQLITE_ROW;
}

static sqlite3_stmt *prepare(const char *path, sqlite3 *db, const char *sql) {
    sqlite3_stmt *query;
    if (sqlite3_prepare_v2(db, sql, -1, &query, NULL) != SQLITE_OK) fail(1, path, sqlite3_errmsg(db), "");
    return query;
}

/* Loads all messages. The view localized_message has already resolved fallback languages. */
static void load(const char *path, const char *language) {
    struct stat info;
    /* SQLite would report a directory as a broken database, and wait forever on a FIFO. */
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode)) fail(4, path, "no such file", "");
    /* READONLY never creates a file. "./" prevents a relative name such as file:x from being read as a URI. */
    char *name = sqlite3_mprintf("%s%s", path[0] == '/' ? "" : "./", path), found[16];
    sqlite3 *db;
    if (sqlite3_open_v2(name, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) fail(1, path, sqlite3_errmsg(db), "");
    sqlite3_free(name);
    sqlite3_busy_timeout(db, 5000); /* the live file is locked during a commit */

    sqlite3_stmt *query = prepare(path, db, "PRAGMA application_id");
    unsigned id = next(path, query) ? (unsigned)sqlite3_column_int(query, 0) : 0;
    snprintf(found, sizeof found, "0x%08x", id);
    if (id != 0x53435247 && id != 0x53435253) /* 'SCRG' is the live file, 'SCRS' a snapshot */
        fail(6, path, "not a status-code registry: application_id ", found);
    sqlite3_finalize(query);

    query = prepare(path, db, "SELECT value FROM registry_info WHERE key = 'format'");
    const char *format = next(path, query) ? (const char *)sqlite3_column_text(query, 0) : NULL;
    if (!format || strcmp(format, "1") != 0)
        fail(6, path, "this program reads registry format 1, not ", format ? format : "none");
    sqlite3_finalize(query);

    query = prepare(path, db, "SELECT code, symbol, text, text_language, direction"
                              " FROM localized_message WHERE language = ?");
    sqlite3_bind_text(query, 1, language, -1, SQLITE_STATIC);
    while (next(path, query)) append(path, query);
    sqlite3_finalize(query);
    sqlite3_close(db);
    if (count == 0) fail(4, path, "no messages in language ", language);
    qsort(messages, count, sizeof *messages, by_code);
}

int main(int argc, char **argv) {
    int usable = argc >= 4;
    for (int i = 3; i < argc; i++) {
        size_t digits = strspn(argv[i], "0123456789");
        usable = usable && digits >= 1 && digits <= 18 && argv[i][digits] == '\0';
    }
    if (!usable) fail(64, "usage", "reader FILE LANGUAGE CODE...", "");
    load(argv[1], argv[2]); /* load all at startup: a request needs one binary search, no SQL */

    for (int i = 3; i < argc; i++) {
        /* A code that is retired, or newer than this file, must not stop a service. */
        struct message key = { strtoll(argv[i], NULL, 10), { "-", "unknown status code", "-", "-" } };
        struct message *hit = bsearch(&key, messages, count, sizeof key, by_code), *m = hit ? hit : &key;
        printf("%lld\t%s\t%s\t%s\t%s\n", (long long)m->code, m->field[SYMBOL], m->field[TEXT_LANGUAGE],
               m->field[DIRECTION], m->field[TEXT]);
    }
    if (fflush(stdout) != 0) fail(1, "output", "cannot be written", "");
}

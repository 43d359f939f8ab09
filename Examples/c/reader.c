/* Reads status messages from a registry file: a released snapshot or the live registry.db (contract 1).
 * Debian packages: gcc libc6-dev libsqlite3-dev
 * Build and run:   cc -std=c11 -Wall -Wextra -Werror -O2 -o reader reader.c -lsqlite3
 *                  ./reader FILE LANGUAGE CODE...
 * Exit status: 0 done, 1 SQLite or I/O error, 4 no such file or language, 6 not a registry of contract 1, 64 usage. */
#define _POSIX_C_SOURCE 200809L
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SYMBOL, TEXT, TEXT_LANGUAGE, DIRECTION, FIELDS }; /* in the query's order */
struct message { sqlite3_int64 code; char *field[FIELDS]; };
struct catalog { struct message *messages; size_t count, capacity; };

static int fail(int status, const char *path, const char *what, const char *found) {
    char line[8192];
    snprintf(line, sizeof line, "%s: %s%s", path, what, found);
    /* A path or a value from the file may hold a newline; the error stays one line. */
    for (char *c = line; *c; c++) if ((unsigned char)*c < 0x20 || *c == 0x7f) *c = '?';
    fprintf(stderr, "reader: %s\n", line);
    return status;
}

static int by_code(const void *a, const void *b) {
    sqlite3_int64 x = ((const struct message *)a)->code, y = ((const struct message *)b)->code;
    return (x > y) - (x < y);
}

/* Copies the current row, as SQLite's own text lives only until the next step. Returns what went wrong, or NULL. */
static const char *append(struct catalog *all, sqlite3_stmt *row) {
    if (all->count == all->capacity) {
        size_t capacity = all->capacity ? 2 * all->capacity : 64;
        struct message *grown = realloc(all->messages, capacity * sizeof *grown);
        if (!grown) return "out of memory";
        all->messages = grown, all->capacity = capacity;
    }
    struct message *message = &all->messages[all->count++];
    *message = (struct message){ .code = sqlite3_column_int64(row, 0) };
    for (int i = 0; i < FIELDS; i++) {
        const char *value = (const char *)sqlite3_column_text(row, i + 1);
        /* SQLite hands out whatever bytes were stored; mbstowcs checks them, as main sets a UTF-8 locale. */
        if (!value || mbstowcs(NULL, value, 0) == (size_t)-1) return "a text is not UTF-8";
        if (!(message->field[i] = strdup(value))) return "out of memory";
    }
    return NULL;
}

/* Ends the query before, starts this one and returns what its first step gave. */
static int start(sqlite3 *db, sqlite3_stmt **query, const char *sql, const char *argument) {
    sqlite3_finalize(*query);
    int result = sqlite3_prepare_v2(db, sql, -1, query, NULL);
    if (result == SQLITE_OK && argument) result = sqlite3_bind_text(*query, 1, argument, -1, SQLITE_STATIC);
    return result == SQLITE_OK ? sqlite3_step(*query) : result;
}

/* Fallback languages are already resolved in localized_message. The caller closes db and query, also on failure. */
static int load(const char *path, const char *language, struct catalog *all, sqlite3 **db, sqlite3_stmt **query) {
    struct stat info;
    /* SQLite would take a directory for a broken database and wait for ever on a FIFO. */
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode)) return fail(4, path, "no such file", "");
    /* READONLY never creates a file; "./" keeps a relative name such as file:x from being taken for a URI. */
    char *name = sqlite3_mprintf("%s%s", path[0] == '/' ? "" : "./", path), found[16];
    int result = sqlite3_open_v2(name, db, SQLITE_OPEN_READONLY, NULL);
    sqlite3_free(name);
    sqlite3_busy_timeout(*db, 5000); /* the live file may be locked for the moment of a commit */
    if (result != SQLITE_OK || start(*db, query, "PRAGMA application_id", NULL) != SQLITE_ROW)
        return fail(1, path, sqlite3_errmsg(*db), "");
    unsigned id = (unsigned)sqlite3_column_int(*query, 0);
    snprintf(found, sizeof found, "0x%08x", id);
    if (id != 0x53435247 && id != 0x53435253) /* 'SCRG' is the live file, 'SCRS' a snapshot */
        return fail(6, path, "not a status-code registry: application_id ", found);

    result = start(*db, query, "SELECT value FROM registry_info WHERE key = 'format'", NULL);
    if (result != SQLITE_ROW && result != SQLITE_DONE) return fail(1, path, sqlite3_errmsg(*db), "");
    const char *format = result == SQLITE_ROW ? (const char *)sqlite3_column_text(*query, 0) : NULL;
    if (!format || strcmp(format, "1") != 0)
        return fail(6, path, "this program reads registry format 1, not ", format ? format : "none");

    result = start(*db, query, "SELECT code, symbol, text, text_language, direction"
                               " FROM localized_message WHERE language = ?", language);
    for (; result == SQLITE_ROW; result = sqlite3_step(*query)) {
        const char *error = append(all, *query);
        if (error) return fail(1, path, error, "");
    }
    if (result != SQLITE_DONE) return fail(1, path, sqlite3_errmsg(*db), "");
    if (all->count == 0) return fail(4, path, "no messages in language ", language);
    qsort(all->messages, all->count, sizeof *all->messages, by_code);
    return 0;
}

int main(int count, char **arguments) {
    int usable = count >= 4;
    for (int i = 3; i < count; i++) {
        size_t digits = strspn(arguments[i], "0123456789");
        usable = usable && digits >= 1 && digits <= 18 && arguments[i][digits] == '\0';
    }
    if (!usable) return fail(64, "usage", "reader FILE LANGUAGE CODE...", "");
    setlocale(LC_CTYPE, "C.UTF-8");

    /* Everything at startup: a request then costs one binary search and no SQL. */
    struct catalog all = { 0 };
    sqlite3 *db = NULL;
    sqlite3_stmt *query = NULL;
    int status = load(arguments[1], arguments[2], &all, &db, &query);
    sqlite3_finalize(query);
    sqlite3_close(db);

    for (int i = 3; status == 0 && i < count; i++) {
        struct message key = { .code = strtoll(arguments[i], NULL, 10) };
        /* A code that was retired, or is newer than this file, must never stop a service. */
        struct message unknown = { key.code, { "-", "unknown status code", "-", "-" } };
        struct message *m = bsearch(&key, all.messages, all.count, sizeof key, by_code);
        if (!m) m = &unknown;
        printf("%lld\t%s\t%s\t%s\t%s\n", (long long)m->code, m->field[SYMBOL], m->field[TEXT_LANGUAGE],
               m->field[DIRECTION], m->field[TEXT]);
    }
    if (status == 0 && (fflush(stdout) != 0 || ferror(stdout))) status = fail(1, "output", ": write failed", "");
    for (size_t i = 0; i < all.count; i++)
        for (int f = 0; f < FIELDS; f++) free(all.messages[i].field[f]);
    free(all.messages);
    return status;
}

// Formats the text of a code in every language of a registry file, with numbers and texts as its arguments.
//
// Debian packages: gcc g++ libc6-dev libsqlite3-dev libicu-dev
// Build:           cc -std=c11 -c plural.c && c++ -std=c++17 -o plural plural.o message.cpp -lsqlite3 -licui18n -licuuc
// Run:             ./plural FILE CODE NAME=VALUE...
//
// A value of ASCII digits, such as count=3, is a number. Any other value is a text.
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

static int fail(const char *message) {
  fprintf(stderr, "plural: %s\n", message);
  return 1;
}

int main(int argc, char **argv) {
  if (argc < 3) return fail("usage: plural FILE CODE NAME=VALUE...");
  int count = argc - 3;
  struct message_value *values = calloc(count + 1, sizeof *values);
  for (int i = 0; i < count; i++) {
    char *equals = strchr(argv[i + 3], '=');
    if (equals == NULL) return fail("an argument is NAME=VALUE");
    *equals = 0;
    char *end;
    errno = 0;
    long long number = strtoll(equals + 1, &end, 10);
    int is_number = equals[1] != 0 && *end == 0 && errno == 0;
    values[i] = (struct message_value){argv[i + 3], is_number ? NULL : equals + 1, number};
  }

  sqlite3 *db;
  sqlite3_stmt *rows;
  if (sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return fail(sqlite3_errmsg(db));
  sqlite3_busy_timeout(db, 5000);
  const char *sql = "SELECT text_language, text FROM localized_message WHERE code = ?1 GROUP BY text_language";
  if (sqlite3_prepare_v2(db, sql, -1, &rows, NULL) != SQLITE_OK) return fail(sqlite3_errmsg(db));
  sqlite3_bind_text(rows, 1, argv[2], -1, SQLITE_STATIC);
  int step;
  while ((step = sqlite3_step(rows)) == SQLITE_ROW) {
    const char *language = (const char *)sqlite3_column_text(rows, 0);
    char *text = message_format((const char *)sqlite3_column_text(rows, 1), language, values, count);
    if (text == NULL) return fail("a text could not be formatted");
    printf("%s\t%s\n", language, text);
    free(text);
  }
  if (step != SQLITE_DONE) return fail(sqlite3_errmsg(db));
  sqlite3_finalize(rows);
  sqlite3_close(db);
  free(values);
  return 0;
}

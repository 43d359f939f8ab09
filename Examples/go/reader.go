// Reads status messages from a registry file: a released snapshot or the live registry.db (contract 1).
//
// Debian packages: golang-go golang-github-mattn-go-sqlite3-dev libsqlite3-dev gcc
// Build and run:   GO111MODULE=off GOPATH=/usr/share/gocode go build -tags libsqlite3 -o reader reader.go
//
//	./reader FILE LANGUAGE CODE...
//
// Exit status: 0 done, 1 SQLite or I/O error, 4 no such file or language, 6 not a registry of contract 1, 64 usage.
package main

import (
	"bufio"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	_ "github.com/mattn/go-sqlite3"
)

type message struct{ symbol, text, textLanguage, direction string }

func fail(status int, subject string, reason interface{}) {
	line := strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f { // a path or value may contain a newline; keep the error on one line
			return '?'
		}
		return r
	}, fmt.Sprintf("reader: %s: %v", subject, reason))
	fmt.Fprintln(os.Stderr, line)
	os.Exit(status)
}

// load reads all messages of one language. The view localized_message has already resolved fallback languages.
func load(path, language string) map[int64]message {
	check := func(err error) {
		if err != nil {
			fail(1, path, err)
		}
	}
	// SQLite would report a directory as a broken database, and wait forever on a FIFO.
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		fail(4, path, "no such file")
	}
	// The path is percent-encoded, so that ?, # and % remain part of the name. mode=ro never creates a file. "//" is an
	// empty host name, without which a path that starts with // would contain one. "./" makes :memory: a file name.
	prefix := "file:./"
	if strings.HasPrefix(path, "/") {
		prefix = "file://"
	}
	uri := prefix + (&url.URL{Path: path}).EscapedPath() + "?mode=ro"
	db, err := sql.Open("sqlite3", uri+"&_busy_timeout=5000") // the live file is locked during a commit
	check(err)
	defer db.Close()

	var id int32
	check(db.QueryRow("PRAGMA application_id").Scan(&id))
	if id != 0x53435247 && id != 0x53435253 { // 'SCRG' is the live file, 'SCRS' a snapshot
		fail(6, path, fmt.Sprintf("not a status-code registry: application_id 0x%08x", uint32(id)))
	}
	var format sql.NullString
	err = db.QueryRow("SELECT value FROM registry_info WHERE key = 'format'").Scan(&format)
	if err != sql.ErrNoRows {
		check(err)
	}
	if format.String != "1" {
		fail(6, path, fmt.Sprintf("this program reads registry format 1, not %q", format.String))
	}

	rows, err := db.Query(
		"SELECT code, symbol, text, text_language, direction FROM localized_message WHERE language = ?", language)
	check(err)
	defer rows.Close()
	messages := map[int64]message{}
	for rows.Next() {
		var code int64
		var m message
		check(rows.Scan(&code, &m.symbol, &m.text, &m.textLanguage, &m.direction))
		// SQLite returns the stored bytes unchecked.
		if all := m.symbol + m.text + m.textLanguage + m.direction; !utf8.ValidString(all) || strings.ContainsRune(all, 0) {
			fail(1, path, "a text is not UTF-8, or holds a NUL")
		}
		messages[code] = m
	}
	check(rows.Err())
	if len(messages) == 0 {
		fail(4, path, "no messages in language "+language)
	}
	return messages
}

func main() {
	if len(os.Args) < 4 {
		fail(64, "usage", "reader FILE LANGUAGE CODE...")
	}
	codes := []int64{}
	for _, argument := range os.Args[3:] {
		code, err := strconv.ParseUint(argument, 10, 63)
		if err != nil || len(argument) > 18 {
			fail(64, "usage", "reader FILE LANGUAGE CODE...")
		}
		codes = append(codes, int64(code))
	}
	messages := load(os.Args[1], os.Args[2]) // load all at startup: a request needs one map lookup, no SQL

	out := bufio.NewWriter(os.Stdout)
	for _, code := range codes {
		m, known := messages[code]
		if !known { // a code that is retired, or newer than this file, must not stop a service
			m = message{"-", "unknown status code", "-", "-"}
		}
		fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\n", code, m.symbol, m.textLanguage, m.direction, m.text)
	}
	if err := out.Flush(); err != nil {
		fail(1, "output", err)
	}
}

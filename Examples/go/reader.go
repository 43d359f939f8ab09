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
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	_ "github.com/mattn/go-sqlite3"
)

type message struct{ symbol, text, textLanguage, direction string }

// load returns the messages by code, fallback languages already resolved, or an error and the exit status for it.
func load(path, language string) (map[int64]message, int, error) {
	// SQLite would take a directory for a broken database and wait for ever on a FIFO.
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil, 4, fmt.Errorf("no such file")
	}
	// Percent-encoded, so that ?, # and % stay part of the name; mode=ro never creates a file.
	// "//" is an empty host name: without it a path that starts with // would name one.
	uri := "file:" + (&url.URL{Path: path}).EscapedPath() + "?mode=ro&_busy_timeout=5000"
	if strings.HasPrefix(path, "/") {
		uri = "file://" + uri[len("file:"):]
	}
	db, err := sql.Open("sqlite3", uri)
	if err != nil {
		return nil, 1, err
	}
	defer db.Close()

	var id int32
	if err := db.QueryRow("PRAGMA application_id").Scan(&id); err != nil {
		return nil, 1, err
	}
	if id != 0x53435247 && id != 0x53435253 { // 'SCRG' is the live file, 'SCRS' a snapshot
		return nil, 6, fmt.Errorf("not a status-code registry: application_id 0x%08x", uint32(id))
	}
	format := "none"
	err = db.QueryRow("SELECT value FROM registry_info WHERE key = 'format'").Scan(&format)
	if err != nil && err != sql.ErrNoRows {
		return nil, 1, err
	}
	if format != "1" {
		return nil, 6, fmt.Errorf("this program reads registry format 1, not %s", format)
	}

	rows, err := db.Query(
		"SELECT code, symbol, text, text_language, direction FROM localized_message WHERE language = ?", language)
	if err != nil {
		return nil, 1, err
	}
	defer rows.Close()
	messages := map[int64]message{}
	for rows.Next() {
		var code int64
		var m message
		if err := rows.Scan(&code, &m.symbol, &m.text, &m.textLanguage, &m.direction); err != nil {
			return nil, 1, err
		}
		if !utf8.ValidString(m.text) { // SQLite hands out whatever bytes were stored
			return nil, 1, fmt.Errorf("the text of %d is not UTF-8", code)
		}
		messages[code] = m
	}
	if err := rows.Err(); err != nil {
		return nil, 1, err
	}
	if len(messages) == 0 {
		return nil, 4, fmt.Errorf("no messages in language %s", language)
	}
	return messages, 0, nil
}

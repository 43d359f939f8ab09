// Answers from a released snapshot, and takes a new release into use while it answers (contract 1).
//
// Debian packages: golang-go golang-github-mattn-go-sqlite3-dev libsqlite3-dev gcc
// Build and run:   GO111MODULE=off GOPATH=/usr/share/gocode go build -tags libsqlite3 -o live live.go
//
//	./live FILE [SECONDS]
//
// In a module, `go get github.com/mattn/go-sqlite3` takes the place of the package of Debian. Go 1.19 or newer.
//
// FILE is the path that changes, such as a link to the newest release. It is looked at every SECONDS seconds, 5 by
// default. Each line of standard input is a request: a code, a space, and a language of the file. The answer is one
// line: CODE SYMBOL TEXT_LANGUAGE DIRECTION TEXT, separated by tabs. What happens to the file is said on standard
// error.
//
// Exit status: 0 done, 1 the first release cannot be used, 64 usage.
package main

import (
	"bufio"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unicode/utf8"

	_ "github.com/mattn/go-sqlite3"
)

const (
	snapshotID    = 0x53435253 // 'SCRS'
	format        = "1"
	manifestLimit = 1 << 20
)

type key struct {
	code     int64
	language string
}

type message struct{ symbol, text, textLanguage, direction string }

// release is the content of one release. It never changes, so that goroutines need no lock to read it.
type release struct {
	name, digest string
	revision     int64
	messages     map[key]message
}

type manifest struct {
	File       string `json:"file"`
	Size       int64  `json:"size"`
	FileSHA256 string `json:"file_sha256"`
	Release    string `json:"release"`
	Revision   int64  `json:"revision"`
}

// read returns the bytes of a regular file. A FIFO is not waited for, and no more than the limit is read.
func read(path string, limit int64) ([]byte, error) {
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a regular file", path)
	}
	content, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err == nil && int64(len(content)) > limit {
		err = fmt.Errorf("%s: larger than it may be", path)
	}
	return content, err
}

// files returns the release's own file, where a link leads, and its manifest, which is beside that file.
func files(path string) (file, beside string) {
	file, err := filepath.EvalSymlinks(path)
	if err != nil {
		file = path
	}
	if file, err = filepath.Abs(file); err != nil {
		file = path
	}
	return file, strings.TrimSuffix(file, ".db") + ".manifest.json"
}

// identity is what changes when a file is replaced or written to. The manifest may arrive after its snapshot.
func identity(path string) string {
	file, beside := files(path)
	found := ""
	for _, name := range []string{file, beside} {
		var status syscall.Stat_t
		err := syscall.Stat(name, &status)
		found += fmt.Sprintln(name, err, status.Dev, status.Ino, status.Size, status.Mtim, status.Ctim)
	}
	return found
}

// verify compares the snapshot with its manifest, byte for byte, and returns its path and the manifest.
func verify(path string) (string, manifest, error) {
	var promised manifest
	file, beside := files(path)
	content, err := read(beside, manifestLimit)
	if err != nil {
		return file, promised, err
	}
	if json.Unmarshal(content, &promised) != nil {
		return file, promised, fmt.Errorf("%s: not a manifest", beside)
	}
	if content, err = read(file, promised.Size); err != nil {
		return file, promised, err
	}
	found := sha256.Sum256(content)
	if promised.File != filepath.Base(file) || int64(len(content)) != promised.Size ||
		hex.EncodeToString(found[:]) != promised.FileSHA256 {
		return file, promised, fmt.Errorf("%s: not the file of its manifest", file)
	}
	return file, promised, nil
}

// load returns the release at the path.
func load(path string) (*release, error) {
	// The file is read twice: first to verify it, then by SQLite. It must be the same one after that.
	before := identity(path)
	file, promised, err := verify(path)
	if err != nil {
		return nil, err
	}
	// immutable: SQLite needs no lock and no write access to the folder. The path is percent-encoded, so that ?, # and
	// % remain part of the name.
	uri := "file://" + (&url.URL{Path: file}).EscapedPath() + "?mode=ro&immutable=1"
	db, err := sql.Open("sqlite3", uri)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	new, err := query(db, file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if new.name != promised.Release || new.revision != promised.Revision {
		return nil, fmt.Errorf("%s: not the release of its manifest", path)
	}
	if identity(path) != before {
		return nil, fmt.Errorf("%s: it changed while it was being read", path)
	}
	return new, nil
}

func query(db *sql.DB, file string) (*release, error) {
	var id int64
	if err := db.QueryRow("PRAGMA application_id").Scan(&id); err != nil {
		return nil, err
	}
	if id != snapshotID {
		return nil, errors.New("not a released snapshot")
	}
	info := map[string]string{}
	err := each(db, "SELECT key, value FROM registry_info", func(rows *sql.Rows) error {
		var name, value string
		err := rows.Scan(&name, &value)
		info[name] = value
		return err
	})
	if err != nil {
		return nil, err
	}
	if info["format"] != format {
		return nil, fmt.Errorf("this program reads format %s, not %q", format, info["format"])
	}
	revision, err := strconv.ParseInt(info["revision"], 10, 64)
	if err != nil {
		return nil, err
	}
	new := &release{info["release"], info["content_digest"], revision, map[key]message{}}
	err = each(db,
		"SELECT code, language, symbol, text, text_language, direction FROM localized_message",
		func(rows *sql.Rows) error {
			var k key
			var m message
			err := rows.Scan(&k.code, &k.language, &m.symbol, &m.text, &m.textLanguage, &m.direction)
			if err == nil && !utf8.ValidString(m.text) { // SQLite returns the stored bytes unchecked
				err = fmt.Errorf("the text of %d is not UTF-8", k.code)
			}
			new.messages[k] = m
			return err
		})
	return new, err
}

func each(db *sql.DB, query string, body func(*sql.Rows) error) error {
	rows, err := db.Query(query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := body(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// liveMessages is the newest release at a path. Call Current once at the start of a request, and use that release until
// the end of the request.
type liveMessages struct {
	path    string
	report  func(string)
	current atomic.Pointer[release]
	lock    sync.Mutex // for check alone; reading current needs no lock
	seen    string
	refusal string
}

func follow(path string, every time.Duration, report func(string)) (*liveMessages, error) {
	live := &liveMessages{path: path, report: report, seen: identity(path)}
	first, err := load(path)
	if err != nil {
		return nil, err
	}
	live.current.Store(first)
	go func() {
		for range time.Tick(every) {
			live.check()
		}
	}()
	return live, nil
}

func (live *liveMessages) Current() *release { return live.current.Load() }

// check takes a new release into use, and returns whether there was one. When it is refused, the old one stays.
func (live *liveMessages) check() bool {
	live.lock.Lock()
	defer live.lock.Unlock()
	found := identity(live.path) // before the file is read, so that a later change is found at the next check
	if found == live.seen {
		return false
	}
	old := live.Current()
	new, err := load(live.path)
	if err == nil && new.revision < old.revision {
		err = fmt.Errorf("%s: revision %d is older than %d, which is in use", live.path, new.revision, old.revision)
	}
	if err != nil {
		live.seen = "" // the file is read again at the next check: its disk may have been the reason
		if live.refusal != err.Error() {
			live.refusal = err.Error()
			live.report(fmt.Sprintf("keeping release %s: %v", old.name, err))
		}
		return false
	}
	live.seen, live.refusal = found, ""
	if new.name == old.name && new.revision == old.revision && new.digest == old.digest {
		return false
	}
	live.current.Store(new) // one store: a request sees the old release or the new one, never a mixture
	live.report(fmt.Sprintf("release %s, revision %d, is in use", new.name, new.revision))
	return true
}

func report(line string) {
	line = strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f { // a path may contain a newline; each report stays on one line
			return '?'
		}
		return r
	}, line)
	fmt.Fprintln(os.Stderr, "live: "+line)
}

func main() {
	seconds := 5.0
	if len(os.Args) == 3 {
		seconds, _ = strconv.ParseFloat(os.Args[2], 64)
	}
	if len(os.Args) < 2 || len(os.Args) > 3 || !(seconds >= 0.001 && seconds <= 86400) {
		report("usage: live FILE [SECONDS]")
		os.Exit(64)
	}
	live, err := follow(os.Args[1], time.Duration(seconds*float64(time.Second)), report)
	if err != nil {
		report(err.Error())
		os.Exit(1)
	}
	requests := bufio.NewScanner(os.Stdin)
	for requests.Scan() {
		release := live.Current() // once for each request
		word, language, _ := strings.Cut(requests.Text(), " ")
		found := message{"-", "unknown status code", "-", "-"}
		if code, err := strconv.ParseInt(word, 10, 64); err == nil {
			// A code that is retired, or newer than the release, must not stop a service.
			if known, ok := release.messages[key{code, language}]; ok {
				found = known
			}
		}
		fmt.Printf("%s\t%s\t%s\t%s\t%s\n", word, found.symbol, found.textLanguage, found.direction, found.text)
	}
}

"""The pages of the console as somebody would write them with Flask, Jinja and sqlite3: a list of texts, the page of a
code with its form, and a save with its row of history. waitress serves it.

app.py DATABASE
"""
import datetime
import logging
import sqlite3
import sys
import threading

import flask
import waitress

PAGE = 100
app = flask.Flask(__name__)
local = threading.local()


def database():
    """Returns the connection of this thread, which stays open."""
    if not hasattr(local, "connection"):
        local.connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=5)
        local.connection.row_factory = sqlite3.Row
        local.connection.execute("PRAGMA synchronous = EXTRA")
    return local.connection


@app.before_request
def identify():
    flask.g.person = flask.request.headers.get("X-Remote-User")
    if not flask.g.person:
        flask.abort(401)


@app.after_request
def protect(response):
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'self'; form-action 'self'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response


@app.get("/texts")
def texts():
    skipped = flask.request.args.get("skip", 0, int)
    count, = database().execute("SELECT count(*) FROM translation").fetchone()
    rows = database().execute(
        "SELECT translation.code, translation.state, translation.text, language.tag, language.own_name,"
        " language.direction FROM translation JOIN language ON language.tag = translation.language"
        " ORDER BY translation.code, language.position LIMIT ? OFFSET ?", (PAGE, skipped)).fetchall()
    languages = database().execute("SELECT tag, own_name, direction FROM language ORDER BY position").fetchall()
    categories = database().execute(
        "SELECT category.key, category_name.name FROM category JOIN category_name"
        " ON category_name.category = category.key AND category_name.language = 'en' ORDER BY position").fetchall()
    following = skipped + PAGE if skipped + PAGE < count else None
    return flask.render_template("texts.html", rows=rows, count=count, languages=languages, categories=categories,
                                 following=following)


@app.get("/codes/<int:number>")
def code(number):
    row = database().execute("SELECT * FROM status_code WHERE code = ?", (number,)).fetchone()
    if row is None:
        flask.abort(404)
    found = database().execute(
        "SELECT language.tag, language.own_name, language.direction, translation.text, translation.state,"
        " translation.revision, operation.actor, operation.at FROM language"
        " LEFT JOIN translation ON translation.language = language.tag AND translation.code = ?"
        " LEFT JOIN operation ON operation.id = translation.revision ORDER BY language.position", (number,)).fetchall()
    previous, = database().execute("SELECT max(code) FROM status_code WHERE code < ?", (number,)).fetchone()
    following, = database().execute("SELECT min(code) FROM status_code WHERE code > ?", (number,)).fetchone()
    return flask.render_template("code.html", code=row, texts=found, previous=previous, following=following)


@app.post("/codes/<int:number>")
def save(number):
    if flask.request.headers.get("Origin") != "https://codes.example.org":
        flask.abort(403)
    form, connection = flask.request.form, database()
    connection.execute("BEGIN IMMEDIATE")
    try:
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        operation, = connection.execute("SELECT max(id) + 1 FROM operation").fetchone()
        connection.execute("INSERT INTO operation (id, at, actor, command) VALUES (?, ?, ?, 'flask')",
                           (operation, now, flask.g.person))
        sequence = 0
        for name, text in form.items():
            language = name.removeprefix("text-")
            if language == name or text == form[f"base-{language}"]:
                continue
            before, revision = connection.execute(
                "SELECT text, revision FROM translation WHERE code = ? AND language = ?", (number, language)).fetchone()
            if revision != int(form[f"revision-{language}"]):
                connection.execute("ROLLBACK")
                return flask.render_template("conflict.html", mine=text, theirs=before), 409
            connection.execute("UPDATE translation SET text = ?, revision = ? WHERE code = ? AND language = ?",
                               (text, operation, number, language))
            sequence += 1
            connection.execute(
                "INSERT INTO change (operation, sequence, entity, code, language, field, before, after)"
                " VALUES (?, ?, 'translation', ?, ?, 'text', ?, ?)",
                (operation, sequence, number, language, before, text))
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.execute("ROLLBACK")
        raise
    return flask.redirect(f"/codes/{number}?done={operation}", 303)


if __name__ == "__main__":
    # It warns about every request that waits for a thread.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
    print(server.effective_port, flush=True)
    server.run()

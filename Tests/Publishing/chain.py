"""Publishes to an object store, and follows through a web server and a cache."""
import subprocess
import time

from engines import BUCKET, get

PREFIX = f"{BUCKET}/status-codes"
IMMUTABLE, POINTER = "public, max-age=31536000, immutable", "max-age=5"


def measure(table, place, store, nginx, cache):
    place.environment |= store.environment
    for release in ("1.0", "1.2+build.7"):
        place.publish(release, f"s3://{PREFIX}")
    again = place.publish("1.2+build.7", f"s3://{PREFIX}").stdout.split("\t")
    table.promise("SeaweedFS: publishing again changes nothing", again[1] == "2" and again[4].strip() == "false")
    table.promise("SeaweedFS: nobody else may write",
                  get(f"{store.url}/{PREFIX}/channels/production", "PUT", b"x")[0] == 403)
    for name, url in (("SeaweedFS", store.url), ("nginx before SeaweedFS", nginx.url), ("Varnish", cache.url)):
        objects(table, name, f"{url}/{PREFIX}", place)
    place.publish("1.0", "web")
    place.publish("1.2+build.7", "web")
    objects(table, "nginx with a folder", f"{nginx.url}/files", place)
    for name, url in (("nginx before SeaweedFS", nginx.url), ("Varnish", cache.url)):
        place.publish("1.1", f"s3://{PREFIX}", "--rollback", "a test")
        start = time.monotonic()
        while follow(place, f"{url}/{PREFIX}", "cache-of-" + name[:5])[1] != "1.1" and time.monotonic() < start + 40:
            time.sleep(0.2)
        table.figure(f"{name}: until the next release is seen", time.monotonic() - start, "s", 15)
        place.publish("1.2+build.7", f"s3://{PREFIX}")


def objects(table, name, base, place):
    """Everybody may read; the fields are kept; what is unchanged is not sent again; a follower accepts."""
    status, fields, pointer = get(f"{base}/channels/production")
    table.promise(f"{name}: the pointer is read by everybody", status == 200 and b'"serial": 2' in pointer)
    table.promise(f"{name}: Cache-Control of the pointer", fields["Cache-Control"] == POINTER, fields["Cache-Control"])
    table.promise(f"{name}: the same pointer is 304",
                  get(f"{base}/channels/production", If_None_Match=fields["ETag"])[0] == 304)
    release = base + "/registry-1.2%2Bbuild.7.db"
    status, fields, file = get(release)
    table.promise(f"{name}: a + in a name", status == 200 and file == (place.folder / place.snapshot("1.2+build.7"))
                  .read_bytes())
    table.promise(f"{name}: Cache-Control of a release", fields["Cache-Control"] == IMMUTABLE, fields["Cache-Control"])
    table.promise(f"{name}: followed", follow(place, base, "cache-" + name.replace(" ", "-"))[1] == "1.2+build.7")
    sent, received = bytes_of_a_poll(f"{base}/channels/production")
    table.figure(f"{name}: a poll without news, sent", sent, "bytes", 400)
    table.figure(f"{name}: a poll without news, received", received, "bytes", 400)


def follow(place, base, cache):
    return place.run("snapshot", "follow", f"{base}/channels/production", "-o", cache, "--signers", "signers", "--once",
                     codes=(0, 7, 8)).stdout.split("\t") + ["", ""]


def bytes_of_a_poll(url):
    """The bytes of a request and its answer, with the fields that `admin` sends."""
    tag = get(url)[1]["ETag"]
    result = subprocess.run(
        ["curl", "-s", "-o", "/dev/null", "-H", "Accept-Encoding: identity", "-H", f"If-None-Match: {tag}", "-w",
         "%{http_code} %{size_request} %{size_header} %{size_download}", url], capture_output=True, check=True)
    status, sent, fields, body = map(int, result.stdout.split())
    assert status == 304
    return sent, fields + body

#!/usr/bin/env python3
"""serve.py EVIDEX INDEX [SAMPLES]: how long the reading page waits. First page, searches and filters over INDEX; page
images over SAMPLES, the index of the samples. Prints the median and the 95th percentile in ms; exits 1 over a limit."""
import http.client
import json
import math
import random
import subprocess
import sys
import time
import urllib.parse

FACETS = {"kind": ["transfer", "notification", "detainee"], "assertion": ["affirmed", "negated", "future"],
          "sense": ["custody", "request", "jail"], "year": [2010, 2015, 2020], "agency": ["Agency 0", "Agency 39"],
          "type": ["letter", "log"]}


class Server:
    def __init__(self, program, index):
        self.process = subprocess.Popen([program, "serve", index, "--port", "0"], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        address = urllib.parse.urlparse(self.process.stdout.readline().strip())
        self.connection = http.client.HTTPConnection(address.hostname, address.port, timeout=120)

    def get(self, path, **query):
        begin = time.perf_counter()
        self.connection.request("GET", path + "?" + urllib.parse.urlencode(query))
        body = self.connection.getresponse().read()
        return (time.perf_counter() - begin) * 1000, body

    def end(self):
        self.process.terminate()
        self.process.wait()


def report(name, times, limit):
    times.sort()
    last = times[min(len(times) - 1, math.ceil(0.95 * len(times)) - 1)]
    good = limit is None or last <= limit
    print(f"{name:34} {len(times):4} median {times[len(times) // 2]:7.1f}  95% {last:7.1f}  worst {times[-1]:7.1f} ms"
          + ("" if limit is None else f"  limit {limit}: {'held' if good else 'NOT HELD'}"), flush=True)
    return good


def word():
    """A word as a person would look for: as often as it is written, but not one of the twenty most common."""
    return f"w{max(20, int(math.exp(random.random() * math.log(30000))))}"


def searches(server):
    yield "filters", 50, [server.get("/api/search", **{n: random.choice(FACETS[n]) for n in random.sample(list(FACETS), k)})[0]
                          for k in (1, 2, 3) for _ in range(30)]
    yield "filters, page 2 to 20", 50, [server.get("/api/search", kind="transfer", offset=50 * n)[0] for n in range(1, 20)]
    yield "one word", 50, [server.get("/api/search", q=word())[0] for _ in range(100)]
    yield "two words", 50, [server.get("/api/search", q=f"{word()} {word()}")[0] for _ in range(60)]
    yield "a word and a filter", 50, [server.get("/api/search", q=word(), kind="transfer", year=2015)[0] for _ in range(60)]
    yield "a word on every page", None, [server.get("/api/search", q="ICE")[0] for _ in range(3)]
    found = json.loads(server.get("/api/search", kind="detainee")[1])["results"]
    yield "one mention", 50, [server.get("/api/mention", id=m["mention_id"])[0] for m in found]


def main():
    program, index = sys.argv[1:3]
    random.seed(1)
    server = Server(program, index)
    first = server.get("/")[0] + server.get("/api/ledger")[0] + server.get("/api/search")[0]
    held = report("first page after the start", [first], None)
    held &= report("first page", [server.get("/")[0] + server.get("/api/ledger")[0] + server.get("/api/search")[0]
                                  for _ in range(10)], 100)
    for name, limit, times in searches(server):
        held &= report(name, times, limit)
    server.end()
    if len(sys.argv) > 3:
        server = Server(program, sys.argv[3])
        found = json.loads(server.get("/api/search")[1])["results"]
        pages = sorted({(m["document_id"], m["page"]) for m in found})
        held &= report("page image", [server.get(f"/page/{document}/{page}.png")[0] for document, page in pages], 300)
        server.end()
    sys.exit(0 if held else 1)


main()

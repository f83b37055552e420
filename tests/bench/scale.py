#!/usr/bin/env python3
"""What a run costs at growing numbers of born-digital pages, in files of 1,000: the figures of docs/scale.md.

    scale.py EVIDEX MAKE-PAGES FOLDER PAGES...

CPU is user and system time of the run and all its workers: unlike pages/s it hardly depends on what else the machine
does. A search is a process of its own, as a user types it; its CPU time is the median of five."""
import importlib.util
import os
import resource
import shutil
import statistics
import subprocess
import sys

spec = importlib.util.spec_from_file_location("bench_run", os.path.join(os.path.dirname(__file__), "bench-run.py"))
bench_run = importlib.util.module_from_spec(spec)
spec.loader.exec_module(bench_run)
PAGES_A_FILE, SEARCHES = 1000, 5
# A word of every page, one of none, and the tags of every page.
QUERIES = (["court"], ["zebra"], ["--kind", "notification", "--year", "2020"])


def make(maker, folder, pages):
    os.makedirs(folder)
    for first in range(0, pages, PAGES_A_FILE):
        file = os.path.join(folder, f"{first:07}.pdf")
        subprocess.run([maker, str(min(PAGES_A_FILE, pages - first)), file, str(first)], check=True)


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def search(evidex, out, query):
    before = cpu()
    subprocess.run([evidex, "search", out, *query, "-n", "20"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return cpu() - before


def megabytes(folder):
    return sum(os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(folder) for name in names) / 2**20


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    evidex, maker, work = sys.argv[1:4]
    print(f"{'pages':>7} {'wall s':>7} {'pages/s':>8} {'CPU s':>7} {'CPU ms/page':>12} {'supervisor MiB':>15} {'worker MiB':>11}"
          f" {'index MiB':>10} {'KiB/page':>9}  search CPU s: every page, none, tags", flush=True)
    for pages in map(int, sys.argv[4:]):
        dump, out = os.path.join(work, f"dump-{pages}"), os.path.join(work, f"index-{pages}")
        make(maker, dump, pages)
        before = cpu()
        run = bench_run.Watched(evidex, "run", dump, "-o", out, "-q")
        spent, size = cpu() - before, megabytes(out)
        asked = [statistics.median(search(evidex, out, query) for _ in range(SEARCHES)) for query in QUERIES]
        print(f"{pages:7} {run.seconds:7.1f} {pages / run.seconds:8.0f} {spent:7.1f} {1000 * spent / pages:12.2f} {run.parent:15.1f}"
              f" {run.child:11.1f} {size:10.1f} {1024 * size / pages:9.2f}  " + ", ".join(f"{s:.2f}" for s in asked), flush=True)
        shutil.rmtree(dump)
        shutil.rmtree(out)


if __name__ == "__main__":
    main()

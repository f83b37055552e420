#!/usr/bin/env python3
"""What a whole run costs, side by side: pages/s of born-digital pages beside pdftotext -bbox, memory of the
supervisor and of the workers at 10 and at 5,000 pages, and whether 1 and 4 workers give the same exports.

    bench-run.py EVIDEX MAKE-PAGES SAMPLES [FILE.pdf ...]

Ratios come from interleaved rounds (A B A B ...); each figure is the median of the rounds."""
import filecmp
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROUNDS = 5
PAGES_SMALL, PAGES_LARGE = 10, 5000


def high_water(pid):
    """Peak resident set of a living process, MiB; 0 if it is gone."""
    try:
        with open(f"/proc/{pid}/status") as status:
            return next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")), 0)
    except OSError:
        return 0


def descendants(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as children:
            direct = [int(child) for child in children.read().split()]
    except OSError:
        return []
    return direct + [deeper for child in direct for deeper in descendants(child)]


class Watched:
    """Runs a command and keeps the peak memory of it and of its largest descendant."""

    def __init__(self, *command):
        self.parent = self.child = 0
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        watcher = threading.Thread(target=self.watch, args=(process,))
        watcher.start()
        self.status = process.wait()
        self.seconds = time.monotonic() - started
        watcher.join()

    def watch(self, process):
        while process.poll() is None:
            self.parent = max(self.parent, high_water(process.pid))
            self.child = max([self.child] + [high_water(pid) for pid in descendants(process.pid)])
            time.sleep(0.02)


def seconds(*command):
    started = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.monotonic() - started


def pages_of(file):
    lines = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    return next(int(line.split()[1]) for line in lines.splitlines() if line.startswith("Pages:"))


def speed(evidex, file, work):
    """Median pages/s of pdftotext -bbox and of evidex with 1 and 2 workers, and the ratios by round."""
    rounds = []
    for number in range(ROUNDS):
        plain = seconds("pdftotext", "-bbox", file, os.path.join(work, "bbox.html"))
        ours = []
        for jobs in (1, 2):
            out = os.path.join(work, f"speed-{number}-{jobs}")
            ours.append(seconds(evidex, "run", file, "-o", out, "--jobs", str(jobs), "--ocr", "never", "-q"))
            shutil.rmtree(out)
        rounds.append((plain, *ours))
    pages = pages_of(file)
    medians = [pages / statistics.median(column) for column in zip(*rounds)]
    ratios = [statistics.median(plain / ours[i] for plain, *ours in rounds) for i in (0, 1)]
    print(f"{os.path.basename(file)[:40]:40} {pages:6} {medians[0]:9.0f} {medians[1]:9.0f} {medians[2]:9.0f}"
          f" {ratios[0]:7.2f} {ratios[1]:7.2f}")


def memory(evidex, maker, work):
    print(f"\n{'pages':>6} {'supervisor MiB':>15} {'largest child MiB':>18} {'seconds':>8}")
    for pages in (PAGES_SMALL, PAGES_LARGE):
        file = os.path.join(work, f"{pages}.pdf")
        subprocess.run([maker, str(pages), file], check=True)
        run = Watched(evidex, "run", file, "-o", os.path.join(work, f"memory-{pages}"), "-q")
        print(f"{pages:6} {run.parent:15.1f} {run.child:18.1f} {run.seconds:8.1f}")


def same_exports(evidex, samples, work):
    folders = []
    for jobs in ("1", "4"):
        out, folder = os.path.join(work, "jobs-" + jobs), os.path.join(work, "export-" + jobs)
        run = Watched(evidex, "run", samples, "-o", out, "--jobs", jobs, "-q")
        if jobs == "1":
            print(f"\nsamples: supervisor {run.parent:.1f} MiB, largest child {run.child:.1f} MiB (with OCR)")
        subprocess.run([evidex, "export", out, "--format", "csv", "-o", folder], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        folders.append(folder)
    names = sorted(os.listdir(folders[0]))
    different = filecmp.cmpfiles(*folders, names, shallow=False)[1:]
    alike = not any(different) and names == sorted(os.listdir(folders[1]))
    print(f"exports of 1 and 4 workers: {'byte-identical' if alike else 'DIFFERENT'} ({len(names)} files)")


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    evidex, maker, samples, *files = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="evidex-bench-") as work:
        synthetic = os.path.join(work, "synthetic-1000.pdf")
        subprocess.run([maker, "1000", synthetic], check=True)
        print(f"{'file':40} {'pages':>6} {'bbox p/s':>9} {'1 worker':>9} {'2 workers':>9} {'ratio 1':>7} {'ratio 2':>7}")
        for file in [synthetic, *files]:
            speed(evidex, file, work)
        memory(evidex, maker, work)
        same_exports(evidex, samples, work)


if __name__ == "__main__":
    main()

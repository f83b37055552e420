#!/usr/bin/env python3
"""make bench-ocr: evidex beside the bare tesseract command, and beside OCRmyPDF where it is installed.

Pages are images with their text in NAME.txt beside NAME.png|tif|jpg. Each page is made gray once, kept as a
PNG for tesseract and, losslessly, as a PDF for the others, so that all read the same pixels. Contestants
run interleaved, OMP_THREAD_LIMIT=1 for all, --jobs processes at a time. Time is user+sys of all child
processes; other work on the machine moves it by a tenth or more, so trust only differences that show in
every round. `evidex run` also lays out, tags and indexes; tesseract only writes text.

CER and word error rate depend on the order of reading, which these texts do not settle for columns and
tables; word recall and precision do not.
"""
import argparse, collections, ctypes, ctypes.util, json, os, resource, shutil, subprocess, sys, tempfile, time
import unicodedata

IMAGES = ('.png', '.tif', '.tiff', '.jpg', '.jpeg')
FLATE = 3  # L_FLATE_ENCODE of leptonica
PNG = 3    # IFF_PNG


# ---- pages -------------------------------------------------------------------------------------------

def leptonica():
    lept = ctypes.CDLL(ctypes.util.find_library('lept') or 'liblept.so.5')
    for name in ('pixRead', 'pixAlphaBlendUniform', 'pixConvertTo8'):
        getattr(lept, name).restype = ctypes.c_void_p
    lept.pixRead.argtypes = [ctypes.c_char_p]
    lept.pixAlphaBlendUniform.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    lept.pixConvertTo8.argtypes = [ctypes.c_void_p, ctypes.c_int]
    lept.pixWrite.argtypes = [ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int]
    lept.pixSetResolution.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
    for name in ('pixGetSpp', 'pixGetWidth', 'pixGetXRes'):
        getattr(lept, name).argtypes = [ctypes.c_void_p]
    lept.convertToPdf.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int,
                                  ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int]
    return lept


def prepare(source, work):
    """Gray PNG and PDF of each page that has a text; a resolution that is not stated is taken from a
    width of 8.5 inches."""
    lept, names = leptonica(), []
    for file in sorted(os.listdir(source)):
        name, ending = os.path.splitext(file)
        text = os.path.join(source, name + '.txt')
        if ending.lower() not in IMAGES or not os.path.exists(text):
            continue
        pix = lept.pixRead(os.path.join(source, file).encode())
        if not pix:
            sys.exit(f'bench-ocr: {file} cannot be read')
        if lept.pixGetSpp(pix) == 4:
            pix = lept.pixAlphaBlendUniform(pix, 0xffffff00)
        pix = lept.pixConvertTo8(pix, 0)
        dpi = lept.pixGetXRes(pix)
        dpi = dpi if dpi >= 150 else max(72, round(lept.pixGetWidth(pix) / 8.5))
        lept.pixSetResolution(pix, dpi, dpi)
        png = os.path.join(work, 'png', name + '.png').encode()
        lept.pixWrite(png, pix, PNG)
        pdf = os.path.join(work, 'pdf', name + '.pdf').encode()
        if lept.convertToPdf(png, FLATE, 0, pdf, 0, 0, dpi, None, None, 0) != 0:
            sys.exit(f'bench-ocr: {file} cannot be made a PDF')
        shutil.copy(text, os.path.join(work, 'gold', name + '.txt'))
        names.append(name)
    return names


# ---- contestants -------------------------------------------------------------------------------------

def in_parallel(commands, jobs):
    running = []
    for command in commands:
        if len(running) == jobs:
            running.pop(0).wait()
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    for process in running:
        process.wait()


def run_tesseract(work, out, names, lang, jobs):
    in_parallel([['tesseract', f'{work}/png/{n}.png', f'{out}/{n}', '-l', lang] for n in names], jobs)


def run_ocrmypdf(work, out, names, lang, jobs):
    for n in names:
        subprocess.run(['ocrmypdf', '-l', lang, '--jobs', str(jobs), '--sidecar', f'{out}/{n}.txt',
                        f'{work}/pdf/{n}.pdf', f'{out}/{n}.pdf'], capture_output=True)


def run_evidex(work, out, names, lang, jobs):
    result = subprocess.run([os.environ.get('EVIDEX', 'build/evidex'), 'run', f'{work}/pdf', '-o',
                             f'{out}/index', '--jobs', str(jobs), '--lang', lang, '-q'],
                            capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f'bench-ocr: evidex run: {result.stderr}')


def evidex_texts(work, out, names, lang):
    """Not timed: the text that the run read, for the score."""
    for n in names:
        text = subprocess.run([os.environ.get('EVIDEX', 'build/evidex'), 'text', f'{work}/pdf/{n}.pdf',
                               '--lang', lang], capture_output=True, text=True).stdout
        with open(f'{out}/{n}.txt', 'w') as file:
            file.write(text)


# ---- scores -------------------------------------------------------------------------------------------

def plain(text):
    text = unicodedata.normalize('NFKC', text)
    for sign, ascii_sign in zip('\u2018\u2019\u201c\u201d\u2013\u2014', '\'\'""--'):
        text = text.replace(sign, ascii_sign)
    return text.split()


def distance(a, b):
    """Levenshtein distance of two sequences. Source: Myers, J. ACM 46(3), 1999, in Hyyro's form."""
    if not a:
        return len(b)
    places = collections.defaultdict(int)
    for i, item in enumerate(a):
        places[item] |= 1 << i
    mask, top = (1 << len(a)) - 1, 1 << (len(a) - 1)
    plus, minus, score = mask, 0, len(a)
    for item in b:
        equal = places.get(item, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up, down = (minus | ~(horizontal | plus)) & mask, plus & horizontal
        score += bool(up & top) - bool(down & top)
        up, down = (up << 1 | 1) & mask, down << 1 & mask
        plus, minus = (down | ~(vertical | up)) & mask, up & vertical
    return score


def scores(work, out, names, each):
    total = collections.Counter()
    for n in names:
        with open(f'{work}/gold/{n}.txt', errors='replace') as file:
            gold = plain(file.read())
        try:
            with open(f'{out}/{n}.txt', errors='replace') as file:
                read = plain(file.read())
        except FileNotFoundError:
            read = []
        page = collections.Counter(
            wrong=distance(' '.join(gold), ' '.join(read)), characters=len(' '.join(gold)),
            wrong_words=distance(gold, read), words=len(gold), read=len(read),
            common=sum((collections.Counter(gold) & collections.Counter(read)).values()))
        if each:
            print(f'    {n:28} {summary(page)}')
        total += page
    return total


def reliability(work, names, lang):
    """[(confidence, right)] of the words that evidex recognised. A word is right if the page's text has it once
    more, wherever; the surest words are counted first."""
    words = []
    for n in names:
        with open(f'{work}/gold/{n}.txt', errors='replace') as file:
            left = collections.Counter(plain(file.read()))
        out = subprocess.run([os.environ.get('EVIDEX', 'build/evidex'), 'text', '--format', 'json', '--lang', lang,
                              f'{work}/pdf/{n}.pdf'], capture_output=True, text=True).stdout
        read = [word for page in out.splitlines() for line in json.loads(page).get('lines', [])
                for word in line['words'] if word['source'] == 'ocr' and plain(word['text'])]
        for word in sorted(read, key=lambda w: -w['confidence']):
            parts = plain(word['text'])
            words.append((word['confidence'], all(left[part] > 0 for part in parts)))
            left.subtract(parts)
    return words


def print_reliability(words):
    """By confidence; the error is the mean distance of confidence and share of right words, by their number.
    Source: Guo et al., "On Calibration of Modern Neural Networks", 2017 (expected calibration error)."""
    error = 0
    for low, high in ((0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        here = [w for w in words if low <= w[0] < high]
        if here:
            sure, right = (sum(w[i] for w in here) / len(here) for i in (0, 1))
            error += abs(sure - right) * len(here) / len(words)
            print(f'           confidence {low:.2f} - {min(high, 1):.2f}: {len(here):6} words, {right:.3f} right, '
                  f'mean confidence {sure:.3f}')
    print(f'           calibration error {error:.4f}')


def summary(s):
    return (f"CER {s['wrong'] / max(1, s['characters']):.4f}  WER {s['wrong_words'] / max(1, s['words']):.4f}  "
            f"recall {s['common'] / max(1, s['words']):.4f}  precision {s['common'] / max(1, s['read']):.4f}")


# ---- the race -------------------------------------------------------------------------------------------

SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER, linux/prctl.h


def adopt_orphans():
    """Processes whose parent ended first become children of this one, so that their time is counted too."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)


def cpu_s():
    """Of all processes started so far; waits for those that still run."""
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def race(contestants, work, names, arguments):
    times = {name: [] for name in contestants}
    adopt_orphans()
    for turn in range(arguments.rounds):
        for name, run in contestants.items():
            out = os.path.join(work, name)
            shutil.rmtree(out, ignore_errors=True)
            os.makedirs(out)
            cpu, wall = cpu_s(), time.monotonic()
            run(work, out, names, arguments.lang, arguments.jobs)
            times[name].append((cpu_s() - cpu, time.monotonic() - wall))
            print(f'  round {turn + 1}: {name:10} cpu {times[name][-1][0]:7.2f} s  wall {times[name][-1][1]:7.2f} s  '
                  f'load {os.getloadavg()[0]:.1f}', flush=True)
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('pages', help='folder of page images with their texts')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--jobs', type=int, default=os.cpu_count())
    parser.add_argument('--lang', default='eng+spa')
    parser.add_argument('--ocrmypdf', action='store_true', help='race OCRmyPDF too (slow)')
    parser.add_argument('--confidence', action='store_true', help='how far the confidence of words can be believed')
    parser.add_argument('--each', action='store_true', help='scores of each page')
    arguments = parser.parse_args()
    os.environ['OMP_THREAD_LIMIT'] = '1'
    contestants = {'tesseract': run_tesseract, 'evidex': run_evidex}
    if arguments.ocrmypdf and shutil.which('ocrmypdf'):
        contestants['ocrmypdf'] = run_ocrmypdf
    with tempfile.TemporaryDirectory() as work:
        for folder in ('png', 'pdf', 'gold'):
            os.makedirs(os.path.join(work, folder))
        names = prepare(arguments.pages, work)
        if not names:
            sys.exit(f'bench-ocr: no page image with a text in {arguments.pages}')
        print(f'{len(names)} pages of {arguments.pages}, {arguments.lang}, {arguments.jobs} at a time')
        times = race(contestants, work, names, arguments)
        evidex_texts(work, os.path.join(work, 'evidex'), names, arguments.lang)
        base_cpu, base_wall = (min(t[i] for t in times['tesseract']) for i in (0, 1))
        for name in contestants:
            cpu, wall = (min(t[i] for t in times[name]) for i in (0, 1))
            print(f'{name:10} cpu {cpu / len(names):.2f} s/page  {len(names) / wall:.2f} pages/s  '
                  f'speed {base_cpu / cpu:.2f}x cpu, {base_wall / wall:.2f}x wall of tesseract')
            print(f'           {summary(scores(work, os.path.join(work, name), names, arguments.each))}')
        if arguments.confidence:
            print_reliability(reliability(work, names, arguments.lang))


main()

#!/usr/bin/env python3
"""make bench-ocr: evidex beside the bare tesseract command, and beside OCRmyPDF where it is installed.

Pages are images with their text in NAME.txt beside NAME.png|tif|jpg. Each page is made gray once, kept as a
PNG for tesseract and, losslessly, as a PDF for the others, so that all read the same pixels. Contestants
run interleaved, OMP_THREAD_LIMIT=1 for all, --jobs processes at a time. Time is user+sys of all child
processes; other work on the machine moves it by a tenth or more, so trust only differences that show in
every round. `evidex run` also lays out, tags and indexes; tesseract only writes text.

CER and word error rate depend on the order of reading, which these texts do not settle for columns and
tables; word recall and precision do not. Where NAME.json has the words' boxes (print-pages writes it), CER "in
place" compares what was read with what is printed there, in whatever order, and without blanks.
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
        boxes = os.path.join(source, name + '.json')
        if os.path.exists(boxes):
            shutil.copy(boxes, os.path.join(work, 'gold', name + '.json'))
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
    in_parallel([['tesseract', f'{work}/png/{n}.png', f'{out}/{n}', '-l', lang, 'txt', 'tsv'] for n in names], jobs)


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
    """Not timed: the text that the run read, for the score, and its words in their places."""
    for n in names:
        for ending, form in (('txt', 'txt'), ('pages', 'json')):
            with open(f'{out}/{n}.{ending}', 'w') as file:
                subprocess.run([os.environ.get('EVIDEX', 'build/evidex'), 'text', f'{work}/pdf/{n}.pdf',
                                '--format', form, '--lang', lang], stdout=file, stderr=subprocess.DEVNULL)


def in_widths(width, words):
    """Boxes in widths of the page, whatever they were measured in."""
    return [(text, *(side / width for side in box)) for text, *box in words if text.strip()]


def printed_words(work, name):
    try:
        with open(f'{work}/gold/{name}.json') as file:
            page = json.load(file)
    except FileNotFoundError:
        return None
    return in_widths(page['width'], page['words'])


def read_words(out, name):
    """As tesseract's TSV or evidex's JSON has them; None if there is neither."""
    if os.path.exists(f'{out}/{name}.tsv'):
        with open(f'{out}/{name}.tsv', errors='replace') as file:
            rows = [line.rstrip('\n').split('\t') for line in file][1:]
        boxes = [(row[11], *map(int, row[6:10])) for row in rows if row[0] == '5']
        return in_widths(int(rows[0][8]), [(text, left, top, left + width, top + height)
                                           for text, left, top, width, height in boxes])
    if os.path.exists(f'{out}/{name}.pages'):
        with open(f'{out}/{name}.pages') as file:
            page = json.loads(file.readline())
        return in_widths(page['width'], [(word['text'], *word['box']) for line in page['lines']
                                         for word in line['words']])
    return None


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


def same_place(a, b):
    """Whether two words are printed at one place: they share half of the narrower one's width, and the middle of one
    lies at the height of the other."""
    over = min(a[3], b[3]) - max(a[1], b[1])
    middle_a, middle_b = (a[2] + a[4]) / 2, (b[2] + b[4]) / 2
    return (over >= min(a[3] - a[1], b[3] - b[1]) / 2 and
            (b[2] <= middle_a <= b[4] or a[2] <= middle_b <= a[4]))


def places(gold, read):
    """The words of both that share a place, directly or by others of the place: [(gold words, read words)]."""
    links = [[j for j, r in enumerate(read) if same_place(g, r)] for g in gold]
    places, place_of = [], {}
    for i, linked in enumerate(links):
        found = {id(place_of[j]): place_of[j] for j in linked if j in place_of}
        place = (set().union(*(p[0] for p in found.values()), {i}), set().union(*(p[1] for p in found.values()), linked))
        places = [p for p in places if id(p) not in found] + [place]
        place_of.update({j: place for j in place[1]})
    places += [(set(), {j}) for j in range(len(read)) if j not in place_of]
    return [([gold[i] for i in p[0]], [read[j] for j in p[1]]) for p in places]


def wrong_in_place(gold, read):
    """Characters, of the words from left to right, without blanks."""
    def text(words):
        return ''.join(plain(' '.join(w[0] for w in sorted(words, key=lambda w: w[1]))))
    return sum(distance(text(g), text(r)) for g, r in places(gold, read))


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
        printed, found = printed_words(work, n), read_words(out, n)
        if printed and found is not None:
            page.update(wrong_in_place=wrong_in_place(printed, found),
                        in_place=sum(len(''.join(plain(word[0]))) for word in printed))
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
    in_place = f"{s['wrong_in_place'] / s['in_place']:.4f} in place  " if s['in_place'] else ''
    return (f"CER {s['wrong'] / max(1, s['characters']):.4f}  {in_place}WER {s['wrong_words'] / max(1, s['words']):.4f}  "
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

/* The text of a page in the formats that readers and tools know: plain, JSON, hOCR, ALTO. */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

typedef struct {
    const char *name;
    void (*begin) (GString *out, const char *file); /* (nullable) */
    void (*page) (GString *out, const char *file, const EvxPage *page);
    void (*end) (GString *out); /* (nullable) */
} EvxTranscript;

/* txt json hocr alto, ended by name == NULL.
 * txt:  the page's text, a form feed behind each page
 * json: one object a page and line: "type":"page", size, reading, text, lines with boxes and words (pt)
 * hocr: hOCR 1.2, boxes in pixels at 300 dpi
 * alto: ALTO 4.2, boxes in 1/1200 inch */
extern const EvxTranscript evx_transcripts[];

/** Returns: (transfer none) (nullable): the format of that name. */
const EvxTranscript *evx_transcript_find (const char *name);

G_END_DECLS

/* Words with marks: parsed, measured, broken into lines, drawn. */
#pragma once

#include "paper.h"

G_BEGIN_DECLS

typedef struct {
    char *text;    /* as printed; for a redaction the exemption code */
    char *under;   /* what the box hides, or NULL */
    char *mention; /* codes of the mention that begins here, or NULL */
    char *surface; /* all of its words */
    gboolean bold, redacted, leaks, box, ticked;
    double width;
} Piece;

typedef struct {
    GPtrArray *pieces; /* Piece; no blank between them */
    double width;
} Word;

/** Returns: (transfer full) (element-type Word): the words of @text, measured at @size. */
GPtrArray *ink_words (Paper *paper, const char *text, double size);

/** Returns: (transfer full) (element-type guint): the index of each line's first word. */
GArray *ink_break (Paper *paper, GPtrArray *words, double size, double width);

/** Draws words @from..@to - 1 with their baseline at @y; tells the gold answers what it meets. */
void ink_draw (Paper *paper, GPtrArray *words, guint from, guint to, double size, double x,
               double y);

double ink_width (Paper *paper, GPtrArray *words, guint from, guint to, double size);

/** Returns: (transfer full): the words as plain text, the way a perfect reader gives them. */
char *ink_plain (GPtrArray *words, guint from, guint to);

void ink_face (Paper *paper, const char *family, double size, gboolean bold, gboolean italic);

/** Draws @text as it is; no marks. */
void ink_put (Paper *paper, const char *text, double x, double y);
double ink_measure (Paper *paper, const char *text);

G_END_DECLS

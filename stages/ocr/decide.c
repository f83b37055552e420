/* Decides how a page is read: from its text layer, by recognition, by recognition of its pictures only,
 * or not at all. Pure: figures in, decision out, so that each case can be tested without a PDF.
 *
 * In this order: the switch of the user; a page without a layer; a layer that does not show (somebody's
 * OCR), or that doubles what the scan under it shows; a layer that looks wrong; an authored layer with
 * writing outside of it. Words of an authored layer that do not show (clipped away, white on white, under a picture)
 * are no part of the page. */
#include "ocr-internal.h"

#include <string.h>

/* A sheet scanned empty: ink below this is dust. One line of 10 pt text is 0.0008 of a letter page. */
#define DUST 0.0004
/* And below this much, without marks of letters: punched holes, shadows of edges, stains. */
#define STAINS 0.05
/* An authored page with fewer characters may be a stamp on something else: it is looked at. */
#define FEW_CHARACTERS 300
/* From here on the layer's own text looks wrong enough to be tested. */
#define DOUBTFUL 0.25
/* Share of a layer's words that recognition has to read too. Two readings of one good scan differ in
 * a few words of a hundred; a layer of another page, or of garbage, agrees in almost none. */
#define AGREES 0.75
/* The same of codes in a font of their own, of which a letter may be wrong; a lying map agrees in almost none. */
#define ODD_AGREES 0.5

static EvxDecision
decided (EvxReading reading, EvxKeep keep, const char *reason)
{
    return (EvxDecision) { .step = EVX_STEP_READ, .reading = reading, .keep = keep, .reason = reason };
}

static EvxDecision
look_first (void)
{
    return (EvxDecision) { .step = EVX_STEP_LOOK };
}

static EvxDecision
without_writing (const EvxEvidence *e)
{
    EvxDecision decision =
        decided (EVX_READING_OCR, EVX_KEEP_NONE,
                 "no text layer and nothing that looks like lines of writing; recognised to be sure");
    decision.to_be_sure = TRUE;
    decision.blank_if_empty = e->ink < STAINS && e->marks < EVX_FEW_MARKS && e->complaints == 0;
    return decision;
}

static EvxDecision
without_layer (const EvxEvidence *e)
{
    if (!e->looked)
        return look_first ();
    if (e->loose > 0 && e->image_area < 0.05)
        return decided (EVX_READING_OCR, EVX_KEEP_NONE, "no text layer, but writing drawn as lines; recognised");
    if (e->loose > 0)
        return decided (EVX_READING_OCR, EVX_KEEP_NONE, "no text layer; the page is a picture; recognised");
    if (e->ink > DUST)
        return without_writing (e);
    if (e->complaints > 0)
        return decided (EVX_READING_FAILED, EVX_KEEP_NONE, "the page is damaged and shows nothing");
    return decided (EVX_READING_BLANK, EVX_KEEP_NONE, "no text and no ink");
}

/* A layer over a scan: somebody else's recognition, hidden or painted under the image. */
static EvxDecision
layer_over_scan (const EvxEvidence *e)
{
    gboolean is_hidden = e->hidden > e->visible;
    if (!e->looked)
        return look_first ();
    if (!e->probed)
        return (EvxDecision) { .step = EVX_STEP_PROBE };
    if (e->agreement < AGREES)
        return decided (EVX_READING_OCR, is_hidden ? EVX_KEEP_VISIBLE : EVX_KEEP_NONE,
                        is_hidden ? "hidden text layer does not match what the page shows; recognised"
                                  : "text layer does not match the scan it lies on; recognised");
    guint layer = e->visible + e->hidden;
    if (is_hidden && e->in_image > 2 * layer + 4 * EVX_FEW_MARKS)
        return decided (EVX_READING_OCR, EVX_KEEP_VISIBLE,
                        "hidden text layer covers only a part of what the page shows; recognised");
    return decided (EVX_READING_TEXT, EVX_KEEP_ALL,
                    is_hidden ? "hidden text layer matches what recognition reads; kept"
                              : "text layer over a scan matches what recognition reads; kept");
}

static EvxDecision
doubtful_layer (const EvxEvidence *e)
{
    if (!e->probed)
        return (EvxDecision) { .step = EVX_STEP_PROBE };
    if (e->agreement >= AGREES)
        return decided (EVX_READING_TEXT, EVX_KEEP_VISIBLE,
                        "text layer looks odd but matches what the page shows; kept");
    return decided (EVX_READING_OCR, EVX_KEEP_NONE,
                    "text layer does not match what the page shows; recognised instead");
}

/* Some fonts of the layer look wrong: their words are compared alone, and read anew where they do not agree. */
static gboolean
is_odd_in_part (const EvxEvidence *e)
{
    return e->odd > 0 && (!e->probed || (e->compared_odd && e->agreement < ODD_AGREES));
}

static EvxDecision
odd_fonts (const EvxEvidence *e)
{
    if (!e->probed)
        return (EvxDecision) { .step = EVX_STEP_PROBE_ODD };
    return decided (EVX_READING_OCR, EVX_KEEP_SOUND,
                    "a font of the text layer shows other characters than it says; recognised");
}

static EvxDecision
authored_layer (const EvxEvidence *e)
{
    gboolean has_unread = e->unread >= EVX_FEW_MARKS;
    if (e->visible >= FEW_CHARACTERS && e->image_area < EVX_SMALL_PICTURE && !has_unread)
        return decided (EVX_READING_TEXT, EVX_KEEP_VISIBLE, "text layer; no picture of any size");
    if (!e->looked)
        return look_first ();
    if (e->loose < EVX_FEW_MARKS)
        return decided (EVX_READING_TEXT, EVX_KEEP_VISIBLE,
                        e->image_area < EVX_SMALL_PICTURE ? "text layer; nothing written outside of it"
                                                       : "text layer; pictures hold no writing");
    guint outside = e->loose - e->loose_in_pictures;
    if (outside >= EVX_FEW_MARKS && has_unread)
        return decided (EVX_READING_OCR, EVX_KEEP_VISIBLE,
                        "a font of the text layer does not say which characters it shows; recognised");
    if (outside >= EVX_FEW_MARKS && outside > e->visible / 8)
        return decided (EVX_READING_OCR, EVX_KEEP_VISIBLE,
                        "text layer is only a part of the writing on the page; recognised");
    if (e->loose_in_pictures < EVX_FEW_MARKS)
        return decided (EVX_READING_TEXT, EVX_KEEP_VISIBLE, "text layer; little is written outside of it");
    gboolean on_ground = e->loose_on_ground >= EVX_FEW_MARKS;
    if (e->image_area > EVX_MOST_OF_PAGE && on_ground && e->loose_in_pictures > e->visible)
        return decided (EVX_READING_OCR, EVX_KEEP_VISIBLE,
                        "text layer is a stamp or a header over a full-page image; recognised");
    EvxDecision decision = decided (EVX_READING_REGION, EVX_KEEP_VISIBLE,
                                    "text layer kept as authored; pictures with writing recognised");
    decision.without_ground = !on_ground;
    return decision;
}

/* Hidden words, but nothing for them to speak for: all that is seen are the visible ones. */
static gboolean
hides_nothing_seen (const EvxEvidence *e)
{
    return e->looked && e->visible >= EVX_FEW_MARKS && e->loose < EVX_FEW_MARKS;
}

EvxDecision
evx_ocr_decide (const EvxEvidence *e, const char *when)
{
    guint layer = e->visible + e->hidden;
    if (strcmp (when, "never") == 0)
        return decided (EVX_READING_TEXT, EVX_KEEP_ALL,
                        layer > 0 ? "text layer; recognition is switched off"
                                  : "no text layer; recognition is switched off");
    if (strcmp (when, "always") == 0)
        return decided (EVX_READING_OCR, EVX_KEEP_NONE, "recognised as asked for");
    if (layer == 0)
        return without_layer (e);
    if ((e->hidden > e->visible && !hides_nothing_seen (e)) ||
        (e->looked && e->in_image > e->visible / 2 && e->image_area > EVX_MOST_OF_PAGE &&
         e->loose < e->in_image / 2))
        return layer_over_scan (e);
    if (is_odd_in_part (e))
        return odd_fonts (e);
    if (e->doubtful >= DOUBTFUL)
        return doubtful_layer (e);
    return authored_layer (e);
}

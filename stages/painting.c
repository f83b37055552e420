#include "painting.h"
struct _EvxPainter { int dummy; };
EvxPainter *evx_painter_new (GBytes *bytes, const char *password) { (void) bytes; (void) password; return NULL; }
void evx_painter_free (EvxPainter *painter) { g_free (painter); }
guint evx_painter_n_pages (const EvxPainter *painter) { (void) painter; return 0; }
int evx_painter_rotation (EvxPainter *painter, guint index) { (void) painter; (void) index; return 0; }
EvxPainted *evx_painter_paint (EvxPainter *painter, guint index, EvxBox crop) { (void) painter; (void) index; (void) crop; return NULL; }
void evx_painted_free (EvxPainted *painted) { g_free (painted); }
gboolean evx_painted_hides (const EvxPainted *painted, EvxBox box) { (void) painted; (void) box; return FALSE; }
void evx_painting_free (EvxPainting *painting) { if (painting == NULL) return; g_array_unref (painting->rules); g_array_unref (painting->fills); g_free (painting); }

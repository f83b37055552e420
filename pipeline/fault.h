/* Faults on purpose, for tests: EVIDEX_FAULT=stage:page:kind makes the worker misbehave there. Exists
 * only in a build with -DEVX_FAULTS; elsewhere these are nothing. Pages from 1. Kinds: segv abort exit
 * loop sleep malloc-eat forbidden-call happen when the stage begins; short-frame bad-magic wrong-page
 * flood bad-utf8 nan-box when the page is sent (the stage's name is not looked at). */
#pragma once

#include "types.h"

G_BEGIN_DECLS

#ifdef EVX_FAULTS
void evx_fault_stage (const char *stage, guint page);
/* TRUE: it sent something else instead of the page. */
gboolean evx_fault_result (int fd, const EvxPage *page, GBytes *packed);
#else
static inline void
evx_fault_stage (G_GNUC_UNUSED const char *stage, G_GNUC_UNUSED guint page)
{
}
static inline gboolean
evx_fault_result (G_GNUC_UNUSED int fd, G_GNUC_UNUSED const EvxPage *page,
                  G_GNUC_UNUSED GBytes *packed)
{
    return FALSE;
}
#endif

G_END_DECLS

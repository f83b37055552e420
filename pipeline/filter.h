/* The filters that search and exhibits take, as options of the command line. */
#pragma once

#include "index/index.h"

G_BEGIN_DECLS

typedef struct {
    char *kind, *sense, *assertion, *agency, *type, *file;
    int year;
    gboolean all;
} EvxFilterArgs;

/* To be put into the verb's GOptionEntry table; @a is an EvxFilterArgs that lives as long. */
#define EVX_FILTER_ENTRIES(a)                                                                      \
    { "kind", 0, 0, G_OPTION_ARG_STRING, &(a).kind, "transfer, notification, detainee, or your own", \
      "KIND" },                                                                                    \
    { "sense", 0, 0, G_OPTION_ARG_STRING, &(a).sense, "e.g. custody, request, ice_release_notice", \
      "SENSE" },                                                                                   \
    { "assertion", 0, 0, G_OPTION_ARG_STRING, &(a).assertion,                                      \
      "affirmed, negated, hypothetical, policy, alleged, historical or future", "ASSERTION" },     \
    { "year", 0, 0, G_OPTION_ARG_INT, &(a).year, "year of the event", "YYYY" },                    \
    { "agency", 0, 0, G_OPTION_ARG_STRING, &(a).agency, "agency, or a part of its name", "NAME" }, \
    { "type", 0, 0, G_OPTION_ARG_STRING, &(a).type, "type of document, e.g. letter", "TYPE" },     \
    { "file", 0, 0, G_OPTION_ARG_STRING, &(a).file, "file, or a part of its name", "NAME" },       \
    { "all", 0, 0, G_OPTION_ARG_NONE, &(a).all, "also mentions that are not evidence", NULL }

/** Checks the arguments against what exists. The texts are lent by @args. FALSE with EVX_ERROR_USAGE. */
gboolean evx_filter_of_args (const EvxFilterArgs *args, EvxIndex *index, EvxFilter *filter,
                             GError **error);
void evx_filter_args_clear (EvxFilterArgs *args);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EvxFilterArgs, evx_filter_args_clear)

G_END_DECLS

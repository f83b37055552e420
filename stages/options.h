/* Options by name: one table says what exists, with its default and help; stages ask by name and the
 * ones that change a stage's output are hashed into its key. Settings files are GKeyFile, group
 * [evidex], the same names. */
#pragma once

#include "error.h"

G_BEGIN_DECLS

typedef enum { EVX_OPTION_TEXT, EVX_OPTION_INT, EVX_OPTION_REAL, EVX_OPTION_FLAG } EvxOptionType;

typedef struct {
    const char *name; /* as on the command line, without "--" */
    EvxOptionType type;
    const char *initial;     /* default, as text; "" = unset */
    double min, max;         /* of numbers */
    const char *choices;     /* (nullable): "auto|never|always" */
    const char *placeholder; /* what --help shows for the value */
    const char *help;
} EvxOptionSpec;

/* All options of a run, ended by name == NULL. */
extern const EvxOptionSpec evx_option_specs[];

typedef struct _EvxOptions EvxOptions;

/** Returns: (transfer full): all options at their defaults. */
EvxOptions *evx_options_new (void);
EvxOptions *evx_options_copy (const EvxOptions *options);
void evx_options_free (EvxOptions *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxOptions, evx_options_free)

/**
 * evx_options_set:
 * @value:  as typed
 * @source: where it came from, for messages and `evidex config` ("--lang", "evidex.conf")
 *
 * Returns: FALSE with EVX_ERROR_USAGE for an unknown name or a value out of range.
 */
gboolean evx_options_set (EvxOptions *options, const char *name, const char *value,
                          const char *source, GError **error);

/** Reads a settings file. FALSE with EVX_ERROR_USAGE, file name and reason, for anything unknown. */
gboolean evx_options_load (EvxOptions *options, const char *file, GError **error);

/* An unknown name is a bug of the caller (asserted). Texts are lent. */
const char *evx_options_text (const EvxOptions *options, const char *name);
gint evx_options_int (const EvxOptions *options, const char *name);
double evx_options_real (const EvxOptions *options, const char *name);
gboolean evx_options_flag (const EvxOptions *options, const char *name);
const char *evx_options_source (const EvxOptions *options, const char *name);

/** Returns: (transfer full): "name=value\n" for each name of @names in that order (NULL: all). */
char *evx_options_describe (const EvxOptions *options, const char *const *names);

G_END_DECLS

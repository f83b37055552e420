/* Tokens of a content stream (ISO 32000-1, 7.2, 7.3, 8.9.7): numbers, names, strings, operators. Nothing
 * is copied; a token points into the stream. Behind painting.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    EVX_TOKEN_NUMBER,
    EVX_TOKEN_NAME,     /* text without the slash, as written (#xx not decoded) */
    EVX_TOKEN_STRING,   /* text between the brackets, as written */
    EVX_TOKEN_HEX,      /* the same of a hexadecimal string */
    EVX_TOKEN_OPEN,     /* [ or << */
    EVX_TOKEN_CLOSE,    /* ] or >> */
    EVX_TOKEN_OPERATOR  /* also true, false, null */
} EvxTokenKind;

typedef struct {
    EvxTokenKind kind;
    double number;
    const char *text; /* not terminated */
    gsize length;
} EvxToken;

typedef struct {
    const char *at, *end;
} EvxContent;

/** Returns: FALSE at the end. Damage is skipped byte by byte; it always ends. */
gboolean evx_content_next (EvxContent *content, EvxToken *token);

/** Moves behind the data of an inline image; call it when the operator ID was read. */
void evx_content_skip_image (EvxContent *content);

/** Appends the bytes that a string token stands for. */
void evx_token_bytes (const EvxToken *token, GByteArray *bytes);

/** Returns: (transfer full): a name token with slash, #xx decoded: "/F1". */
char *evx_token_name (const EvxToken *token);

/** TRUE if an operator or a name reads @text. */
gboolean evx_token_is (const EvxToken *token, const char *text);

G_END_DECLS

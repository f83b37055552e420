/* The one door to GMime: the text of a message and the files attached to it. Runs in a sandboxed
 * process. Source: RFC 5322, RFC 2045 to 2047. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Before the sandbox closes: loads the tables of the character sets that headers are written in. */
void evx_mail_prepare (void);

/* Returns: (transfer full): the bytes of a text part as UTF-8, which they are where the part said truly what they
 * were. */
typedef char *(*EvxMailDecode) (const guint8 *data, gsize length, gboolean html);

/**
 * evx_mail_text:
 * Returns: (transfer full) (nullable): From, To, Cc, Date, Subject, the body (the plain text, or that of
 * the HTML where there is no plain text), and the names of what is attached; NULL if it is no message.
 */
char *evx_mail_text (const guint8 *data, gsize length, EvxMailDecode decode);

/* @name is UTF-8, as the sender wrote it. FALSE ends. */
typedef gboolean (*EvxMailPartFunc) (const char *name, GBytes *bytes, gpointer user);

/** Calls @each for each attached file or message, in order; HTML that evx_mail_text left out and that
 * is no alternative to the plain text too. Returns: FALSE if @each did. */
gboolean evx_mail_parts (const guint8 *data, gsize length, EvxMailPartFunc each, gpointer user);

/** Calls @each for each message of a mailbox, named 0001.eml and so on. Returns: FALSE if @each did. */
gboolean evx_mail_messages (const guint8 *data, gsize length, EvxMailPartFunc each, gpointer user);

G_END_DECLS

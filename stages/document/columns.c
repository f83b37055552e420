/* What the columns of a table hold, by the words of their headers, English and Spanish, and by the
 * shape of their cells where a header is missing or says too little. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

#define MOSTLY 0.6 /* share of the filled cells that makes a shape */

typedef struct {
    EvxColumnRole role;
    const char *cues; /* of the header, parted by '|'; the first row that matches decides */
} RoleCue;

static const RoleCue role_cues[] = {
    { EVX_COLUMN_OTHER_DATE,
      "dob|birth*|nacimiento|booking date|date booked|arrest date|arrested|court|"
      "fecha de ingreso|fecha de arresto|sentence*" },
    { EVX_COLUMN_NOTIFICATIONS,
      "release dates provided|release dates given|release dates shared|release dates sent|release date provided|release date given|"
      "release information provided|release information shared|told of release*|informed of release*|fechas de salida" },
    { EVX_COLUMN_TRANSFERS,
      "released to ice|release to ice|transferred to ice|transfer to ice|turned over to ice|handed over to ice|"
      "entregado a ice|liberado a ice" },
    { EVX_COLUMN_RECIPIENT,
      "released to|release to|transferred to|transfer to|turned over to|handed over to|delivered to|"
      "receiving agency|to whom|taken by|picked up by|collected by|received by|entregado a|liberado a|"
      "recogido por|destino" },
    { EVX_COLUMN_REQUESTS,
      "detainer*|hold|holds|request|requests|requested|i-247*|solicitud*|retencion*|"
      "peticion*" },
    { EVX_COLUMN_NOTIFICATIONS,
      "notif*|notice|notices|ice called|called|aviso*|avisad*|response*|answered|"
      "responded|informed" },
    { EVX_COLUMN_TRANSFERS,
      "transfer*|turned over|picked up|pick up*|pickup*|released to ice|to ice|"
      "ice custody|entrega*|traslad*|recogid*|handed over" },
    { EVX_COLUMN_PERSON,
      "xref|x-ref|x ref|pfn|person no|person number|cii|a-number|a number|a no|alien no|"
      "file no|subject id|inmate no|inmate number|inmate id|inmate|sid|numero de persona" },
    { EVX_COLUMN_BOOKING,
      "booking*|book|book no|bkg*|jail id|registro|no de registro|numero de registro|"
      "expediente|registry" },
    { EVX_COLUMN_RELEASE, "release*|salida|liberacion|liberado" },
    { EVX_COLUMN_NAME, "name|nombre|last name|apellido*" },
    { EVX_COLUMN_OUTCOME,
      "outcome|action*|result|disposition|status|resultado|accion*|disposicion|remarks|"
      "notes|comments|observaciones" },
    { EVX_COLUMN_AGENCY, "agency|agencia|county|condado" },
    { EVX_COLUMN_DATE, "date|fecha|dia|day" },
    { EVX_COLUMN_YEAR,
      "year|years|ano|anos|calendar year|fiscal year|cy|fy|period|month|mes|periodo" },
};

static EvxColumnRole
role_of_head (const char *folded)
{
    for (guint i = 0; i < G_N_ELEMENTS (role_cues); i++)
        if (evx_fold_has_any (folded, role_cues[i].cues))
            return role_cues[i].role;
    return EVX_COLUMN_OTHER;
}

/* "No. of transfers" has a number, and denies nothing. */
static gboolean
denies (const char *folded)
{
    guint numbers = evx_fold_has (folded, "no of") + evx_fold_has (folded, "no de");
    return evx_fold_has (folded, "no") > numbers ||
           evx_fold_has_any (folded, "not|declined|denied|rejected|disregarded|unanswered|without|sin|rechazad*|refused");
}

EvxColumnRole
evx_label_kind (const char *label, gboolean *negated)
{
    g_autofree char *folded = evx_fold (label);
    EvxColumnRole role = role_of_head (folded);
    *negated = denies (folded);
    gboolean answered = evx_fold_has_any (folded, "answered|responded|granted|honored");
    if (role == EVX_COLUMN_REQUESTS && (*negated || answered))
        return EVX_COLUMN_NOTIFICATIONS;
    gboolean kind = role == EVX_COLUMN_REQUESTS || role == EVX_COLUMN_NOTIFICATIONS ||
                    role == EVX_COLUMN_TRANSFERS;
    return kind ? role : EVX_COLUMN_OTHER;
}

gboolean
evx_label_declines (const char *label)
{
    gboolean negated;
    g_autofree char *folded = evx_fold (label);
    return evx_label_kind (label, &negated) == EVX_COLUMN_NOTIFICATIONS && negated && role_of_head (folded) == EVX_COLUMN_REQUESTS;
}

const char *
evx_role_what (EvxColumnRole role)
{
    switch (role) {
    case EVX_COLUMN_REQUESTS:
        return "requests";
    case EVX_COLUMN_NOTIFICATIONS:
        return "notifications";
    case EVX_COLUMN_TRANSFERS:
        return "transfers";
    default:
        return NULL;
    }
}

/* ---- shapes --------------------------------------------------------------------------------- */

/* Most cells hold something, and their first letter tells: folded, all words for nothing begin with n or x. */
static gboolean
begins_filled (const char *text)
{
    while (*text != '\0' && !g_ascii_isalnum (*text) && *text != '|' && (guchar)*text < 0x80)
        text++;
    return *text != '\0' && (guchar)*text < 0x80 && strchr ("nNxX", *text) == NULL;
}

gboolean
evx_cell_is_empty (const char *text)
{
    if (begins_filled (text))
        return FALSE;
    g_autofree char *folded = evx_fold (text);
    const char *word = g_strstrip (folded);
    static const char *const empty[] = { "", "n a", "na", "none", "ninguno", "nlnguno", "x x" };
    for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
        if (strcmp (word, empty[i]) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_number (const char *text, gint64 *number)
{
    guint digits = 0;
    *number = 0;
    for (; *text != '\0'; text++) {
        if (g_ascii_isdigit (*text) && digits < 15) {
            *number = *number * 10 + (*text - '0');
            digits++;
        } else if (*text != ',' && *text != ' ' && *text != '*') {
            return FALSE;
        }
    }
    return digits > 0;
}

/* One letter, a hyphen, six digits or more: a person number. Five digits or more: a booking number.
 */
static EvxColumnRole
number_role (const char *text)
{
    gboolean letter = g_ascii_isupper (text[0]);
    const char *at = letter ? text + 1 : text;
    guint digits = 0;
    for (at += *at == '-'; g_ascii_isdigit (*at); at++)
        digits++;
    if (letter && digits >= 6 && *at == '\0')
        return EVX_COLUMN_PERSON;
    gboolean suffix = *at == '-' && g_ascii_isdigit (at[1]);
    return !letter && digits >= 5 && (*at == '\0' || suffix) ? EVX_COLUMN_BOOKING
                                                             : EVX_COLUMN_OTHER;
}

typedef struct {
    guint filled, dates, numbers, persons, bookings;
} Shape;

static Shape
shape_of (const EvxTableContext *context, const EvxTable *table, guint column)
{
    Shape shape = { 0 };
    for (guint i = 0; i < table->n_rows; i++) {
        const EvxRow *row = &g_array_index (context->page->rows, EvxRow, table->first_row + i);
        int cell = row->kind == EVX_ROW_BODY ? evx_row_cell (context->page, row, column) : -1;
        if (cell < 0 || evx_cell_is_empty (context->cells->pdata[cell]))
            continue;
        const char *text = context->cells->pdata[cell];
        EvxDate date;
        gint64 number;
        shape.filled++;
        shape.dates += evx_date_find (text, 0, &date) && date.day > 0;
        shape.numbers += is_number (text, &number);
        shape.persons += number_role (text) == EVX_COLUMN_PERSON;
        shape.bookings += number_role (text) == EVX_COLUMN_BOOKING;
    }
    return shape;
}

static EvxColumnRole
role_of_shape (const Shape *shape)
{
    double enough = MAX (MOSTLY * shape->filled, 1);
    if (shape->dates >= enough)
        return EVX_COLUMN_DATE;
    if (shape->persons >= enough)
        return EVX_COLUMN_PERSON;
    return shape->bookings >= enough ? EVX_COLUMN_BOOKING : EVX_COLUMN_OTHER;
}

/* "Inmate" may head names or numbers, "Booking" numbers or dates: the cells tell. */
static EvxColumnRole
settle (EvxColumnRole role, const Shape *shape)
{
    gboolean dates = shape->dates >= MAX (MOSTLY * shape->filled, 1);
    gboolean digits = shape->persons + shape->bookings >= MAX (MOSTLY * shape->filled, 1);
    if (role == EVX_COLUMN_PERSON && !digits && shape->filled > 0 && shape->numbers == 0 && !dates)
        return EVX_COLUMN_NAME;
    if ((role == EVX_COLUMN_PERSON || role == EVX_COLUMN_BOOKING) && dates)
        return EVX_COLUMN_OTHER_DATE;
    if (role == EVX_COLUMN_NAME && dates) /* the heads of two columns, of which one is blacked out */
        return EVX_COLUMN_DATE;
    if (role == EVX_COLUMN_OTHER || (role == EVX_COLUMN_DATE && digits))
        return role_of_shape (shape);
    return role;
}

int
evx_row_cell (const EvxPage *page, const EvxRow *row, guint column)
{
    for (guint i = 0; i < row->n_cells; i++) {
        const EvxCell *cell = &g_array_index (page->cells, EvxCell, row->first_cell + i);
        if (cell->column <= column && column < (guint)cell->column + MAX (cell->columns, 1))
            return (int)(row->first_cell + i);
    }
    return -1;
}

void
evx_columns_learn (EvxTableContext *context, const EvxTable *table)
{
    for (guint i = 0; i < context->open->columns->len; i++) {
        EvxColumn *column = &g_array_index (context->open->columns, EvxColumn, i);
        Shape shape = shape_of (context, table, i);
        g_autofree char *folded = evx_fold (column->head);
        column->role = settle (role_of_head (folded), &shape);
        gboolean kind = evx_role_what (column->role) != NULL;
        if (kind)
            column->role = evx_label_kind (column->head, &column->negated);
    }
}

/* A page as bytes. Arrays of plain structs travel as fixed-size GVariant tuples, which cost one copy;
 * boxes as 1/100 pt; the few rows with strings as ordinary tuples. */
#include "pack.h"

#include <math.h>
#include <string.h>

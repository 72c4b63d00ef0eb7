// Faults that `./dev lint` must find, here and in a header, or it would not find others either.
// Part of no program.
#include "tests/lint/planted.h"

int* plantedInASource() { return plantedInAHeader() == nullptr ? 0 : plantedInAHeader(); }

// A fault in a header of ours, for `./dev lint` to find before anything else: see planted.cpp.
#pragma once

inline int* plantedInAHeader() { return 0; }

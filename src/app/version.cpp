#include "app/version.h"

namespace assay::app {

std::string_view version() { return ASSAY_VERSION; }
std::string_view programName() { return "Assay " ASSAY_VERSION; }

}  // namespace assay::app

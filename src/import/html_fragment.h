// A stretch of HTML inside another format, taken for its words alone.
#pragma once

#include <string>

#include "import/document_builder.h"

namespace assay::importer {

/// Appends the words of `html` to the builder, one block a run, with the roles its markup gives.
/// Nothing is chosen or left out but what no browser shows. Markup that cannot be read adds
/// nothing.
void addHtmlFragment(DocumentBuilder& builder, const std::string& html);

}  // namespace assay::importer

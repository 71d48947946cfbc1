#pragma once

#include "common/manual.h"

namespace council_news {

/// Help and manual page of council-search, generated from the tables of fields, options, formats and columns.
Manual search_manual();

}  // namespace council_news

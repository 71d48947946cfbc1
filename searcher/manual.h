#pragma once

#include "common/manual.h"

namespace council_news {

/// What council-search says of itself, from the tables of fields, options, formats and columns.
Manual search_manual();

}  // namespace council_news

#pragma once

#include <xapian.h>

#include "searcher/answer/request.h"

namespace council_news {

/// Sets how matches are ordered. By date, articles without one come last; except with `oldest` where not all databases
/// `are_local`: there they come first, because Xapian supports no sort key of ours on a remote database.
void set_order(Xapian::Enquire& enquire, SortOrder order, bool are_local);

}  // namespace council_news

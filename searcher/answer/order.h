#pragma once

#include <xapian.h>

#include "searcher/answer/request.h"

namespace council_news {

/// How an enquiry's matches are to follow each other. By date, those without one come last; not so among the oldest of
/// databases of which not all `are_local`, where they come first: Xapian takes no key of ours from other machines.
void set_order(Xapian::Enquire& enquire, SortOrder order, bool are_local);

}  // namespace council_news

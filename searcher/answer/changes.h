#pragma once

#include <xapian.h>

#include "searcher/answer/answer.h"

namespace council_news {

/// The versions of an article, from the readings stored with it (common/merge.h). Boilerplate is not part of a text,
/// and a version that differs only in white space is left out.
History history_of(const Xapian::Document& document);

}  // namespace council_news

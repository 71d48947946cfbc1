#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/stem.h"
#include "common/text/timestamp.h"
#include "searcher/query/ast.h"

namespace council_news {

/// A query as Xapian runs it.
struct CompiledQuery {
  Xapian::Query query;
  std::vector<std::string> warnings;  ///< unknown councils, topics, fields, with the nearest known ones
};

/// Turns a tree into a Xapian query against the schema and the gazetteer. `relaxed` reads the words that must all be
/// there as any of them; filters and exclusions stay. `today` is what `7d` and `yesterday` are counted from.
///
/// A field that does not exist is read as words. A council, topic or date that is not known matches nothing, never
/// everything.
CompiledQuery compile(const Node& root, const Xapian::Database& database, Stemmer& stem, const Day& today,
                      bool relaxed);

}  // namespace council_news

#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/stem.h"
#include "common/text/timestamp.h"
#include "searcher/query/ast.h"

namespace council_news {

/// Resolves a tree against the schema, the gazetteer and the archive: `field:value` gets its terms and meaning, and
/// plain words that name a council or an author are marked. Returns human-readable notes on unknown values, with the
/// nearest known ones.
///
/// - An unquoted value extends as far as it names something: `council:King's Lynn trust` is the council and a word.
/// - A field that does not exist is read as words. An unknown value matches nothing, never everything.
/// - Plain words name a council by an unambiguous name (`sandwell trust`) or next to a council word
///   (`reading borough council`); an author by a whole name, or by a word more frequent in bylines than in texts; an
///   outlet by a whole name of several words. They also name dates (`libraries 2018`: in the text, or published then)
///   and match two words that the archive also has as one (`pot holes`).
/// - Text that mixes numbers and letters also matches its other forms, in phrases and headlines too: `s114` is
///   `section 114`, `£2.5m` is `£2.5 million` (number_forms.h). `UK` in capitals also matches `U.K.`, and the reverse.
///
/// `today` is the base of `7d` and `yesterday`.
std::vector<std::string> resolve(Node& root, const Xapian::Database& database, Stemmer& stem, const Day& today);

}  // namespace council_news

#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/stem.h"
#include "common/text/timestamp.h"
#include "searcher/query/ast.h"

namespace council_news {

/// Looks up what a tree asks for: `field:value` gets its terms and its meaning, and plain words that name a council or
/// an author of the archive are marked as such. Returns what is not known, with the nearest known names, for people.
///
/// - A value without quotes reaches as far as it names something: `council:King's Lynn trust` is the council and a
/// word.
/// - A field that does not exist becomes words. A value that is not known matches nothing, never everything.
/// - A council is recognised in plain words by names that mean nothing else (`sandwell trust`), or with a council word
///   beside it (`reading borough council`); an author by a whole name, or by a word that stands in more bylines than
///   texts; an outlet by a whole name of several words. So are dates (`libraries 2018`: said, or published then) and
///   two words that the archive has as one, too (`pot holes`).
/// - What mixes numbers and letters is looked for in its other forms, too, in phrases and headlines as well: `s114`
///   is `section 114`, `£2.5m` is `£2.5 million` (number_forms.h). `UK` in capitals is looked for as `U.K.`, and the
///   other way round.
///
/// `today` is what `7d` and `yesterday` are counted from.
std::vector<std::string> resolve(Node& root, const Xapian::Database& database, Stemmer& stem, const Day& today);

}  // namespace council_news

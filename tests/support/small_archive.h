#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/index/stem.h"
#include "searcher/query/compile.h"
#include "searcher/query/parser.h"
#include "searcher/query/resolve.h"

namespace council_news {

/// A few articles in memory, and queries that use all of searcher/query.
class SmallArchive {
 public:
  /// The result of a query: titles, best first.
  struct Found {
    std::vector<std::string> titles;
    std::vector<std::string> warnings;
    std::string read_as;
  };

  void add(const Article& article) { database_.add_document(make_document(article, {article.id}, stem_)); }

  void add(const std::string& title, const std::string& body) {
    Article article;
    article.title = title;
    article.body = body;
    add(article);
  }

  Found ask(const std::string& query, bool any = false) {
    return run(parse_query(query), any ? TermMatch::any : TermMatch::all);
  }
  Found ask_plain(const std::string& text, bool any) {
    return run(parse_plain(text), any ? TermMatch::any : TermMatch::all);
  }
  /// As a search does if no article has all the words.
  Found ask_coordinated(const std::string& query) { return run(parse_query(query), TermMatch::coordinated); }
  std::vector<std::string> titles(const std::string& query) { return ask(query).titles; }
  std::size_t size() const { return database_.get_doccount(); }

  const Xapian::Database& database() const { return database_; }
  Stemmer& stemmer() { return stem_; }

 private:
  Found run(ParsedQuery parsed, TermMatch match) {
    Found found;
    found.warnings = parsed.warnings;
    for (auto& warning : resolve(parsed.root, database_, stem_, Day{2026, 11, 23})) found.warnings.push_back(warning);
    found.read_as = describe(parsed.root, match == TermMatch::any);
    const CompiledQuery compiled = compile(parsed.root, database_, stem_, match);
    found.warnings.insert(found.warnings.end(), compiled.warnings.begin(), compiled.warnings.end());
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(weighting());
    enquire.set_query(compiled.boosted.empty() ? compiled.found : compiled.boosted);
    const Xapian::MSet matches = enquire.get_mset(0, database_.get_doccount(), database_.get_doccount());
    for (auto it = matches.begin(); it != matches.end(); ++it)
      found.titles.push_back(article_of(it.get_document()).title);
    return found;
  }

  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
  Stemmer stem_;
};

}  // namespace council_news

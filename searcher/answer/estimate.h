#pragma once

#include <cstddef>

#include <xapian.h>

namespace council_news {

/// How many articles match.
struct Total {
  std::size_t number = 0;
  bool exact = true;
};

/// How many matches, in archive order, are always visited, whatever their weight.
constexpr Xapian::doccount kFirstMatches = 100;

/// Sees those matches while a query is ranked, if get_mset checks at least kFirstMatches. For one local database.
class FirstMatches : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override;

  Xapian::doccount number() const { return number_; }  ///< at most kFirstMatches; if fewer, all matches
  Xapian::docid last() const { return last_; }         ///< the article of the last one

 private:
  Xapian::doccount number_ = 0;
  Xapian::docid last_ = 0;
};

/// The number of matches, at most `max`, of a query with phrases of which `first` has been seen. Xapian's own estimate
/// only uses the frequency of the words of a phrase: in an archive of news agency stories it was a fifth to an eighth
/// of the truth. This one samples evenly spread stretches of the rest of the archive and rounds to two digits: there
/// two of three estimates were within 12 % of the truth, nine of ten within 20 %, and all within 50 %. Where a good
/// estimate would be much of the work, the matches are counted.
Total estimate_matches(const Xapian::Database& database, const Xapian::Query& query, const FirstMatches& first,
                       Xapian::doccount max);

}  // namespace council_news

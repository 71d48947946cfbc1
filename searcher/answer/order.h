#pragma once

#include <string>

#include <xapian.h>

#include "common/text/timestamp.h"
#include "searcher/answer/request.h"

namespace council_news {

/// How matches are ordered by date. A date after today is a slip or an event, not the newest news: such articles come
/// after all others with the same weight, or, with `newest`, after all others.
class DateOrder {
 public:
  DateOrder(const Xapian::Database& database, bool is_local, SortOrder order, const Day& today);

  /// Sets the order of matches. By date, articles without one come last; except with `oldest` where not all databases
  /// are local: there they come first, because Xapian supports no sort key of ours on a remote database.
  void set(Xapian::Enquire& enquire) const;

  /// The query to give to that Enquire: on remote databases, where a date after today costs weight instead, it weighs
  /// its matches differently; elsewhere it is the same.
  Xapian::Query of(const Xapian::Query& query) const;

  /// The key of a stored publication date: the greater, the newer.
  std::string key_of(const std::string& published) const;

 private:
  SortOrder order_;
  bool is_local_;
  bool has_future_;              ///< some article is dated after today
  std::string first_of_future_;  ///< the stored form of tomorrow's beginning
};

}  // namespace council_news

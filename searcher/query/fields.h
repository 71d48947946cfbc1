#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/schema.h"
#include "common/text/timestamp.h"
#include "searcher/query/ast.h"

namespace council_news {

/// Turns `field:value` into the terms of the index, with a warning wherever the value is not known.
class FieldTerms {
 public:
  FieldTerms(const Xapian::Database& database, const Day& today) : database_(database), today_(today) {}

  /// The field of that name, `before` and `after` included, or nullptr.
  const Field* find(const std::string& name) const;

  /// The terms of which an article must have one; none when nothing can match. For fields of whole values, dates,
  /// addresses and ids.
  std::vector<Xapian::Query> terms(const Field& field, const Node& node);

  void warn_unknown(const std::string& name, const std::string& value);

  std::vector<std::string> take_warnings() { return std::move(warnings_); }

 private:
  std::vector<Xapian::Query> council_terms(const Field& field, const std::string& value);
  std::vector<Xapian::Query> topic_terms(const Field& field, const std::string& value);
  std::vector<Xapian::Query> date_terms(const Field& field, const Node& node);
  std::vector<Xapian::Query> id_terms(const Field& field, const std::string& value);

  const Xapian::Database& database_;
  Day today_;
  std::vector<std::string> warnings_;
};

}  // namespace council_news

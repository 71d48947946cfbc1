#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "searcher/answer/answer.h"

namespace council_news {

/// Where a field is written when no fields are named.
enum class Usual { nowhere, in_json, everywhere };

/// A column of csv and tsv, a member of a hit in JSON.
struct HitField {
  std::string_view name;
  const char* help;
  nlohmann::ordered_json (*value)(const Hit& hit);  ///< null: not known
  Usual usual;
};

/// All of them, in the order in which they are written: members of the article (common/article_members.h) and what only
/// an answer has.
std::span<const HitField> hit_fields();

/// The fields of those names, in that order. Throws UsageError, naming the known ones.
std::vector<const HitField*> find_hit_fields(const std::vector<std::string>& names);

/// A hit as JSON: its usual fields, or those named. What is not known is left out.
nlohmann::ordered_json hit_object(const Hit& hit, const std::vector<std::string>& fields);

/// JSON as text, one line without its end. Invalid bytes become U+FFFD; what is_unseen (text/terminal.h)
/// is escaped, so that the line can be shown on a terminal and is one line to every program.
std::string dump_json(const nlohmann::ordered_json& value);

}  // namespace council_news

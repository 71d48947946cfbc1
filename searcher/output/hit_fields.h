#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "searcher/answer/answer.h"

namespace council_news {

/// In which formats a field is written if --fields is not given.
enum class Default { nowhere, in_json, everywhere };

/// A column of csv and tsv, or a member of a hit in JSON.
struct HitField {
  std::string_view name;
  const char* help;
  nlohmann::ordered_json (*value)(const Hit& hit);  ///< null if unknown
  Default shown;
};

/// All fields in output order: members of the article (common/article_members.h) and members of an answer.
std::span<const HitField> hit_fields();

/// The fields with those names, in that order. Throws UsageError, listing the known ones.
std::vector<const HitField*> find_hit_fields(const std::vector<std::string>& names);

/// A hit as JSON: the default fields, or those named. Unknown values are left out.
nlohmann::ordered_json hit_object(const Hit& hit, const std::vector<std::string>& fields);

/// JSON as one line of text, without the newline. Invalid bytes become U+FFFD. Characters for which is_unseen is true
/// (text/terminal.h) are escaped, so that the line is safe on a terminal and one line to every program.
std::string dump_json(const nlohmann::ordered_json& value);

}  // namespace council_news

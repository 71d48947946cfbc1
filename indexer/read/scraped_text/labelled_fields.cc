#include "indexer/read/scraped_text/labelled_fields.h"

#include <algorithm>
#include <string_view>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news::scraped {
namespace {

struct FieldLabel {
  std::string_view label;  ///< in the form of fold_name
  std::string LabelledFields::*field;
};

constexpr FieldLabel kFieldLabels[] = {
    {"title", &LabelledFields::title},
    {"headline", &LabelledFields::title},
    {"source", &LabelledFields::outlet},
    {"outlet", &LabelledFields::outlet},
    {"publisher", &LabelledFields::outlet},
    {"publication", &LabelledFields::outlet},
    {"newspaper", &LabelledFields::outlet},
    {"site", &LabelledFields::outlet},
    {"site name", &LabelledFields::outlet},
    {"website", &LabelledFields::outlet},
    {"url", &LabelledFields::url},
    {"link", &LabelledFields::url},
    {"address", &LabelledFields::url},
    {"summary", &LabelledFields::summary},
    {"description", &LabelledFields::summary},
    {"standfirst", &LabelledFields::summary},
};

constexpr std::size_t kLongestLabel = 30;

bool is_web_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

}  // namespace

bool is_field_label(std::string_view label) {
  return std::any_of(std::begin(kFieldLabels), std::end(kFieldLabels),
                     [&](const FieldLabel& field) { return field.label == label; });
}

LabelledFields read_labelled_fields(const PageLines& lines, std::size_t begin, std::size_t end) {
  LabelledFields fields;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view text = lines[i].text;
    const std::size_t colon = text.substr(0, kLongestLabel).find(':');
    if (colon == std::string_view::npos) continue;
    const std::string label = fold_name(text.substr(0, colon));
    const auto* known = std::find_if(std::begin(kFieldLabels), std::end(kFieldLabels),
                                     [&](const FieldLabel& field) { return field.label == label; });
    if (known == std::end(kFieldLabels)) continue;
    std::string& field = fields.*(known->field);
    if (field.empty()) field = trim(text.substr(colon + 1));
  }
  if (!is_web_address(fields.url)) fields.url.clear();
  if (fields.title.empty() && fields.url.empty()) return {};
  return fields;
}

}  // namespace council_news::scraped

#include "indexer/read/feed/field_choice.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/read/feed/plain_text.h"

namespace council_news {

bool is_one_of(const RawField& field, FieldKeys keys) {
  return std::find(keys.begin(), keys.end(), field.key) != keys.end();
}

const RawField* first_field(const RawFields& fields, FieldKeys keys) {
  for (const std::string_view key : keys) {
    for (const RawField& field : fields) {
      if (field.key == key && !trim(field.value).empty()) return &field;
    }
  }
  return nullptr;
}

std::string first_line(const RawFields& fields, FieldKeys keys) {
  const RawField* const field = first_field(fields, keys);
  return field == nullptr ? std::string() : line_of_field(*field);
}

std::string first_text(const RawFields& fields, FieldKeys keys) {
  for (const std::string_view key : keys) {
    for (const RawField& field : fields) {
      if (field.key != key || trim(field.value).empty()) continue;
      if (std::string text = text_of_field(field); !text.empty()) return text;
    }
  }
  return {};
}

}  // namespace council_news

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/read/feed/raw_feed.h"

namespace council_news {

/// Keys with the same meaning, in order of preference.
using FieldKeys = std::span<const std::string_view>;

bool is_one_of(const RawField& field, FieldKeys keys);

/// The first field of the best key that has text; nullptr if there is none.
const RawField* first_field(const RawFields& fields, FieldKeys keys);

/// The value of that field as a line of plain text; empty if there is none.
std::string first_line(const RawFields& fields, FieldKeys keys);

/// The text of the first of these fields that is not empty as plain text.
std::string first_text(const RawFields& fields, FieldKeys keys);

}  // namespace council_news

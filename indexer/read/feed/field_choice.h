#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/read/feed/raw_feed.h"

namespace council_news {

/// Keys of one meaning, the best first.
using FieldKeys = std::span<const std::string_view>;

bool is_one_of(const RawField& field, FieldKeys keys);

/// The first field of the best key that has any text; nullptr if there is none.
const RawField* first_field(const RawFields& fields, FieldKeys keys);

/// That field as a line of plain text; empty if there is none.
std::string first_line(const RawFields& fields, FieldKeys keys);

/// The first of these fields that gives any plain text, as that text.
std::string first_text(const RawFields& fields, FieldKeys keys);

}  // namespace council_news

#pragma once

#include <string_view>

#include "common/knowledge/furniture_roles.h"
#include "indexer/read/press/furniture/line.h"

namespace council_news::press {

/// Whether `line`, whose phrase or form has `role`, is nevertheless a sentence of the article: it reports speech
/// (`Follow us, the marchers shouted.`), continues its label as a sentence (`Read more: that was the advice of the
/// judge.`), or says what page furniture of that role does not say. `label` is the result of label_of.
bool is_statement(const Line& line, std::string_view label, Furniture role);

/// Whether `text` is a sentence that reports speech after a comma or a quotation.
bool reports_speech(std::string_view text);

}  // namespace council_news::press

#include "indexer/fetch/fetched_input.h"

#include <utility>

#include "common/text/url.h"
#include "indexer/fetch/http.h"
#include "indexer/source/header_fields.h"

namespace council_news {

Input input_of(Fetched& fetched, const std::string& source, Timestamp now) {
  Input input;
  input.source = without_user(source);
  input.url = without_user(fetched.url);
  input.charset = charset_parameter(fetched.response.header("content-type"));
  input.bytes = std::move(fetched.response.body);
  input.retrieved = now;
  return input;
}

}  // namespace council_news

#include "indexer/read/feed.h"

#include "indexer/read/feed/translate.h"
#include "indexer/read/feed/xml_feed.h"

namespace council_news {

void read_xml_feed(const Input& input, std::string_view xml, const ArticleSink& sink) {
  translate_feed(input, read_raw_feed(xml, input.url), sink);
}

}  // namespace council_news

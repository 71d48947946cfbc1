#include "indexer/read/read_feed.h"

#include "indexer/read/feed/hints_of.h"
#include "indexer/read/feed/parse_xml.h"
#include "indexer/read/feed/translate.h"
#include "indexer/read/feed/xml_feed.h"

namespace council_news {

void read_xml_feed(const Input& input, std::string_view xml, const ArticleSink& sink, const HintsSink& hints) {
  const ParsedXml parsed = parse_xml(xml);
  if (hints) hints(hints_of(parsed, input.url));
  translate_feed(input, read_raw_feed(parsed, input.url), sink);
}

}  // namespace council_news

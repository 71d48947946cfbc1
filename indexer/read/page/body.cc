#include "indexer/read/page/body.h"

#include "indexer/read/html/text.h"
#include "indexer/read/page/container.h"
#include "indexer/read/page/prune.h"

namespace council_news::page {

std::string article_body(PageView& page, std::string_view title) {
  html::NodeSet dropped(page.document());
  drop_surroundings(page, dropped);
  page.measure(dropped);
  std::string body;
  for (const html::Node* container : find_container(page, dropped)) {
    drop_within(page, *container, title, dropped);
    const std::string part = html::text_of(*container, &dropped);
    if (part.empty()) continue;
    if (!body.empty()) body += "\n\n";
    body += part;
  }
  return body;
}

}  // namespace council_news::page

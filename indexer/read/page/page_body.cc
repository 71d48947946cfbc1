#include "indexer/read/page/page_body.h"

#include "indexer/read/html/text.h"
#include "indexer/read/page/container.h"
#include "indexer/read/page/lead.h"
#include "indexer/read/page/prune.h"
#include "indexer/read/page/top_lines.h"
#include "indexer/read/press/furniture/own_text.h"

namespace council_news::page {
namespace {

/// Bytes of a standfirst that are compared with the text, which may repeat it or cut it off.
constexpr std::size_t kComparedLength = 60;

void add_part(std::string& body, const std::string& part) {
  if (part.empty()) return;
  if (!body.empty()) body += "\n\n";
  body += part;
}

}  // namespace

Body read_body(PageView& page, const Article& article) {
  html::NodeSet dropped(page.document());
  drop_surroundings(page, dropped);
  page.measure(dropped);
  Body body;
  body.containers = find_container(page, dropped);
  if (body.containers.empty()) return body;
  std::string text;
  for (const html::Node* container : body.containers) {
    drop_within(page, *container, dropped);
    add_part(text, html::text_of(*container, &dropped));
  }
  const std::string lead = standfirst(page, *body.containers.front(), dropped);
  if (text.find(lead.substr(0, kComparedLength)) == std::string::npos) body.text = lead;
  add_part(body.text, text);
  body.text = without_top_lines(press::own_text(body.text), article);
  return body;
}

}  // namespace council_news::page

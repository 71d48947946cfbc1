#include "indexer/read/feed/parse_xml.h"

#include <string>

#include "indexer/read/feed/xml_repair.h"

namespace council_news {
namespace {

bool load(pugi::xml_document& tree, const std::string& xml) {
  constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata;
  const auto status = tree.load_buffer(xml.data(), xml.size(), kOptions, pugi::encoding_utf8).status;
  return status == pugi::status_ok || status == pugi::status_no_document_element;
}

}  // namespace

ParsedXml parse_xml(std::string_view xml) {
  using State = ParsedXml::State;
  ParsedXml parsed;
  const std::string repaired = repair_text(xml);
  if (load(parsed.tree, repaired)) {
    parsed.state = State::well_formed;
    return parsed;
  }
  const BalancedXml balanced = balance_tags(repaired);
  if (load(parsed.tree, balanced.text)) parsed.state = balanced.cut_off ? State::cut_off : State::balanced;
  return parsed;
}

}  // namespace council_news

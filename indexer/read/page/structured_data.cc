#include "indexer/read/page/structured_data.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "common/add_new.h"
#include "common/text/utf8.h"
#include "indexer/read/html/html_text.h"

namespace council_news::page {
namespace {

using nlohmann::json;

/// Objects nested deeper are ignored.
constexpr int kMaxNesting = 12;

/// Types of objects that may be the article, by confidence.
struct TypeRow {
  std::string_view name;
  int rank;
};
constexpr TypeRow kTypes[] = {{"NewsArticle", 4},
                              {"ReportageNewsArticle", 4},
                              {"OpinionNewsArticle", 4},
                              {"AnalysisNewsArticle", 4},
                              {"BackgroundNewsArticle", 4},
                              {"ReviewNewsArticle", 4},
                              {"AskPublicNewsArticle", 4},
                              {"AdvertiserContentArticle", 4},
                              {"LiveBlogPosting", 4},
                              {"BlogPosting", 3},
                              {"Article", 3},
                              {"Report", 3},
                              {"TechArticle", 3},
                              {"ScholarlyArticle", 3},
                              {"SocialMediaPosting", 2},
                              {"Review", 2},
                              {"Recipe", 2},
                              {"VideoObject", 1},
                              {"WebPage", 1},
                              {"ItemPage", 1}};

int rank_of_type(std::string_view type) {
  const std::size_t slash = type.find_last_of("/:");
  if (slash != std::string_view::npos) type.remove_prefix(slash + 1);
  for (const TypeRow& row : kTypes) {
    if (row.name == type) return row.rank;
  }
  return 0;
}

int rank_of(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return 0;
  if (type->is_string()) return rank_of_type(type->get_ref<const std::string&>());
  int best = 0;
  if (type->is_array()) {
    for (const json& one : *type) {
      if (one.is_string()) best = std::max(best, rank_of_type(one.get_ref<const std::string&>()));
    }
  }
  return best;
}

/// All objects of the JSON-LD blocks: the best article object, and objects by their @id.
class Graph {
 public:
  void add(const json& value, int depth = 0) {
    if (depth > kMaxNesting) return;
    if (value.is_array()) {
      for (const json& one : value) add(one, depth + 1);
    } else if (value.is_object()) {
      if (const auto id = value.find("@id"); id != value.end() && id->is_string() && value.size() > 1) {
        by_id_.emplace(id->get<std::string>(), &value);
      }
      if (const int rank = rank_of(value); rank > rank_) {
        rank_ = rank;
        article_ = &value;
      }
      for (const json& member : value) {
        if (member.is_structured()) add(member, depth + 1);
      }
    }
  }

  const json* article() const { return article_; }
  int rank() const { return rank_; }

  /// The object that `{"@id": …}` refers to, else the value itself.
  const json& resolve(const json& value) const {
    if (!value.is_object() || value.contains("name")) return value;
    const auto id = value.find("@id");
    if (id == value.end() || !id->is_string()) return value;
    const auto found = by_id_.find(id->get<std::string>());
    return found == by_id_.end() ? value : *found->second;
  }

 private:
  const json* article_ = nullptr;
  int rank_ = 0;
  std::map<std::string, const json*> by_id_;
};

std::string line(const json& value) {
  if (value.is_string()) return html_to_line(value.get_ref<const std::string&>());
  if (value.is_array() && !value.empty()) return line(value.front());
  return {};
}

std::string member_line(const json& object, const char* name) {
  const auto member = object.find(name);
  return member == object.end() ? std::string() : line(*member);
}

/// Adds the names of a person, an organisation, or a list of them; a string is a name.
void add_names(const Graph& graph, const json& value, std::vector<std::string>& names, int depth = 0) {
  if (depth > 3) return;
  if (value.is_array()) {
    for (const json& one : value) add_names(graph, one, names, depth + 1);
    return;
  }
  const json& entity = graph.resolve(value);
  if (entity.is_object()) {
    if (const auto name = entity.find("name"); name != entity.end()) add_names(graph, *name, names, depth + 1);
    return;
  }
  std::string name = line(entity);
  if (!name.empty()) add_new(names, std::move(name));
}

/// Keywords are a list, or one string separated by commas.
void add_words(const json& value, std::vector<std::string>& words) {
  if (value.is_array()) {
    for (const json& one : value) {
      if (one.is_string()) words.push_back(line(one));
    }
    return;
  }
  const std::string all = line(value);
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(',', at), all.size());
    const std::string word = squeeze(std::string_view(all).substr(at, end - at));
    if (!word.empty()) words.push_back(word);
    at = end + 1;
  }
}

void read_article(const Graph& graph, const json& object, StructuredData& data) {
  data.headline = member_line(object, "headline");
  if (data.headline.empty()) data.headline = member_line(object, "name");
  data.published = member_line(object, "datePublished");
  if (data.published.empty()) data.published = member_line(object, "dateCreated");
  data.modified = member_line(object, "dateModified");
  data.description = member_line(object, "description");
  data.url = member_line(object, "url");
  for (const char* name : {"author", "creator"}) {
    if (const auto member = object.find(name); member != object.end() && data.authors.empty()) {
      add_names(graph, *member, data.authors);
    }
  }
  if (const auto member = object.find("publisher"); member != object.end()) {
    std::vector<std::string> names;
    add_names(graph, *member, names);
    if (!names.empty()) data.publisher = names.front();
  }
  if (const auto member = object.find("articleSection"); member != object.end()) add_words(*member, data.sections);
  if (const auto member = object.find("keywords"); member != object.end()) add_words(*member, data.keywords);
}

/// The content of an XHTML `<![CDATA[ … ]]>`, which may be in comment marks.
std::string_view without_cdata(std::string_view text) {
  constexpr std::string_view kBegin = "<![CDATA[";
  const std::size_t begin = text.find(kBegin);
  if (begin == std::string_view::npos || begin > text.find('{')) return text;
  text.remove_prefix(begin + kBegin.size());
  return text.substr(0, text.rfind("]]>"));
}

/// Tolerates raw line ends in strings and comment or CDATA marks around the block.
json parse_block(std::string_view text) {
  text = without_cdata(text);
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return json::value_t::discarded;
  text = text.substr(begin, end + 1 - begin);
  json value = json::parse(text, nullptr, false, true);
  if (!value.is_discarded()) return value;
  std::string repaired(text);
  for (char& c : repaired) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return json::parse(repaired, nullptr, false, true);
}

}  // namespace

StructuredData read_structured_data(const html::Document& document) {
  std::vector<json> blocks;
  const html::Node& root = document.root();
  for (const html::Node* node = &root; node != nullptr; node = html::next_node(node, root)) {
    if (node->tag != html::Tag::script || node->first_child == nullptr) continue;
    if (!equal_ignoring_case(trim(node->attribute("type")), "application/ld+json")) continue;
    json block = parse_block(node->first_child->text);
    if (!block.is_discarded()) blocks.push_back(std::move(block));
  }
  Graph graph;
  for (const json& block : blocks) graph.add(block);
  StructuredData data;
  if (graph.article() == nullptr) return data;
  data.found = graph.rank() > 1;
  read_article(graph, *graph.article(), data);
  return data;
}

}  // namespace council_news::page

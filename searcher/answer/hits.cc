#include "searcher/answer/hits.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/document.h"
#include "searcher/answer/changes.h"
#include "searcher/answer/find_article.h"
#include "searcher/answer/grouping.h"

namespace council_news {
namespace {

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

Ranges in_characters(std::string_view text, const Ranges& bytes) {
  const auto characters = [text](std::size_t end) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  };
  Ranges found;
  for (const auto& [begin, end] : bytes) found.emplace_back(characters(begin), characters(end));
  return found;
}

Hit hit_of(const Xapian::Database& database, const Xapian::Document& document) {
  Hit hit;
  hit.article = article_of(document);
  Others others = others_of(database, document);
  hit.also = others.count;
  hit.also_in = std::move(others.outlets);
  return hit;
}

Answer answer_by_id(const std::string& id, const std::string& read_as) {
  Answer answer;
  answer.query = "id:" + id;
  answer.read_as = read_as;
  answer.total = 1;
  return answer;
}

}  // namespace

Hit HitReader::read(const Xapian::Document& document) const {
  Hit hit = hit_of(database_, document);
  Snippet snippet = highlighter_.snippet(hit.article, stem_);
  hit.snippet = std::move(snippet.text);
  hit.matches = std::move(snippet.matches);
  hit.title_matches = in_characters(hit.article.title, highlighter_.ranges(hit.article.title, stem_));
  return hit;
}

Answer show_article(const Xapian::Database& database, const std::string& id) {
  const Xapian::Document document = find_article(database, id);
  Hit hit = hit_of(database, document);
  hit.rank = 1;
  hit.others = other_articles(database, document);
  for (const ArticleVersion& version : history_of(document).versions)
    if (version.is_edit()) hit.edited = version.at;
  Answer answer = answer_by_id(id, "the article " + hit.article.id);
  answer.whole = true;
  answer.hits.push_back(std::move(hit));
  return answer;
}

Answer list_changes(const Xapian::Database& database, const std::string& id) {
  History history = history_of(find_article(database, id));
  Answer answer = answer_by_id(id, "the versions of the article " + history.article.id);
  answer.history = std::move(history);
  return answer;
}

}  // namespace council_news

#include "indexer/read/field_names.h"

#include <algorithm>
#include <array>

namespace council_news {
namespace {

struct FieldNames {
  MemberId member;
  std::array<std::string_view, 7> names;  ///< besides our own name
};

constexpr std::array<FieldNames, 10> kOtherNames{{
    {MemberId::guid, {"id", "uid", "_id"}},
    {MemberId::url, {"link", "uri", "canonical_url", "permalink", "page_url", "source_url", "href"}},
    {MemberId::title, {"headline", "name"}},
    {MemberId::authors, {"author", "byline", "creator", "dc_creator"}},
    {MemberId::published,
     {"date_published", "published_at", "publish_date", "pubDate", "publication_date", "date", "datePublished"}},
    {MemberId::updated, {"date_modified", "updated_at", "modified", "dateModified", "last_modified"}},
    {MemberId::outlet, {"publisher", "site_name", "sitename", "source_name", "publication", "hostname"}},
    {MemberId::categories, {"tags", "category", "keywords", "section"}},
    {MemberId::summary, {"description", "excerpt", "standfirst", "abstract"}},
    {MemberId::body, {"text", "content", "content_text", "articleBody", "article_body", "full_text", "maintext"}},
}};

constexpr std::array<std::string_view, 2> kHtmlBodyNames{"content_html", "body_html"};

using Names = std::array<std::string_view, 8>;

constexpr std::array<Names, kMemberCount> kNames = [] {
  std::array<Names, kMemberCount> all{};
  for_each_member(
      [&](auto member) { all[static_cast<std::size_t>(kMemberRow<member>.id)][0] = kMemberRow<member>.name; });
  for (const FieldNames& row : kOtherNames)
    std::copy(row.names.begin(), row.names.end(), all[static_cast<std::size_t>(row.member)].begin() + 1);
  return all;
}();

}  // namespace

std::span<const std::string_view> field_names(MemberId member) {
  const Names& names = kNames[static_cast<std::size_t>(member)];
  const auto end = std::find(names.begin(), names.end(), std::string_view{});
  return std::span(names).first(static_cast<std::size_t>(end - names.begin()));
}

std::span<const std::string_view> html_body_names() { return kHtmlBodyNames; }

}  // namespace council_news

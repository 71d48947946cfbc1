#include "indexer/read/read_page.h"

#include <string>

#include "common/error.h"
#include "indexer/read/html/html_document.h"
#include "indexer/read/page/kind.h"
#include "indexer/read/page/metadata.h"
#include "indexer/read/page/page_body.h"
#include "indexer/read/page/page_view.h"

namespace council_news {

Article read_page(const Input& input, std::string_view html) {
  const html::Document document = html::Document::parse(html);
  page::PageView view(document);
  page::Metadata metadata = page::read_metadata(input, html, view);
  Article article = std::move(metadata.article);
  page::Body body = page::read_body(view, article);
  const page::PageKind kind = page::page_kind(view, article, body, metadata.declared_article);
  if (kind != page::PageKind::article) {
    throw NoArticleError(std::string(page::describe(kind)) + ", not an article", page::hint_for(kind, view, input.url));
  }
  article.body = std::move(body.text);
  if (article.body.empty()) article.warnings.push_back("no article text found in the page");
  return article;
}

}  // namespace council_news

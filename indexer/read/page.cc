#include "indexer/read/page.h"

#include "indexer/read/html/document.h"
#include "indexer/read/page/body.h"
#include "indexer/read/page/metadata.h"
#include "indexer/read/page/page_view.h"

namespace council_news {

Article read_page(const Input& input, std::string_view html) {
  const html::Document document = html::Document::parse(html);
  page::PageView view(document);
  Article article = page::read_metadata(input, view);
  article.body = page::article_body(view, article.title);
  return article;
}

}  // namespace council_news

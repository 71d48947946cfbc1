#include "common/article_day.h"

#include "common/text/date_reading.h"

namespace council_news {

std::optional<Timestamp> article_date(const Article& article) {
  return article.published ? article.published : article.updated;
}

std::string article_day(const Article& article) {
  const std::optional<Timestamp> date = article_date(article);
  return date ? format_timestamp(at_day(day_of(*date))) : std::string();
}

void set_article_day(Article& article, std::string_view day) {
  const std::optional<Timestamp> read = parse_feed_date(day);
  if (!read) return;
  std::optional<Timestamp>& date = article.published ? article.published : article.updated;
  if (date) {
    date = with_day(*date, day_of(*read));
  } else {
    article.published = at_day(day_of(*read));
  }
}

}  // namespace council_news

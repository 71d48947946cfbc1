#include "searcher/output/hit_fields.h"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "common/error.h"
#include "common/knowledge/gazetteer.h"
#include "common/text/terminal.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

Json text(const std::string& value) { return value.empty() ? Json() : Json(value); }
Json list(const std::vector<std::string>& values) { return values.empty() ? Json() : Json(values); }
Json moment(const std::optional<Timestamp>& value) { return value ? Json(format_timestamp(*value)) : Json(); }
Json rounded(double value) { return std::round(value * 1000) / 1000; }

Json councils(const std::vector<std::string>& slugs) {
  Json named = Json::array();
  for (const std::string& slug : slugs) named.push_back({{"slug", slug}, {"name", council_name(slug)}});
  return named;
}

Json reasons(const std::vector<Reason>& reasons) {
  if (reasons.empty()) return {};
  Json named = Json::array();
  for (const Reason& reason : reasons) named.push_back({{"what", reason.what}, {"weight", rounded(reason.weight)}});
  return named;
}

Json evidence(const Hit& hit) {
  if (hit.attributions.empty()) return {};
  Json found{{"councils", Json::object()}, {"topics", Json::object()}};
  for (const Attribution& one : hit.article.evidence.councils) found["councils"][one.slug] = one.why;
  for (const Attribution& one : hit.article.evidence.topics) found["topics"][one.slug] = one.why;
  return found;
}

}  // namespace

const std::vector<HitField>& hit_fields() {
  static const std::vector<HitField> fields{
      {"rank", "from 1", [](const Hit& h) { return Json(h.rank); }, true, true},
      {"score", "the higher the better; comparable within one answer", [](const Hit& h) { return rounded(h.score); },
       true, false},
      {"id", "of the article", [](const Hit& h) { return Json(h.article.id); }, true, true},
      {"guid", "as the feed gave it", [](const Hit& h) { return text(h.article.guid); }, true, false},
      {"title", "the headline", [](const Hit& h) { return text(h.article.title); }, true, true},
      {"url", "its address", [](const Hit& h) { return text(h.article.url); }, true, true},
      {"authors", "who wrote it", [](const Hit& h) { return Json(h.article.authors); }, true, true},
      {"published", "the day, or the moment in UTC", [](const Hit& h) { return moment(h.article.published); }, true,
       true},
      {"updated", "likewise", [](const Hit& h) { return moment(h.article.updated); }, false, false},
      {"outlet", "who published it", [](const Hit& h) { return text(h.article.outlet); }, true, true},
      {"councils", "that it is about", [](const Hit& h) { return councils(h.article.councils); }, true, true},
      {"mentions", "all councils that it names", [](const Hit& h) { return councils(h.article.mentions); }, false,
       false},
      {"topics", "slugs", [](const Hit& h) { return Json(h.article.topics); }, true, true},
      {"categories", "as the source filed it", [](const Hit& h) { return list(h.article.categories); }, false, false},
      {"snippet", "the passage that answers best", [](const Hit& h) { return Json(h.snippet); }, true, true},
      {"matches", "where the words stand in the snippet", [](const Hit& h) { return Json(h.matches); }, true, false},
      {"also", "other articles that carry the same story", [](const Hit& h) { return Json(h.also); }, true, false},
      {"also_in", "their outlets", [](const Hit& h) { return list(h.also_in); }, true, false},
      {"why", "parts of the score (--explain)", [](const Hit& h) { return reasons(h.reasons); }, true, false},
      {"evidence", "for its councils and topics (--explain)", [](const Hit& h) { return evidence(h); }, true, false},
      {"summary", "as the source gave it", [](const Hit& h) { return text(h.article.summary); }, false, false},
      {"body", "the whole text", [](const Hit& h) { return text(h.article.body); }, false, false},
      {"source", "the file or feed it was read from", [](const Hit& h) { return text(h.article.source); }, false,
       false},
      {"first_seen", "when it entered the archive", [](const Hit& h) { return moment(h.article.first_seen); }, false,
       false},
      {"last_seen", "when it was last seen to change", [](const Hit& h) { return moment(h.article.last_seen); }, false,
       false},
  };
  return fields;
}

std::vector<const HitField*> find_hit_fields(const std::vector<std::string>& names) {
  std::vector<const HitField*> found;
  for (const std::string& name : names) {
    const auto& fields = hit_fields();
    const auto it =
        std::find_if(fields.begin(), fields.end(), [&](const HitField& field) { return field.name == name; });
    if (it == fields.end()) {
      std::string known;
      for (const HitField& field : fields) known += (known.empty() ? "" : ", ") + std::string(field.name);
      throw UsageError(fmt::format("there is no field '{}' to print", name), "known are: " + known);
    }
    found.push_back(&*it);
  }
  return found;
}

Json hit_object(const Hit& hit, const std::vector<std::string>& fields) {
  Json object = Json::object();
  const auto add = [&](const HitField& field) {
    Json value = field.value(hit);
    if (!value.is_null()) object[std::string(field.name)] = std::move(value);
  };
  if (fields.empty()) {
    for (const HitField& field : hit_fields())
      if (field.in_json) add(field);
  } else {
    for (const HitField* field : find_hit_fields(fields)) add(*field);
  }
  return object;
}

std::string dump_json(const Json& value) {
  const std::string raw = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string safe;
  safe.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(raw, at);
    // Outside strings JSON is ASCII, so whatever is escaped here stands in a string.
    if (c < 0x7F || !is_unseen(c)) {
      safe.append(raw, begin, at - begin);
    } else if (c < 0x10000) {
      safe += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      const auto rest = static_cast<unsigned>(c - 0x10000);
      safe += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
    }
  }
  return safe;
}

}  // namespace council_news

#include "searcher/output/hit_fields.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/core.h>

#include "common/article_day.h"
#include "common/article_members.h"
#include "common/error.h"
#include "common/knowledge/gazetteer.h"
#include "common/text/terminal.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

/// Writes a member of an article; null if unknown.
struct WhenKnown {
  Json operator()(const std::string& value) const { return value.empty() ? Json() : Json(value); }
  Json operator()(const std::vector<std::string>& values) const { return values.empty() ? Json() : Json(values); }
  Json operator()(const std::optional<Timestamp>& value) const {
    return value ? Json(format_timestamp(*value)) : Json();
  }
};

/// A list that is present even if empty.
struct Always {
  Json operator()(const std::vector<std::string>& values) const { return values; }
};

/// Likewise, for councils with their names.
struct CouncilsNamed {
  Json operator()(const std::vector<std::string>& slugs) const {
    Json named = Json::array();
    for (const std::string& slug : slugs) named.push_back({{"slug", slug}, {"name", council_name(slug)}});
    return named;
  }
};

Json rounded(double value) { return std::round(value * 1000) / 1000; }

Json reasons(const std::vector<Reason>& reasons) {
  if (reasons.empty()) return {};
  Json named = Json::array();
  for (const Reason& reason : reasons) named.push_back({{"what", reason.what}, {"weight", rounded(reason.weight)}});
  return named;
}

Json evidence(const Hit& hit) {
  if (hit.attributions.empty()) return {};
  Json found{{"councils", Json::object()}, {"topics", Json::object()}};
  for (const Attribution& one : hit.article.council_evidence) found["councils"][one.slug] = one.why;
  for (const Attribution& one : hit.article.topic_evidence) found["topics"][one.slug] = one.why;
  return found;
}

/// A member of the article as a column.
template <MemberId kMember, typename Form = WhenKnown>
constexpr HitField column(Default shown) {
  constexpr const auto& row = kMemberRow<kMember>;
  static_assert(row.column_help != kNoColumn, "a column needs a help text in common/article_members.h");
  return {row.name, row.column_help, [](const Hit& hit) { return Form{}(hit.article.*kMemberRow<kMember>.value); },
          shown};
}

constexpr std::array kHitFields{
    HitField{"rank", "from 1", [](const Hit& h) { return Json(h.rank); }, Default::everywhere},
    HitField{"score", "higher is better; comparable within one answer", [](const Hit& h) { return rounded(h.score); },
             Default::in_json},
    column<MemberId::id>(Default::everywhere),
    column<MemberId::guid>(Default::in_json),
    column<MemberId::title>(Default::everywhere),
    column<MemberId::url>(Default::everywhere),
    column<MemberId::authors, Always>(Default::everywhere),
    column<MemberId::published>(Default::everywhere),
    HitField{kDayMember, "publication day, as its source wrote it",
             [](const Hit& h) { return WhenKnown{}(article_day(h.article)); }, Default::in_json},
    column<MemberId::updated>(Default::nowhere),
    column<MemberId::outlet>(Default::everywhere),
    column<MemberId::councils, CouncilsNamed>(Default::everywhere),
    column<MemberId::mentions, CouncilsNamed>(Default::nowhere),
    column<MemberId::topics, Always>(Default::everywhere),
    column<MemberId::categories>(Default::nowhere),
    HitField{"snippet", "the best passage", [](const Hit& h) { return Json(h.snippet); }, Default::everywhere},
    HitField{"matches", "positions of the matches in the snippet", [](const Hit& h) { return Json(h.matches); },
             Default::in_json},
    HitField{"also", "number of other articles with the same story", [](const Hit& h) { return Json(h.also); },
             Default::in_json},
    HitField{"also_in", "outlets of those articles", [](const Hit& h) { return WhenKnown{}(h.also_in); },
             Default::in_json},
    HitField{"searches", "saved searches it is new for (--digest)",
             [](const Hit& h) { return WhenKnown{}(h.searches); }, Default::in_json},
    HitField{"why", "parts of the score (--explain)", [](const Hit& h) { return reasons(h.reasons); },
             Default::in_json},
    HitField{"evidence", "evidence for its councils and topics (--explain)", [](const Hit& h) { return evidence(h); },
             Default::in_json},
    column<MemberId::summary>(Default::nowhere),
    column<MemberId::body>(Default::nowhere),
    column<MemberId::source>(Default::nowhere),
    column<MemberId::first_seen>(Default::nowhere),
    column<MemberId::last_seen>(Default::nowhere),
};

constexpr bool has_every_column() {
  bool has_every = true;
  for_each_member([&](auto member) {
    bool found = kMemberRow<member>.column_help == kNoColumn;
    for (const HitField& field : kHitFields) found = found || field.name == kMemberRow<member>.name;
    has_every = has_every && found;
  });
  return has_every;
}

static_assert(has_every_column(), "a member with a column_help (common/article_members.h) is missing from kHitFields");

}  // namespace

std::span<const HitField> hit_fields() { return kHitFields; }

std::vector<const HitField*> find_hit_fields(const std::vector<std::string>& names) {
  std::vector<const HitField*> found;
  for (const std::string& name : names) {
    const std::span<const HitField> fields = hit_fields();
    const auto it =
        std::find_if(fields.begin(), fields.end(), [&](const HitField& field) { return field.name == name; });
    if (it == fields.end()) {
      std::string known;
      for (const HitField& field : fields) known += (known.empty() ? "" : ", ") + std::string(field.name);
      throw UsageError(fmt::format("unknown output field '{}'", name), "known fields are " + known);
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
      if (field.shown != Default::nowhere) add(field);
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
    // Outside strings JSON is ASCII, so every character escaped here is in a string.
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

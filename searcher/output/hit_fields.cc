#include "searcher/output/hit_fields.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/core.h>

#include "common/article_members.h"
#include "common/error.h"
#include "common/knowledge/gazetteer.h"
#include "common/text/terminal.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

/// How a member of an article is written: what is not known is null.
struct WhenKnown {
  Json operator()(const std::string& value) const { return value.empty() ? Json() : Json(value); }
  Json operator()(const std::vector<std::string>& values) const { return values.empty() ? Json() : Json(values); }
  Json operator()(const std::optional<Timestamp>& value) const {
    return value ? Json(format_timestamp(*value)) : Json();
  }
};

/// A list that is there even if nothing is in it.
struct Always {
  Json operator()(const std::vector<std::string>& values) const { return values; }
};

/// Likewise, councils with their names.
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
constexpr HitField column(Usual usual) {
  constexpr const auto& row = kMemberRow<kMember>;
  static_assert(row.column_help != kNoColumn, "a column needs a help in common/article_members.h");
  return {row.name, row.column_help, [](const Hit& hit) { return Form{}(hit.article.*kMemberRow<kMember>.value); },
          usual};
}

constexpr std::array kHitFields{
    HitField{"rank", "from 1", [](const Hit& h) { return Json(h.rank); }, Usual::everywhere},
    HitField{"score", "the higher the better; comparable within one answer",
             [](const Hit& h) { return rounded(h.score); }, Usual::in_json},
    column<MemberId::id>(Usual::everywhere),
    column<MemberId::guid>(Usual::in_json),
    column<MemberId::title>(Usual::everywhere),
    column<MemberId::url>(Usual::everywhere),
    column<MemberId::authors, Always>(Usual::everywhere),
    column<MemberId::published>(Usual::everywhere),
    column<MemberId::updated>(Usual::nowhere),
    column<MemberId::outlet>(Usual::everywhere),
    column<MemberId::councils, CouncilsNamed>(Usual::everywhere),
    column<MemberId::mentions, CouncilsNamed>(Usual::nowhere),
    column<MemberId::topics, Always>(Usual::everywhere),
    column<MemberId::categories>(Usual::nowhere),
    HitField{"snippet", "the passage that answers best", [](const Hit& h) { return Json(h.snippet); },
             Usual::everywhere},
    HitField{"matches", "where the words stand in the snippet", [](const Hit& h) { return Json(h.matches); },
             Usual::in_json},
    HitField{"also", "other articles that carry the same story", [](const Hit& h) { return Json(h.also); },
             Usual::in_json},
    HitField{"also_in", "their outlets", [](const Hit& h) { return WhenKnown{}(h.also_in); }, Usual::in_json},
    HitField{"why", "parts of the score (--explain)", [](const Hit& h) { return reasons(h.reasons); }, Usual::in_json},
    HitField{"evidence", "for its councils and topics (--explain)", [](const Hit& h) { return evidence(h); },
             Usual::in_json},
    column<MemberId::summary>(Usual::nowhere),
    column<MemberId::body>(Usual::nowhere),
    column<MemberId::source>(Usual::nowhere),
    column<MemberId::first_seen>(Usual::nowhere),
    column<MemberId::last_seen>(Usual::nowhere),
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

static_assert(has_every_column(), "a member that is a column (common/article_members.h) has no place among them");

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
      if (field.usual != Usual::nowhere) add(field);
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

#include <array>
#include <iostream>
#include <utility>

#include "common/article_json.h"
#include "searcher/output/hit_fields.h"
#include "searcher/output/writer.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

Json article_object(const Article& article) { return Json::parse(to_json(article)); }

/// All of an answer but its hits, facets and timeline.
Json head_object(const Answer& answer) {
  Json object{
      {"format", 1},           {"query", answer.query},     {"read_as", answer.read_as},  {"total", answer.total},
      {"exact", answer.exact}, {"relaxed", answer.relaxed}, {"warnings", answer.warnings}};
  if (!answer.suggestion.empty()) object["suggestion"] = answer.suggestion;
  if (!answer.name.empty()) object["name"] = answer.name;
  return object;
}

void add_counts(const Answer& answer, Json& object) {
  for (const Facet& facet : answer.facets) {
    Json counts = Json::array();
    for (const FacetCount& count : facet.counts)
      counts.push_back({{"value", count.value}, {"label", count.label}, {"count", count.count}});
    object["facets"][facet.name] = std::move(counts);
  }
  for (const Period& period : answer.timeline)
    object["timeline"].push_back({{"period", period.period}, {"count", period.count}, {"archive", period.archive}});
}

Json edits_array(const Edits& edits) {
  static constexpr std::array<const char*, 3> kNames{"same", "removed", "added"};
  Json array = Json::array();
  for (const Edit& edit : edits) array.push_back(Json{{kNames[static_cast<std::size_t>(edit.kind)], edit.text}});
  return array;
}

Json version_object(const ArticleVersion& version) {
  Json object = Json::object();
  if (version.at) object["at"] = format_timestamp(*version.at);
  object["title"] = version.title;
  object["text"] = version.text;
  if (!version.title_edits.empty()) object["title_edits"] = edits_array(version.title_edits);
  for (const Edits& paragraph : version.text_edits) object["text_edits"].push_back(edits_array(paragraph));
  if (version.other_form) object["other_form"] = true;
  return object;
}

Json history_object(const History& history) {
  Json object{{"format", 1}, {"id", history.article.id}};
  for (const ArticleVersion& version : history.versions) object["versions"].push_back(version_object(version));
  if (!history.other_titles.empty()) object["other_titles"] = history.other_titles;
  return object;
}

enum class Shape { one_answer, digest };

/// One object. Hits are written as they arrive, so their number is unlimited.
class JsonWriter : public Writer {
 public:
  JsonWriter(std::vector<std::string> fields, Shape shape, std::ostream& out)
      : fields_(std::move(fields)), shape_(shape), out_(out) {}

  void begin() override {
    if (shape_ == Shape::digest) out_ << "{\"format\":1,\"answers\":[";
  }

  void end() override {
    if (shape_ == Shape::digest) out_ << "]}\n";
  }

  void begin_answer(const Answer& answer) override {
    if (answer.history) out_ << dump_json(history_object(*answer.history)) << '\n';
    if (answer.whole || answer.history) return;
    if (!std::exchange(first_answer_, false)) out_ << ',';
    std::string head = dump_json(head_object(answer));
    head.pop_back();
    out_ << head << ",\"hits\":[";
    first_ = true;
  }

  void hit(const Answer& answer, const Hit& hit) override {
    if (answer.whole) {
      out_ << dump_json(Json{{"format", 1}, {"article", article_object(hit.article)}, {"also", hit.also}}) << '\n';
      return;
    }
    out_ << (first_ ? "" : ",") << dump_json(hit_object(hit, fields_));
    first_ = false;
  }

  void end_answer(const Answer& answer) override {
    if (answer.whole || answer.history) return;
    Json counts = Json::object();
    add_counts(answer, counts);
    out_ << ']' << (counts.empty() ? "}" : ',' + dump_json(counts).substr(1));
    if (shape_ == Shape::one_answer) out_ << '\n';
  }

 private:
  std::vector<std::string> fields_;
  Shape shape_;
  std::ostream& out_;
  bool first_answer_ = true;
  bool first_ = true;
};

class JsonLinesWriter : public Writer {
 public:
  JsonLinesWriter(std::vector<std::string> fields, std::ostream& out) : fields_(std::move(fields)), out_(out) {
    find_hit_fields(fields_);
  }

  void begin_answer(const Answer& answer) override {
    if (!answer.history) return;
    for (const ArticleVersion& version : answer.history->versions) out_ << dump_json(version_object(version)) << '\n';
  }

  void hit(const Answer& answer, const Hit& hit) override {
    const bool article = answer.whole && fields_.empty();
    out_ << dump_json(article ? article_object(hit.article) : hit_object(hit, fields_)) << '\n';
  }

 private:
  std::vector<std::string> fields_;
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Writer> make_json_writer(const Style& style, std::ostream& out) {
  const Shape shape = style.title.empty() ? Shape::one_answer : Shape::digest;
  return std::make_unique<JsonWriter>(std::vector<std::string>{}, shape, out);
}

std::unique_ptr<Writer> make_json_lines_writer(const Style& style, std::ostream& out) {
  return std::make_unique<JsonLinesWriter>(style.fields, out);
}

void write_answer(Writer& writer, const Answer& answer) {
  writer.begin_answer(answer);
  for (const Hit& hit : answer.hits) writer.hit(answer, hit);
  writer.end_answer(answer);
}

void write_json(const Answer& answer, const std::vector<std::string>& fields, std::ostream& out) {
  find_hit_fields(fields);
  JsonWriter writer(fields, Shape::one_answer, out);
  write_answer(writer, answer);
}

void write_json_error(std::string_view code, std::string_view message, std::string_view hint, std::ostream& out) {
  Json error{{"code", code}, {"message", message}};
  if (!hint.empty()) error["hint"] = hint;
  out << dump_json(Json{{"error", error}}) << '\n';
}

}  // namespace council_news

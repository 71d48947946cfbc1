#include <iostream>

#include "common/text/terminal.h"
#include "common/text/utf8.h"
#include "searcher/output/hit_fields.h"
#include "searcher/output/writer.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

/// The text of a cell: lists separated by "; ", councils by name.
std::string cell_text(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) {
    const auto name = value.contains("name") ? value.find("name") : value.find("what");
    return name == value.end() ? value.dump() : name->get<std::string>();
  }
  if (!value.is_array()) return value.dump();
  std::string joined;
  for (const Json& part : value) joined += (joined.empty() ? "" : "; ") + cell_text(part);
  return joined;
}

/// Whether a spreadsheet would read the cell as a formula. Some locales accept the full-width forms too.
bool is_formula(std::string_view cell) {
  for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
    if (cell.starts_with(sign)) return true;
  return false;
}

/// A value as a safe cell: nothing that a terminal or spreadsheet would act on.
std::string safe_cell(const Json& value) {
  std::string cell(trim(for_terminal(cell_text(value))));
  return value.is_number() || !is_formula(cell) ? cell : "'" + cell;
}

/// RFC 4180: CRLF, quotes where needed, doubled inside.
void write_csv_cell(const Json& value, std::ostream& out) {
  const std::string cell = safe_cell(value);
  if (cell.find_first_of(",\"\n;'") == std::string::npos) {
    out << cell;
    return;
  }
  out << '"';
  for (const char c : cell) {
    if (c == '"') out << '"';
    out << c;
  }
  out << '"';
}

/// One line per hit and one tab between cells, whatever the cells contain.
void write_tsv_cell(const Json& value, std::ostream& out) { out << squeeze(safe_cell(value)); }

struct Dialect {
  void (*write_cell)(const Json& value, std::ostream& out);
  char separator;
  const char* line_end;
};

class TableWriter : public Writer {
 public:
  TableWriter(const Style& style, const Dialect& dialect, std::ostream& out)
      : columns_(find_hit_fields(style.fields)), is_digest_(!style.title.empty()), dialect_(dialect), out_(out) {}

  void begin() override {
    if (is_digest_) write_header("searches");
  }

  void begin_answer(const Answer& answer) override {
    if (!is_digest_) write_header(answer.whole ? "body" : "");
  }

  void hit(const Answer&, const Hit& hit) override {
    row([&](const HitField& field) { return field.value(hit); });
  }

 private:
  /// The columns that are named, or all usual ones and one more.
  void write_header(std::string_view one_more) {
    if (columns_.empty()) {
      for (const HitField& field : hit_fields())
        if (field.shown == Default::everywhere || field.name == one_more) columns_.push_back(&field);
    }
    row([](const HitField& field) { return Json(field.name); });
  }

  template <typename Value>
  void row(Value value) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) out_ << dialect_.separator;
      dialect_.write_cell(value(*columns_[i]), out_);
    }
    out_ << dialect_.line_end;
  }

  std::vector<const HitField*> columns_;
  bool is_digest_;
  Dialect dialect_;
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Writer> make_csv_writer(const Style& style, std::ostream& out) {
  return std::make_unique<TableWriter>(style, Dialect{write_csv_cell, ',', "\r\n"}, out);
}

std::unique_ptr<Writer> make_tsv_writer(const Style& style, std::ostream& out) {
  return std::make_unique<TableWriter>(style, Dialect{write_tsv_cell, '\t', "\n"}, out);
}

}  // namespace council_news

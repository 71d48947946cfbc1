#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "common/article_json.h"
#include "common/error.h"
#include "indexer/read/read_document.h"
#include "tests/support/catch.h"

using namespace council_news;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kExpected = ".expected.json";

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The files NAME.expected.json in corpus/shapes and its subdirectories.
std::vector<fs::path> expectations() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(CORPUS_FOLDER) / "shapes")) {
    if (entry.path().string().ends_with(kExpected)) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// The one file NAME.* beside NAME.expected.json.
fs::path input_of(const fs::path& expectation) {
  const std::string name = expectation.filename().string();
  const std::string stem = name.substr(0, name.size() - kExpected.size());
  for (const auto& entry : fs::directory_iterator(expectation.parent_path())) {
    if (entry.path().stem() == stem && entry.path() != expectation) return entry.path();
  }
  return {};
}

void check_body(const std::string& body, const json& expected) {
  if (expected.contains("body_begins")) CHECK_THAT(body, Catch::Matchers::StartsWith(expected["body_begins"]));
  if (expected.contains("body_ends")) CHECK_THAT(body, Catch::Matchers::EndsWith(expected["body_ends"]));
  for (const std::string words : expected.value("absent", json::array()))
    CHECK_THAT(body, !Catch::Matchers::ContainsSubstring(words));
  for (const std::string words : expected.value("present", json::array()))
    CHECK_THAT(body, Catch::Matchers::ContainsSubstring(words));
}

/// Members with names of the article's JSON are compared with it; "" and [] require the member to be absent.
void check_article(const Article& article, const json& expected) {
  const json actual = json::parse(to_json(article));
  for (const auto& [name, value] : expected.items()) {
    if (name == "body_begins" || name == "body_ends" || name == "absent" || name == "present") continue;
    CAPTURE(name);
    CHECK(actual.value(name, value.is_array() ? json::array() : json("")) == value);
  }
  check_body(article.body, expected);
}

void check_shape(const fs::path& path, const json& expected) {
  Input input;
  input.source = path.filename();
  input.url = expected.value("taken_from", "");
  input.bytes = read_file(path);
  std::vector<Article> articles;
  std::string error;
  try {
    read_document(input, [&](Article&& article) { articles.push_back(std::move(article)); });
  } catch (const InputError& thrown) {
    error = thrown.what();
  }
  CHECK_THAT(error, Catch::Matchers::ContainsSubstring(expected.value("error", "")));
  CHECK(error.empty() == !expected.contains("error"));
  const json wanted = expected.value("articles", json::array());
  REQUIRE(articles.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) check_article(articles[i], wanted[i]);
}

}  // namespace

TEST_CASE("the files of corpus/shapes are read as expected") {
  const std::vector<fs::path> files = expectations();
  REQUIRE(files.size() > 80);
  for (const fs::path& file : files) {
    DYNAMIC_SECTION(file.filename().string()) { check_shape(input_of(file), json::parse(read_file(file))); }
  }
}

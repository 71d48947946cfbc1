#include "indexer/source/source.h"

#include <filesystem>
#include <fstream>

#include "indexer/source/json_lines.h"
#include "indexer/source/mirror.h"
#include "indexer/source/sidecar.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace council_news;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("host names of folders") {
  for (const char* name : {"www.leeds.gov.uk", "news.example", "record.example:8080", "a-b.org", "x1.scot"}) {
    CAPTURE(name);
    CHECK(looks_like_host(name));
  }
  for (const char* name : {"", "news", "notes.old", "v1.2", "page.html", ".uk", "a..uk", "-a.uk", "a-.uk", "A.uk",
                           "a b.uk", "a.uk:", "a.uk:x", "a.uk:123456", "archive.2019", "node.js"}) {
    CAPTURE(name);
    CHECK_FALSE(looks_like_host(name));
  }
}

TEST_CASE("URLs from paths of mirrored sites") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"news.example/2019/a.html", "https://news.example/2019/a.html"},
      {"mirror/news.example/a.html", "https://news.example/a.html"},
      {"./news.example/a.html", "https://news.example/a.html"},
      {"one/two/news.example/a.html", ""},
      {"news.example", ""},
      {"mirror/news.example", ""},
      {"mirror/page.html", ""},
      {"news.example/index.html", "https://news.example/"},
      {"news.example/b/index.html", "https://news.example/b/"},
      {"news.example/my-index.html", "https://news.example/my-index.html"},
      {"news.example:8080/a", "https://news.example:8080/a"},
      {"news.example/page?id=3&x=y", "https://news.example/page?id=3&x=y"},
      {"news.example/Ynys Môn#1.html", "https://news.example/Ynys%20M%C3%B4n%231.html"},
      {"news.example/a%20b", "https://news.example/a%20b"},
      {"news.example/a\nb", "https://news.example/a%0Ab"},
  };
  for (const auto& [path, url] : cases) {
    CAPTURE(path);
    CHECK(mirrored_url(path) == url);
  }
}

TEST_CASE("files in folders, their sidecars and URLs") {
  const TemporaryFolder folder;
  const std::string root = folder.path().string() + "/mirror/";
  const std::string site = root + "news.example/";
  write(site + "a.html", "a");
  write(site + "a.html.headers", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=x\r\n");
  write(site + "a.url", "https://n.example/a");
  write(site + "b/index.html", "b");
  write(site + "lone.url", "https://n.example/lone");
  write(site + ".hidden", "h");
  write(root + ".git/config", "h");
  write(root + "z.txt", "z");
  fs::create_directory_symlink(root + "news.example", root + "linked");

  std::vector<MissingSource> missing;
  const std::vector<Source> sources = list_sources({root, site + "a.html", root + "missing", "-"}, missing);
  std::vector<std::string> names;
  for (const Source& source : sources) names.push_back(source.name);
  CHECK(names == std::vector<std::string>{site + "a.html", site + "b/index.html", site + "lone.url", root + "z.txt",
                                          site + "a.html", "-"});
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].name == root + "missing");
  CHECK(missing[0].why == "no such file or folder");
  CHECK_FALSE(sources[0].was_named);
  CHECK(sources[4].was_named);
  CHECK(sources[5].is_standard_input());

  CHECK(describe(sources[0]).url == "https://n.example/a");
  CHECK(describe(sources[0]).charset == "x");
  CHECK(describe(sources[1]).url == "https://news.example/b/");
  CHECK(describe(sources[3]).url == "");
  CHECK(describe(sources[4]).url == "https://n.example/a");  // a file that is an argument has sidecars too

  const std::string print = fingerprint_of(sources[0]);
  CHECK(print == fingerprint_of(sources[0]));
  write(site + "a.url", "https://n.example/another");
  CHECK(print != fingerprint_of(sources[0]));
  CHECK(fingerprint_of(sources[5]).empty());
}

TEST_CASE("a file that was replaced is another file, whatever its size and time") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "news.json";
  const fs::path other = folder.path() / "other.json";
  const Source source{.name = file.string(), .sidecars = {}};
  write(file, "first");
  const fs::file_time_type time = fs::last_write_time(file);
  const std::string first = fingerprint_of(source);

  write(other, "other");
  fs::last_write_time(other, time);
  fs::rename(other, file);
  const std::string moved = fingerprint_of(source);
  CHECK(moved != first);

  write(file, "third");  // as cp -p does
  fs::last_write_time(file, time);
  CHECK(fingerprint_of(source) != moved);
}

TEST_CASE("the folder given as argument may be the host") {
  const TemporaryFolder folder;
  const std::string site = folder.path().string() + "/news.example";
  write(site + "/a.html", "a");
  std::vector<MissingSource> missing;
  for (const std::string& named : {site, site + "/", site + "/."}) {
    CAPTURE(named);
    const auto sources = list_sources({named}, missing);
    REQUIRE(sources.size() == 1);
    CHECK(describe(sources[0]).url == "https://news.example/a.html");
  }
}

TEST_CASE("sidecars") {
  const std::vector<std::string> names{"a",        "a.css", "a.html", "a.html.headers", "a.html.url",
                                       "a.min.js", "a.url", "b.html", "c.url"};
  using Owners = std::vector<std::size_t>;
  CHECK(owners_of_sidecar("a.html.url", names) == Owners{2});
  CHECK(owners_of_sidecar("a.html.headers", names) == Owners{2});
  CHECK(owners_of_sidecar("a.url", names) == Owners{0, 1, 2});
  CHECK(owners_of_sidecar("c.url", names).empty());
  CHECK(owners_of_sidecar("b.headers", names).empty());
  CHECK(owners_of_sidecar("a.html", names).empty());
  CHECK(owners_of_sidecar(".url", names).empty());
}

TEST_CASE("contents of sidecars") {
  const TemporaryFolder folder;
  struct Case {
    std::string name;
    std::string text;
    std::string url;
    std::string charset = {};
    std::string retrieved = {};
  };
  const std::vector<Case> cases = {
      {"a.url", "https://n.example/a\n", "https://n.example/a"},
      {"b.url", "\xEF\xBB\xBF[InternetShortcut]\r\nIconIndex=0\r\nURL=https://n.example/b?x=1\r\n",
       "https://n.example/b?x=1"},
      {"c.url", "no address\n", ""},
      {"d.url", "", ""},
      {"e.url", "javascript:alert(1)", ""},
      {"a.headers",
       "HTTP/1.1 301 X\r\nContent-Type: text/html; charset=no\r\n\r\nHTTP/2 200\r\n"
       "content-type: text/html; charset=yes\r\ndate: Wed, 20 Mar 2019 10:00:00 GMT\r\n\r\n",
       "", "yes", "2019-03-20T10:00:00Z"},
      {"b.headers", "nonsense", ""},
      {"a.meta.json", R"({"url": "https://n.example/a", "retrieved": "2019-03-20T10:00:00Z", "charset": "x"})",
       "https://n.example/a", "x", "2019-03-20T10:00:00Z"},
      {"b.meta.json", R"({"url": 3, "date": "2019-03-20"})", "", "", "2019-03-20"},
      {"c.meta.json", R"(["https://n.example/a"])", ""},
      {"d.meta.json", "{", ""},
  };
  for (const Case& row : cases) {
    CAPTURE(row.name);
    const fs::path path = folder.path() / row.name;
    write(path, row.text);
    Input input;
    read_sidecar(path.string(), input);
    CHECK(input.url == row.url);
    CHECK(input.charset == row.charset);
    CHECK((input.retrieved ? format_timestamp(*input.retrieved) : "") == row.retrieved);
  }
}

TEST_CASE("JSON Lines are distinguished from a JSON document") {
  CHECK(looks_like_json_lines("{\"a\":1}\n{\"b\":2"));
  CHECK(looks_like_json_lines("\xEF\xBB\xBF\n {\"a\":1} \r\n\r\n{\"b\""));
  CHECK_FALSE(looks_like_json_lines("{\n  \"a\": {}\n}"));
  CHECK_FALSE(looks_like_json_lines("[{\"a\":1},\n{\"b\":2}]"));
  CHECK_FALSE(looks_like_json_lines("{\"a\":1}"));
  CHECK_FALSE(looks_like_json_lines(""));
}

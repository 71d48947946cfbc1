#include "indexer/read/charset.h"

#include "tests/support/catch.h"

using namespace council_news;
using namespace std::string_literals;

namespace {

std::string wide(const std::string& ascii, bool big, std::size_t width) {
  std::string out;
  for (const char c : ascii) {
    const std::string zeros(width - 1, '\0');
    out += big ? zeros + c : c + zeros;
  }
  return out;
}

}  // namespace

TEST_CASE("bytes as UTF-8") {
  const std::string kXml = "<?xml version=\"1.0\"?><a>x</a>";
  const std::string kUtf8Xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
  struct Case {
    std::string what;
    std::string bytes;
    std::string http;  ///< the encoding that HTTP declares
    std::string text;
    bool warned = false;
  };
  const std::vector<Case> cases = {
      {"plain ASCII", "Sandwell", "", "Sandwell"},
      {"UTF-8", "children’s", "", "children’s"},
      {"a BOM", "\xEF\xBB\xBFSandwell", "iso-8859-1", "Sandwell"},
      {"UTF-16LE with a BOM", "\xFF\xFE" + wide(kXml, false, 2), "", kXml},
      {"UTF-16BE with a BOM", "\xFE\xFF" + wide(kXml, true, 2), "", kXml},
      {"UTF-16LE without", wide(kXml, false, 2), "utf-8", kXml},
      {"UTF-16BE without", wide(kXml, true, 2), "", kXml},
      {"UTF-32LE with a BOM", "\xFF\xFE\0\0"s + wide(kXml, false, 4), "", kXml},
      {"UTF-32BE with a BOM", "\0\0\xFE\xFF"s + wide(kXml, true, 4), "", kXml},
      {"UTF-32LE without", wide(kXml, false, 4), "", kXml},
      {"HTTP says windows-1252", "\x93test\x94 \xA3", "windows-1252", "“test” £"},
      {"ISO-8859-1 means windows-1252", "children\x92s", "ISO-8859-1", "children’s"},
      {"US-ASCII too, in quotes", "children\x92s", "\"us-ascii\"", "children’s"},
      {"XML says windows-1252", "<?xml version='1.0' encoding='windows-1252'?><a>\x92</a>", "",
       "<?xml version='1.0' encoding='windows-1252'?><a>’</a>"},
      {"HTML meta", "<meta charset=iso-8859-15><p>\xA4", "", "<meta charset=iso-8859-15><p>€"},
      {"old HTML meta", "<META http-equiv='Content-Type' content='text/html; charset=euc-kr'>\xB3\xE2", "",
       "<META http-equiv='Content-Type' content='text/html; charset=euc-kr'>년"},
      {"HTTP goes before XML", "<?xml version='1.0' encoding='iso-8859-15'?>\xA4", "windows-1252",
       "<?xml version='1.0' encoding='iso-8859-15'?>¤"},
      {"declared UTF-8, windows-1252 inside: only the strays", kUtf8Xml + "caf\xC3\xA9 \x93x\x94", "",
       kUtf8Xml + "café “x”", true},
      {"declared ISO-8859-1, but UTF-8", "children’s", "iso-8859-1", "children’s", true},
      {"not declared, windows-1252", "Ynys M\xF4n children\x92s", "", "Ynys Môn children’s"},
      {"UTF-16 declared in ASCII is not UTF-16", "<?xml version='1.0' encoding='utf-16'?>é", "",
       "<?xml version='1.0' encoding='utf-16'?>é"},
      {"a set that nobody knows", "children\x92s", "klingon", "children’s", true},
      {"cut within a character", "caf\xC3", "utf-8", "caf\uFFFD"},
      {"a byte that fits nothing", "a\x81z", "utf-8", "a\uFFFDz", true},
      {"windows-1252 transcoded as ISO-8859-1", "children\xC2\x92s", "utf-8", "children’s"},
      {"decomposed letters", "Mo\xCC\x82n", "utf-8", "Môn"},
      {"line ends and control characters", "a\r\nb\rc\x01\x0B"s + "d\0e"s, "", "a\nb\nc de", true},
      {"nothing", "", "", ""},
  };
  for (const Case& row : cases) {
    CAPTURE(row.what);
    Input input;
    input.bytes = row.bytes;
    input.charset = row.http;
    std::vector<std::string> warnings;
    CHECK(to_utf8(input, warnings) == row.text);
    CHECK(!warnings.empty() == row.warned);
  }
}

TEST_CASE("non-Latin scripts are detected") {
  Input input;
  // "Новости городского совета" repeated, in windows-1251
  for (int i = 0; i < 20; ++i) input.bytes += "\xCD\xEE\xE2\xEE\xF1\xF2\xE8 \xE3\xEE\xF0\xEE\xE4\xF1\xEA\xEE\xE3\xEE ";
  std::vector<std::string> warnings;
  CHECK(to_utf8(input, warnings).starts_with("Новости городского"));
}

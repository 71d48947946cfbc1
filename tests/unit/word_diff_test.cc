#include "searcher/answer/word_diff.h"

#include <random>
#include <string>

#include "common/text/utf8.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

/// Edits as `git diff --word-diff=plain` shows them.
std::string shown(const Edits& edits) {
  std::string text;
  for (const Edit& edit : edits) {
    text += text.empty() ? "" : " ";
    text += edit.kind == EditKind::same      ? edit.text
            : edit.kind == EditKind::removed ? "[-" + edit.text + "-]"
                                             : "{+" + edit.text + "+}";
  }
  return text;
}

std::string shown(const std::vector<Edits>& paragraphs) {
  std::string text;
  for (const Edits& edits : paragraphs) text += (text.empty() ? "" : " | ") + shown(edits);
  return text;
}

/// The text that is left without one kind of edits.
std::string without(EditKind kind, const Edits& edits) {
  std::string text;
  for (const Edit& edit : edits)
    if (edit.kind != kind) text += (text.empty() ? "" : " ") + edit.text;
  return text;
}

std::string random_text(std::minstd_rand& dice, std::size_t vocabulary, std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i)
    text += "w" + std::to_string(dice() % vocabulary) + (dice() % 7 == 0 ? "\n\n" : " ");
  return text;
}

}  // namespace

TEST_CASE("two texts are compared word by word") {
  struct Case {
    const char* before;
    const char* after;
    const char* edits;
  };
  const Case row = GENERATE(values<Case>({
      {"", "", ""},
      {"", "new words", "{+new words+}"},
      {"old words", "", "[-old words-]"},
      {"the same words", "the  same\u00A0words ", "the same words"},
      {"costs £2.4m a year", "costs £2.6m a year", "costs [-£2.4m-] {+£2.6m+} a year"},
      {"charges rise", "charges to rise in town", "charges {+to+} rise {+in town+}"},
      {"the pool in Leeds will close", "the pool will close", "the pool [-in Leeds-] will close"},
      {"the vote is on Monday at ten", "on Monday at ten the vote is",
       "[-the vote is-] on Monday at ten {+the vote is+}"},
      {"Zoë’s café opens", "Zoë’s café closes", "Zoë’s café [-opens-] {+closes+}"},
      {"The mayor resigns", "Library hours are cut", "[-The mayor resigns-] {+Library hours are cut+}"},
      {"it begins when all four council leaders of the six towns meet and talk in the hall today",
       "it begins when two hundred people of the many villages walk and talk in the hall today",
       "it begins when [-all four council leaders of the six towns meet-] "
       "{+two hundred people of the many villages walk+} and talk in the hall today"},
  }));
  CAPTURE(row.before, row.after);
  CHECK(shown(diff_words(row.before, row.after)) == row.edits);
}

TEST_CASE("only changed paragraphs are listed, each compared with the one it came from") {
  struct Case {
    const char* before;
    const char* after;
    const char* edits;
  };
  const Case row = GENERATE(values<Case>({
      {"One is here.\n\nTwo is there.", "One is here.\nTwo is there.", ""},
      {"One is here. Two is there.", "One is here.\n\nTwo is there.", ""},
      {"One is here.\n\nTwo is there.", "One is here.\n\nTwo is gone.", "Two is [-there.-] {+gone.+}"},
      {"One is here.", "One is here.\n\nTwo is there.", "{+Two is there.+}"},
      {"One is here.\n\nTwo is there.", "Two is there.", "[-One is here.-]"},
      {"It costs £2 an hour.\n\nThe mayor agreed with that.", "Nobody was asked before.\n\nIt costs £3 an hour.",
       "{+Nobody was asked before.+} | It costs [-£2-] {+£3+} an hour. | [-The mayor agreed with that.-]"},
  }));
  CAPTURE(row.before, row.after);
  CHECK(shown(diff_paragraphs(row.before, row.after)) == row.edits);
}

TEST_CASE("without the added words the edits are the old text, without the removed ones the new text") {
  std::minstd_rand dice(7);
  for (int round = 0; round < 400; ++round) {
    const std::size_t vocabulary = 2 + dice() % 40;
    const std::string before = random_text(dice, vocabulary, dice() % 60);
    const std::string after = dice() % 3 == 0 ? before.substr(before.size() / 3) + random_text(dice, vocabulary, 5)
                                              : random_text(dice, vocabulary, dice() % 60);
    CAPTURE(before, after);
    const Edits edits = diff_words(before, after);
    CHECK(without(EditKind::added, edits) == squeeze(before));
    CHECK(without(EditKind::removed, edits) == squeeze(after));
    for (std::size_t i = 0; i < edits.size(); ++i) {
      CHECK_FALSE(edits[i].text.empty());
      if (i > 0) CHECK(edits[i].kind != edits[i - 1].kind);
    }
  }
}

TEST_CASE("long texts with nothing in common are replaced as a whole") {
  std::string before;
  std::string after;
  for (int i = 0; i < 50000; ++i) {
    before += "a" + std::to_string(i) + " ";
    after += "b" + std::to_string(i) + (i % 100 == 0 ? "\n\n" : " ");
  }
  CHECK(diff_words(before, after).size() == 2);
  const std::vector<Edits> paragraphs = diff_paragraphs("same start\n\n" + before, "same start\n\n" + after);
  REQUIRE(paragraphs.size() == 501 + 1);
  CHECK(paragraphs.front().front().kind == EditKind::removed);
  // Half of the words are the same, but too many are not.
  CHECK(diff_words("it begins " + before + "it ends", "it begins " + after + "it ends").size() == 2);
}

TEST_CASE("unchanged words far from a change are left out") {
  struct Case {
    const char* before;
    const char* after;
    const char* shown;
  };
  const Case row = GENERATE(values<Case>({
      {"a b c d e f g 1 h i j k l m n", "a b c d e f g 2 h i j k l m n", "… f g [-1-] {+2+} h i …"},
      {"1 a b c d e f g h i j k", "2 a b c d e f g h i j k", "[-1-] {+2+} a b …"},
      {"a b c 1", "a b c 2", "a b c [-1-] {+2+}"},
      {"1 a b c d e f g h 3", "2 a b c d e f g h 4", "[-1-] {+2+} a b … g h [-3-] {+4+}"},
  }));
  CAPTURE(row.before, row.after);
  CHECK(shown(with_context(diff_words(row.before, row.after), 2)) == row.shown);
}

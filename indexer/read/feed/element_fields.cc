#include "indexer/read/feed/element_fields.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/read/feed/inner_markup.h"
#include "indexer/read/feed/namespaces.h"

namespace council_news {
namespace {

/// Groups and nested categories deeper than this do not occur in real feeds.
constexpr int kDeepest = 8;

struct FieldReader {
  const FieldRules& rules;
  RawFields& fields;
  int depth = 0;
};

using ReadElement = void (*)(const FieldReader&, const pugi::xml_node&, const std::string& key);

void read_children(const FieldReader& reader, const pugi::xml_node& parent);

RawField field_of(const FieldReader& reader, const pugi::xml_node& element, const std::string& key) {
  RawField field;
  field.key = key;
  field.base = base_of(element, reader.rules.document_url);
  return field;
}

bool is_html_type(std::string_view type) {
  return type == "html" || type == "xhtml" || type == "text/html" || type == "application/xhtml+xml";
}

/// Atom requires base64 for all types other than text and XML (RFC 4287, 4.1.3.3).
bool is_base64(const pugi::xml_node& element, std::string_view type) {
  if (equal_ignoring_case(attribute_value(element, "mode"), "base64")) return true;
  return type.find('/') != std::string_view::npos && !type.starts_with("text/") && !is_html_type(type) &&
         type.find("xml") == std::string_view::npos && !has_inner_elements(element);
}

/// Whether text that should be plain is evidently HTML.
bool is_evident_html(std::string_view text) {
  constexpr std::array<std::string_view, 8> kEvidence = {"</p>",  "<br",       "</a>", "</div>",
                                                         "</li>", "</strong>", "</b>", "</em>"};
  return std::any_of(kEvidence.begin(), kEvidence.end(),
                     [&](std::string_view tag) { return text.find(tag) != std::string_view::npos; });
}

void read_text(const FieldReader& reader, const pugi::xml_node& element, const std::string& key) {
  RawField field = field_of(reader, element, key);
  const std::string type = ascii_lower(trim(attribute_value(element, "type")));
  if (has_inner_elements(element)) {
    field.value = inner_html(element);
    field.markup = Markup::html;
  } else if (is_base64(element, type)) {
    field.value = decode_base64(inner_text(element));
    if (!is_valid_utf8(field.value)) return;  // binary data, such as a picture
  } else {
    field.value = inner_text(element);
    field.markup = reader.rules.untyped;
    if (is_html_type(type)) field.markup = type == "xhtml" ? Markup::text : Markup::html;
    if (type == "text" || type == "text/plain") field.markup = Markup::text;
    if (type.empty() && key != "title" && is_evident_html(field.value)) field.markup = Markup::html;
  }
  reader.fields.push_back(std::move(field));
  // Atom content that is at another address.
  if (const auto source = attribute_value(element, "src"); !source.empty() && key == "content") {
    RawField link = field_of(reader, element, "link");
    link.value = source;
    link.relation = "src";
    reader.fields.push_back(std::move(link));
  }
}

void read_link(const FieldReader& reader, const pugi::xml_node& element, const std::string& key) {
  RawField field = field_of(reader, element, key);
  const std::string_view address = attribute_value(element, "href");
  field.value = address.empty() ? inner_text(element) : std::string(address);
  field.relation = ascii_lower(trim(attribute_value(element, "rel")));
  if (const auto slash = field.relation.rfind('/'); slash != std::string::npos) field.relation.erase(0, slash + 1);
  if (field.relation.empty()) field.relation = "alternate";
  field.type = ascii_lower(trim(attribute_value(element, "type")));
  field.language = trim(attribute_value(element, "hreflang"));
  reader.fields.push_back(std::move(field));
}

void read_guid(const FieldReader& reader, const pugi::xml_node& element, const std::string& key) {
  RawField field = field_of(reader, element, key);
  field.value = inner_text(element);
  const std::string_view permalink = attribute_value(element, "isPermaLink");
  field.is_permalink = permalink.empty() || equal_ignoring_case(trim(permalink), "true");
  reader.fields.push_back(std::move(field));
}

/// A person as child elements (Atom, itunes:owner) or as text: the name, else the address.
void read_person(const FieldReader& reader, const pugi::xml_node& element, const std::string& key) {
  RawField field = field_of(reader, element, key);
  field.value = inner_text(element);
  for (const std::string_view part : {"email", "name"}) {
    for (const pugi::xml_node& child : element.children()) {
      const std::string text = local_name(child) == part ? inner_text(child) : std::string();
      if (!trim(text).empty()) field.value = text;
    }
  }
  reader.fields.push_back(std::move(field));
}

/// The label, the term and the text of a category, as far as present. Those of a digest of ours name searches.
void read_category(const FieldReader& reader, const pugi::xml_node& element, const std::string& key) {
  if (attribute_value(element, "domain") == "council-search") return;
  const auto add = [&](std::string value) {
    if (trim(value).empty()) return;
    RawField field = field_of(reader, element, key);
    field.value = std::move(value);
    reader.fields.push_back(std::move(field));
  };
  for (const char* name : {"label", "term", "text"}) add(std::string(attribute_value(element, name)));
  add(inner_text(element));
  if (reader.depth < kDeepest) read_children({reader.rules, reader.fields, reader.depth + 1}, element);
}

void read_group(const FieldReader& reader, const pugi::xml_node& element, const std::string&) {
  if (reader.depth < kDeepest) read_children({reader.rules, reader.fields, reader.depth + 1}, element);
}

constexpr std::pair<std::string_view, ReadElement> kReaders[] = {
    {"link", read_link},
    {"atom:link", read_link},
    {"guid", read_guid},
    {"author", read_person},
    {"atom:author", read_person},
    {"itunes:owner", read_person},
    {"dc:creator", read_person},
    {"category", read_category},
    {"atom:category", read_category},
    {"itunes:category", read_category},
    {"media:category", read_category},
    {"media:group", read_group},
    {"media:content", read_group},
};

void read_children(const FieldReader& reader, const pugi::xml_node& parent) {
  for (const pugi::xml_node& child : parent.children()) {
    if (child.type() != pugi::node_element) continue;
    const std::string key = canonical_name(child);
    if (key == reader.rules.skipped_child || key.starts_with('?')) continue;
    const auto* const special = std::find_if(std::begin(kReaders), std::end(kReaders),
                                             [&](const auto& candidate) { return candidate.first == key; });
    (special == std::end(kReaders) ? read_text : special->second)(reader, child, key);
  }
}

bool is_source(std::string_view key) { return key == "source" || key == "atom:source"; }

}  // namespace

RawFields read_fields(const pugi::xml_node& parent, const FieldRules& rules) {
  RawFields fields;
  read_children({rules, fields}, parent);
  return fields;
}

RawItem read_item(const pugi::xml_node& item, const FieldRules& rules) {
  RawItem raw;
  raw.fields = read_fields(item, rules);
  std::erase_if(raw.fields, [](const RawField& field) { return is_source(field.key); });
  for (const char* name : {"about", "href", "lastmod"}) {
    const std::string_view value = attribute_value(item, name);
    if (value.empty()) continue;
    RawField field;
    field.key = std::string("@") + name;
    field.value = value;
    field.base = base_of(item, rules.document_url);
    raw.fields.push_back(std::move(field));
  }
  if (const std::string_view language = language_of(item); !language.empty()) {
    RawField& field = raw.fields.emplace_back();
    field.key = "@lang";
    field.value = language;
  }
  for (const pugi::xml_node& child : item.children()) {
    if (child.type() != pugi::node_element || !is_source(canonical_name(child))) continue;
    raw.source = read_fields(child, rules);
    if (!raw.source.empty()) continue;
    RawField& title = raw.source.emplace_back();
    title.key = "title";
    title.value = inner_text(child);
  }
  return raw;
}

}  // namespace council_news

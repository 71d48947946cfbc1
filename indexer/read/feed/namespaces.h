#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace council_news {

/// The name of an element under the rules of XML namespaces, which pugixml does not implement: the usual prefix of its
/// namespace and the local name in lower case (`dc:creator` even if written `d:creator`). There is no prefix for
/// elements of RSS, of Atom within Atom, of the root's own namespace, of no namespace and of an unknown default
/// namespace. The prefix is `?` for a prefix bound to an unknown namespace. An undeclared prefix has its usual meaning.
std::string canonical_name(const pugi::xml_node& element);

/// The name without any prefix, in lower case.
std::string local_name(const pugi::xml_node& element);

/// An attribute by its local name in any case; empty if absent. A prefixed attribute (`rdf:about`) matches by its local
/// name unless there is one without a prefix.
std::string_view attribute_value(const pugi::xml_node& element, std::string_view name);

/// Whether `feed` is Atom 0.3, by its namespace or by `version="0.3"`.
bool is_atom_03(const pugi::xml_node& feed);

/// The base address of `element`: its xml:base and those of its ancestors, resolved against `document_url`. May be
/// empty.
std::string base_of(const pugi::xml_node& element, std::string_view document_url);

/// The language of `element`: its xml:lang or that of the nearest ancestor that has one; empty if none has.
std::string_view language_of(const pugi::xml_node& element);

}  // namespace council_news

// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/run_file/scan.hpp"

#include <boost/property_tree/info_parser.hpp>
#include <boost/property_tree/ini_parser.hpp>
#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>

#include <locale>
#include <sstream>

namespace je::io {

namespace {

namespace pt = boost::property_tree;

/// Children one by one and never by path, in which a '.' would split a key.
RunNode node_of(std::string key, const pt::ptree& tree) {
    RunNode node{.key = std::move(key), .data = tree.data()};
    node.children.reserve(tree.size());
    for (const auto& [name, child] : tree) node.children.push_back(node_of(name, child));
    return node;
}

void parse(std::istream& stream, RunFileKind kind, pt::ptree& tree) {
    switch (kind) {
        case RunFileKind::ini:
            return pt::read_ini(stream, tree);
        case RunFileKind::json:
            return pt::read_json(stream, tree);
        case RunFileKind::xml:
            return pt::read_xml(stream, tree, pt::xml_parser::trim_whitespace | pt::xml_parser::no_comments);
        case RunFileKind::info:
            return pt::read_info(stream, tree);
    }
}

}  // namespace

std::optional<RunNode> parse_run_file(std::string_view text, RunFileKind kind, RunParseError& error) {
    std::istringstream stream{std::string{text}};
    stream.imbue(std::locale::classic());
    pt::ptree tree;
    try {
        parse(stream, kind, tree);
    } catch (const pt::file_parser_error& e) {
        error = {e.message(), static_cast<std::size_t>(e.line())};
        return std::nullopt;
    }
    return node_of("", tree);
}

}  // namespace je::io

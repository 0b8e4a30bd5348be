// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "io/yaml/parse.hpp"
#include "je/base/date.hpp"
#include "je/base/decimal.hpp"
#include "je/base/diagnostic.hpp"

namespace je::io {

/// The file being read - where it is changed by another, both - and where its mistakes go.
struct YamlContext {
    const base::SourceTextPtr& source;
    base::Diagnostics& diagnostics;
    std::size_t& harmless;  // of the errors reported: how many leave the rest of the file as it is meant
    base::SourceTextPtr second{};

    [[nodiscard]] const base::SourceTextPtr& source_of(const YamlNode& node) const { return node.of_second ? second : source; }
    [[nodiscard]] base::SourcePosition at(const YamlNode& node) const {
        return {source_of(node), node.line, node.column, node.length};
    }
    [[nodiscard]] base::Located<std::string> text_of(const YamlNode& node) const { return {std::string{node.text}, at(node)}; }
    /// The comment that begins right after `node`, or in place of its value; empty when none does.
    [[nodiscard]] std::string_view comment_of(const YamlNode& node) const;
    void warning(std::string id, const YamlNode& node, std::string message, std::string expected, std::string fix) const {
        diagnostics.warning({std::move(id), at(node), std::move(message), std::move(expected), std::move(fix)});
    }
    void error(std::string id, const YamlNode& node, std::string message, std::string expected, std::string fix) const {
        diagnostics.error({std::move(id), at(node), std::move(message), std::move(expected), std::move(fix)});
    }
};

/// What messages call a value.
struct Name {
    enum Kind { of_value, of_key, of_thing };
    std::string_view word;
    Kind kind = of_value;

    /// "'points'", "a key of 'facts'", "the level".
    [[nodiscard]] std::string text() const;
};

using YamlText = base::Located<std::string>;
using YamlNumber = base::Located<base::Decimal>;
using YamlWideNumber = base::Located<base::WideDecimal>;

// Each of these reads one value of the kind it names; `key` is what messages call it. A value of another kind is reported
// and gives nothing. docs/files.md says what each kind may be.

/// Text as written, empty or not.
[[nodiscard]] std::optional<YamlText> read_text(const YamlContext& context, const YamlNode& node, std::string_view key);
/// Text that says something.
[[nodiscard]] std::optional<YamlText> read_filled_text(const YamlContext& context, const YamlNode& node, std::string_view key);
/// Text that is the same for all readers, or stated in several languages as a map: then that of the language of now
/// (base/language.hpp), else the first, with a note.
[[nodiscard]] std::optional<YamlText> read_words(const YamlContext& context, const YamlNode& node, std::string_view key);
/// The same, of text that says something.
[[nodiscard]] std::optional<YamlText> read_filled_words(const YamlContext& context, const YamlNode& node, std::string_view key);
/// Text kept exactly, such as a version or a section: in quotes where another YAML reader might change it.
[[nodiscard]] std::optional<YamlText> read_reference(const YamlContext& context, const YamlNode& node, std::string_view key);
[[nodiscard]] std::optional<YamlText> read_code(const YamlContext& context, const YamlNode& node, std::string_view key);
/// A code that is a key of the map at `of`; nothing, without a word, for a key that has been reported.
[[nodiscard]] std::optional<YamlText> read_key(const YamlContext& context, const YamlNode& key, std::string_view of);
/// A number, a choice's code, or a bare true, false, yes or no.
[[nodiscard]] std::optional<YamlText> read_fact(const YamlContext& context, const YamlNode& node, std::string_view key);
/// The same, or a list of choices as "[a, b]".
[[nodiscard]] std::optional<YamlText> read_stated_fact(const YamlContext& context, const YamlNode& node, std::string_view key);
[[nodiscard]] std::optional<YamlNumber> read_number(const YamlContext& context, const YamlNode& node, std::string_view key);
/// A number that is compared with a fact.
[[nodiscard]] std::optional<YamlWideNumber> read_wide_number(const YamlContext& context, const YamlNode& node,
                                                             std::string_view key);
[[nodiscard]] std::optional<std::uint64_t> read_whole(const YamlContext& context, const YamlNode& node, std::string_view key);
[[nodiscard]] std::optional<base::Located<base::Date>> read_date(const YamlContext& context, const YamlNode& node,
                                                                 std::string_view key);
[[nodiscard]] std::optional<base::Located<bool>> read_flag(const YamlContext& context, const YamlNode& node,
                                                           std::string_view key);

/// Whether `node`, at `key`, is one single value; reported when it is not.
[[nodiscard]] bool is_single(const YamlContext& context, const YamlNode& node, std::string_view key);
/// Whether `node` is a map; reported when it is not.
[[nodiscard]] bool is_map(const YamlContext& context, const YamlNode& node, const Name& name);
/// Whether `node`, at `key`, is a list; reported when it is not.
[[nodiscard]] bool is_list(const YamlContext& context, const YamlNode& node, std::string_view key);

}  // namespace je::io

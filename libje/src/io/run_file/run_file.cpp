// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/run_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "io/run_file/scan.hpp"
#include "io/yaml/bytes.hpp"
#include "je/base/text.hpp"
#include "je/io/json_value.hpp"

namespace je::io {

namespace {

constexpr std::array<std::pair<RunFileKind, std::string_view>, 4> kinds{
    {{RunFileKind::ini, "INI"}, {RunFileKind::json, "JSON"}, {RunFileKind::xml, "XML"}, {RunFileKind::info, "INFO"}}};

/// What is the same for every run file: how it is to be read at all.
class RunFileReading {
public:
    RunFileReading(const base::SourceTextPtr& source, RunFileKind kind, const RunFileLimits& limits,
                   base::Diagnostics& diagnostics)
        : source_{source}, kind_{kind}, limits_{limits}, diagnostics_{diagnostics} {}

    std::optional<RunFile> read() {
        if (!check_size() || !check_text()) return std::nullopt;
        auto scan = scanned();
        const bool ini = kind_ == RunFileKind::ini;
        const auto tree = scan.usable ? parsed() : ini ? std::optional{RunNode{}} : std::nullopt;
        if (!tree) return std::nullopt;
        if (ini || is_same_tree(*tree, scan.marks)) marks_ = std::move(scan.marks);
        take_sections(*tree);
        return diagnostics_.has_errors() ? std::nullopt : std::optional{std::move(run_)};
    }

private:
    [[nodiscard]] std::string_view text() const { return source_->text; }

    bool check_size() {
        if (text().size() > limits_.max_bytes) {
            diagnostics_.error({"JE-N02", base::position_at(source_, 0),
                                fmt::format("this run file has {} bytes", text().size()),
                                fmt::format("at most {} bytes, which is far more than a run needs", limits_.max_bytes),
                                "divide the run into several run files"});
            return false;
        }
        begin_ = text().starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
        if (text().find_first_not_of(" \t\r\n", begin_) != std::string_view::npos) return true;
        report_nothing();
        return false;
    }

    void report_nothing() {
        diagnostics_.error({"JE-N09", base::position_at(source_, 0), "this run file says nothing to do",
                            "at least one section that names a command",
                            "write for example a section 'score' with the key 'files', as docs/files.md shows"});
    }

    bool check_text() {
        const auto invalid = base::first_invalid_utf8(text());
        const auto control = invalid ? std::nullopt : first_control(text());
        if (!invalid && !control) return !report_misleading(source_, diagnostics_);
        diagnostics_.error({"JE-N05", base::position_at(source_, invalid.value_or(control.value_or(0))),
                            invalid ? "this byte is not UTF-8" : "this is a control character",
                            "a text in UTF-8, without control characters other than tab and line ends",
                            "save the file as UTF-8 text"});
        return false;
    }

    RunScan scanned() {
        RunScanner scanner{source_, limits_, begin_, diagnostics_};
        switch (kind_) {
            case RunFileKind::ini:
                return scanner.ini();
            case RunFileKind::json:
                return scanner.json();
            case RunFileKind::xml:
                return scanner.xml();
            case RunFileKind::info:
                return scanner.info();
        }
        return {};
    }

    /// INI is read by its scan, since the parser stops at the first thing given twice and passes over empty sections; it is
    /// asked whether it takes the text at all. The others' trees are their parsers'.
    std::optional<RunNode> parsed() {
        RunParseError error;
        auto tree = parse_run_file(text().substr(begin_), kind_, error);
        if (tree || is_told_later(error)) return tree ? std::move(tree) : std::optional{RunNode{}};
        const std::size_t last = static_cast<std::size_t>(std::count(text().begin(), text().end(), '\n')) + 1;
        const auto line = static_cast<std::uint32_t>(std::clamp<std::size_t>(error.line, 1, last));
        const std::string_view shown = base::line_of(text(), line);
        const std::size_t column = std::min(shown.find_first_not_of(" \t"), shown.size());
        const base::SourcePosition at{source_, line, static_cast<std::uint32_t>(column + 1), 1};
        diagnostics_.error({"JE-N01", json_fault().value_or(at),
                            fmt::format("this is not {}, or not from here on: {}", to_text(kind_), error.message),
                            fmt::format("a run file in {}, as its name says", to_text(kind_)),
                            "mend what stands here or just before it"});
        return std::nullopt;
    }

    /// The run files' parser tells the line alone. A comma before a closing bracket is shown itself.
    [[nodiscard]] std::optional<base::SourcePosition> json_fault() const {
        if (kind_ != RunFileKind::json) return std::nullopt;
        base::Diagnostics unsaid;
        if (read_json(source_, {}, unsaid) || unsaid.all().empty() || unsaid.all().front().id != "JE-V01") return std::nullopt;
        auto at = unsaid.all().front().at;
        const std::size_t fault = offset_of(at);
        if (fault >= text().size() || (text()[fault] != '}' && text()[fault] != ']')) return at;
        const std::size_t before = fault == 0 ? std::string_view::npos : text().find_last_not_of(" \t\r\n", fault - 1);
        if (before != std::string_view::npos && text()[before] == ',') at = base::position_at(source_, before);
        return at;
    }

    /// The first byte of a place on a line.
    [[nodiscard]] std::size_t offset_of(const base::SourcePosition& at) const {
        const std::string_view line = base::line_of(text(), at.line);
        return static_cast<std::size_t>(line.data() - text().data()) + at.column - 1;
    }

    [[nodiscard]] bool is_told_later(const RunParseError& error) const {
        return kind_ == RunFileKind::ini && error.message.starts_with("duplicate");
    }

    /// Whether the scan came upon the same keys in the same order as the parser; otherwise its places mean nothing.
    static bool is_same_tree(const RunNode& tree, const std::vector<RunMark>& marks) {
        std::size_t next = 0;
        return is_same_below(tree, 0, marks, next) && next == marks.size();
    }

    static bool is_same_below(const RunNode& node, std::size_t depth, const std::vector<RunMark>& marks, std::size_t& next) {
        for (const RunNode& child : node.children) {
            if (next >= marks.size() || marks[next].depth != depth) return false;
            const std::string& written = marks[next++].key;
            const bool escaped = written.find_first_of("\\&") != std::string::npos;
            if (!escaped && written != child.key) return false;
            if (!is_same_below(child, depth + 1, marks, next)) return false;
        }
        return true;
    }

    void take_sections(const RunNode& tree) {
        if (kind_ == RunFileKind::ini) {
            take_ini();
        } else if (kind_ == RunFileKind::xml) {
            take_root(tree);
        } else {
            take_all(tree);
        }
        if (!diagnostics_.has_errors() && run_.sections.empty()) report_nothing();
    }

    void take_root(const RunNode& tree) {
        const auto at = next_place();
        const bool one = tree.children.size() == 1 && tree.children.front().key == "run";
        if (one) return take_all(tree.children.front());
        diagnostics_.error({"JE-N08", at,
                            tree.children.size() == 1
                                ? fmt::format("the outermost element is '<{}>'", tree.children.front().key)
                                : fmt::format("there are {} outermost elements", tree.children.size()),
                            "one, '<run>', with an element for each section", "put the sections within <run> and </run>"});
    }

    void take_all(const RunNode& parent) {
        if (!parent.data.empty()) {
            diagnostics_.error({"JE-N08", base::position_at(source_, 0), "there is a text beside the sections",
                                "sections alone, with their keys", "put it into the section that it is meant for"});
        }
        for (const RunNode& child : parent.children) take_section(child);
    }

    void take_section(const RunNode& node) {
        RunSection section{.name = {node.key, next_place()}, .keys = {}};
        if (node.key.empty()) {
            refuse_nameless(section.name.at);
        } else if (!node.data.empty()) {
            refuse_outside(node.key, section.name.at);
        }
        for (const RunNode& child : node.children) take_key(section, child);
        if (!node.key.empty()) keep(std::move(section));
    }

    void take_key(RunSection& section, const RunNode& node) {
        RunKey key{.name = {node.key, next_place()}, .values = {}};
        const auto value_at = value_of_last_;
        refuse_null(node, value_at.known() ? value_at : key.name.at, last_value_begin_);
        key.listed = !node.children.empty();
        if (!key.listed) key.values.push_back({node.data, value_at.known() ? value_at : key.name.at});
        if (node.key.empty()) {
            diagnostics_.error({"JE-N08", key.name.at,
                                fmt::format("section '{}' has a value without a key", section.name.value),
                                "a key before each value", "give it a key, such as files"});
        } else if (key.listed && !node.data.empty()) {
            diagnostics_.error({"JE-N08", key.name.at, fmt::format("'{}' has both a value and parts", node.key),
                                "one or the other", "write a list of items, or one value"});
        }
        for (const RunNode& child : node.children) take_item(key, child);
        keep(section, std::move(key));
    }

    void take_item(RunKey& key, const RunNode& node) {
        const auto at = next_place();
        refuse_null(node, at, last_key_begin_);
        for (std::size_t i = count_below(node); i > 0; --i) static_cast<void>(next_place());
        if ((!node.key.empty() && node.key != "item") || !node.children.empty()) {
            diagnostics_.error(
                {"JE-N08", at, fmt::format("'{}' holds something that is no item of a list", key.name.value),
                 kind_ == RunFileKind::json ? "a value, or a list of values" : "a value, or a list of values, each an item",
                 "sections hold keys and keys hold values; nothing is nested deeper"});
            return;
        }
        key.values.push_back({node.data, at});
    }

    /// The parser makes a text of it, which is none.
    void refuse_null(const RunNode& node, const base::SourcePosition& at, std::size_t begin) {
        if (kind_ != RunFileKind::json || node.data != "null" || begin == 0 || text()[begin] != 'n') return;
        diagnostics_.error({"JE-N08", at, "null is no value", "a text, a number, true or false, or a list of those",
                            "write the value, or take the key out"});
    }

    static std::size_t count_below(const RunNode& node) {
        std::size_t count = node.children.size();
        for (const RunNode& child : node.children) count += count_below(child);
        return count;
    }

    void take_ini() {
        RunSection* section = nullptr;
        std::vector<RunSection> sections;
        for (const RunMark& mark : marks_) {
            const auto at = next_place();
            if (mark.depth == 0 && text()[mark.offset] == '[') {
                section = &sections.emplace_back(RunSection{.name = {mark.key, at}, .keys = {}});
                if (mark.key.empty()) refuse_nameless(at);
                continue;
            }
            if (section == nullptr) {
                refuse_outside(mark.key, at);
                continue;
            }
            RunKey key{.name = {mark.key, at}, .values = {}};
            key.values.push_back({ini_value(mark), value_of_last_.known() ? value_of_last_ : at});
            keep(*section, std::move(key));
        }
        for (RunSection& one : sections) keep(std::move(one));
    }

    [[nodiscard]] std::string ini_value(const RunMark& mark) const {
        if (mark.value == 0) return {};
        const std::string_view rest = text().substr(mark.value);
        const std::string_view line = rest.substr(0, rest.find('\n'));
        return std::string{line.substr(0, line.find_last_not_of(" \t\r\v\f") + 1)};
    }

    void keep(RunSection&& section) {
        check_controls(section.name);
        const auto [first, is_new] = known_.emplace(section.name.value, section.name.at);
        if (!is_new) {
            refuse_twice(fmt::format("section '{}'", section.name.value), section.name.at, first->second);
            return;
        }
        run_.sections.push_back(std::move(section));
    }

    void keep(RunSection& section, RunKey&& key) {
        check_controls(key.name);
        for (const auto& value : key.values) check_controls(value);
        if (const RunKey* first = section.find(key.name.value)) {
            refuse_twice(fmt::format("'{}'", key.name.value), key.name.at, first->name.at);
            return;
        }
        section.keys.push_back(std::move(key));
    }

    /// What an escape such as \u0000 may have brought in.
    void check_controls(const base::Located<std::string>& written) {
        if (!base::first_invalid_utf8(written.value) && !first_control(written.value) &&
            written.value.find_first_of("\r\n") == std::string::npos)
            return;
        diagnostics_.error({"JE-N05", written.at, "an escape here stands for a control character, or for what is not UTF-8",
                            "names and values on one line, without control characters",
                            "write what is meant without the escape"});
    }

    void refuse_twice(const std::string& what, const base::SourcePosition& at, const base::SourcePosition& first) {
        diagnostics_.error({"JE-N07", at,
                            first.known() ? fmt::format("{} was already given at {}", what, first.file_and_line())
                                          : fmt::format("{} is given twice", what),
                            "each section once, and each key once in a section",
                            "give one of the two another name, or put their values into one list; where both say the same, one "
                            "is enough"});
    }

    void refuse_nameless(const base::SourcePosition& at) {
        diagnostics_.error({"JE-N08", at, "there is a section without a name", "a name for each section", "give it a name"});
    }

    void refuse_outside(const std::string& key, const base::SourcePosition& at) {
        diagnostics_.error({"JE-N08", at, fmt::format("'{}' stands in no section", key),
                            "keys within a section; what all sections share goes into the section 'batch'",
                            fmt::format("put it into the section 'batch', or into that of the command that '{}' is for", key)});
    }

    /// The place of the next key of the tree, and in `value_of_last_` that of its value.
    base::SourcePosition next_place() {
        if (next_mark_ >= marks_.size()) {
            value_of_last_ = {};
            last_key_begin_ = last_value_begin_ = 0;
            return base::position_at(source_, 0);
        }
        const RunMark& mark = marks_[next_mark_++];
        last_key_begin_ = mark.offset;
        last_value_begin_ = mark.value < text().size() ? mark.value : 0;
        auto at = place(mark.offset, mark.length);
        value_of_last_ =
            mark.value == 0 || mark.value >= text().size() || kind_ == RunFileKind::xml ? at : place(mark.value, 1);
        return at;
    }

    base::SourcePosition place(std::size_t offset, std::size_t length) {
        const auto found = lines_.find(text(), offset);
        return {source_, found.line, found.column, length_within_line(text(), offset, length)};
    }

    const base::SourceTextPtr& source_;
    RunFileKind kind_;
    const RunFileLimits& limits_;
    base::Diagnostics& diagnostics_;
    std::size_t begin_ = 0;  // bytes of a byte order mark
    std::vector<RunMark> marks_;
    std::size_t next_mark_ = 0;
    base::SourcePosition value_of_last_;
    std::size_t last_key_begin_ = 0;
    std::size_t last_value_begin_ = 0;                   // 0: not known
    std::map<std::string, base::SourcePosition> known_;  // sections so far
    LineFinder lines_;
    RunFile run_;
};

}  // namespace

std::optional<RunFileKind> run_file_kind(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const auto end = base::in_small_letters(dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1));
    for (const auto& [kind, name] : kinds) {
        if (end == base::in_small_letters(name)) return kind;
    }
    return std::nullopt;
}

std::string_view to_text(RunFileKind kind) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& known) { return known.first == kind; });
    return found == kinds.end() ? std::string_view{} : found->second;
}

const RunKey* RunSection::find(std::string_view wanted) const {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const RunKey& key) { return key.name.value == wanted; });
    return found == keys.end() ? nullptr : &*found;
}

std::optional<RunFile> read_run_file(const base::SourceTextPtr& text, RunFileKind kind, base::Diagnostics& diagnostics,
                                     const RunFileLimits& limits) {
    base::Diagnostics of_file;
    auto run = RunFileReading{text, kind, limits, of_file}.read();
    of_file.sort_by_position();
    diagnostics.append(of_file);
    return run;
}

}  // namespace je::io

// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "io/yaml/bytes.hpp"
#include "io/yaml/parse.hpp"
#include "io/yaml/syntax.hpp"
#include "io/yaml/words.hpp"
#include "je/base/text.hpp"

namespace je::io {
namespace {

constexpr std::size_t bytes_per_node = 12;  // of usual files; only the first reservation depends on it

bool begins_null(std::string_view text) {
    return text.starts_with('~') || text.starts_with("null") || text.starts_with("Null") || text.starts_with("NULL");
}

/// Just past the end of the quoted scalar that begins at `at`; nothing when its quote is never closed.
std::optional<std::size_t> end_of_quoted(std::string_view body, std::size_t at) {
    const char quote = body[at];
    for (std::size_t i = at + 1; i < body.size(); ++i) {
        if (quote == '"' && body[i] == '\\') {
            ++i;
            continue;
        }
        if (body[i] != quote) continue;
        if (quote == '"' || i + 1 >= body.size() || body[i + 1] != quote) return i + 1;
        ++i;
    }
    return std::nullopt;
}

/// Where a bare text of several lines ends that begins at `at` and is `value` with its lines joined.
std::size_t end_of_folded(std::string_view body, std::size_t at, std::string_view value) {
    for (std::size_t i = 0; i < value.size();) {
        const bool blank = value[i] == ' ' || value[i] == '\n';
        if (!blank && (at >= body.size() || body[at] != value[i])) break;
        i = blank ? std::min(value.find_first_not_of(" \n", i), value.size()) : i + 1;
        at = blank ? std::min(body.find_first_not_of(" \t\r\n", at), body.size()) : at + 1;
    }
    return at;
}

/// Columns from `at` to the end of its line, but at most `most`; looks no further than that.
std::size_t columns_on_line(std::string_view body, std::size_t at, std::size_t most) {
    const auto part = body.substr(at, most);
    return std::min(part.find_first_of("\r\n"), part.size());
}

}  // namespace

YamlBuilder::YamlBuilder(const base::SourceTextPtr& source, std::size_t mark_bytes, const Limits& limits, YamlInput& input,
                         base::Diagnostics& diagnostics, const MendedText* mended)
    : source_{source},
      mended_{mended},
      mark_bytes_{mark_bytes},
      body_{(mended != nullptr ? mended->text() : std::string_view{source->text}).substr(mark_bytes)},
      limits_{limits},
      input_{input},
      diagnostics_{diagnostics} {
    tree_.nodes.reserve(std::min(body_.size() / bytes_per_node + 16, limits.max_nodes));
}

base::SourcePosition YamlBuilder::position(const YAML::Mark& mark) const {
    if (mark.line < 0 || mark.column < 0) return base::position_at(source_, reached());
    if (mended_ != nullptr) {
        const auto place = mended_->place(static_cast<std::size_t>(std::max(mark.pos, 0)) + mark_bytes_);
        return {source_, place.line, place.column};
    }
    const std::size_t shift = mark.line == 0 ? mark_bytes_ : 0;
    return {source_, static_cast<std::uint32_t>(mark.line) + 1,
            static_cast<std::uint32_t>(static_cast<std::size_t>(mark.column) + shift) + 1};
}

base::SourcePosition YamlBuilder::position(const YamlNode& node) const {
    return {source_, node.line, node.column, node.length};
}

YamlTree YamlBuilder::take() {
    for (auto& bad_key : bad_keys_) diagnostics_.error(std::move(bad_key));
    return std::move(tree_);
}

base::SourcePosition YamlBuilder::open_bracket() const {
    for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
        const YamlNode& node = tree_.nodes[frame->index];
        const auto line = base::line_of(source_->text, node.line);
        if (node.column <= line.size() && (line[node.column - 1] == '[' || line[node.column - 1] == '{')) return position(node);
    }
    return {};
}

YamlNode& YamlBuilder::add(const YAML::Mark& mark, YamlKind kind) {
    input_.progress();
    if (tree_.nodes.size() >= limits_.max_nodes) {
        diagnostics_.error({"JE-Y19", position(mark), fmt::format("the file has more than {} values", limits_.max_nodes),
                            fmt::format("at most {} keys, values, lists and maps", limits_.max_nodes),
                            "split the file, or raise the limit with --max-nodes"});
        throw Stopped{};
    }
    const std::size_t shift = mark.line == 0 ? mark_bytes_ : 0;
    LineFinder::Place place{static_cast<std::uint32_t>(mark.line + 1),
                            static_cast<std::uint32_t>(static_cast<std::size_t>(mark.column) + shift + 1)};
    if (mended_ != nullptr) place = mended_->place(static_cast<std::size_t>(std::max(mark.pos, 0)) + mark_bytes_);
    tree_.nodes.push_back({.line = place.line, .column = place.column, .kind = kind});
    if (!frames_.empty() && frames_.back().map) frames_.back().key_next = !frames_.back().key_next;
    return tree_.nodes.back();
}

void YamlBuilder::check_depth(const YAML::Mark& mark) {
    if (frames_.size() < limits_.max_depth) return;
    diagnostics_.error(
        {"JE-Y18", position(mark), fmt::format("lists and maps are nested more than {} deep", limits_.max_depth),
         fmt::format("at most {} levels of lists and maps", limits_.max_depth),
         "no format of je needs such depth: look for a bracket or an indentation too many (--max-depth raises the limit)"});
    throw Stopped{};
}

void YamlBuilder::report_bad_key(const YamlNode& node) {
    bad_keys_.push_back({"JE-Y17", position(node), "a key is needed here, not a list, a map or nothing",
                         "a key of one word, then a colon and a space",
                         "write the key before the colon, such as 'id: x'; a text that begins with a bracket needs quotes"});
}

void YamlBuilder::check_tag(const YAML::Mark& mark, const std::string& tag) {
    const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    const bool written = at < body_.size() && body_[at] == '!';
    if (!written && (tag == "?" || tag == "!" || tag.empty())) return;
    auto place = position(mark);
    if (written) {
        place.length = static_cast<std::uint32_t>(std::min(body_.find_first_of(" \t\r\n,]}", at), body_.size()) - at);
    }
    diagnostics_.error({"JE-Y15", place, "a YAML tag ('!') stands here", "a value without tags",
                        "put the value in quotes if the '!' belongs to its text; otherwise take the tag out"});
}

void YamlBuilder::open(const YAML::Mark& mark, const std::string& tag, YamlKind kind) {
    check_depth(mark);
    check_tag(mark, tag);
    const bool key = key_is_next();
    const YamlNode& node = add(mark, kind);
    if (key) report_bad_key(node);
    frames_.push_back({static_cast<std::uint32_t>(tree_.nodes.size() - 1), kind == YamlKind::map, true});
    last_end_ = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (last_end_ < body_.size() && (body_[last_end_] == '[' || body_[last_end_] == '{')) ++last_end_;
}

void YamlBuilder::close() {
    input_.progress();
    YamlNode& node = tree_.nodes[frames_.back().index];
    node.size = static_cast<std::uint32_t>(tree_.nodes.size() - frames_.back().index);
    frames_.pop_back();
}

void YamlBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) {
    open(mark, tag, YamlKind::sequence);
}

void YamlBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) {
    open(mark, tag, YamlKind::map);
}

void YamlBuilder::OnSequenceEnd() { close(); }

void YamlBuilder::OnMapEnd() {
    const std::size_t index = frames_.back().index;
    close();
    report_repeated_keys(tree_.nodes[index], source_, diagnostics_);
}

void YamlBuilder::OnAnchor(const YAML::Mark& mark, const std::string& name) {
    auto at = position(mark);
    at.length = static_cast<std::uint32_t>(name.size() + 1);
    diagnostics_.error({"JE-Y13", at, fmt::format("an anchor ('&{}') stands here", shown_text(name)),
                        "values without anchors and aliases",
                        "put the value in quotes if the '&' belongs to its text; otherwise take the anchor out and "
                        "write the value again wherever it is used"});
}

void YamlBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
    const YamlNode& node = add(mark, YamlKind::broken);
    diagnostics_.error({"JE-Y14", position(node), "an alias ('*') stands here", "values without anchors and aliases",
                        "write the value again in place of the alias; a text that begins with '*' needs quotes"});
}

std::size_t YamlBuilder::dash_after(std::size_t at) const {
    while (at < body_.size()) {
        const auto word = body_.find_first_not_of(" \t\r\n:~]},", at);
        if (word == std::string_view::npos) break;
        if (body_[word] == '-') return word;
        if (body_[word] != '#') break;
        at = word + columns_on_line(body_, word, body_.size());
    }
    return std::string_view::npos;
}

void YamlBuilder::place_null(YamlNode& node, const YAML::Mark& mark) {
    const std::size_t index = tree_.nodes.size() - 1;
    const Frame& frame = frames_.back();
    if (frame.map) {  // yaml-cpp's mark may lie lines below; the key is where the reader must look
        const YamlNode& key = tree_.nodes[index - 1];
        if (key.is_scalar()) {
            const auto colon = body_.find_first_not_of(" \t", last_end_);
            if (colon != std::string_view::npos && body_[colon] == ':') note_comment(node, colon + 1);
            node.line = key.line;
            node.column = key.column;
            node.length = key.length;
        }
        return;
    }
    const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (at < body_.size() && (begins_null(body_.substr(at)) || body_[at] == ',')) {
        last_end_ = at + 1;
        return;
    }
    const auto dash = dash_after(last_end_);
    const YamlNode& list = tree_.nodes[frame.index];
    if (dash == std::string_view::npos) {
        node.line = list.line;
        node.column = list.column;
        return;
    }
    last_end_ = dash + 1;
    const auto place = lines_.find(source_->text, origin(dash));
    node.line = place.line;
    node.column = place.column;
}

void YamlBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t) {
    const bool key = key_is_next();
    YamlNode& node = add(mark, YamlKind::null);
    if (key) {
        node.kind = YamlKind::broken;
        report_bad_key(node);
    } else if (!frames_.empty()) {
        place_null(node, mark);
    }
}

bool YamlBuilder::stands_at(std::size_t at, std::string_view value) const {
    return at + value.size() <= body_.size() && body_.compare(at, value.size(), value) == 0;
}

std::string_view YamlBuilder::text_of(std::size_t at, const std::string& value) {
    return stands_at(at, value) ? body_.substr(at, value.size()) : std::string_view{tree_.held.emplace_back(value)};
}

void YamlBuilder::note_comment(YamlNode& node, std::size_t end) const {
    const auto sign = body_.find_first_not_of(" \t", end);
    if (sign != std::string_view::npos && sign > end && body_[sign] == '#')
        node.comment = static_cast<std::uint32_t>(origin(sign));
}

void YamlBuilder::note_comment_below(YamlNode& node, std::size_t end) const {
    const bool of_key = !frames_.empty() && frames_.back().map && frames_.back().key_next && tree_.nodes.size() > 1;
    if (node.comment != 0 || !of_key) return;
    const auto line_feed = body_.find_first_not_of(" \t\r", end);
    if (line_feed == std::string_view::npos || body_[line_feed] != '\n') return;
    const auto sign = body_.find_first_not_of(' ', line_feed + 1);
    const YamlNode& key = tree_.nodes[tree_.nodes.size() - 2];
    if (sign != std::string_view::npos && body_[sign] == '#' && key.is_scalar() && sign - line_feed > key.column)
        node.comment = static_cast<std::uint32_t>(origin(sign));
}

void YamlBuilder::keep_bare(YamlNode& node, std::size_t at, const std::string& value) {
    node.text = text_of(at, value);
    if (node.plain) {
        const std::size_t end = stands_at(at, value) ? at + value.size() : end_of_folded(body_, at, value);
        note_comment(node, end);
        note_comment_below(node, end);
    }
    const std::size_t length = node.plain ? columns_on_line(body_, at, value.size()) : 1;
    node.length = static_cast<std::uint32_t>(std::max<std::size_t>(length, 1));
    last_end_ = at + length;
}

void YamlBuilder::keep_quoted(YamlNode& node, std::size_t at, const std::string& value) {
    node.text = text_of(at + 1, value);
    const bool as_written = stands_at(at + 1, value) && stands_at(at + 1 + value.size(), body_.substr(at, 1));
    const auto end = as_written ? at + value.size() + 2 : end_of_quoted(body_, at);
    last_end_ = end.value_or(body_.size());
    node.length = static_cast<std::uint32_t>(columns_on_line(body_, at, last_end_ - at));
    if (node.length < last_end_ - at) long_quote_ = Span{at, last_end_};
    if (end) return;
    diagnostics_.error(unclosed_quote(position(node)));  // yaml-cpp takes the end of the text for the end of the quote
    throw Stopped{};
}

void YamlBuilder::check_escapes(YamlNode& node) {
    if (base::first_invalid_utf8(node.text)) {  // yaml-cpp 0.7 makes one byte each of \N and \_
        diagnostics_.error({"JE-Y22", position(node), "this text has the escape \\N or \\_, which je does not know",
                            known_escapes, "write \\u00A0 for a space that does not break, \\n for a new line"});
        node.kind = YamlKind::broken;
    } else if (first_control(node.text)) {
        diagnostics_.error({"JE-Y03", position(node), "this text has an escape that stands for a control character",
                            "text without control characters other than tab and line ends",
                            "write two backslashes if one belongs to the text, as in a path, or use single quotes; "
                            "otherwise take the escape out"});
        node.kind = YamlKind::broken;
    }
}

void YamlBuilder::check_scalar_key(YamlNode& node) {
    if (!node.plain || node.text != "<<") return;
    node.kind = YamlKind::broken;
    diagnostics_.error({"JE-Y16", position(node), "a merge key ('<<') stands here", "maps that say everything themselves",
                        "write the merged keys out"});
}

std::size_t YamlBuilder::origin(std::size_t at) const {
    return mended_ != nullptr ? mended_->origin(at + mark_bytes_) : at + mark_bytes_;
}

bool YamlBuilder::stand_in(YamlNode& node, std::size_t at) {
    const auto* stands = mended_ == nullptr ? nullptr : mended_->find_stand_in(at + mark_bytes_);
    if (stands == nullptr) return false;
    node.plain = false;
    const std::size_t length = columns_on_line(mended_->original(), origin(at), stands->length);  // it may go on below
    node.length = static_cast<std::uint32_t>(std::max<std::size_t>(length, 1));
    last_end_ = at + 1;
    if (stands->value)
        node.text = tree_.held.emplace_back(*stands->value);
    else
        node.kind = YamlKind::broken;
    return true;
}

void YamlBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) {
    check_tag(mark, tag);
    const bool key = key_is_next();
    YamlNode& node = add(mark, YamlKind::scalar);
    node.plain = tag == "?";
    const std::size_t at = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), body_.size());
    if (stand_in(node, at)) return;
    const bool quoted = at < body_.size() && (body_[at] == '"' || body_[at] == '\'');
    if (quoted) {
        keep_quoted(node, at, value);
    } else {
        keep_bare(node, at, value);
    }
    if (!tree_.held.empty() && node.text.data() == tree_.held.back().data()) check_escapes(node);
    if (key) check_scalar_key(node);
}

}  // namespace je::io

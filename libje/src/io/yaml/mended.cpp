// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/mended.hpp"

#include <algorithm>

namespace je::io {
namespace {

constexpr std::string_view placeholder = "x";

/// How long the key is that begins `line`, its colon included; 0 when it begins with none.
std::size_t key_length(std::string_view line) {
    const auto end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    if (end == 0 || end == std::string_view::npos || line[end] != ':') return 0;
    return end + 1 == line.size() || line[end + 1] == ' ' || line[end + 1] == '\r' ? end + 1 : 0;
}

}  // namespace

void MendedText::edit(std::size_t at, std::size_t removed, std::string_view put) { edits_[at] = {removed, std::string{put}}; }

void MendedText::stand_in(std::size_t at, std::size_t removed, std::optional<std::string> value) {
    edit(at, removed, placeholder);
    stand_ins_[at] = {std::move(value), removed};
}

std::size_t MendedText::line_start(std::uint32_t line) const {
    return line <= line_starts_.size() ? line_starts_[line - 1] : original_.size();
}

bool MendedText::cut_section(std::uint32_t line) {
    const auto text_of = [&](std::uint32_t n) {
        const auto all = original_.substr(line_start(n), line_start(n + 1) - line_start(n));
        return all.substr(0, all.find_last_not_of("\r\n") + 1);
    };
    while (line > 0 && key_length(text_of(line)) == 0) --line;
    if (line == 0) return false;
    const std::size_t begin = line_start(line) + key_length(text_of(line));
    if (stand_ins_.count(begin) > 0 && !stand_ins_[begin].value) return false;
    std::uint32_t last = line + 1;
    while (line_start(last) < original_.size() && key_length(text_of(last)) == 0) ++last;
    edits_.erase(edits_.lower_bound(begin), edits_.lower_bound(line_start(last)));
    for (std::uint32_t n = line + 1; n < last; ++n) edit(line_start(n), text_of(n).size(), "");
    edit(begin, line_start(line) + text_of(line).size() - begin, " x");
    stand_ins_.erase(stand_ins_.lower_bound(begin), stand_ins_.lower_bound(line_start(last)));
    stand_ins_[begin] = {std::nullopt, 1};
    return true;
}

void MendedText::finish() {
    text_.clear();
    pieces_.clear();
    if (line_starts_.empty()) {
        line_starts_.push_back(0);
        for (std::size_t at = original_.find('\n'); at != std::string_view::npos; at = original_.find('\n', at + 1))
            line_starts_.push_back(at + 1);
    }
    std::size_t done = 0;
    for (const auto& [at, edit] : edits_) {
        if (at < done) continue;
        pieces_.push_back({text_.size(), done, false});
        text_ += original_.substr(done, at - done);
        pieces_.push_back({text_.size(), at, true});
        text_ += edit.put;
        done = at + edit.removed;
    }
    pieces_.push_back({text_.size(), done, false});
    text_ += original_.substr(std::min(done, original_.size()));
}

const MendedText::Piece* MendedText::piece_at(std::size_t offset) const {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                        [](std::size_t wanted, const Piece& piece) { return wanted < piece.mended; });
    return after == pieces_.begin() ? nullptr : &*(after - 1);
}

std::size_t MendedText::origin(std::size_t offset) const {
    const Piece* piece = piece_at(offset);
    if (piece == nullptr) return offset;
    return std::min(piece->own ? piece->original : piece->original + (offset - piece->mended), original_.size());
}

LineFinder::Place MendedText::place(std::size_t offset) const {
    const std::size_t at = origin(offset);
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
    const auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
    return {line, static_cast<std::uint32_t>(at - line_starts_[line - 1] + 1)};
}

const MendedText::StandIn* MendedText::find_stand_in(std::size_t offset) const {
    const Piece* piece = piece_at(offset);
    if (piece == nullptr || !piece->own) return nullptr;
    const auto found = stand_ins_.find(piece->original);
    return found == stand_ins_.end() ? nullptr : &found->second;
}

}  // namespace je::io

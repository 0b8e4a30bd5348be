// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/source_line.hpp"

#include <algorithm>
#include <vector>

#include "je/base/text.hpp"
#include "render/clean.hpp"

namespace je::render {

namespace {

constexpr std::string_view left_out_mark = "...";
constexpr std::size_t bytes_looked_at = 2000;  // on either side of the place; a line may be a whole file

struct Glyph {
    std::size_t byte = 0;  // where it begins in the line
    std::size_t width = 0;
    std::string text;
};

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

Glyph glyph(std::string_view line, std::size_t begin, std::size_t end) {
    const std::string_view raw = line.substr(begin, end - begin);
    std::string text = raw == "\t" ? "    " : clean(raw);
    const std::size_t width = base::display_width(text);
    return {begin, width, std::move(text)};
}

/// The characters of `line` within reach of `column`.
std::vector<Glyph> glyphs(std::string_view line, std::size_t at) {
    std::size_t i = at > bytes_looked_at ? at - bytes_looked_at : 0;
    while (i > 0 && i < line.size() && continues(line[i])) {
        --i;
    }
    const std::size_t stop = std::min(line.size(), at + bytes_looked_at);
    std::vector<Glyph> found;
    while (i < stop) {
        std::size_t next = i + 1;
        while (next < line.size() && next < i + 4 && continues(line[next])) {
            ++next;
        }
        found.push_back(glyph(line, i, next));
        i = next;
    }
    return found;
}

std::size_t width_of(const std::vector<Glyph>& glyphs, std::size_t first, std::size_t last) {
    std::size_t width = 0;
    for (std::size_t i = first; i < last; ++i) {
        width += glyphs[i].width;
    }
    return width;
}

/// The first glyph shown, so that the one at `place` stands near a third of the width.
std::size_t first_shown(const std::vector<Glyph>& all, std::size_t place, std::size_t width) {
    const std::size_t rest = width_of(all, place, all.size());
    const std::size_t before = std::max(width / 3, width > rest ? width - rest : 0);
    std::size_t first = place;
    std::size_t taken = 0;
    while (first > 0 && taken + all[first - 1].width <= before) {
        taken += all[--first].width;
    }
    return first;
}

std::size_t end_shown(const std::vector<Glyph>& all, std::size_t first, std::size_t width) {
    std::size_t taken = 0;
    std::size_t end = first;
    while (end < all.size() && taken + all[end].width <= width) {
        taken += all[end++].width;
    }
    return end;
}

std::size_t index_of_byte(const std::vector<Glyph>& all, std::size_t byte) {
    const auto after = std::upper_bound(all.begin(), all.end(), byte, [](std::size_t b, const Glyph& g) { return b < g.byte; });
    return after == all.begin() ? 0 : static_cast<std::size_t>(after - all.begin()) - 1;
}

}  // namespace

std::string_view LineFinder::line(const base::SourcePosition& at) {
    if (at.source.get() != source_ || at.line < number_) {
        source_ = at.source.get();
        number_ = 1;
        begin_ = 0;
        end_.reset();
    }
    const std::string_view text = source_->text;
    while (number_ < at.line) {
        const std::size_t end = text.find('\n', begin_);
        if (end == std::string_view::npos) {
            return {};
        }
        begin_ = end + 1;
        ++number_;
        end_.reset();
    }
    if (!end_) end_ = std::min(text.find('\n', begin_), text.size());
    std::string_view found = text.substr(begin_, *end_ - begin_);
    if (!found.empty() && found.back() == '\r') {
        found.remove_suffix(1);
    }
    return found;
}

Excerpt excerpt(std::string_view line, std::size_t column, std::size_t length, std::size_t width) {
    const std::size_t at = std::min(column > 0 ? column - 1 : 0, line.size());
    const auto all = glyphs(line, at);
    const std::size_t place = at < line.size() ? index_of_byte(all, at) : all.size();
    const std::size_t first =
        width_of(all, 0, all.size()) <= width && (all.empty() || all[0].byte == 0) ? 0 : first_shown(all, place, width);
    const std::size_t end = end_shown(all, first, width);

    Excerpt result;
    result.text = first > 0 || (!all.empty() && all[0].byte > 0) ? left_out_mark : "";
    result.indent = result.text.size() + width_of(all, first, place);
    for (std::size_t i = first; i < end; ++i) {
        result.text += all[i].text;
    }
    std::size_t last = place;
    while (last < end && all[last].byte < at + length) {
        ++last;
    }
    result.underline = std::max<std::size_t>(width_of(all, place, last), 1);
    if (end < all.size() || (!all.empty() && at + bytes_looked_at < line.size())) {
        result.text += left_out_mark;
    }
    return result;
}

}  // namespace je::render

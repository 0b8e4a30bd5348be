// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <ios>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

#include "io/yaml/bytes.hpp"
#include "io/yaml/mended.hpp"
#include "io/yaml/parse.hpp"
#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"

namespace je::io {

/// Thrown when yaml-cpp has read far on without handing anything over: it keeps a whole list or map in flow style in memory
/// before it tells of its beginning, so that limits on what it hands over come too late.
struct RunsOn {
    bool too_deep = false;  // else too long
};

/// Gives a text to yaml-cpp and counts the signs of structure handed out since the last sign of progress.
class YamlInput : public std::streambuf {
public:
    /// `text` must outlive this.
    YamlInput(std::string_view text, std::size_t max_depth, std::size_t max_nodes);

    /// Something was handed over: what was read so far has been dealt with.
    void progress() { open_ = signs_ = 0; }

protected:
    std::streamsize xsgetn(char* to, std::streamsize wanted) override;

private:
    void count(std::string_view part);

    std::size_t max_open_;
    std::size_t max_signs_;
    std::size_t open_ = 0;
    std::size_t signs_ = 0;
};

/// Thrown where reading on makes no sense; why has been reported.
struct Stopped {};

/// Makes a YamlTree of what yaml-cpp finds, and reports what no file may have.
class YamlBuilder : public YAML::EventHandler {
public:
    /// `mark_bytes`: how many bytes of `source` a byte order mark takes. `mended`: what is read in its place; null for itself.
    /// All arguments must outlive the builder and the tree.
    YamlBuilder(const base::SourceTextPtr& source, std::size_t mark_bytes, const Limits& limits, YamlInput& input,
                base::Diagnostics& diagnostics, const MendedText* mended);

    /// The tree, once the document has been understood to its end. Only now are keys reported that are no keys: where
    /// brackets are missing, yaml-cpp finds such keys that nobody wrote.
    [[nodiscard]] YamlTree take();

    /// Where the innermost list or map in brackets begins that has not ended; the position is unknown when there is none.
    [[nodiscard]] base::SourcePosition open_bracket() const;
    /// About where the last thing handed over ends, in bytes from the start of the source.
    [[nodiscard]] std::size_t reached() const { return origin(last_end_); }
    [[nodiscard]] base::SourcePosition position(const YAML::Mark& mark) const;
    /// The bytes of the source that the last quoted text of several lines takes.
    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    [[nodiscard]] Span long_quote() const { return {origin(long_quote_.begin), origin(long_quote_.end)}; }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;
    void OnAnchor(const YAML::Mark& mark, const std::string& name) override;

private:
    struct Frame {
        std::uint32_t index;
        bool map;
        bool key_next;
    };

    [[nodiscard]] std::size_t origin(std::size_t at) const;
    [[nodiscard]] bool stand_in(YamlNode& node, std::size_t at);
    YamlNode& add(const YAML::Mark& mark, YamlKind kind);
    void open(const YAML::Mark& mark, const std::string& tag, YamlKind kind);
    void close();
    void place_null(YamlNode& node, const YAML::Mark& mark);
    [[nodiscard]] bool stands_at(std::size_t at, std::string_view value) const;
    [[nodiscard]] std::string_view text_of(std::size_t at, const std::string& value);
    void keep_bare(YamlNode& node, std::size_t at, const std::string& value);
    void note_comment(YamlNode& node, std::size_t end) const;
    /// A comment on the line below a bare text, further in than its key, as more of the text would stand.
    void note_comment_below(YamlNode& node, std::size_t end) const;
    void keep_quoted(YamlNode& node, std::size_t at, const std::string& value);
    void check_tag(const YAML::Mark& mark, const std::string& tag);
    void check_depth(const YAML::Mark& mark);
    void check_scalar_key(YamlNode& node);
    void check_escapes(YamlNode& node);
    void report_bad_key(const YamlNode& node);
    [[nodiscard]] bool key_is_next() const { return !frames_.empty() && frames_.back().map && frames_.back().key_next; }
    [[nodiscard]] base::SourcePosition position(const YamlNode& node) const;
    [[nodiscard]] std::size_t dash_after(std::size_t at) const;

    const base::SourceTextPtr& source_;
    const MendedText* mended_;
    std::size_t mark_bytes_;
    std::string_view body_;
    const Limits& limits_;
    YamlInput& input_;
    base::Diagnostics& diagnostics_;
    YamlTree tree_;
    std::vector<Frame> frames_;
    std::vector<base::Diagnostic> bad_keys_;
    LineFinder lines_;
    Span long_quote_;
    std::size_t last_end_ = 0;  // in bytes of body_
};

}  // namespace je::io

// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/parse.hpp"

#include <fmt/format.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <vector>

#include "io/yaml/builder.hpp"
#include "io/yaml/bytes.hpp"
#include "io/yaml/syntax.hpp"
#include "io/yaml/words.hpp"

namespace je::io {
namespace {

constexpr std::size_t few_keys = 24;

void report(const YamlNode& first, const YamlNode& again, const base::SourceTextPtr& source, base::Diagnostics& diagnostics) {
    const base::SourcePosition at{source, again.line, again.column, again.length};
    diagnostics.error(
        {"JE-Y34", at,
         fmt::format("the key '{}' is given twice; the first is at {}:{}", shown_text(again.text), first.line, first.column),
         "each key once in a map", "keep one of the two, with what both say; or rename one that was meant for another key"});
}

/// Finds repeats among a few keys without allocating.
void compare_pairs(const YamlNode& map, const base::SourceTextPtr& source, base::Diagnostics& diagnostics) {
    const YamlEntries entries{map};
    for (auto later = entries.begin(); later != entries.end(); ++later) {
        const YamlNode& key = (*later).key;
        if (!key.is_scalar()) continue;
        for (auto earlier = entries.begin(); earlier != later; ++earlier) {
            const YamlNode& other = (*earlier).key;
            if (other.is_scalar() && other.text == key.text) {
                report(other, key, source, diagnostics);
                break;
            }
        }
    }
}

/// Finds repeats among many keys by sorting them; keys of one text stay in the order of the file.
void compare_sorted(const YamlNode& map, const base::SourceTextPtr& source, base::Diagnostics& diagnostics) {
    std::vector<const YamlNode*> keys;
    for (const auto entry : YamlEntries{map}) {
        if (entry.key.is_scalar()) keys.push_back(&entry.key);
    }
    std::sort(keys.begin(), keys.end(), [](const YamlNode* a, const YamlNode* b) {
        const int order = a->text.compare(b->text);
        return order != 0 ? order < 0 : a < b;
    });
    const YamlNode* first = nullptr;
    for (const YamlNode* key : keys) {
        if (first == nullptr || first->text != key->text)
            first = key;
        else
            report(*first, *key, source, diagnostics);
    }
}

}  // namespace

std::string_view name_of(YamlKind kind) {
    switch (kind) {
        case YamlKind::null:
            return "nothing";
        case YamlKind::scalar:
            return "a single text";
        case YamlKind::sequence:
            return "a list";
        case YamlKind::map:
            return "a map";
        case YamlKind::broken:
            break;
    }
    return "something else";
}

void report_repeated_keys(const YamlNode& map, const base::SourceTextPtr& source, base::Diagnostics& diagnostics) {
    std::size_t keys = 0;
    for (const auto entry : YamlEntries{map}) {
        static_cast<void>(entry);
        if (++keys > few_keys) return compare_sorted(map, source, diagnostics);
    }
    compare_pairs(map, source, diagnostics);
}

namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 30U;  // yaml-cpp counts in int

/// What yaml-cpp 0.7 can follow, whatever the user allows.
const Limits yaml_cpp_limits{.max_depth = 500};

/// Thrown at the first sign of a second document.
struct MoreText {
    YAML::Mark mark;
};

/// Does nothing but object.
class NothingMore : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark& mark) override { throw MoreText{mark}; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

/// `at`, but not beyond the end of its line; yaml-cpp counts on when it meets the end of the text.
base::SourcePosition within_line(base::SourcePosition at) {
    const auto line = base::line_of(at.source->text, at.line);
    at.column = std::min(at.column, static_cast<std::uint32_t>(line.size() + 1));
    return at;
}

void report_more_text(const base::SourcePosition& at, base::Diagnostics& diagnostics) {
    const auto line = base::line_of(at.source->text, at.line);
    if (line.substr(at.column - 1).starts_with("---")) {
        diagnostics.error({"JE-Y10", at, "a second document begins here ('---')", "one document a file",
                           "move what follows to a file of its own; take the line out if it only parts one piece of the "
                           "file from the next"});
        return;
    }
    diagnostics.error({"JE-Y11", at, "more text stands here after the document has ended", "the end of the file",
                       "make the text part of the document above, or a comment, with '# ' before it"});
}

void report_runs_on(const RunsOn& how, const base::SourcePosition& at, const Limits& limits, base::Diagnostics& diagnostics) {
    if (how.too_deep) {
        diagnostics.error({"JE-Y18", at, fmt::format("lists and maps are nested more than {} deep", limits.max_depth),
                           fmt::format("at most {} levels of lists and maps", limits.max_depth),
                           "look for brackets that are never closed"});
        return;
    }
    diagnostics.error({"JE-Y19", at, fmt::format("the file has more than {} values", limits.max_nodes),
                       fmt::format("at most {} keys, values, lists and maps", limits.max_nodes),
                       "split the file, or raise the limit with --max-nodes"});
}

/// One reading of one text: yaml-cpp, what it reads from and what it reports to.
class Reading {
public:
    Reading(const base::SourceTextPtr& text, std::size_t mark_bytes, const Limits& limits, base::Diagnostics& diagnostics,
            const MendedText* mended)
        : source_{text},
          limits_{limits},
          diagnostics_{diagnostics},
          input_{(mended != nullptr ? mended->text() : std::string_view{text->text}).substr(mark_bytes), limits.max_depth,
                 limits.max_nodes},
          stream_{&input_},
          builder_{text, mark_bytes, limits, input_, diagnostics, mended} {}

    /// Whether a document was understood; why not is in the diagnostics.
    bool run() {
        try {
            return documents();
        } catch (const Stopped&) {
        } catch (const RunsOn& how) {
            report_runs_on(how, base::position_at(source_, builder_.reached()), limits_, diagnostics_);
        } catch (const YAML::DeepRecursion&) {
            report_runs_on({.too_deep = true}, base::position_at(source_, builder_.reached()), yaml_cpp_limits, diagnostics_);
        } catch (const YAML::Exception& error) {
            report_syntax(builder_.position(error.mark), error.msg);
        } catch (const std::exception& error) {
            report_syntax(base::position_at(source_, builder_.reached()), error.what());
        }
        return false;
    }

    YamlTree take() { return builder_.take(); }

private:
    bool documents() {
        YAML::Parser parser{stream_};
        const bool found = parser.HandleNextDocument(builder_);
        if (!found) {
            report_syntax(base::SourcePosition{source_, 1, 1}, "no document");
            return false;
        }
        check_end(parser);
        return true;
    }

    void check_end(YAML::Parser& parser) {
        NothingMore nothing_more;
        try {
            while (parser.HandleNextDocument(nothing_more)) {
            }
            check_directive();
        } catch (const MoreText& more) {
            report_more_text(within_line(builder_.position(more.mark)), diagnostics_);
        }
    }

    /// yaml-cpp passes over a directive at the end, whatever it says.
    void check_directive() {
        const auto end_of_line = source_->text.find("\n%", builder_.reached());
        if (end_of_line != std::string::npos) diagnostics_.error(directive(base::position_at(source_, end_of_line + 1)));
    }

    void report_syntax(const base::SourcePosition& at, std::string_view words) {
        diagnostics_.error(explain_syntax({.at = within_line(at),
                                           .open_bracket = builder_.open_bracket(),
                                           .reached = builder_.reached(),
                                           .quote_begin = builder_.long_quote().begin,
                                           .quote_end = builder_.long_quote().end,
                                           .words = words}));
    }

    const base::SourceTextPtr& source_;
    const Limits& limits_;
    base::Diagnostics& diagnostics_;
    YamlInput input_;
    std::istream stream_;
    YamlBuilder builder_;
};

bool small_enough(const base::SourceTextPtr& text, base::Diagnostics& diagnostics) {
    if (text->text.size() <= most_bytes) return true;
    diagnostics.error({"JE-Y26", base::position_at(text, 0), fmt::format("the file has {} bytes", text->text.size()),
                       "at most 1 GiB of YAML, whatever --max-file-size allows", "split the file"});
    return false;
}

bool top_is_map(const YamlNode& root, const base::SourceTextPtr& text, base::Diagnostics& diagnostics) {
    if (root.is_map() || root.kind == YamlKind::broken) return root.is_map();
    const base::SourcePosition at{text, root.line, root.column, root.length};
    diagnostics.error({"JE-Y06", at, fmt::format("the file holds {}, not keys and values", name_of(root.kind)),
                       "lines of 'key: value', the first of them 'format:'",
                       "begin the file with 'format: je-scheme/1' or another format of docs/files.md"});
    return false;
}

}  // namespace

std::optional<YamlTree> parse_yaml(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics,
                                   const MendedText* mended) {
    if (!small_enough(text, diagnostics)) return std::nullopt;
    const auto mark_bytes = check_bytes(text, diagnostics);
    if (!mark_bytes) return std::nullopt;
    Reading reading{text, *mark_bytes, limits, diagnostics, mended};
    if (!reading.run()) return std::nullopt;
    YamlTree tree = reading.take();
    if (!top_is_map(tree.root(), text, diagnostics)) return std::nullopt;
    return tree;
}

}  // namespace je::io

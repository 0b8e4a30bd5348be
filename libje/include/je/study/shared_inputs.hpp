// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <typeindex>
#include <utility>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/base/language.hpp"
#include "je/io/file.hpp"
#include "je/io/source.hpp"
#include "je/panel/case.hpp"
#include "je/report/common.hpp"

namespace je::study {

/// What the commands of one run have read, so that the next need not read it again: texts with their checksums, and what was
/// made of them. All commands of the run see each file as it was when the first of them read it.
class SharedInputs {
public:
    /// As read_text. A file is known by where it lies and what it is called. Up to 256 MB of texts are kept.
    [[nodiscard]] std::optional<io::TextFile> read(io::Source& source, const std::string& path, const std::string& name,
                                                   const io::Limits& limits, base::Diagnostics& diagnostics,
                                                   io::Readable readable, io::Encoding encoding);
    [[nodiscard]] std::string sha256(const base::SourceTextPtr& text);

    /// What `make` gives for a text, made once for each type of result; what was said in making it is said each time.
    template <class T>
    [[nodiscard]] T parsed(const base::SourceTextPtr& text, const io::Limits& limits, base::Diagnostics& diagnostics,
                           T (*make)(const base::SourceTextPtr&, const io::Limits&, base::Diagnostics&)) {
        auto& known = parsed_[{text, std::type_index{typeid(T)}, limits.max_depth, limits.max_nodes, base::language_now()}];
        ++uses_of_parsed_;
        if (!known.value) {
            known.value = std::make_shared<const T>(make(text, limits, known.diagnostics));
            ++parsed_once_;
        }
        diagnostics.append(known.diagnostics);
        return *static_cast<const T*>(known.value.get());
    }

    /// Enters a file in the list of what the command that now runs was made from.
    void list(const base::SourceTextPtr& text);
    /// The list so far, each file once, in the order first listed; the next command begins an empty one.
    [[nodiscard]] std::vector<report::InputFile> take_list();

    /// Whom the results of the run call by which number.
    panel::Pseudonyms pseudonyms;

    struct Counts {
        std::size_t read = 0;    // files read from disk
        std::size_t asked = 0;   // times a file was asked for
        std::size_t parsed = 0;  // times a text was parsed
        std::size_t parses_asked = 0;
    };
    [[nodiscard]] Counts counts() const { return {read_, asked_, parsed_once_, uses_of_parsed_}; }

private:
    struct Parsed {
        std::shared_ptr<const void> value;
        base::Diagnostics diagnostics;
    };
    using Place = std::tuple<std::string, std::string, std::uint64_t, io::Encoding>;  // absolute path, name, largest size
    using Use = std::tuple<base::SourceTextPtr, std::type_index, std::size_t, std::size_t, base::Language>;

    std::map<Place, io::TextFile> texts_;
    std::map<base::SourceTextPtr, std::string> checksums_;
    std::map<Use, Parsed> parsed_;  // looked up only, never gone through: its order is that of addresses
    std::vector<report::InputFile> listed_;
    std::size_t kept_bytes_ = 0;
    std::size_t read_ = 0;
    std::size_t asked_ = 0;
    std::size_t parsed_once_ = 0;
    std::size_t uses_of_parsed_ = 0;
};

}  // namespace je::study

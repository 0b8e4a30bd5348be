// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/inputs.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "io/readers/reader.hpp"
#include "je/base/text.hpp"
#include "report/shared_fields.hpp"
#include "study/outcome.hpp"
#include "study/shipped_schemes.hpp"

namespace je::study {

namespace {

std::shared_ptr<const model::Scheme> make_scheme(const base::SourceTextPtr& text, const io::Limits& limits,
                                                 base::Diagnostics& diagnostics) {
    const auto draft = io::read_scheme(text, limits, diagnostics);
    auto scheme = draft ? model::Scheme::make(*draft, diagnostics) : std::nullopt;
    return scheme ? std::make_shared<const model::Scheme>(std::move(*scheme)) : nullptr;
}

}  // namespace

FoundFile beside(const FoundFile& examples, const std::string& path) {
    const std::filesystem::path folder = std::filesystem::path{examples.name}.parent_path();
    const std::string name = (folder / path).lexically_normal().generic_string();
    return {name, name, false};
}

Inputs::Inputs(io::Source& source, const Options& options, const Control& control, bool always)
    : source_{source}, options_{options}, control_{control} {
    options_.checksums = options_.checksums || always;
}

std::vector<report::InputFile> Inputs::files() const {
    std::vector<report::InputFile> files = files_;
    if (!report::hides_texts(options_.audience)) return files;
    std::erase_if(files, [&](const report::InputFile& file) { return left_out_.contains(file.name); });
    for (std::size_t i = 0; i < files.size(); ++i) files[i].name = fmt::format("file {}", i + 1);
    return files;
}

void Inputs::leave_out(const base::SourceTextPtr& text) {
    if (text && !is_csv(source_, text->name)) left_out_.insert(text->name);
}

std::optional<base::SourceTextPtr> Inputs::peek(const FoundFile& file, base::Diagnostics& diagnostics) {
    stop_if_cancelled(control_);
    const auto encoding = file.by_name ? io::Encoding::by_its_bytes : options_.encoding;
    const auto readable = file.named && !file.by_name ? options_.readable : io::Readable::files;
    const auto read =
        options_.shared ? options_.shared->read(source_, file.path, file.name, options_.limits, diagnostics, readable, encoding)
                        : io::read_text(source_, file.path, file.name, options_.limits, diagnostics, readable, encoding);
    if (!read) return std::nullopt;
    if (!read->read_as.empty()) foreign_.emplace(read->text, *read);
    return read->text;
}

std::string Inputs::checksum(const base::SourceTextPtr& text) const {
    if (options_.shared) return options_.shared->sha256(text);
    const auto foreign = foreign_.find(text);
    return foreign == foreign_.end() ? io::sha256_hex(text->text) : foreign->second.sha256;
}

void Inputs::list(const base::SourceTextPtr& text, base::Diagnostics& diagnostics) {
    if (options_.shared) options_.shared->list(text);
    const auto foreign = foreign_.find(text);
    if (foreign != foreign_.end() && options_.encoding == io::Encoding::by_its_bytes && noted_.insert(text->name).second) {
        if (auto note = io::note_of_encoding(foreign->second)) diagnostics.note(*std::move(note));
    }
    if (options_.checksums && listed_.insert(text->name).second) files_.push_back({text->name, checksum(text)});
}

std::optional<base::SourceTextPtr> Inputs::read(const FoundFile& file, base::Diagnostics& diagnostics) {
    auto text = peek(file, diagnostics);
    if (text) list(*text, diagnostics);
    return text;
}

const Inputs::ReadScheme& Inputs::read_scheme(const FoundFile& file, base::Diagnostics& diagnostics) {
    const auto known = schemes_.find(file.path);
    if (known != schemes_.end()) return known->second;
    ReadScheme& result = schemes_[file.path];
    const auto text = read(file, diagnostics);
    if (!text) return result;
    result.scheme = parsed(*text, diagnostics, make_scheme);
    if (result.scheme) result.sha256 = checksum(*text);
    return result;
}

std::shared_ptr<const model::BandsFile> Inputs::bands(const FoundFile& file, base::Diagnostics& diagnostics) {
    const auto text = read(file, diagnostics);
    if (!text) return nullptr;
    const auto draft = parsed(*text, diagnostics, io::read_bands_file);
    auto made = draft ? model::BandsFile::make(*draft, diagnostics) : std::nullopt;
    return made ? std::make_shared<const model::BandsFile>(std::move(*made)) : nullptr;
}

bool Inputs::take_bands_file(SchemeInUse& in_use, base::Diagnostics& diagnostics) {
    in_use.bands_file = bands({*options_.bands, *options_.bands}, diagnostics);
    if (!in_use.bands_file) return false;
    const std::string& meant = in_use.bands_file->scheme();
    if (!meant.empty() && meant != in_use.scheme->id().text()) {
        diagnostics.error({.id = "JE-U15",
                           .at = in_use.bands_file->at(),
                           .message = fmt::format("these bands are for scheme '{}', but the jobs are scored under '{}'", meant,
                                                  in_use.scheme->id().text()),
                           .expected = fmt::format("bands for '{}'", in_use.scheme->id().text()),
                           .fix = "give other --bands, or another --scheme"});
        return false;
    }
    return true;
}

bool Inputs::choose_bands(SchemeInUse& in_use, base::Diagnostics& diagnostics) {
    if (options_.bands && !take_bands_file(in_use, diagnostics)) return false;
    const auto* file = in_use.bands_file.get();
    const auto tables = file ? file->band_tables() : in_use.scheme->band_tables();
    const auto pay = file ? file->pay_tables() : in_use.scheme->pay_tables();
    in_use.bands = model::in_force(tables, options_.as_of);
    in_use.pay = model::in_force(pay, options_.as_of);
    if (!tables.empty() && in_use.bands == nullptr) {
        diagnostics.error({.id = "JE-U18",
                           .at = tables.front().at(),
                           .message = fmt::format("no band table is in force on {}",
                                                  options_.as_of ? options_.as_of->to_string() : std::string{"any day"}),
                           .expected = "a date on or after the first table's 'from'",
                           .fix = "give another --as-of, or other --bands"});
        return false;
    }
    in_use.bands_info = report::bands_info(in_use.bands);
    if (file) {
        in_use.bands_info.file = *options_.bands;
        in_use.bands_info.title = file->title();
        in_use.bands_info.caution = std::string{model::caution(file->status())};
    }
    return true;
}

std::shared_ptr<const SchemeInUse> Inputs::in_use(const FoundFile& file, base::Diagnostics& diagnostics) {
    const auto known = used_.find(file.path);
    if (known != used_.end()) return known->second;
    auto& result = used_[file.path];
    const ReadScheme& read = read_scheme(file, diagnostics);
    if (!read.scheme) return result;
    auto made = std::make_shared<SchemeInUse>();
    made->scheme = read.scheme;
    made->info = report::scheme_info(*read.scheme, file.name, read.sha256);
    tell_origin(made->info, file.path);
    if (report::hides_texts(options_.audience)) report::make_public(made->info);
    if (made->info.replaces_shipped) diagnostics.add(stands_in(made->info, read.scheme->at()));
    if (!choose_bands(*made, diagnostics)) return result;
    if (report::hides_texts(options_.audience)) report::make_public(made->bands_info);
    result = std::move(made);
    return result;
}

bool Inputs::lacks_only_bands(const std::string& id) const {
    const auto path = find_scheme(source_, id, options_.scheme_folders);
    const auto read = path ? schemes_.find(*path) : schemes_.end();
    return read != schemes_.end() && read->second.scheme != nullptr;
}

base::Diagnostic Inputs::not_found(const std::string& name, const base::SourcePosition& at, bool or_file) const {
    const auto names = scheme_names(source_, options_.scheme_folders);
    const auto near = base::nearest(name, names);
    const std::string list = names.empty() ? "a scheme in a folder of --scheme-path or JE_SCHEME_PATH"
                                           : fmt::format("one of {}", base::quoted_list(names));
    const auto no_file = passed_over(source_, name, options_.scheme_folders);
    return {.id = "JE-U09",
            .at = at,
            .message = fmt::format("there is no scheme '{}'{}", name,
                                   no_file ? fmt::format(": '{}' is no ordinary file, and is not read", *no_file) : ""),
            .expected = or_file ? "a file, or " + list : list,
            .fix = near      ? fmt::format("write '{}'", *near)
                   : or_file ? "write one of these names, a file such as ./scheme.yaml, or give --scheme-path FOLDER"
                             : "correct the id, or give --scheme FILE or --scheme-path FOLDER"};
}

std::shared_ptr<const SchemeInUse> Inputs::scheme(const std::string& name_or_file, base::Diagnostics& diagnostics) {
    if (is_scheme_file(name_or_file)) return in_use({name_or_file, name_or_file}, diagnostics);
    const auto path = find_scheme(source_, name_or_file, options_.scheme_folders);
    if (!path) throw Refusal{not_found(name_or_file, {}, true)};
    return in_use({.path = *path, .name = name_or_file + ".yaml", .by_name = true}, diagnostics);
}

std::shared_ptr<const SchemeInUse> Inputs::scheme_of_examples(const FoundFile& examples,
                                                              const base::Located<std::string>& scheme,
                                                              base::Diagnostics& diagnostics) {
    return is_scheme_file(scheme.value) ? in_use(beside(examples, scheme.value), diagnostics) : scheme_of(scheme, diagnostics);
}

std::shared_ptr<const SchemeInUse> Inputs::scheme_of(const base::Located<std::string>& id, base::Diagnostics& diagnostics) {
    const auto path = find_scheme(source_, id.value, options_.scheme_folders);
    if (path) return in_use({.path = *path, .name = id.value + ".yaml", .by_name = true}, diagnostics);
    diagnostics.error(not_found(id.value, id.at, false));
    return nullptr;
}

}  // namespace je::study

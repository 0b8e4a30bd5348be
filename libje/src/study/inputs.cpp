// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/inputs.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "io/local/merge.hpp"
#include "io/readers/reader.hpp"
#include "io/yaml/format.hpp"
#include "je/base/text.hpp"
#include "model/scheme/trees.hpp"
#include "report/shared_fields.hpp"
#include "study/local_base.hpp"
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

report::LocalInfo local_info(const io::LocalDraft& local, const io::MergedScheme& merged, std::string name,
                             std::string sha256) {
    report::LocalInfo info{.id = local.id.value,
                           .title = local.title,
                           .edition = local.edition.value,
                           .name = std::move(name),
                           .sha256 = std::move(sha256),
                           .changes_points = local.says_points.has_value()};
    for (const io::MergedChange& one : merged.changes)
        info.changes.push_back({.how = std::string{to_text(one.kind)},
                                .where = one.what.where,
                                .before = one.what.before,
                                .after = one.what.after,
                                .reason = one.reason,
                                .source = one.source});
    return info;
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
    result.file = file;
    if (looks_like((*text)->text, io::local_format)) {
        read_local(result, file, *text, diagnostics);
        return result;
    }
    result.scheme = parsed(*text, diagnostics, make_scheme);
    if (result.scheme) result.sha256 = checksum(*text);
    return result;
}

void Inputs::read_local(ReadScheme& result, const FoundFile& file, const base::SourceTextPtr& text,
                        base::Diagnostics& diagnostics) {
    const auto local = parsed(text, diagnostics, io::read_local);
    if (!local) return;
    BaseSearch search{*this, *local};
    const auto base = search.find(file, diagnostics);
    if (!base) return;
    list(base->text, diagnostics);
    const bool changed = base->sha256 != local->base_sha256.value;
    base::Diagnostics found;
    if (changed) search.report_changed(*base, file, found);
    base::Diagnostics of_base;
    if (!parsed(base->text, of_base, make_scheme)) return diagnostics.append(of_base);
    auto merged = io::merge(*local, base->text, options_.limits, found);
    if (merged.draft) merged.draft->local = {.id = local->id.value, .edition = local->edition.value};
    auto scheme = merged.draft ? model::Scheme::make(*merged.draft, found) : std::nullopt;
    with_places_of_base(found, merged.changes);
    diagnostics.append(found);
    if (!scheme || found.has_errors() || local->flawed) return;
    result.scheme = std::make_shared<const model::Scheme>(std::move(*scheme));
    result.sha256 = base->sha256;
    result.file = base->file;
    result.local = local_info(*local, merged, file.name, checksum(text));
    result.local->base_changed = changed;
    model::warn_of_trees(*merged.draft, result.odd_trees);
    result.changes = std::move(merged.changes);
    result.effective_sha256 = io::sha256_hex(fmt::format("{} {} {}\n", io::local_format, base->sha256, result.local->sha256));
}

void Inputs::note_base(const SchemeInUse& in_use, const base::Located<std::string>& stated, base::Diagnostics& diagnostics) {
    const auto& local = in_use.info.local;
    if (!local || stated.value != in_use.scheme->id().text() || std::exchange(base_noted_, true)) return;
    diagnostics.note(
        {.id = "JE-Z72",
         .at = stated.at,
         .message = fmt::format("this names scheme '{}', and is taken under its local agreement '{}', as are all records "
                                "here that name the scheme alone",
                                stated.value, local->id),
         .fix = fmt::format("write 'scheme: {}' where it is meant for that agreement alone", local->id)});
}

std::shared_ptr<const model::BandsFile> Inputs::bands(const FoundFile& file, base::Diagnostics& diagnostics) {
    const auto text = read(file, diagnostics);
    if (!text) return nullptr;
    const auto draft = parsed(*text, diagnostics, io::read_bands_file);
    auto made = draft ? model::BandsFile::make(*draft, diagnostics) : std::nullopt;
    return made ? std::make_shared<const model::BandsFile>(std::move(*made)) : nullptr;
}

base::Diagnostic without_floors(const model::Scheme& scheme, const base::SourcePosition& bands) {
    return {
        .id = "JE-B65",
        .at = bands,
        .message = fmt::format("scheme '{}' has no points, so floors of other bands have nothing to hold", scheme.id().text()),
        .expected = "the bands of the scheme's own rules",
        .fix = "leave --bands out; a local agreement can change the rules"};
}

bool Inputs::take_bands_file(SchemeInUse& in_use, base::Diagnostics& diagnostics) {
    in_use.bands_file = bands({*options_.bands, *options_.bands}, diagnostics);
    if (!in_use.bands_file) return false;
    const std::string& meant = in_use.bands_file->scheme();
    if (!meant.empty() && !in_use.scheme->is_called(meant)) {
        diagnostics.error({.id = "JE-U15",
                           .at = in_use.bands_file->at(),
                           .message = fmt::format("these bands are for scheme '{}', but the jobs are scored under '{}'", meant,
                                                  in_use.scheme->id().text()),
                           .expected = fmt::format("bands for '{}'", in_use.scheme->id().text()),
                           .fix = "give other --bands, or another --scheme"});
        return false;
    }
    if (in_use.scheme->has_points()) return true;
    diagnostics.error(without_floors(*in_use.scheme, in_use.bands_file->at()));
    return false;
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
    made->info = report::scheme_info(*read.scheme, read.file.name, read.sha256);
    tell_origin(made->info, read.file.path);
    made->changes = read.changes;
    made->odd_trees = read.odd_trees;
    if (read.local) report::put_under(made->info, *read.local, read.effective_sha256);
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

FoundFile Inputs::file_of_scheme(const std::string& name_or_file) const {
    if (is_scheme_file(name_or_file)) return {name_or_file, name_or_file};
    const auto path = find_scheme(source_, name_or_file, options_.scheme_folders);
    if (!path) throw Refusal{not_found(name_or_file, {}, true)};
    return {.path = *path, .name = name_or_file + ".yaml", .by_name = true};
}

std::shared_ptr<const SchemeInUse> Inputs::scheme(const std::string& name_or_file, base::Diagnostics& diagnostics) {
    return in_use(file_of_scheme(name_or_file), diagnostics);
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

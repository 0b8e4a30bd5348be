// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/bundle.hpp"

#include <fmt/format.h>
#include <stdlib.h>  // mkdtemp

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "commands/commands.hpp"
#include "endings.hpp"
#include "files_read.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

namespace fs = std::filesystem;

/// What was asked for that a report in the bundle is asked for too, as it was typed.
constexpr std::array<std::string_view, 10> kept_options{"job",      "title",         "as-of",     "language",  "extra-columns",
                                                        "encoding", "max-file-size", "max-depth", "max-nodes", "max-jobs"};

std::vector<Option> bundle_options() {
    return joined({{{"job", "ID"}, {"title", "TEXT"}, {"holidays", "FILE"}},
                   scheme_options(),
                   {{"extra-columns", "NAMES", true}, {"max-jobs", "N"}, {"language", "CODE"}},
                   record_options(),
                   file_options()});
}

struct BundleAsked {
    CommonOptions common;
    study::BundleOptions what{};
    std::vector<std::string> files{};
};

[[noreturn]] void refuse_taken(const std::string& output) {
    refuse("JE-M20", fmt::format("'{}' is there already", output), "a folder that does not exist yet, or is empty",
           "give another --output, or move what is there");
}

[[noreturn]] void refuse_file(const std::string& output) {
    const std::string stem = fs::path{output}.replace_extension().string();
    refuse("JE-M25", fmt::format("--output '{}' ends as a file does, and a bundle is a folder or a ZIP archive", output),
           "a new folder, or a name that ends in .zip",
           fmt::format("write --output {0}.zip, or for a folder --output {0}", stem));
}

[[noreturn]] void fail_to_write(const std::string& output, int error) {
    throw base::OutsideError{
        {.id = "JE-X10",
         .message = fmt::format("the result cannot be written to '{}': {}", output, std::generic_category().message(error)),
         .expected = "a folder that exists, may be written to and has room",
         .fix = "give an --output in such a folder"}};
}

/// A folder that is filled beside its place and then put there; gone when that does not come about.
class NewFolder {
public:
    explicit NewFolder(fs::path place) : place_{std::move(place)} {
        std::string made = place_.string() + ".XXXXXX";
        if (::mkdtemp(made.data()) == nullptr) fail_to_write(place_.string(), errno);
        made_ = made;
        std::error_code ignored;
        fs::permissions(made_,
                        fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read |
                            fs::perms::others_exec,
                        ignored);
    }
    ~NewFolder() {
        std::error_code ignored;
        if (!made_.empty()) fs::remove_all(made_, ignored);
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    void write(const std::string& name, const std::string& bytes) const {
        const fs::path file = made_ / name;
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        if (error) fail_to_write(place_.string(), error.value());
        write_whole(file.string(), bytes);
    }
    void finish() {
        std::error_code error;
        fs::rename(made_, place_, error);
        if (error) fail_to_write(place_.string(), error.value());
        made_.clear();
    }

private:
    fs::path place_;
    fs::path made_;
};

void write_bundle(const study::BundleFiles& files, const CommonOptions& common) {
    if (is_archive_name(*common.output)) {
        Output output{common, std::nullopt};
        output.write(study::zipped(files));
        output.finish();
        return;
    }
    fs::path place{*common.output};
    if (!place.has_filename()) place = place.parent_path();  // "papers/"
    NewFolder folder{place};
    for (const auto& [name, bytes] : files) folder.write(name, bytes);
    folder.finish();
}

ExitStatus run_bundle(const BundleAsked& asked) {
    const std::string& output = *asked.common.output;
    protect_inputs(asked.common, asked.files);
    std::error_code ignored;
    const bool archive = is_archive_name(output);
    if (!archive && fs::exists(output) && !(fs::is_directory(output) && fs::is_empty(output, ignored))) refuse_taken(output);
    Console console{asked.common};
    const auto outcome = study::make_bundle(files(), asked.files, asked.common, asked.what);
    tell(outcome, console);
    if (outcome.result) write_bundle(*outcome.result, asked.common);
    return console.finish();
}

Work read_bundle(const GivenOptions& given) {
    BundleAsked asked{.common = read_common(given, no_result)};
    asked.files = needed_arguments(given, "bundle", "jobs, or records of panels or appeals");
    if (!asked.common.output)
        refuse("JE-M19", "je bundle needs a place for the bundle", "--output with a new folder, or a name that ends in .zip",
               "write for example --output papers.zip");
    if (!is_archive_name(*asked.common.output) && ends_as_file(*asked.common.output)) refuse_file(*asked.common.output);
    asked.what.report = {
        .title = given.value("title").value_or(""), .job = given.value("job"), .holidays = given.value("holidays")};
    for (const std::string_view option : kept_options)
        for (const std::string& value : given.values(option)) asked.what.words.push_back(fmt::format("--{}={}", option, value));
    if (asked.common.accept_base) asked.what.words.emplace_back("--accept-base");
    return [asked] { return run_bundle(asked); };
}

}  // namespace

const Command bundle_command{"bundle", Aim::keeping, bundle_options, read_bundle};

}  // namespace je::tool

// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/scheme.hpp"

namespace je::model {

std::string_view to_text(Status status) {
    switch (status) {
        case Status::published:
            return "published";
        case Status::local:
            return "local";
        case Status::unverified:
            return "unverified";
        case Status::illustrative:
            return "illustrative";
    }
    return {};
}

std::optional<Status> parse_status(std::string_view text) {
    for (const auto status : {Status::published, Status::local, Status::unverified, Status::illustrative}) {
        if (text == to_text(status)) return status;
    }
    return std::nullopt;
}

std::string_view caution(Status status) {
    switch (status) {
        case Status::illustrative:
            return "Illustrative figures: made up to show how it works, not those of any real scheme.";
        case Status::unverified:
            return "Unverified figures: not checked against the owner's own document.";
        case Status::published:
        case Status::local:
            return {};
    }
    return {};
}

std::optional<LevelIndex> Factor::find_level(std::string_view level) const {
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i].id == level) return LevelIndex{i};
    }
    return std::nullopt;
}

std::optional<FactorIndex> Scheme::find_factor(std::string_view id) const {
    for (std::size_t i = 0; i < factors_.size(); ++i) {
        if (factors_[i].id == id) return FactorIndex{i};
    }
    return std::nullopt;
}

std::optional<FactIndex> Scheme::find_fact(std::string_view id) const {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        if (facts_[i].id == id) return FactIndex{i};
    }
    return std::nullopt;
}

const std::string& Scheme::id_of(const ScoredUnit& unit) const {
    if (const auto* factor = std::get_if<FactorIndex>(&unit)) return (*this)[*factor].id.text();
    return (*this)[std::get<MatrixIndex>(unit)].id.text();
}

const std::string& Scheme::name_of(const ScoredUnit& unit) const {
    if (const auto* factor = std::get_if<FactorIndex>(&unit)) return (*this)[*factor].name;
    return (*this)[std::get<MatrixIndex>(unit)].name;
}

}  // namespace je::model

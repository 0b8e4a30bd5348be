// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "je/report/document.hpp"
#include "report/sections.hpp"

namespace je::report {

/// A document that is put together from others. Cautions, notes and facts that several of them have stand in it once.
class Page {
public:
    Section& begin(std::string_view id, int level, Text title) { return document_.begin(id, level, std::move(title)); }
    void add(Block block);
    /// The page has these facts in a place of their own: the parts leave them out.
    void has(Facts facts) { facts_.push_back(std::move(facts)); }
    [[nodiscard]] Document take() && { return std::move(document_); }

private:
    Document document_;
    std::vector<Text> said_;
    std::vector<Facts> facts_;
};

/// Another document, of which sections are put into a page: titles stand one level lower, and all ids have a prefix. What leads
/// to a part that is left out leads nowhere.
///
///     const Embedded why{explain_document(result), "why", {"job", "origin"}};
///     page.begin("why", 2, "Why 440 points");
///     why.put(page, "sum");
class Embedded {
public:
    /// `without` names sections, each with all below it, tables and figures. `fold`: what stands under each single factor is
    /// folded.
    enum class Factors { open, fold };
    Embedded(Document document, std::string prefix, const Ids& without, Factors factors = Factors::open);

    /// The section and all below it.
    void put(Page& page, std::string_view id) const;
    /// All that stands below a section, without it.
    void put_below(Page& page, std::string_view id) const;
    /// What stands in a section, without its title.
    void put_blocks(Page& page, std::string_view id) const;
    /// The same, under a link's target.
    [[nodiscard]] std::string id_of(std::string_view id) const { return prefix_ + "-" + std::string{id}; }
    /// The section, as the page has it; null when it is left out.
    [[nodiscard]] const Section* find(std::string_view id) const;
    [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }
    /// The first figure of a kind; null when there is none.
    [[nodiscard]] const Figure* figure(Figure::Kind kind) const;

private:
    [[nodiscard]] std::vector<Section>::const_iterator place_of(std::string_view id) const;
    static void put(Page& page, const Section& section);

    std::string prefix_;
    std::vector<Section> sections_;
};

}  // namespace je::report

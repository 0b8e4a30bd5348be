// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "je/report/common.hpp"
#include "report/explain/explain_document.hpp"
#include "report/panel/panel_words.hpp"
#include "report/sensitivity/sensitivity_words.hpp"
#include "report/sensitivity/views.hpp"

namespace je::report {

namespace {

constexpr std::size_t weightings_in_a_table = 3;

/// Weightings side by side, so many in a table that it fits a page.
class WeightingPages {
public:
    WeightingPages(Document& document, std::span<const WeightingView> views, std::size_t longest)
        : document_{document}, views_{views}, longest_{longest} {}

    void add() {
        document_.begin("weightings", 2, "Other weightings");
        document_.add(Caution{weighting_caution});
        document_.add(Paragraph{
            "A factor's weight is its share of the largest total. Points are multiplied by the new weight over the old one, "
            "exactly: totals are shown to four digits, and bands are decided on the exact fractions. A total equal to a floor "
            "is "
            "in the band that begins there. Bands here are by points."});
        add_overview();
        add_reasons();
        for (std::size_t first = 0; first < views_.size(); first += weightings_in_a_table)
            add_weights(views_.subspan(first, std::min(weightings_in_a_table, views_.size() - first)));
        for (std::size_t first = 0; first < views_.size(); first += weightings_in_a_table)
            add_jobs(views_.subspan(first, std::min(weightings_in_a_table, views_.size() - first)));
        say_rest();
        for (const WeightingView& view : views_.subspan(1)) add_movers(view);
    }

private:
    void add_overview() {
        Table table{.caption = "The weightings, and how many jobs change band",
                    .columns = {{"weighting", "Weighting", Role::id},
                                {"moved", "Weight moved", Role::share},
                                {"largest_relative", "Largest change", Role::share},
                                {"floors", "Floors"},
                                {"largest_total", "Largest total", Role::points},
                                {"up", "Up", Role::count},
                                {"down", "Down", Role::count},
                                {"same", "Same", Role::count}}};
        const bool without = std::any_of(views_.begin(), views_.end(), [](const WeightingView& view) {
            return view.moves.out_of_bands + view.moves.into_a_band + view.moves.in_no_band > 0;
        });
        if (without) table.columns.push_back({"without", "Out of bands, into one, in none"});
        for (const WeightingView& view : views_) {
            const WeightingHead& head = view.head;
            std::vector<Cell> row{head.id,
                                  Share{head.moved_share},
                                  Share{head.largest_relative_share},
                                  floors_in_words(head),
                                  head.largest_total,
                                  count_cell(view.moves.up),
                                  count_cell(view.moves.down),
                                  count_cell(view.moves.same)};
            if (without)
                row.emplace_back(say("{}, {}, {}", view.moves.out_of_bands, view.moves.into_a_band, view.moves.in_no_band));
            table.rows.push_back(std::move(row));
        }
        document_.add(std::move(table));
        document_.add(Paragraph{
            "Weight moved: how much of all weight goes from some factors to others. Largest change: how far one weight "
            "moves, as a share of its own size."});
    }

    [[nodiscard]] static Text floors_in_words(const WeightingHead& head) {
        if (head.floors == "kept") return "kept";
        if (head.floors == "equal-width") return "made anew: equal width";
        if (head.floors == "equal-numbers") return "made anew: equal numbers";
        if (head.floors == "widest-gaps") return "made anew: widest gaps";
        return "made anew: anchors";
    }

    void add_reasons() {
        Bullets bullets;
        for (const WeightingView& view : views_.subspan(1)) {
            Text text = say("{}: {}", view.head.id, without_stop(view.head.reason));
            if (view.head.rounded_to)
                text += say(". Points of each level are rounded to {} ({}), as a new table would print them",
                            *view.head.rounded_to, view.head.rounding_mode);
            if (!view.new_floors.empty()) {
                std::vector<Text> floors;
                for (const NewFloorView& floor : view.new_floors)
                    floors.push_back(say("{} from {}", band_in_words(floor.band), floor.floor));
                text += say(". Floors made anew: {}", listed(floors));
            }
            bullets.items.push_back(text + ".");
        }
        document_.add(std::move(bullets));
    }

    void add_weights(std::span<const WeightingView> some) {
        Table table{.caption = "Weights", .columns = {{"factor", "Factor", Role::name}}};
        for (const WeightingView& view : some) table.columns.push_back({view.head.id, view.head.id, Role::share});
        for (std::size_t u = 0; u < views_.front().head.weights.size(); ++u) {
            const UnitWeightView& unit = views_.front().head.weights[u];
            std::vector<Cell> row{Name{unit.name, unit.short_name}};
            for (const WeightingView& view : some) row.emplace_back(Share{view.head.weights[u].share});
            table.rows.push_back(std::move(row));
        }
        document_.add(std::move(table));
    }

    void add_jobs(std::span<const WeightingView> some) {
        Table table{.caption = "Totals, bands and ranks", .columns = {{"job", "Job", Role::id}}};
        for (const WeightingView& view : some) {
            const std::string& id = view.head.id;
            table.columns.push_back({id + ".total", say("{}: total", id), Role::points});
            table.columns.push_back({id + ".band",
                                     view.head.floors == "kept" ? Text{"Band (floors kept)"} : Text{"Band (new floors)"},
                                     Role::band});
            table.columns.push_back({id + ".rank", "Rank", Role::count});
        }
        const auto& jobs = views_.front().jobs;
        for (std::size_t j = 0; j < std::min(jobs.size(), longest_); ++j) {
            std::vector<Cell> row{jobs[j].id};
            for (const WeightingView& view : some) {
                row.emplace_back(view.jobs[j].total);
                row.emplace_back(Band{view.jobs[j].band});
                row.push_back(count_cell(view.jobs[j].rank));
            }
            table.rows.push_back(std::move(row));
        }
        document_.add(std::move(table));
    }

    void say_rest() {
        const std::size_t all = views_.front().jobs.size();
        if (all > longest_)
            document_.add(
                Paragraph{say("{} are shown, those with the highest totals under the scheme's own weights; the CSV and "
                              "JSON results have all.",
                              counted(longest_, "job", "jobs"))});
    }

    void add_movers(const WeightingView& view) {
        Table table{.caption = say("{}: jobs that change band", view.head.id),
                    .columns = {{"job", "Job", Role::id},
                                {"from", "From", Role::level},
                                {"to", "To", Role::level},
                                {"total", "Total", Role::points},
                                {"rank_change", "Places in rank", Role::number}}};
        const auto& before = views_.front().jobs;
        std::size_t movers = 0;
        for (std::size_t j = 0; j < view.jobs.size(); ++j) {
            const WeighedJobView& job = view.jobs[j];
            const bool stays = job.direction == model::BandMove::same || job.direction == model::BandMove::in_no_band;
            if (stays || ++movers > longest_) continue;
            table.rows.push_back({job.id, band_in_words(before[j].band), band_in_words(job.band), job.total,
                                  say("{}", places(job.rank_change))});
        }
        if (table.rows.empty()) return document_.add(Paragraph{say("{}: no job changes band.", view.head.id)});
        document_.add(std::move(table));
        if (movers > longest_)
            document_.add(Paragraph{say("The other {} are in the CSV and JSON results.", movers - longest_)});
    }

    [[nodiscard]] static std::string places(std::int64_t change) { return (change > 0 ? "+" : "") + std::to_string(change); }

    Document& document_;
    std::span<const WeightingView> views_;
    std::size_t longest_;
};

}  // namespace

void add_weighting_blocks(Document& document, std::span<const WeightingView> views, std::size_t longest) {
    WeightingPages{document, views, longest}.add();
}

}  // namespace je::report

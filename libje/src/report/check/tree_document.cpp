// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "je/report/shown_tree.hpp"

namespace je::report {

namespace {

constexpr std::size_t most_drawn = 300;  // questions of a picture
constexpr std::size_t most_paths_of_table = 5'000;
constexpr std::size_t most_cells_of_table = 400'000;

Text where_to(const FormOption& option) {
    if (option.next) return say("question {}", *option.next);
    return say("level {}", Level{option.level});
}

std::string step_words(const PathStep& step) { return step.question->id + ": " + step.option->text; }

/// In words, with the id that files have, and what is counted.
Text asked(const FormQuestion& question) {
    const Text ask = question.ask == question.id ? Text{question.ask} : say("{} ({})", question.ask, question.id);
    if (question.choices.empty()) return ask;
    return say("{} Count those that apply: {}.", ask, listed(question.choices, "; "));
}

/// The form: a row for each answer, the question in the first of its rows.
Table form_table(const ShownTree& tree) {
    Table table{.id = "form-" + tree.factor,
                .columns = {{"question", "No."},
                            {"ask", "Question"},
                            {"answer", "Answer"},
                            {"go_to", "Go to"},
                            {"answered", "Tick", Role::to_write}}};
    for (const FormQuestion& question : *tree.questions) {
        bool is_first = true;
        for (const FormOption& option : question.options) {
            table.rows.push_back({question.number, is_first ? asked(question) : Text{}, option.text, where_to(option), Cell{}});
            is_first = false;
        }
    }
    return table;
}

void add_form(Document& document, const ShownTree& tree) {
    const std::string id = "form-" + tree.factor;
    if (tree.questions->size() <= most_drawn) {
        Figure figure{"tree-" + tree.factor,
                      Figure::Kind::tree,
                      say("{}: {} and the levels that answers give; the table of the form says the same in words.", tree.name,
                          counted(tree.questions->size(), "question", "questions")),
                      {},
                      id};
        for (std::size_t i = 0; i < tree.levels.size(); ++i)
            figure.marks.push_back({tree.levels[i], Content{static_cast<std::int64_t>(i + 1)}});
        document.add(std::move(figure));
    } else {
        document.add(Paragraph{say("The tree has more questions than a picture can show; the form below has them all.")});
    }
    document.begin(id, 2, say("The form: questions, answers and where to go"));
    document.add(
        Paragraph{say("Begin with question 1. Tick the answer that fits the job, and go where it says, until it says a "
                      "level. Leave out questions that no answer leads to.")});
    document.add(form_table(tree));
}

Table path_table(const ShownTree& tree, std::size_t most) {
    Table table{.id = "paths-" + tree.factor, .columns = {{"path", "Path"}}};
    for (std::size_t i = 1; i <= tree.longest; ++i) table.columns.push_back({"step_" + std::to_string(i), say("Answer {}", i)});
    table.columns.push_back({"level", "Level", Role::level});
    table.columns.push_back({"signed", "Agreed, or what is to be said", Role::to_write});
    for (std::size_t p = 0; p < std::min(most, tree.paths.size()); ++p) {
        const ListedPath& path = tree.paths[p];
        std::vector<Cell> row{p + 1};
        for (const PathStep& step : path.steps) row.emplace_back(step_words(step));
        row.resize(tree.longest + 1);
        row.emplace_back(Level{path.level});
        row.emplace_back();
        table.rows.push_back(std::move(row));
    }
    return table;
}

void add_paths(Document& document, const ShownTree& tree) {
    document.begin("paths-" + tree.factor, 2, say("Every path, with its level"));
    if (!tree.are_listed) {
        document.add(Paragraph{say("There are too many paths to list; --max-paths says how many may be.")});
        return;
    }
    const std::size_t most = std::min(most_paths_of_table, std::max<std::size_t>(1, most_cells_of_table / (tree.longest + 3)));
    if (tree.paths.size() > most)
        document.add(
            Note{say("The table has the first {} of {} paths. --format csv or json has all.", most, tree.paths.size())});
    document.add(path_table(tree, most));
}

/// The place of a question on a path that asks it.
std::size_t place_on(const ListedPath& path, std::string_view question) {
    const auto found =
        std::find_if(path.steps.begin(), path.steps.end(), [&](const PathStep& step) { return step.question->id == question; });
    return static_cast<std::size_t>(found - path.steps.begin());
}

/// Steps by ids, as files have them.
Text steps_between(const ListedPath& path, std::size_t from, std::size_t to) {
    std::vector<std::string> steps;
    for (std::size_t i = from; i < to; ++i) steps.push_back(path.steps[i].question->id + ": " + path.steps[i].option->id);
    return listed(steps, "; ");
}

/// The answer, and what is answered after it.
Text answer_and_after(const ListedPath& path, std::size_t place) {
    const std::string& answer = path.steps[place].option->text;
    if (place + 1 == path.steps.size()) return answer;
    return say("{}; then {}", answer, steps_between(path, place + 1, path.steps.size()));
}

/// Paths of a pair are the same up to its question.
Table pair_table(const ShownTree& tree) {
    Table table{.columns = {{"question", "Question"},
                            {"before", "Answered before, on both"},
                            {"first_answer", "One answer"},
                            {"first_level", "Its level", Role::level},
                            {"second_answer", "Another answer"},
                            {"second_level", "Its level", Role::level}}};
    for (const ListedPair& pair : tree.pairs) {
        const std::size_t place = place_on(pair.first, pair.question);
        table.rows.push_back({pair.question, steps_between(pair.first, 0, place), answer_and_after(pair.first, place),
                              Level{pair.first.level}, answer_and_after(pair.second, place), Level{pair.second.level}});
    }
    return table;
}

void add_list(Document& document, const std::vector<std::string>& questions, Text sentence) {
    if (questions.empty()) return;
    document.add(Paragraph{std::move(sentence)});
    document.add(Bullets{{questions.begin(), questions.end()}});
}

void add_pairs(Document& document, const ShownTree& tree) {
    document.begin("pairs-" + tree.factor, 2, say("Where one answer changes the level"));
    if (!tree.pairs.empty()) {
        document.add(
            Paragraph{say("Two paths for each question that differ in the answer to it alone: all else can be answered "
                          "the same on both. je new test --paths writes them as worked examples.")});
        document.add(pair_table(tree));
    }
    add_list(document, tree.no_pair,
             say("No two paths differ in the answer to one of these questions alone and in the level (no-pair), since other "
                 "questions follow, or all its answers come to one level:"));
    add_list(document, tree.not_searched,
             say("Whether there is such a pair for these questions would take too long to find out:"));
}

Text extent_of(const ShownTree& tree) {
    const Text questions = counted(tree.questions->size(), "question", "questions");
    const Text longest = counted(tree.longest, "question", "questions");
    if (!tree.count) return say("{}, and more paths than can be counted; the longest asks {}.", questions, longest);
    return say("{} and {}; the longest asks {}.", questions, counted(*tree.count, "path", "paths"), longest);
}

}  // namespace

void add_tree(Document& document, const ShownTree& tree) {
    document.begin("questions-" + tree.factor, 1,
                   tree.name == tree.factor ? Text{tree.name} : say("{} ({})", tree.name, tree.factor));
    document.add(Paragraph{extent_of(tree)});
    add_form(document, tree);
    add_paths(document, tree);
    add_pairs(document, tree);
}

namespace {

std::vector<Column> columns_of_path() {
    return {{"scheme", "Scheme", Role::id},
            {"factor", "Factor", Role::id},
            {"path", "Path", Role::count},
            {"level", "Level", Role::level}};
}

std::vector<Cell> cells_of_path(const ShownTree& tree, std::size_t path) {
    return {tree.scheme, tree.factor, path + 1, Level{tree.paths[path].level}};
}

}  // namespace

std::vector<Column> path_columns(std::span<const ShownTree> trees) {
    auto columns = columns_of_path();
    std::size_t longest = 0;
    for (const ShownTree& tree : trees) longest = std::max(longest, tree.are_listed ? tree.longest : 0);
    for (std::size_t i = 1; i <= longest; ++i) columns.push_back({"step_" + std::to_string(i), say("Answer {}", i)});
    return columns;
}

std::vector<Column> path_step_columns() {
    auto columns = columns_of_path();
    for (Column& column : std::vector<Column>{{"step", "Step", Role::count},
                                              {"question", "Question", Role::id},
                                              {"option", "Option", Role::id},
                                              {"ask", "Question"},
                                              {"answer", "Answer"}})
        columns.push_back(std::move(column));
    return columns;
}

void each_path_row(std::span<const ShownTree> trees, const TakeRow& take) {
    const std::size_t width = path_columns(trees).size();
    for (const ShownTree& tree : trees) {
        for (std::size_t p = 0; p < tree.paths.size(); ++p) {
            auto row = cells_of_path(tree, p);
            for (const PathStep& step : tree.paths[p].steps) row.emplace_back(step.question->id + ": " + step.option->id);
            row.resize(width);
            take(row);
        }
    }
}

void each_path_step_row(std::span<const ShownTree> trees, const TakeRow& take) {
    for (const ShownTree& tree : trees) {
        for (std::size_t p = 0; p < tree.paths.size(); ++p) {
            std::size_t number = 0;
            for (const PathStep& step : tree.paths[p].steps) {
                auto row = cells_of_path(tree, p);
                for (Cell& cell :
                     std::vector<Cell>{++number, step.question->id, step.option->id, step.question->ask, step.option->text})
                    row.push_back(std::move(cell));
                take(row);
            }
        }
    }
}

}  // namespace je::report

// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "je/report/appeal_result.hpp"
#include "je/report/batch_result.hpp"
#include "je/report/check_result.hpp"
#include "je/report/compare_result.hpp"
#include "je/report/diff_result.hpp"
#include "je/report/explain_result.hpp"
#include "je/report/panel_result.hpp"
#include "je/report/report_result.hpp"
#include "je/report/score_result.hpp"
#include "je/report/sensitivity_result.hpp"
#include "je/report/test_result.hpp"
#include "je/report/verify_result.hpp"

namespace je::report {

std::span<const ResultKind> result_kinds() {
    static const std::array kinds{
        ResultKind{"je-score/1", "points and bands of jobs, by `je score`", description<ScoreResult>},
        ResultKind{"je-explain/1", "how one job came to its points and band, by `je explain`", description<ExplainResult>},
        ResultKind{"je-compare/1", "jobs side by side, by `je compare`", description<CompareResult>},
        ResultKind{"je-diff/1", "two versions of a questionnaire, by `je diff`", description<DiffResult>},
        ResultKind{"je-sensitivity/1", "how firm bands are, by `je sensitivity` and `je merge`",
                   description<SensitivityResult>},
        ResultKind{"je-sensitivity-shard/1", "one part of a sampled run, by `je sensitivity --shard`",
                   description<SensitivityShard>},
        ResultKind{"je-panel-result/1", "the record of one panel, by `je panel`", made_once<one_panel_result>},
        ResultKind{"je-panels-result/1", "the records of several panels, by `je panel`", description<PanelsResult>},
        ResultKind{"je-appeal-result/1", "one appeal, by `je appeal`", made_once<one_appeal_result>},
        ResultKind{"je-appeals-result/1", "several appeals, by `je appeal`", description<AppealsResult>},
        ResultKind{"je-report/1", "results that are read together, by `je report`", description<ReportResult>},
        ResultKind{"je-check/1", "what is wrong with files, and what is proved of them, by `je check`",
                   description<CheckResult>, false},
        ResultKind{"je-test-result/1", "worked examples, by `je test`", description<TestResult>, false},
        ResultKind{"je-verify/1", "whether results and logs hold, by `je verify`", description<VerifyResult>, false},
        ResultKind{"je-batch/1", "a run of many commands, by `je batch`", description<BatchResult>, false}};
    return kinds;
}

}  // namespace je::report

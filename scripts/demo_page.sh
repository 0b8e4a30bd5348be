# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# The page of the probation example: a job, two beside it, its panel and its appeal. `demo_page FILE` writes it with "$je".
demo_page() {
    "$je" report --quiet examples/probation/vlo.yaml examples/probation/pso.yaml examples/probation/po.yaml \
        examples/probation/history/panel-2016-08.yaml examples/probation/history/appeal-2023.yaml \
        --holidays examples/probation/holidays-england-and-wales.yaml --output "$1"
}

// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything that je does, and what writes its results: include this one header, or those of it that a program needs.

#include "je/render/diagnostics.hpp"
#include "je/render/format.hpp"
#include "je/render/json.hpp"
#include "je/study/appeals.hpp"
#include "je/study/batch.hpp"
#include "je/study/bundle.hpp"
#include "je/study/check.hpp"
#include "je/study/compare.hpp"
#include "je/study/diff.hpp"
#include "je/study/explain.hpp"
#include "je/study/new_files.hpp"
#include "je/study/panels.hpp"
#include "je/study/report.hpp"
#include "je/study/score.hpp"
#include "je/study/seal.hpp"
#include "je/study/sensitivity.hpp"
#include "je/study/shared_inputs.hpp"
#include "je/study/verify.hpp"
#include "je/study/worked_examples.hpp"
#include "je/version.hpp"

// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/ids.hpp"

bool more(je::model::Points a, je::model::Points b) { return a > b; }
#ifdef JE_MUST_NOT_COMPILE
bool mixed(je::model::Points a, je::model::Weight b) { return a > b; }
#endif

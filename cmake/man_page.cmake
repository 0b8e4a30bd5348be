# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Writes the man page NAME.1 from PAGE, the text that --help prints.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${CMARK} --to man ${PAGE} OUTPUT_VARIABLE body COMMAND_ERROR_IS_FATAL ANY)
string(TOUPPER ${NAME} title)
file(WRITE ${OUT} ".TH \"${title}\" \"1\" \"\" \"je ${VERSION}\" \"Job evaluation and banding\"\n${body}")

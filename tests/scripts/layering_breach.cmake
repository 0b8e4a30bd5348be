# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# The layering check finds each kind of breach, and passes a tree without one.
function(expect_breach name path line)
  file(REMOVE_RECURSE ${WORK})
  file(WRITE ${WORK}/libje/${path} "${line}\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${ROOT}/cmake/check_layering.cmake
    RESULT_VARIABLE status ERROR_VARIABLE shown OUTPUT_QUIET)
  if(status EQUAL 0 OR NOT shown MATCHES "${path}")
    message(FATAL_ERROR "${name}: the breach was not found:\n${shown}")
  endif()
endfunction()

expect_breach("io in scoring" src/scoring/x.cpp "#include \"je/io/file.hpp\"")
expect_breach("scoring in io" src/io/x.cpp "#include \"je/scoring/score.hpp\"")
expect_breach("private header of another module" src/scoring/x.cpp "#include \"io/yaml_node.hpp\"")
expect_breach("report in scoring" include/je/scoring/x.hpp "#include \"je/report/document.hpp\"")
expect_breach("iostream" src/base/x.cpp "#include <iostream>")
expect_breach("third party in a public header" include/je/io/x.hpp "#include <yaml-cpp/yaml.h>")
expect_breach("yaml-cpp outside io" src/report/x.cpp "#include <yaml-cpp/yaml.h>")
expect_breach("eigen outside numerics" src/scoring/x.cpp "#include <Eigen/QR>")
expect_breach("eigen in a public header" include/je/numerics/x.hpp "#include <Eigen/QR>")
expect_breach("model in numerics" src/numerics/x.cpp "#include \"je/model/job.hpp\"")
expect_breach("system header outside io" src/report/x.cpp "#include <unistd.h>")
expect_breach("unknown module" src/misc/x.cpp "#include <string>")

file(REMOVE_RECURSE ${WORK})
file(WRITE ${WORK}/libje/src/io/x.cpp "#include <yaml-cpp/yaml.h>\n#include <string>\n#include \"je/model/job.hpp\"\n")
execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${ROOT}/cmake/check_layering.cmake RESULT_VARIABLE status ERROR_VARIABLE shown)
if(status)
  message(FATAL_ERROR "a tree without a breach was refused:\n${shown}")
endif()
file(REMOVE_RECURSE ${WORK})

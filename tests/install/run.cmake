# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Installs into a folder of its own, then builds and runs a consumer against it, once through find_package and once
# through pkg-config, and runs the installed je.
cmake_minimum_required(VERSION 3.25)

function(run what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(status)
    message(FATAL_ERROR "${what}: status ${status}\n${out}\n${err}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()
function(expect what pattern)
  if(NOT out MATCHES "${pattern}")
    message(FATAL_ERROR "${what}: expected '${pattern}', got:\n${out}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)
# What builds the program alone, as demo.sh does, builds all that is installed.
file(REMOVE ${BUILD}/share/man/man1/je.1)
run("build je alone" ${CMAKE_COMMAND} --build ${BUILD} --target je_tool)
run("install" ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
set(scheme ${prefix}/share/je/schemes/nhs-afc.yaml)

run("configure the find_package consumer" ${CMAKE_COMMAND} -S ${SOURCE}/consumer -B ${WORK}/consumer -G ${GENERATOR}
  -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_PREFIX_PATH=${prefix})
run("build the find_package consumer" ${CMAKE_COMMAND} --build ${WORK}/consumer)
run("run the find_package consumer" ${WORK}/consumer/consumer ${scheme})
expect("find_package consumer" "^nhs-afc 1000\n$")

# The program of docs/library.md, with its CMakeLists.txt: what stands there is what is built and run.
function(take_from_page kind name)
  file(READ ${DOCS}/library.md page)
  string(FIND "${page}" "```${kind}\n" begin)
  string(LENGTH "```${kind}\n" length)
  math(EXPR begin "${begin} + ${length}")
  string(SUBSTRING "${page}" ${begin} -1 rest)
  string(FIND "${rest}" "```" end)
  string(SUBSTRING "${rest}" 0 ${end} text)
  file(WRITE ${WORK}/example/${name} "${text}")
endfunction()
take_from_page(cmake CMakeLists.txt)
take_from_page(cpp example.cpp)
run("configure the program of docs/library.md" ${CMAKE_COMMAND} -S ${WORK}/example -B ${WORK}/example/build -G ${GENERATOR}
  -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_PREFIX_PATH=${prefix})
run("build the program of docs/library.md" ${CMAKE_COMMAND} --build ${WORK}/example/build)
run("run the program of docs/library.md" ${WORK}/example/build/example nnc-probation ${DOCS}/../examples/probation/vlo.yaml)
expect("the program of docs/library.md" "^Victim Liaison Officer: 440 points\n\n")
function(fails scheme_name file expected)
  execute_process(COMMAND ${WORK}/example/build/example ${scheme_name} ${DOCS}/../examples/probation/${file}
    RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
  if(NOT status EQUAL expected OR said STREQUAL "")
    message(FATAL_ERROR "the program of docs/library.md with ${scheme_name} and ${file}: status ${status}, '${said}'")
  endif()
endfunction()
fails(no-such-scheme vlo.yaml 3)
fails(nnc-probation history/panel-2016-02.yaml 1)

set(ENV{PKG_CONFIG_PATH} ${prefix}/${LIBDIR}/pkgconfig)
run("pkg-config" pkg-config --define-variable=prefix=${prefix} --static --cflags --libs je)
separate_arguments(flags UNIX_COMMAND "${out}")
run("build the pkg-config consumer" ${CXX} ${SOURCE}/consumer/consumer.cpp -o ${WORK}/consumer_pc ${flags})
run("run the pkg-config consumer" ${WORK}/consumer_pc ${scheme})
expect("pkg-config consumer" "^nhs-afc 1000\n$")

run("the installed je finds its schemes" ${CMAKE_COMMAND} -E env --unset=JE_SCHEME_PATH ${prefix}/bin/je new job --scheme nhs-afc)
expect("je new job" "format: je-job/1")
run("version" ${prefix}/bin/je --version)
expect("je --version" "^je [0-9]+\\.[0-9]+\\.[0-9]+\n$")
foreach(page je je-score je-explain je-check je-compare je-test je-new)
  if(NOT EXISTS ${prefix}/share/man/man1/${page}.1)
    message(FATAL_ERROR "no man page ${page}.1 was installed")
  endif()
endforeach()
file(REMOVE_RECURSE ${WORK})

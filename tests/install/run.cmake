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
run("install" ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
set(scheme ${prefix}/share/je/schemes/nhs-afc.yaml)

run("configure the find_package consumer" ${CMAKE_COMMAND} -S ${SOURCE}/consumer -B ${WORK}/consumer -G ${GENERATOR}
  -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_PREFIX_PATH=${prefix})
run("build the find_package consumer" ${CMAKE_COMMAND} --build ${WORK}/consumer)
run("run the find_package consumer" ${WORK}/consumer/consumer ${scheme})
expect("find_package consumer" "^nhs-afc 1000\n$")

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

# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
include(CMakePackageConfigHelpers)

install(TARGETS je EXPORT je-targets FILE_SET HEADERS)
install(TARGETS je_tool)
install(EXPORT je-targets NAMESPACE je:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/je)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/schemes/ DESTINATION ${CMAKE_INSTALL_DATADIR}/je/schemes)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/schemas/files DESTINATION ${CMAKE_INSTALL_DATADIR}/je/docs/schemas)

set(JE_SCHEMES ${CMAKE_INSTALL_DATADIR}/je/schemes)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/je-config.cmake.in ${PROJECT_BINARY_DIR}/je-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/je PATH_VARS JE_SCHEMES)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/je-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/je-config.cmake ${PROJECT_BINARY_DIR}/je-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/je)

# The .pc file finds the rest from where it lies itself, so an install can be moved, or made with another --prefix.
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}" OR IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
  message(FATAL_ERROR "CMAKE_INSTALL_LIBDIR and CMAKE_INSTALL_INCLUDEDIR must be relative to the prefix")
endif()
file(RELATIVE_PATH JE_PC_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${CMAKE_CURRENT_LIST_DIR}/je.pc.in ${PROJECT_BINARY_DIR}/je.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/je.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# Man pages come from the same pages as `je COMMAND --help`.
find_program(JE_CMARK cmark)
if(JE_CMARK)
  file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/je/commands/*.md)
  set(man_dir ${PROJECT_BINARY_DIR}/share/man/man1)
  set(man_pages "")
  foreach(page IN LISTS pages)
    get_filename_component(name ${page} NAME_WE)
    if(NOT name STREQUAL "je")
      set(name je-${name})
    endif()
    add_custom_command(OUTPUT ${man_dir}/${name}.1
      COMMAND ${CMAKE_COMMAND} -DCMARK=${JE_CMARK} -DPAGE=${page} -DNAME=${name} -DVERSION=${PROJECT_VERSION}
              -DOUT=${man_dir}/${name}.1 -P ${PROJECT_SOURCE_DIR}/cmake/man_page.cmake
      DEPENDS ${page} ${PROJECT_SOURCE_DIR}/cmake/man_page.cmake VERBATIM)
    list(APPEND man_pages ${man_dir}/${name}.1)
  endforeach()
  add_custom_target(je_man ALL DEPENDS ${man_pages})
  add_dependencies(je_tool je_man)  # so that what builds the program alone, as demo.sh does, can be installed
  install(FILES ${man_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
else()
  message(STATUS "cmark was not found: man pages will not be made")
endif()

# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
include(CMakePackageConfigHelpers)

install(TARGETS je EXPORT je-targets FILE_SET HEADERS)
install(TARGETS je_tool)
install(EXPORT je-targets NAMESPACE je:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/je)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/schemes/ DESTINATION ${CMAKE_INSTALL_DATADIR}/je/schemes)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/je-config.cmake.in ${PROJECT_BINARY_DIR}/je-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/je)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/je-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/je-config.cmake ${PROJECT_BINARY_DIR}/je-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/je)

configure_file(${CMAKE_CURRENT_LIST_DIR}/je.pc.in ${PROJECT_BINARY_DIR}/je.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/je.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

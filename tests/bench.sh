#!/usr/bin/env bash
# Builds Release and prints the table of measurements; arguments go to the benchmark program.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../src/install.sh"

require_dotnet
# shellcheck disable=SC2046
install_packages libicu72 postgresql chromium fonts-liberation fonts-noto-core $(front_end_packages)
copy_front_end
benchmarks=$repo/tests/TkpkPortal.Benchmarks
build "$benchmarks/obj/bench.stamp" "$benchmarks/TkpkPortal.Benchmarks.csproj" "$repo/src" "$benchmarks" "$repo/tests/TkpkPortal.TestSupport"

exec dotnet "$benchmarks/bin/Release/net10.0/TkpkPortal.Benchmarks.dll" "$@"

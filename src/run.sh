#!/usr/bin/env bash
# One command to a working portal: installs what is missing, builds, and serves on http://localhost:5080.
# With arguments it runs that verb instead: bash src/run.sh --help
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/install.sh"

require_dotnet
if [[ -n ${ConnectionStrings__Portal:-} ]]; then
    # shellcheck disable=SC2046
    install_packages libicu72 $(front_end_packages) -- chromium fonts-liberation fonts-noto-core
else
    # shellcheck disable=SC2046
    install_packages libicu72 postgresql $(front_end_packages) -- chromium fonts-liberation fonts-noto-core
fi
copy_front_end
mkdir -p "$repo"/src/TkpkPortal.{Core,Web}/{bin,obj}
build "$web/obj/run.stamp" "$web/TkpkPortal.Web.csproj" "$repo/src"

if [[ $# == 0 ]]; then set -- serve; fi
# exec: Ctrl-C and SIGTERM reach the portal itself, and its exit code is ours.
exec dotnet "$web/bin/Release/net10.0/TkpkPortal.Web.dll" "$@"

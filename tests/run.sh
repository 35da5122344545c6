#!/usr/bin/env bash
# Installs what is missing, builds once and runs every test; ends with "N passed, N failed".
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../src/install.sh"

require_dotnet
# shellcheck disable=SC2046
install_packages libicu72 postgresql chromium fonts-liberation fonts-noto-core poppler-utils libreoffice-calc-nogui $(front_end_packages)
copy_front_end
say "Membangun semuanya ..."
dotnet build "$repo/TkpkPortal.sln" -c Release -m:1 --nologo -v q -clp:NoSummary </dev/null || fail "Program tidak dapat dibangun; pesan galatnya ada di atas."

results=$repo/TestResults
rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0 skipped=0

# counter FILE NAME: one number of the TRX file's summary; 0 if the file was cut off before it (a full disk, a killed host).
counter() { sed -n "s/.*<Counters [^>]*\b$2=\"\([0-9]*\)\".*/\1/p" "$1" | grep . || echo 0; }

run_project() {
    local project=$1 name trx code=0 total good bad
    name=$(basename "$project" .csproj)
    trx=$results/$name.trx
    dotnet test "$project" -c Release -m:1 --no-build --nologo --results-directory "$results" \
        --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
        --blame-hang-timeout 15m --blame-hang-dump-type none </dev/null || code=$?
    total=0 good=0 bad=0
    if [[ -f $trx ]]; then
        total=$(counter "$trx" total) good=$(counter "$trx" passed)
        bad=$(($(counter "$trx" failed) + $(counter "$trx" error) + $(counter "$trx" timeout) + $(counter "$trx" aborted)))
    fi
    skipped=$((skipped + total - good - bad))
    # A test host that dies leaves no failed test behind, but it is no success either.
    if [[ $code != 0 && $bad == 0 ]]; then
        say "$name berhenti sebelum selesai (kode $code)."
        bad=1
    fi
    passed=$((passed + good)) failed=$((failed + bad))
}

while IFS= read -r project; do run_project "$project"; done < <(grep -l 'Microsoft.NET.Test.Sdk' "$repo"/tests/*/*.csproj)

[[ $((passed + failed)) != 0 ]] || say "Tidak ada pengujian yang berjalan."
echo "$passed passed, $failed failed$([[ $skipped == 0 ]] || echo ", $skipped skipped")"
[[ $failed == 0 && $passed != 0 ]]

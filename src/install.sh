# shellcheck shell=bash
# Sourced by src/run.sh, tests/run.sh and tests/bench.sh: puts in place what the portal needs from the machine.
# Everything that is there already is left alone, so that a later start costs no time.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
web=$repo/src/TkpkPortal.Web

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

require_dotnet() {
    # Not piped into grep -q: with pipefail an early match would count as a failure.
    if ! command -v dotnet >/dev/null || [[ ! $'\n'$(dotnet --list-sdks) =~ $'\n'10\. ]]; then
        fail "SDK .NET 10 tidak ditemukan; pasang dahulu (paket dotnet-sdk-10.0), lalu jalankan lagi."
    fi
}

have_font() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }
have_icu() { compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || compgen -G '/usr/lib/libicuuc.so.*' >/dev/null; }
have_postgres() {
    [[ -n ${TKPK_PG_BIN:-} ]] || command -v postgres >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null
}

# Names the Debian packages among "$@" whose content is not there.
missing_packages() {
    local package
    for package in "$@"; do
        case $package in
            postgresql) have_postgres ;;
            chromium) command -v chromium >/dev/null ;;
            nodejs) command -v node >/dev/null ;;
            npm) command -v npm >/dev/null ;;
            poppler-utils) command -v pdftotext >/dev/null && command -v pdfinfo >/dev/null ;;
            libicu72) have_icu ;;
            *) have_font "$package" ;;
        esac || printf '%s ' "$package"
    done
}

as_root() {
    if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@"; fi
}

# Debian's package would start a cluster of its own, on the port and with the memory that nobody asked for.
forbid_main_cluster() {
    as_root sh -c 'mkdir -p /etc/postgresql-common && cd /etc/postgresql-common && touch createcluster.conf &&
        sed -i "/^[#[:space:]]*create_main_cluster/d" createcluster.conf && echo "create_main_cluster = false" >> createcluster.conf'
}

apt_steps() {
    if [[ $* == *postgresql* ]]; then forbid_main_cluster || return; fi
    as_root apt-get update -q || return
    as_root env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 apt-get install -y -q --no-install-recommends \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

apt_install() {
    local log code=0
    log=$(mktemp)
    apt_steps "$@" </dev/null >"$log" 2>&1 || code=$?
    [[ $code == 0 ]] || tail -n 5 "$log" >&2
    rm -f "$log"
    return "$code"
}

# install_packages MUST-HAVE... [-- NICE-TO-HAVE...]
install_packages() {
    local must=() nice=() list="must" argument missing
    for argument in "$@"; do
        if [[ $argument == -- ]]; then list="nice"
        elif [[ $list == must ]]; then must+=("$argument")
        else nice+=("$argument"); fi
    done
    missing=$(missing_packages "${must[@]}" "${nice[@]}")
    [[ -z $missing ]] && return
    say "Memasang paket Debian: $missing"
    if ! command -v apt-get >/dev/null; then
        say "Mesin ini tidak memakai apt, jadi paket tidak dapat dipasang otomatis."
    elif [[ $(id -u) != 0 ]] && ! sudo -n true 2>/dev/null; then
        say "Pemasangan perlu hak root: jalankan sebagai root atau dengan sudo tanpa kata sandi, atau pasang sendiri: apt-get install $missing"
    else
        # shellcheck disable=SC2086
        apt_install $missing || say "apt-get tidak berhasil memasang semuanya."
    fi
    missing=$(missing_packages "${must[@]}")
    [[ -z $missing ]] || fail "Tidak dapat dipasang, padahal harus ada: $missing"
    missing=$(missing_packages "${nice[@]}")
    [[ -z $missing ]] || say "Tidak dapat dipasang, portal berjalan tanpa cetakan PDF yang lengkap: $missing"
}

bootstrap_version() { sed -n 's/.*"bootstrap": *"\([^"]*\)".*/\1/p' "$web/package.json"; }

have_bootstrap() {
    local lib=$web/wwwroot/lib/bootstrap
    [[ -s $lib/bootstrap.bundle.min.js && -s $lib/bootstrap.min.css ]] &&
        head -c 300 "$lib/bootstrap.min.css" | grep -qF " v$(bootstrap_version) " &&
        head -c 300 "$lib/bootstrap.bundle.min.js" | grep -qF " v$(bootstrap_version) "
}

front_end_packages() { have_bootstrap || echo nodejs npm; }

# Must run before dotnet build: what is copied during it misses the list of static assets and is served uncompressed.
copy_front_end() {
    have_bootstrap && return
    local lib=$web/wwwroot/lib/bootstrap work file
    work=$(mktemp -d)
    say "Mengambil Bootstrap $(bootstrap_version) dengan npm."
    cp "$web/package.json" "$web/package-lock.json" "$web/.npmrc" "$work/"
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --silent </dev/null >&2) ||
        fail "Bootstrap $(bootstrap_version) tidak dapat diambil dari registri npm; periksa sambungan jaringan, lalu jalankan lagi."
    mkdir -p "$lib"
    for file in css/bootstrap.min.css js/bootstrap.bundle.min.js; do
        # Source maps are not shipped, so their links would only be answered with 404.
        sed 's|/[/*]# sourceMappingURL=.*||' "$work/node_modules/bootstrap/dist/$file" > "$lib/$(basename "$file").new"
        mv "$lib/$(basename "$file").new" "$lib/$(basename "$file")"
    done
    rm -rf "$work"
}

# build OUTPUT-STAMP PROJECT-OR-SOLUTION FOLDER...: builds Release unless nothing in the folders changed since the stamp.
build() {
    local stamp=$1 project=$2 sdk
    shift 2
    # Asked for in the repository, where a global.json may choose it.
    sdk=$(cd "$repo" && dotnet --version)
    if [[ -f $stamp && $(<"$stamp") == "$sdk" ]] &&
        [[ -z $(find "$@" \( -name bin -o -name obj -o -name TestResults \) -prune -o -cnewer "$stamp" -print -quit) ]]; then
        return
    fi
    say "Membangun $(basename "$project") ..."
    mkdir -p "$(dirname "$stamp")"
    # Dated before the build: what changes while it runs is built next time.
    echo "$sdk" > "$stamp.new"
    dotnet build "$project" -c Release -m:1 -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:GenerateDocumentationFile=false --nologo -v q -clp:NoSummary </dev/null >&2 || fail "Program tidak dapat dibangun; pesan galatnya ada di atas."
    mv "$stamp.new" "$stamp"
}

#!/usr/bin/env bash
# Builds, checks the formatting and runs every test. Installs what some tests need (Chromium, Apache Lucene for Java, pdftotext)
# where it can: on Debian and its kin, as root or with password-less sudo. What cannot be installed is skipped, with the reason.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [[ $(id -u) -eq 0 ]]; then "$@"; elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"; else return 1; fi
}

needed=()
[[ -e /usr/share/java/lucene-core-8.7.0.jar ]] || needed+=(liblucene8-java)
command -v javac >/dev/null || needed+=(default-jdk-headless)
command -v chromium >/dev/null || command -v google-chrome >/dev/null || needed+=(chromium)
command -v pdftotext >/dev/null || needed+=(poppler-utils)
if ((${#needed[@]})); then
  if command -v apt-get >/dev/null && as_root true; then
    say "Installing for the tests: ${needed[*]}"
    as_root apt-get update -qq >/dev/null 2>&1
    for package in "${needed[@]}"; do
      DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 ||
        say "Could not install $package: the tests that need it are skipped."
    done
  else
    say "Missing ${needed[*]} and no way to install here: the tests that need them are skipped."
  fi
fi

failed=0
dotnet restore Search.sln -v quiet || { say "Restore failed."; exit 1; }
dotnet build Search.sln -c Release --no-restore -v quiet -clp:NoSummary || { say "Build failed."; exit 1; }
# Code style is part of the build (warnings are errors there); what is left to check is white space.
if ! dotnet format whitespace Search.sln --verify-no-changes --no-restore; then
  say "Formatting differs: run 'dotnet format whitespace Search.sln'."
  failed=1
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test Search.sln -c Release --no-build --logger "console;verbosity=minimal" 2>&1 | tee "$log"
((PIPESTATUS[0] == 0)) || failed=1

# One closing line over all test projects.
awk '
  /Failed: *[0-9]+, Passed: *[0-9]+, Skipped: *[0-9]+/ {
    line = $0; gsub(/[^0-9 ]/, " ", line); split(line, n, " "); bad += n[1]; good += n[2]; skip += n[3]; runs++
  }
  END { printf "%d passed, %d failed, %d skipped\n", good, bad, skip; exit !(runs > 0 && good > 0) }' "$log" || failed=1
exit $failed

#!/usr/bin/env bash
# Builds the solution once and runs every test project. Works from any folder; takes no arguments. The last line of a run that
# went well says how many tests were not run, and why.
#   RESULTS_DIR   where the TRX files go (default: TestResults/ in the repository); those of an earlier run are removed
#   CI=true       restores in locked mode: a lock file that does not fit is an error
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

results=${RESULTS_DIR:-$PWD/TestResults}
configuration=Release
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDTERMINALLOGGER=off

say() { printf '%s\n' "$*" >&2; }

needs_dotnet() {
  command -v dotnet >/dev/null || { say 'The .NET SDK was not found: install .NET 10 (see global.json) and put dotnet on the PATH.'; exit 2; }
  dotnet --version >/dev/null 2>&1 || { say "No installed .NET SDK fits global.json: $(tr -d '\n' <global.json)"; exit 2; }
}

# Servers: one function each (needs_postgresql, needs_chromium), called below once a test project uses the server. It
# installs the server where it is missing, starts it on loopback, exports the connection and stops it on exit. A server
# that cannot be started fails the run: nothing is skipped for want of one. No test needs a server yet.

# A project without a source file is laid out but has nothing to run yet.
has_sources() { [[ -n $(find "$1" -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*' -print -quit) ]]; }

test_projects() {
  local project
  for project in tests/*/*.csproj; do
    if has_sources "$(dirname "$project")"; then printf '%s\n' "$project"; else say "no tests yet: $(basename "$project" .csproj)"; fi
  done
}

# Runs one project that is built already. What it prints is kept beside its TRX file and shown in the end, in order.
run_project() {
  local name; name=$(basename "$1" .csproj)
  local code=0
  dotnet test "$(dirname "$1")/bin/$configuration/net10.0/$name.dll" --nologo --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --logger 'console;verbosity=minimal' >"$results/$name.log" 2>&1 || code=$?
  printf '%d' "$code" >"$results/$name.code"
}

# A project passed when it ended well and its TRX file counts at least one executed test.
passed() {
  cat "$results/$1.log"
  if ! grep -qsE '<Counters [^>]*executed="[1-9]' "$results/$1.trx"; then
    say "$1 ran no tests."
    return 1
  fi
  [[ $(cat "$results/$1.code") == 0 ]]
}

# Says how many tests were skipped, from the TRX files. The only reason there is: inputs of others, which lie beside the
# repository and are not ours to hand on. A skipped test carries the path that is missing.
not_run() {
  local count missing other
  count=$(cat "$results"/*.trx 2>/dev/null | grep -cE '<UnitTestResult [^>]*outcome="NotExecuted"' || true)
  if ((count == 0)); then
    printf '0 tests were not run.\n'
    return
  fi
  missing=$(cat "$results"/*.trx | grep -oE '<Message>Missing: [^<]*' | sed 's|.*/shared/fixtures/||' | sort -u | paste -sd, - | sed 's/,/, /g' || true)
  other=$((count - $(cat "$results"/*.trx | grep -cE '<Message>Missing: [^<]*' || true)))
  printf '%d tests were not run' "$count"
  [[ -z $missing ]] || printf ', for want of their fixtures beside the repository (../shared/fixtures): %s' "$missing"
  ((other <= 0)) || printf '; %d of them for another reason, see %s' "$other" "$results"
  printf '\n'
}

needs_dotnet
mkdir -p "$results"
rm -f "$results"/*.trx "$results"/*.log "$results"/*.code

locked=()
[[ ${CI:-} == true ]] && locked=(--locked-mode)
dotnet restore CandidateCrm.sln -m:2 -v q ${locked[@]+"${locked[@]}"}
dotnet build CandidateCrm.sln -c "$configuration" --no-restore -m:2 -v q --nologo -warnaserror

mapfile -t projects < <(test_projects)
((${#projects[@]})) || { say 'There is no test project with a test.'; exit 1; }

# Two at a time.
for project in "${projects[@]}"; do
  while (($(jobs -rp | wc -l) >= 2)); do wait -n || true; done
  run_project "$project" &
done
wait

failed=()
for project in "${projects[@]}"; do
  name=$(basename "$project" .csproj)
  passed "$name" || failed+=("$name")
done
not_run
if ((${#failed[@]})); then
  say "Failed: ${failed[*]}"
  exit 1
fi

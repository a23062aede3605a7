#!/usr/bin/env bash
# Builds the solution once and runs every test project. Works from any folder; takes no arguments. The last line of a run that
# went well says how many tests were not run, and why.
#   RESULTS_DIR   where the TRX files go (default: TestResults/ in the repository); those of an earlier run are removed
#   CANDIDATECRM_POSTGRES   a PostgreSQL server to use; without it one is started for the run
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
# that cannot be started fails the tests that need it: nothing is skipped for want of one.

# PostgreSQL on a free port of loopback, as a user that is not root, over a directory of its own that is thrown away. The tests are told by
# CANDIDATECRM_POSTGRES where it is; who sets that beforehand has a server of their own, which is left alone.
needs_postgresql() {
  [[ -z ${CANDIDATECRM_POSTGRES:-} ]] || return 0
  local binaries user=postgres
  binaries=$(postgresql_binaries)
  if [[ -z $binaries ]] && command -v apt-get >/dev/null && ((EUID == 0)); then
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q postgresql; } >"$results/postgresql-install.log" 2>&1 || true
    binaries=$(postgresql_binaries)
  fi
  [[ -n $binaries ]] || { say 'PostgreSQL was not found and could not be installed: the tests that need it will fail.'; return 0; }

  postgresql_home=$(mktemp -d)
  ((EUID == 0)) || user=$(id -un)
  ((EUID != 0)) || chown "$user" "$postgresql_home"
  # Sorted as people sort, so that a test notices where the order of texts was left to the database.
  local sorting=(--locale=C --locale-provider=icu --icu-locale=en)
  (as_user "$user" "$binaries/initdb" -D "$postgresql_home/data" -U crm --auth=trust --encoding=UTF8 "${sorting[@]}") >"$results/postgresql.log" 2>&1 \
    || { say "initdb failed, see $results/postgresql.log: the tests that need PostgreSQL will fail."; return 0; }

  local attempt port
  for attempt in 1 2 3 4 5; do
    port=$((20000 + (RANDOM + attempt) % 30000))
    as_user "$user" "$binaries/postgres" -D "$postgresql_home/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
      -c fsync=off -c synchronous_commit=off -c full_page_writes=off >>"$results/postgresql.log" 2>&1 &
    postgresql_job=$!
    if wait_for_postgresql "$binaries" "$port"; then
      export CANDIDATECRM_POSTGRES="Host=127.0.0.1;Port=$port;Username=crm;Database=postgres"
      return 0
    fi
    kill "$postgresql_job" 2>/dev/null || true
    wait "$postgresql_job" 2>/dev/null || true
    postgresql_job=
  done
  say "PostgreSQL could not be started, see $results/postgresql.log: the tests that need it will fail."
}

postgresql_binaries() {
  local found
  found=$(command -v initdb || find /usr/lib/postgresql -name initdb 2>/dev/null | sort -V | tail -1)
  [[ -z $found ]] || dirname "$(readlink -f "$found")"
}

# Becomes a program, as a user that is not root: the server refuses root. Only in a subshell, whose id is then that of the program.
as_user() {
  local user=$1
  shift
  cd /
  ((EUID != 0)) || exec setpriv --reuid="$user" --regid="$(id -gn "$user")" --init-groups "$@"
  exec "$@"
}

wait_for_postgresql() {
  local i
  for ((i = 0; i < 100; i++)); do
    kill -0 "$postgresql_job" 2>/dev/null || return 1
    "$1/pg_isready" -q -h 127.0.0.1 -p "$2" && return 0
    sleep 0.1
  done
  return 1
}

stop_servers() {
  if [[ -n $postgresql_job ]]; then
    kill -INT "$postgresql_job" 2>/dev/null || true
    wait "$postgresql_job" 2>/dev/null || true
  fi
  [[ -z $postgresql_home ]] || rm -rf "$postgresql_home"
}

postgresql_job=
postgresql_home=
trap stop_servers EXIT

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

needs_postgresql

# Two at a time. The server is a job too, and is not waited for.
declare -A running=()
for project in "${projects[@]}"; do
  while ((${#running[@]} >= 2)); do
    wait -n -p ended "${running[@]}" || true
    [[ -z ${ended:-} ]] || unset "running[$ended]"
  done
  run_project "$project" &
  running[$!]=$!
done
for ended in ${running[@]+"${running[@]}"}; do wait "$ended" || true; done

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

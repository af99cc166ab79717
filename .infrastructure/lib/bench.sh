# What lists cost with few interventions and with many, and how long a change takes to a partner: measured at the running
# suite, through its gateway.

FEW=10000

bench() {
  local what=${1:-}
  [ $# = 0 ] || shift
  case $what in
    lists) bench_lists "$@" ;;
    partner) bench_partner "$@" ;;
    *) help >&2; exit 2 ;;
  esac
}

bench_partner() {
  local given=("$@")
  while [ $# -gt 0 ]; do
    case $1 in --rate | --seconds) [[ ${2:-} =~ ^[1-9][0-9]{0,3}$ ]] || { help >&2; exit 2; } ;; *) help >&2; exit 2 ;; esac
    shift 2
  done
  require_demo
  judge_from_outside PartnerBench ${given[@]+"${given[@]}"}
}

bench_lists() {
  local many=1000000 few many_results
  if [ $# -gt 0 ]; then
    [ "$1" = --interventions ] && [[ ${2:-} =~ ^[1-9][0-9]{4,6}$ ]] && [ $# = 2 ] || { help >&2; exit 2; }
    many=$2
  fi
  require_demo
  mkdir -p "$HOME_FOLDER/bench"
  few=$HOME_FOLDER/bench/lists-$FEW.tsv many_results=$HOME_FOLDER/bench/lists-$many.tsv
  measure_lists "$FEW" "$few"
  measure_lists "$many" "$many_results"
  list_bench compare "$few" "$many_results"
}

# Interventions are only ever added: what was measured with fewer of them is kept and used again.
measure_lists() { # INTERVENTIONS RESULTS
  if [ -s "$2" ]; then
    progress "Measured earlier with $1: $2"
    return
  fi
  progress "Bringing the number of interventions to $1"
  generate "$1"
  progress "Measuring with $1"
  TOKEN_ADMIN=$(demo_token admin) TOKEN_DISPATCHER=$(demo_token volume-standardiste-0001) \
    TOKEN_TECHNICIAN=$(demo_token volume-intervenant-0001) TOKEN_CLIENT=$(demo_token volume-client-0001) \
    list_bench measure "$ISSUER" "$2"
}

demo_token() { access_token "$1" "$DEMO_PASSWORD" || fail "$1 cannot log in."; }

list_bench() { "$JAVA_HOME/bin/java" "$ROOT/.infrastructure/lib/ListBench.java" "$@"; }

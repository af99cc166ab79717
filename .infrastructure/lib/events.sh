# How the services follow each other's events, and what they could not handle: the admin API for the terminal.

FOLLOWING_SERVICES='auth-service user-service intervention-service comment-service'

events() { # lag | parked | replay | dismiss | compare | rebuild
  local command=${1:-}
  [ $# -gt 0 ] && shift
  case $command in
    lag | parked | replay | dismiss | compare | rebuild) ;;
    *) help >&2; exit 2 ;;
  esac
  recall
  ADMIN_TOKEN=$(admin_token) || fail "The admin cannot log in. Is the suite up (./accord status)? ACCORD_PASSWORD gives a password of your own."
  "events_$command" "$@"
}

admin_token() {
  local password=${ACCORD_PASSWORD:-$DEMO_PASSWORD}
  if [ -z "${ACCORD_PASSWORD:-}" ] && [ "$DEMO_NOTE" = without ] && [ -r "$SECRETS" ]; then
    password=$(sed -n "s/^ACCORD_BOOTSTRAP_ADMIN_PASSWORD=//p" "$SECRETS")
  fi
  access_token admin "$password"
}

asked_services() { # [SERVICE]
  case " $FOLLOWING_SERVICES " in
    *" ${1:-} "*) printf '%s' "$1" ;;
    *) [ $# = 0 ] || fail "There are: $FOLLOWING_SERVICES."; printf '%s' "$FOLLOWING_SERVICES" ;;
  esac
}

# The members of the objects in a JSON text, one a line: NAME<tab>VALUE. Inside a text every quote has a backslash before
# it, so that nothing in there is ever taken for a member.
json_members() {
  grep -oE '[{,]"[A-Za-z]+":("([^"\\]|\\.)*"|-?[0-9.eE+-]+|true|false|null)' | sed -E 's/^[{,]"([A-Za-z]+)":"?/\1\t/; s/"$//'
}

events_lag() {
  local service asked
  asked=$(asked_services "$@")
  printf '%-32s %8s %8s %8s %6s %7s %7s %5s\n' queue waiting lag retrying held parked missing gaps
  for service in $asked; do
    api_get "$ADMIN_TOKEN" "/api/v1/consumers/$service" | json_members | awk -F'\t' -v service="$service" '
      $1 == "depth" { depth = $2 }
      $1 == "ageSeconds" { age = $2 }
      $1 == "queue" { queue = $2 }
      { of[$1] = $2 }
      $1 == "gaps" { printf "%-32s %8s %7ss %8s %6s %7s %7s %5s\n", queue, of["waiting"], of["lagSeconds"], of["retrying"], of["held"], of["parked"], of["missing"], $2 }
      $1 == "setAside" { aside = $2 }
      $1 == "brokerBlocked" { blocked = $2 }
      END { printf "%-32s %8s %7ss%s%s\n", "(outbox of " service ")", depth, age, (aside > 0) ? " refused: " aside : "", (blocked == "true") ? " broker blocked" : "" }' ||
      warn "$service does not tell."
  done
}

events_parked() { # [SERVICE] [--retrying | --waiting]
  local service asked cursor page state=''
  case ${*: -1} in
    --retrying | --waiting)
      state=${*: -1}
      state="&state=$(tr '[:lower:]' '[:upper:]' <<<"${state#--}")"
      set -- "${@:1:$#-1}"
      ;;
  esac
  asked=$(asked_services "$@")
  for service in $asked; do
    cursor=''
    while :; do
      page=$(api_get "$ADMIN_TOKEN" "/api/v1/consumers/$service/parked?limit=100$state$cursor") || { warn "$service does not tell."; break; }
      json_members <<<"$page" | awk -F'\t' -v service="$service" '
        $1 == "id" { id = $2 }
        { of[$1] = $2 }
        $1 == "size" { printf "%s %s  %s  %s\n  %s, version %s of %s, %s attempts, %s bytes\n  %s\n", service, id, of["state"], of["parkedAt"], of["type"], of["sequence"], of["subject"], of["attempts"], of["size"], of["reason"] }'
      cursor=$(json_members <<<"$page" | awk -F'\t' '$1 == "nextCursor" && $2 != "null" { print $2 }')
      [ -n "$cursor" ] || break
      cursor="&cursor=$cursor"
    done
  done
}

events_replay() { # SERVICE ID | SERVICE --all
  [ $# = 2 ] || { help >&2; exit 2; }
  local service queue
  service=$(asked_services "$1")
  if [ "$2" != --all ]; then
    [[ $2 =~ ^[0-9]+$ ]] || fail "./accord events parked tells the numbers."
    if api_post "/api/v1/consumers/$service/parked/$2/replay" ''; then say "Handled."; else exit 1; fi
    return
  fi
  for queue in $(queues_of "$service"); do
    say "$queue: $(api_post "/api/v1/consumers/$service/parked/replay" "{\"queue\":\"$queue\"}" | json_members | awk -F'\t' '{ print $2 }') will be tried again"
  done
}

events_dismiss() { # SERVICE ID REASON
  [ $# = 3 ] && [[ $2 =~ ^[0-9]+$ ]] || { help >&2; exit 2; }
  local service answer
  service=$(asked_services "$1")
  answer=$(curl -sS -m 10 -G -X DELETE -w '\n%{http_code}' -H "Authorization: Bearer $ADMIN_TOKEN" -H 'If-Match: *' \
    --data-urlencode "reason=$3" "$ISSUER/api/v1/consumers/$service/parked/$2") || fail "$service does not answer."
  [ "${answer##*$'\n'}" = 204 ] || fail "It was not dismissed: ${answer%$'\n'*}"
  say "It is gone; the reason stands in the log of $service."
}

events_compare() { rebuild_projections false "$@"; }

events_rebuild() { rebuild_projections true "$@"; }

rebuild_projections() { # REPAIR [SERVICE]
  local repair=$1 service queue asked
  shift
  asked=$(asked_services "$@")
  for service in $asked; do
    for queue in $(queues_of "$service"); do
      api_post "/api/v1/consumers/$service/projections/$queue/rebuild" "{\"repair\":$repair}" >/dev/null || continue
      await_report "/api/v1/consumers/$service/projections/$queue/comparison" || warn "$queue: no report in time."
    done
  done
}

await_report() { # PATH
  local report attempt
  for ((attempt = 0; attempt < 1200; attempt++)); do
    report=$(api_get "$ADMIN_TOKEN" "$1") || return 1
    if [[ $report != *'"state":"RUNNING"'* ]]; then
      json_members <<<"$report" | awk -F'\t' '
        $1 == "queue" && !queue { queue = $2 }
        $1 == "state" { state = $2 }
        $1 == "events" { events = $2 }
        $1 == "skipped" { printf "%s  %s: %s events, %s of them skipped\n", queue, state, events, $2 }
        $1 == "table" { table = $2 }
        { of[$1] = $2 }
        $1 == "repaired" { printf "  %-16s %s rows: %s missing, %s different, %s extra, %s repaired\n", table, of["rows"], of["missing"], of["different"], of["extra"], $2 }
        $1 == "failure" && $2 != "null" { print "  " $2 }'
      return
    fi
    sleep 0.5
  done
  return 1
}

queues_of() { # SERVICE
  api_get "$ADMIN_TOKEN" "/api/v1/consumers/$1" | json_members | awk -F'\t' '$1 == "queue" { print $2 }'
}

api_post() { # PATH BODY -> the answer; fails, and says why, unless 2xx
  local answer
  answer=$(curl -sS -m 30 -X POST -w '\n%{http_code}' -H "Authorization: Bearer $ADMIN_TOKEN" ${2:+-H 'Content-Type: application/json' -d "$2"} "$ISSUER$1") || return 1
  case ${answer##*$'\n'} in
    2*) printf '%s' "${answer%$'\n'*}" ;;
    *) warn "${answer%$'\n'*}"; return 1 ;;
  esac
}

# The six services: started side by side, known by pid files, found through the registry.

SERVICES='discovery auth-service user-service gateway intervention-service comment-service' # what a login needs comes first

instances_of() { # SERVICE -> its instances: the service's name, then name-2, name-3...
  local count=1 pair number
  for pair in ${SCALE:-}; do
    [ "${pair%%=*}" != "$1" ] || count=${pair#*=}
  done
  printf '%s\n' "$1"
  for ((number = 2; number <= count; number++)); do printf '%s\n' "$1-$number"; done
}

all_instances() {
  local service
  for service in $SERVICES; do instances_of "$service"; done
}

service_of() { # INSTANCE -> its service
  local service
  for service in $SERVICES; do
    case $1 in "$service" | "$service"-[0-9]*) printf '%s' "$service"; return ;; esac
  done
}

service_runs() { # SERVICE: whether any instance of it does
  local instance
  for instance in $(instances_of "$1"); do
    ! running_process "$RUN/$instance.pid" >/dev/null || return 0
  done
  return 1
}

started_instances() { # those of which there is a pid file, whether they still live or not
  local file
  for file in "$RUN"/*.pid; do
    [ -e "$file" ] || continue
    file=${file##*/}
    printf '%s\n' "${file%.pid}"
  done
}

any_instance_runs() {
  local instance
  for instance in $(started_instances); do
    if running_process "$RUN/$instance.pid" >/dev/null; then return 0; fi
  done
  return 1
}

service_environment() { # INSTANCE: what the program is told
  set -a
  # shellcheck source=/dev/null
  . "$SECRETS"
  set +a
  unset ACCORD_BACKING_SECRET
  export ACCORD_GATEWAY_PORT=$GATEWAY_PORT ACCORD_DISCOVERY_PORT=$DISCOVERY_PORT ACCORD_ISSUER="$ISSUER" ACCORD_DEMO=$DEMO
  export ACCORD_EUREKA_URL="http://localhost:$DISCOVERY_PORT/eureka/"
  unset PORT
}

CLOCK=() # what is put before the program's command where its clock is to be wrong, in a drill

start_instance() { # INSTANCE
  local instance=$1 service cache shield=nohup
  service=$(service_of "$1")
  running_process "$RUN/$instance.pid" >/dev/null && return 0
  java_options "$service"
  cache=$(cache_of "$service" || true)
  [ -z "$cache" ] || JAVA_OPTIONS_OF+=("-XX:AOTCache=$cache" -Xlog:aot=off -Xlog:cds=off)
  [ ! -e "$LOGS/$instance.log" ] || mv -f "$LOGS/$instance.log" "$LOGS/$instance.log.1"
  if command -v setsid >/dev/null; then shield=setsid; fi
  # Its own session, so that Ctrl-C in the terminal of ./accord ends nothing but ./accord.
  # shellcheck disable=SC2046
  (
    cd "$APPS/$service"
    service_environment
    exec "$shield" ${CLOCK[@]+"${CLOCK[@]}"} "$JAVA_HOME/bin/java" "${JAVA_OPTIONS_OF[@]}" $(compiler_options) "-Deureka.instance.instance-id=$instance" -jar "$service.jar"
  ) >"$LOGS/$instance.log" 2>&1 </dev/null &
  remember_process "$RUN/$instance.pid" $! || true
}

# More of them than the cores can serve only get in each other's way: each then needs up to a third more time of a core.
# Nobody waits for services that wait for a pair which will not come.
await_room() { # DEADLINE
  local most
  most=$(($(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) + 1))
  while [ "$(starting_instances)" -ge "$most" ] && [ "$(milliseconds)" -lt "$1" ] && ! private_failed; do sleep 0.2; done
}

starting_instances() { # how many live and have not said yet that they have started
  local instance count=0
  for instance in $(started_instances); do
    grep -qs ' Started [A-Za-z]*Application in ' "$LOGS/$instance.log" || ! running_process "$RUN/$instance.pid" >/dev/null || count=$((count + 1))
  done
  printf '%s' "$count"
}

# --- The registry's view -----------------------------------------------------------------------------------------------

registrations() { # lines "INSTANCE STATE PORT"
  curl -sf -m 3 -H 'Accept: application/json' "http://localhost:$DISCOVERY_PORT/eureka/apps" 2>/dev/null |
    grep -oE '"(instanceId|status)":"[^"]*"|"port":\{"\$":[0-9]+' |
    awk -F'"' '/instanceId/ { id = $4 } /"status"/ { state = $4 } /"port"/ { sub(/.*:/, ""); port[id] = $0 } { if (id) states[id] = state }
      END { for (id in port) print id, states[id], port[id] }' || true
}

gateway_ready() { curl -sf -m 3 -o /dev/null "http://localhost:$GATEWAY_PORT/actuator/health/readiness"; }

discovery_ready() { curl -sf -m 3 -o /dev/null "http://localhost:$DISCOVERY_PORT/actuator/health/readiness"; }

# --- Waiting -------------------------------------------------------------------------------------------------------------

show_end_of_log() { # INSTANCE
  warn "--- the end of $LOGS/$1.log"
  grep -vE '^\s+at |^$' "$LOGS/$1.log" | tail -n 15 >&2 || true
}

require_life() {
  local instance
  for instance in $(all_instances); do
    running_process "$RUN/$instance.pid" >/dev/null && continue
    show_end_of_log "$instance"
    fail "$instance ended while it was starting. ./accord down stops the rest."
  done
}

# One line for each instance, at the moment it is ready.
await_instances() { # DEADLINE
  local ready=' ' instance state port up logged_in=''
  while :; do
    up=$(registrations)
    for instance in $(all_instances); do
      case $ready in *" $instance "*) continue ;; esac
      case $instance in
        discovery) discovery_ready || continue; port=$DISCOVERY_PORT ;;
        *)
          read -r _ state port <<<"$(grep "^$instance " <<<"$up" || true)"
          [ "${state:-}" = UP ] || continue
          [ "$instance" != gateway ] || gateway_ready || continue
          ;;
      esac
      ready="$ready$instance "
      progress "  $instance is up on port $port"
    done
    if [ -z "$logged_in" ] && [[ $ready == *' auth-service '* && $ready == *' user-service '* && $ready == *' gateway '* ]]; then
      log_in_early
      logged_in=yes
    fi
    [ "$(wc -w <<<"$ready")" -lt "$(all_instances | wc -l)" ] || return 0
    require_life
    within "$1" "the services did not all come up"
    sleep 0.4 # each look costs a little of the two cores that the services need
  done
}

within() { # DEADLINE COMPLAINT
  [ "$(milliseconds)" -lt "$1" ] || fail "Gave up: $2 in time. ./accord logs shows what they say, ./accord down stops what runs."
}

# --- Stopping ------------------------------------------------------------------------------------------------------------

stop_instances() {
  local instance instances
  instances=$(started_instances)
  # The gateway first, so that nobody is let in any more; the registry last, so that everybody can say good-bye.
  for instance in $instances; do case $instance in gateway*) signal_process "$RUN/$instance.pid" TERM ;; esac; done
  for instance in $instances; do case $instance in discovery*) ;; *) signal_process "$RUN/$instance.pid" TERM ;; esac; done
  for instance in $instances; do case $instance in discovery*) ;; *) await_end "$RUN/$instance.pid" 40 || stop_process "$RUN/$instance.pid" 1 || true ;; esac; done
  for instance in $instances; do case $instance in discovery*) stop_process "$RUN/$instance.pid" 15 || true ;; esac; done
}

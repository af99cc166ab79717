# What people and scripts are told: addresses, states, demo accounts.

DEMO_PASSWORD=demo-accord-2026
DEMO_ACCOUNTS='ADMIN admin
DISPATCHER standardiste1
DISPATCHER standardiste2
TECHNICIAN intervenant1
TECHNICIAN intervenant2
CLIENT client01
CLIENT client02'

BEGAN=$(milliseconds)

progress() { # a line with the time since the beginning
  printf '%6s s  %s\n' "$(seconds_since "$BEGAN")" "$*"
}

instance_state() { # INSTANCE REGISTRATIONS -> "STATE PORT"
  local state='' port=''
  if ! running_process "$RUN/$1.pid" >/dev/null; then
    printf 'stopped -'
    return
  fi
  if [ "$1" = discovery ]; then
    if discovery_ready; then printf 'up %s' "$DISCOVERY_PORT"; else printf 'starting -'; fi
    return
  fi
  read -r _ state port <<<"$(grep "^$1 " <<<"$2" || true)"
  if [ "$state" = UP ]; then printf 'up %s' "$port"; else printf 'starting -'; fi
}

print_status() {
  local instance state port registered pid
  registered=$(registrations)
  printf '%-24s %-9s %-8s %s\n' service state pid address
  for instance in $(all_instances); do
    read -r state port <<<"$(instance_state "$instance" "$registered")"
    pid=$(running_process "$RUN/$instance.pid" || printf '-')
    printf '%-24s %-9s %-8s %s\n' "$instance" "$state" "$pid" "$([ "$port" = - ] || printf 'http://localhost:%s' "$port")"
  done
  printf '%-24s %-9s %-8s %s\n' "$(database_name)" "$(backing_state "${ACCORD_MYSQL_HOST:-}" "${ACCORD_MYSQL_PORT:-}")" - "${ACCORD_MYSQL_HOST:-}:${ACCORD_MYSQL_PORT:-} (${BACKING:-none})"
  printf '%-24s %-9s %-8s %s\n' RabbitMQ "$(backing_state "${ACCORD_RABBIT_HOST:-}" "${ACCORD_RABBIT_PORT:-}")" - "${ACCORD_RABBIT_HOST:-}:${ACCORD_RABBIT_PORT:-} (${BACKING:-none})"
}

database_name() {
  case ${ACCORD_DATABASE_KIND:-mysql} in mariadb) printf MariaDB ;; *) printf MySQL ;; esac
}

backing_state() { # HOST PORT
  if [ -n "$1" ] && [ -n "$2" ] && (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; then printf up; else printf stopped; fi
}

json_text() { # a JSON string
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  printf '"%s"' "$text"
}

print_status_json() {
  local instance state port pid registered comma='' role username
  registered=$(registrations)
  printf '{\n  "gateway": %s,\n  "issuer": %s,\n  "services": [' "$(json_text "http://localhost:$GATEWAY_PORT")" "$(json_text "$ISSUER")"
  for instance in $(all_instances); do
    read -r state port <<<"$(instance_state "$instance" "$registered")"
    pid=$(running_process "$RUN/$instance.pid" || printf null)
    printf '%s\n    { "name": %s, "url": %s, "pid": %s, "state": %s }' "$comma" "$(json_text "$instance")" \
      "$([ "$port" = - ] && printf null || json_text "http://localhost:$port")" "$pid" "$(json_text "$state")"
    comma=,
  done
  printf '\n  ],\n  "backing": %s,\n' "$([ -n "$BACKING" ] && json_text "$BACKING" || printf null)"
  printf '  "mysql": { "kind": %s, "host": %s, "port": %s, "state": %s },\n' "$(json_text "${ACCORD_DATABASE_KIND:-mysql}")" \
    "$(json_text "${ACCORD_MYSQL_HOST:-}")" "${ACCORD_MYSQL_PORT:-null}" "$(json_text "$(backing_state "${ACCORD_MYSQL_HOST:-}" "${ACCORD_MYSQL_PORT:-}")")"
  printf '  "rabbitmq": { "host": %s, "port": %s, "managementPort": %s, "state": %s },\n' "$(json_text "${ACCORD_RABBIT_HOST:-}")" \
    "${ACCORD_RABBIT_PORT:-null}" "${ACCORD_RABBIT_MANAGEMENT_PORT:-null}" "$(json_text "$(backing_state "${ACCORD_RABBIT_HOST:-}" "${ACCORD_RABBIT_PORT:-}")")"
  printf '  "accounts": ['
  comma=''
  if [ "$DEMO" = true ] && [ "$DEMO_NOTE" != changed ]; then
    while read -r role username; do
      printf '%s\n    { "role": %s, "username": %s, "password": %s }' "$comma" "$(json_text "$role")" "$(json_text "$username")" "$(json_text "$DEMO_PASSWORD")"
      comma=,
    done <<<"$DEMO_ACCOUNTS"
    printf '\n  '
  fi
  printf ']\n}\n'
}

print_address() {
  cat <<WELCOME

AccordÉnergie Interventions is ready: $ISSUER

  API documentation   $ISSUER/docs
  OpenID discovery    $ISSUER/.well-known/openid-configuration
WELCOME
}

print_demo_accounts() {
  local role username
  printf '\n  Demo accounts (password %s)\n' "$DEMO_PASSWORD"
  while read -r role username; do printf '    %-12s %s\n' "$role" "$username"; done <<<"$DEMO_ACCOUNTS"
}

print_demo_changed() {
  printf "\n  The demo's password is no longer the admin's; its other people have it unless they have chosen another.\n"
}

print_demo_left() {
  printf '\n  Begun with the demo: who has not chosen another password still logs in with %s.\n' "$DEMO_PASSWORD"
}

print_welcome() {
  print_address
  printf '  Registry            http://localhost:%s/eureka/apps\n' "$DISCOVERY_PORT"
  case $DEMO_NOTE in
    with | loaded) print_demo_accounts ;;
    changed) print_demo_changed ;;
    ended) print_demo_left ;;
    *) printf '\n  First administrator: admin, password in %s (ACCORD_BOOTSTRAP_ADMIN_PASSWORD)\n' "$SECRETS" ;;
  esac
  cat <<'WELCOME'

  ./accord token admin      an access token for curl
  ./accord status | logs | down
WELCOME
}

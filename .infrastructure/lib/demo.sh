# The demo data: whether they are there, and volume for measuring.

DEMO_INTERVENTIONS=300

count_interventions() { # TOKEN AT-MOST -> how many there are, counted page by page
  local body cursor='' count=0
  while :; do
    body=$(api_get "$1" "/api/v1/interventions?limit=100${cursor:+&cursor=$cursor}" 2>/dev/null) || break
    count=$((count + $(grep -o '"reference"' <<<"$body" | wc -l)))
    cursor=$(sed -n 's/.*"nextCursor" *: *"\([^"]*\)".*/\1/p' <<<"$body")
    [ -n "$cursor" ] && [ "$count" -lt "$2" ] || break
  done
  printf '%s' "$count"
}

demo_loaded() { # TOKEN
  [ "$(count_interventions "$1" $DEMO_INTERVENTIONS)" -ge $DEMO_INTERVENTIONS ]
}

# Volume beside the demo's own data: the generator is a program of intervention-service, which is laid out already.
demo() {
  [ "${1:-}" = --interventions ] && [[ ${2:-} =~ ^[1-9][0-9]{0,6}$ ]] && [ $# = 2 ] || { help >&2; exit 2; }
  require_demo
  generate "$2"
}

require_demo() {
  recall
  recall_backing
  everything_is_up || fail "The suite is not up: ./accord up first."
  [ "$DEMO" = true ] || fail "This suite runs without demo data (--no-demo): it may hold a real company's, so nothing is added."
  require_java
}

generate() { # INTERVENTIONS
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -cp "$(application_jar intervention-service)" \
    com.accordenergie.intervention.volume.VolumeGenerator --interventions "$1"
}

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

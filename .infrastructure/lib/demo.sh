# The demo data: whether they are wanted, whether they are there, and volume for measuring.

DEMO_INTERVENTIONS=300

# --- Whether they are wanted ----------------------------------------------------------------------------------------------
# That lasts with the data, whatever a later start forgets to say: people whose password everybody knows must not get among
# those of a real company. A note beside the data says
#   with      begun with the demo
#   loaded    begun with it, and its admin has logged in
#   changed   begun with it, and its admin has chosen another password
#   ended     begun with it, but it is wanted no more
#   without   begun without it, and never to get it

demo_wanted() { # NOTE
  case $1 in with | loaded | changed) ;; *) return 1 ;; esac
}

# What a note becomes when the demo is asked for (true), asked away (false), or not spoken of; fails when that must not be.
demo_note_after() { # NOTE ASKED -> NOTE
  case $1:$2 in
    without:true) return 1 ;;
    :false) printf without ;;
    with:false | loaded:false | changed:false) printf ended ;;
    changed:true | ended:true) printf loaded ;;
    : | :true) printf with ;;
    *) printf '%s' "$1" ;;
  esac
}

data_begun() { [ -e "$HOME_FOLDER/backing" ]; }

noted_demo() { # -> NOTE, nothing where no data are and nothing was asked
  local note=''
  [ ! -r "$HOME_FOLDER/demo" ] || note=$(cat "$HOME_FOLDER/demo")
  if [ "$note" = without ]; then
    printf without
  elif ! data_begun; then
    return 0
  elif [ -n "$note" ]; then
    printf '%s' "$note"
  elif grep -qs '^DEMO=false$' "$RUN/settings"; then # begun by a version that made no note
    printf without
  else
    printf loaded
  fi
}

note_demo() { # NOTE; sets DEMO_NOTE
  DEMO_NOTE=$1
  printf '%s\n' "$1" >"$HOME_FOLDER/demo.new"
  mv "$HOME_FOLDER/demo.new" "$HOME_FOLDER/demo"
}

recall_demo() { # sets DEMO_NOTE and DEMO
  DEMO_NOTE=$(noted_demo)
  DEMO=false
  if [ -z "$DEMO_NOTE" ] || demo_wanted "$DEMO_NOTE"; then DEMO=true; fi
}

choose_demo() { # ASKED; kept at once, so that what fails and is started again does not need to ask again
  local note=$DEMO_NOTE
  data_begun || [ "$1" != true ] || note='' # nothing was loaded without it yet
  DEMO_NOTE=$(demo_note_after "$note" "$1") || fail "The data in $HOME_FOLDER were begun without the demo and may be a real company's: it is not loaded into them.
Give the demo a folder of its own: ACCORD_HOME=~/accord-demo ./accord up"
  [ "${1:-$DEMO}" = "$DEMO" ] || ! any_instance_runs ||
    fail "What runs was started $([ "$DEMO" = true ] && printf with || printf without) the demo: ./accord down first. Nothing was changed."
  DEMO=false
  if demo_wanted "$DEMO_NOTE"; then DEMO=true; fi
  note_demo "$DEMO_NOTE"
}

# --- Whether they are there -----------------------------------------------------------------------------------------------

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

# While the demo is loaded for the first time its admin has no password yet, which the login page does not tell from having
# another one. So many seconds after each refusal it is tried again; more often would spend the patience with failed logins
# (five, and one more a minute), which the admin may need.
FIRST_PAUSES='1 10 50'

log_in_demo_admin() { # WAIT PAUSE...: sets TOKEN; false once it was refused, and again after each pause. WAIT SECONDS waits.
  local wait=$1 answer
  shift
  while :; do
    answer=0
    TOKEN=$(access_token admin "$DEMO_PASSWORD" 2>/dev/null) || answer=$?
    if [ $answer = 0 ] && api_get "$TOKEN" /api/v1/me >/dev/null 2>&1; then return 0; fi
    if [ $answer != $REFUSED ]; then
      "$wait" 0.3
    elif [ $# -gt 0 ]; then
      "$wait" "$1"
      shift
    else
      return 1
    fi
  done
}

await_demo_data() { # WAIT, as above
  until demo_loaded "$TOKEN"; do
    "$1" 1
    # An access token lives ten minutes, loading may take longer on a slow machine.
    api_get "$TOKEN" /api/v1/me >/dev/null 2>&1 || TOKEN=$(access_token admin "$DEMO_PASSWORD" 2>/dev/null || true)
  done
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

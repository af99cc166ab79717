# Fault drills: the running suite is broken under load, and judged from outside.

drill() {
  case " $* " in
    *' --list '*) recall ;;
    *)
      require_demo
      lock
      [ "$BACKING" = private ] || fail "A drill kills the broker and the database: only the private pair (ACCORD_BACKING=private ./accord up) may be killed."
      mkdir -p "$HOME_FOLDER/drill"
      ! running_process "$RUN/recorder" >/dev/null || say "Waiting for the caches of the next start, which are being made"
      await_end "$RUN/recorder" 120 || say "They are still being made, which takes some of the time that is measured here"
      ;;
  esac
  require_java
  judge_from_outside Drill "$@"
}

# A program that knows of the suite what a person knows, and where it runs.
judge_from_outside() { # PROGRAM ARGUMENT...
  local program=$1
  shift
  [ -r "$(application_jar comment-service)" ] || fail "The suite was never up in this checkout: ./accord up first."
  DRILL_ROOT=$ROOT DRILL_HOME=$HOME_FOLDER DRILL_ISSUER=$ISSUER DRILL_DISCOVERY_PORT=$DISCOVERY_PORT DRILL_PASSWORD=$DEMO_PASSWORD \
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -cp "$(drill_classpath)" "$ROOT/.infrastructure/drill/$program.java" "$@"
}

# The clients of the broker and the database are those that the services have.
drill_classpath() { printf '%s' "$(dirname "$(application_jar comment-service)")/lib/*"; }

# One instance as up starts it; DRILL_MYSQL_PORT and DRILL_RABBIT_PORT lead it through a proxy, DRILL_CLOCK (+2h) sets its
# clock. Called by a drill.
drill_start() { # INSTANCE
  recall
  recall_backing
  require_java
  export ACCORD_MYSQL_PORT=${DRILL_MYSQL_PORT:-$ACCORD_MYSQL_PORT} ACCORD_RABBIT_PORT=${DRILL_RABBIT_PORT:-$ACCORD_RABBIT_PORT}
  [ -z "${DRILL_CLOCK:-}" ] || set_clock "$DRILL_CLOCK"
  start_instance "$1"
}

# Only the time of day: what measures how long something takes goes on as it is, and so do the times of files, by which the
# JVM knows whether its cache fits.
set_clock() { # SHIFT
  local library
  library=$(faketime_library) || fail "libfaketime, which sets a single program's clock, cannot be had from this machine's packages."
  CLOCK=(env "LD_PRELOAD=$library" "FAKETIME=$1" FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0 NO_FAKE_STAT=1)
}

faketime_library() ( # -> its path
  . "$ROOT/.infrastructure/lib/packages.sh"
  packages_possible && cached faketime unpack_faketime || exit 1
  find "$CACHE/faketime" -name libfaketimeMT.so.1 | grep .
)

unpack_faketime() { unpack_packages "$1" own -x libfaketime libfaketime; } # FOLDER

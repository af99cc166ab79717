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

# One instance as up starts it; DRILL_MYSQL_PORT and DRILL_RABBIT_PORT lead it through a proxy. Called by a drill.
drill_start() { # INSTANCE
  recall
  recall_backing
  require_java
  export ACCORD_MYSQL_PORT=${DRILL_MYSQL_PORT:-$ACCORD_MYSQL_PORT} ACCORD_RABBIT_PORT=${DRILL_RABBIT_PORT:-$ACCORD_RABBIT_PORT}
  start_instance "$1"
}

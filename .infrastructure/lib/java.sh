# JDK 25, the build, and what makes the six programs start fast: jars laid out on disk and a cache of loaded classes.

JDK_VERSION=25

java_version_of() { # JAVA_HOME -> its major version
  local version
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  [ -n "${version:-}" ] || version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p')
  printf '%s' "$version"
}

java_home_of_path() {
  local java
  java=$(command -v java) || return 1
  # On macOS /usr/bin/java is a stub, and following links needs no readlink -f anywhere.
  "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

find_java() { # sets JAVA_HOME to a JDK 25
  local candidate
  while IFS= read -r candidate; do
    if [ -n "$candidate" ] && [ "$(java_version_of "$candidate")" = $JDK_VERSION ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done < <(
    printf '%s\n' "${JAVA_HOME:-}"
    ls -d /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/java/* "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* "${HOME:-}"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk@$JDK_VERSION/libexec/openjdk.jdk/Contents/Home 2>/dev/null || true
    java_home_of_path || true # last: asking a program takes longer than looking at folders
  )
  return 1
}

require_java() {
  find_java || fail "No JDK $JDK_VERSION found: not in JAVA_HOME, not in the PATH, not in the usual folders (/usr/lib/jvm, ~/.sdkman, ~/.jdks, /Library/Java).
Install one (https://adoptium.net/temurin/releases/?version=$JDK_VERSION) or set JAVA_HOME to it. ./accord doctor tells more."
}

# --- Build ------------------------------------------------------------------------------------------------------------

jar_of() { # SERVICE -> its jar
  local jar
  for jar in "$ROOT/$1"/target/"$1"-*.jar; do
    case $jar in *-sources.jar | *-tests.jar | *-javadoc.jar | *'*'*) ;; *) printf '%s' "$jar"; return 0 ;; esac
  done
  return 1
}

# The build gives its jars a fixed date, so that the same sources make the same bytes; when they were made is told by the
# file that the packaging leaves beside each of them.
stamp_of() { printf '%s.original' "$1"; } # JAR

out_of_date() { # SERVICE: not built, or a source is newer than what was built from it
  local jar
  jar=$(jar_of "$1") && [ -e "$(stamp_of "$jar")" ] || return 0
  [ -n "$(find "$ROOT/pom.xml" "$ROOT/platform/pom.xml" "$ROOT/platform/src/main" "$ROOT/$1/pom.xml" "$ROOT/$1/src/main" "$ROOT/$1/web" \
    -name node_modules -prune -o -name dist -prune -o -type f -newer "$(stamp_of "$jar")" -print 2>/dev/null | head -n 1)" ]
}

build() {
  local service stale='' began
  for service in $SERVICES; do
    if out_of_date "$service"; then stale="$stale $service"; fi
  done
  [ -n "$stale" ] || return 0
  began=$(milliseconds)
  progress "Building$stale (the first time Maven fetches its libraries)"
  if ! (cd "$ROOT" && ./mvnw -B -DskipTests package) >"$LOGS/build.log" 2>&1; then
    warn "The build failed:"
    grep -E '^\[ERROR\]' "$LOGS/build.log" | head -n 15 >&2 || tail -n 15 "$LOGS/build.log" >&2
    fail "The whole log is in $LOGS/build.log."
  fi
  for service in $SERVICES; do
    touch "$(stamp_of "$(jar_of "$service")")" # also where Maven found nothing to do
  done
  progress "Built in $(seconds_since "$began") s"
}

# --- Layout and class cache --------------------------------------------------------------------------------------------

fingerprint() { cksum <"$1"; } # FILE

application_jar() { printf '%s' "$APPS/$1/$1.jar"; } # SERVICE

# A jar inside a jar is slow to read and cannot be cached: each service is laid out in a folder. The folder is touched
# only when the content of the jar has changed, because the class cache is bound to the very files it was made from.
lay_out() { # SERVICE
  local jar folder=$APPS/$1 print
  jar=$(jar_of "$1") || return 1
  [ ! -r "$folder/fingerprint" ] || [ "$(stamp_of "$jar")" -nt "$folder/fingerprint" ] || return 0
  print=$(fingerprint "$jar")
  if [ -r "$folder/fingerprint" ] && [ "$(cat "$folder/fingerprint")" = "$print" ]; then
    touch "$folder/fingerprint"
    return 0
  fi
  if service_runs "$1"; then # from this very folder: classes that it has not loaded yet would be gone, or others
    echo "$OLDER_BUILD"
    return 0
  fi
  rm -rf "$folder" "$folder.partial" "$CACHES/$1.aot"
  mkdir -p "$folder.partial"
  cp "$jar" "$folder.partial/$1.jar"
  (cd "$folder.partial" && "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1.jar" extract --destination laid-out >/dev/null) || return 1
  printf '%s' "$print" >"$folder.partial/laid-out/fingerprint"
  mv "$folder.partial/laid-out" "$folder"
  rm -rf "$folder.partial"
}

OLDER_BUILD='runs, and keeps the build it was started from'

lay_out_all() {
  local service children='' older
  for service in $SERVICES; do
    lay_out "$service" >"$LOGS/layout-$service.log" 2>&1 &
    children="$children $!"
  done
  for child in $children; do
    wait "$child" || fail "The jars could not be laid out under $APPS: $(cat "$LOGS"/layout-*.log)"
  done
  older=$({ grep -l "$OLDER_BUILD" "$LOGS"/layout-*.log || true; } | wc -l)
  [ "$older" -eq 0 ] || progress "$((older)) of the services that run are of an older build: ./accord down && ./accord up takes the new one"
}

heap_of() { # SERVICE -> megabytes; together with what a JVM needs besides, the six stay below 2 GB
  case $1 in
    discovery) printf 96 ;;
    intervention-service) printf 224 ;;
    *) printf 160 ;;
  esac
}

# The cache can be used only by a JVM with the same collector and object layout: one list for making and using it.
java_options() { # SERVICE -> sets JAVA_OPTIONS_OF
  JAVA_OPTIONS_OF=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders "-Xmx$(heap_of "$1")m" -Xss512k -XX:ReservedCodeCacheSize=96m
    -XX:MaxDirectMemorySize=64m -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData -Duser.timezone=UTC)
  # shellcheck disable=SC2206
  [ -z "${ACCORD_JAVA_OPTIONS:-}" ] || JAVA_OPTIONS_OF+=($ACCORD_JAVA_OPTIONS)
}

# Half of the work of a start is the optimising compiler's, and six services starting on two cores have no time for it.
# Without it they answer about a third of the requests per second that they could: --for-load keeps it.
compiler_options() { [ "$FOR_LOAD" = true ] || printf '%s' -XX:TieredStopAtLevel=1; }

cache_of() { # SERVICE -> the cache that fits the files and the JDK of today, when there is one
  local cache=$CACHES/$1.aot
  [ -s "$cache" ] && [ "$(cat "$cache.for" 2>/dev/null)" = "$(cache_identity "$1")" ] && printf '%s' "$cache"
}

cache_identity() { # SERVICE
  java_options "$1"
  printf '%s|%s|%s' "$(cat "$APPS/$1/fingerprint")" "$(sed -n 's/^\(JAVA_RUNTIME_VERSION\|IMPLEMENTOR\)=//p' "$JAVA_HOME/release" 2>/dev/null | tr -d '\n')" "${JAVA_OPTIONS_OF[*]}"
}

missing_caches() {
  local service
  for service in $SERVICES; do
    [ -n "$(cache_of "$service")" ] || printf '%s ' "$service"
  done
}

# Starts the service once up to the point where it would begin to serve, and lets the JVM write down what it loaded. It
# takes part in nothing: no port, no registration, no consumer, no demo data.
record_cache() { # SERVICE
  local service=$1 fresh=$CACHES/$1.new
  mkdir -p "$CACHES"
  java_options "$service"
  rm -f "$fresh" "$fresh.config"
  (
    cd "$APPS/$service"
    service_environment "$service"
    export ACCORD_DEMO=false PORT=0
    exec nice -n 10 "$JAVA_HOME/bin/java" "${JAVA_OPTIONS_OF[@]}" -XX:TieredStopAtLevel=1 "-XX:AOTCacheOutput=$fresh" -Dspring.context.exit=onRefresh \
      -Deureka.client.register-with-eureka=false -Deureka.client.fetch-registry=false -jar "$service.jar"
  ) >"$LOGS/cache-$service.log" 2>&1 </dev/null || true
  [ -s "$fresh" ] || return 1
  cache_identity "$service" >"$CACHES/$service.aot.for"
  mv "$fresh" "$CACHES/$service.aot"
}

record_caches() {
  local service
  for service in $(missing_caches); do
    record_cache "$service" || warn "No class cache for $service: $LOGS/cache-$service.log says why."
  done
}

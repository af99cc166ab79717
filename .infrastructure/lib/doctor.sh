# What this machine has, what it lacks, and how to get it.

verdict() { # good|note|bad TEXT
  local mark
  case $1 in good) mark='✓' ;; note) mark='·' ;; bad) mark='✗' HEALTHY=no ;; esac
  shift
  printf '  %s %s\n' "$mark" "$*"
}

doctor() {
  HEALTHY=yes
  say "Java"
  if find_java; then
    verdict good "JDK $JDK_VERSION: $JAVA_HOME"
  else
    verdict bad "no JDK $JDK_VERSION: https://adoptium.net/temurin/releases/?version=$JDK_VERSION, sdk install java $JDK_VERSION-tem, or set JAVA_HOME"
  fi

  say "Tools"
  if command -v curl >/dev/null; then verdict good "curl"; else verdict bad "no curl: apt-get install curl, brew install curl"; fi
  if command -v git >/dev/null; then verdict good "git"; else verdict note "no git: needed only to change the code"; fi
  if command -v npm >/dev/null && command -v node >/dev/null; then
    verdict good "Node $(node --version)"
  else
    verdict note "no Node with npm: without them everything but the web client is built; 20.19 or newer, https://nodejs.org"
  fi

  say "MySQL and RabbitMQ"
  if backing_given; then
    verdict note "given by the environment: ${ACCORD_MYSQL_HOST:-?} and ${ACCORD_RABBIT_HOST:-?}"
  fi
  local ways=0
  if docker_answers; then
    verdict good "Docker engine $(docker version --format '{{.Server.Version}}' 2>/dev/null)"
    ways=1
  elif command -v docker >/dev/null; then
    verdict note "a docker command, but no engine answers"
  else
    verdict note "no Docker"
  fi
  if private_possible; then
    verdict good "a private pair can be unpacked from packages (kept in ${ACCORD_CACHE:-${XDG_CACHE_HOME:-~/.cache}/accord-interventions})"
    ways=1
  else
    verdict note "no private pair: it needs Linux with apt-get, dpkg-deb and flock"
  fi
  if [ $ways = 0 ] && ! backing_given; then
    verdict bad "no way to MySQL and RabbitMQ: start Docker, or set ACCORD_MYSQL_* and ACCORD_RABBIT_*"
  fi

  say "Room"
  local megabytes
  megabytes=$(awk '/^MemAvailable/ { print int($2 / 1024) }' /proc/meminfo 2>/dev/null || true)
  if [ -n "$megabytes" ]; then
    if [ "$megabytes" -ge 3000 ] || any_instance_runs; then verdict good "$megabytes MB of memory free"; else verdict bad "only $megabytes MB of memory free: the suite wants 3000"; fi
  fi
  megabytes=$(df -Pm "$ROOT" | awk 'NR == 2 { print $4 }')
  if [ "$megabytes" -ge 3000 ]; then verdict good "$megabytes MB of disk free"; else verdict bad "only $megabytes MB of disk free: the suite wants 3000"; fi
  if mkdir -p "$HOME_FOLDER" 2>/dev/null && [ -w "$HOME_FOLDER" ]; then verdict good "$HOME_FOLDER can be written"; else verdict bad "$HOME_FOLDER cannot be written: set ACCORD_HOME to a folder that can"; fi

  say "Ports"
  local port
  for port in "$GATEWAY_PORT" "$DISCOVERY_PORT"; do
    if ! port_answers "$port"; then
      verdict good "$port is free"
    elif any_instance_runs; then
      verdict good "$port is used, by this suite which is up"
    else
      verdict bad "$port is taken: choose others with ACCORD_GATEWAY_PORT and ACCORD_DISCOVERY_PORT"
    fi
  done
  [ "$HEALTHY" = yes ]
}

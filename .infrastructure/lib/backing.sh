# MySQL and RabbitMQ for the suite: endpoints given by the environment, else a Docker engine, else the private pair.
# The choice is remembered, because the data are where they were written the last time.

backing_given() { [ -n "${ACCORD_MYSQL_HOST:-}" ] || [ -n "${ACCORD_RABBIT_HOST:-}" ]; }

docker_answers() {
  command -v docker >/dev/null || return 1
  # A client may wait for ever for an engine that hangs: five seconds are enough for one that works.
  docker version --format '{{.Server.Version}}' >/dev/null 2>&1 &
  local client=$! tenth
  for tenth in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50; do
    kill -0 "$client" 2>/dev/null || { wait "$client"; return; }
    sleep 0.1
  done
  kill "$client" 2>/dev/null || true
  return 1
}

private_possible() {
  [ "$(uname -s)" = Linux ] && command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null && command -v flock >/dev/null
}

choose_backing() { # sets BACKING to given, docker or private
  local remembered=''
  [ ! -r "$HOME_FOLDER/backing" ] || remembered=$(cat "$HOME_FOLDER/backing")
  if backing_given; then
    [ -n "${ACCORD_MYSQL_HOST:-}" ] && [ -n "${ACCORD_RABBIT_HOST:-}" ] ||
      fail "ACCORD_MYSQL_HOST and ACCORD_RABBIT_HOST belong together: give both, or neither."
    BACKING=given
    return
  fi
  case ${ACCORD_BACKING:-$remembered} in
    docker)
      docker_answers || fail "MySQL and RabbitMQ of this checkout are in Docker, and no engine answers. Start it, or begin anew with ACCORD_BACKING=private ./accord up."
      BACKING=docker
      ;;
    private) BACKING=private ;;
    given)
      fail "The data of this checkout are on servers that were given by the environment: set ACCORD_MYSQL_HOST, ACCORD_RABBIT_HOST
and what belongs to them as before, or begin anew with ACCORD_BACKING=private (or docker) ./accord up. Nothing was started."
      ;;
    '')
      if docker_answers; then
        BACKING=docker
      elif private_possible; then
        BACKING=private
      else
        fail "MySQL and RabbitMQ are needed. Three ways: start Docker; or, on Debian and its family, have apt-get and dpkg-deb
in the PATH; or point ACCORD_MYSQL_HOST, ACCORD_MYSQL_PORT, ACCORD_MYSQL_USER, ACCORD_MYSQL_PASSWORD and the same
with ACCORD_RABBIT_ at servers of your own."
      fi
      ;;
    *) fail "ACCORD_BACKING is '$ACCORD_BACKING': it must be docker or private." ;;
  esac
}

start_backing() { # exports ACCORD_MYSQL_*, ACCORD_RABBIT_*
  case $BACKING in
    given)
      progress "MySQL and RabbitMQ: those of the environment ($ACCORD_MYSQL_HOST:${ACCORD_MYSQL_PORT:-3306}, $ACCORD_RABBIT_HOST:${ACCORD_RABBIT_PORT:-5672})"
      ;;
    docker)
      progress "MySQL and RabbitMQ: containers of the Docker engine"
      if ! start_containers; then
        # An engine without the images and without a way to fetch them is no reason to give up on the first start.
        if [ ! -r "$HOME_FOLDER/backing" ] && [ -z "${ACCORD_BACKING:-}" ] && private_possible; then
          progress "The Docker engine cannot run them ($LOGS/docker.log says why): a private pair takes their place"
          BACKING=private
          start_private
        else
          fail "MySQL and RabbitMQ did not come up in Docker: $LOGS/docker.log says why."
        fi
      fi
      ;;
    private)
      progress "MySQL and RabbitMQ: a private pair, unpacked from packages"
      start_private
      ;;
  esac
  export_backing
  printf '%s\n' "$BACKING" >"$HOME_FOLDER/backing"
}

start_private() {
  start_servers || { cat "$LOGS/servers.log" >&2; exit 1; }
  report_servers
  keep_server_addresses
}

start_servers() { "$ROOT/.infrastructure/servers" up --state "$HOME_FOLDER/servers" --durable \
  --keys "http://127.0.0.1:$GATEWAY_PORT/oauth2/jwks" >"$LOGS/servers.log" 2>&1; }

report_servers() {
  local line
  while IFS= read -r line; do progress "  $line"; done <"$LOGS/servers.log"
}

keep_server_addresses() { (umask 077 && cat "$HOME_FOLDER/servers/servers.env" >"$RUN/backing.env"); }

# A pair that has been there before is back in a few seconds, at the same ports unless somebody else has taken them. A
# service takes longer until it asks for its database: both can start at once.
SERVERS_STARTING='' SERVERS_ENDED=''

begin_private() { # sets SERVERS_STARTING; false when the pair is not one that is back at once
  local environment=$HOME_FOLDER/servers/servers.env
  [ "$BACKING" = private ] && [ -r "$environment" ] && [ -r "$HOME_FOLDER/backing" ] && [ -d "$HOME_FOLDER/servers/rabbitmq/mnesia" ] || return 1
  progress "MySQL and RabbitMQ: a private pair, unpacked from packages"
  rm -f "$environment"
  start_servers &
  SERVERS_STARTING=$!
  until [ -r "$environment" ]; do
    kill -0 "$SERVERS_STARTING" 2>/dev/null || return 1
    sleep 0.05
  done
  keep_server_addresses
  export_backing
}

# Whether the pair has ended its start, and not well. The shell tells how a process ended only once.
private_failed() {
  [ -n "$SERVERS_STARTING" ] && ! kill -0 "$SERVERS_STARTING" 2>/dev/null && ! private_came_up
}

private_came_up() { # waits for it
  [ -n "$SERVERS_ENDED" ] || { wait "$SERVERS_STARTING" && SERVERS_ENDED=0 || SERVERS_ENDED=$?; }
  [ "$SERVERS_ENDED" = 0 ]
}

# False when the services were told addresses that the pair had to give up.
finish_private() {
  local instance
  if ! private_came_up; then
    cat "$LOGS/servers.log" >&2
    exec 2>/dev/null # or the shell tells of each that is killed; without a database they have nothing to lose
    for instance in $(started_instances); do signal_process "$RUN/$instance.pid" KILL; done
    exit 1
  fi
  report_servers
  cmp -s "$HOME_FOLDER/servers/servers.env" "$RUN/backing.env" && return 0
  keep_server_addresses
  export_backing
  return 1
}

# --- Containers, one pair per checkout, published on this machine only; data in named volumes ----------------------------

container_name() { printf 'accord-%s-%s' "$(printf '%s' "$HOME_FOLDER" | cksum | cut -d' ' -f1)" "$1"; }

container_port() { docker port "$(container_name "$1")" "$2/tcp" 2>/dev/null | sed -n '1s/.*://p'; }

# A broker in a container fetches the keys of access tokens at the gateway, which is on this machine. Where the engine runs on it
# too, containers see it at the address of their bridge, at which the gateway therefore listens as well. Elsewhere (Docker
# Desktop) their name for it leads to its loopback.
bridge_address() { # nothing where it is not one of this machine's
  local address
  address=$(docker network inspect bridge -f '{{(index .IPAM.Config 0).Gateway}}' 2>/dev/null) || return 0
  case " $(hostname -I 2>/dev/null) " in *" $address "*) printf '%s' "$address" ;; esac
}

make_broker_trust() {
  mkdir -p "$HOME_FOLDER/broker"
  broker_trust "http://host.docker.internal:$GATEWAY_PORT/oauth2/jwks" >"$HOME_FOLDER/broker/advanced.config"
  broker_plugins >"$HOME_FOLDER/broker/enabled_plugins"
  chmod 755 "$HOME_FOLDER/broker"
  chmod 644 "$HOME_FOLDER"/broker/*
}

# One from before partners could log in has not what they need; its data are in the volume.
retire_old_broker() {
  local name
  name=$(container_name rabbitmq)
  case $(docker inspect -f '{{.HostConfig.ExtraHosts}}' "$name" 2>/dev/null) in
    '' | *host.docker.internal*) ;;
    *) docker rm -f "$name" ;;
  esac
}

run_container() { # KIND IMAGE VOLUME-TARGET OPTION...
  local name kind=$1 image=$2 target=$3
  name=$(container_name "$kind")
  shift 3
  if docker inspect "$name" >/dev/null 2>&1; then
    docker start "$name"
  else
    docker run -d --name "$name" --hostname "accord-$kind" --volume "$name:$target" "$@" "$image"
  fi
}

start_containers() {
  (
    set -e
    . "$SECRETS"
    make_broker_trust
    retire_old_broker
    run_container rabbitmq rabbitmq:4-management /var/lib/rabbitmq -p 127.0.0.1::5672 -p 127.0.0.1::15672 \
      --add-host host.docker.internal:host-gateway --volume "$HOME_FOLDER/broker:/etc/accord:ro" \
      -e RABBITMQ_ADVANCED_CONFIG_FILE=/etc/accord/advanced.config -e RABBITMQ_ENABLED_PLUGINS_FILE=/etc/accord/enabled_plugins \
      -e RABBITMQ_DEFAULT_USER=accord -e "RABBITMQ_DEFAULT_PASS=$ACCORD_BACKING_SECRET"
    run_container mysql mysql:8.4 /var/lib/mysql -p 127.0.0.1::3306 -e "MYSQL_ROOT_PASSWORD=$ACCORD_BACKING_SECRET"
    umask 077
    cat >"$RUN/backing.env" <<ENVIRONMENT
ACCORD_MYSQL_HOST=127.0.0.1
ACCORD_MYSQL_PORT=$(container_port mysql 3306)
ACCORD_MYSQL_USER=root
ACCORD_MYSQL_PASSWORD=$ACCORD_BACKING_SECRET
ACCORD_DATABASE_KIND=mysql
ACCORD_RABBIT_HOST=127.0.0.1
ACCORD_RABBIT_PORT=$(container_port rabbitmq 5672)
ACCORD_RABBIT_MANAGEMENT_PORT=$(container_port rabbitmq 15672)
ACCORD_RABBIT_USER=accord
ACCORD_RABBIT_PASSWORD=$ACCORD_BACKING_SECRET
ACCORD_GATEWAY_ALSO_AT=$(bridge_address)
ENVIRONMENT
    # A published port answers before its server does: the database's greeting and the broker's management page count.
    deadline=$(($(milliseconds) + 120000))
    until container_greets "$(container_port mysql 3306)" &&
      curl -sf -m 3 -o /dev/null -u "accord:$ACCORD_BACKING_SECRET" "http://127.0.0.1:$(container_port rabbitmq 15672)/api/overview"; do
      [ "$(milliseconds)" -lt "$deadline" ] || exit 1
      [ "$(docker inspect -f '{{.State.Running}}' "$(container_name mysql)" "$(container_name rabbitmq)" | sort -u)" = true ] || exit 1
      sleep 0.3
    done
  ) >"$LOGS/docker.log" 2>&1
}

container_greets() { # PORT
  local greeting
  (exec 3<>"/dev/tcp/127.0.0.1/$1" && IFS= read -r -t 2 -n 1 greeting <&3) 2>/dev/null
}

# --- Afterwards -----------------------------------------------------------------------------------------------------------

export_backing() {
  [ "$BACKING" != given ] || return 0
  set -a
  # shellcheck source=/dev/null
  . "$RUN/backing.env"
  set +a
}

recall_backing() { # for the commands that come after up
  BACKING=''
  [ ! -r "$HOME_FOLDER/backing" ] || BACKING=$(cat "$HOME_FOLDER/backing")
  [ -n "$BACKING" ] && { [ "$BACKING" = given ] || [ -r "$RUN/backing.env" ]; } || return 0
  export_backing
}

stop_backing() {
  case $BACKING in
    docker) docker stop "$(container_name rabbitmq)" "$(container_name mysql)" >/dev/null 2>&1 || true ;;
    private) "$ROOT/.infrastructure/servers" down --state "$HOME_FOLDER/servers" >/dev/null ;;
  esac
}

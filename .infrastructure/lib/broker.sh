# The private message broker: RabbitMQ and its Erlang from Debian. Sourced by ../servers. Uses STATE, the *_PORTs, PASSWORD,
# KEYS_URL.

FOR_A_BROKER='^(erlang-.*|rabbitmq-server|patchelf|libc6|libgcc-s1|libstdc\+\+6|zlib1g|libzstd1|libtinfo6|libncursesw6|libssl3.*|libsystemd0|libsctp1|libcap2|liblzma5|libcrypt1|libwrap0|liblz4-1|libgcrypt20|libgpg-error0|libmimalloc3|libcap-ng0)$'

build_rabbitmq() { # SCRATCH FINAL
  unpack_packages "$1" trixie -E "$FOR_A_BROKER" rabbitmq-server patchelf ||
    unpack_packages "$1" own -E "$FOR_A_BROKER" rabbitmq-server patchelf || return 1
  relocate_erlang "$1" "$2"
}

# Erlang starts programs of its own, so a loader in front of the first one is not enough: each of its executables is told
# where the loader and the libraries will be. The folder cannot be moved after that.
relocate_erlang() { # SCRATCH FINAL
  local loader libraries executable start
  loader=$(loader_of "$1") || return 1
  libraries=$(libraries_of "$1")
  while IFS= read -r executable; do
    [ "$(head -c 4 "$executable" | od -An -c | tr -d ' ')" = '177ELF' ] || continue
    "$loader" --library-path "$libraries" "$1/usr/bin/patchelf" --set-interpreter "$2${loader#"$1"}" --force-rpath \
      --set-rpath "$(libraries_of "$2")" "$executable" || return 1
  done < <(find "$1/usr/lib/erlang" -type f -perm -u+x ! -name '*.so')
  for start in "$1"/usr/lib/erlang/bin/erl "$1"/usr/lib/erlang/erts-*/bin/erl; do
    sed -i "s#^\( *\)ROOTDIR=.*#\1ROOTDIR=\"$2/usr/lib/erlang\"#" "$start" || return 1
  done
}

# The name of the node is part of its data: it is the same whatever the ports of the day are.
broker_environment() {
  local data=$STATE/rabbitmq
  mkdir -p "$data/home" "$data/mnesia" "$data/conf"
  export ERL_ROOTDIR="$BROKER_HOME/usr/lib/erlang" ROOTDIR="$BROKER_HOME/usr/lib/erlang" PATH="$BROKER_HOME/usr/lib/erlang/bin:$PATH"
  export ERL_EPMD_PORT=$EPMD_PORT ERL_EPMD_ADDRESS=127.0.0.1 HOME="$data/home" LANG=C.UTF-8 LC_ALL=C.UTF-8
  export RABBITMQ_NODENAME=accord@localhost RABBITMQ_NODE_PORT=$BROKER_PORT RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_DIST_PORT=$DISTRIBUTION_PORT
  export RABBITMQ_MNESIA_BASE="$data/mnesia" RABBITMQ_LOG_BASE="$STATE/logs" RABBITMQ_LOGS=- RABBITMQ_CONFIG_FILE="$data/rabbitmq.conf"
  export RABBITMQ_ADVANCED_CONFIG_FILE="$data/advanced.config"
  export RABBITMQ_ENABLED_PLUGINS_FILE="$data/enabled_plugins" RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_GENERATED_CONFIG_DIR="$data/conf"
  export RABBITMQ_FEATURE_FLAGS_FILE="$data/feature_flags" RABBITMQ_PID_FILE="$data/node.pid"
  # No busy waiting: Erlang's schedulers would otherwise spin on cores that the services need.
  export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none"
  export RUNNING_UNDER_SYSTEMD=yes # no shell between us and the broker: the process we start is the process we stop
}

broker_configuration() {
  cat <<CONFIGURATION
listeners.tcp.1 = 127.0.0.1:$BROKER_PORT
management.tcp.ip = 127.0.0.1
management.tcp.port = $MANAGEMENT_PORT
default_user = accord
default_pass = $PASSWORD
loopback_users = none
disk_free_limit.absolute = 100MB
log.console = true
log.console.level = info
log.file = false
CONFIGURATION
  [ "$DURABILITY" = durable ] || cat "${BASH_SOURCE[0]%/*}/quick-statistics.conf"
}

start_broker() {
  running_process "$STATE/rabbitmq.pid" >/dev/null && return 0
  local program
  program=$(ls -d "$BROKER_HOME"/usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server) || return 1
  (
    broker_environment
    (umask 077 && broker_configuration >"$RABBITMQ_CONFIG_FILE" && broker_trust "$KEYS_URL" >"$RABBITMQ_ADVANCED_CONFIG_FILE")
    broker_plugins >"$RABBITMQ_ENABLED_PLUGINS_FILE"
    if ! running_process "$STATE/epmd.pid" >/dev/null; then
      setsid "$ERL_ROOTDIR"/erts-*/bin/epmd -relaxed_command_check >"$STATE/logs/epmd.log" 2>&1 </dev/null 9>&- &
      remember_process "$STATE/epmd.pid" $!
    fi
    setsid "$program" >"$STATE/logs/rabbitmq.log" 2>&1 </dev/null 9>&- &
    remember_process "$STATE/rabbitmq.pid" $!
  )
}

# Both of its faces: the management API knows the user, and the AMQP port is open.
broker_answers() {
  local status
  port_answers "$MANAGEMENT_PORT" || return 1
  status=$(management_get /api/overview) || return 1
  case $status in "HTTP/1."*" 200 "*) port_answers "$BROKER_PORT" ;; *) return 1 ;; esac
}

management_get() { # PATH -> the status line
  (
    exec 3<>"/dev/tcp/127.0.0.1/$MANAGEMENT_PORT" || exit 1
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic %s\r\n\r\n' "$1" \
      "$(printf 'accord:%s' "$PASSWORD" | base64 | tr -d '\n')" >&3
    IFS= read -r -t 5 line <&3 && printf '%s' "$line"
  ) 2>/dev/null
}

# Shared by every script here: messages, processes known by more than their number, ports, waiting with a bound.
# Sourced, never run. Kept to what bash 3.2 understands, because that is the bash of macOS.

say()  { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
fail() { warn "$*"; exit 1; }

milliseconds() {
  if [ -n "${EPOCHREALTIME:-}" ]; then
    local now=${EPOCHREALTIME/[.,]/}
    printf '%s' $((now / 1000))
  else
    printf '%s' $(($(date +%s) * 1000))
  fi
}

seconds_since() { # MILLISECONDS -> "3.4"
  local elapsed=$(($(milliseconds) - $1))
  printf '%d.%d' $((elapsed / 1000)) $((elapsed % 1000 / 100))
}

random_word() { # BYTES -> twice as many hexadecimal digits
  od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'
}

# --- Processes -------------------------------------------------------------------------------------------------------
# A process number alone is not an identity: numbers are given out again. A pid file here holds the number and the moment
# the process was born, so that a stale file never makes us stop a stranger.

process_birth() { # PID -> a word that no other process of that number has; fails when there is none
  if [ -r "/proc/$1/stat" ]; then
    local stat
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    stat=${stat##*) } # the command name in the second field may hold anything, spaces and brackets included
    # shellcheck disable=SC2086
    set -- $stat
    case $1 in Z | X) return 1 ;; esac
    printf '%s' "${20}"
  elif [ ! -d /proc/self ]; then
    local birth
    birth=$(ps -o lstart= -p "$1" 2>/dev/null) || return 1
    printf '%s' "$birth" | tr -s ' ' '-'
  else
    return 1
  fi
}

remember_process() { # FILE PID
  local birth
  birth=$(process_birth "$2") || return 1
  printf '%s %s\n' "$2" "$birth" >"$1.new" && mv "$1.new" "$1"
}

running_process() { # FILE -> the process number, when exactly that process still runs
  local pid birth
  [ -r "$1" ] || return 1
  read -r pid birth <"$1" || return 1
  [ "$(process_birth "$pid")" = "$birth" ] || return 1
  printf '%s' "$pid"
}

signal_process() { # FILE SIGNAL
  local pid
  pid=$(running_process "$1") || return 0
  kill "-$2" "$pid" 2>/dev/null || true
}

await_end() { # FILE SECONDS
  local deadline=$(($(milliseconds) + $2 * 1000))
  while running_process "$1" >/dev/null; do
    [ "$(milliseconds)" -lt "$deadline" ] || return 1
    sleep 0.05
  done
  rm -f "$1"
}

stop_process() { # FILE SECONDS: asks, waits, and only then insists
  signal_process "$1" TERM
  await_end "$1" "$2" && return 0
  signal_process "$1" KILL
  await_end "$1" 5
}

# --- Ports -----------------------------------------------------------------------------------------------------------

port_answers() { # PORT
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port() { # a port nobody listens on, below the range from which outgoing connections are numbered
  local port attempt
  for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    port=$((15000 + (RANDOM * 32768 + RANDOM + attempt) % 17000))
    port_answers "$port" || { printf '%s' "$port"; return 0; }
  done
  return 1
}

# The private database: MySQL from Debian, or MariaDB where MySQL cannot be had. Sourced by ../servers.
# Uses STATE, DURABILITY, DATABASE_PORT and DATABASE_PASSWORD; sets DATABASE_KIND and DATABASE_HOME.

NOT_FOR_A_DATABASE='^(perl|perl-base|perl-modules.*|libperl.*|debconf|libgdbm.*|libdb5.*)$'

# MySQL is in no Debian release, only in sid; other distributions of the family carry it themselves.
build_mysql() { # SCRATCH FINAL
  unpack_packages "$1" sid -Ev "$NOT_FOR_A_DATABASE" mysql-server-core ||
    unpack_packages "$1" own -Ev "$NOT_FOR_A_DATABASE" mysql-server-core ||
    unpack_packages "$1" own -Ev "$NOT_FOR_A_DATABASE" mysql-server-core-8.0 || return 1
  unpacked_database "$1" mysqld --no-defaults --version
}

build_mariadb() { # SCRATCH FINAL
  unpack_packages "$1" own -Ev "$NOT_FOR_A_DATABASE" mariadb-server-core ||
    unpack_packages "$1" trixie -Ev "$NOT_FOR_A_DATABASE" mariadb-server-core || return 1
  unpacked_database "$1" mariadbd --no-defaults --version
}

choose_database() {
  case ${ACCORD_DATABASE:-mysql} in
    mysql)
      DATABASE_KIND=mysql
      cached mysql build_mysql || {
        warn "MySQL cannot be had from packages here ($CACHE/mysql.log says why): MariaDB takes its place."
        DATABASE_KIND=mariadb
      }
      ;;
    mariadb)
      warn "MariaDB takes the place of MySQL, as ACCORD_DATABASE asks."
      DATABASE_KIND=mariadb
      ;;
    *) fail "ACCORD_DATABASE is '$ACCORD_DATABASE': it must be mysql or mariadb." ;;
  esac
  if [ "$DATABASE_KIND" = mariadb ]; then
    cached mariadb build_mariadb || fail "Neither MySQL nor MariaDB can be unpacked from packages here: see $CACHE/*.log."
  fi
  DATABASE_HOME=$CACHE/$DATABASE_KIND
  DATABASE_DATA=$STATE/$DATABASE_KIND/data
}

# Runs a server of an unpacked folder with that folder's own loader and libraries.
unpacked_database() { # FOLDER SERVER ARGUMENT...
  local folder=$1 server=$2
  shift 2
  "$(loader_of "$folder")" --library-path "$(libraries_of "$folder")" "$folder/usr/sbin/$server" "$@"
}

# Fills COMMAND: loader, server and the options that initialising and running share.
database_command() { # DATA
  local server=mysqld
  [ "$DATABASE_KIND" = mysql ] || server=mariadbd
  COMMAND=("$(loader_of "$DATABASE_HOME")" --library-path "$(libraries_of "$DATABASE_HOME")" "$DATABASE_HOME/usr/sbin/$server"
    --no-defaults "--datadir=$1" "--basedir=$DATABASE_HOME/usr" "--plugin-dir=$DATABASE_HOME/usr/lib/mysql/plugin"
    "--lc-messages-dir=$DATABASE_HOME/usr/share/mysql" "--character-sets-dir=$DATABASE_HOME/usr/share/mysql/charsets"
    --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_520_ci --default-time-zone=+00:00
    --skip-log-bin --performance-schema=OFF)
  [ "$(id -u)" != 0 ] || COMMAND+=(--user=root)
  [ "$DATABASE_KIND" = mariadb ] || COMMAND+=(--mysqlx=OFF --secure-file-priv=NULL)
}

# Everything is made in a scratch folder that gets its name when it is complete: an interrupted first start leaves nothing
# that a second one could take for a database.
initialise_database() {
  local scratch=$DATABASE_DATA.partial account
  [ ! -d "$DATABASE_DATA" ] || return 0
  rm -rf "$scratch"
  mkdir -p "${DATABASE_DATA%/*}"
  account="CREATE USER IF NOT EXISTS 'accord'@'%' IDENTIFIED BY '$PASSWORD'; GRANT ALL ON *.* TO 'accord'@'%' WITH GRANT OPTION;"
  database_command "$scratch"
  if [ "$DATABASE_KIND" = mysql ]; then
    (umask 077 && printf '%s\n' "$account" >"$STATE/account.sql")
    "${COMMAND[@]}" --innodb-redo-log-capacity=16M --initialize-insecure "--init-file=$STATE/account.sql"
    local result=$?
    rm -f "$STATE/account.sql"
    [ $result = 0 ] || return 1
  else
    mkdir -p "$scratch/mysql"
    local scripts=$DATABASE_HOME/usr/share/mysql
    {
      printf '%s;\n' 'CREATE DATABASE IF NOT EXISTS mysql' 'USE mysql' 'SET @auth_root_socket = NULL' # one statement a line
      cat "$scripts/mysql_system_tables.sql" "$scripts/mysql_performance_tables.sql" "$scripts/mysql_system_tables_data.sql"
      printf 'FLUSH PRIVILEGES;\n%s\n' "${account//; /;$'\n'}"
    } | "${COMMAND[@]}" --bootstrap --skip-networking --max-allowed-packet=8M || return 1
  fi
  mv "$scratch" "$DATABASE_DATA"
}

start_database() {
  running_process "$STATE/mysql.pid" >/dev/null && return 0
  initialise_database >"$STATE/logs/mysql-initialise.log" 2>&1 || return 1
  database_command "$DATABASE_DATA"
  # One that was killed leaves the lock of its socket behind, which keeps the next one out for good where the number in it is
  # another process's by now. It is nobody's here; the data have a lock of their own, which ends with its process.
  rm -f "$DATABASE_DATA/database.sock.lock"
  # The socket is named relative to the data folder: a full path could be longer than the path of a socket may be.
  COMMAND+=("--port=$DATABASE_PORT" --bind-address=127.0.0.1 --skip-name-resolve --max-connections=500
    --socket=database.sock "--pid-file=$DATABASE_DATA/database.pid")
  if [ "$DURABILITY" = durable ]; then
    COMMAND+=(--innodb-buffer-pool-size=256M --innodb-flush-log-at-trx-commit=1)
  else
    COMMAND+=(--innodb-buffer-pool-size=128M --innodb-flush-log-at-trx-commit=2 --innodb-doublewrite=0)
  fi
  [ "$DATABASE_KIND" = mariadb ] || COMMAND+=("--innodb-redo-log-capacity=$([ "$DURABILITY" = durable ] && echo 256M || echo 64M)")
  setsid "${COMMAND[@]}" >"$STATE/logs/mysql.log" 2>&1 </dev/null 9>&- &
  remember_process "$STATE/mysql.pid" $!
}

# Something else that holds the port says nothing; a database speaks first.
database_answers() {
  local greeting
  (exec 3<>"/dev/tcp/127.0.0.1/$DATABASE_PORT" && IFS= read -r -t 2 -n 1 greeting <&3) 2>/dev/null
}

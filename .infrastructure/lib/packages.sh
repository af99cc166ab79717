# Programs taken from Debian's packages without installing them: no root, no dpkg database, no container.
# Everything a program needs, its C library included, is unpacked into one folder of the cache; the machine is not touched.

CACHE=${ACCORD_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/accord-interventions}

packages_possible() {
  [ "$(uname -s)" = Linux ] && command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null && command -v flock >/dev/null
}

# The Debian mirror of this machine, as its own apt is set up; nothing when it is not a Debian.
debian_mirror() {
  sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] *\)\{0,1\}\([^ ]*\) .*/\2/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null |
    tr ' ' '\n' | grep -E '/debian/?$' | head -n 1
}

# apt with a state of its own and an empty list of installed packages, so that it names the whole closure. The machine's
# apt configuration (proxies, certificates) stays in force; only its sources, pins and folders are replaced.
private_apt() { # FOLDER COMMAND...
  local folder=$1
  shift
  local sources=()
  if [ -s "$folder/sources.list" ]; then
    sources=(-o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null)
  fi
  apt-get -qq "${sources[@]+"${sources[@]}"}" \
    -o "Dir::State=$folder" -o "Dir::State::Lists=$folder/lists" -o "Dir::State::Status=$folder/status" \
    -o "Dir::Cache=$folder/cache" -o "Dir::Log=$folder/log" \
    -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
    -o APT::Install-Recommends=0 -o APT::Sandbox::User=root -o Acquire::Languages=none -o Acquire::Retries=2 \
    -o Acquire::http::Timeout=20 -o Acquire::Check-Valid-Until=false -o Acquire::Check-Date=false "$@"
}

# Unpacks the closure of the packages named. SUITE is a Debian suite, or "own" for the suites the machine itself uses.
# FILTER is an option and a pattern for grep: what a closure drags in and a server never opens (perl, adduser) stays out.
unpack_packages() { # FOLDER SUITE FILTER-OPTION FILTER-PATTERN PACKAGE...
  local folder=$1 suite=$2 filter=("$3" "$4")
  shift 4
  local apt=$folder/.apt mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  rm -rf "$apt"
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/log" || return 1
  : >"$apt/status"
  if [ "$suite" != own ]; then
    mirror=$(debian_mirror)
    [ -n "$mirror" ] || return 1
    printf 'deb %s%s %s main\n' "$([ -r "$keyring" ] && printf '[signed-by=%s] ' "$keyring")" "$mirror" "$suite" >"$apt/sources.list"
  fi
  private_apt "$apt" update || [ "$suite" = own ] || return 1 # of the machine's own sources, one that we don't need may fail
  private_apt "$apt" install -y --print-uris "$@" >"$apt/closure" || return 1
  local wanted
  wanted=$(awk -F"[' ]" '/^\x27/ { sub(/_.*/, "", $4); print $4 }' "$apt/closure" | grep "${filter[@]}") || return 1
  # shellcheck disable=SC2086
  (cd "$apt/cache/archives" && private_apt "$apt" download $wanted) || return 1
  local archive
  for archive in "$apt"/cache/archives/*.deb; do
    dpkg-deb -x "$archive" "$folder" || return 1
  done
  rm -rf "$apt"
}

# Makes CACHE/NAME by calling BUILDER with a scratch folder and the final one, once for all checkouts and all parallel
# callers; the folder gets its name only when it is complete.
cached() { # NAME BUILDER...
  local name=$1 final="$CACHE/$1"
  shift
  [ -d "$final" ] && return 0
  mkdir -p "$CACHE" || return 1
  (
    flock -w 900 8 || exit 1
    [ -d "$final" ] && exit 0
    rm -rf "$final".partial.*
    partial=$(mktemp -d "$final.partial.XXXXXX") || exit 1
    if "$@" "$partial" "$final" >"$partial.log" 2>&1; then
      rm -f "$partial.log"
      chmod 755 "$partial"
      mv "$partial" "$final"
    else
      mv "$partial.log" "$final.log"
      rm -rf "$partial"
      exit 1
    fi
  ) 8>"$CACHE/$name.lock"
}

# The loader and the library path inside an unpacked folder.
loader_of() { # FOLDER -> path of its ld.so
  local candidate
  for candidate in "$1"/usr/lib64/ld-linux-*.so.* "$1"/lib64/ld-linux-*.so.* "$1"/usr/lib/ld-linux-*.so.* "$1"/lib/ld-linux-*.so.* \
    "$1"/usr/lib/*/ld-linux-*.so.* "$1"/lib/*/ld-linux-*.so.*; do
    [ -e "$candidate" ] && { printf '%s' "$candidate"; return 0; }
  done
  return 1
}

libraries_of() { # FOLDER -> its library path
  printf '%s' "$1/usr/lib/$(uname -m)-linux-gnu:$1/lib/$(uname -m)-linux-gnu"
}

# Signs in as a person does: authorization code with PKCE as accord-mobile, through the gateway and the login form.

base64url() { base64 | tr -d '=\n' | tr '+/' '-_'; }

sha256() { # of stdin, as bytes
  local hex
  if command -v sha256sum >/dev/null; then hex=$(sha256sum); else hex=$(shasum -a 256); fi
  # shellcheck disable=SC2059
  printf "$(printf '%s' "${hex%% *}" | sed 's/../\\x&/g')"
}

header() { # NAME: of the response headers on stdin
  tr -d '\r' | awk -v name="$1" 'BEGIN { FS = ": *" } tolower($1) == name { sub(/^[^:]*: */, ""); value = $0 } END { print value }'
}

REFUSED=2 # how access_token ends when there is nobody of that name with that password

access_token() { # USERNAME PASSWORD -> the token; fails with a word why
  local cookies verifier challenge state callback=http://127.0.0.1:8765/callback location page token code
  cookies=$(mktemp "${TMPDIR:-/tmp}/accord.XXXXXX")
  # shellcheck disable=SC2064
  trap "rm -f '$cookies'" RETURN
  verifier=$(head -c 48 /dev/urandom | base64url)
  challenge=$(printf '%s' "$verifier" | sha256 | base64url)
  state=$(random_word 8)
  page=$(mobile_curl -L "$ISSUER/oauth2/authorize?response_type=code&client_id=accord-mobile&scope=openid%20profile&state=$state&code_challenge=$challenge&code_challenge_method=S256&redirect_uri=$callback") ||
    { warn "The login page does not answer."; return 1; }
  token=$(printf '%s' "$page" | grep -oE '<input[^>]*name="_csrf"[^>]*>' | head -n 1 | sed -n 's/.*value="\([^"]*\)".*/\1/p')
  location=$(mobile_curl -D - -o /dev/null "$ISSUER/login" --data-urlencode "username=$1" --data-urlencode "password=$2" --data-urlencode "_csrf=$token" | header location)
  case $location in
    *error*) warn "The login was refused."; return $REFUSED ;;
    '') warn "The login form did not answer as expected."; return 1 ;;
    /*) location=$ISSUER$location ;;
  esac
  location=$(mobile_curl -D - -o /dev/null "$location" | header location)
  code=$(printf '%s' "$location" | sed -n 's/.*[?&]code=\([^&]*\).*/\1/p')
  [ -n "$code" ] || { warn "No authorization code was given${location:+ ($location)}."; return 1; }
  mobile_curl "$ISSUER/oauth2/token" -d grant_type=authorization_code -d client_id=accord-mobile -d "redirect_uri=$callback" \
    -d "code_verifier=$verifier" -d "code=$code" | sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p' | grep .
}

# A browser says that it wants a page; to others the authorization server answers 401 instead of showing its form.
mobile_curl() { curl -sS -m 10 -H 'Accept: text/html, application/json;q=0.9' -b "$cookies" -c "$cookies" "$@"; }

login_page_answers() { # and nobody gets further without logging in
  curl -sf -m 5 -o /dev/null "$ISSUER/login" && [ "$(curl -s -m 5 -o /dev/null -w '%{http_code}' "$ISSUER/api/v1/me")" = 401 ]
}

api_get() { # TOKEN PATH -> body; fails unless 2xx
  curl -sSf -m 10 -H "Authorization: Bearer $1" "$ISSUER$2"
}

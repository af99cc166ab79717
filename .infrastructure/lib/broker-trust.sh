# Whom the broker lets in, besides those who have a password. Sourced, never run.

broker_trust() { # KEYS-URL
  sed "s#@KEYS_URL@#$1#" "$(dirname "${BASH_SOURCE[0]}")/advanced.config"
}

broker_plugins() { printf '[rabbitmq_management,rabbitmq_auth_backend_oauth2].\n'; }

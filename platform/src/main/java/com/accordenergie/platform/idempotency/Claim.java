package com.accordenergie.platform.idempotency;

import java.util.UUID;

/** What came of asking for a key. */
sealed interface Claim {

  /** Nobody has used it, or the one who did has died: go on. */
  record Granted(UUID caller, String key, UUID token) implements Claim {}

  /** It was answered before. */
  record Replay(Answer answer) implements Claim {}

  /** The first request has not ended yet. */
  record StillRunning() implements Claim {}

  /** It belongs to a request with another content. */
  record OtherRequest() implements Claim {}
}

package com.accordenergie.comment.demo;

import com.accordenergie.comment.Visibility;
import com.accordenergie.platform.identity.Caller;
import java.time.Instant;

/** One comment of a demo conversation, and whether its author thought again. */
record Line(Caller author, Visibility visibility, String text, Instant at, AfterThought afterThought) {

  enum AfterThought {
    NONE,
    CORRECTED,
    TAKEN_BACK
  }
}

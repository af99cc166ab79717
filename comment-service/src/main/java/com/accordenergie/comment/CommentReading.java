package com.accordenergie.comment;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the ways of staff and clients part. */
@Component
class CommentReading {

  private final Admissions admissions;
  private final StaffThread staffThread;
  private final ClientThread clientThread;
  private final Clock clock;

  CommentReading(
      Admissions admissions, StaffThread staffThread, ClientThread clientThread, Clock clock) {
    this.admissions = admissions;
    this.staffThread = staffThread;
    this.clientThread = clientThread;
    this.clock = clock;
  }

  Page<?> thread(Caller reader, ThreadPage page) {
    admissions.admit(reader, page.interventionId());
    Instant now = clock.instant();
    return reader.isClient()
        ? clientThread.read(reader, page, now)
        : staffThread.read(reader, page, now);
  }

  CommentView comment(Caller reader, UUID id) {
    CommentView comment = find(reader, id).orElseThrow(admissions::notFound);
    admissions.admit(reader, comment.interventionId());
    return comment;
  }

  /** What the reader has just written: theirs to read, whoever may no longer be asked meanwhile. */
  CommentView own(Caller reader, UUID id) {
    return find(reader, id).orElseThrow(Problems::notFound);
  }

  private Optional<? extends CommentView> find(Caller reader, UUID id) {
    Instant now = clock.instant();
    return reader.isClient()
        ? clientThread.comment(reader, id, now)
        : staffThread.comment(reader, id, now);
  }
}

package com.accordenergie.comment;

import java.util.UUID;

/** A comment as one of its readers receives it. */
sealed interface CommentView permits StaffComment, ClientComment {

  UUID id();

  UUID interventionId();

  long version();
}

package com.accordenergie.comment;

import java.util.UUID;

/** An attachment as one of its readers receives it; the picture itself is read apart. */
public sealed interface AttachmentView permits StaffAttachment, ClientAttachment {

  UUID id();

  UUID interventionId();

  long version();
}

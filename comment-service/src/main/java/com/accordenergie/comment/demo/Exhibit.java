package com.accordenergie.comment.demo;

import com.accordenergie.comment.attachment.NewAttachment;
import com.accordenergie.platform.identity.Caller;
import java.time.Instant;

/** One picture of the demo, and who attaches it when. */
record Exhibit(Caller author, NewAttachment what, byte[] picture, Instant at) {}

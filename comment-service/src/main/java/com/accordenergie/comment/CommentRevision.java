package com.accordenergie.comment;

import java.time.Instant;

/** What a comment said in one of its versions. */
record CommentRevision(long version, String body, Instant writtenAt) {}

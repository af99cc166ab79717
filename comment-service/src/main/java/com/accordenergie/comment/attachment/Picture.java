package com.accordenergie.comment.attachment;

/** What is kept of a file: a picture of our own making. */
record Picture(String mediaType, byte[] content, byte[] thumbnail, int width, int height) {}

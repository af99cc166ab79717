package com.accordenergie.platform.web;

/** JSON Merge Patch (RFC 7396). */
public final class MergePatch {

  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private MergePatch() {}
}

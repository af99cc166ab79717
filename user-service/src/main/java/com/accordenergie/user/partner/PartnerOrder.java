package com.accordenergie.user.partner;

/** In which order partners are listed. */
public enum PartnerOrder {
  BY_NAME,
  NEWEST_FIRST
}

package com.accordenergie.user.site;

/**
 * All of a site that can be changed.
 *
 * @param active whether the company still goes there
 */
public record SiteState(SiteDetails details, boolean active) {

  public SiteState retired() {
    return new SiteState(details, false);
  }
}

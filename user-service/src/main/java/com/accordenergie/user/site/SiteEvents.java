package com.accordenergie.user.site;

/** Tells the others what became of a site, in the transaction in which it did. */
public interface SiteEvents {

  void created(SiteSnapshot site);

  void updated(SiteSnapshot site);

  void retired(SiteSnapshot site);
}

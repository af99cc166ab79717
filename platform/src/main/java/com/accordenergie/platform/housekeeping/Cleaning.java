package com.accordenergie.platform.housekeeping;

/**
 * Something of a service's own that nobody will ask for any more, declared as a bean. It is called every
 * hour by every instance, and takes small bites.
 */
public interface Cleaning {

  void clean();
}

package com.accordenergie.intervention.lists;

/** Tells others that a list was changed, in the transaction that changes it, under the lists' lock. */
public interface ListAnnouncements {

  void changed(ListChange change);
}

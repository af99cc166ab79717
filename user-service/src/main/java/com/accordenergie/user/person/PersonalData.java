package com.accordenergie.user.person;

import java.util.UUID;

/** What is kept about somebody beside who they are; it goes when they are erased. */
public interface PersonalData {

  /** Within the transaction that erases them. */
  void forget(UUID person);
}

package com.accordenergie.platform.test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout is. */
public final class Project {

  private Project() {}

  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".infrastructure"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not inside a checkout");
      }
    }
    return folder;
  }
}

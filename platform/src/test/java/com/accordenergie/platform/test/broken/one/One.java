package com.accordenergie.platform.test.broken.one;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.broken.two.Two;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Breaks every rule of the house. Nothing scans this package. */
@RestController
public class One {

  @Autowired @Nullable Two other;

  @GetMapping("/api/for-nobody-in-particular")
  Object now() {
    return new ObjectMapper().valueToTree(Instant.now());
  }

  @AllowedTo({Role.ADMIN, Role.PARTNER})
  @GetMapping("/api/for-people-and-partners-alike")
  String everything() {
    return "of everybody";
  }
}

package com.accordenergie.platform.note;

import com.accordenergie.platform.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The note service, which stands for any service of the suite. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(
    properties = {
      "spring.config.import=classpath:platform.yml",
      "spring.application.name=note-service",
      "spring.flyway.locations=classpath:db/platform,classpath:db/note"
    })
@interface PlatformTest {}

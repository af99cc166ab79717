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
      "spring.flyway.locations=classpath:db/platform,classpath:db/note",
      "spring.servlet.multipart.enabled=true",
      "spring.servlet.multipart.max-file-size=2MB",
      "spring.servlet.multipart.max-request-size=${accord.uploads.limit}",
      "server.tomcat.max-http-form-post-size=64KB",
      "accord.streams.virtual-host=${ACCORD_RABBIT_VHOST}-partners",
      "accord.uploads.limit=2100KB",
      "accord.uploads.paths=/api/v1/notes/pictures",
      "accord.uploads.under-way=20"
    })
@interface PlatformTest {}

package com.accordenergie.platform.note;

import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Subscription;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The smallest service that uses all of the platform: a list of notes. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({NoteController.class, Notes.class, SeenNotes.class})
class NoteApplication {

  static final EventType NOTED = EventType.v1("note.noted");
  static final EventType FORGOTTEN = EventType.v1("note.forgotten");

  @Bean
  Subscription notesSeen(SeenNotes seen) {
    return Subscription.to("note-service.notes").on(NOTED, SeenNotes.Noted.class, seen::on);
  }
}

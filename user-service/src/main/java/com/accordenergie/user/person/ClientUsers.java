package com.accordenergie.user.person;

import com.accordenergie.user.client.ClientUse;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A client is in use while somebody logs in for it. */
@Component
class ClientUsers implements ClientUse {

  private final People people;

  ClientUsers(People people) {
    this.people = people;
  }

  @Override
  public boolean isUsed(UUID clientId) {
    return people.existsByClientIdAndActiveTrue(clientId);
  }
}

package com.accordenergie.gateway.broken.three;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.io.IOException;

/** Lets a message send itself. */
final class Three {

  Object send(HTTPRequest message) throws IOException {
    return message.send();
  }
}

package com.accordenergie.user.partner.webhook.address;

import java.net.UnknownHostException;

/** The name leads to an address that is not to be called. */
public final class InsideAddressException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  InsideAddressException(String host) {
    super(host + " is not on the public internet");
  }
}

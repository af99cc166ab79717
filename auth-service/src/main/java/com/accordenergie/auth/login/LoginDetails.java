package com.accordenergie.auth.login;

import java.util.List;

/**
 * From where somebody tries to log in.
 *
 * @param devices what the browser shows; more than one where a neighbouring host has slipped one in
 */
public record LoginDetails(String address, List<KnownDevice> devices) {

  public LoginDetails {
    devices = List.copyOf(devices);
  }
}

package com.accordenergie.gateway.upstream;

/** The services behind the gateway, by the names under which discovery knows them. */
public enum Upstream {
  AUTH("auth-service"),
  USER("user-service"),
  INTERVENTION("intervention-service"),
  COMMENT("comment-service");

  private final String serviceName;

  Upstream(String serviceName) {
    this.serviceName = serviceName;
  }

  public String serviceName() {
    return serviceName;
  }
}

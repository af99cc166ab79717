package com.accordenergie.platform.test;

/** The power switch of the RabbitMQ that the tests run on. Its data survive. */
public interface BrokerSwitch {

  /** As the power cut does. */
  void kill();

  /** Comes back when it serves again. */
  void start();
}

package com.accordenergie.comment.demo;

/** Who speaks in a demo conversation. */
enum Voice {
  DISPATCHER,
  TECHNICIAN,
  CLIENT
}

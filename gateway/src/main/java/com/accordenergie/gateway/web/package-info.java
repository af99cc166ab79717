/** The web client: its page, with a policy of its own for every answer, and its files. */
@org.jspecify.annotations.NullMarked
package com.accordenergie.gateway.web;

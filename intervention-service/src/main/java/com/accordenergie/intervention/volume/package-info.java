/**
 * A program beside the service: fills the four schemas with a large company's years of work, straight
 * in bulk, so that lists can be measured. It is a tool, so it may do what no service does: write to
 * schemas that others own. {@code docs/benchmarks.md} tells how to run it.
 */
@NullMarked
package com.accordenergie.intervention.volume;

import org.jspecify.annotations.NullMarked;

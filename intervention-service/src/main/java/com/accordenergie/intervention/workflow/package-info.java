/**
 * Which statuses there are and which steps lead from one to another: rows that the admin writes, never
 * code. Whatever is changed, each status can be reached and leads to a closed one.
 */
@NullMarked
package com.accordenergie.intervention.workflow;

import org.jspecify.annotations.NullMarked;

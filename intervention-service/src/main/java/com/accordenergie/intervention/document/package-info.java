/**
 * What people take along: the report on paper, and the appointment for their calendars. Both are the
 * same for everybody who may have them, because they are made to be handed on: they say what a client
 * may read, and nothing else.
 */
@NullMarked
package com.accordenergie.intervention.document;

import org.jspecify.annotations.NullMarked;

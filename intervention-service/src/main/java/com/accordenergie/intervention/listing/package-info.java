/**
 * The read side: lists of interventions and the search, in plain SQL over the tables of the write
 * side and the indexes of {@code V2__listing.sql}.
 *
 * <p>Reading order: {@link com.accordenergie.intervention.listing.ListIndexes} says what is offered,
 * {@link com.accordenergie.intervention.listing.Criteria} what is asked for, {@link
 * com.accordenergie.intervention.listing.Leads} where a page starts from, {@link
 * com.accordenergie.intervention.listing.PageStatement} how it is read.
 */
@NullMarked
package com.accordenergie.intervention.listing;

import org.jspecify.annotations.NullMarked;

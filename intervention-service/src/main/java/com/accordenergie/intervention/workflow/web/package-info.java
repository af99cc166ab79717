@NullMarked
package com.accordenergie.intervention.workflow.web;

import org.jspecify.annotations.NullMarked;

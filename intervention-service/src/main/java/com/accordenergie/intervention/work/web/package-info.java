@NullMarked
package com.accordenergie.intervention.work.web;

import org.jspecify.annotations.NullMarked;

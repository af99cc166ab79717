@NullMarked
package com.accordenergie.intervention.document.web;

import org.jspecify.annotations.NullMarked;

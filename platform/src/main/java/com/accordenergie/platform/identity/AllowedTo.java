package com.accordenergie.platform.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that a route is for. Everybody else is answered 403 before anything of the request is
 * looked at, so that its ids and values tell them nothing. A route that does not say it is for nobody.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AllowedTo {

  Role[] value();
}

package io.shopbooks.pretend.woocommerce;

import java.time.ZoneId;

/** The four date filters of a list; those not given are null and let everything through. */
record TimeWindow(
    TimeBound after, TimeBound before, TimeBound modifiedAfter, TimeBound modifiedBefore) {

  static TimeWindow of(Parameters parameters, ZoneId shopZone) {
    var gmt = parameters.flag("dates_are_gmt");
    return new TimeWindow(
        parameters.time("after", gmt, shopZone),
        parameters.time("before", gmt, shopZone),
        parameters.time("modified_after", gmt, shopZone),
        parameters.time("modified_before", gmt, shopZone));
  }

  boolean holds(String created, String createdGmt, String modified, String modifiedGmt) {
    return (after == null || after.isBefore(created, createdGmt))
        && (before == null || before.isAfter(created, createdGmt))
        && (modifiedAfter == null || modifiedAfter.isBefore(modified, modifiedGmt))
        && (modifiedBefore == null || modifiedBefore.isAfter(modified, modifiedGmt));
  }
}

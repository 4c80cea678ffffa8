package io.shopbooks.pretend.quickbooks;

import java.util.List;

/**
 * One query: one entity, conditions that all hold, one order, one page (3).
 *
 * @param order property to sort by, "" for none
 * @param start first row, from 1
 */
record Query(
    String entity,
    boolean count,
    List<Condition> conditions,
    String order,
    boolean descending,
    int start,
    int max) {

  /**
   * @param operator one of = &lt; &gt; &lt;= &gt;= IN LIKE
   */
  record Condition(String property, String operator, List<String> values) {}
}

package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a list asks of an order. Dates are texts of one form, so that comparing texts compares
 * times; the local ones are as local as they were when written (`woocommerce.md` 3.2).
 */
record OrderCard(
    int id,
    int parent,
    String status,
    int customer,
    String createdVia,
    String created,
    String createdGmt,
    String modified,
    String modifiedGmt) {

  static OrderCard of(JsonNode order) {
    return new OrderCard(
        order.path("id").asInt(),
        order.path("parent_id").asInt(),
        order.path("status").asText().intern(),
        order.path("customer_id").asInt(),
        order.path("created_via").asText().intern(),
        order.path("date_created").asText(),
        order.path("date_created_gmt").asText(),
        order.path("date_modified").asText(),
        order.path("date_modified_gmt").asText());
  }
}

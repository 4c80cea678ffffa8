package io.shopbooks.pretend.woocommerce;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The topics a webhook may have (`woocommerce.md` 9.1). */
final class Topics {

  private static final Pattern ACTION = Pattern.compile("action\\.(woocommerce|wc)_\\w+");
  private static final Map<String, List<String>> HOOKS =
      Map.ofEntries(
          Map.entry("order.created", List.of("woocommerce_new_order")),
          Map.entry(
              "order.updated", List.of("woocommerce_update_order", "woocommerce_order_refunded")),
          Map.entry("order.deleted", List.of("wp_trash_post", "woocommerce_trash_order")),
          Map.entry("order.restored", List.of("untrashed_post", "woocommerce_untrash_order")),
          Map.entry(
              "product.created",
              List.of(
                  "woocommerce_process_product_meta",
                  "woocommerce_new_product",
                  "woocommerce_new_product_variation")),
          Map.entry(
              "product.updated",
              List.of(
                  "woocommerce_process_product_meta",
                  "woocommerce_update_product",
                  "woocommerce_update_product_variation")),
          Map.entry("product.deleted", List.of("wp_trash_post")),
          Map.entry("product.restored", List.of("untrashed_post")),
          Map.entry("product.published", List.of("woocommerce_product_published")),
          Map.entry(
              "customer.created",
              List.of("user_register", "woocommerce_created_customer", "woocommerce_new_customer")),
          Map.entry("customer.updated", List.of("profile_update", "woocommerce_update_customer")),
          Map.entry("customer.deleted", List.of("delete_user")),
          Map.entry(
              "coupon.created",
              List.of("woocommerce_process_shop_coupon_meta", "woocommerce_new_coupon")),
          Map.entry(
              "coupon.updated",
              List.of("woocommerce_process_shop_coupon_meta", "woocommerce_update_coupon")),
          Map.entry("coupon.deleted", List.of("wp_trash_post")),
          Map.entry("coupon.restored", List.of("untrashed_post")));

  private Topics() {}

  static boolean isValid(String topic) {
    return HOOKS.containsKey(topic) || ACTION.matcher(topic).matches();
  }

  /** What in WordPress sets it off; for actions the action itself. */
  static List<String> hooks(String topic) {
    return HOOKS.getOrDefault(topic, List.of(event(topic)));
  }

  /** "order" of order.created. */
  static String resource(String topic) {
    return topic.substring(0, topic.indexOf('.'));
  }

  /** "created" of order.created. */
  static String event(String topic) {
    return topic.substring(topic.indexOf('.') + 1);
  }
}

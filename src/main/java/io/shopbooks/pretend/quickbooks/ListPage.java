package io.shopbooks.pretend.quickbooks;

import java.util.List;

/** Items and customers as tables. */
final class ListPage {

  private ListPage() {}

  static String items(Company company) {
    synchronized (company) {
      var rows =
          company.records().all("Item").values().stream()
              .map(
                  item ->
                      List.of(
                          name(item, "Name"),
                          Html.escape(item.text("Sku")),
                          item.text("Type"),
                          item.text("UnitPrice"),
                          item.text("QtyOnHand")))
              .toList();
      return Html.table(List.of("Name", "SKU", "Type", "Price>", "On hand>"), rows);
    }
  }

  static String customers(Company company) {
    synchronized (company) {
      var view = new View(company);
      var rows =
          company.records().all("Customer").values().stream()
              .map(
                  customer ->
                      List.of(
                          name(customer, "DisplayName"),
                          Html.escape(customer.text("PrimaryEmailAddr.Address")),
                          customer.text("CurrencyRef.value"),
                          Pages.money(Json.number(view.of(customer), "Balance"))))
              .toList();
      return Html.table(List.of("Name", "E-mail", "Currency", "Balance>"), rows);
    }
  }

  private static String name(Stored stored, String property) {
    var name = Html.escape(stored.text(property));
    return stored.isActive() ? name : "<span class=\"gone\">" + name + "</span>";
  }
}

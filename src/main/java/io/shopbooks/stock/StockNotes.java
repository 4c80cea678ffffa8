package io.shopbooks.stock;

import io.shopbooks.connections.Connection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Writes down what was decided about stocks; a row that says so already is not touched. */
@Component
class StockNotes {

  private final StockRows rows;

  StockNotes(StockRows rows) {
    this.rows = rows;
  }

  /**
   * Keeps decisions.
   *
   * @param state as in stock_level
   */
  void keep(Connection connection, String realm, String state, List<StockDecision> decisions) {
    if (decisions.isEmpty()) {
      return;
    }
    rows.of(
            connection,
            realm,
            """
            update stock_level level
            set state = :state, because = said.because, facts = said.facts, wanted = said.wanted,
                taken = said.taken, agreed = coalesce(said.agreed, level.agreed),
                items = case when said.agreed is null then level.items else said.items end
            from (select product, because, facts, wanted::numeric, taken::numeric, agreed::numeric,
                items from unnest(:products, :because, :facts, :wanted, :taken, :agreed, :items)
                as one(product, because, facts, wanted, taken, agreed, items)) as said
            where level.shop = :shop and level.realm = :realm and level.product = said.product
              and (level.state, level.because, level.facts, level.wanted, level.taken,
                  level.agreed, level.items)
                is distinct from (:state, said.because, said.facts, said.wanted, said.taken,
                  coalesce(said.agreed, level.agreed),
                  case when said.agreed is null then level.items else said.items end)
            """)
        .param("state", state)
        .param("products", texts(decisions, StockDecision::product))
        .param("because", texts(decisions, one -> one.why().map(StockWhy::word).orElse("")))
        .param("facts", texts(decisions, one -> StockRows.text(one.facts())))
        .param("wanted", texts(decisions, one -> number(one.wanted())))
        .param("taken", texts(decisions, one -> one.taken().toPlainString()))
        .param("agreed", texts(decisions, one -> number(one.agreed())))
        .param("items", texts(decisions, one -> String.join(",", one.items())))
        .update();
  }

  private static String number(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse(null);
  }

  private static String[] texts(
      List<StockDecision> decisions, Function<StockDecision, String> field) {
    return decisions.stream().map(field).toArray(String[]::new);
  }
}

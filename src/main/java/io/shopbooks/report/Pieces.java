package io.shopbooks.report;

import io.shopbooks.books.Choices;
import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.ledger.DocumentStory;
import io.shopbooks.ledger.DocumentStory.Happened;
import io.shopbooks.ledger.HoldStory;
import io.shopbooks.ledger.OrderStory;
import io.shopbooks.sale.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes orders apart into their sale and their refunds, each on both sides. */
final class Pieces {

  /** The books keep no more (DESIGN 9). */
  private static final int DECIMALS = 2;

  private final boolean refundsByHand;

  Pieces(Choices choices) {
    this.refundsByHand = choices.credits().document() == Choices.CreditDocument.NONE;
  }

  /** One sale and its refunds; a side that is in another currency is a piece of its own. */
  List<Piece> of(OrderStory order) {
    var shop = ShopSide.of(order);
    var sales = order.documents(Purpose.SALE).toList();
    var credits = order.documents(Purpose.CREDIT).toList();
    var pieces = new ArrayList<>(pieces(new Matter(order, "", shop.sale(), sales)));
    var refunds = new LinkedHashSet<>(shop.refunds().keySet());
    credits.forEach(credit -> refunds.add(credit.about()));
    for (var refund : refunds) {
      var own = credits.stream().filter(credit -> credit.about().equals(refund)).toList();
      var amount = Optional.ofNullable(shop.refunds().get(refund));
      pieces.addAll(pieces(new Matter(order, refund, amount, own)));
    }
    return pieces;
  }

  /**
   * Refunds that a person is to enter and that moved no money, or nobody tells how much, so that
   * shop and books agree without them: told once, when their order is.
   */
  Stream<RunReport.ByHand> besidesMoney(OrderStory order) {
    var shop = ShopSide.of(order).refunds().keySet();
    return order.told().filter(told -> refundsByHand && told.touched()).stream()
        .flatMap(told -> told.refunds().stream())
        .filter(refund -> shop.contains(refund.id()))
        .filter(refund -> refund.untold() || !refund.credited().isZero())
        .filter(refund -> decision(order.holdOfRefund(refund.id())).isEmpty())
        .map(
            refund ->
                new RunReport.ByHand(
                    order.number(),
                    refund.amount().plus(refund.credited()),
                    refund.untold() ? "untold" : "gift-card"));
  }

  /**
   * A sale or a refund before its sides are compared.
   *
   * @param refund its id; empty for the sale
   */
  private record Matter(
      OrderStory order, String refund, Optional<Money> shop, List<DocumentStory> documents) {

    boolean isRefund() {
      return !refund.isEmpty();
    }

    Money signed(Money money) {
      return isRefund() ? money.negated() : money;
    }

    Matter in(Currency currency) {
      return new Matter(
          order,
          refund,
          shop.filter(money -> money.currency().equals(currency)),
          documents.stream().filter(d -> d.total().currency().equals(currency)).toList());
    }
  }

  private List<Piece> pieces(Matter matter) {
    var currencies = new LinkedHashSet<Currency>();
    matter.shop().ifPresent(money -> currencies.add(money.currency()));
    matter.documents().forEach(document -> currencies.add(document.total().currency()));
    return currencies.stream().map(currency -> piece(matter.in(currency), currency)).toList();
  }

  private Piece piece(Matter matter, Currency currency) {
    var order = matter.order();
    var shop = matter.shop().orElse(Money.zero(currency));
    var planned = Money.zero(currency);
    var books = Money.zero(currency);
    var parts = new EnumMap<Explained, Money>(Explained.class);
    for (var document : matter.documents()) {
      var total = matter.signed(document.total());
      var answered = document.asPosted().map(matter::signed).orElse(Money.zero(currency));
      var posted = document.inBooks().map(matter::signed).orElse(Money.zero(currency));
      planned = planned.plus(total);
      books = books.plus(posted);
      add(parts, open(order, document), total.minus(answered));
      add(parts, Optional.of(Explained.CHANGED_IN_BOOKS), answered.minus(posted));
    }
    var earlier = earlier(matter, currency);
    add(parts, Optional.of(Explained.BEFORE_START), earlier);
    add(parts, gap(matter, shop.minus(earlier), planned), shop.minus(earlier).minus(planned));
    return new Piece(
        order,
        matter.refund(),
        shop,
        planned,
        books,
        matter.documents(),
        parts,
        matter.documents().stream().anyMatch(document -> document.inBooks().isPresent()),
        matter.documents().stream().anyMatch(d -> d.happened() != Happened.NOTHING || d.changed()),
        order.told().filter(OrderStory.Told::touched).isPresent()
            || order.holds().stream().anyMatch(HoldStory::inSpan));
  }

  private static void add(Map<Explained, Money> parts, Optional<Explained> by, Money difference) {
    if (!difference.isZero()) {
      by.ifPresent(explained -> parts.merge(explained, difference, Money::plus));
    }
  }

  /** Why a document is not in the books with the total it was planned with. */
  private static Optional<Explained> open(OrderStory order, DocumentStory document) {
    return switch (document.state()) {
      case "planned", "sending" -> Optional.of(Explained.WAITING);
      case "doubtful" -> Optional.of(Explained.DOUBTFUL);
      case "held" -> decision(order.holdOf(document)).or(() -> Optional.of(Explained.WAITING));
      default -> decision(order.holdOf(document)).or(() -> leftOut(order));
    };
  }

  private static Optional<Explained> leftOut(OrderStory order) {
    return order.told().filter(OrderStory.Told::isIgnored).map(told -> Explained.IGNORED);
  }

  private static Money earlier(Matter matter, Currency currency) {
    return matter
        .order()
        .told()
        .filter(told -> !matter.isRefund() && told.state().equals("booked"))
        .map(OrderStory.Told::earlier)
        .filter(money -> money.currency().equals(currency))
        .orElse(Money.zero(currency));
  }

  /** Why documents are not planned with what the shop says. */
  private Optional<Explained> gap(Matter matter, Money shop, Money planned) {
    var none = matter.documents().isEmpty();
    if (!none && isRounding(shop, planned)) {
      return Optional.of(Explained.SMALLEST_UNIT);
    }
    var decided = decision(matter.order().holdOfRefund(matter.refund()));
    if (decided.isEmpty() && none && matter.isRefund() && refundsByHand) {
      return Optional.of(Explained.BY_HAND);
    }
    if (decided.isEmpty() && isPerPayment(matter) && shop.isMoreThan(planned)) {
      return Optional.of(Explained.UNPAID);
    }
    return decided.or(() -> ofOrder(matter.order()));
  }

  /** Receipts of single payments are told from one of the whole by what they are about. */
  private static boolean isPerPayment(Matter matter) {
    return !matter.isRefund()
        && !matter.documents().isEmpty()
        && matter.documents().stream().allMatch(d -> d.about().indexOf('/') >= 0);
  }

  private static boolean isRounding(Money shop, Money planned) {
    return shop.rounded(Math.min(DECIMALS, shop.decimals())).equals(planned);
  }

  private static Optional<Explained> decision(Optional<HoldStory> hold) {
    return hold.flatMap(
        h -> {
          if (h.open()) {
            return Optional.of(Explained.HELD);
          }
          return h.ignored() ? Optional.of(Explained.IGNORED) : Optional.empty();
        });
  }

  /** Where the order as a whole stands, if that accounts for a difference. */
  private static Optional<Explained> ofOrder(OrderStory order) {
    return order
        .told()
        .flatMap(
            told ->
                switch (told.state()) {
                  case "held" -> Optional.of(Explained.HELD);
                  case "received" -> Optional.of(Explained.WAITING);
                  default -> leftOut(order);
                });
  }
}

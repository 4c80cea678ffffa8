package io.shopbooks.ledger;

/** What keeps a planned document from going, told in one place for all who ask. */
final class Obstacles {

  /**
   * SQL condition: nothing keeps document {@code d} back. Its order is planned to the end, what it
   * needs is in the books, and no other document is out as the first of its kind and treatment. A
   * first one that was held, dropped or planned as something else has given up its place. Where an
   * update makes less of an invoice and its payment, the payment goes first.
   */
  static final String NONE =
      """
      d.plan is not null
      and not exists (
        select from shop_order o
        where o.shop = d.shop and o.realm = d.realm and o.order_id = d.order_id
          and o.state = 'received')
      and not exists (
        select from document_need n
        where n.document = d.id and not exists (
          select from document s
          where s.shop = d.shop and s.realm = d.realm and s.purpose = n.purpose
            and s.shop_id = n.shop_id
            and (s.state = 'posted'
                 or s.booked is not null and s.state = 'planned' and d.total < d.posted_total)))
      and not exists (
        select from document p
        where p.shop = d.shop and p.realm = d.realm and p.purpose = 'PAYMENT'
          and p.shop_id = d.shop_id and d.purpose = 'SALE' and d.total < d.posted_total
          and p.booked is not null and p.state in ('planned', 'sending', 'doubtful')
          and p.total < p.posted_total)
      and not exists (
        select from canary c join document f on f.id = c.document
        where c.shop = d.shop and c.realm = d.realm and c.kind = d.kind
          and c.treatment = d.treatment and c.state = 'out' and f.id <> d.id
          and f.kind = c.kind and f.treatment = c.treatment
          and f.state in ('planned', 'sending', 'doubtful'))
      """;

  private Obstacles() {}
}

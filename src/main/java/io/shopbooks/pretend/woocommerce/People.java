package io.shopbooks.pretend.woocommerce;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented buyers of a store: ordinary ones, companies, and names that break things. */
final class People {

  private static final List<String> FIRST =
      List.of(
          "Olivia",
          "Liam",
          "Emma",
          "Noah",
          "Charlotte",
          "James",
          "Amélie",
          "Jean-François",
          "Geneviève",
          "Étienne",
          "Zoë",
          "Søren",
          "María José",
          "小龍",
          "Мария",
          "محمد",
          "X Æ");
  private static final List<String> LAST =
      List.of(
          "Smith",
          "Johnson",
          "Tremblay",
          "Gagnon",
          "L'Écuyer",
          "Côté",
          "St-Pierre",
          "O'Brien",
          "Müller",
          "García y Vega",
          "李",
          "Иванова",
          "d'Artagnan",
          "Fitzgerald-Montgomery",
          "Null");
  private static final List<String> COMPANIES =
      List.of(
          "Acme \"Widgets\" GmbH & Co. KG",
          "Lopez & Sons, LLC",
          "9123-4567 Québec inc.",
          "Boulangerie Chez Zoé",
          "Smith: Partners");

  private final StoreKind kind;
  private final Random chance;

  People(StoreKind kind, Random chance) {
    this.kind = kind;
    this.chance = chance;
  }

  /** Somebody, at a place this store ships to. */
  Buyer somebody() {
    var first = pick(FIRST);
    var last = pick(LAST);
    var place = place();
    var company = chance.nextInt(6) == 0 ? pick(COMPANIES) : "";
    var mailbox = Codes.letters(first + last + place[0], 8).toLowerCase(Locale.ROOT);
    var street = 1 + chance.nextInt(999) + " " + (place[2].equals("CA") ? "rue" : "") + " Main";
    return new Buyer(
        first,
        last,
        company,
        street.replace("  ", " "),
        place[0],
        place[1],
        place[3],
        place[2],
        mailbox + "@guest.test",
        chance.nextBoolean() ? "+1 555 01" + (10 + chance.nextInt(90)) : "");
  }

  private String[] place() {
    return switch (kind) {
      case US ->
          one(
              "New York,NY,US,10118",
              "Los Angeles,CA,US,90001",
              "Austin,TX,US,78701",
              "Knoxville,TN,US,37902",
              "Portland,OR,US,97201",
              "Montréal,QC,CA,H2X 1Y6",
              "Paris,,FR,75001");
      case GB ->
          one("London,,GB,SW1A 2AA", "Leeds,,GB,LS1 1UR", "Paris,,FR,75001", "Berlin,,DE,10117");
      case CA_QC ->
          one(
              "Montréal,QC,CA,H2X 1Y6",
              "Québec,QC,CA,G1R 4P5",
              "Toronto,ON,CA,M5V 2T6",
              "Calgary,AB,CA,T2P 1J9",
              "Vancouver,BC,CA,V6B 1A1",
              "New York,NY,US,10118");
      case JP -> one("Tokyo,JP13,JP,100-0001", "Osaka,JP27,JP,530-0001");
      case KW -> one("Kuwait City,,KW,13001", "Dubai,,AE,00000", "Riyadh,,SA,11564");
    };
  }

  private String[] one(String... places) {
    return places[chance.nextInt(places.length)].split(",", -1);
  }

  private <T> T pick(List<T> list) {
    return list.get(chance.nextInt(list.size()));
  }
}

package io.shopbooks.console;

import java.util.List;

/**
 * What stands around a page.
 *
 * @param here path and query of the page
 * @param connections names of all that can be used
 * @param connection the one the page is about; null if it is about none
 * @param rooms the pages of that connection
 * @param held how many need a person, in all connections
 * @param person who is signed in; empty if nobody is
 * @param operator whether that person may change things
 * @param pretendShop addresses of the demo; else empty
 */
record Frame(
    String here,
    List<String> connections,
    String connection,
    List<Room> rooms,
    int held,
    String person,
    boolean signedIn,
    boolean operator,
    boolean demo,
    String pretendShop,
    String pretendSite,
    String pretendBooks,
    String pretendMail) {

  /**
   * A page of a connection.
   *
   * @param word a message word: "sales"
   */
  record Room(String word, String address, boolean current) {}
}

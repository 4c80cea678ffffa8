package io.shopbooks.pretend.woocommerce;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The troubles that wait; the first that matches a call strikes. */
final class Faults {

  private final List<Fault> waiting = new CopyOnWriteArrayList<>();

  void add(Fault fault) {
    waiting.add(fault);
  }

  void clear() {
    waiting.clear();
  }

  Answer answer(String method, String path, String address, Supplier<Answer> shop) {
    for (var fault : waiting) {
      if (fault.strikes(method, path)) {
        if (fault.isUsedUp()) {
          waiting.remove(fault);
        }
        return fault.befall(asked(address, shop));
      }
    }
    return shop.get();
  }

  private static Trouble.Asked asked(String address, Supplier<Answer> shop) {
    return new Trouble.Asked() {
      @Override
      public String address() {
        return address;
      }

      @Override
      public Trouble.Answered shop() {
        return new Trouble.Answered(shop.get());
      }
    };
  }
}

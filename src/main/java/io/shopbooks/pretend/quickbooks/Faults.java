package io.shopbooks.pretend.quickbooks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults on command, played around whatever answers a request. */
final class Faults {

  private final Clock clock;
  private final Tokens tokens;
  private final List<OrderedFault> ordered = new CopyOnWriteArrayList<>();

  Faults(Clock clock, Tokens tokens) {
    this.clock = clock;
    this.tokens = tokens;
  }

  /** Whatever carries a request out. */
  @FunctionalInterface
  interface Service {
    Answer answer(Call call);
  }

  OrderedFault order(Fault fault) {
    var order = new OrderedFault(fault);
    ordered.add(order);
    return order;
  }

  void clear() {
    ordered.clear();
  }

  Answer around(Call call, Service service) {
    var effect = strike(call).map(OrderedFault::effect);
    return effect.isEmpty() ? service.answer(call) : play(effect.get(), call, service);
  }

  private Optional<OrderedFault> strike(Call call) {
    return ordered.stream().filter(fault -> fault.strikes(call)).findFirst();
  }

  private Answer play(Effect effect, Call call, Service service) {
    if (effect instanceof Effect.LoseAnswer lose) {
      return service.answer(call).cut(lose.half() ? Answer.Cut.HALF : Answer.Cut.ALL);
    }
    if (effect instanceof Effect.CommitFirst first) {
      service.answer(call.with(Meddling.commitFirst(first.items())));
      return Answer.none();
    }
    if (effect instanceof Effect.Give give) {
      if (give.afterwards()) {
        service.answer(call);
      }
      return give.reply().at(clock.instant().toString());
    }
    if (effect instanceof Effect.Slow slow) {
      return slowly(slow, call, service);
    }
    if (effect instanceof Effect.ExpireToken) {
      tokens.expire(call.bearer());
      return service.answer(call);
    }
    if (effect instanceof Effect.FailItem fail) {
      return service.answer(call.with(Meddling.failing(fail.item(), fail.problem())));
    }
    return Answer.none();
  }

  private Answer slowly(Effect.Slow slow, Call call, Service service) {
    try {
      if (slow.afterwards()) {
        var answer = service.answer(call);
        slow.pause().await(clock, call.at());
        return answer;
      }
      slow.pause().await(clock, call.at());
      return service.answer(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.none();
    }
  }
}

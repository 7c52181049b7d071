package dev.tapflow.engine;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.ContactKey;

/** The {@code split} step: a choice by weight that is the same each time for one contact. */
final class Shares {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Draft draft;

  Shares(Draft draft) {
    this.draft = draft;
  }

  Target of(Step.Split split) {
    var total = split.shares().stream().mapToLong(Step.Split.Share::weight).sum();
    var place = Long.remainderUnsigned(hash(draft.customer().key(), draft.current().at()), total);
    var number = 0;
    for (var share : split.shares()) {
      number++;
      place -= share.weight();
      if (place < 0) {
        draft.moved(
            "share:" + number,
            share.target(),
            "a share of %d in %d".formatted(share.weight(), total));
        return share.target();
      }
    }
    throw new IllegalStateException("Expected shares, but got none");
  }

  /** FNV-1a, finished as MurmurHash3 does: keys that differ in one digit spread evenly. */
  private static long hash(ContactKey contact, StepRef step) {
    var hash = FNV_OFFSET;
    for (var unit : (contact.text() + "\n" + step.text()).toCharArray()) {
      hash = (hash ^ unit) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}

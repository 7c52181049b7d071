package dev.tapflow.drill.fivefold;

import java.util.List;

/** What happens to one customer in a round; both groups' customers go through the same. */
sealed interface Act {

  /** Stands in messages where the customer's number belongs. */
  String NUMBER = "{number}";

  /** The customer's messages of one webhook, as Meta writes them. */
  record Writes(List<String> messages) implements Act {}

  /** An agent accepts, replies or closes. */
  record AgentActs(String action) implements Act {}

  /** Statuses of a message of ours, one webhook each. */
  record Statuses(long sequence, List<List<String>> webhooks, long epochSecond) implements Act {}
}

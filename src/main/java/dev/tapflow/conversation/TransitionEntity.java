package dev.tapflow.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A line of history as pages read it; turns write it by {@link TransitionTable}. */
@Entity
@Immutable
@Table(name = "transition")
class TransitionEntity {

  @Id long id;

  @Column(name = "contact_key")
  String contact = "";

  String flow = "";
  String step = "";
  String exit = "";
  @Nullable String target;
  String reason = "";

  @Column(name = "looked_at", columnDefinition = "jsonb")
  @ColumnTransformer(read = "looked_at::text")
  String lookedAt = "{}";

  @Column(name = "occurred_at")
  Instant occurredAt = Instant.EPOCH;
}

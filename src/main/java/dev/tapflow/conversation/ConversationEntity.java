package dev.tapflow.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A conversation as pages read it; turns write it by {@link ConversationTable}. */
@Entity
@Immutable
@IdClass(ConversationEntity.Key.class)
@Table(name = "conversation")
class ConversationEntity {

  @Id
  @Column(name = "contact_key")
  String contact = "";

  @Id long ordinal;

  String release = "";

  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(read = "session::text")
  String session = "";

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  /** The primary key. */
  record Key(String contact, long ordinal) implements Serializable {}
}

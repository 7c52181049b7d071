package dev.tapflow.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A contact as pages read it; turns write it by {@link ContactTable}. */
@Entity
@Immutable
@Table(name = "contact")
class ContactEntity {

  @Id
  @Column(name = "contact_key")
  String key = "";

  String channel = "";

  @Nullable String phone;

  @Column(name = "profile_name")
  @Nullable String profileName;

  @Nullable String language;

  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(read = "fields::text")
  String fields = "{}";

  @Column(name = "opted_out")
  boolean optedOut;

  @Column(name = "last_inbound_at")
  @Nullable Instant lastInboundAt;

  @Column(name = "window_closes_at")
  @Nullable Instant windowClosesAt;
}

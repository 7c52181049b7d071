package dev.tapflow.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A published folder of flows. */
@Entity
@Table(name = "flow_release")
class ReleaseEntity {

  @Id String id = "";

  @Column(name = "content_hash", nullable = false)
  String contentHash = "";

  /** File name to text. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  Map<String, String> files = Map.of();

  @Column(name = "published_at", nullable = false)
  Instant publishedAt = Instant.EPOCH;
}

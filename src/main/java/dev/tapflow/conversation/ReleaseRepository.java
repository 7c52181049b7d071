package dev.tapflow.conversation;

import dev.tapflow.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The published releases. */
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<ReleaseEntity, String> {

  private static final String NEWEST =
      "SELECT id, published_at FROM flow_release ORDER BY published_at DESC LIMIT 1";

  private final Database database;

  ReleaseRepository(Database database) {
    this.database = database;
  }

  /** Which release new conversations take, and since when. */
  record Newest(String id, Instant since) {}

  /**
   * Asked at every start and at every tick: without its files, and without Hibernate, whose first
   * query takes long to prepare.
   */
  Optional<Newest> newest() {
    return database
        .query(NEWEST, row -> new Newest(row.getString(1), row.getTimestamp(2).toInstant()))
        .stream()
        .findFirst();
  }

  /** Publishes; a folder that was published before becomes the newest again. */
  void publish(String id, String contentHash, Map<String, String> files, Instant now) {
    getEntityManager()
        .createNativeQuery(
            """
            INSERT INTO flow_release (id, content_hash, files, published_at)
            VALUES (:id, :hash, CAST(:files AS jsonb), :now)
            ON CONFLICT (id) DO UPDATE SET published_at = excluded.published_at
            """)
        .setParameter("id", id)
        .setParameter("hash", contentHash)
        .setParameter("files", SessionJson.writeFiles(files))
        .setParameter("now", now)
        .executeUpdate();
  }

  /**
   * Drops those but the newest that no open conversation holds.
   *
   * @param before nothing is dropped when the newest was published later: a replica that does not
   *     know it yet may be beginning a conversation on the one before
   */
  int dropUnused(Instant before) {
    return getEntityManager()
        .createNativeQuery(
            """
            DELETE FROM flow_release r
            WHERE r.published_at < (SELECT max(published_at) FROM flow_release)
              AND (SELECT max(published_at) FROM flow_release) < :before
              AND NOT EXISTS (SELECT 1 FROM conversation c
                              WHERE c.release = r.id AND c.ended_at IS NULL)
            """)
        .setParameter("before", before)
        .executeUpdate();
  }
}

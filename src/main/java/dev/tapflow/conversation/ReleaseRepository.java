package dev.tapflow.conversation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The published releases. */
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<ReleaseEntity, String> {

  Optional<ReleaseEntity> newest() {
    return findAll(Sort.descending("publishedAt")).firstResultOptional();
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

package dev.tapflow.conversation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Conversations, for pages. */
@ApplicationScoped
class ConversationRepository
    implements PanacheRepositoryBase<ConversationEntity, ConversationEntity.Key> {

  Optional<ConversationEntity> latest(String contact) {
    return find("contact", Sort.descending("ordinal"), contact).firstResultOptional();
  }
}

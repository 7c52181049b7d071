package dev.tapflow.conversation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** History, for pages. */
@ApplicationScoped
class TransitionRepository implements PanacheRepositoryBase<TransitionEntity, Long> {

  List<TransitionEntity> newest(String contact, int most) {
    return find("contact", Sort.descending("id"), contact).page(0, most).list();
  }
}

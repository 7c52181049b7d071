package dev.tapflow.conversation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Contacts, for pages. */
@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<ContactEntity, String> {}

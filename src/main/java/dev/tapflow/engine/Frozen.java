package dev.tapflow.engine;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collections that nobody changes any more. They are copied once and then handed on as they are: a
 * turn makes many copies of a session, and most of them change something else.
 */
final class Frozen {

  private Frozen() {}

  static Map<String, Object> map(Map<String, Object> map) {
    return map instanceof Values ? map : new Values(new HashMap<>(map));
  }

  static SortedSet<String> set(SortedSet<String> set) {
    return set.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }

  static <V> SortedMap<String, V> sorted(SortedMap<String, V> map) {
    return map.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** A map of values; null is a value here. */
  private static final class Values extends AbstractMap<String, Object> {

    private final Map<String, Object> values;

    Values(Map<String, Object> values) {
      this.values = Collections.unmodifiableMap(values);
    }

    @Override
    public @Nullable Object get(Object key) {
      return values.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
      return values.containsKey(key);
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return values.entrySet();
    }
  }
}

package dev.tapflow.flow.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.tapflow.flow.FieldType;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Our types and those of CEL. */
final class Types {

  static final CelType DATE = OpaqueType.create("date");
  static final CelType TIME = OpaqueType.create("time");

  /** Hidden from authors: what the functions see of the conversation. */
  static final CelType SCOPE = OpaqueType.create("scope");

  static final CelType ANY_LIST = ListType.create(SimpleType.DYN);
  static final CelType ANY_MAP = MapType.create(SimpleType.STRING, SimpleType.DYN);

  private static final Pattern WORDS =
      Pattern.compile(
          "wrapper\\((\\w+)\\)|list\\([^()]*\\)|map\\([^()]*\\)|google\\.protobuf\\.(\\w+)|%?\\w+");

  private Types() {}

  /**
   * As declared to the checker: what can be unset is nullable. Days, times of day, timestamps,
   * lists and maps are not wrapped: the first three take null as they are, the last two must not be
   * wrapped (the checker casts them).
   */
  static CelType declared(FieldType type) {
    return switch (type) {
      case TEXT -> NullableType.create(SimpleType.STRING);
      case NUMBER -> NullableType.create(SimpleType.DOUBLE);
      case INTEGER -> NullableType.create(SimpleType.INT);
      case BOOLEAN -> NullableType.create(SimpleType.BOOL);
      case DATE -> DATE;
      case TIME -> TIME;
      case DATETIME -> SimpleType.TIMESTAMP;
      case LIST -> ANY_LIST;
      case MAP -> ANY_MAP;
      case ANY -> SimpleType.DYN;
    };
  }

  /** The type a variable gets that is set to a value of this type. */
  static FieldType field(CelType type) {
    return switch (bare(type).kind()) {
      case STRING -> FieldType.TEXT;
      case DOUBLE -> FieldType.NUMBER;
      case INT -> FieldType.INTEGER;
      case BOOL -> FieldType.BOOLEAN;
      case TIMESTAMP -> FieldType.DATETIME;
      case LIST -> FieldType.LIST;
      case MAP -> FieldType.MAP;
      case OPAQUE -> type.equals(DATE) ? FieldType.DATE : FieldType.TIME;
      default -> FieldType.ANY;
    };
  }

  /** The type of a variable that is set to the one and to the other. */
  static FieldType common(FieldType one, FieldType other) {
    if (one == other) {
      return one;
    }
    return isNumber(one) && isNumber(other) ? FieldType.NUMBER : FieldType.ANY;
  }

  static boolean isNumber(FieldType type) {
    return type == FieldType.NUMBER || type == FieldType.INTEGER;
  }

  /** Without "or unset". */
  static CelType bare(CelType type) {
    return type instanceof NullableType nullable ? nullable.targetType() : type;
  }

  /** Whether values of these types can ever be equal; what is not known may be. */
  static boolean comparable(CelType one, CelType other) {
    var left = bare(one);
    var right = bare(other);
    if (isOpen(left) || isOpen(right)) {
      return true;
    }
    if (isNumber(left) && isNumber(right)) {
      return true;
    }
    return left.kind() == right.kind()
        && (left.kind() != CelKind.OPAQUE || left.name().equals(right.name()));
  }

  private static boolean isOpen(CelType type) {
    return switch (type.kind()) {
      case DYN, ANY, ERROR, NULL_TYPE, TYPE_PARAM, UNSPECIFIED -> true;
      default -> false;
    };
  }

  private static boolean isNumber(CelType type) {
    return type.kind() == CelKind.INT || type.kind() == CelKind.DOUBLE;
  }

  /** The element type of a list, the key type of a map. */
  static CelType searched(CelType type) {
    ImmutableList<CelType> parameters = type.parameters();
    return parameters.isEmpty() ? SimpleType.DYN : parameters.getFirst();
  }

  /** In the words authors use. */
  static String word(CelType type) {
    var bare = bare(type);
    return switch (bare.kind()) {
      case STRING -> "text";
      case DOUBLE -> "number";
      case INT -> "integer";
      case BOOL -> "true or false";
      case TIMESTAMP -> "datetime";
      case DURATION -> "duration";
      case LIST -> "list";
      case MAP -> "map";
      case NULL_TYPE -> "null";
      case OPAQUE -> bare.name();
      default -> "any";
    };
  }

  /** The same with its article. */
  static String aWord(CelType type) {
    var word = word(type);
    return switch (word) {
      case "true or false", "null", "any" -> word;
      case "integer" -> "an " + word;
      default -> "a " + word;
    };
  }

  /** The checker's list of argument types, in the words authors use. */
  static String words(String celTypes) {
    return WORDS.matcher(celTypes).replaceAll(Types::word);
  }

  private static String word(MatchResult found) {
    var name = found.group(1) != null ? found.group(1) : found.group();
    return switch (name) {
      case "string" -> "text";
      case "double" -> "number";
      case "int" -> "integer";
      case "bool" -> "true or false";
      case "google.protobuf.Timestamp" -> "datetime";
      case "google.protobuf.Duration" -> "duration";
      case "dyn" -> "any";
      default -> name.startsWith("list(") ? "list" : name.startsWith("map(") ? "map" : name;
    };
  }
}

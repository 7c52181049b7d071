package dev.tapflow.flow;

/** The type of a contact field or variable. */
public enum FieldType {
  TEXT,
  NUMBER,
  INTEGER,
  BOOLEAN,
  DATE,
  TIME,
  DATETIME,
  LIST,
  MAP,
  /** Known only at run time. */
  ANY
}

package dev.tapflow.message;

/**
 * What WhatsApp takes, in Unicode code points unless said otherwise (source: WhatsApp "Interactive
 * reply buttons messages", "Interactive list messages"; the unit of length is not documented, code
 * points are the careful reading). The linter, the channels and the sandbox's own copy check these.
 */
public final class WhatsAppLimits {

  public static final int BODY = 1024;
  public static final int TEXT_HEADER = 60;
  public static final int FOOTER = 60;
  public static final int BUTTONS = 3;
  public static final int BUTTON_TITLE = 20;
  public static final int LIST_BUTTON = 20;
  public static final int SECTIONS = 10;
  public static final int SECTION_TITLE = 24;

  /** Over all sections. */
  public static final int ROWS = 10;

  public static final int ROW_TITLE = 24;
  public static final int ROW_DESCRIPTION = 72;
  public static final int FORM_BUTTON = 30;
  public static final int PLAIN_TEXT = 4096;
  public static final int CAPTION = 1024;

  /** Over all sections of a product list (source: WhatsApp "Multi-product messages"). */
  public static final int PRODUCTS = 30;

  private WhatsAppLimits() {}

  /** The length WhatsApp is taken to count, in code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

package org.dflib.jjava.jupyter.kernel.display.mime;

/**
 * A MIME type by its text, such as {@code text/html}; {@code *} stands for anything.
 *
 * @param text the whole type
 */
public record MIMEType(String text) {
    public static final MIMEType ANY = parse("*/*");
    public static final MIMEType APPLICATION_JAVASCRIPT = parse("application/javascript");
    public static final MIMEType APPLICATION_JSON = parse("application/json");
    public static final MIMEType APPLICATION_PDF = parse("application/pdf");
    public static final MIMEType APPLICATION_XML = parse("application/xml");
    public static final MIMEType IMAGE_GIF = parse("image/gif");
    public static final MIMEType IMAGE_JPEG = parse("image/jpeg");
    public static final MIMEType IMAGE_PNG = parse("image/png");
    public static final MIMEType IMAGE_SVG = parse("image/svg+xml");
    public static final MIMEType TEXT_CSS = parse("text/css");
    public static final MIMEType TEXT_HTML = parse("text/html");
    public static final MIMEType TEXT_LATEX = parse("text/latex");
    public static final MIMEType TEXT_MARKDOWN = parse("text/markdown");
    public static final MIMEType TEXT_PLAIN = parse("text/plain");

    /** Reads a type; a group alone means all of the group. */
    public static MIMEType parse(String raw) {
        return new MIMEType(raw.indexOf('/') < 0 ? raw + "/*" : raw);
    }

    public String getGroup() {
        return text.substring(0, text.indexOf('/'));
    }

    public String getSubtype() {
        return text.substring(text.indexOf('/') + 1);
    }

    public boolean isWildcard() {
        return text.equals("*/*");
    }

    /** Returns whether a type that is asked for means this one. */
    public boolean answers(MIMEType asked) {
        return equals(asked)
                || asked.isWildcard()
                || isWildcard()
                || getGroup().equals(asked.getGroup())
                        && (asked.getSubtype().equals("*") || getSubtype().equals("*"));
    }

    @Override
    public String toString() {
        return text;
    }
}

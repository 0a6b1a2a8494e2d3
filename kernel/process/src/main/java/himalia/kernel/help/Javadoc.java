package himalia.kernel.help;

import java.util.regex.Pattern;

/** The documentation comments that code of cells begins with. */
final class Javadoc {
    private static final Pattern COMMENT =
            Pattern.compile("^\\s*/\\*\\*(.*?)\\*/\\s*", Pattern.DOTALL);

    private Javadoc() {}

    /** Returns the text of the comment that a declaration begins with, empty where there is none. */
    static String comment(String source) {
        var matcher = COMMENT.matcher(source);
        if (!matcher.find()) {
            return "";
        }
        return DocMarkdown.of(matcher.group(1).replaceAll("(?m)^\\s*\\* ?", ""));
    }

    static String withoutComment(String source) {
        return COMMENT.matcher(source).replaceFirst("");
    }
}

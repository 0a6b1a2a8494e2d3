package himalia.kernel.java;

import java.util.regex.Pattern;

/** Documentation comments as Markdown. */
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
        return asMarkdown(matcher.group(1).replaceAll("(?m)^\\s*\\* ?", ""));
    }

    static String withoutComment(String source) {
        return COMMENT.matcher(source).replaceFirst("");
    }

    /** Returns the body of a comment, its tags as Markdown. */
    static String asMarkdown(String body) {
        return body.replaceAll("\\{@(?:code|literal)\\s+([^}]*)}", "`$1`")
                .replaceAll("\\{@link(?:plain)?\\s+([^}\\s]*)[^}]*}", "`$1`")
                .replaceAll("(?i)</?(?:p|br)\\s*/?>", "\n\n")
                .replaceAll("(?is)<pre>\\s*(.*?)\\s*</pre>", "\n```\n$1\n```\n")
                .replaceAll("(?i)</?(?:code|tt)>", "`")
                .replaceAll("(?i)<li>", "\n- ")
                .replaceAll(
                        "(?i)</?(?:ul|ol|li|i|em|b|strong|blockquote|dl|dt|dd|a|sup|sub|h\\d)(?:\\s[^>]*)?>",
                        "")
                .replaceAll("(?m)^\\s*@param\\s+(\\S+)\\s*", "\n- **$1**: ")
                .replaceAll("(?m)^\\s*@return\\s*", "\n\n**Returns** ")
                .replaceAll("(?m)^\\s*@(?:throws|exception)\\s+(\\S+)\\s*", "\n- **throws $1**: ")
                .replaceAll("(?m)^\\s*@(?:since|see|author|version|implNote|apiNote|jls).*$", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("&nbsp;", " ")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}

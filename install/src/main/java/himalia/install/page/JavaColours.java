package himalia.install.page;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Java as highlighted HTML, by a small lexer: comments, texts, numbers, keywords, types, annotations, calls, and the
 * magics of our cells. What it does not know it leaves plain.
 */
final class JavaColours {
    /** Words that are keywords only where they stand for one. */
    private static final Set<String> CONTEXTUAL =
            Set.of("non-sealed", "permits", "record", "sealed", "var", "when", "yield");

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<comment>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|$))"
                            + "|(?<string>\"\"\"(?s:.*?)(?:(?<!\\\\)\"\"\"|$)"
                            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"?|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'?)"
                            + "|(?<magic>(?<![^\\n])[ \\t]*%%?[A-Za-z][\\w-]*|(?<=[=(] ?|return )%[A-Za-z][\\w-]*)"
                            + "|(?<annotation>@[A-Za-z_][\\w.]*)"
                            + "|(?<number>\\b(?:0[xX][\\da-fA-F_]+|0[bB][01_]+|\\d[\\d_]*(?:\\.[\\d_]+)?(?:[eE][+-]?\\d+)?)[lLfFdD]?\\b)"
                            + "|(?<word>[A-Za-z_$][\\w$]*)");

    private static final Pattern CALL = Pattern.compile("\\s*\\(");

    private JavaColours() {}

    /** Returns the code with a {@code <span>} around each thing that has a colour. */
    static String html(String code) {
        var out = new StringBuilder();
        var tokens = TOKEN.matcher(code);
        int done = 0;
        while (tokens.find()) {
            out.append(EscapedHtml.escape(code.substring(done, tokens.start())));
            var style = style(tokens, code);
            var text = EscapedHtml.escape(tokens.group());
            out.append(
                    style.isEmpty() ? text : "<span class=\"" + style + "\">" + text + "</span>");
            done = tokens.end();
        }
        return out.append(EscapedHtml.escape(code.substring(done))).toString();
    }

    private static String style(Matcher token, String code) {
        if (token.group("comment") != null) {
            return "c";
        }
        if (token.group("string") != null) {
            return "s";
        }
        if (token.group("magic") != null) {
            return "m";
        }
        if (token.group("annotation") != null) {
            return "a";
        }
        if (token.group("number") != null) {
            return "n";
        }
        var word = token.group();
        if (SourceVersion.isKeyword(word) || CONTEXTUAL.contains(word)) {
            return "k";
        }
        if (Character.isUpperCase(word.charAt(0))) {
            return "t";
        }
        return CALL.matcher(code).region(token.end(), code.length()).lookingAt() ? "f" : "";
    }
}

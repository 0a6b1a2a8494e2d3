package himalia.kernel.magic;

import himalia.kernel.cells.Cutter;
import himalia.magics.spi.MagicDescription;
import java.util.List;

/**
 * The body of a cell magic that takes the value of Java: its last expression is passed on, and what stands before that runs as
 * code of the cell, so that what it declares stays.
 *
 * @param before the code before it, empty where there is none
 * @param expression the last expression
 */
record ExpressionCell(String before, String expression) {
    private static final String INTO = "--into";

    static ExpressionCell of(String body) {
        var pieces = Cutter.cut(body);
        if (pieces.size() < 2) {
            return new ExpressionCell("", body);
        }
        int start = pieces.get(pieces.size() - 1).start();
        return new ExpressionCell(body.substring(0, start), body.substring(start));
    }

    /** Returns the statements that {@code %%name words} over the expression becomes, where the magic may put its value away. */
    List<String> calls(MagicDescription magic, List<LineWords.Word> words)
            throws MagicSyntaxException {
        var call = JavaCall.expressionBody(magic, words, "\n" + expression);
        boolean keeps = magic.options().stream().anyMatch(each -> each.names().contains(INTO));
        if (!keeps) {
            return List.of(call);
        }
        var into = into(words);
        var bare = call.substring(call.indexOf(JavaCall.DOOR) + JavaCall.DOOR.length());
        if (into.isEmpty()) {
            return List.of(JavaCall.DOOR + "shownC" + bare.substring(1));
        }
        JavaCall.checkName(magic, into);
        return List.of(
                JavaCall.DOOR + "keep(" + JavaCall.DOOR + bare + ");",
                "var %s = %s%skept();".formatted(into, JavaCall.cast(magic), JavaCall.DOOR));
    }

    private static String into(List<LineWords.Word> words) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i).text();
            if (word.equals(INTO) && i + 1 < words.size()) {
                return words.get(i + 1).text();
            }
            if (word.startsWith(INTO + "=")) {
                return word.substring(INTO.length() + 1);
            }
        }
        return "";
    }
}

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
        var arguments = JavaCall.expressionArguments(magic, words, "\n" + expression);
        return magic.option(Into.OPTION).isPresent()
                ? Into.of(magic, words).statements(arguments)
                : List.of(JavaCall.cast(magic) + JavaCall.DOOR + "cell" + arguments);
    }
}

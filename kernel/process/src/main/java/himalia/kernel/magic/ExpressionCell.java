package himalia.kernel.magic;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Piece;
import himalia.magics.spi.MagicDescription;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The body of a cell magic that takes the value of Java: its last expression is passed on, and what stands before that runs as
 * code of the cell, so that what it declares stays.
 *
 * @param before the code before it, empty where there is none
 * @param expression the last expression
 */
record ExpressionCell(String before, String expression) {
    private static final Pattern DECLARED =
            Pattern.compile(
                    "\\A\\s*(?:final\\s+)?(?:var|boolean|byte|char|short|int|long|float|double|(?:\\w+\\.)*[A-Z]\\w*(?:<[^=]*>)?)(?:\\[])*\\s+(\\w+)\\s*(?:=(?!=)|;|\\z)");

    static ExpressionCell of(String body) {
        var pieces = Cutter.cut(body);
        if (pieces.size() < 2) {
            return new ExpressionCell("", body);
        }
        int start = pieces.get(pieces.size() - 1).start();
        return new ExpressionCell(body.substring(0, start), body.substring(start));
    }

    /** Refuses a body whose last piece is no expression, in words about that piece: it is compiled where one is wanted. */
    void refuseWithout(MagicDescription magic, int line) throws MagicSyntaxException {
        var pieces = Cutter.cut(expression);
        if (pieces.isEmpty()) {
            throw new MagicSyntaxException(
                    "%%%%%s takes the value of the last expression below it, and there is none; %%%%%1$s --help has an example"
                            .formatted(magic.name()),
                    line + 1);
        }
        int place = line + 2 + (int) before.lines().count();
        var last = Cutter.bare(pieces.get(0).source());
        var declared = DECLARED.matcher(last);
        if (pieces.get(0).shape() != Piece.Shape.CODE) {
            throw new MagicSyntaxException(
                    "%%%%%s takes the value of the last expression, and the cell ends with a declaration; write below it what is to be taken"
                            .formatted(magic.name()),
                    place);
        }
        if (declared.find()) {
            throw new MagicSyntaxException(
                    "%%%%%s takes the value of the last expression, and the cell ends by declaring '%s'; write one more line: %2$s"
                            .formatted(magic.name(), declared.group(1)),
                    place);
        }
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

package himalia.kernel.magic;

import himalia.magics.spi.MagicDescription;
import java.util.List;

/** What a magic over the lines below it is called with, in brackets. */
final class CellArguments {
    private CellArguments() {}

    /** Expressions of the magic's own line stand before the body's lines, so that errors in them are told of that line. */
    static String of(MagicDescription magic, List<LineWords.Word> words, String body)
            throws MagicSyntaxException {
        var name = JavaCall.literal(magic.name());
        var arguments = JavaCall.arguments(magic, words);
        return arguments.contains(JavaCall.DOOR)
                ? "(%swords(%s%s), %s)".formatted(JavaCall.DOOR, name, arguments, body)
                : "(%s, %s%s)".formatted(name, body, arguments);
    }
}

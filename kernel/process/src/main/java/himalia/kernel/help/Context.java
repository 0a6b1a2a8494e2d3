package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Piece;
import java.util.List;

/**
 * The code before the cursor as JShell can analyse it: it knows one snippet at a time, so the statements of the cell
 * before it are put into one block with it.
 *
 * @param wrapped the statements before and the snippet, as one open block
 * @param shiftOfWrapped what to add to a position in it to have the position in the code
 * @param alone the snippet by itself
 * @param shiftOfAlone what to add to a position in it to have the position in the code
 */
record Context(String wrapped, int shiftOfWrapped, String alone, int shiftOfAlone) {
    static Context of(String before) {
        var pieces = Cutter.cut(before);
        if (pieces.isEmpty()) {
            return new Context(before, 0, before, 0);
        }
        var last = pieces.get(pieces.size() - 1);
        int start = last.start();
        var alone = before.substring(start);
        if (pieces.size() == 1 || alone.stripLeading().startsWith("import ")) {
            return new Context(alone, start, alone, start);
        }
        return new Context("{" + withoutImports(before, pieces), -1, alone, start);
    }

    /** Import lines may not stand in a block; blanks keep every position. */
    private static String withoutImports(String before, List<Piece> pieces) {
        var text = new StringBuilder(before);
        for (int i = 0; i < pieces.size() - 1; i++) {
            int start = pieces.get(i).start();
            int end = pieces.get(i + 1).start();
            if (before.substring(start, end).stripLeading().startsWith("import ")) {
                for (int at = start; at < end; at++) {
                    if (text.charAt(at) != '\n') {
                        text.setCharAt(at, ' ');
                    }
                }
            }
        }
        return text.toString();
    }
}

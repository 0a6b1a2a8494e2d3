package himalia.kernel.advice;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What to know of a program that was made for files and is pasted into a cell: which line is left out, and how it is run. */
public final class ProgramAdvice {
    private static final Pattern PACKAGE = Pattern.compile("\\s*package\\s+([\\w.]+)\\s*;(?s:.*)");
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|enum|record|interface)\\s+(\\w+)");
    private static final Pattern MAIN =
            Pattern.compile(
                    "\\bvoid\\s+main\\s*\\(\\s*(final\\s+)?(?:String\\s*(?:\\[\\s*]|\\.\\.\\.)[^)]*)?\\)");

    private ProgramAdvice() {}

    /** Returns what to tell of a cell that ran. */
    static List<String> notes(String source) {
        var notes = new ArrayList<String>();
        if (!source.contains("main") && !source.contains("package")) {
            return notes;
        }
        var named = PACKAGE.matcher(Cutter.bare(source));
        if (named.matches()) {
            notes.add(
                    "the line 'package "
                            + named.group(1)
                            + ";' is left out: what cells declare is in no package, and needs no import");
        }
        var pieces = Cutter.cut(source);
        boolean declares = pieces.stream().noneMatch(piece -> piece.shape() == Piece.Shape.CODE);
        if (declares) {
            pieces.forEach(piece -> run(piece, notes));
        }
        return notes;
    }

    private static void run(Piece piece, List<String> notes) {
        var code = Cutter.bare(piece.source());
        var main = MAIN.matcher(code);
        var type = TYPE.matcher(code);
        if (!main.find()) {
            return;
        }
        var arguments = main.group().contains("String") ? "new String[0]" : "";
        if (piece.shape() == Piece.Shape.METHOD) {
            notes.add("main is declared; it is run by main(" + arguments + ")");
        } else if (type.find() && code.contains("static")) {
            notes.add(
                    type.group(1)
                            + " is declared; its main is run by "
                            + type.group(1)
                            + ".main("
                            + arguments
                            + ")");
        }
    }
}

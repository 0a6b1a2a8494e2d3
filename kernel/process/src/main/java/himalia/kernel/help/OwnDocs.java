package himalia.kernel.help;

import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Entry;
import himalia.kernel.java.Compiler;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What cells have written above the members of their own types. */
final class OwnDocs {
    private static final int DEEPEST = 8;

    private final Compiler compiler;

    OwnDocs(Compiler compiler) {
        this.compiler = compiler;
    }

    /** Returns whether a cell has declared it. */
    static boolean isOwn(Documentation documentation) {
        return !Cells.asWritten(documentation.signature()).equals(documentation.signature());
    }

    /** Returns what the compiler says of a thing, with types as cells wrote them: without the cell's class, and records without what they hold. */
    static String signature(Documentation documentation) {
        return Cells.asWritten(documentation.signature()).replaceAll("\\([^()]*\\)\\.", ".");
    }

    /** Returns the comment of such a thing, or of what it overrides; empty where there is none. */
    String comment(Documentation documentation) {
        var signature = MemberSignature.of(signature(documentation));
        return comment(signature.type(), signature, DEEPEST);
    }

    private String comment(String type, MemberSignature of, int deep) {
        var outer = type.split("\\.")[0];
        for (var entry : compiler.cells().names().named(outer)) {
            if (entry.kind() == Entry.Kind.VARIABLE || deep == 0) {
                continue;
            }
            var comments = SourceComments.read(entry.source());
            var found = comments.comment(type, of);
            for (var above : comments.above(type)) {
                found = found.isEmpty() ? comment(above, of, deep - 1) : found;
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }
}

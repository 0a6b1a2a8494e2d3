package himalia.kernel.help;

import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.Named;
import himalia.kernel.java.Compiler;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What cells have written above the members of their own types. */
final class OwnDocs {
    private static final int DEEPEST = 8;

    private final Compiler compiler;

    OwnDocs(Compiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Returns what the compiler says of a thing, with types as cells wrote them: without the cell's class, and records without what they hold,
     * which a JDK from 18 on writes before a dot, and between the name and the parameters of a constructor.
     */
    static String signature(Documentation documentation) {
        return Named.unnamed(Cells.asWritten(documentation.signature()))
                .replace(Cells.PACKAGE + ".", "")
                .replaceAll("\\([^()]*\\)(?=[.(])", "");
    }

    /** Returns the comment of a thing that a cell has declared, or of what it overrides, empty where there is none; nothing where no cell has. */
    Optional<String> comment(Documentation documentation) {
        var signature = MemberSignature.of(signature(documentation));
        boolean isOwn =
                compiler.cells().names().named(outermost(signature.type())).stream()
                        .anyMatch(entry -> entry.kind() == Entry.Kind.TYPE);
        if (!isOwn) {
            return Optional.empty();
        }
        var comment = comment(signature.type(), signature, DEEPEST);
        boolean mayBeConstant = signature.member().isEmpty() && signature.type().contains(".");
        var constant = signature.asConstant();
        return Optional.of(
                comment.isEmpty() && mayBeConstant
                        ? comment(constant.type(), constant, DEEPEST)
                        : comment);
    }

    private static String outermost(String type) {
        return type.split("\\.")[0];
    }

    private String comment(String type, MemberSignature of, int deep) {
        for (var entry : compiler.cells().names().named(outermost(type))) {
            if (entry.kind() != Entry.Kind.TYPE || deep == 0) {
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

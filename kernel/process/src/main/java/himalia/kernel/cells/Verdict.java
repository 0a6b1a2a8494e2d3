package himalia.kernel.cells;

import himalia.javac.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells errors that are the user's from those of a form that a class cannot have but JShell can. */
final class Verdict {
    private static final String PREFIX = "compiler.err.";

    /** What is wrong however a cell is compiled. */
    private static final Set<String> WRONG =
            Set.of(
                    "cant.apply.symbol",
                    "cant.apply.symbols",
                    "cant.apply.diamond.1",
                    "prob.found.req",
                    "incompatible.types",
                    "doesnt.exist",
                    "operator.cant.be.applied",
                    "operator.cant.be.applied.1",
                    "incomparable.types",
                    "unreported.exception.need.to.catch.or.throw",
                    "unreported.exception.implicit.close",
                    "cant.deref",
                    "array.req.but.found",
                    "abstract.cant.be.instantiated",
                    "does.not.override.abstract",
                    "missing.ret.stmt",
                    "var.might.not.have.been.initialized",
                    "report.access",
                    "ref.ambiguous",
                    "local.var.accessed.from.icls.needs.final",
                    "cant.ref.non.effectively.final.var",
                    "cant.assign.val.to.var",
                    "cant.assign.val.to.final.var",
                    "not.exhaustive",
                    "not.exhaustive.statement",
                    "except.never.thrown.in.try",
                    "illegal.start.of.type",
                    "void.not.allowed.here",
                    "illegal.initializer.for.type",
                    "int.number.too.large",
                    "limit.string",
                    "invalid.mref",
                    "foreach.not.applicable.to.type",
                    "unexpected.type",
                    "not.loop.label",
                    "undef.label",
                    "not.def.public.cant.access",
                    "non-static.cant.be.ref",
                    "already.defined");

    private Verdict() {}

    /** Returns what to do with a source that has these errors. */
    static Compilation on(List<Problem> errors, CellText text, List<Part> parts) {
        var own = new ArrayList<Problem>();
        for (var error : errors) {
            int start = text.offset(error.start());
            if (start < 0 || !isWrong(error.code(), start, parts)) {
                return new Compilation.Elsewhere();
            }
            long end = start + Math.max(1, error.end() - error.start());
            own.add(new Problem(error.code(), error.message(), start, end));
        }
        return own.isEmpty() ? new Compilation.Elsewhere() : new Compilation.Wrong(own);
    }

    private static boolean isWrong(String code, int offset, List<Part> parts) {
        if (!code.startsWith(PREFIX)) {
            return false;
        }
        var kind = code.substring(PREFIX.length());
        if (kind.startsWith("cant.resolve")) {
            // A method or type may name what is declared later.
            return !(partAt(offset, parts) instanceof Part.Method
                    || partAt(offset, parts) instanceof Part.Type);
        }
        return WRONG.contains(kind);
    }

    private static Part partAt(int offset, List<Part> parts) {
        var found = parts.get(0);
        for (var part : parts) {
            found = part.start() <= offset ? part : found;
        }
        return found;
    }
}

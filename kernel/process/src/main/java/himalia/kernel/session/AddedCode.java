package himalia.kernel.session;

import himalia.kernel.java.Cell.Part;
import himalia.kernel.java.FollowUp;
import himalia.kernel.magic.CellRewriter;
import himalia.kernel.magic.MagicSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Code that joins a cell, a file's or an earlier cell's; its magics are read when all above it has run.
 *
 * @param source its text
 * @param origin where it comes from, in words
 * @param valueOf the number of the cell whose value it gives once more; 0 where it is none's
 * @param reader gives its steps
 */
record AddedCode(String source, String origin, int valueOf, Reader reader) implements FollowUp {
    /** Reads code with magics. */
    interface Reader {
        List<? extends FollowUp> read() throws MagicSyntaxException;
    }

    static AddedCode of(CellRewriter rewriter, String source, String origin, int valueOf) {
        return new AddedCode(source, origin, valueOf, () -> rewriter.steps(source));
    }

    @Override
    public List<FollowUp> parts() {
        try {
            var steps = reader.read();
            int last = steps.size() - 1;
            while (last >= 0
                    && steps.get(last) instanceof Part part
                    && part.role() != Part.Role.CODE) {
                last--;
            }
            var own = new ArrayList<FollowUp>();
            for (int i = 0; i < steps.size(); i++) {
                own.add(own(steps.get(i), i == last ? valueOf : 0));
            }
            return own;
        } catch (MagicSyntaxException e) {
            var where = e.line() > 0 ? origin + ", line " + e.line() : origin;
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private FollowUp own(FollowUp step, int count) {
        return step instanceof Part part
                ? part.from(origin).valueOf(count)
                : new AddedCode(step.source(), origin, count, step::parts);
    }
}

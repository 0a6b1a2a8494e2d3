package himalia.kernel.magic;

import himalia.kernel.java.FollowUp;
import java.util.List;
import java.util.function.Supplier;

/**
 * The lines of a cell below a magic that may bring names.
 *
 * @param source their text
 * @param reader reads them, when the magic has run
 */
record UnreadLines(String source, Supplier<LineRewriter> reader) implements FollowUp {
    @Override
    public List<FollowUp> parts() {
        try {
            return reader.get().parts();
        } catch (MagicSyntaxException e) {
            throw new IllegalArgumentException("line " + e.line() + ": " + e.getMessage(), e);
        }
    }
}

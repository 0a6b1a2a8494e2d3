package himalia.kernel.java;

import java.util.List;

/**
 * What is to be run.
 *
 * @param id names the run on the link, never twice in a session
 * @param count the number the user sees, as in {@code [3]}
 * @param text the cell as the user typed it
 * @param parts the code, in order; or what is read only when what stands above it has run
 * @param show whether the value of the last expression is wanted
 * @param keep whether that value is kept for {@code Out} and {@code $}
 * @param lane names the thread that it runs on: {@link #MAIN}, or another for cells beside the main ones
 */
public record Cell(
        long id,
        int count,
        String text,
        List<? extends FollowUp> parts,
        boolean show,
        boolean keep,
        String lane) {
    /** The thread that cells run on. */
    public static final String MAIN = "";

    public Cell {
        parts = List.copyOf(parts);
    }

    /** A cell of ordinary code. */
    public static Cell of(long id, int count, String source) {
        return new Cell(
                id, count, source, List.of(new Part(source, 0, Part.Role.CODE)), true, true, MAIN);
    }

    /**
     * A piece of the cell that is compiled by itself.
     *
     * @param source Java
     * @param line how many lines of the cell stand before it
     * @param role what it is there for
     * @param origin where it comes from in words, such as a file; empty for the cell itself
     * @param valueOf the number of the cell whose value it gives once more; 0 where it is of the cell that runs
     */
    public record Part(String source, int line, Role role, String origin, int valueOf)
            implements FollowUp {
        /** A piece of the cell itself. */
        public Part(String source, int line, Role role) {
            this(source, line, role, "", 0);
        }

        /** Returns the same piece, said to come from elsewhere. */
        public Part from(String where) {
            return new Part(source, line, role, where, valueOf);
        }

        /** Returns the same piece, whose value is that of an earlier cell. */
        public Part valueOf(int count) {
            return new Part(source, line, role, origin, count);
        }

        @Override
        public List<Part> parts() {
            return List.of(this);
        }

        /** What a part is there for. */
        public enum Role {
            /** The user's own code. */
            CODE,
            /** What a magic does before the code; it has no value. */
            BEFORE,
            /** What a magic does after the code, also where the code failed; it has no value. */
            AFTER
        }
    }
}

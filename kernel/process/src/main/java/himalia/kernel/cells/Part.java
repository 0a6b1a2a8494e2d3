package himalia.kernel.cells;

import java.util.Optional;

/** A piece of a cell after the parser saw it; places are offsets in the cell. */
sealed interface Part {
    /** Returns where it begins in the cell. */
    int start();

    /** A part that declares a name. */
    sealed interface Declaration extends Part {
        Entry.Kind kind();

        String name();

        /** Returns what tells it from others of its kind and name. */
        default String parameters() {
            return "";
        }

        default String key() {
            return Entry.key(kind(), name(), parameters());
        }
    }

    /** An import, as {@code java.util.List}, {@code java.util.*} or {@code static a.B.c}. */
    record Import(int start, String name) implements Part {}

    /** A class, record, enum or interface. */
    record Type(int start, String name, String source) implements Declaration {
        @Override
        public Entry.Kind kind() {
            return Entry.Kind.TYPE;
        }
    }

    /**
     * A method.
     *
     * @param parameters the types of its parameters, as written
     * @param body where its body begins in {@code source}
     */
    record Method(int start, String name, String parameters, String source, int body)
            implements Declaration {
        @Override
        public Entry.Kind kind() {
            return Entry.Kind.METHOD;
        }
    }

    /**
     * A variable.
     *
     * @param type as written, empty for {@code var}
     * @param from where its first value begins, -1 where it has none
     * @param to where its first value ends
     * @param elements whether that value is elements in braces, which only a declaration may have
     */
    record Variable(
            int start, String name, Optional<String> type, int from, int to, boolean elements)
            implements Declaration {
        @Override
        public Entry.Kind kind() {
            return Entry.Kind.VARIABLE;
        }
    }

    /** What is run for its effect. */
    record Statement(int start, int end) implements Part {}

    /**
     * An expression at the end of the cell.
     *
     * @param called the name of the method it calls, empty where it is no call; only a call may have no value
     * @param assigns whether it is an assignment, whose value nobody wants to see
     */
    record Value(int start, int end, String called, boolean assigns) implements Part {}
}

package himalia.kernel.cells;

import java.util.List;
import java.util.Optional;

/** A piece of a cell after the parser saw it; places are offsets in the cell. */
sealed interface Part {
    /** Returns where it begins in the cell. */
    int start();

    /** Returns the index of the part that an offset is in: the last that begins before it or there. They are in the order of the cell. */
    static int indexAt(List<Part> parts, int offset) {
        int from = 0;
        int to = parts.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (parts.get(middle).start() <= offset) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return Math.max(from - 1, 0);
    }

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

    /**
     * An import.
     *
     * @param name as {@code java.util.List}, {@code java.util.*}, {@code static a.B.c} or {@code module a.b}
     * @param at where that begins in the cell
     */
    record Import(int start, String name, int at) implements Part {
        /** Reads what a piece imports. */
        static Import of(Piece piece) {
            var words = piece.source().strip().replaceAll("\\s+", " ");
            var name = words.substring("import ".length());
            var named = (name.endsWith(";") ? name.substring(0, name.length() - 1) : name).strip();
            var first = named.split("[ .]", 2)[0];
            return new Import(
                    piece.start(),
                    named,
                    piece.start() + piece.source().indexOf(first, "import".length()));
        }
    }

    /**
     * A class, record, enum or interface.
     *
     * @param open whether it may be public: not a record whose own constructor is less than that
     */
    record Type(int start, String name, String source, boolean open) implements Declaration {
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

        /** Returns whether it is called as a method with that text is, and may do something else. */
        boolean isCalledAs(String other) {
            return MethodHead.seen(source).equals(MethodHead.seen(other));
        }
    }

    /**
     * A variable.
     *
     * @param type as written, empty for {@code var}
     * @param from where its first value begins, -1 where it has none
     * @param to where its first value ends
     * @param elements whether that value is elements in braces, which only a declaration may have
     * @param fixed whether it is final
     * @param shared whether it is volatile
     */
    record Variable(
            int start,
            String name,
            Optional<String> type,
            int from,
            int to,
            boolean elements,
            boolean fixed,
            boolean shared)
            implements Declaration {
        Entry.Trait trait() {
            return fixed ? Entry.Trait.FIXED : shared ? Entry.Trait.SHARED : Entry.Trait.NONE;
        }

        @Override
        public Entry.Kind kind() {
            return Entry.Kind.VARIABLE;
        }
    }

    /**
     * What is run for its effect.
     *
     * @param open whether a semicolon is to follow, which the user need not write at the end of a cell
     */
    record Statement(int start, int end, boolean open) implements Part {}

    /** An expression whose value nobody wants. */
    record Dropped(int start, int end) implements Part {}

    /**
     * An expression at the end of the cell.
     *
     * @param called the name of the method it calls, empty where it is no call; only a call may have no value
     * @param form what else it is
     */
    record Value(int start, int end, String called, Form form) implements Part {
        /** What an expression is beside a value. */
        enum Form {
            PLAIN,
            /** An assignment, whose value nobody wants to see. */
            ASSIGNMENT,
            /** A conditional or a switch: its type is one of its own, though Java lets it depend on where it stands. */
            CHOICE,
            /** A switch that is a statement too, where not all its arms have values. */
            SWITCH_OR_STATEMENT
        }
    }
}
